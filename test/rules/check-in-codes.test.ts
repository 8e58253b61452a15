import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardParameter, readCard } from '../../src/features/check-in/card-code.ts';
import {
  codeChangesAt,
  isWallCode,
  readWallParameter,
  rotationMs,
  wallCode,
  wallParameter,
} from '../../src/features/check-in/wall-code.ts';

const keys = fc.string({ minLength: 20, maxLength: 60 });
const eventIds = fc.integer({ min: 1, max: 1_000_000 });
const instants = fc.integer({ min: 1_600_000_000_000, max: 2_000_000_000_000 });

describe('the code on the wall', () => {
  it('is taken for its rotation and forty seconds more', () => {
    fc.assert(
      fc.property(
        keys,
        eventIds,
        instants,
        fc.integer({ min: 0, max: 40_000 }),
        (key, event, at, later) => {
          const code = wallCode(key, event, new Date(at));
          const gone = codeChangesAt(new Date(at)).getTime();
          expect(isWallCode(key, event, code, new Date(at))).toBe(true);
          expect(isWallCode(key, event, code, new Date(gone + later - 1))).toBe(true);
        },
      ),
    );
  });

  it('is never taken after that, nor before it could be seen', () => {
    fc.assert(
      fc.property(
        keys,
        eventIds,
        instants,
        fc.integer({ min: 0, max: 7 * 86_400_000 }),
        (key, event, at, later) => {
          const code = wallCode(key, event, new Date(at));
          const gone = codeChangesAt(new Date(at)).getTime();
          expect(isWallCode(key, event, code, new Date(gone + 40_000 + later))).toBe(false);
          const shown = gone - rotationMs;
          expect(isWallCode(key, event, code, new Date(shown - rotationMs - 1 - later))).toBe(
            false,
          );
        },
      ),
    );
  });

  it('is taken at no other event, not even under the same secret, and with no other secret', () => {
    fc.assert(
      fc.property(keys, keys, eventIds, eventIds, instants, (key, other, event, another, time) => {
        fc.pre(event !== another && key !== other);
        const at = new Date(time);
        const code = wallCode(key, event, at);
        expect(isWallCode(key, another, code, at)).toBe(false);
        expect(isWallCode(other, event, code, at)).toBe(false);
      }),
    );
  });

  it('goes through a start parameter and back, and fits one', () => {
    fc.assert(
      fc.property(keys, eventIds, instants, (key, eventId, at) => {
        const code = wallCode(key, eventId, new Date(at));
        const parameter = wallParameter(eventId, code);
        expect(parameter).toMatch(/^hadir_[\w-]{1,58}$/);
        expect(readWallParameter(parameter.slice('hadir_'.length))).toEqual({ eventId, code });
      }),
    );
  });

  it('anything else is none', () => {
    for (const rest of [
      '',
      '1',
      '1_',
      '_AAAAAAAAAA',
      '1_AAAAAAAAA',
      '1_AAAAAAAAAAA',
      'a_AAAAAAAAAA',
    ])
      expect(readWallParameter(rest)).toBeNull();
  });
});

describe('a kader’s card', () => {
  it('is read back as parameter and as link, and only with the same secret', () => {
    fc.assert(
      fc.property(keys, keys, eventIds, (secret, other, kaderId) => {
        fc.pre(secret !== other);
        const parameter = cardParameter(kaderId, secret);
        expect(parameter).toMatch(/^[\w-]{1,64}$/);
        expect(readCard(parameter, secret)).toBe(kaderId);
        expect(readCard(parameter.slice('kartu_'.length), secret)).toBe(kaderId);
        expect(readCard(`https://t.me/some_bot?start=${parameter}`, secret)).toBe(kaderId);
        expect(readCard(parameter, other)).toBeNull();
      }),
    );
  });

  it('cannot be changed to another number', () => {
    const [, , signature] = cardParameter(1, 'secret').split('_');
    expect(readCard(`kartu_2_${signature}`, 'secret')).toBeNull();
  });
});
