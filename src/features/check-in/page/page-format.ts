import type { PageZone } from '../page-contract.ts';

/** `1.234` */
export function count(value: number): string {
  return new Intl.NumberFormat('id-ID').format(value);
}

/** `08.02` in the city's zone, wherever the device thinks it is. */
export function timeIn(zone: PageZone, at: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone.name,
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('hour')}.${part('minute')}`;
}
