import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardParameter } from '../../src/features/check-in/card-code.ts';
import { readCard } from '../../src/features/check-in/page/card-reading.ts';
import { keyExpiry, readKey, writeKey } from '../../src/features/check-in/page-keys.ts';

const secret = 'rahasia';
const now = new Date('2024-05-22T08:00:00+07:00');
const hour = 3_600_000;

const key = fc.record({
  page: fc.constantFrom('wall' as const, 'desk' as const),
  eventId: fc.integer({ min: 1, max: 1_000_000 }),
  accountId: fc.integer({ min: 1, max: 1_000_000 }),
  expiresAt: fc.integer({ min: 1, max: 24 }).map((hours) => new Date(now.getTime() + hours * hour)),
});

describe('the keys of the pages', () => {
  it('read back as what they were written for, until they expire', () => {
    fc.assert(
      fc.property(key, (given) => {
        const text = writeKey(given, secret);
        expect(readKey(given.page, text, secret, now)).toEqual({ ok: true, key: given });
        expect(readKey(given.page, text, secret, given.expiresAt)).toEqual({
          ok: false,
          reason: 'expired',
        });
        expect(text).toMatch(/^[\w.-]{1,99}$/);
      }),
    );
  });

  it('open nothing with one character changed, for the other page, or under another secret', () => {
    fc.assert(
      fc.property(key, fc.nat(), fc.constantFrom(...'0aZ.-'), (given, at, character) => {
        const text = writeKey(given, secret);
        const place = at % text.length;
        fc.pre(text[place] !== character);
        const changed = text.slice(0, place) + character + text.slice(place + 1);
        const forged = { ok: false, reason: 'forged' };
        expect(readKey(given.page, changed, secret, now)).toEqual(forged);
        const other = given.page === 'wall' ? 'desk' : 'wall';
        expect(readKey(other, text, secret, now)).toEqual(forged);
        expect(readKey(given.page, text, 'lain', now)).toEqual(forged);
      }),
    );
  });

  it('last twelve hours past the event, a day at the most, and long enough to type a list in', () => {
    const event = (startsAt: string, endsAt: string | null) => ({
      startsAt: new Date(`${startsAt}+07:00`),
      endsAt: endsAt === null ? null : new Date(`${endsAt}+07:00`),
    });
    const expiry = (of: ReturnType<typeof event>) => keyExpiry(of, now).toISOString();
    expect(expiry(event('2024-05-22T08:00', '2024-05-22T12:00'))).toBe('2024-05-22T17:00:00.000Z');
    expect(expiry(event('2024-05-22T08:00', null))).toBe('2024-05-22T21:00:00.000Z');
    expect(expiry(event('2024-06-22T08:00', null))).toBe('2024-05-23T01:00:00.000Z');
    expect(expiry(event('2024-05-01T08:00', null))).toBe('2024-05-22T03:00:00.000Z');
  });
});

describe('a card at the desk', () => {
  it('names its kader on the device as the server reads it, from the link or the code', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (kaderId) => {
        const parameter = cardParameter(kaderId, secret);
        expect(readCard(`https://t.me/kader_uji_bot?start=${parameter}`)?.kaderId).toBe(kaderId);
        expect(readCard(` ${parameter.replace('kartu_', '')} `)?.kaderId).toBe(kaderId);
      }),
    );
    const long = `https://t.me/kader_uji_bot?dari=${'x'.repeat(300)}&start=${cardParameter(7, secret)}`;
    expect(readCard(long)?.code).toBe(cardParameter(7, secret).replace('kartu_', ''));
    for (const other of ['', 'halo', 'https://t.me/kader_uji_bot?start=hadir_1_abcdefghij'])
      expect(readCard(other)).toBeNull();
  });
});
