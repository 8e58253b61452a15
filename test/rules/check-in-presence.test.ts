import { describe, expect, it } from 'vitest';
import type { KeptDeed } from '../../src/features/check-in/page/kept.ts';
import {
  listedAs,
  namesakeOf,
  presences,
  withArrival,
} from '../../src/features/check-in/page/presence.ts';
import type { Deed, DeskArrival } from '../../src/features/check-in/page-contract.ts';

const aminah: DeskArrival = { checkInId: 1, kaderId: 10, number: 1, at: 1_000 };
const guest: DeskArrival = {
  checkInId: 2,
  number: 2,
  at: 2_000,
  walkIn: true,
  guest: { name: 'Pak Lurah', area: 'Periuk' },
};

function kept(deed: Deed, name = 'Budi'): KeptDeed {
  return { nonce: deed.nonce, eventId: 1, order: 0, deed, name, outcome: null };
}

function recorded(nonce: string, kaderId: number, at: number): KeptDeed {
  const person = { by: 'kader' as const, kaderId };
  return kept({ kind: 'record', nonce, at, person, reason: null });
}

describe('who is there, as a desk sees it', () => {
  it('is what the server said, the latest first', () => {
    expect(presences([aminah, guest], [])).toMatchObject([
      { number: 2, name: 'Pak Lurah', kaderId: null, walkIn: true },
      { number: 1, kaderId: 10, walkIn: false },
    ]);
  });

  it('has on top what waits to be sent, without a number', () => {
    const [latest] = presences([aminah], [recorded('n1', 11, 3_000)]);
    expect(latest).toMatchObject({ kaderId: 11, number: null, nonce: 'n1', name: 'Budi' });
  });

  it('does not show twice who is there already', () => {
    expect(presences([aminah], [recorded('n1', 10, 3_000)])).toHaveLength(1);
    const twice = [recorded('n1', 11, 3_000), recorded('n2', 11, 3_500)];
    expect(presences([aminah], twice)).toHaveLength(2);
  });

  it('knows whose card was scanned', () => {
    const person = { by: 'card' as const, code: `kartu_11_${'x'.repeat(22)}` };
    const deed = kept({ kind: 'record', nonce: 'n1', at: 3_000, person, reason: null });
    expect(presences([], [deed])).toMatchObject([{ kaderId: 11 }]);
  });

  it('lacks who was taken back here, whether the server knows of them or not', () => {
    const undoKnown = kept({ kind: 'undo', nonce: 'n1', at: 3_000, target: { checkInId: 1 } });
    expect(presences([aminah], [undoKnown])).toEqual([]);
    const undoNew = kept({ kind: 'undo', nonce: 'n2', at: 4_000, target: { nonce: 'n1' } });
    expect(presences([], [recorded('n1', 11, 3_000), undoNew])).toEqual([]);
    expect(presences([], [undoNew])).toEqual([]);
  });

  it('says who left', () => {
    const leave = kept({ kind: 'leave', nonce: 'n1', at: 3_000, target: { checkInId: 1 } });
    expect(presences([aminah], [leave])).toMatchObject([{ leftAt: 3_000 }]);
  });

  it('knows a guest of the same name, as one hears it, from the same area', () => {
    const ridwan = { ...guest, guest: { name: 'Muhammad Ridwan', area: 'Cimone, Karawaci' } };
    const present = presences([aminah, ridwan], []);
    const named = (name: string, area: string) => namesakeOf(present, { name, area });
    expect(named('Mohamad Ridwan', 'Cimone, Karawaci')).toMatchObject({ number: 2 });
    expect(named('Mohamad Ridwan', 'Bugel, Karawaci')).toBeNull();
    expect(named('Ridwan Kamil', 'Cimone, Karawaci')).toBeNull();
  });

  it('knows who of the roster a guest is after all', () => {
    const entry = {
      id: 1,
      name: 'Hj. Siti Aminah, S.Sos.',
      jabatan: 'PSM',
      area: 'Bugel',
      invited: true,
    };
    const listed = (name: string, area: string) => listedAs([entry], { name, area });
    expect(listed('siti aminah', 'Bugel')).toBe(entry);
    expect(listed('Siti Aminah', 'Cimone')).toBeNull();
    expect(listed('Siti Rohmah', 'Bugel')).toBeNull();
  });

  it('says of nobody that they left who stayed after all', () => {
    const target = { checkInId: 1 };
    const leave = kept({ kind: 'leave', nonce: 'n1', at: 3_000, target });
    const stay = kept({ kind: 'stay', nonce: 'n2', at: 4_000, target });
    expect(presences([aminah], [leave, stay])).toMatchObject([{ leftAt: null }]);
    expect(presences([{ ...aminah, leftAt: 2_500 }], [stay])).toMatchObject([{ leftAt: null }]);
  });

  it('leaves out deeds whose outcome waits to be seen only', () => {
    const refused = { ...recorded('n1', 11, 3_000), outcome: { ok: false, reason: 'closed' } };
    expect(presences([], [refused as KeptDeed])).toEqual([]);
  });

  it('takes up one arrival ahead of the whole list', () => {
    const left = { ...aminah, leftAt: 5_000 };
    expect(withArrival([aminah, guest], left, true)).toEqual([guest, left]);
    expect(withArrival([aminah, guest], aminah, false)).toEqual([guest]);
  });
});
