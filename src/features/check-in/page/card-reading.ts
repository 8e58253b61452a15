import type { DeskPerson } from '../schema.ts';

/**
 * The roster entry that a card names; whether the card is genuine, the server finds out.
 *
 * @param text what a scanner reads: `https://t.me/…?start=kartu_12_…`, or the code alone
 */
export function cardKader(text: string): number | null {
  const [, id] = /(?:^|kartu_)(\d{1,9})_[\w-]{22}$/.exec(text.trim()) ?? [];
  return id === undefined ? null : Number(id);
}

/** The roster entry of whom a desk records; null for a guest. */
export function kaderOf(person: DeskPerson): number | null {
  switch (person.by) {
    case 'kader':
      return person.kaderId;
    case 'card':
      return cardKader(person.code);
    case 'guest':
      return null;
  }
}
