import type { Content, ForwardOrigin, InlineKeyboard } from './content.ts';
import type { ReplyKeyboard } from './contract.ts';

/** What the server keeps of a message. Content objects are never changed, only replaced. */
export interface Message {
  readonly id: number;
  readonly chat: Chat;
  readonly sender: Sender;
  /** Milliseconds since the epoch. */
  readonly at: number;
  editedAt: number | null;
  content: Content;
  readonly replyTo: number | null;
  readonly forward: ForwardOrigin | null;
  buttons: InlineKeyboard | null;
  readonly albumId: string | null;
  readonly isProtected: boolean;
  /** Sent together with a reply keyboard, its removal or a forced reply: Telegram never edits these. */
  readonly hadReplyMarkup: boolean;
}

export interface Sender {
  readonly kind: 'bot' | 'person';
  readonly id: number;
}

/** A private chat of a bot with a person, or a group. */
export interface Chat {
  /** As the Bot API names it: the person's id in private chats, negative for groups. */
  readonly id: number;
  readonly kind: 'private' | 'group' | 'supergroup';
  title: string;
  /** Bots and people who are in it now; a private chat has one of each. */
  readonly bots: Set<number>;
  readonly people: Set<number>;
  readonly administrators: Set<number>;
  creator: number | null;
  /** Bots that were in it once. */
  readonly formerBots: Map<number, 'left' | 'kicked'>;
  readonly messages: Map<number, Message>;
  /** What each person's app remembers about it. */
  readonly seats: Map<number, Seat>;
  /** Supergroups count for themselves. */
  nextMessageId: number;
  /** Private chats: the person pressed Start, blocked the bot. */
  started: boolean;
  blocked: boolean;
  migratedTo: number | null;
  pinned: number | null;
}

export interface Seat {
  unread: number;
  keyboard: ReplyKeyboard | null;
  /** Message the app will reply to by itself. */
  forceReply: number | null;
}

export function newChat(id: number, kind: Chat['kind'], title: string): Chat {
  return {
    id,
    kind,
    title,
    bots: new Set(),
    people: new Set(),
    administrators: new Set(),
    creator: null,
    formerBots: new Map(),
    messages: new Map(),
    seats: new Map(),
    nextMessageId: 1,
    started: false,
    blocked: false,
    migratedTo: null,
    pinned: null,
  };
}

/** The person's memory of the chat, made on first use. */
export function seatOf(chat: Chat, personId: number): Seat {
  const known = chat.seats.get(personId);
  if (known !== undefined) return known;
  const seat: Seat = { unread: 0, keyboard: null, forceReply: null };
  chat.seats.set(personId, seat);
  return seat;
}
