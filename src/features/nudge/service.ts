import { writeAudit } from '../../platform/audit.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import type { Scope } from '../access/rules.ts';
import { findRecorder } from '../attendance/recording-repository.ts';
import { findEvent } from '../event/repository.ts';
import type { Event } from '../event/rules.ts';
import { enqueue } from '../outbox/service.ts';
import { listNudges, listSilent, writeNudges } from './repository.ts';
import { type NudgePlan, nudgeKeys, planNudge } from './rules.ts';

/** Who nudges, and which people: of the whole scope, or of one kecamatan (its code) of it. */
export interface Nudging {
  accountId: number;
  scope: Scope;
  kecamatanCode: string | null;
}

/** What a nudge does, or would do. */
export interface NudgeView {
  event: Event;
  /** How many are nudged. */
  people: number;
  /** Of the silent, those who are nudged on that day already. */
  already: number;
  /** Of the silent, those the bot cannot reach. */
  unreachable: number;
  /** When it arrives; later than now in the quiet hours. */
  dueAt: Date;
  /** Whether it waits for the morning. */
  waits: boolean;
}

export type NudgeOutcome =
  | { ok: true; view: NudgeView }
  | { ok: false; reason: 'unknown' | Extract<NudgePlan, { ok: false }>['reason'] }
  /** All of the silent who can be reached are nudged on that day already, at last then, by that person. */
  | {
      ok: false;
      reason: 'already';
      event: Event;
      at: Date;
      by: string;
      waits: boolean;
      unreachable: number;
    }
  /** Nobody is silent, or nobody of the silent can be reached. */
  | { ok: false; reason: 'nobody'; event: Event; unreachable: number };

export interface NudgeService {
  /** What a nudge would do now, without doing it. */
  preview(by: Nudging, eventId: number): Promise<NudgeOutcome>;
  /**
   * Nudges the silent within the scope, each at most once a day about an event, whoever asks for it and
   * however often.
   */
  nudge(by: Nudging, eventId: number): Promise<NudgeOutcome>;
}

/** How a nudge reads; `by` is the name of whoever nudges. */
export type NudgeLetter = (event: Event, by: string) => OutgoingMessage;

/** Nudges of the silent by those who look after them. */
export function createNudgeService(
  { db, transact, clock }: Ports,
  letter: NudgeLetter,
): NudgeService {
  return {
    preview: async (by, eventId) => {
      const planned = await plan(db, by, eventId, clock.now());
      return planned.ok ? { ok: true, view: planned.view } : planned;
    },

    nudge: (by, eventId) =>
      transact(async (tx): Promise<NudgeOutcome> => {
        const now = clock.now();
        const planned = await plan(tx, by, eventId, now);
        if (!planned.ok) return planned;
        const { view, day, reached } = planned;
        const { event, dueAt } = view;
        const { accountId: byAccountId } = by;
        const kaderIds = reached.map(({ kaderId }) => kaderId);
        const nudge = { eventId, byAccountId, day, at: now, dueAt };
        const nudged = await writeNudges(tx, kaderIds, nudge);
        const people = reached.filter(({ kaderId }) => nudged.has(kaderId));
        const message = letter(event, (await findRecorder(tx, byAccountId)).name);
        await enqueue(
          tx,
          people.map(({ kaderId, telegramId }) => ({
            ...message,
            dedupeKey: `${nudgeKeys(eventId, kaderId)}${day}`,
            kaderId,
            chatId: BigInt(telegramId),
            priority: 1,
            notBefore: dueAt,
            expiresAt: event.answerDeadline,
          })),
          now,
        );
        await writeAudit(tx, {
          at: now,
          accountId: byAccountId,
          action: 'event.nudge',
          subject: `event:${eventId}`,
          after: {
            people: people.length,
            kecamatanCode: by.kecamatanCode,
            dueAt: dueAt.toISOString(),
          },
        });
        const already = view.already + reached.length - people.length;
        return { ok: true, view: { ...view, people: people.length, already } };
      }),
  };
}

type Planned =
  | {
      ok: true;
      view: NudgeView;
      day: string;
      reached: { kaderId: number; telegramId: number }[];
    }
  | Extract<NudgeOutcome, { ok: false }>;

async function plan(
  db: Db | Tx,
  { scope, kecamatanCode }: Nudging,
  eventId: number,
  now: Date,
): Promise<Planned> {
  const event = await findEvent(db, eventId);
  if (event === null || event.status === 'DRAFT') return { ok: false, reason: 'unknown' };
  const when = planNudge(event, now);
  if (!when.ok) return when;
  const { day, dueAt, waits } = when;
  const silent = await listSilent(db, eventId, scope, kecamatanCode);
  const reachable = silent.flatMap(({ kaderId, telegramId }) =>
    telegramId === null ? [] : [{ kaderId, telegramId }],
  );
  const unreachable = silent.length - reachable.length;
  if (reachable.length === 0) return { ok: false, reason: 'nobody', event, unreachable };
  const ofDay = new Map(
    (await listNudges(db, eventId, day)).map((nudge) => [nudge.kaderId, nudge] as const),
  );
  const reached = reachable.filter(({ kaderId }) => !ofDay.has(kaderId));
  const last = reachable.flatMap(({ kaderId }) => ofDay.get(kaderId) ?? []).at(-1);
  if (reached.length === 0 && last !== undefined)
    return {
      ok: false,
      reason: 'already',
      event,
      at: last.dueAt,
      by: last.by,
      waits: last.dueAt > now,
      unreachable,
    };
  const view: NudgeView = {
    event,
    people: reached.length,
    already: reachable.length - reached.length,
    unreachable,
    dueAt,
    waits,
  };
  return { ok: true, view, day, reached };
}
