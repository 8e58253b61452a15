import fc from 'fast-check';
import { getDistricts, getVillages } from 'idn-area-data';
import { beforeAll, describe, expect, it } from 'vitest';
import { readLines } from '../../src/features/event/lines-reading.ts';
import { type Reader, readField } from '../../src/features/event/reading.ts';
import { type EventField, eventFields } from '../../src/features/event/schema.ts';
import { readAudience } from '../../src/features/kader/audience-reading.ts';
import type { Group } from '../../src/features/kader/schema.ts';
import { createPlaceFinder } from '../../src/language/place-names/finder.ts';
import { useZone } from '../../src/text/format.ts';

const names = new Map<string, string>();
let reader: Reader;

beforeAll(async () => {
  useZone('Asia/Jakarta');
  const kecamatan = (await getDistricts()).filter((area) => area.regency_code === '36.71');
  const kelurahan = (await getVillages())
    .filter((area) => area.code.startsWith('36.71.'))
    .map(({ code, name, district_code }) => ({ code, name, kecamatanCode: district_code }));
  for (const { code, name } of [...kecamatan, ...kelurahan]) names.set(code, name);
  reader = {
    now: new Date('2024-05-10T09:00:00+07:00'),
    zone: 'Asia/Jakarta',
    places: createPlaceFinder({ kecamatan, kelurahan }),
  };
});

const spoken = (group: Group) => {
  if (group.by === 'all') return 'semua';
  if (group.by === 'jabatan') return group.jabatan;
  return `${group.by} ${names.get(group.code)}`;
};

describe('one field as it is written', () => {
  it.each<[EventField, string, object]>([
    ['title', ' Pembinaan  PSM dan TKSK ', { title: 'Pembinaan PSM dan TKSK' }],
    ['place', 'TCC, Cimone', { place: 'TCC, Cimone' }],
    ['day', 'Rabu, 22 Mei 2024', { day: '2024-05-22' }],
    ['day', 'besok', { day: '2024-05-11' }],
    ['day', '22/5/24', { day: '2024-05-22' }],
    [
      'day',
      'Rabu 22 Mei 2024 pukul 08.00-12.00',
      { day: '2024-05-22', time: { start: '08:00', end: '12:00' } },
    ],
    ['time', '08.00 - 12.00 WIB', { time: { start: '08:00', end: '12:00' } }],
    ['time', '8 - 2', { time: { start: '08:00', end: '14:00' } }],
    ['time', '8', { time: { start: '08:00', end: null } }],
    ['time', 'jam 9 pagi s.d. selesai', { time: { start: '09:00', end: null } }],
    ['deadline', '20 Mei 2024', { deadline: { day: '2024-05-20', time: null } }],
    ['deadline', '20 Mei jam 17.00', { deadline: { day: '2024-05-20', time: '17:00' } }],
    ['deadline', 'sehari sebelumnya', { deadline: { daysBefore: 1, time: null } }],
    ['deadline', 'H-2', { deadline: { daysBefore: 2, time: null } }],
    ['deadline', 'tiga hari sebelum acara', { deadline: { daysBefore: 3, time: null } }],
    ['deadline', 'seminggu sebelum', { deadline: { daysBefore: 7, time: null } }],
    ['deadline', 'h-1 jam 12 siang', { deadline: { daysBefore: 1, time: '12:00' } }],
    ['deadline', 'sampai acara dimulai', { deadline: { daysBefore: 0, time: null } }],
  ])('%s: %s', (field, said, values) => {
    expect(readField(field, said, reader)).toEqual({ ok: true, values });
  });

  it.each<[EventField, string, object]>([
    ['title', '!!', { kind: 'not_understood', field: 'title' }],
    ['title', 'x'.repeat(101), { kind: 'not_understood', field: 'title' }],
    ['place', '', { kind: 'not_understood', field: 'place' }],
    ['day', 'secepatnya', { kind: 'not_understood', field: 'day' }],
    ['day', 'Kamis, 22 Mei 2024', { kind: 'wrong_weekday', written: 'Kamis', day: '2024-05-22' }],
    ['day', '31 Juni 2024', { kind: 'no_such_day' }],
    ['day', '1 Mei 2024', { kind: 'problem', problem: { field: 'day', reason: 'past' } }],
    ['time', 'pagi-pagi', { kind: 'not_understood', field: 'time' }],
    ['time', '25.00', { kind: 'not_understood', field: 'time' }],
    [
      'time',
      '13.00 - 08.00 WIB',
      { kind: 'problem', problem: { field: 'time', reason: 'end_before_start' } },
    ],
    ['time', '08.00 WITA', { kind: 'not_understood', field: 'time' }],
    ['deadline', 'terserah', { kind: 'not_understood', field: 'deadline' }],
  ])('%s: not %s', (field, said, refusal) => {
    expect(readField(field, said, reader)).toMatchObject({ ok: false, refusal });
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...eventFields),
        fc.string({ unit: 'grapheme' }),
        (field, said) => {
          readField(field, said, reader);
          readLines(said, reader);
        },
      ),
    );
  });
});

describe('an announcement', () => {
  it('gives everything at once', () => {
    const read = readLines(
      '*UNDANGAN*\nJudul : Pembinaan PSM\nHari/Tgl: Rabu, 22 Mei 2024\nWaktu = 08.00 s/d selesai\n📍 Lokasi: TCC Cimone\nPeserta: PSM dan TKSK\nKonfirmasi: H-2\nPakaian: batik',
      reader,
    );
    expect(read.values).toEqual({
      title: 'Pembinaan PSM',
      day: '2024-05-22',
      time: { start: '08:00', end: null },
      place: 'TCC Cimone',
      audience: {
        include: [
          { by: 'jabatan', jabatan: 'PSM' },
          { by: 'jabatan', jabatan: 'TKSK' },
        ],
      },
      deadline: { daysBefore: 2, time: null },
    });
    expect(read.refusals).toEqual([]);
    expect(read.ignored).toContain('batik');
  });

  it('one line may name day and time', () => {
    const read = readLines('Acara: Rapat\nWaktu: Rabu, 22 Mei 2024 pukul 13.00 - 15.00', reader);
    expect(read.values).toMatchObject({
      day: '2024-05-22',
      time: { start: '13:00', end: '15:00' },
    });
  });

  it('what cannot be read is named, what can is kept', () => {
    const read = readLines(
      'Judul: Rapat\nTanggal: Kamis, 22 Mei 2024\nSasaran: PSM, karawaci',
      reader,
    );
    expect(read.values).toEqual({ title: 'Rapat' });
    expect(read.refusals.map(({ field, refusal }) => [field, refusal.kind])).toEqual([
      ['day', 'wrong_weekday'],
      ['audience', 'unclear_area'],
    ]);
    expect(read.chosen.map(spoken)).toEqual(['PSM']);
    expect(read.unread).toEqual(['karawaci']);
  });

  it('ordinary chatter is none', () => {
    expect(readLines('besok ada rapat ya bu', reader).found).toBe(false);
  });
});

describe('an audience as it is written', () => {
  it.each([
    ['semua', ['semua']],
    ['Seluruh kader', ['semua']],
    ['PSM', ['PSM']],
    ['psm dan tksk', ['PSM', 'TKSK']],
    ['semua TKSK', ['TKSK']],
    ['kec karawaci, kel bugel', ['kecamatan Karawaci', 'kelurahan Bugel']],
    ['Kecamatan Karawaci dan Cibodas', ['kecamatan Karawaci', 'kecamatan Cibodas']],
    ['kec periuk, bugel', ['kecamatan Periuk', 'kelurahan Bugel']],
    ['poris plwd', ['kelurahan Poris Plawad']],
    [
      'kec. periuk; kel. gebang raya & nusajaya',
      ['kecamatan Periuk', 'kelurahan Gebang Raya', 'kelurahan Nusa Jaya'],
    ],
    ['PSM, semua', ['semua']],
    ['semua kelurahan di karawaci', ['kecamatan Karawaci']],
    ['PSM, seluruh kelurahan kec benda', ['PSM', 'kecamatan Benda']],
  ])('%s', (said, groups) => {
    const read = readAudience(said, reader.places);
    expect(read.unclear).toEqual([]);
    expect(read.groups.map(spoken)).toEqual(groups);
  });

  it.each([
    ['karawaci', ['kecamatan Karawaci', 'kelurahan Karawaci']],
    ['PSM kec karawaci', ['kecamatan Karawaci', 'PSM']],
    ['kota tangerang', ['semua', 'kecamatan Tangerang']],
  ])('%s is offered, never guessed', (said, suggestions) => {
    const read = readAudience(said, reader.places);
    expect(read.groups).toEqual([]);
    expect(read.unclear[0]?.suggestions.map(spoken)).toEqual(expect.arrayContaining(suggestions));
  });
});
