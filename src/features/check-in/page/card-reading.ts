import type { DeskPerson } from '../schema.ts';

/**
 * What a card says: the roster entry that it names, and its code without whatever stands around it. Whether the
 * card is genuine, the server finds out.
 *
 * @param text what a scanner reads: `https://t.me/…?start=kartu_12_…`, or the code alone
 */
export function readCard(text: string): { kaderId: number; code: string } | null {
  const [, code = '', id] = /(?:^|kartu_)((\d{1,9})_[\w-]{22})$/.exec(text.trim()) ?? [];
  return id === undefined ? null : { kaderId: Number(id), code };
}

/** The roster entry of whom a desk records; null for a guest. */
export function kaderOf(person: DeskPerson): number | null {
  switch (person.by) {
    case 'kader':
      return person.kaderId;
    case 'card':
      return readCard(person.code)?.kaderId ?? null;
    case 'guest':
      return null;
  }
}
