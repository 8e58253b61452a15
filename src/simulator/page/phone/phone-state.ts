import type { ChatCard, ChatMessage, PersonCard, PersonEvent } from '../../contract.ts';
import {
  afterEvent,
  chatOf,
  emptyThread,
  onNewStream,
  type Page,
  type Thread,
  withPage,
} from './thread.ts';

/** What the bot's answer to a tap, or a refusal, shows over the chat. */
export interface Notice {
  kind: 'toast' | 'alert';
  text: string;
  /** The simulator's own words, for whoever wants to know more. */
  detail?: string;
}

/** Everything one phone shows; replaced, never changed in place. */
export interface PhoneState {
  person: PersonCard | null;
  /** Why the person could not be loaded. */
  failure: string | null;
  online: boolean;
  chats: readonly ChatCard[];
  openChatId: number | null;
  threads: ReadonlyMap<number, Thread>;
  /** Inline buttons that were tapped and still wait for the bot's answer, by `tapKey`. */
  waitingTaps: ReadonlySet<string>;
  notice: Notice | null;
  /** Events heard so far. */
  eventsHeard: number;
}

export const newPhone: PhoneState = {
  person: null,
  failure: null,
  online: false,
  chats: [],
  openChatId: null,
  threads: new Map(),
  waitingTaps: new Set(),
  notice: null,
  eventsHeard: 0,
};

/** Names one inline button among all messages. */
export function tapKey(message: ChatMessage, row: number, column: number): string {
  return `${message.chatId}/${message.messageId}/${row}/${column}`;
}

/** What is known of a chat; an empty thread for one that was not opened yet. */
export function threadOf(state: PhoneState, chatId: number | null): Thread {
  return (chatId === null ? undefined : state.threads.get(chatId)) ?? emptyThread;
}

/**
 * The phone after an event from the simulator. A message raises the unread count of its chat,
 * unless the person wrote it or is `watching` the chat (it is open and the page is in view).
 */
export function phoneAfter(state: PhoneState, event: PersonEvent, watching: boolean): PhoneState {
  const at = state.eventsHeard + 1;
  const heard = { ...state, eventsHeard: at };
  const chatId = chatOf(event);
  if (chatId === null) return heard;
  const threads = new Map(state.threads);
  threads.set(chatId, afterEvent(threadOf(state, chatId), event, at));
  return { ...heard, threads, chats: chatsAfter(state, event, watching) };
}

/** The phone when its stream of events begins (again). */
export function phoneOnNewStream(state: PhoneState): PhoneState {
  const at = state.eventsHeard + 1;
  const threads = [...state.threads].map(([id, thread]) => [id, onNewStream(thread, at)] as const);
  return { ...state, online: true, eventsHeard: at, threads: new Map(threads) };
}

/** The phone after the server answered with a page of a chat's messages. */
export function phoneWithPage(state: PhoneState, chatId: number, page: Page): PhoneState {
  const threads = new Map(state.threads);
  threads.set(chatId, withPage(threadOf(state, chatId), page));
  return { ...state, threads };
}

/** The phone with a change to one chat that no event told of. */
export function phoneWithThread(
  state: PhoneState,
  chatId: number,
  change: Partial<Thread>,
): PhoneState {
  const threads = new Map(state.threads);
  threads.set(chatId, { ...threadOf(state, chatId), ...change });
  return { ...state, threads };
}

/** The bot a person can block in this chat: the page knows only of the first bot whether it is. */
export function blockableBot(chat: ChatCard, person: PersonCard): number | null {
  return chat.bot !== undefined && chat.chatId === person.id ? chat.bot.id : null;
}

/** One line that stands for a message in lists and quotes. */
export function previewOf({ service, text, contact, location, file }: ChatMessage): string {
  if (service !== null) return service;
  if (text !== '') return text;
  if (contact !== null) return 'Kontak';
  if (location !== null) return 'Lokasi';
  if (file?.kind === 'photo') return 'Foto';
  if (file?.kind === 'sticker') return `${file.emoji ?? ''} Stiker`.trim();
  return file?.name ?? '';
}

function chatsAfter(state: PhoneState, event: PersonEvent, watching: boolean): readonly ChatCard[] {
  if (event.event === 'commands') {
    return state.chats.map((chat) =>
      chat.chatId === event.chatId ? { ...chat, commands: event.commands } : chat,
    );
  }
  if (event.event !== 'message') return state.chats;
  const { message } = event;
  const own = message.from.id === state.person?.id;
  return state.chats
    .map((chat) => {
      if (chat.chatId !== message.chatId) return chat;
      const seen = own || (watching && chat.chatId === state.openChatId);
      return {
        ...chat,
        started: chat.started || own,
        unread: seen ? chat.unread : chat.unread + 1,
        lastText: previewOf(message),
        lastAt: message.at,
      };
    })
    .sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0));
}
