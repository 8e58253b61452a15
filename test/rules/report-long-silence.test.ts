import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLongSilent } from '../../src/features/report/long-silence-rules.ts';

const sign = fc.record({ answered: fc.boolean(), came: fc.boolean() });
const silence = { answered: false, came: false };
const signs = fc.array(sign, { maxLength: 8 });

describe('silent for three events', () => {
  it('means: nothing at all at the last three, whatever was before', () => {
    fc.assert(
      fc.property(signs, (before) => {
        expect(isLongSilent([silence, silence, silence, ...before])).toBe(true);
      }),
    );
  });

  it('one sign among the last three is enough not to be', () => {
    fc.assert(
      fc.property(signs, fc.nat(2), fc.constantFrom('answered', 'came'), (before, at, kind) => {
        const last = [silence, silence, silence].map((each, index) =>
          index === at ? { ...each, [kind]: true } : each,
        );
        expect(isLongSilent([...last, ...before])).toBe(false);
      }),
    );
  });

  it('nobody is who was not asked three times', () => {
    expect(isLongSilent([])).toBe(false);
    expect(isLongSilent([silence, silence])).toBe(false);
  });

  it('a new sign ends it, and no older one begins it', () => {
    fc.assert(
      fc.property(signs, sign, (list, older) => {
        expect(isLongSilent([{ answered: true, came: false }, ...list])).toBe(false);
        if (isLongSilent(list)) expect(isLongSilent([...list, older])).toBe(true);
      }),
    );
  });
});
