import type {
  ForceReply,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  KeyboardButton,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'telegraf/types';
import type { OutgoingMessage } from '../platform/telegram.ts';
import type { Html } from '../text/html.ts';

export type Keyboard =
  | InlineKeyboardMarkup
  | ReplyKeyboardMarkup
  | ReplyKeyboardRemove
  | ForceReply;

/** What a person is shown: text, and perhaps buttons. */
export interface Message {
  text: Html;
  keyboard?: Keyboard;
}

/** A button under a message. `data` comes from a ButtonSpec. */
export function button(text: string, data: string): InlineKeyboardButton {
  return { text, callback_data: data };
}

/** Buttons under a message, row by row; empty rows are dropped. */
export function buttons(...rows: InlineKeyboardButton[][]): InlineKeyboardMarkup {
  return { inline_keyboard: rows.filter((row) => row.length > 0) };
}

/** Splits a long list of buttons into rows of `perRow`. */
export function inRows(items: InlineKeyboardButton[], perRow: number): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  for (let at = 0; at < items.length; at += perRow) rows.push(items.slice(at, at + perRow));
  return rows;
}

/** The keys that replace the phone's keyboard. */
export function keys(
  rows: (string | KeyboardButton)[][],
  placeholder?: string,
): ReplyKeyboardMarkup {
  return {
    keyboard: rows,
    resize_keyboard: true,
    ...(placeholder === undefined ? {} : { input_field_placeholder: placeholder }),
  };
}

/** A message as parameters of sendMessage or editMessageText, chat and number excepted. */
export function messageParameters({ text, keyboard }: Message): Record<string, unknown> {
  return {
    text: text.markup,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  };
}

/** A message for the outbox. */
export function toSend(message: Message): OutgoingMessage {
  return { method: 'sendMessage', payload: messageParameters(message) };
}
