import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeRate, readRate } from '../../src/features/incentive/rate-reading.ts';
import {
  monthsAfter,
  monthsBetween,
  type Rate,
  type RecordedMonth,
  rateFor,
  sumByStatus,
  timelineOf,
  viewMonths,
} from '../../src/features/incentive/rules.ts';
import { incentiveStatus } from '../../src/features/incentive/schema.ts';

const rates: Rate[] = [
  { jabatan: 'PSM', fromPeriod: '2017-01', amount: 350_000, payer: 'Kota', label: 'Insentif' },
  { jabatan: 'PSM', fromPeriod: '2020-01', amount: 500_000, payer: 'Kota', label: 'Insentif' },
];

describe('a standing amount', () => {
  it.each([
    ['2016-12', null],
    ['2017-01', 350_000],
    ['2019-12', 350_000],
    ['2020-01', 500_000],
    ['2024-05', 500_000],
  ])('of a PSM in %s is %s, in whatever order the rates stand', (period, amount) => {
    expect(rateFor(rates, 'PSM', period)?.amount ?? null).toBe(amount);
    expect(rateFor([...rates].reverse(), 'PSM', period)?.amount ?? null).toBe(amount);
    expect(rateFor(rates, 'TKSK', period)).toBeNull();
  });

  it.each([
    ['PSM 2025-01 600000', 'PSM 2025-01 600000 null null'],
    ['psm Januari 2025 Rp 600.000,-', 'PSM 2025-01 600000 null null'],
    ['TKSK 01/2025 1 juta', 'TKSK 2025-01 1000000 null null'],
    [
      'TKSK 2025-01 1.000.000 Kementerian Sosial / Tali asih',
      'TKSK 2025-01 1000000 Kementerian Sosial Tali asih',
    ],
    ['PSM 600000', 'form'],
    ['', 'form'],
    ['RW 2025-01 600000', 'jabatan'],
    ['PSM 2025-13 600000', 'period'],
    ['PSM 1999-12 600000', 'period'],
    ['PSM 2025-01 60', 'amount'],
  ])('typed as "%s"', (typed, expected) => {
    const read = readRate(typed, '2024-05');
    expect(
      read.ok
        ? `${read.rate.jabatan} ${read.rate.fromPeriod} ${read.rate.amount} ${read.rate.payer} ${read.rate.label}`
        : read.problem,
    ).toBe(expected);
  });

  it('takes payer and name from the rate before; the first of its kind must say who pays', () => {
    const said = {
      jabatan: 'PSM',
      fromPeriod: '2025-01',
      amount: 600_000,
      payer: null,
      label: null,
    } as const;
    expect(completeRate(said, rates)).toMatchObject({ payer: 'Kota', label: 'Insentif' });
    expect(completeRate({ ...said, jabatan: 'TKSK' }, rates)).toBeNull();
    expect(completeRate({ ...said, jabatan: 'TKSK', payer: 'Kemensos' }, rates)).toMatchObject({
      payer: 'Kemensos',
      label: 'Insentif',
    });
  });
});

describe('months', () => {
  it('follow each other over the turn of the year', () => {
    expect(monthsBetween('2023-11', '2024-02')).toEqual([
      '2023-11',
      '2023-12',
      '2024-01',
      '2024-02',
    ]);
    expect(monthsBetween('2024-02', '2024-01')).toEqual([]);
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 300 }), (n) => {
        const moved = monthsAfter('2024-05', n);
        expect(moved).toMatch(/^\d{4}-(0[1-9]|1[0-2])$/);
        expect(monthsAfter(moved, -n)).toBe('2024-05');
      }),
    );
  });

  it('are each what is known of them', () => {
    const record = (period: string): RecordedMonth => ({
      id: 1,
      period,
      amount: 500_000,
      status: 'TRANSFERRED',
      statusDate: null,
      note: null,
      updatedAt: new Date('2024-05-01T00:00:00Z'),
    });
    const views = viewMonths(
      ['2016-12', '2023-12', '2024-01', '2024-02', '2024-03', '2024-05', '2024-06'],
      {
        records: [record('2024-01'), record('2024-02')],
        firstMonth: '2024-01',
        listed: new Set(['2023-12', '2024-03']),
        schemeFrom: '2017-01',
        thisMonth: '2024-05',
      },
    );
    expect(views.map(({ is }) => is)).toEqual([
      'before_scheme',
      'before_start',
      'recorded',
      'recorded',
      'not_listed',
      'no_list',
      'ahead',
    ]);
  });

  const past = fc.array(
    fc.record({
      status: fc.constantFrom(...incentiveStatus.options),
      since: fc.constantFrom(null, '2024-04-02'),
    }),
    { minLength: 1, maxLength: 6 },
  );

  it('have come a way without gaps', () => {
    fc.assert(
      fc.property(past, (statuses) => {
        const reached = timelineOf(statuses).map((step) => step.reached);
        expect(
          reached.indexOf(false) === -1 || !reached.slice(reached.indexOf(false)).includes(true),
        ).toBe(true);
        const present = statuses.at(-1)?.status;
        const paid = timelineOf(statuses).at(-1)?.reached;
        if (present === 'TRANSFERRED') expect(paid).toBe(true);
        if (present === 'PROPOSED') expect(reached).toEqual([true, false, false, false]);
      }),
    );
  });

  it('add up by status without losing a rupiah', () => {
    const records = fc.array(
      fc.record({
        amount: fc.integer({ min: 1, max: 1_000_000 }),
        status: fc.constantFrom(...incentiveStatus.options),
        statusDate: fc.constant(null),
        note: fc.constant(null),
      }),
    );
    fc.assert(
      fc.property(records, (all) => {
        const sums = sumByStatus(all);
        expect(sums.reduce((sum, { amount }) => sum + amount, 0)).toBe(
          all.reduce((sum, { amount }) => sum + amount, 0),
        );
        expect(sums.reduce((sum, { months }) => sum + months, 0)).toBe(all.length);
      }),
    );
  });
});
