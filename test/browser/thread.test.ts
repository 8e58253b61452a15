import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatMessage, PersonEvent } from '../../src/simulator/contract.ts';
import {
  afterEvent,
  emptyThread,
  onNewStream,
  type Thread,
  withPage,
} from '../../src/simulator/page/phone/thread.ts';

const PAGE = 4;

function message(messageId: number, text: string): ChatMessage {
  return {
    chatId: 1,
    messageId,
    from: { id: 9, name: 'Bot', isBot: true },
    at: messageId,
    editedAt: null,
    text,
    entities: [],
    buttons: [],
    replyTo: null,
    forwardedFrom: null,
    file: null,
    contact: null,
    location: null,
    service: null,
  };
}

/** A server with one chat, a phone that watches it, and a line between them that can be cut. */
class Line {
  readonly stored = new Map<number, ChatMessage>();
  thread: Thread = emptyThread;
  online = false;
  #nextId = 1;
  #heard = 0;
  #answers: (() => void)[] = [];

  post(): void {
    const posted = message(this.#nextId++, 'baru');
    this.stored.set(posted.messageId, posted);
    this.#tell({ event: 'message', message: posted });
  }

  edit(which: number): void {
    const known = this.#pick(which);
    if (known === undefined) return;
    const edited = { ...known, text: `${known.text}!` };
    this.stored.set(known.messageId, edited);
    this.#tell({ event: 'edited', message: edited });
  }

  remove(which: number): void {
    const known = this.#pick(which);
    if (known === undefined) return;
    this.stored.delete(known.messageId);
    this.#tell({ event: 'deleted', chatId: 1, messageId: known.messageId });
  }

  /** The stream breaks or comes back; coming back, the phone asks for the newest page. */
  toggle(): void {
    this.online = !this.online;
    if (!this.online) return;
    this.#heard += 1;
    this.thread = onNewStream(this.thread, this.#heard);
    this.ask(null);
  }

  /** As the phone does near the top, and when messages do not fill the screen. */
  askOlder(): void {
    if (!this.thread.loaded || this.thread.reachedStart) return;
    this.ask(this.thread.messages[0]?.messageId ?? null);
  }

  askNewest(): void {
    if (this.online) this.ask(null);
  }

  /** The server answers at once, but the answer arrives later. */
  ask(before: number | null): void {
    const askedAt = this.#heard;
    const messages = [...this.stored.values()]
      .filter(({ messageId }) => before === null || messageId < before)
      .slice(-PAGE);
    this.#answers.push(() => {
      this.thread = withPage(this.thread, { messages, before, limit: PAGE, askedAt });
    });
  }

  /** Answers may overtake one another. */
  answer(which: number): void {
    const [next] = this.#answers.splice(which % Math.max(1, this.#answers.length), 1);
    next?.();
  }

  settle(): void {
    if (!this.online) this.toggle();
    while (this.#answers.length > 0) this.answer(0);
  }

  scrollToStart(): void {
    while (!this.thread.reachedStart) {
      this.askOlder();
      this.answer(0);
    }
  }

  #tell(event: PersonEvent): void {
    if (!this.online) return;
    this.#heard += 1;
    this.thread = afterEvent(this.thread, event, this.#heard);
  }

  #pick(which: number): ChatMessage | undefined {
    const all = [...this.stored.values()];
    return all[which % Math.max(1, all.length)];
  }
}

const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ do: 'post' as const }) },
  fc.record({ do: fc.constantFrom('toggle', 'askOlder', 'askNewest') }),
  fc.record({ do: fc.constantFrom('edit', 'remove', 'answer'), which: fc.nat(20) }),
);

describe('thread', () => {
  it('ends as the newest part of the server, however answers and events interleave', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const line = new Line();
        for (const each of steps) {
          if (!('which' in each)) line[each.do]();
          else line[each.do](each.which);
        }
        line.settle();
        const shown = line.thread.messages;
        const stored = [...line.stored.values()];
        expect(shown).toEqual(stored.slice(stored.length - shown.length));
        line.scrollToStart();
        expect(line.thread.messages).toEqual(stored);
      }),
      { numRuns: 10_000 },
    );
  });

  it('leaves out an older page that would not join the messages shown', () => {
    const newest = { before: null, limit: PAGE, askedAt: 0 };
    const shown = withPage(emptyThread, { ...newest, messages: [9, 10, 11, 12].map(numbered) });
    const older = { ...newest, before: 5, messages: [1, 2, 3, 4].map(numbered) };
    expect(withPage(shown, older)).toBe(shown);
    const joining = { ...newest, before: 9, messages: [5, 6, 7, 8].map(numbered) };
    expect(withPage(shown, joining).messages).toHaveLength(8);
  });
});

function numbered(messageId: number): ChatMessage {
  return message(messageId, 'lama');
}
