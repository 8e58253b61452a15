import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLogo } from '../../src/features/letterhead/logo.ts';
import { defaultLetterhead, printedNip, readField } from '../../src/features/letterhead/rules.ts';
import { encodePng } from '../../src/platform/png.ts';
import { printPicture } from '../../src/platform/print-picture.ts';
import { fitText } from '../../src/platform/text-fitting.ts';

describe('the letterhead', () => {
  test('follows from the name of the regency', () => {
    expect(defaultLetterhead('KOTA TANGERANG')).toMatchObject({
      office: ['PEMERINTAH KOTA TANGERANG', 'DINAS SOSIAL'],
      city: 'Tangerang',
      title: 'Kepala Dinas Sosial Kota Tangerang',
    });
    expect(defaultLetterhead('KABUPATEN LEBAK').city).toBe('Lebak');
    expect(defaultLetterhead('KOTA ADMINISTRASI JAKARTA BARAT').city).toBe('Jakarta Barat');
  });

  test('takes an employee number however it is spaced', () => {
    for (const typed of [
      '196801011990031001',
      'NIP. 19680101 199003 1 001',
      'nip:19680101-199003-1-001',
    ])
      expect(readField('nip', typed)).toEqual({ ok: true, change: { nip: '196801011990031001' } });
    expect(readField('nip', '1968')).toEqual({ ok: false, reason: 'nip' });
    expect(printedNip('196801011990031001')).toBe('19680101 199003 1 001');
  });

  test('refuses what would not fit', () => {
    expect(readField('name', ' \n ')).toEqual({ ok: false, reason: 'empty' });
    expect(readField('name', 'x'.repeat(71))).toEqual({ ok: false, reason: 'too_long' });
    expect(readField('office', 'A\nB\nC\nD')).toEqual({ ok: false, reason: 'too_many_lines' });
    expect(readField('address', 'Jl. Satria 1\nTangerang')).toEqual({
      ok: true,
      change: { address: 'Jl. Satria 1, Tangerang' },
    });
  });
});

describe('a logo', () => {
  const picture = (side: number) =>
    encodePng({
      width: side,
      height: side,
      channels: 1,
      bytes: new Uint8Array(side * side).fill(10),
    });

  test('is what its bytes say', () => {
    expect(readLogo(picture(64))).toEqual({ ok: true, width: 64, height: 64 });
    expect(readLogo(picture(63))).toEqual({ ok: false, reason: 'too_small' });
    expect(readLogo(picture(4001))).toEqual({ ok: false, reason: 'too_large' });
    expect(readLogo(Buffer.concat([picture(64), Buffer.alloc(1024 * 1024)]))).toEqual({
      ok: false,
      reason: 'too_heavy',
    });
    // A JPEG: start of image, an application segment, then the frame with height and width.
    const frame = Buffer.from('ffd8ffe00004aaaaffc0001108006400c803000000000000', 'hex');
    expect(readLogo(frame)).toEqual({ ok: true, width: 200, height: 100 });
  });

  test('may be any bytes without doing harm', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, likeJpeg) => {
        const given = Buffer.from(bytes);
        if (likeJpeg) given.set([0xff, 0xd8].slice(0, given.length));
        expect(readLogo(given)).toHaveProperty('ok');
      }),
    );
  });

  test('is printed on white, no larger than needed; a damaged one is not taken', async () => {
    const printed = await printPicture(picture(1200), { width: 1200, height: 1200 });
    expect(printed && readLogo(printed)).toEqual({ ok: true, width: 600, height: 600 });
    const half = picture(100).subarray(0, 50);
    expect(await printPicture(half, { width: 100, height: 100 })).toBeNull();
  });
});

describe('a text in its place', () => {
  /** Every letter is half as wide as it is high. */
  const measure = (text: string, size: number) => text.length * size * 0.5;
  const place = { width: 100, size: 10, smallest: 6, lines: 2 };

  test('is never wider than it, and on no more lines', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 1, max: 3 }), (text, lines) => {
        const fitted = fitText(text, { ...place, lines }, measure);
        expect(fitted.lines.length).toBeLessThanOrEqual(lines);
        expect(fitted.size).toBeGreaterThanOrEqual(place.smallest);
        for (const line of fitted.lines)
          expect(measure(line, fitted.size)).toBeLessThanOrEqual(place.width);
      }),
    );
  });

  test('shrinks a little, then breaks, then shrinks further, then ends in dots', () => {
    expect(fitText('Siti Aminah', place, measure)).toEqual({ lines: ['Siti Aminah'], size: 10 });
    expect(fitText('Siti Nur Aminah, S.Sos', place, measure).lines).toHaveLength(1);
    expect(fitText('Siti Nur Aminah Kusumawardhani', place, measure)).toEqual({
      lines: ['Siti Nur Aminah', 'Kusumawardhani'],
      size: 10,
    });
    const long = fitText('Siti Nur Aminah Kusumawardhani binti Muhammad Syarif', place, measure);
    expect(long.lines.join(' ')).toBe('Siti Nur Aminah Kusumawardhani binti Muhammad Syarif');
    expect(long.size).toBeLessThan(10);
    expect(fitText('x'.repeat(200), place, measure).lines.at(-1)).toMatch(/…$/);
  });
});
