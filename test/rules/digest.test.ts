import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answering, digestOf, digestStep } from '../../src/features/digest/rules.ts';
import { useZone } from '../../src/text/format.ts';

beforeAll(() => useZone('Asia/Jakarta'));

const at = (local: string) => new Date(`${local}:00+07:00`);

/** Invited in the afternoon of the 10th, answers until the end of the 20th. */
const event = { invitedAt: at('2024-05-10T15:00'), answerDeadline: at('2024-05-20T23:59') };
const step = (now: string, ...handled: string[]) => digestStep(event, new Set(handled), at(now));

describe('the digest of a day', () => {
  it('is due from seven until noon, once, from the first morning on', () => {
    expect(step('2024-05-10T16:00')).toBeNull();
    expect(step('2024-05-11T06:59')).toBeNull();
    const send = { do: 'send', day: '2024-05-11', expiresAt: at('2024-05-11T12:00') };
    expect(step('2024-05-11T07:00')).toEqual(send);
    expect(step('2024-05-11T11:59')).toEqual(send);
    expect(step('2024-05-11T07:00', '2024-05-11')).toBeNull();
    expect(step('2024-05-12T07:00', '2024-05-11')).toMatchObject({ day: '2024-05-12' });
  });

  it('is missed from noon on, and when the deadline has come before it could be sent', () => {
    expect(step('2024-05-11T12:00')).toEqual({ do: 'miss', day: '2024-05-11' });
    const ends = { ...event, answerDeadline: at('2024-05-11T09:00') };
    const of = (now: string) => digestStep(ends, new Set(), at(now));
    expect(of('2024-05-11T08:00')).toMatchObject({ do: 'send', expiresAt: ends.answerDeadline });
    expect(of('2024-05-11T09:00')).toMatchObject({ do: 'miss' });
  });

  it('is none once answers were closed before seven', () => {
    expect(step('2024-05-20T07:00')).toMatchObject({ do: 'send' });
    expect(step('2024-05-21T07:00')).toBeNull();
  });
});

const area = { kecamatanCode: '1', kelurahanCode: '1.1', registered: true };
const answer = fc.constantFrom('HADIR' as const, 'TIDAK_HADIR' as const, 'IZIN' as const, null);
const person: fc.Arbitrary<Answering> = fc.record({
  kecamatanCode: fc.constant('1'),
  kelurahanCode: fc.constant('1.1'),
  registered: fc.boolean(),
  answer,
  before: fc.option(fc.record({ answer })),
});

describe('what a digest tells', () => {
  it('counts answers, and by how much each number grew', () => {
    const digest = digestOf([
      { ...area, answer: 'HADIR', before: { answer: null } },
      { ...area, answer: 'IZIN', before: { answer: 'HADIR' } },
      { ...area, answer: null, before: { answer: null } },
      { ...area, answer: null, before: null },
    ]);
    expect(digest).toEqual({
      counts: { invited: 4, hadir: 1, tidakHadir: 0, izin: 1, belum: 2 },
      growth: { invited: 1, hadir: 0, tidakHadir: 0, izin: 1, belum: 0 },
    });
  });

  it('is nothing when everybody answers as before, or nobody is there', () => {
    expect(digestOf([])).toBeNull();
    expect(digestOf([{ ...area, answer: 'HADIR', before: { answer: 'HADIR' } }])).toBeNull();
  });

  it('adds up: numbers of now less growth are those of before', () => {
    fc.assert(
      fc.property(fc.array(person), (people) => {
        const digest = digestOf(people);
        const isSame = people.every((p) => p.before !== null && p.before.answer === p.answer);
        expect(digest === null).toBe(isSame);
        if (digest === null) return;
        const { counts, growth } = digest;
        expect(counts.hadir + counts.tidakHadir + counts.izin + counts.belum).toBe(counts.invited);
        expect(counts.invited).toBe(people.length);
        expect(growth.invited).toBe(people.filter(({ before }) => before === null).length);
        expect(counts.hadir - growth.hadir).toBe(
          people.filter(({ before }) => before?.answer === 'HADIR').length,
        );
      }),
    );
  });
});
