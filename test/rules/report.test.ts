import fc from 'fast-check';
import { getVillages } from 'idn-area-data';
import { describe, expect, it } from 'vitest';
import {
  type Answered,
  arrivalsOf,
  groupByArea,
  percentOf,
  recapOf,
  silentOf,
  type Tally,
  tallyOf,
  turnoutOf,
} from '../../src/features/report/rules.ts';
import { numberTable, shortName } from '../../src/features/report/table.ts';

const person = fc.record({
  answer: fc.constantFrom('HADIR', 'TIDAK_HADIR', 'IZIN', null),
  registered: fc.boolean(),
  came: fc.boolean(),
  people: fc.integer({ min: 1, max: 40 }),
  kecamatanCode: fc.constantFrom('36.71.01', '36.71.07'),
  kelurahanCode: fc.constantFrom('1001', '1002', '1003', null),
});
const people = fc.array(person, { maxLength: 60 }).map((list): Answered[] =>
  list.map((each) => ({
    ...each,
    kelurahanCode:
      each.kelurahanCode === null ? null : `${each.kecamatanCode}.${each.kelurahanCode}`,
  })),
);

const walkIns = fc.array(
  fc.record({
    kecamatanCode: fc.constantFrom('36.71.01', '36.71.07'),
    kelurahanCode: fc.constant(null),
    people: fc.integer({ min: 1, max: 5 }),
  }),
  { maxLength: 5 },
);

const sum = (tallies: Tally[], column: keyof Tally) =>
  tallies.reduce((total, tally) => total + tally[column], 0);
const columns: (keyof Tally)[] = [
  'invited',
  'hadir',
  'tidakHadir',
  'izin',
  'belum',
  'registered',
  'came',
  'brokenPromise',
  'unannounced',
];

/** The same people one by one. */
const oneByOne = (groups: Answered[]) =>
  groups.flatMap(({ people: size = 1, ...each }) => Array.from({ length: size }, () => each));

describe('counting answers and arrivals', () => {
  it('everybody is counted once: the four answers add up to the invited', () => {
    fc.assert(
      fc.property(people, (list) => {
        const { invited, hadir, tidakHadir, izin, belum, registered } = tallyOf(list);
        expect(invited).toBe(oneByOne(list).length);
        expect(hadir + tidakHadir + izin + belum).toBe(invited);
        expect(registered).toBeLessThanOrEqual(invited);
        expect(belum).toBe(silentOf(oneByOne(list)).length);
      }),
    );
  });

  it('people who are alike count the same together as one by one', () => {
    fc.assert(
      fc.property(people, (list) => {
        expect(tallyOf(oneByOne(list))).toEqual(tallyOf(list));
      }),
    );
  });

  it('who came and who did not, with or without a word, are all of the invited', () => {
    fc.assert(
      fc.property(people, (list) => {
        const tally = tallyOf(list);
        const { came, brokenPromise, excused, silent } = turnoutOf(tally);
        expect(came + brokenPromise + excused + silent).toBe(tally.invited);
        expect(Math.min(came, brokenPromise, excused, silent)).toBeGreaterThanOrEqual(0);
        expect(silent).toBe(
          oneByOne(list).filter((each) => each.answer === null && !each.came).length,
        );
      }),
    );
  });

  it('the rows of a recap add up to its total, on either level, walk-ins included', () => {
    fc.assert(
      fc.property(people, walkIns, (list, uninvited) => {
        const { total, rows } = recapOf(list, uninvited);
        for (const column of columns)
          expect(
            sum(
              rows.map(({ tally }) => tally),
              column,
            ),
          ).toBe(total.tally[column]);
        expect(rows.reduce((all, row) => all + row.walkIns, 0)).toBe(total.walkIns);
        expect(total.walkIns).toBe(uninvited.reduce((all, each) => all + each.people, 0));
      }),
    );
  });

  it('going down into each kecamatan counts the same people again', () => {
    fc.assert(
      fc.property(people, (list) => {
        const parts = groupByArea(list, 'kecamatan').map(({ people: members }) => recapOf(members));
        for (const column of columns)
          expect(
            sum(
              parts.map(({ total }) => total.tally),
              column,
            ),
          ).toBe(tallyOf(list)[column]);
        expect(parts.every(({ level }) => level === 'kelurahan')).toBe(true);
      }),
    );
  });

  it('the order of the people changes nothing', () => {
    fc.assert(
      fc.property(people, walkIns, (list, uninvited) => {
        expect(recapOf([...list].reverse(), [...uninvited].reverse())).toEqual(
          recapOf(list, uninvited),
        );
      }),
    );
  });

  it('a hundredth is rounded, and of nobody there is none', () => {
    expect(percentOf(2, 3)).toBe(67);
    expect(percentOf(0, 3)).toBe(0);
    expect(percentOf(0, 0)).toBeNull();
  });

  it('arrivals mean nothing before check-in, little during it, and all when the event is over', () => {
    const event = {
      startsAt: new Date('2024-05-22T01:00:00Z'),
      endsAt: new Date('2024-05-22T05:00:00Z'),
    };
    const opened = new Date('2024-05-22T00:30:00Z');
    expect(arrivalsOf(event, null, new Date('2024-05-23T00:00:00Z'))).toBe('none');
    expect(arrivalsOf(event, opened, new Date('2024-05-22T04:59:00Z'))).toBe('coming_in');
    expect(arrivalsOf(event, opened, new Date('2024-05-22T05:00:00Z'))).toBe('complete');
  });

  it('one kecamatan is shown by kelurahan at once, TKSK first', () => {
    const of = (kelurahanCode: string | null): Answered => ({
      answer: null,
      registered: true,
      came: false,
      kecamatanCode: '36.71.07',
      kelurahanCode,
    });
    const { level, rows } = recapOf([of('36.71.07.1002'), of(null), of('36.71.07.1001')]);
    expect(level).toBe('kelurahan');
    expect(rows.map(({ area }) => area.kelurahanCode)).toEqual([
      null,
      '36.71.07.1001',
      '36.71.07.1002',
    ]);
  });
});

describe('the table', () => {
  it('fits a phone of 360 px, also with the longest names of the city', () => {
    const table = numberTable({ name: 'Kelurahan', numbers: ['H', 'T', 'I', 'B', 'D'] }, [
      { name: 'Poris Plawad Utara', numbers: [12, 3, 1, 0, 9] },
      { name: 'Poris Plawad Indah', numbers: [8, 0, 0, 2, 10] },
    ]);
    expect(table.split('\n')).toEqual([
      'Kelurahan           H T I B  D',
      'Poris Plawad Utara 12 3 1 0  9',
      'Poris Plawad Indah  8 0 0 2 10',
    ]);
  });

  it('never shows two kelurahan of one kecamatan under the same name', async () => {
    const villages = (await getVillages()).filter(({ code }) => code.startsWith('36.71.'));
    expect(villages).toHaveLength(104);
    const shown = villages.map(
      ({ district_code, name }) => `${district_code} ${shortName(name, 10)}`,
    );
    expect(new Set(shown).size).toBe(104);
    expect(shown.every((name) => name.length <= '36.71.01 '.length + 10)).toBe(true);
  });

  it('gives each column the width it needs, even for hundreds', () => {
    const table = numberTable({ name: 'Kecamatan', numbers: ['H', 'T', 'I', 'B', 'D'] }, [
      { name: 'Karang Tengah', numbers: [123, 45, 6, 789, 963] },
    ]);
    expect(table.split('\n')).toEqual([
      'Kecamatan       H  T I   B   D',
      'Karang Tengah 123 45 6 789 963',
    ]);
  });

  it('keeps what tells two neighbours apart', () => {
    expect(shortName('Poris Plawad Utara', 15)).toBe('P. Plawad Utara');
    expect(shortName('Panunggangan Barat', 15)).toBe('Panungga. Barat');
    expect(shortName('Cikokol', 15)).toBe('Cikokol');
    expect(shortName('Poris Plawad Utara', 10)).toBe('P.P. Utara');
    expect(shortName('Karangtengahbarat', 10)).toBe('Karangten…');
  });
});
