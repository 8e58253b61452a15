import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asClaimCode, inviteFault } from '../../src/features/access/invite-rules.ts';
import type { Actor, Area, GrantedRole } from '../../src/features/access/rules.ts';
import { covers, grantFor, scopeOf } from '../../src/features/access/rules.ts';

const kecamatan = fc.constantFrom('36.71.01', '36.71.02', '36.71.03');
const kelurahan = fc
  .tuple(kecamatan, fc.constantFrom('1001', '1002'))
  .map(([code, last]) => ({ kecamatanCode: code, kelurahanCode: `${code}.${last}` }));
const area: fc.Arbitrary<Area> = fc.oneof(
  kelurahan,
  kecamatan.map((kecamatanCode) => ({ kecamatanCode, kelurahanCode: null })),
);
const coordinator = area.map((of): GrantedRole => ({ role: 'COORDINATOR', ...of }));
const role: fc.Arbitrary<GrantedRole> = fc.oneof(
  coordinator,
  fc.constantFrom<GrantedRole>(
    { role: 'ADMIN' },
    { role: 'STAFF' },
    { role: 'COORDINATOR', kecamatanCode: null, kelurahanCode: null },
  ),
);

function actor(roles: GrantedRole[]): Actor {
  return { accountId: 1, telegramId: 1, firstName: 'Rina', consented: true, kader: null, roles };
}

describe('scopeOf', () => {
  test('is nothing without a role', () => {
    expect(scopeOf(actor([]))).toBeNull();
  });

  test('of staff and of a city coordinator covers everybody', () => {
    fc.assert(
      fc.property(area, fc.array(coordinator), (where, others) => {
        for (const granted of [
          { role: 'ADMIN' },
          { role: 'STAFF' },
          { role: 'COORDINATOR', kecamatanCode: null, kelurahanCode: null },
        ] as GrantedRole[]) {
          const scope = scopeOf(actor([...others, granted]));
          expect(scope !== null && covers(scope, where)).toBe(true);
        }
      }),
    );
  });

  test('of a coordinator covers the own areas and nothing else', () => {
    fc.assert(
      fc.property(fc.array(coordinator, { minLength: 1 }), area, (roles, where) => {
        const scope = scopeOf(actor(roles));
        const own = roles.some(
          (granted) =>
            granted.role === 'COORDINATOR' &&
            (granted.kelurahanCode === null
              ? granted.kecamatanCode === where.kecamatanCode
              : granted.kelurahanCode === where.kelurahanCode),
        );
        expect(scope !== null && covers(scope, where)).toBe(own);
      }),
    );
  });

  test('of a kelurahan does not reach the TKSK of its kecamatan', () => {
    const scope = scopeOf(
      actor([{ role: 'COORDINATOR', kecamatanCode: '36.71.01', kelurahanCode: '36.71.01.1001' }]),
    );
    expect(scope && covers(scope, { kecamatanCode: '36.71.01', kelurahanCode: null })).toBe(false);
  });

  test('never shrinks with another role', () => {
    fc.assert(
      fc.property(fc.array(role, { minLength: 1 }), role, area, (roles, more, where) => {
        const before = scopeOf(actor(roles));
        const after = scopeOf(actor([...roles, more]));
        if (before !== null && covers(before, where))
          expect(after !== null && covers(after, where)).toBe(true);
      }),
    );
  });
});

describe('grantFor', () => {
  test('gives each role what it needs and not more', () => {
    const met = (roles: GrantedRole[]) =>
      (['anyone', 'member', 'kader', 'coordinator', 'staff', 'admin'] as const).filter(
        (need) => grantFor(need, actor(roles)) !== null,
      );
    expect(met([])).toEqual(['anyone']);
    expect(met([{ role: 'COORDINATOR', kecamatanCode: '36.71.01', kelurahanCode: null }])).toEqual([
      'anyone',
      'member',
      'coordinator',
    ]);
    expect(met([{ role: 'STAFF' }])).toEqual(['anyone', 'member', 'coordinator', 'staff']);
    expect(met([{ role: 'ADMIN' }])).toEqual(['anyone', 'member', 'coordinator', 'staff', 'admin']);
  });
});

describe('a code that gives a role', () => {
  const now = new Date('2024-05-20T08:00:00+07:00');
  const invite = {
    id: 1,
    role: { role: 'STAFF' },
    createdById: 1,
    expiresAt: new Date('2024-05-27T08:00:00+07:00'),
    usedAt: null,
  } as const;

  test('is good until it is used or its time is over', () => {
    expect(inviteFault(invite, now)).toBeNull();
    expect(inviteFault({ ...invite, expiresAt: null }, now)).toBeNull();
    expect(inviteFault(invite, invite.expiresAt)).toBe('expired');
    expect(inviteFault({ ...invite, usedAt: now }, invite.expiresAt)).toBe('used');
  });

  test('is read however it was typed', () => {
    expect(asClaimCode(' k7qm 3xta ')).toBe('K7QM3XTA');
    expect(asClaimCode('K7QM-3XTA')).toBe('K7QM3XTA');
    expect(asClaimCode('')).toBe('');
  });
});
