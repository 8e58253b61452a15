import { expect, test } from 'vitest';
import { isGivingUp } from '../../src/language/giving-up.ts';

test.each([
  'batal',
  'Batal.',
  'BATALKAN',
  'dibatalin aja bu',
  'ga jadi',
  'Gak jadi deh, maaf',
  'nggak jd ya',
  'tidak usah',
  'cancel',
])('"%s" gives up', (words) => expect(isGivingUp(words)).toBe(true));

test.each([
  '',
  'batal ikut',
  'acaranya batal?',
  'jadi',
  'tidak',
  'ga jadi hadir',
  'Pak Batal Siregar',
  'tidak bisa',
])('"%s" does not', (words) => expect(isGivingUp(words)).toBe(false));
