import type { Audience, Criterion } from '../kader/schema.ts';

export type AnnouncedText<Entity> =
  | { ok: true; text: string; entities: Entity[] }
  | { ok: false; reason: 'empty' };

/** A command with what stands before and between it and the text. */
const commandPart = /^\s*(?:\/\w+(?:@\w+)?)?\s*/;

/**
 * The announcement in `/siaran TEXT`: what comes after the command, with its formatting.
 */
export function announcedText<Entity extends { offset: number; length: number }>(
  text: string,
  entities: readonly Entity[],
): AnnouncedText<Entity> {
  const start = commandPart.exec(text)?.[0].length ?? 0;
  const body = text.slice(start).trimEnd();
  if (body === '') return { ok: false, reason: 'empty' };
  // Somebody who makes the whole message bold makes the command bold too.
  const kept = entities.flatMap((entity) => {
    const from = Math.max(entity.offset - start, 0);
    const to = Math.min(entity.offset + entity.length - start, body.length);
    return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
  });
  return { ok: true, text: body, entities: kept };
}

/** The two sides of an audience: who gets it, and who of them does not. */
export type Side = 'include' | 'exclude';

/** What an audience has on one side. */
export function criteriaOf(audience: Audience, side: Side): Criterion[] {
  return audience[side] ?? [];
}

/**
 * Puts a criterion on a side of an audience, or takes it off again. It is never on both sides; "everybody"
 * stands alone on its side.
 */
export function toggleCriterion(audience: Audience, criterion: Criterion, side: Side): Audience {
  const isOther = (other: Criterion) => !sameCriterion(other, criterion);
  const here = criteriaOf(audience, side);
  const rest = here.filter(isOther);
  const isChosen = rest.length < here.length;
  const added =
    criterion.by === 'all' ? [criterion] : [...rest.filter(({ by }) => by !== 'all'), criterion];
  const other = criteriaOf(audience, side === 'include' ? 'exclude' : 'include').filter(isOther);
  const mine = isChosen ? rest : added;
  const [include, exclude] = side === 'include' ? [mine, other] : [other, mine];
  return exclude.length === 0 ? { include } : { include, exclude };
}

export function sameCriterion(a: Criterion, b: Criterion): boolean {
  return criterionKey(a) === criterionKey(b);
}

function criterionKey(criterion: Criterion): string {
  switch (criterion.by) {
    case 'all':
      return 'all';
    case 'jabatan':
      return `jabatan ${criterion.jabatan}`;
    case 'kecamatan':
    case 'kelurahan':
      return `${criterion.by} ${criterion.code}`;
    case 'answer':
      return `answer ${criterion.eventId} ${criterion.answer}`;
    case 'presence':
      return `presence ${criterion.eventId} ${criterion.presence}`;
  }
}

/** Seconds that so many messages take at that rate. */
export function sendingSeconds(recipients: number, ratePerSecond: number): number {
  return recipients / ratePerSecond;
}
