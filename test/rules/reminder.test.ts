import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  dueReminders,
  isQuiet,
  type RemindedEvent,
  remindersOf,
} from '../../src/features/reminder/rules.ts';
import { useZone } from '../../src/text/format.ts';

beforeAll(() => useZone('Asia/Jakarta'));

const at = (local: string) => new Date(`${local}:00+07:00`);

function event(startsAt: string, answerDeadline: string, invitedAt = '2024-05-01T09:00') {
  return {
    startsAt: at(startsAt),
    answerDeadline: at(answerDeadline),
    invitedAt: at(invitedAt),
  };
}

/** The training of the issue: a morning in one hall, answers until two days before. */
const training = event('2024-05-22T08:00', '2024-05-20T23:59');

const plan = (of: RemindedEvent) =>
  remindersOf(of).map(({ kind, dueAt }) => `${kind} ${local(dueAt)}`);

const local = (instant: Date) =>
  new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 16);

describe('when a reminder is due', () => {
  it('the silent hear of it a day and three hours before the deadline, those who come the evening before and in the morning', () => {
    expect(plan(training)).toEqual([
      'deadline 2024-05-19T18:00',
      'last-call 2024-05-20T18:00',
      'evening 2024-05-21T18:00',
      'morning 2024-05-22T06:00',
    ]);
  });

  it('in the afternoon it is two hours before the start', () => {
    expect(plan(event('2024-05-22T14:00', '2024-05-20T12:00'))).toEqual([
      'deadline 2024-05-19T12:00',
      'last-call 2024-05-20T09:00',
      'evening 2024-05-21T18:00',
      'morning 2024-05-22T12:00',
    ]);
  });

  it('at seven the night is respected: six o’clock, an hour before', () => {
    expect(plan(event('2024-05-22T07:00', '2024-05-20T12:00'))).toContain(
      'morning 2024-05-22T06:00',
    );
  });

  it('at six nobody could still set out: the evening before has to do', () => {
    const kinds = remindersOf(event('2024-05-22T06:00', '2024-05-20T12:00')).map((r) => r.kind);
    expect(kinds).toContain('evening');
    expect(kinds).not.toContain('morning');
  });

  it('late at night it comes before the night begins', () => {
    expect(plan(event('2024-05-22T22:30', '2024-05-20T12:00'))).toContain(
      'morning 2024-05-22T18:00',
    );
  });

  it('what was due before the invitations went out does not exist', () => {
    expect(plan(event('2024-05-22T08:00', '2024-05-20T23:59', '2024-05-21T19:00'))).toEqual([
      'morning 2024-05-22T06:00',
    ]);
  });

  it('the silent are left in peace for three hours after the invitation', () => {
    expect(plan(event('2024-05-22T08:00', '2024-05-20T23:59', '2024-05-20T16:00'))).toEqual([
      'evening 2024-05-21T18:00',
      'morning 2024-05-22T06:00',
    ]);
  });
});

describe('what is to be done now', () => {
  const done = (...keys: string[]) => new Set(keys);
  const earlier = done('deadline-2024-05-19', 'last-call-2024-05-20');

  it('nothing before its hour', () => {
    expect(dueReminders(training, earlier, at('2024-05-21T17:59'))).toEqual([]);
  });

  it('it is sent from its hour on, and expires with the beginning of the night', () => {
    expect(dueReminders(training, earlier, at('2024-05-21T18:00'))).toMatchObject([
      { do: 'send', reminder: { kind: 'evening' }, expiresAt: at('2024-05-21T20:00') },
    ]);
    expect(dueReminders(training, earlier, at('2024-05-21T19:59'))).toMatchObject([
      { do: 'send', reminder: { kind: 'evening' } },
    ]);
  });

  it('"tomorrow" said after the night began is missed, not sent', () => {
    expect(dueReminders(training, earlier, at('2024-05-21T20:00'))).toMatchObject([
      { do: 'miss', reminder: { kind: 'evening' } },
    ]);
  });

  it('once dealt with it is never due again', () => {
    const handled = done(...earlier, 'evening-2024-05-21');
    expect(dueReminders(training, handled, at('2024-05-21T18:01'))).toEqual([]);
  });

  it('a reminder that is still of use waits for the end of the night', () => {
    const noon = event('2024-05-22T08:00', '2024-05-20T12:00');
    const missedAt = at('2024-05-19T21:00');
    expect(dueReminders(noon, done(), missedAt)).toEqual([]);
    expect(dueReminders(noon, done(), at('2024-05-20T06:00'))).toMatchObject([
      { do: 'send', reminder: { kind: 'deadline' } },
    ]);
  });

  it('after the start everything left is missed', () => {
    expect(dueReminders(training, done(), at('2024-05-22T08:00')).map((s) => s.do)).toEqual([
      'miss',
      'miss',
      'miss',
      'miss',
    ]);
  });

  it('an event that moves to another day is reminded of again', () => {
    const handled = done(...earlier, 'evening-2024-05-21', 'morning-2024-05-22');
    const moved = { ...training, startsAt: at('2024-05-29T08:00') };
    expect(dueReminders(moved, handled, at('2024-05-28T18:30'))).toMatchObject([
      { do: 'send', reminder: { key: 'evening-2024-05-28' } },
    ]);
  });
});

describe('whatever the event', () => {
  const minutes = (from: string, days: number) =>
    fc
      .integer({ min: 0, max: days * 24 * 60 })
      .map((n) => new Date(at(from).getTime() + n * 60_000));
  const events = fc
    .record({
      startsAt: minutes('2024-05-10T00:00', 20),
      leadMinutes: fc.integer({ min: 0, max: 8 * 24 * 60 }),
      invitedAt: minutes('2024-05-01T00:00', 8),
    })
    .map(
      ({ startsAt, leadMinutes, invitedAt }): RemindedEvent => ({
        startsAt,
        invitedAt,
        answerDeadline: new Date(startsAt.getTime() - leadMinutes * 60_000),
      }),
    );

  it('nobody is disturbed at night, early, or when it is of no use', () => {
    fc.assert(
      fc.property(events, (of) => {
        for (const { kind, dueAt, uselessAt } of remindersOf(of)) {
          expect(isQuiet(dueAt)).toBe(false);
          expect(dueAt.getTime()).toBeLessThan(uselessAt.getTime());
          expect(dueAt.getTime()).toBeGreaterThan(of.invitedAt.getTime());
          const last =
            kind === 'deadline' || kind === 'last-call' ? of.answerDeadline : of.startsAt;
          expect(uselessAt.getTime()).toBeLessThanOrEqual(last.getTime());
        }
      }),
    );
  });

  it('however often and late the clock ticks, each reminder is dealt with once', () => {
    const ticks = fc.array(minutes('2024-05-01T00:00', 35), { maxLength: 40 });
    fc.assert(
      fc.property(events, ticks, (of, unordered) => {
        const handled = new Set<string>();
        for (const now of [...unordered, at('2024-06-20T12:00')].sort(
          (a, b) => a.getTime() - b.getTime(),
        ))
          for (const step of dueReminders(of, handled, now)) {
            expect(handled.has(step.reminder.key)).toBe(false);
            handled.add(step.reminder.key);
            if (step.do === 'send') {
              expect(isQuiet(now)).toBe(false);
              expect(step.expiresAt.getTime()).toBeGreaterThan(now.getTime());
            }
          }
        expect(handled).toEqual(new Set(remindersOf(of).map(({ key }) => key)));
      }),
    );
  });
});
