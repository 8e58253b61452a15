import { DateTime, Settings } from 'luxon';

/** How the three Indonesian zones are written behind a time. */
const zoneNames: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/**
 * Sets the city's zone for everything that reads or writes a date in this process.
 * One process serves one city, and a city has one zone (docs/adr/0003-one-zone.md).
 */
export function useZone(zone: string): void {
  Settings.defaultZone = zone;
  Settings.defaultLocale = 'id';
}

/** The city's zone, by its name and by what is written behind a time (`WIB`). */
export function cityZone(): { name: string; label: string } {
  return { name: Settings.defaultZone.name, label: zoneName() };
}

/** `Rabu, 22 Mei 2024` */
export function longDate(at: Date): string {
  return local(at).toFormat('cccc, d MMMM yyyy');
}

/** `Rab 22 Mei` */
export function shortDate(at: Date): string {
  return local(at).toFormat('ccc d MMM');
}

/** `08.00 WIB` */
export function timeOfDay(at: Date): string {
  return `${local(at).toFormat('HH.mm')} ${zoneName()}`;
}

/** `Rabu, 22 Mei 2024 pukul 08.00 WIB` */
export function dateAndTime(at: Date): string {
  return `${longDate(at)} pukul ${timeOfDay(at)}`;
}

/** `Rabu, 22 Mei 2024 pukul 08.00–12.00 WIB`; without an end `… pukul 08.00 WIB s.d. selesai`. */
export function timeSpan(startsAt: Date, endsAt: Date | null): string {
  if (endsAt === null) return `${dateAndTime(startsAt)} s.d. selesai`;
  const start = local(startsAt);
  const end = local(endsAt);
  if (!start.hasSame(end, 'day')) return `${dateAndTime(startsAt)} s.d. ${dateAndTime(endsAt)}`;
  return `${longDate(startsAt)} pukul ${start.toFormat('HH.mm')}–${end.toFormat('HH.mm')} ${zoneName()}`;
}

/** So many names are said; a message holds some hundreds at most, and nobody reads them. */
const mostListed = 15;

/** `Karawaci, Benda`; of many the first, `… dan 89 lainnya`. */
export function listed(names: readonly string[]): string {
  const said = names.slice(0, mostListed).join(', ');
  return names.length > mostListed
    ? `${said}, dan ${count(names.length - mostListed)} lainnya`
    : said;
}

/** `22 Mei 2024`, from 'YYYY-MM-DD'. */
export function dayOf(isoDate: string): string {
  return DateTime.fromISO(isoDate).setLocale('id').toFormat('d MMMM yyyy');
}

/** `22 Mei 2024` */
export function dayOfInstant(at: Date): string {
  return local(at).toFormat('d MMMM yyyy');
}

/** `April 2024`, from 'YYYY-MM'. */
export function monthOf(period: string): string {
  return DateTime.fromISO(`${period}-01`).setLocale('id').toFormat('MMMM yyyy');
}

/** `Rp500.000` */
export function rupiah(amount: number): string {
  return `Rp${count(amount)}`;
}

/** `1.234` */
export function count(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}

/** `sekitar 40 detik`, `sekitar 3 menit`. */
export function roughDuration(seconds: number): string {
  if (seconds < 90) return `sekitar ${Math.max(1, Math.round(seconds))} detik`;
  return `sekitar ${Math.round(seconds / 60)} menit`;
}

function local(at: Date): DateTime {
  return DateTime.fromJSDate(at).setLocale('id');
}

function zoneName(): string {
  const zone = Settings.defaultZone.name;
  return zoneNames[zone] ?? DateTime.now().toFormat('ZZZZ');
}
