import type { PersonCard } from '../contract.ts';

const ZONE = 'Asia/Jakarta';

const clockFormat = new Intl.DateTimeFormat('id-ID', {
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
  timeZone: ZONE,
});
const dayFormat = new Intl.DateTimeFormat('id-ID', { dateStyle: 'full', timeZone: ZONE });
const shortDayFormat = new Intl.DateTimeFormat('id-ID', {
  day: 'numeric',
  month: 'short',
  timeZone: ZONE,
});
const decimalFormat = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });

/** `08.05`, in WIB. */
export function clockTime(at: number): string {
  return clockFormat.format(at);
}

/** `Rabu, 22 Mei 2024`, in WIB. */
export function dayTitle(at: number): string {
  return dayFormat.format(at);
}

/** `22 Mei`, in WIB. */
export function shortDay(at: number): string {
  return shortDayFormat.format(at);
}

/** `12,4 KB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${decimalFormat.format(bytes / 1_000)} KB`;
  return `${decimalFormat.format(bytes / 1_000_000)} MB`;
}

/** First and last name, as the chat app shows them. */
export function fullName(person: { firstName: string; lastName?: string | undefined }): string {
  return [person.firstName, person.lastName].filter(Boolean).join(' ');
}

/** `PSM · Karawaci`, or the phone number of someone without a role. */
export function personLine(person: PersonCard): string {
  const line = [person.role, person.kelurahan].filter(Boolean).join(' · ');
  return line || (person.phone ?? 'tanpa nomor');
}
