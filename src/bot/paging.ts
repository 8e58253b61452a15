import type { InlineKeyboardButton } from 'telegraf/types';
import { button } from './message.ts';

/** One page of a list; a page past the end is the last one. */
export interface Page<T> {
  items: T[];
  /** From 0. */
  page: number;
  pages: number;
}

/** Cuts a list into pages of `size` and takes one of them. */
export function pageOf<T>(items: readonly T[], page: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const current = Math.min(page, pages - 1);
  return { items: items.slice(current * size, (current + 1) * size), page: current, pages };
}

/** The buttons to the pages before and after, as far as there are any. */
export function pageButtons(
  { page, pages }: Pick<Page<unknown>, 'page' | 'pages'>,
  data: (page: number) => string,
): InlineKeyboardButton[] {
  return [
    ...(page > 0 ? [button('◀️', data(page - 1))] : []),
    ...(page < pages - 1 ? [button('▶️', data(page + 1))] : []),
  ];
}
