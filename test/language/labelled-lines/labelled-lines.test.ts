import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVENT_LABELS } from '../../../src/language/event-labels.ts';
import { readLabelledLines } from '../../../src/language/labelled-lines.ts';

const read = (text: string) => readLabelledLines(text, EVENT_LABELS, ['place', 'note']);

describe('announcements as staff write them', () => {
  test('plain lines', () => {
    expect(
      read(`Judul: Pembinaan PSM dan TKSK
Tanggal: Rabu, 22 Mei 2024
Pukul: 08.00 - 12.00
Tempat: Tangerang Convention Center (TCC), Cimone
Sasaran: semua
Batas jawab: 20 Mei 2024`),
    ).toEqual({
      values: {
        title: 'Pembinaan PSM dan TKSK',
        date: 'Rabu, 22 Mei 2024',
        time: '08.00 - 12.00',
        place: 'Tangerang Convention Center (TCC), Cimone',
        audience: 'semua',
        deadline: '20 Mei 2024',
      },
      leftover: [],
    });
  });

  test('capitals, emoji, bold, greetings, lists and an address on two lines', () => {
    const { values, leftover } = read(`*UNDANGAN PEMBINAAN PSM*

Assalamualaikum wr wb
Mengharap kehadiran Bapak/Ibu pada:

📅 *HARI/TGL* : Rabu, 22 Mei 2024
🕗 *Waktu* = 08.00 s/d selesai
📍 *Tempat*: TCC Cimone
Jl. Merdeka No. 12
👕 Dresscode : batik
Peta: https://maps.app.goo.gl/abc
Konfirmasi paling lambat : 20 Mei 2024
Catatan:
- bawa KTP
- datang tepat waktu

Demikian, terima kasih`);
    expect(values).toEqual({
      date: 'Rabu, 22 Mei 2024',
      time: '08.00 s/d selesai',
      place: 'TCC Cimone\nJl. Merdeka No. 12',
      dress: 'batik',
      map: 'https://maps.app.goo.gl/abc',
      deadline: '20 Mei 2024',
      note: 'bawa KTP\ndatang tepat waktu',
    });
    expect(leftover).toEqual([
      '*UNDANGAN PEMBINAAN PSM*',
      'Assalamualaikum wr wb',
      'Mengharap kehadiran Bapak/Ibu pada:',
      'Demikian, terima kasih',
    ]);
  });

  test.each([
    ['Judul : X', 'title', 'X'],
    ['ACARA: X', 'title', 'X'],
    ['Agenda = X', 'title', 'X'],
    ['Hari, tanggal : Senin', 'date', 'Senin'],
    ['Hari & Tanggal: Senin', 'date', 'Senin'],
    ['Tgl. : 3 Juni', 'date', '3 Juni'],
    ['Tanggl : 3 Juni', 'date', '3 Juni'],
    ['Pukul 09.00 WIB', 'time', '09.00 WIB'],
    ['Jam : 9', 'time', '9'],
    ['Lokasi - Aula Dinsos', 'place', 'Aula Dinsos'],
    ['2. Lokasi: Aula', 'place', 'Aula'],
    ['• Tempat： Aula', 'place', 'Aula'],
    ['Tempat\tAula', 'place', 'Aula'],
    ['_Peserta_ : PSM', 'audience', 'PSM'],
    ['Batas Konfirmasi: besok', 'deadline', 'besok'],
    ['📍 Gedung MUI', 'place', 'Gedung MUI'],
    ['⏰ 08.00-12.00', 'time', '08.00-12.00'],
    ['Ket: bawa KTP: asli', 'note', 'bawa KTP: asli'],
  ] as const)('%j', (line, key, value) => {
    expect(read(line)).toEqual({ values: { [key]: value }, leftover: [] });
  });

  test('one label for the day and the time gives both', () => {
    const both = 'Senin, 3 Juni 2024 jam 9';
    expect(read(`Hari/Tanggal & Waktu: ${both}`).values).toEqual({ date: both, time: both });
  });

  test.each(['Mohon hadir tepat waktu', 'https://example.org/a', 'Perhatian: penting', '12:30'])(
    '%j is no labelled line',
    (line) => {
      expect(read(line)).toEqual({ values: {}, leftover: [line] });
    },
  );
});

describe('laws', () => {
  const key = fc.constantFrom(...(Object.keys(EVENT_LABELS) as (keyof typeof EVENT_LABELS)[]));
  const label = key.chain((name) =>
    fc.record({
      name: fc.constant(name),
      written: fc.constantFrom(...EVENT_LABELS[name].filter((word) => /\p{L}/u.test(word))),
    }),
  );
  const dress = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => `*${text}*`,
    (text: string) => `📌 ${text}`,
    (text: string) => `- ${text}`,
  );
  const sign = fc.constantFrom(': ', ' : ', ' = ', ':', '\t: ');

  test('every label in every dress gives its key', () => {
    fc.assert(
      fc.property(label, dress, sign, ({ name, written }, wear, mark) => {
        expect(read(`${wear(written)}${mark}Aula`).values).toEqual({ [name]: 'Aula' });
      }),
      { numRuns: 500 },
    );
  });

  test('any text is borne and no line of it is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), (lines) => {
        const { values, leftover } = read(lines.join('\n'));
        expect(Object.keys(values).length + leftover.length).toBeLessThanOrEqual(
          lines.join('\n').split(/\r?\n/).length * 2,
        );
      }),
      { numRuns: 500 },
    );
  });
});
