import { DateTime } from 'luxon';
import { type AnswerWindow, answerWindow, type Event } from '../event/rules.ts';
import { afterTheQuiet } from '../reminder/rules.ts';

/** When a nudge that is asked for now arrives, and why there can be none. */
export type NudgePlan =
  | {
      ok: true;
      dueAt: Date;
      /** 'YYYY-MM-DD', the day on which it arrives. */
      day: string;
      /** Whether it is asked for at night and waits for the morning. */
      waits: boolean;
    }
  /** `night`: answers are open now, but no longer in the morning. */
  | { ok: false; reason: Exclude<AnswerWindow, 'open'> | 'night' };

/** Nudges are for those who can still answer; in the quiet hours they wait for the morning. */
export function planNudge(event: Event, now: Date): NudgePlan {
  const window = answerWindow(event, now);
  if (window !== 'open') return { ok: false, reason: window };
  const dueAt = afterTheQuiet(now);
  if (dueAt >= event.answerDeadline && dueAt > now) return { ok: false, reason: 'night' };
  return { ok: true, dueAt, day: dayOf(dueAt), waits: dueAt > now };
}

/** With what the keys of the nudges of one kader about one event begin. */
export function nudgeKeys(eventId: number, kaderId: number): string {
  return `nudge:${eventId}:${kaderId}:`;
}

function dayOf(at: Date): string {
  return DateTime.fromJSDate(at).toFormat('yyyy-MM-dd');
}
