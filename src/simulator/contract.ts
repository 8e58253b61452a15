/**
 * What the chat page (and anything else that plays a person) and the simulator say to each other.
 * Types only. The server serves it under `/sim`; `src/simulator/page` and the tests use it.
 *
 * GET  /sim/people?search=&role=&kelurahan=&limit=    → PersonCard[]   (search: name, username, phone, role or kelurahan)
 * GET  /sim/people/:id                               → PersonCard
 * POST /sim/people                {NewPerson}        → PersonCard
 * GET  /sim/people/:id/chats                         → ChatCard[]     (newest first; the bot's private chat always listed)
 * GET  /sim/people/:id/chats/:chatId/messages?before=&limit=  → ChatMessage[] (oldest first)
 * POST /sim/people/:id/actions    {PersonAction}     → ActionResult   (400 {error} when Telegram's app would not allow it)
 * POST /sim/people/:id/files?chatId=&caption=        → ActionResult   (multipart, field `file`; images go as photo when `as=photo`)
 * GET  /sim/people/:id/events                        → SSE, each `data:` a PersonEvent
 * GET  /sim/files/:fileId                            → the bytes, with their type and name
 */

export interface NewPerson {
  firstName: string;
  lastName?: string;
  username?: string;
  /** E.164 with plus, for example `+6281234567890`. */
  phone?: string;
  /** What the page's picker shows and searches; free text, no meaning to the simulator. */
  role?: string;
  kelurahan?: string;
}

export interface PersonCard extends NewPerson {
  id: number;
  unread: number;
  /** The person has blocked the bot. */
  blockedBot: boolean;
}

export interface ChatCard {
  chatId: number;
  title: string;
  kind: 'private' | 'group';
  unread: number;
  lastText: string;
  /** Milliseconds since the epoch. */
  lastAt: number | null;
  /** Commands the bot has set for this person in this chat, for the menu button. */
  commands: { command: string; description: string }[];
  /** False before the person ever pressed Start. */
  started: boolean;
  /** Private chats: who is on the other side (deep links: `https://t.me/<username>?start=…`). */
  bot?: { id: number; username: string; name: string };
}

export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
}

export interface InlineButton {
  text: string;
  callbackData?: string;
  url?: string;
}

export interface ReplyKeyboard {
  rows: { text: string; request?: 'contact' | 'location' }[][];
  placeholder?: string;
  oneTime: boolean;
  /** Stays open even when the system keyboard is shown. */
  persistent?: boolean;
}

export interface MessageFile {
  kind: 'photo' | 'document' | 'video' | 'audio' | 'voice' | 'sticker' | 'animation';
  fileId: string;
  name: string;
  mimeType: string;
  /** Bytes. */
  size: number;
  width?: number;
  height?: number;
  /** What a sticker stands for. */
  emoji?: string;
}

/** One message as a person sees it. Buttons are addressed by row and column. */
export interface ChatMessage {
  chatId: number;
  messageId: number;
  from: { id: number; name: string; isBot: boolean };
  /** Milliseconds since the epoch. */
  at: number;
  editedAt: number | null;
  text: string;
  entities: Entity[];
  buttons: InlineButton[][];
  replyTo: { messageId: number; name: string; text: string } | null;
  forwardedFrom: string | null;
  file: MessageFile | null;
  contact: { name: string; phone: string } | null;
  location: { latitude: number; longitude: number } | null;
  /** Pinned service lines such as "joined the group" have this and no bubble. */
  service: string | null;
}

export type PersonAction =
  | { do: 'say'; chatId: number; text: string; replyTo?: number }
  | { do: 'tap'; chatId: number; messageId: number; row: number; column: number }
  | {
      do: 'shareContact';
      chatId: number /** someone else's card instead of one's own */;
      of?: NewPerson;
    }
  | { do: 'shareLocation'; chatId: number; latitude: number; longitude: number }
  | { do: 'sendSticker'; chatId: number; emoji: string }
  | { do: 'forward'; chatId: number; fromChatId: number; messageId: number }
  | { do: 'editMessage'; chatId: number; messageId: number; text: string }
  | { do: 'followLink'; url: string }
  | { do: 'read'; chatId: number }
  | { do: 'blockBot'; bot: number }
  | { do: 'unblockBot'; bot: number };

export interface ActionResult {
  /** The chat to show now (a deep link may open another one). */
  chatId: number;
  /** The message this action made, where it made one. */
  messageId: number | null;
  /** For a tap: the id by which the callback answer will come as an event. */
  callbackId: string | null;
}

export type PersonEvent =
  | { event: 'message'; message: ChatMessage }
  | { event: 'edited'; message: ChatMessage }
  | { event: 'deleted'; chatId: number; messageId: number }
  | { event: 'keyboard'; chatId: number; keyboard: ReplyKeyboard | null }
  | { event: 'forceReply'; chatId: number; messageId: number; placeholder?: string }
  | {
      event: 'callbackAnswer';
      callbackId: string;
      text: string | null;
      alert: boolean;
      url: string | null;
    }
  | { event: 'typing'; chatId: number }
  | { event: 'commands'; chatId: number; commands: { command: string; description: string }[] };
