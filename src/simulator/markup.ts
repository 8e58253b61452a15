import type { InlineKeyboard, InlineKeyboardButton } from './content.ts';
import type { ReplyKeyboard } from './contract.ts';
import { checkedLink } from './entities/markup-text.ts';
import type { Params } from './params.ts';
import { badRequest } from './refusal.ts';

/** What a bot may attach to a message. */
export type ReplyMarkup =
  | { kind: 'inline'; buttons: InlineKeyboard }
  | { kind: 'keyboard'; keyboard: ReplyKeyboard; selective: boolean }
  | { kind: 'remove'; selective: boolean }
  | { kind: 'forceReply'; placeholder: string | undefined; selective: boolean };

const MAX_INLINE_BUTTONS = 100;
const MAX_KEYBOARD_BUTTONS = 300;
const MAX_MARKUP_BYTES = 10_240;
const MAX_CALLBACK_DATA_BYTES = 64;
/** Fields that make something of an inline button besides a link or a callback. */
const OTHER_ACTIONS = [
  'callback_game',
  'pay',
  'switch_inline_query',
  'switch_inline_query_chosen_chat',
  'switch_inline_query_current_chat',
  'login_url',
  'web_app',
  'copy_text',
];

type Fields = Record<string, unknown>;

/** Reads `reply_markup`; null where it is absent or says nothing. */
export function readReplyMarkup(params: Params): ReplyMarkup | null {
  const given = params.json('reply_markup', 'reply keyboard markup');
  if (given === undefined) return null;
  if (!isFields(given)) throw badRequest('object expected as reply markup');
  const selective = given.selective === true;
  const placeholder = textOr(given.input_field_placeholder, undefined);
  const keyboard = rowsOf(given.keyboard, 'Field "keyboard" must be an Array of Arrays');
  if (keyboard.length > 0) {
    const rows = keyboard.map((row) => row.map(keyboardButton));
    const oneTime = given.one_time_keyboard === true;
    const persistent = given.is_persistent === true;
    const shown: ReplyKeyboard = {
      rows,
      oneTime,
      ...(persistent ? { persistent } : {}),
      ...(placeholder === undefined ? {} : { placeholder }),
    };
    return { kind: 'keyboard', keyboard: shown, selective };
  }
  const inline = rowsOf(
    given.inline_keyboard,
    'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
  );
  if (inline.length > 0) {
    return { kind: 'inline', buttons: inline.map((row) => row.map(inlineButton)) };
  }
  if (given.remove_keyboard === true) return { kind: 'remove', selective };
  if (given.force_reply === true) return { kind: 'forceReply', placeholder, selective };
  return null;
}

/** Reads `reply_markup` of an edit, where only an inline keyboard is possible. */
export function readInlineKeyboard(params: Params): InlineKeyboard | null {
  const markup = readReplyMarkup(params);
  if (markup === null) return null;
  if (markup.kind !== 'inline') throw badRequest('inline keyboard expected');
  return markup.buttons;
}

/** What only the server behind the Bot API checks, after the limits. */
export function checkReplyMarkup(markup: ReplyMarkup | null, isPrivate: boolean): void {
  if (markup?.kind === 'inline') checkInlineKeyboard(markup.buttons);
  if (markup?.kind !== 'keyboard') return;
  const buttons = markup.keyboard.rows.flat();
  const size = Buffer.byteLength(JSON.stringify(markup.keyboard));
  if (buttons.length > MAX_KEYBOARD_BUTTONS || size > MAX_MARKUP_BYTES) {
    throw badRequest('reply markup is too long');
  }
  if (isPrivate) return;
  if (buttons.some(({ request }) => request === 'contact')) {
    throw badRequest('phone number can be requested in private chats only');
  }
  if (buttons.some(({ request }) => request === 'location')) {
    throw badRequest('location can be requested in private chats only');
  }
}

export function checkInlineKeyboard(buttons: InlineKeyboard): void {
  for (const { callback_data = '' } of buttons.flat()) {
    if (Buffer.byteLength(callback_data) > MAX_CALLBACK_DATA_BYTES) {
      throw badRequest('BUTTON_DATA_INVALID');
    }
  }
  const size = Buffer.byteLength(JSON.stringify(buttons));
  if (buttons.flat().length > MAX_INLINE_BUTTONS || size > MAX_MARKUP_BYTES) {
    throw badRequest('reply markup is too long');
  }
}

function rowsOf(given: unknown, complaint: string): unknown[][] {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given) || !given.every(Array.isArray)) throw badRequest(complaint);
  return given.filter((row: unknown[]) => row.length > 0);
}

function keyboardButton(given: unknown): ReplyKeyboard['rows'][number][number] {
  const fields = typeof given === 'string' ? { text: given } : given;
  if (!isFields(fields)) {
    throw badRequest("can't parse keyboard button: KeyboardButton must be a String or an Object");
  }
  const text = textOr(fields.text, null);
  if (text === null) throw badRequest('can\'t parse keyboard button: Can\'t find field "text"');
  if (text.trim() === '') throw badRequest('keyboard button text must be non-empty');
  if (fields.request_contact === true) return { text, request: 'contact' };
  if (fields.request_location === true) return { text, request: 'location' };
  return { text };
}

function inlineButton(given: unknown): InlineKeyboardButton {
  const prefix = "can't parse inline keyboard button";
  if (!isFields(given)) throw badRequest(`${prefix}: InlineKeyboardButton must be an Object`);
  const text = textOr(given.text, null);
  if (text === null) throw badRequest(`${prefix}: Can't find field "text"`);
  if (text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  const url = textOr(given.url, '');
  if (url !== '') {
    const link = /^tg:/i.test(url) ? url : checkedLink(url);
    if (link === null) {
      throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
    }
    return { text, url: link };
  }
  const data = textOr(given.callback_data, '');
  if (data !== '') return { text, callback_data: data };
  const other = OTHER_ACTIONS.find((action) => given[action] !== undefined);
  if (other === undefined) {
    throw badRequest(`${prefix}: Text buttons are unallowed in the inline keyboard`);
  }
  return { text, [other]: given[other] };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOr<Otherwise>(value: unknown, otherwise: Otherwise): string | Otherwise {
  return typeof value === 'string' ? value : otherwise;
}
