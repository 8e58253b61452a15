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

  const NEGATIONS =
    'tidak tdk ga gak nggak enggak ngga kagak ora mboten teu henteu ndak tak indak belum blm moal'.split(
      ' ',
    );
  const BETWEEN = [
    '',
    'bisa',
    'bs',
    'dapat',
    'akan',
    'mau',
    'sempat',
    'mampu',
    'mungkin bisa',
    'turut',
    'bersedia',
    'juga',
    'akan bisa',
    'bakal',
    'bisa ikut',
    'usah',
    'ada rencana',
    'bs bu',
    'bisa ya bu',
    'diizinkan',
    'dibolehkan',
    'ada waktu',
    'xyz',
    'memungkinkan untuk',
    'bisq',
    'kuat untuk',
  ];
  const VERBS = [
    'hadir',
    'hdr',
    'datang',
    'dateng',
    'ikut',
    'mengikuti',
    'menghadiri',
    'gabung',
    'haidr',
  ];

  test('whatever stands between a negation and the verb, it is never read as coming', () => {
    fc.assert(
      fc.property(
        one(GREETINGS),
        one(SELVES),
        one(NEGATIONS),
        one(BETWEEN),
        one(VERBS),
        (greeting, self, no, between, verb) => {
          const text = `${greeting}${self}${no} ${between} ${verb}`.replace(/ +/g, ' ');
          expect({ text, label: understandReply(text).label }).not.toEqual({
            text,
            label: 'hadir',
          });
        },
      ),
      { numRuns: 4000 },
    );
  });

  test('hindrances of every kind before the verb are never read as coming', () => {
    const hindrances = [
      'susah saya',
      'berat bagi saya untuk',
      'mustahil saya',
      'gagal',
      'enggan',
      'menolak',
      'terkendala',
      'dilarang',
      'batal',
      'ogah',
      'keberatan untuk',
      'belum siap',
      'ga dapat izin',
      'bos ga ngizinin saya',
      'unable to',
      'cannot',
      'udah ga bisa',
      'ga sanggup buat',
      'belum bisa utk',
      'kurang memungkinkan',
    ];
    fc.assert(
      fc.property(one(GREETINGS), one(hindrances), one(VERBS), (greeting, hindrance, verb) => {
        const text = `${greeting}${hindrance} ${verb}`;
        expect({ text, label: understandReply(text).label }).not.toEqual({ text, label: 'hadir' });
      }),
      { numRuns: 1000 },
    );
  });

  test('denials that are not about coming leave a yes a yes', () => {
    const before = [
      'ga ada halangan bu, ',
      'tidak sakit lagi bu, ',
      'ga jadi izin, ',
      'walau sakit ',
      'ga hujan bu, ',
      'bu Ani ga bisa, tapi ',
      'bukan saya yang sakit, ',
      'tidak ada acara bu jadi ',
    ];
    const after = [
      '',
      ' bu, ga telat',
      ' tapi ga bisa lama',
      ' bu ga usah dijemput',
      ' bu, bu Tuti ga ikut',
    ];
    fc.assert(
      fc.property(
        one(before),
        one(['hadir', 'pasti datang', 'tetap ikut']),
        one(after),
        (first, arrival, last) => {
          const text = `${first}saya ${arrival}${last}`;
          expect({ text, ...understandReply(text) }).toMatchObject({ text, label: 'hadir' });
        },
      ),
    );
  });
});
