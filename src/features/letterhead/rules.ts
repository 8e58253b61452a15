import type { Letterhead, LetterheadField, SetLetterhead } from './schema.ts';

/** What is typed; the logo is sent as a picture. */
export type TypedField = Exclude<LetterheadField, 'logo'>;

/** A field that was typed, in the form in which it is kept. */
export type FieldReading =
  | { ok: true; change: SetLetterhead }
  | { ok: false; reason: 'empty' | 'too_long' | 'too_many_lines' | 'nip' };

/** Longer ones would not fit into their place on the paper. */
const longest: Record<TypedField, number> = {
  office: 60,
  address: 160,
  city: 40,
  title: 90,
  name: 70,
  nip: 40,
};
const mostOfficeLines = 3;

/**
 * The letterhead of a city that has set nothing yet.
 *
 * @param regency its official name in capitals: `KOTA TANGERANG`, `KABUPATEN LEBAK`
 */
export function defaultLetterhead(regency: string): Letterhead {
  return {
    office: [`PEMERINTAH ${regency}`, 'DINAS SOSIAL'],
    address: null,
    logo: null,
    city: inTitleCase(regency.replace(/^(KOTA|KABUPATEN)\s+(ADMINISTRASI\s+)?/, '')),
    title: `Kepala Dinas Sosial ${inTitleCase(regency)}`,
    name: null,
    nip: null,
  };
}

/** Understands what was typed for a field. */
export function readField(field: TypedField, typed: string): FieldReading {
  const lines = typed
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return { ok: false, reason: 'empty' };
  if (field === 'office') {
    if (lines.length > mostOfficeLines) return { ok: false, reason: 'too_many_lines' };
    if (lines.some((line) => line.length > longest.office))
      return { ok: false, reason: 'too_long' };
    return { ok: true, change: { office: lines } };
  }
  const value = lines.join(field === 'address' ? ', ' : ' ');
  if (value.length > longest[field]) return { ok: false, reason: 'too_long' };
  if (field !== 'nip') return { ok: true, change: { [field]: value } };
  const nip = value.replace(/^nip\b/i, '').replace(/[\s.:-]/g, '');
  return /^\d{18}$/.test(nip) ? { ok: true, change: { nip } } : { ok: false, reason: 'nip' };
}

/** An employee number as it is printed: `19700101 199501 1 001` (birth, appointment, sex, number). */
export function printedNip(nip: string | null): string | null {
  if (nip === null) return null;
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
}

function inTitleCase(words: string): string {
  return words.toLowerCase().replace(/\b\p{L}/gu, (letter) => letter.toUpperCase());
}
