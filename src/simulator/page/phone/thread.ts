import type { ChatMessage, PersonEvent, ReplyKeyboard } from '../../contract.ts';

/** What the events said last about one message: its newest form, or null once it was deleted. */
interface Heard {
  at: number;
  message: ChatMessage | null;
}

/** The part of one chat that is on the screen. */
export interface Thread {
  /** Ascending by message number, without gaps once `loaded`. */
  messages: readonly ChatMessage[];
  loaded: boolean;
  /** Nothing older is left on the server. */
  reachedStart: boolean;
  /** Pages asked for before this are out of date: the stream broke since, or a newer one is here. */
  pagesSince: number;
  keyboard: ReplyKeyboard | null;
  forceReply: { messageId: number; placeholder: string | null } | null;
  typing: boolean;
  heard: ReadonlyMap<number, Heard>;
}

/** A page of messages as the server answered it, and when (in events heard) it was asked for. */
export interface Page {
  messages: readonly ChatMessage[];
  /** Messages older than this number were asked for; null for the newest page. */
  before: number | null;
  limit: number;
  askedAt: number;
}

export const emptyThread: Thread = {
  messages: [],
  loaded: false,
  reachedStart: false,
  pagesSince: 0,
  keyboard: null,
  forceReply: null,
  typing: false,
  heard: new Map(),
};

/** The chat an event belongs to; null for answers to a tap, which belong to the tap. */
export function chatOf(event: PersonEvent): number | null {
  if (event.event === 'callbackAnswer') return null;
  return 'message' in event ? event.message.chatId : event.chatId;
}

/**
 * The thread after an event; `at` counts the events heard so far on this phone. A message that is
 * already there is replaced, so an event that comes twice changes nothing.
 */
export function afterEvent(thread: Thread, event: PersonEvent, at: number): Thread {
  switch (event.event) {
    case 'message': {
      const { message } = event;
      const next = {
        ...withMessage(thread, message),
        heard: remember(thread, message.messageId, message, at),
      };
      return message.from.isBot ? { ...next, typing: false } : { ...next, forceReply: null };
    }
    case 'edited': {
      const { message } = event;
      const heard = remember(thread, message.messageId, message, at);
      const shown = thread.messages.some((known) => known.messageId === message.messageId);
      return shown ? { ...withMessage(thread, message), heard } : { ...thread, heard };
    }
    case 'deleted':
      return {
        ...thread,
        messages: thread.messages.filter((known) => known.messageId !== event.messageId),
        heard: remember(thread, event.messageId, null, at),
      };
    case 'keyboard':
      return { ...thread, keyboard: event.keyboard };
    case 'forceReply':
      return {
        ...thread,
        forceReply: { messageId: event.messageId, placeholder: event.placeholder ?? null },
      };
    case 'typing':
      return { ...thread, typing: true };
    case 'callbackAnswer':
    case 'commands':
      return thread;
  }
}

/**
 * The thread when the stream of events begins anew: its messages must be asked for again, and the
 * stream itself first tells of a keyboard or a reply asked for that stands now.
 */
export function onNewStream(thread: Thread, at: number): Thread {
  return {
    ...thread,
    loaded: false,
    pagesSince: at,
    typing: false,
    keyboard: null,
    forceReply: null,
  };
}

/**
 * The thread with a page from the server merged in: the newest page takes the place of what was
 * there, an older one goes before it. Where an event spoke of a message after the page had been
 * asked for, the event is believed: the page may be older. Pages that are out of date, or would not
 * join the messages shown, change nothing.
 */
export function withPage(thread: Thread, page: Page): Thread {
  const startOfThread = thread.messages[0]?.messageId;
  if (page.askedAt < thread.pagesSince) return thread;
  if (page.before !== null && page.before !== startOfThread) return thread;
  const since = (messageId: number): Heard | null => {
    const heard = thread.heard.get(messageId);
    return heard !== undefined && heard.at > page.askedAt ? heard : null;
  };
  const reachedStart = page.messages.length < page.limit;
  const first = reachedStart ? 0 : (page.messages[0]?.messageId ?? 0);
  const fetched = page.messages.flatMap((message) => {
    const newer = since(message.messageId);
    if (newer === null) return [message];
    return newer.message === null ? [] : [newer.message];
  });
  const inPage = new Set(page.messages.map((message) => message.messageId));
  const arrivedMeanwhile = thread.messages.filter(
    ({ messageId }) =>
      messageId >= first &&
      !inPage.has(messageId) &&
      ((page.before !== null && messageId >= page.before) || since(messageId) !== null),
  );
  return {
    ...thread,
    messages: inOrder([...fetched, ...arrivedMeanwhile]),
    loaded: true,
    reachedStart,
    pagesSince: page.before === null ? page.askedAt : thread.pagesSince,
  };
}

function withMessage(thread: Thread, message: ChatMessage): Thread {
  const others = thread.messages.filter((known) => known.messageId !== message.messageId);
  return { ...thread, messages: inOrder([...others, message]) };
}

function remember(
  thread: Thread,
  messageId: number,
  message: ChatMessage | null,
  at: number,
): ReadonlyMap<number, Heard> {
  return new Map(thread.heard).set(messageId, { at, message });
}

function inOrder(messages: ChatMessage[]): ChatMessage[] {
  return messages.sort((a, b) => a.messageId - b.messageId);
}
