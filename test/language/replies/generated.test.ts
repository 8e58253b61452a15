import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understandReply } from '../../../src/language/replies/understand-reply.ts';

/** Parts whose combination has a known meaning by construction. */
const GREETINGS = [
  '',
  'Assalamualaikum bu, ',
  'Selamat pagi pak. ',
  'Ass wr wb\n',
  'punten bu, ',
  'mf bu ',
];
const SELVES = ['', 'saya ', 'sy ', 'abdi ', 'aye ', 'Saya Yanti PSM Kel. Sukasari '];
const REFUSALS = [
  'tidak bisa hadir',
  'ga bisa ikut',
  'tdk bs dtg',
  'gabisa hadir',
  'blm bisa hadir',
  'kagak bisa dateng',
  'teu tiasa dongkap',
  'mboten saget rawuh',
  'gk bs hdr',
];
const CONNECTORS = [' karena ', ' krn ', ' soalnya ', ', ', ' dikarenakan ', ' gara2 '];
const REASONS = [
  'anak sakit',
  'ada acara keluarga',
  'lagi di luar kota',
  'mertua meninggal',
  'harus kerja',
  'suami masuk rumah sakit',
  'ada keperluan mendadak',
  'bentrok sama posyandu',
  'motor mogok',
  'ga ada yang jaga anak',
];
const CLOSINGS = [
  '',
  '. Terima kasih',
  ' 🙏',
  ', mohon maaf ya bu',
  ' bu',
  '. Semoga acaranya lancar',
];
const ARRIVALS = [
  'hadir',
  'akan hadir',
  'insyaallah hadir',
  'siap hadir',
  'pasti dateng',
  'bisa hadir',
  'ikut',
];
const CONDITIONS = [
  'kalau ga hujan',
  'klo ada yang jemput',
  'asal suami ngizinin',
  'kalo kerjaan beres',
];
const HEDGES = ['mungkin', 'kayaknya', 'sepertinya', 'kemungkinan'];
const QUESTIONS = ['tempatnya dimana', 'jam berapa ya', 'pakai baju apa', 'boleh bawa anak ga'];

const one = (list: readonly string[]) => fc.constantFrom(...list);

describe('combinations with a meaning known by construction', () => {
  test('refusal and reason are izin, with that reason', () => {
    fc.assert(
      fc.property(
        one(GREETINGS),
        one(SELVES),
        one(REFUSALS),
        one(CONNECTORS),
        one(REASONS),
        one(CLOSINGS),
        (greeting, self, refusal, connector, reason, closing) => {
          const text = `${greeting}${self}${refusal}${connector}${reason}${closing}`;
          expect({ text, ...understandReply(text) }).toMatchObject({ text, label: 'izin', reason });
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('reason first, then refusal, is izin as well', () => {
    fc.assert(
      fc.property(
        one(GREETINGS),
        one(REASONS),
        one(REFUSALS),
        one(CLOSINGS),
        (greeting, reason, refusal, closing) => {
          const text = `${greeting}${reason} jadi ${refusal}${closing}`;
          expect({ text, ...understandReply(text) }).toMatchObject({ text, label: 'izin', reason });
        },
      ),
      { numRuns: 800 },
    );
  });

  test('refusal alone is tidak_hadir', () => {
    fc.assert(
      fc.property(
        one(GREETINGS),
        one(SELVES),
        one(REFUSALS),
        one(CLOSINGS),
        (greeting, self, refusal, closing) => {
          const text = `${greeting}${self}${refusal}${closing}`;
          expect({ text, ...understandReply(text) }).toMatchObject({ text, label: 'tidak_hadir' });
        },
      ),
      { numRuns: 800 },
    );
  });

  test('arrival is hadir, with a question hadir and tanya', () => {
    fc.assert(
      fc.property(
        one(GREETINGS),
        one(SELVES),
        one(ARRIVALS),
        one(CLOSINGS),
        (greeting, self, arrival, closing) => {
          const text = `${greeting}${self}${arrival}${closing}`;
          expect({ text, ...understandReply(text) }).toMatchObject({ text, label: 'hadir' });
        },
      ),
      { numRuns: 800 },
    );
    fc.assert(
      fc.property(one(ARRIVALS), one(QUESTIONS), (arrival, question) => {
        const text = `saya ${arrival} bu, ${question}?`;
        expect({ text, ...understandReply(text) }).toMatchObject({
          text,
          label: 'hadir',
          also: ['tanya'],
        });
      }),
    );
  });

  test('hedges and concrete conditions leave it open', () => {
    fc.assert(
      fc.property(
        one(GREETINGS),
        one(ARRIVALS),
        one(CONDITIONS),
        fc.boolean(),
        (greeting, arrival, condition, first) => {
          const text = first
            ? `${greeting}${condition} saya ${arrival}`
            : `${greeting}saya ${arrival} ${condition}`;
          expect({ text, ...understandReply(text) }).toMatchObject({ text, label: 'ragu' });
        },
      ),
    );
    fc.assert(
      fc.property(
        one(HEDGES),
        one(['hadir', 'ikut', 'bisa hadir', 'ga bisa hadir', 'tidak ikut']),
        one(CLOSINGS),
        (hedge, status, closing) => {
          const text = `${hedge} ${status}${closing}`;
          expect({ text, ...understandReply(text) }).toMatchObject({ text, label: 'ragu' });
        },
      ),
    );
  });

  test('a question alone is tanya, even behind an opener', () => {
    fc.assert(
      fc.property(
        one([...GREETINGS, 'siap bu, ', 'ok, ', 'baik pak, ', 'iya bu ']),
        one(QUESTIONS),
        (opener, question) => {
          const text = `${opener}${question}?`;
          expect({ text, ...understandReply(text) }).toMatchObject({ text, label: 'tanya' });
        },
      ),
    );
  });

  test('one slip of the thumb in a key word never turns an answer round', () => {
    const slip = (text: string, at: number, kind: number): string => {
      const chars = [...text];
      const [a, b] = [chars[at] ?? '', chars[at + 1] ?? ''];
      if (kind === 0) chars.splice(at, 2, b, a);
      else if (kind === 1) chars.splice(at, 1);
      else chars.splice(at, 0, a);
      return chars.join('');
    };
    fc.assert(
      fc.property(
        one(['hadir', 'datang', 'ikut', 'berangkat']),
        fc.nat(7),
        fc.nat(2),
        (verb, at, kind) => {
          const typed = slip(verb, at % (verb.length - 1), kind);
          expect(['tidak_hadir', 'izin']).not.toContain(understandReply(`saya ${typed}`).label);
          expect(understandReply(`tidak bisa ${typed}`).label).not.toBe('hadir');
          expect(understandReply(`ga bs ${typed} bu`).label).not.toBe('hadir');
        },
      ),
    );
  });
});
