import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pagesOf, type SheetHeights } from '../../src/features/document/attendance-layout.ts';
import { attendanceListPdf, rollHeights } from '../../src/features/document/attendance-list-pdf.ts';
import { certificatePdf } from '../../src/features/document/certificate-pdf.ts';
import { newCode, printedCode, readCode } from '../../src/features/document/codes.ts';
import {
  type Attendee,
  certificateObstacle,
  type Roll,
  rollOf,
  rollVariantsOf,
} from '../../src/features/document/rules.ts';
import type { Stamp } from '../../src/features/document/schema.ts';
import { defaultLetterhead } from '../../src/features/letterhead/rules.ts';
import { Wilayah } from '../../src/features/wilayah/rules.ts';
import { useZone } from '../../src/text/format.ts';
import { timeCell } from '../../src/text/id/attendance-list.ts';
import { pageCount } from '../support/arrivals.ts';

useZone('Asia/Jakarta');

const wilayah = new Wilayah(
  [
    { code: '36.71.07', name: 'Karawaci' },
    { code: '36.71.09', name: 'Benda' },
  ],
  [
    { code: '36.71.07.1001', name: 'Bugel', kecamatanCode: '36.71.07' },
    { code: '36.71.07.1002', name: 'Cimone', kecamatanCode: '36.71.07' },
    { code: '36.71.09.1001', name: 'Pajang', kecamatanCode: '36.71.09' },
  ],
);

const at = (time: string) => new Date(`2024-05-22T${time}:00+07:00`);
const event = {
  title: 'Pembinaan PSM dan TKSK',
  startsAt: at('08:00'),
  endsAt: at('12:00'),
  place: 'TCC, Cimone',
};

const attendee: fc.Arbitrary<Attendee> = fc
  .record({
    area: fc.constantFrom(
      { kecamatanCode: '36.71.07', kelurahanCode: '36.71.07.1001' },
      { kecamatanCode: '36.71.07', kelurahanCode: '36.71.07.1002' },
      { kecamatanCode: '36.71.07', kelurahanCode: null },
      { kecamatanCode: '36.71.09', kelurahanCode: '36.71.09.1001' },
    ),
    invited: fc.boolean(),
    came: fc.boolean(),
    answer: fc.constantFrom('HADIR', 'TIDAK_HADIR', 'IZIN', null),
  })
  .map(({ area, invited, came, answer }) => ({
    ...area,
    name: '',
    nameKey: '',
    jabatan: area.kelurahanCode === null ? 'TKSK' : 'PSM',
    invited,
    answer: invited ? answer : null,
    arrival: came || !invited ? { at: at('08:02'), leftAt: null } : null,
  }));

/** People of different names, so that each can be told from the others. */
const people = fc
  .array(attendee, { minLength: 1, maxLength: 150 })
  .map((all) => all.map((one, index) => ({ ...one, name: `N${index}`, nameKey: `n${index}` })));

const heights: fc.Arbitrary<SheetHeights> = fc
  .record({
    row: fc.integer({ min: 10, max: 40 }),
    subtotal: fc.integer({ min: 0, max: 30 }),
    closing: fc.integer({ min: 0, max: 100 }),
    rowsOnFirst: fc.integer({ min: 0, max: 15 }),
    rowsOnNext: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ rowsOnFirst, rowsOnNext, ...given }) => ({
    ...given,
    // One name always fits together with all that may follow it.
    firstRoom: given.row * (1 + rowsOnFirst) + given.subtotal + given.closing,
    nextRoom: given.row * (1 + rowsOnNext) + given.subtotal + given.closing,
  }));

describe('a daftar hadir', () => {
  test('names everybody once, and its numbers add up', () => {
    fc.assert(
      fc.property(people, (all) => {
        const roll = rollOf(event, all, { areas: null, variant: 'filled' }, wilayah);
        const names = roll.sections.flatMap(({ rows }) => rows.map(({ name }) => name));
        expect(names.sort()).toEqual(all.map(({ name }) => name).sort());
        const { invited, came, excused, declined, missing, walkIns } = roll.tally;
        expect(invited).toBe(came + excused + declined + missing);
        expect(invited + walkIns).toBe(all.length);
        for (const key of ['invited', 'came', 'walkIns'] as const)
          expect(roll.sections.reduce((sum, { tally }) => sum + tally[key], 0)).toBe(
            roll.tally[key],
          );
        for (const { rows } of roll.sections)
          expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
      }),
    );
  });

  test('blank, holds the invited only and tells nothing about who came', () => {
    fc.assert(
      fc.property(people, (all) => {
        const roll = rollOf(event, all, { areas: null, variant: 'blank' }, wilayah);
        const rows = roll.sections.flatMap((section) => section.rows);
        expect(rows).toHaveLength(all.filter(({ invited }) => invited).length);
        expect(rows.every((row) => timeCell(row) === '' && row.at === null)).toBe(true);
      }),
    );
  });

  test('lists a kecamatan with its TKSK first and walk-ins last', () => {
    const one = { jabatan: 'PSM', answer: null, arrival: null, kecamatanCode: '36.71.07' } as const;
    const here = { arrival: { at: at('08:02'), leftAt: at('10:15') } };
    const all: Attendee[] = [
      { ...one, ...here, name: 'Tamu', nameKey: 'tamu', kelurahanCode: null, invited: false },
      { ...one, name: 'Cici', nameKey: 'cici', kelurahanCode: '36.71.07.1002', invited: true },
      { ...one, name: 'Budi', nameKey: 'budi', kelurahanCode: '36.71.07.1001', invited: true },
      { ...one, name: 'Ani', nameKey: 'ani', kelurahanCode: '36.71.07.1001', invited: true },
      { ...one, name: 'Tono', nameKey: 'tono', kelurahanCode: null, invited: true },
    ];
    const roll = rollOf(event, all, { areas: null, variant: 'filled' }, wilayah);
    const rows = roll.sections[0]?.rows ?? [];
    expect(rows.map(({ name }) => name)).toEqual(['Tono', 'Ani', 'Budi', 'Cici', 'Tamu']);
    expect(rows.map(timeCell)).toEqual(['–', '–', '–', '–', '08.02–10.15*']);
    expect(rows[1]?.kelurahan).toBe('Bugel');
  });

  test('has times to print once somebody has come', () => {
    const nobody = { name: 'A', nameKey: 'a', jabatan: null, kecamatanCode: null } as const;
    const missing = { ...nobody, kelurahanCode: null, invited: true, answer: null, arrival: null };
    expect(rollVariantsOf([missing])).toEqual(['blank']);
    const came = { ...missing, arrival: { at: at('08:02'), leftAt: null } };
    expect(rollVariantsOf([missing, came])).toEqual(['filled', 'blank']);
  });
});

describe('its sheets', () => {
  test('hold every name once and in order, each kecamatan from a new sheet', () => {
    fc.assert(
      fc.property(people, heights, (all, sheet) => {
        const { sections } = rollOf(event, all, { areas: null, variant: 'filled' }, wilayah);
        const pages = pagesOf(sections, sheet);
        expect(pages.flatMap(({ rows }) => rows)).toEqual(sections.flatMap(({ rows }) => rows));
        expect(pages.filter(({ isFirst }) => isFirst).map(({ section }) => section)).toEqual(
          sections,
        );
        for (const page of pages)
          expect(page.rows.every((row) => page.section.rows.includes(row))).toBe(true);
      }),
    );
  });

  test('are never overfull, and no number or signature stands without a name above it', () => {
    fc.assert(
      fc.property(people, heights, (all, sheet) => {
        const { sections } = rollOf(event, all, { areas: null, variant: 'filled' }, wilayah);
        const pages = pagesOf(sections, sheet);
        for (const { isFirst, rows, hasSubtotal, hasClosing } of pages) {
          const room = isFirst ? sheet.firstRoom : sheet.nextRoom;
          const taken =
            rows.length * sheet.row +
            (hasSubtotal ? sheet.subtotal : 0) +
            (hasClosing ? sheet.closing : 0);
          expect(rows.length).toBeGreaterThan(0);
          expect(taken).toBeLessThanOrEqual(room);
        }
        expect(pages.filter(({ hasSubtotal }) => hasSubtotal)).toHaveLength(sections.length);
        expect(pages.map(({ hasClosing }) => hasClosing).lastIndexOf(true)).toBe(pages.length - 1);
        expect(pages.filter(({ hasClosing }) => hasClosing)).toHaveLength(1);
      }),
    );
  });

  test('have rows high enough to sign in, and room for a name with all that follows it', () => {
    const millimetres = (points: number) => (points / 72) * 25.4;
    expect(millimetres(rollHeights.row)).toBeGreaterThanOrEqual(8);
    const { row, subtotal, closing, firstRoom } = rollHeights;
    expect(row + subtotal + closing).toBeLessThan(firstRoom);
  });
});

describe('the file of a list', () => {
  const letterhead = defaultLetterhead('KOTA TANGERANG');
  const code = 'ABCDEFGH01234567';
  const stamp: Stamp = {
    code,
    contentHash: 'ab'.repeat(32),
    issuedAt: at('13:00'),
    url: `https://kader.uji/periksa/${code}`,
  };
  const names = ['Ani', `${'Siti '.repeat(60)}S.Sos.`, 'X'.repeat(200), '👍 Ünïcode', '=1+1', ''];
  const roll: Roll = rollOf(
    event,
    Array.from({ length: 45 }, (_, index) => ({
      name: names[index % names.length] ?? '',
      nameKey: String(index),
      jabatan: 'PSM' as const,
      kecamatanCode: index < 30 ? '36.71.07' : '36.71.09',
      kelurahanCode: null,
      invited: true,
      answer: null,
      arrival: null,
    })),
    { areas: null, variant: 'blank' },
    wilayah,
  );

  test('has the sheets of its layout, and the same bytes each time', async () => {
    const draw = () => attendanceListPdf(roll, { letterhead, logo: null }, stamp);
    const bytes = await draw();
    expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(pageCount(bytes)).toBe(pagesOf(roll.sections, rollHeights).length);
    expect((await draw()).equals(bytes)).toBe(true);
    const later = { ...stamp, issuedAt: at('13:01') };
    const other = await attendanceListPdf(roll, { letterhead, logo: null }, later);
    expect(other.equals(bytes)).toBe(false);
  });

  test('a certificate is one sheet, however long the names on it', async () => {
    const facts = {
      kind: 'CERTIFICATE' as const,
      event: { ...event, title: 'Pembinaan '.repeat(40), place: 'Gedung '.repeat(60) },
      person: { name: 'Siti '.repeat(60), jabatan: null, area: null },
      number: '134/12/V/2024',
      letterhead,
      otherFiles: [],
    };
    const draw = () => certificatePdf(facts, null, stamp);
    const bytes = await draw();
    expect(pageCount(bytes)).toBe(1);
    expect((await draw()).equals(bytes)).toBe(true);
  });
});

describe('a certificate', () => {
  const held = { status: 'OPEN', startsAt: at('08:00'), endsAt: at('12:00') } as const;

  test('is for those who came, once the event is over', () => {
    const came = { undoneAt: null, event: held };
    expect(certificateObstacle(came, at('11:59'))).toBe('not_over');
    expect(certificateObstacle(came, at('12:00'))).toBeNull();
    expect(certificateObstacle({ ...came, undoneAt: at('08:05') }, at('12:00'))).toBe(
      'did_not_come',
    );
    const off = { ...held, status: 'CANCELLED' } as const;
    expect(certificateObstacle({ ...came, event: off }, at('12:00'))).toBe('cancelled');
  });
});

describe('the code of a paper', () => {
  test('is read however it was typed', () => {
    for (let time = 0; time < 200; time += 1) {
      const code = newCode();
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
      expect(readCode(printedCode(code))).toBe(code);
      expect(readCode(` ${printedCode(code).toLowerCase().replaceAll('-', ' ')}\n`)).toBe(code);
      expect(readCode(code.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(code);
    }
  });

  test('is not made of anything else', () => {
    for (const typed of ['', 'ABCD', 'U'.repeat(16), '<script>alert(1)', '0'.repeat(17)])
      expect(readCode(typed)).toBeNull();
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const code = readCode(typed);
        expect(code === null || /^[0-9A-Z]{16}$/.test(code)).toBe(true);
      }),
    );
  });
});
