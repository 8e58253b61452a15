import type { ChatMessage, NewPerson } from '../../src/simulator/contract.ts';
import type { CallbackAnswer, Simulator } from '../../src/simulator/simulator.ts';

/**
 * Somebody with a phone, as a test plays them: says and taps things, and looks at what came.
 * Everything that comes must be looked at; `world.end` fails on the rest.
 */
export class Person {
  readonly id: number;
  readonly name: string;
  readonly #simulator: Simulator;
  readonly #settle: () => Promise<void>;
  readonly #transcript: string[];
  /** Messages not looked at yet, as they stand now. */
  #unread: ChatMessage[] = [];
  /** Taps whose callback query the bot has not answered. */
  #taps: string[] = [];
  #lastCallback: string | null = null;

  constructor(
    simulator: Simulator,
    settle: () => Promise<void>,
    transcript: string[],
    card: NewPerson & { id?: number; hasStarted?: boolean },
  ) {
    const { id } = simulator.addPerson(card);
    this.id = id;
    this.name = card.firstName;
    this.#simulator = simulator;
    this.#settle = settle;
    this.#transcript = transcript;
    simulator.events.subscribe((personId, event) => {
      if (personId !== this.id) return;
      if (event.event === 'message' || event.event === 'edited')
        this.#receive(event.message, event.event);
      if (event.event === 'callbackAnswer' && event.text !== null) this.#note(`⟨${event.text}⟩`);
    });
  }

  /** Types a text, perhaps in reply to the newest message that matches. */
  async says(text: string, replyTo?: RegExp): Promise<void> {
    this.#note(`says: ${text}`);
    const answered = replyTo === undefined ? null : this.#find((m) => replyTo.test(m.text));
    this.#simulator.act(this.id, {
      do: 'say',
      chatId: this.id,
      text,
      ...(answered === null ? {} : { replyTo: answered.messageId }),
    });
    await this.#settle();
  }

  /** Presses the newest button with that label (or beginning with it), under a message or on the big keyboard. */
  async taps(label: string, inMessage?: RegExp): Promise<void> {
    this.#press(label, inMessage);
    await this.#settle();
  }

  /** The same, without waiting for the bot: for two taps at once. */
  tapsAtOnce(label: string, times: number): Promise<void> {
    for (let tap = 0; tap < times; tap += 1) this.#press(label);
    return this.#settle();
  }

  /** Shares the own number, or somebody else's card. */
  async sharesContact(of?: NewPerson): Promise<void> {
    this.#note(`shares ${of === undefined ? 'own number' : `the card of ${of.firstName}`}`);
    this.#simulator.act(this.id, {
      do: 'shareContact',
      chatId: this.id,
      ...(of === undefined ? {} : { of }),
    });
    await this.#settle();
  }

  /** Sends where one is. */
  async sharesLocation(place: { latitude: number; longitude: number }): Promise<void> {
    this.#note(`shares ${place.latitude}, ${place.longitude}`);
    this.#simulator.act(this.id, { do: 'shareLocation', chatId: this.id, ...place });
    await this.#settle();
  }

  async sendsSticker(emoji = '👍'): Promise<void> {
    this.#note(`sends sticker ${emoji}`);
    this.#simulator.act(this.id, { do: 'sendSticker', chatId: this.id, emoji });
    await this.#settle();
  }

  /** Sends a file, with a caption such as `/impor kader`. */
  async sendsFile(
    name: string,
    bytes: Uint8Array,
    caption?: string,
    as: 'document' | 'photo' | 'video' | 'voice' = 'document',
  ): Promise<void> {
    this.#note(`sends ${as} ${name}${caption === undefined ? '' : ` "${caption}"`}`);
    this.#simulator.sendFile(this.id, {
      name,
      bytes,
      as,
      ...(caption === undefined ? {} : { caption }),
    });
    await this.#settle();
  }

  /** Sends pictures as one album; only its first has the caption. */
  async sendsAlbum(pictures: readonly Uint8Array[], caption?: string): Promise<void> {
    this.#note(
      `sends an album of ${pictures.length}${caption === undefined ? '' : ` "${caption}"`}`,
    );
    const albumId = `album ${this.id} ${this.#simulator.messagesOf(this.id).length}`;
    for (const [index, bytes] of pictures.entries())
      this.#simulator.sendFile(this.id, {
        name: `foto-${index + 1}.png`,
        bytes,
        as: 'photo',
        albumId,
        ...(index === 0 && caption !== undefined ? { caption } : {}),
      });
    await this.#settle();
  }

  /** Forwards the newest message that matches, of whoever's, to the bot. */
  async forwards(pattern: RegExp | string): Promise<void> {
    const shown = this.#simulator.messagesOf(this.id).findLast((m) => matches(m, pattern));
    if (shown === undefined) throw this.#failure(`${this.name} has no message ${pattern}`);
    this.#note(`forwards ${pattern}`);
    const { messageId } = shown;
    this.#simulator.act(this.id, {
      do: 'forward',
      chatId: this.id,
      fromChatId: this.id,
      messageId,
    });
    await this.#settle();
  }

  /** Replies to the newest of one's own messages that matches. */
  async repliesToOwn(pattern: RegExp | string, text: string): Promise<void> {
    const own = this.#simulator
      .messagesOf(this.id)
      .findLast((message) => !message.from.isBot && matches(message, pattern));
    if (own === undefined) throw this.#failure(`${this.name} never sent ${pattern}`);
    this.#note(`replies to ${pattern}: ${text}`);
    this.#simulator.act(this.id, { do: 'say', chatId: this.id, text, replyTo: own.messageId });
    await this.#settle();
  }

  /** Opens a t.me link. */
  async follows(url: string): Promise<void> {
    this.#note(`follows ${url}`);
    this.#simulator.act(this.id, { do: 'followLink', url });
    await this.#settle();
  }

  /** Blocks the bot, or lets it in again. */
  async blocks(block = true): Promise<void> {
    this.#note(block ? 'blocks the bot' : 'unblocks the bot');
    const bot = this.#simulator.bots[0]?.id ?? 0;
    this.#simulator.act(this.id, block ? { do: 'blockBot', bot } : { do: 'unblockBot', bot });
    await this.#settle();
  }

  /**
   * Looks at the oldest message not looked at yet that matches.
   *
   * @returns the message, for its buttons and files
   */
  sees(pattern: RegExp | string): ChatMessage {
    const at = this.#unread.findIndex((message) => matches(message, pattern));
    const [found] = at < 0 ? [] : this.#unread.splice(at, 1);
    if (found === undefined) throw this.#failure(`${this.name} does not see ${pattern}`);
    return found;
  }

  /** There is nothing unread that matches. */
  doesNotSee(pattern: RegExp | string): void {
    if (this.#unread.some((message) => matches(message, pattern)))
      throw this.#failure(`${this.name} sees ${pattern}`);
  }

  /** Nothing at all came since the last look. */
  seesNothing(): void {
    if (this.#unread.length > 0) throw this.#failure(`${this.name} sees something`);
  }

  /** Looks at everything that came, whatever it is. */
  looksAway(): void {
    this.#unread = [];
  }

  /** The labels on the newest message with buttons, row by row. */
  get buttons(): string[] {
    const message = this.#find((m) => m.buttons.length > 0);
    return (message?.buttons ?? []).flat().map((item) => item.text);
  }

  /** The labels on the big keyboard. */
  get keys(): string[] {
    return (this.#simulator.keyboardOf(this.id)?.rows ?? []).flat().map((key) => key.text);
  }

  /** The commands in this person's menu. */
  get commands(): string[] {
    return this.#simulator.chatsOf(this.id)[0]?.commands.map((item) => item.command) ?? [];
  }

  /** What the bot answered to the last tap: the toast or alert. */
  get toast(): CallbackAnswer | null {
    return this.#lastCallback === null ? null : this.#simulator.callbackAnswer(this.#lastCallback);
  }

  /** The newest message that matches, looked at or not. */
  message(pattern: RegExp | string): ChatMessage {
    const found = this.#find((m) => matches(m, pattern));
    if (found === null) throw this.#failure(`${this.name} has no message ${pattern}`);
    return found;
  }

  /** What is left at the end of a test that should not be: unread messages, unanswered taps. */
  leftovers(): string[] {
    const unanswered = this.#taps.filter((id) => this.#simulator.callbackAnswer(id) === null);
    return [
      ...this.#unread.map(
        (message) => `${this.name} never looked at: ${message.text.slice(0, 200)}`,
      ),
      ...unanswered.map(() => `a tap of ${this.name} was never answered`),
    ];
  }

  #press(label: string, inMessage?: RegExp): void {
    const fits = (text: string) => text === label || text.includes(label);
    const message = this.#find(
      (m) =>
        (inMessage === undefined || inMessage.test(m.text)) &&
        m.buttons.flat().some((b) => fits(b.text)),
    );
    if (message === null) {
      this.#pressKey(label, fits);
      return;
    }
    this.#note(`taps [${label}]`);
    const spots = message.buttons.flatMap((buttons, row) =>
      buttons.map((button, column) => ({ button, row, column })),
    );
    const spot =
      spots.find(({ button }) => button.text === label) ??
      spots.find(({ button }) => fits(button.text));
    if (spot === undefined) throw this.#failure(`no button ${label}`);
    const { callbackId } = this.#simulator.act(this.id, {
      do: 'tap',
      chatId: this.id,
      messageId: message.messageId,
      row: spot.row,
      column: spot.column,
    });
    this.#lastCallback = callbackId;
    if (callbackId !== null) this.#taps.push(callbackId);
  }

  #pressKey(label: string, fits: (text: string) => boolean): void {
    const key = this.#simulator
      .keyboardOf(this.id)
      ?.rows.flat()
      .find((k) => fits(k.text));
    if (key === undefined) throw this.#failure(`${this.name} finds no button [${label}]`);
    this.#note(`taps key [${key.text}]`);
    this.#simulator.act(
      this.id,
      key.request === 'contact'
        ? { do: 'shareContact', chatId: this.id }
        : { do: 'say', chatId: this.id, text: key.text },
    );
  }

  #find(fits: (message: ChatMessage) => boolean): ChatMessage | null {
    return this.#simulator.messagesOf(this.id).findLast((m) => m.from.isBot && fits(m)) ?? null;
  }

  #receive(message: ChatMessage, how: 'message' | 'edited'): void {
    if (!message.from.isBot) return;
    const labels = message.buttons.flat().map((b) => `[${b.text}]`);
    const file = message.file === null ? '' : `📎${message.file.name} `;
    this.#note(
      `${how === 'edited' ? 'sees edited' : 'sees'}: ${file}${message.text} ${labels.join(' ')}`,
    );
    this.#unread = this.#unread.filter((other) => other.messageId !== message.messageId);
    this.#unread.push(message);
  }

  #note(line: string): void {
    this.#transcript.push(`${this.name} ${line}`);
  }

  #failure(what: string): Error {
    return new Error(`${what}\n\n${this.#transcript.slice(-30).join('\n')}\n`);
  }
}

function matches(message: ChatMessage, pattern: RegExp | string): boolean {
  const text = message.file === null ? message.text : `${message.file.name} ${message.text}`;
  return typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);
}
