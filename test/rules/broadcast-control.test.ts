import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NO_REFUSALS,
  progressOf,
  rateOf,
  refusalsAfter,
  type Sample,
  withSample,
  wouldHitEverybody,
} from '../../src/features/broadcast-control/rules.ts';
import type { Outcome } from '../../src/features/outbox/rules.ts';

const nothing = { sent: 0, blocked: 0, failed: 0, expired: 0, cancelled: 0, uncertain: 0, open: 0 };

describe('progress', () => {
  it('is reckoned from what is finished, whichever way', () => {
    expect(progressOf({ ...nothing, sent: 200, blocked: 50, open: 750 }, 25)).toEqual({
      total: 1000,
      finished: 250,
      share: 0.25,
      rate: 25,
      secondsLeft: 30,
    });
  });

  it('promises nothing while it stands still', () => {
    expect(progressOf({ ...nothing, sent: 1, open: 3 }, 0).secondsLeft).toBeNull();
  });

  it('goes by the last ten seconds, not by the time since the start', () => {
    let samples: Sample[] = [];
    for (let second = 0; second <= 60; second += 3)
      samples = withSample(samples, {
        at: second * 1000,
        finished: second <= 30 ? second * 28 : 840 + (second - 30) * 5,
      });
    expect(rateOf(samples)).toBe(5);
    expect(samples.length).toBeLessThan(7);
  });

  it('has no rate from one sample', () => {
    expect(rateOf(withSample([], { at: 5, finished: 3 }))).toBe(0);
  });
});

describe('a refusal that would hit everybody', () => {
  const sent: Outcome = { kind: 'sent', messageNumber: 1 };
  const refused = (reason: string): Outcome => ({ kind: 'failed', reason });
  const blocked: Outcome = { kind: 'blocked', reason: 'Forbidden' };
  const seen = (...outcomes: Outcome[]) =>
    wouldHitEverybody(outcomes.reduce(refusalsAfter, NO_REFUSALS));
  const times = (n: number, outcome: Outcome) => Array.from({ length: n }, () => outcome);

  it('shows in five alike when nothing has arrived', () => {
    expect(seen(...times(4, refused('a')))).toBe(false);
    expect(seen(...times(5, refused('a')))).toBe(true);
    expect(seen(...times(3, refused('a')), blocked, ...times(2, refused('a')))).toBe(true);
  });

  it('takes ten in a row once something has arrived', () => {
    expect(seen(sent, ...times(9, refused('a')))).toBe(false);
    expect(seen(sent, ...times(10, refused('a')))).toBe(true);
  });

  it('is never seen where refusals differ or messages arrive between them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (reasons) => {
        const mixed = reasons.flatMap((reason) => [...times(4, refused(reason)), sent]);
        expect(seen(...mixed)).toBe(false);
      }),
    );
    expect(seen(...times(20, blocked))).toBe(false);
  });
});
