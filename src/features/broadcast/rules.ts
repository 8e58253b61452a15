import type { Audience, Group } from '../kader/schema.ts';

export type AnnouncedText<Entity> =
  | { ok: true; text: string; entities: Entity[] }
  | { ok: false; reason: 'empty' };

/** A command with what stands before and between it and the text. */
const commandPart = /^\s*(?:\/\w+(?:@\w+)?)?\s*/;

/**
 * The announcement in `/siaran TEXT`: what comes after the command, with its formatting. It is never too
 * long to be sent, since it arrived in one message.
 */
export function announcedText<Entity extends { offset: number; length: number }>(
  text: string,
  entities: readonly Entity[],
): AnnouncedText<Entity> {
  const start = commandPart.exec(text)?.[0].length ?? 0;
  const body = text.slice(start).trimEnd();
  if (body === '') return { ok: false, reason: 'empty' };
  const kept = entities
    .filter(({ offset, length }) => offset >= start && offset + length <= start + body.length)
    .map((entity) => ({ ...entity, offset: entity.offset - start }));
  return { ok: true, text: body, entities: kept };
}

/** Adds a group to an audience or takes it out; "everybody" stands alone. */
export function toggleGroup(audience: Audience, group: Group): Audience {
  const chosen = audience.include.some((other) => sameGroup(other, group));
  if (chosen) return { include: audience.include.filter((other) => !sameGroup(other, group)) };
  if (group.by === 'all') return { include: [group] };
  return { include: [...audience.include.filter((other) => other.by !== 'all'), group] };
}

export function sameGroup(a: Group, b: Group): boolean {
  return groupKey(a) === groupKey(b);
}

function groupKey(group: Group): string {
  switch (group.by) {
    case 'all':
      return 'all';
    case 'jabatan':
      return `jabatan ${group.jabatan}`;
    case 'kecamatan':
    case 'kelurahan':
      return `${group.by} ${group.code}`;
  }
}

/** How many messages of a broadcast are in each state. */
export interface Tally {
  sent: number;
  /** Telegram said that the person blocked the bot, left or does not exist. */
  blocked: number;
  failed: number;
  expired: number;
  cancelled: number;
  /** In doubt to the end: sent again once, and still no answer. */
  uncertain: number;
  /** Waiting, on its way, or in a doubt that will be settled. */
  open: number;
}

export interface Progress {
  total: number;
  finished: number;
  /** 0–1 */
  share: number;
  /** Messages a second since the start; 0 while nothing can be said. */
  rate: number;
  /** Null while nothing can be said. */
  secondsLeft: number | null;
}

/** How far a broadcast is. */
export function progressOf(tally: Tally, startedAt: Date, now: Date): Progress {
  const finished =
    tally.sent + tally.blocked + tally.failed + tally.expired + tally.cancelled + tally.uncertain;
  const total = finished + tally.open;
  const seconds = (now.getTime() - startedAt.getTime()) / 1000;
  const rate = seconds > 0 ? finished / seconds : 0;
  return {
    total,
    finished,
    share: total === 0 ? 1 : finished / total,
    rate,
    secondsLeft: rate > 0 ? tally.open / rate : null,
  };
}

/** Seconds that so many messages take at that rate. */
export function sendingSeconds(recipients: number, ratePerSecond: number): number {
  return recipients / ratePerSecond;
}
