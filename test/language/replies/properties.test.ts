import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understandReply } from '../../../src/language/replies/understand-reply.ts';

const COMING = [
  'hadir',
  'saya hadir',
  'insyaallah hadir',
  'siap hadir',
  'saya ikut',
  'bisa hadir',
  'saya pasti datang',
  'ga mungkin ga hadir',
  'aye dateng',
  'abdi ngiring',
];
const AWAY = [
  'tidak hadir',
  'ga bisa hadir',
  'saya tdk bisa ikut',
  'ga bisa, anak sakit',
  'tidak hadir karena ada acara keluarga',
  'belum bisa hadir',
  'teu tiasa sumping',
  'mboten saget rawuh',
  'kagak bisa dateng',
];
const isAway = (label: string): boolean => label === 'tidak_hadir' || label === 'izin';

const status = fc.constantFrom(...COMING, ...AWAY);
const opening = fc.constantFrom(
  '',
  'Assalamualaikum, ',
  'Selamat pagi bu, ',
  'pak ',
  'Bu, ',
  '🙏 ',
);
const closing = fc.constantFrom(
  '',
  ' bu',
  ' pak 🙏',
  ', terima kasih',
  '. Wassalam',
  ' ya bu',
  ' 😊😊',
);

/** Draws out letters at the end of a word, as people do. */
const drawl = (text: string, times: number): string =>
  text.replace(/([a-z])$/u, (l) => l.repeat(times));

const dressed = fc
  .record({
    text: status,
    before: opening,
    after: closing,
    shout: fc.boolean(),
    times: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ text, before, after, shout, times }) => {
    const whole = `${before}${drawl(text, times)}${after}`;
    return { text, whole: shout ? whole.toUpperCase() : whole };
  });

describe('what holds for every reply', () => {
  test('no text makes it fail, and the reason is part of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { reason, confidence } = understandReply(text);
        expect(reason === undefined || text.includes(reason)).toBe(true);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
  });

  test('words in any order neither fail nor yield a reason from elsewhere', () => {
    const word = fc.constantFrom(
      ...'saya bu ga bisa hadir tidak izin anak sakit karena kalau hujan insyaallah mungkin siap ya ? , . jadi tapi honor kapan dimana diwakilkan pak Budi eh ralat maaf semoga lagi di rumah sakit'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        const text = words.join(' ');
        const { label, reason } = understandReply(text);
        expect(reason === undefined || text.includes(reason)).toBe(true);
        expect((reason === undefined) !== (label === 'izin')).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('courtesy, capitals, emoji and drawn-out letters do not turn an answer round', () => {
    fc.assert(
      fc.property(dressed, ({ text, whole }) => {
        const { label } = understandReply(whole);
        if (AWAY.includes(text)) expect(label).not.toBe('hadir');
        else expect(isAway(label)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('a quoted line says nothing', () => {
    fc.assert(
      fc.property(status, status, (quoted, answer) => {
        const alone = understandReply(answer).label;
        expect(understandReply(`> Bu Ani: ${quoted}\n${answer}`).label).toBe(alone);
      }),
    );
    for (const quoted of [...COMING, ...AWAY]) {
      expect(understandReply(`> ${quoted}`).label).toBe('lain');
    }
  });

  test('the same text is always understood the same way', () => {
    fc.assert(
      fc.property(dressed, ({ whole }) => {
        expect(understandReply(whole)).toEqual(understandReply(whole));
      }),
    );
  });

  test('a very long text is understood by its beginning', () => {
    expect(understandReply(`tidak bisa hadir bu. ${'terima kasih '.repeat(5000)}`).label).toBe(
      'tidak_hadir',
    );
  });
});
