import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { personFinder } from '../../src/features/incentive/matching.ts';
import {
  type IncentivePlan,
  monthKey,
  planIncentives,
} from '../../src/features/incentive/planning.ts';
import { readIncentiveRow } from '../../src/features/incentive/reading.ts';
import type { MonthRecord, WrittenRow } from '../../src/features/incentive/schema.ts';
import { parseStatus } from '../../src/features/incentive/status-words.ts';
import type { PlaceCells } from '../../src/features/transfer/place-cells.ts';
import { kader, tangerang } from '../support/roster.ts';

let places: PlaceCells;
const today = '2024-05-20';

beforeAll(async () => {
  ({ places } = await tangerang());
});

function row(number: number, more: Partial<WrittenRow> = {}): WrittenRow {
  return {
    at: { sheet: null, number },
    no_hp: '081234567801',
    nama: 'Siti',
    kelurahan: null,
    kecamatan: null,
    periode: '2024-04',
    jumlah: 500_000,
    status: 'diproses',
    tanggal: null,
    keterangan: null,
    months: {},
    ...more,
  };
}

describe('a status', () => {
  it.each([
    ['diusulkan', 'PROPOSED'],
    ['Usulan', 'PROPOSED'],
    ['Terverifikasi', 'VERIFIED'],
    ['proses SP2D', 'PROCESSED'],
    ['sedang diproses', 'PROCESSED'],
    ['DITRANSFER', 'TRANSFERRED'],
    ['Sudah cair', 'TRANSFERRED'],
    ['ditransfr', 'TRANSFERRED'],
    ['pending', 'HELD'],
    ['Ditolak.', 'REJECTED'],
    ['belum cair', 'unknown'],
    ['belum ditransfer', 'unknown'],
    ['tidak ditransfer', 'unknown'],
    ['gagal', 'unknown'],
    ['500000', 'unknown'],
    ['-', 'empty'],
    [null, 'empty'],
  ])('%s → %s', (written, expected) => {
    const status = parseStatus(written);
    expect(status.ok ? status.value : status.reason).toBe(expected);
  });
});

describe('the cells of a row', () => {
  it.each<[string, Partial<WrittenRow>, string]>([
    ['as agreed', {}, '2024-04 500000 PROCESSED null null'],
    [
      'as offices write it',
      {
        periode: 'April 2024',
        jumlah: 'Rp 500.000,-',
        status: 'Sudah Cair',
        tanggal: '3 Mei 2024',
        keterangan: ' SP2D 12 ',
      },
      '2024-04 500000 TRANSFERRED 2024-05-03 SP2D 12',
    ],
    ['a serial number for a day', { tanggal: 45_415 }, '2024-04 500000 PROCESSED 2024-05-03 null'],
    ['an open amount is open', { jumlah: null }, '2024-04 null PROCESSED null null'],
    ['no month', { periode: null }, 'no_period'],
    ['a quarter', { periode: 'TW 1 2024' }, 'bad_period'],
    ['a month without year', { periode: 'April' }, 'bad_period'],
    ['no amount at all', { jumlah: 'nihil rupiah' }, 'bad_amount'],
    ['an account number for an amount', { jumlah: 1_234_567_890 }, 'bad_amount'],
    ['nothing paid', { jumlah: 0 }, 'bad_amount'],
    ['no status', { status: null }, 'no_status'],
    ['another status', { status: 'belum cair' }, 'unclear_status'],
    ['the month first', { tanggal: '05/22/2024' }, 'bad_date'],
    ['a year mistyped', { tanggal: '3 Mei 2042' }, 'bad_date'],
    ['nobody', { nama: null, no_hp: null }, 'no_name'],
    ['no name, but a number', { nama: null }, '2024-04 500000 PROCESSED null null'],
    [
      'an unreadable area beside a number',
      { kelurahan: 'Xanadu' },
      '2024-04 500000 PROCESSED null null',
    ],
    ['an unreadable area and no number', { kelurahan: 'Xanadu', no_hp: null }, 'place_unclear'],
    [
      'much at once',
      { periode: '?', jumlah: '?', status: '?' },
      'bad_period bad_amount unclear_status',
    ],
  ])('%s', (_, more, expected) => {
    const [read] = readIncentiveRow(row(2, more), places, today);
    const { month = null, problems = [] } = read ?? {};
    expect(
      month === null
        ? problems.map(({ why }) => why).join(' ')
        : `${month.period} ${month.amount} ${month.status} ${month.statusDate} ${month.note}`,
    ).toBe(expected);
  });

  it.each([
    ['rek 0101234567890', 'rek ••••7890'],
    ['BRI 1234-01-012345-50-1', 'BRI ••••5501'],
    ['NIK 3671 0123 4567 0001', 'NIK ••••0001'],
    ['SP2D 00123/2024 tanggal 03-05-2024', 'SP2D 00123/2024 tanggal 03-05-2024'],
    ['kurang 150.000', 'kurang 150.000'],
  ])('the remark "%s" is kept as "%s"', (keterangan, kept) => {
    expect(readIncentiveRow(row(2, { keterangan }), places, today)[0]?.month?.note).toBe(kept);
  });

  it('a column per month is a month each', () => {
    const months = readIncentiveRow(
      row(2, { periode: null, jumlah: null, months: { '2024-01': 500_000, '2024-02': 'x' } }),
      places,
      today,
    );
    expect(months.map(({ month, problems }) => month?.period ?? problems[0]?.why)).toEqual([
      '2024-01',
      'bad_amount',
    ]);
    expect(months[1]?.written).toMatchObject({ periode: '2024-02', jumlah: 'x' });
  });
});

describe('who is meant', () => {
  const people = [
    kader(1, 'Siti Aminah', '081234567801'),
    kader(2, 'Budi', '081234567802'),
    kader(3, 'Wati', null),
    kader(4, 'Wati', null, { kelurahanCode: '36.71.07.1001' }),
    kader(5, 'Dedi', null, { jabatan: 'TKSK', kelurahanCode: null }),
    kader(6, 'Ujang', '081234567806'),
  ];
  const find = (name: string, phone: string | null, kelurahanCode?: string) => {
    const [read] = readIncentiveRow(row(2, { nama: name, no_hp: phone }), places, today);
    if (read === undefined) throw new Error('a row is at least one month');
    const area = kelurahanCode === undefined ? null : { kecamatanCode: '36.71.07', kelurahanCode };
    const match = personFinder(people)({ ...read.person, area });
    return match.ok ? match.kader.id : match.problem.why;
  };
  const here = '36.71.07.1005';

  it.each<[string, [string, string | null, string?], number | string]>([
    ['by number', ['Siti Aminah', '081234567801'], 1],
    ['by number, name a little otherwise', ['Sity Aminah', '081234567801'], 1],
    ['by number alone', ['', '081234567801'], 1],
    ['somebody else has the number', ['Budi', '081234567801'], 'number_of_other'],
    ['by name alone, if there is but one', ['BUDI', null], 2],
    ['by name and area', ['Wati', null, here], 3],
    ['namesakes', ['Wati', null], 'namesakes'],
    ['a TKSK by the kecamatan', ['Dedi', null, here], 5],
    ['another number, no area', ['Ujang', '081299999999'], 'other_number'],
    ['another number, right area', ['Ujang', '081299999999', here], 6],
    ['a number nobody knew of somebody without', ['Dedi', '081299999999'], 5],
    ['the right name elsewhere', ['Budi', null, '36.71.07.1001'], 'unknown_person'],
    ['a name with a slip is no name', ['Ujank', null, here], 'unknown_person'],
    ['a stranger', ['Hantu', null], 'unknown_person'],
  ])('%s', (_, [name, phone, area], expected) => {
    expect(find(name, phone, area)).toBe(expected);
  });
});

describe('a list compared with what is recorded', () => {
  const people = [1, 2, 3].map((n) => kader(n, `Orang ${'ABC'[n - 1]}`, `08123456780${n}`));
  const plan = (rows: WrittenRow[], recorded: Map<string, MonthRecord & { id: number }>) =>
    planIncentives(
      rows.flatMap((written) => readIncentiveRow(written, places, today)),
      personFinder(people),
      recorded,
    );
  const file = fc.array(
    fc.record({
      who: fc.integer({ min: 1, max: 3 }),
      periode: fc.constantFrom('2024-03', '2024-04'),
      jumlah: fc.constantFrom(null, 350_000, 500_000),
      status: fc.constantFrom('diusulkan', 'diproses', 'ditransfer', 'ditunda', '?'),
      tanggal: fc.constantFrom(null, '2024-05-03'),
      keterangan: fc.constantFrom(null, 'SK'),
    }),
    { maxLength: 8 },
  );
  const rowsOf = (said: ({ who: number } & Partial<WrittenRow>)[]) =>
    said.map(({ who, ...more }, index) =>
      row(index + 2, { ...more, no_hp: `08123456780${who}`, nama: people[who - 1]?.name ?? '' }),
    );
  const applied = (
    recorded: Map<string, MonthRecord & { id: number }>,
    { created, changed }: IncentivePlan,
  ) => {
    const next = new Map(recorded);
    for (const month of [...created, ...changed])
      next.set(monthKey(month.kader.id, month.period), {
        id: month.before?.id ?? next.size + 1,
        ...month.after,
      });
    return next;
  };

  it('every row is accounted for, and the second time nothing changes', () => {
    fc.assert(
      fc.property(file, file, (before, now) => {
        const recorded = applied(new Map(), plan(rowsOf(before), new Map()));
        const first = plan(rowsOf(now), recorded);
        const planned = [...first.created, ...first.changed, ...first.unchanged];
        expect(planned.length + first.refused.length).toBe(now.length);
        expect(new Set(planned.map((m) => monthKey(m.kader.id, m.period))).size).toBe(
          planned.length,
        );
        const second = plan(rowsOf(now), applied(recorded, first));
        expect([second.created, second.changed]).toEqual([[], []]);
      }),
      { numRuns: 300 },
    );
  });

  it('an open cell keeps what is known while the status stays', () => {
    const known = {
      id: 1,
      amount: 350_000,
      status: 'HELD',
      statusDate: '2024-04-02',
      note: 'SK',
    } as const;
    const recorded = new Map([[monthKey(1, '2024-04'), known]]);
    const open = { nama: 'Orang A', jumlah: null, status: 'ditunda' };
    expect(plan([row(2, open)], recorded).unchanged).toHaveLength(1);
    const [moved] = plan([row(2, { ...open, status: 'diproses' })], recorded).changed;
    expect(moved?.after).toEqual({
      amount: 350_000,
      status: 'PROCESSED',
      statusDate: null,
      note: null,
    });
    expect(plan([row(2, open)], new Map()).refused[0]?.problems).toEqual([
      { why: 'amount_unknown' },
    ]);
  });

  it('contradicting rows are both refused, and a step back from the transfer is marked', () => {
    const rows = [row(2, { nama: 'Orang A' }), row(3, { nama: 'Orang A', jumlah: 350_000 })];
    expect(plan(rows, new Map()).refused.map(({ problems }) => problems[0]?.why)).toEqual([
      'month_twice',
      'month_twice',
    ]);
    const paid = {
      id: 1,
      amount: 500_000,
      status: 'TRANSFERRED',
      statusDate: null,
      note: null,
    } as const;
    const back = plan([row(2, { nama: 'Orang A' })], new Map([[monthKey(1, '2024-04'), paid]]));
    expect(back.changed[0]?.takesBack).toBe(true);
  });
});
