import { maskPhone, type Phone } from '../../platform/phone.ts';
import type { Area } from '../access/rules.ts';
import type { Jabatan } from './rules.ts';

/** A roster entry as an audit row keeps it: the number masked, since audit rows are read by more people. */
export function auditedEntry(
  entry: Area & { name: string; jabatan: Jabatan; phone: Phone | null },
) {
  const { name, jabatan, kecamatanCode, kelurahanCode, phone } = entry;
  return {
    name,
    jabatan,
    kecamatanCode,
    kelurahanCode,
    phone: phone === null ? null : maskPhone(phone),
  };
}
