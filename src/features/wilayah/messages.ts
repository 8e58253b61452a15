import type { InlineKeyboardButton } from 'telegraf/types';
import type { Message } from '../../bot/message.ts';
import { button, buttons, inRows } from '../../bot/message.ts';
import * as text from '../../text/id/wilayah.ts';
import type { Area } from '../access/rules.ts';
import type { Wilayah } from './rules.ts';

/** Buttons that fill one screen of a cheap phone. */
const perPage = 16;

/**
 * Buttons to pick one of many areas: two in a row, and pages where there are too many for a screen.
 *
 * @param page from 0; one that does not exist shows the nearest
 * @param to.pick the data of the button of one area, by its code
 * @param to.turn the data of the button to another page
 */
export function areaButtons(
  areas: readonly { code: string; name: string }[],
  page: number,
  to: { pick: (code: string) => string; turn: (page: number) => string },
): InlineKeyboardButton[][] {
  const last = Math.max(0, Math.ceil(areas.length / perPage) - 1);
  const shown = Math.min(Math.max(page, 0), last);
  const items = areas
    .slice(shown * perPage, (shown + 1) * perPage)
    .map(({ code, name }) => button(name, to.pick(code)));
  return [...inRows(items, 2), pageButtons(shown, last, to.turn)];
}

/** ◀️ ▶️ where there is a page before or behind; pages count from 0. */
export function pageButtons(
  page: number,
  last: number,
  turn: (page: number) => string,
): InlineKeyboardButton[] {
  return [
    ...(page > 0 ? [button(text.previousPage, turn(page - 1))] : []),
    ...(page < last ? [button(text.nextPage, turn(page + 1))] : []),
  ];
}

/**
 * Areas that a typed answer may mean, one button for each, in full: `Kel. Karawaci (Kec. Karawaci)`.
 *
 * @param pick the data of the buttons, by an area's code
 * @param ways further rows, with the ways out
 */
export function unclearArea(
  said: string,
  mayBe: readonly Area[],
  wilayah: Wilayah,
  pick: { kecamatan: (code: string) => string; kelurahan: (code: string) => string },
  ...ways: InlineKeyboardButton[][]
): Message {
  const rows = mayBe.map(({ kecamatanCode, kelurahanCode }) => {
    const kecamatan = wilayah.findKecamatan(kecamatanCode)?.name ?? kecamatanCode;
    if (kelurahanCode === null)
      return [button(text.kecamatanLabel(kecamatan), pick.kecamatan(kecamatanCode))];
    const kelurahan = wilayah.findKelurahan(kelurahanCode)?.name ?? kelurahanCode;
    return [button(text.kelurahanLabel(kelurahan, kecamatan), pick.kelurahan(kelurahanCode))];
  });
  return { text: text.unclear(said, mayBe.length), keyboard: buttons(...rows, ...ways) };
}
