import type { Chat, Message } from './chat.ts';

/** Oldest messages first, so that a bounded world forgets in order. */
export class Memory {
  readonly #limit: number;
  #order: Message[] = [];
  #forgotten = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Keeps the message in mind, drops what is beyond the limit and tells of which chats. */
  add(message: Message, onForgotten: (chat: Chat) => void): void {
    if (this.#limit === Number.POSITIVE_INFINITY) return;
    this.#order.push(message);
    while (this.#order.length - this.#forgotten > this.#limit) {
      const oldest = this.#order[this.#forgotten++];
      if (oldest === undefined) break;
      oldest.chat.messages.delete(oldest.id);
      onForgotten(oldest.chat);
    }
    if (this.#forgotten > this.#limit) {
      this.#order = this.#order.slice(this.#forgotten);
      this.#forgotten = 0;
    }
  }
}
