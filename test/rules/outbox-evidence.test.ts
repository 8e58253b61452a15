import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Case,
  candidatesOf,
  type Doubt,
  type Finding,
  findingOf,
  isProvable,
  learn,
  MOST_CANDIDATES,
  nextProbe,
  openCase,
  probeMarkup,
} from '../../src/features/outbox/evidence.ts';

const doubt = (id: number, floor: number, ceiling: number | null = null): Doubt => ({
  id,
  floor,
  ceiling,
  isProvable: true,
});

/** Probes until all is decided. */
function investigate(start: Case, ask: (doubt: Doubt, number: number) => Finding) {
  let state = start;
  let probes = 0;
  for (let probe = nextProbe(state); probe !== null; probe = nextProbe(state)) {
    state = learn(state, probe.doubt, probe.number, ask(probe.doubt, probe.number));
    probes++;
  }
  return { state, probes, verdict: (id: number) => state.verdicts.get(id) };
}

/** A stretch of the bot's numbers: who got which, and which of them are known afterwards. */
const stretch = fc
  .array(
    fc.record({
      what: fc.constantFrom('arrived', 'lost', 'known', 'unseen'),
      /** Numbers left out before this one, as a server might. */
      skip: fc.constantFrom(0, 0, 0, 0, 1),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((entries) => {
    const floor = 100;
    let number = floor;
    const known = new Set<number>();
    const arrivals = new Map<number, number>();
    const doubts: Doubt[] = [];
    for (const [place, { what, skip }] of entries.entries()) {
      if (what !== 'lost') number += 1 + skip;
      if (what === 'known') known.add(number);
      if (what === 'arrived') arrivals.set(place, number);
      if (what === 'arrived' || what === 'lost') doubts.push(doubt(place, floor, null));
    }
    return { doubts, known, arrivals, ceiling: number + 1 };
  });

describe('evidence about doubtful sends', () => {
  it('proves what arrived, with its number, and disproves what did not', () => {
    fc.assert(
      fc.property(stretch, ({ doubts, known, arrivals, ceiling }) => {
        const bounded = doubts.map((one) => ({ ...one, ceiling }));
        const { state, verdict } = investigate(openCase(bounded, known, ceiling), (one, number) =>
          arrivals.get(one.id) === number ? 'same' : 'absent',
        );
        expect(state.open).toEqual([]);
        for (const { id } of doubts) {
          const number = arrivals.get(id);
          expect(verdict(id)).toEqual(
            number === undefined
              ? { evidence: 'disproven', messageNumber: null }
              : { evidence: 'proven', messageNumber: number },
          );
        }
      }),
    );
  });

  it('never proves what did not arrive, whatever the probes say about other messages', () => {
    const findings = fc.infiniteStream(
      fc.constantFrom<Finding>('absent', 'untouchable', 'different'),
    );
    fc.assert(
      fc.property(stretch, findings, ({ doubts, known }, answers) => {
        const { state } = investigate(openCase(doubts, known, 100), () => answers.next().value);
        expect(state.open).toEqual([]);
        for (const { evidence } of state.verdicts.values()) expect(evidence).not.toBe('proven');
      }),
    );
  });

  it('needs few probes: requests got their numbers about in the order in which they left', () => {
    const doubts = [1, 2, 3, 4].map((id) => doubt(id, 100, 105));
    const { probes } = investigate(openCase(doubts, new Set(), 200), (one, number) =>
      number === 100 + one.id ? 'same' : 'absent',
    );
    expect(probes).toBe(4);
  });

  it('needs none where every number is accounted for', () => {
    const { probes, verdict } = investigate(
      openCase([doubt(1, 100, 103)], new Set([101, 102]), 200),
      () => 'same',
    );
    expect(probes).toBe(0);
    expect(verdict(1)?.evidence).toBe('disproven');
  });

  it('looks a little beyond the highest number known while nothing has been sent since', () => {
    const state = openCase([doubt(1, 100)], new Set([101]), 101);
    expect(candidatesOf(state, doubt(1, 100))).toEqual([
      102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112,
    ]);
  });

  it('leaves undecided, without a probe, what may have any of too many numbers', () => {
    const { probes, verdict } = investigate(
      openCase([doubt(1, 100, 100 + MOST_CANDIDATES + 2)], new Set(), 200),
      () => 'absent',
    );
    expect(probes).toBe(0);
    expect(verdict(1)?.evidence).toBe('undecided');
  });

  it('leaves undecided where a message of ours with other buttons was found', () => {
    const { verdict } = investigate(openCase([doubt(1, 100, 103)], new Set(), 200), (_, number) =>
      number === 101 ? 'different' : 'absent',
    );
    expect(verdict(1)?.evidence).toBe('undecided');
  });

  it("takes the person's own message for that and nothing else", () => {
    const { verdict } = investigate(openCase([doubt(1, 100, 103)], new Set(), 200), (_, number) =>
      number === 101 ? 'untouchable' : 'absent',
    );
    expect(verdict(1)?.evidence).toBe('disproven');
  });

  it('cannot prove a message with a phone keyboard, only disprove it', () => {
    const unprovable = { ...doubt(1, 100, 103), isProvable: false };
    const open = () => openCase([unprovable], new Set(), 200);
    expect(investigate(open(), () => 'absent').verdict(1)?.evidence).toBe('disproven');
    expect(investigate(open(), () => 'untouchable').verdict(1)?.evidence).toBe('undecided');
    expect(investigate(open(), () => 'same').verdict(1)?.evidence).toBe('disproven');
  });

  it('knows which messages a probe can prove, and with what to probe', () => {
    const inline = { inline_keyboard: [[{ text: 'Hadir', callback_data: 'h' }]] };
    expect(isProvable('sendMessage', undefined)).toBe(true);
    expect(isProvable('copyMessage', inline)).toBe(true);
    expect(isProvable('sendMessage', { keyboard: [] })).toBe(false);
    expect(isProvable('sendMessage', { remove_keyboard: true })).toBe(false);
    expect(isProvable('forwardMessage', undefined)).toBe(false);
    expect(probeMarkup(inline)).toBe(inline);
    expect(probeMarkup({ keyboard: [] })).toBeUndefined();
  });

  it("reads Telegram's words", () => {
    const rejected = (description: string) => findingOf({ kind: 'rejected', description });
    expect(findingOf(null)).toBe('different');
    expect(rejected('Bad Request: message is not modified: specified new …')).toBe('same');
    expect(rejected('Bad Request: message to edit not found')).toBe('absent');
    expect(rejected("Bad Request: message can't be edited")).toBe('untouchable');
    expect(rejected('Bad Request: something new')).toBeNull();
    expect(findingOf({ kind: 'blocked', description: 'Forbidden: …' })).toBeNull();
  });
});
