import type { InlineKeyboardButton } from 'telegraf/types';
import { button } from '../../bot/message.ts';
import { labels } from '../../text/id/report.ts';

/** The buttons to the pages before and after, as far as there are any. */
export function turning(
  { page, pages }: { page: number; pages: number },
  data: (page: number) => string,
): InlineKeyboardButton[] {
  return [
    ...(page > 0 ? [button(labels.previous, data(page - 1))] : []),
    ...(page < pages - 1 ? [button(labels.next, data(page + 1))] : []),
  ];
}
