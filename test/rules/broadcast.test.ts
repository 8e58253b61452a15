import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcedText, progressOf, toggleGroup } from '../../src/features/broadcast/rules.ts';
import { isInAudience } from '../../src/features/kader/rules.ts';
import type { Audience, Group } from '../../src/features/kader/schema.ts';

const group: fc.Arbitrary<Group> = fc.oneof(
  fc.constant({ by: 'all' as const }),
  fc.record({ by: fc.constant('jabatan' as const), jabatan: fc.constantFrom('PSM', 'TKSK') }),
  fc.record({ by: fc.constant('kecamatan' as const), code: fc.constantFrom('1', '2') }),
  fc.record({ by: fc.constant('kelurahan' as const), code: fc.constantFrom('1.1', '2.1') }),
);

describe('the text of an announcement', () => {
  it('is what follows the command, with its formatting moved along', () => {
    const text = '/siaran@kader_bot  Rapat penting';
    expect(announcedText(text, [{ type: 'bold', offset: 25, length: 7 }])).toEqual({
      ok: true,
      text: 'Rapat penting',
      entities: [{ type: 'bold', offset: 6, length: 7 }],
    });
  });

  it('loses the entity of the command itself', () => {
    const announced = announcedText('/siaran Halo', [
      { type: 'bot_command', offset: 0, length: 7 },
    ]);
    expect(announced).toEqual({ ok: true, text: 'Halo', entities: [] });
  });

  it.each(['/siaran', '/siaran   \n ', '   '])('is missing in %j', (text) => {
    expect(announcedText(text, [])).toEqual({ ok: false, reason: 'empty' });
  });
});

describe('an audience', () => {
  it('is as before when a group is chosen twice, unless everybody stood there', () => {
    fc.assert(
      fc.property(fc.array(group), group, (groups, extra) => {
        const audience = groups.reduce(toggleGroup, { include: [] } as Audience);
        fc.pre(!audience.include.some(({ by }) => by === 'all') && extra.by !== 'all');
        const twice = toggleGroup(toggleGroup(audience, extra), extra);
        expect(new Set(twice.include.map((g) => JSON.stringify(g)))).toEqual(
          new Set(audience.include.map((g) => JSON.stringify(g))),
        );
      }),
    );
  });

  it('never has "everybody" beside anything else', () => {
    fc.assert(
      fc.property(fc.array(group), (groups) => {
        const { include } = groups.reduce(toggleGroup, { include: [] } as Audience);
        if (include.some(({ by }) => by === 'all')) expect(include).toHaveLength(1);
      }),
    );
  });

  it('reaches whoever is in any of its groups', () => {
    const tuti = { jabatan: 'TKSK' as const, kecamatanCode: '1', kelurahanCode: null };
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
});

it('reckons progress from what is finished', () => {
  const tally = {
    sent: 200,
    blocked: 50,
    failed: 0,
    expired: 0,
    cancelled: 0,
    uncertain: 0,
    open: 750,
  };
  const start = new Date('2024-05-20T01:00:00Z');
  expect(progressOf(tally, start, new Date('2024-05-20T01:00:10Z'))).toEqual({
    total: 1000,
    finished: 250,
    share: 0.25,
    rate: 25,
    secondsLeft: 30,
  });
});
