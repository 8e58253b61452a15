import type { ActionResult, ChatMessage, PersonAction, PersonEvent } from '../../contract.ts';
import * as simulator from '../simulator-client.ts';
import { listen } from './live-events.ts';
import {
  type Notice,
  newPhone,
  type PhoneState,
  phoneAfter,
  phoneOnNewStream,
  phoneWithPage,
  phoneWithThread,
  tapKey,
  threadOf,
} from './phone-state.ts';
import { explained, refusalWords } from './refusal-words.ts';
import { type TapAnswer, TapAnswers } from './tap-answers.ts';
import { isTelegramLink } from './telegram-link.ts';

const PAGE_SIZE = 50;
const UNREADABLE = 'Percakapan tidak dapat dibaca.';
const TYPING_SHOWN_MS = 5_500;
/** As long as the app shows a tapped button as waiting when the bot never answers. */
const TAP_WAITS_MS = 20_000;

/**
 * One person's phone: keeps its state in step with the simulator and does what the thumb does.
 * Refusals never throw; they show as a notice on the phone.
 */
export class Phone {
  readonly personId: number;
  /** Half-written messages by chat, kept while another chat is open. */
  readonly drafts = new Map<number, string>();
  #state: PhoneState = newPhone;
  readonly #watchers = new Set<() => void>();
  #inView = false;
  #choseChat = false;
  #loadingOlder = false;
  readonly #answers = new TapAnswers();
  readonly #typingTimers = new Map<number, ReturnType<typeof setTimeout>>();

  constructor(personId: number) {
    this.personId = personId;
  }

  get state(): PhoneState {
    return this.#state;
  }

  /** Calls `watcher` after every change; returns how to stop. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Goes on line and returns how to switch the phone off. */
  switchOn(): () => void {
    const readAgain = () => this.#markRead();
    document.addEventListener('visibilitychange', readAgain);
    const hangUp = listen(this.personId, {
      connected: () => void this.#synchronise(),
      heard: (event) => this.#hear(event),
      lost: () => this.#lost(),
    });
    return () => {
      document.removeEventListener('visibilitychange', readAgain);
      hangUp();
      for (const timer of this.#typingTimers.values()) clearTimeout(timer);
    };
  }

  /** Tells whether the messages of the open chat can be seen, which is what marks them as read. */
  setInView(inView: boolean): void {
    this.#inView = inView;
    this.#markRead();
  }

  /** Shows a chat, or the list of chats. */
  open(chatId: number | null): void {
    this.#choseChat = true;
    this.#set({ openChatId: chatId });
    if (chatId === null) return;
    if (!threadOf(this.#state, chatId).loaded) void this.#loadNewest(chatId);
    this.#markRead();
  }

  async loadOlder(): Promise<void> {
    const chatId = this.#state.openChatId;
    const thread = threadOf(this.#state, chatId);
    if (chatId === null || !thread.loaded || thread.reachedStart || this.#loadingOlder) return;
    this.#loadingOlder = true;
    await this.#load(chatId, thread.messages[0]?.messageId ?? null);
    this.#loadingOlder = false;
  }

  /** Does what the person does; null when Telegram's app would not allow it (a notice says why). */
  async act(action: PersonAction): Promise<ActionResult | null> {
    return this.#attempt(refusalWords(action.do), () => simulator.act(this.personId, action));
  }

  /** Sends a text into the open chat; tells whether it went. */
  async say(text: string, replyTo: number | null = null): Promise<boolean> {
    const chatId = this.#state.openChatId;
    if (chatId === null) return false;
    const reply = replyTo === null ? {} : { replyTo };
    return (await this.act({ do: 'say', chatId, text, ...reply })) !== null;
  }

  async sendFile(upload: simulator.OutgoingUpload): Promise<boolean> {
    return (
      (await this.#attempt(refusalWords('sendFile'), () =>
        simulator.sendFile(this.personId, upload),
      )) !== null
    );
  }

  async tap(message: ChatMessage, row: number, column: number): Promise<void> {
    const key = tapKey(message, row, column);
    if (this.#state.waitingTaps.has(key)) return;
    this.#set({ waitingTaps: new Set(this.#state.waitingTaps).add(key) });
    const { chatId, messageId } = message;
    const result = await this.act({ do: 'tap', chatId, messageId, row, column });
    const callbackId = result?.callbackId ?? null;
    if (callbackId === null) {
      this.#tapOver(key);
      return;
    }
    const early = this.#answers.expect(callbackId, key);
    if (early === null) setTimeout(() => this.#tapOver(key), TAP_WAITS_MS);
    else this.#answered(key, early);
  }

  /** Follows a link: Telegram's own stay on this phone, others open in a new tab. */
  async follow(url: string): Promise<boolean> {
    if (!isTelegramLink(url)) {
      window.open(url, '_blank', 'noopener');
      return true;
    }
    const result = await this.act({ do: 'followLink', url: url.trim() });
    if (result === null) return false;
    await this.#loadChats();
    this.open(result.chatId);
    return true;
  }

  /** Blocks the bot of a private chat, or lets it write again. */
  async setBlocked(bot: number, blocked: boolean): Promise<void> {
    await this.act(blocked ? { do: 'blockBot', bot } : { do: 'unblockBot', bot });
    await this.#loadPerson();
  }

  notify(notice: Notice | null): void {
    this.#set({ notice });
  }

  /** A line that never came up may be the fault of a person who does not exist. */
  #lost(): void {
    this.#set({ online: false });
    if (this.#state.person === null) void this.#loadPerson();
  }

  async #synchronise(): Promise<void> {
    this.#set(phoneOnNewStream(this.#state));
    await Promise.all([this.#loadPerson(), this.#loadChats()]);
    const { chats, openChatId } = this.#state;
    if (openChatId !== null) {
      this.#markRead();
      await this.#loadNewest(openChatId);
    } else if (!this.#choseChat) {
      const first = chats.find((chat) => chat.kind === 'private') ?? chats[0];
      if (first !== undefined) this.open(first.chatId);
    }
  }

  async #loadPerson(): Promise<void> {
    try {
      this.#set({ person: await simulator.getPerson(this.personId), failure: null });
    } catch (error) {
      this.#set({ failure: explained(error, 'Orang ini tidak ada.').text });
    }
  }

  async #loadChats(): Promise<void> {
    const chats = await this.#attempt(UNREADABLE, () => simulator.getChats(this.personId));
    if (chats !== null) this.#set({ chats });
  }

  async #loadNewest(chatId: number): Promise<void> {
    await this.#load(chatId, null);
  }

  async #load(chatId: number, before: number | null): Promise<void> {
    const askedAt = this.#state.eventsHeard;
    const messages = await this.#attempt(UNREADABLE, () =>
      simulator.getMessages(this.personId, chatId, { before, limit: PAGE_SIZE }),
    );
    if (messages === null) return;
    this.#set(phoneWithPage(this.#state, chatId, { messages, before, limit: PAGE_SIZE, askedAt }));
  }

  #hear(event: PersonEvent): void {
    if (event.event === 'callbackAnswer') {
      const key = this.#answers.receive(event);
      if (key !== null) this.#answered(key, event);
      return;
    }
    this.#set(phoneAfter(this.#state, event, this.#watching));
    if (event.event === 'typing') this.#endTypingLater(event.chatId);
    if (event.event === 'message') {
      const known = this.#state.chats.some((chat) => chat.chatId === event.message.chatId);
      if (!known) void this.#loadChats();
      this.#markRead(event.message.chatId === this.#state.openChatId);
    }
  }

  #answered(key: string, { text, alert, url }: TapAnswer): void {
    this.#tapOver(key);
    if (text) this.notify({ kind: alert ? 'alert' : 'toast', text });
    if (url) void this.follow(url);
  }

  #tapOver(key: string): void {
    const waitingTaps = new Set(this.#state.waitingTaps);
    if (waitingTaps.delete(key)) this.#set({ waitingTaps });
  }

  #endTypingLater(chatId: number): void {
    clearTimeout(this.#typingTimers.get(chatId));
    const end = () => this.#set(phoneWithThread(this.#state, chatId, { typing: false }));
    this.#typingTimers.set(chatId, setTimeout(end, TYPING_SHOWN_MS));
  }

  get #watching(): boolean {
    return this.#inView && !document.hidden;
  }

  #markRead(arrived = false): void {
    const { chats, openChatId } = this.#state;
    if (!this.#watching || openChatId === null) return;
    const unread = chats.find((chat) => chat.chatId === openChatId)?.unread ?? 0;
    if (unread === 0 && !arrived) return;
    this.#set({
      chats: chats.map((chat) => (chat.chatId === openChatId ? { ...chat, unread: 0 } : chat)),
    });
    void this.act({ do: 'read', chatId: openChatId });
  }

  /** Refusals become a notice in `words`. */
  async #attempt<T>(words: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      this.notify({ kind: 'toast', ...explained(error, words) });
      return null;
    }
  }

  #set(change: Partial<PhoneState>): void {
    this.#state = { ...this.#state, ...change };
    for (const watcher of this.#watchers) watcher();
  }
}
