import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  criteriaOf,
  type Side,
  toggleCriterion,
} from '../../src/features/broadcast-audience/rules.ts';
import { whereAudience } from '../../src/features/kader/audience-repository.ts';
import { listKader } from '../../src/features/kader/repository.ts';
import { isInAudience } from '../../src/features/kader/rules.ts';
import { type Audience, audienceSchema, type Criterion } from '../../src/features/kader/schema.ts';
import { openTestDatabase } from '../support/test-database.ts';

const place: fc.Arbitrary<Criterion> = fc.oneof(
  fc.record({
    by: fc.constant('jabatan' as const),
    jabatan: fc.constantFrom('PSM' as const, 'TKSK' as const),
  }),
  fc.record({ by: fc.constant('kecamatan' as const), code: fc.constantFrom('1', '2') }),
  fc.record({ by: fc.constant('kelurahan' as const), code: fc.constantFrom('1.1', '2.1') }),
);
const criterion: fc.Arbitrary<Criterion> = fc.oneof(
  fc.constant({ by: 'all' as const }),
  place,
  fc.record({
    by: fc.constant('answer' as const),
    eventId: fc.constantFrom(1, 2),
    answer: fc.constantFrom(
      'HADIR' as const,
      'TIDAK_HADIR' as const,
      'IZIN' as const,
      'NONE' as const,
    ),
  }),
  fc.record({
    by: fc.constant('presence' as const),
    eventId: fc.constantFrom(1, 2),
    presence: fc.constantFrom('CAME' as const, 'ABSENT' as const),
  }),
);
const side = fc.constantFrom<Side>('include', 'exclude');
const taps = fc.array(fc.tuple(criterion, side), { maxLength: 12 });

function tapped(list: [Criterion, Side][]): Audience {
  return list.reduce<Audience>((audience, [c, s]) => toggleCriterion(audience, c, s), {
    include: [],
  });
}

const keys = (list: Criterion[]) => new Set(list.map((c) => JSON.stringify(c)));

describe('the cards of an audience', () => {
  it('are as before after two taps on the same place, unless everybody stood there', () => {
    fc.assert(
      fc.property(taps, place, side, (list, extra, where) => {
        const audience = tapped(list);
        const everywhere = [...audience.include, ...criteriaOf(audience, 'exclude')];
        const [twin] = [keys([extra])];
        fc.pre(!everywhere.some((c) => c.by === 'all' || twin?.has(JSON.stringify(c))));
        const twice = toggleCriterion(toggleCriterion(audience, extra, where), extra, where);
        expect(keys(twice.include)).toEqual(keys(audience.include));
        expect(keys(criteriaOf(twice, 'exclude'))).toEqual(keys(criteriaOf(audience, 'exclude')));
      }),
    );
  });

  it('never hold "everybody" beside anything else, nor the same group on both sides', () => {
    fc.assert(
      fc.property(taps, (list) => {
        const audience = tapped(list);
        const exclude = criteriaOf(audience, 'exclude');
        for (const here of [audience.include, exclude])
          if (here.some(({ by }) => by === 'all')) expect(here).toHaveLength(1);
        for (const key of keys(audience.include)) expect(keys(exclude).has(key)).toBe(false);
      }),
    );
  });
});

describe('an audience', () => {
  const tuti = { jabatan: 'TKSK' as const, kecamatanCode: '1', kelurahanCode: null };

  it('reaches whoever is in any of its groups', () => {
    expect(isInAudience(tuti, { include: [{ by: 'jabatan', jabatan: 'PSM' }] })).toBe(false);
    expect(
      isInAudience(tuti, {
        include: [
          { by: 'jabatan', jabatan: 'PSM' },
          { by: 'kecamatan', code: '1' },
        ],
      }),
    ).toBe(true);
    expect(isInAudience(tuti, { include: [] })).toBe(false);
  });

  it('leaves out whoever is in any group it excludes', () => {
    const audience: Audience = {
      include: [{ by: 'all' }],
      exclude: [{ by: 'jabatan', jabatan: 'TKSK' }],
    };
    expect(isInAudience(tuti, audience)).toBe(false);
    expect(isInAudience({ ...tuti, jabatan: 'PSM' }, audience)).toBe(true);
  });

  it('counts a newcomer to no answer, neither to include nor to exclude', () => {
    const silent: Criterion = { by: 'answer', eventId: 1, answer: 'NONE' };
    expect(isInAudience(tuti, { include: [silent] })).toBe(false);
    expect(isInAudience(tuti, { include: [{ by: 'all' }], exclude: [silent] })).toBe(true);
  });

  it('stored before there were exclusions still reads', () => {
    expect(audienceSchema.parse({ include: [{ by: 'all' }] })).toEqual({
      include: [{ by: 'all' }],
    });
  });

  it('means the same people in memory and in the database, a TKSK without kelurahan included', async () => {
    const { db, close } = await openTestDatabase();
    try {
      const now = new Date('2024-05-20T01:00:00Z');
      const people = [
        { jabatan: 'PSM' as const, kecamatanCode: '1', kelurahanCode: '1.1' },
        { jabatan: 'PSM' as const, kecamatanCode: '2', kelurahanCode: '2.1' },
        { jabatan: 'PSM' as const, kecamatanCode: '2', kelurahanCode: '2.2' },
        { jabatan: 'TKSK' as const, kecamatanCode: '1', kelurahanCode: null },
        { jabatan: 'TKSK' as const, kecamatanCode: '2', kelurahanCode: null },
      ];
      await db.kader.createMany({
        data: people.map((person, n) => ({
          ...person,
          name: `Kader ${n}`,
          nameKey: `kader ${n}`,
          createdAt: now,
          updatedAt: now,
        })),
      });
      await fc.assert(
        fc.asyncProperty(taps, async (list) => {
          const audience = tapped(list);
          const stored = await listKader(db, whereAudience(audience));
          const everybody = await listKader(db, {});
          expect(stored).toEqual(everybody.filter((kader) => isInAudience(kader, audience)));
        }),
        { numRuns: 60 },
      );
    } finally {
      await close();
    }
  });
});
