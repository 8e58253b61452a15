import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '../../src/features/event/rules.ts';
import { everyone } from '../../src/features/kader/schema.ts';
import { planNudge } from '../../src/features/nudge/rules.ts';
import { isQuiet } from '../../src/features/reminder/rules.ts';
import { useZone } from '../../src/text/format.ts';

beforeAll(() => useZone('Asia/Jakarta'));

const at = (local: string) => new Date(`${local}:00+07:00`);

const training: Event = {
  id: 1,
  title: 'Pembinaan',
  startsAt: at('2024-05-22T08:00'),
  endsAt: at('2024-05-22T12:00'),
  place: 'TCC',
  audience: everyone,
  answerDeadline: at('2024-05-20T23:59'),
  status: 'OPEN',
  createdById: 1,
  createdAt: at('2024-05-01T09:00'),
  invitedAt: at('2024-05-01T09:00'),
};

describe('a nudge', () => {
  it('arrives at once by day, and at six in the morning when it is asked for at night', () => {
    const now = at('2024-05-10T09:10');
    expect(planNudge(training, now)).toEqual({
      ok: true,
      dueAt: now,
      day: '2024-05-10',
      waits: false,
    });
    for (const night of ['2024-05-10T20:00', '2024-05-10T23:59', '2024-05-11T05:59'])
      expect(planNudge(training, at(night))).toEqual({
        ok: true,
        dueAt: at('2024-05-11T06:00'),
        day: '2024-05-11',
        waits: true,
      });
  });

  it('is refused when answers are not taken any more, or not in the morning', () => {
    const refused = (when: string, change: Partial<Event> = {}) =>
      planNudge({ ...training, ...change }, at(when));
    expect(refused('2024-05-21T00:00')).toEqual({ ok: false, reason: 'closed' });
    expect(refused('2024-05-22T12:00')).toEqual({ ok: false, reason: 'over' });
    expect(refused('2024-05-10T09:00', { status: 'CANCELLED' })).toEqual({
      ok: false,
      reason: 'cancelled',
    });
    expect(refused('2024-05-20T21:00')).toEqual({ ok: false, reason: 'night' });
  });

  it('never arrives at night nor after the deadline', () => {
    const minutes = fc.integer({ min: 0, max: 25 * 24 * 60 });
    fc.assert(
      fc.property(minutes, (later) => {
        const now = new Date(at('2024-05-01T09:00').getTime() + later * 60_000);
        const plan = planNudge(training, now);
        if (!plan.ok) return;
        expect(isQuiet(plan.dueAt)).toBe(false);
        expect(plan.dueAt >= now).toBe(true);
        expect(plan.dueAt <= training.answerDeadline).toBe(true);
        expect(plan.waits).toBe(isQuiet(now));
      }),
    );
  });
});
