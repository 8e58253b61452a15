import type { ChatMessage } from '../../src/simulator/contract.ts';
import type { Person } from './person.ts';
import type { World } from './world.ts';

/** The group in which staff answer questions, seen by its first member. */
export class Group {
  /** Changes when the group becomes a supergroup. */
  id: number;
  readonly #world: World;
  readonly #first: Person;

  /** Makes the group, with the bot in it. */
  constructor(
    world: World,
    id: number,
    members: Person[],
    kind: 'group' | 'supergroup' = 'supergroup',
  ) {
    const [first] = members;
    if (first === undefined) throw new Error('a group needs a member');
    this.id = id;
    this.#world = world;
    this.#first = first;
    world.simulator.addGroup({
      id,
      title: 'Layanan Kader',
      members: members.map((member) => member.id),
      kind,
    });
  }

  /** Makes a supergroup of it, as Telegram does when it grows: another number, and the old one is refused. */
  upgrade(): void {
    this.id = this.#world.simulator.upgradeGroup(this.id);
  }

  /** The newest message of the bot that matches. */
  message(pattern: RegExp): ChatMessage {
    const found = this.#world.simulator
      .messagesOf(this.#first.id, this.id)
      .findLast((message) => message.from.isBot && pattern.test(message.text));
    if (found === undefined) throw new Error(`nothing in the group matches ${pattern}`);
    return found;
  }

  /** How many messages of the bot match. */
  count(pattern: RegExp): number {
    return this.#world.simulator
      .messagesOf(this.#first.id, this.id)
      .filter((message) => message.from.isBot && pattern.test(message.text)).length;
  }

  /** Somebody writes, perhaps in reply to the newest message of the bot that matches. */
  async says(person: Person, text: string, replyTo?: RegExp): Promise<void> {
    const answered = replyTo === undefined ? {} : { replyTo: this.message(replyTo).messageId };
    this.#world.simulator.act(person.id, { do: 'say', chatId: this.id, text, ...answered });
    await this.#world.settle();
  }

  /** Somebody presses a button under the newest message of the bot that has it. */
  async taps(person: Person, label: string): Promise<string | null> {
    const message = this.#world.simulator
      .messagesOf(this.#first.id, this.id)
      .findLast(({ buttons }) => buttons.flat().some(({ text }) => text.includes(label)));
    const row = message?.buttons.findIndex((keys) => keys.some((key) => key.text.includes(label)));
    if (message === undefined || row === undefined) throw new Error(`no button ${label}`);
    const column = message.buttons[row]?.findIndex((key) => key.text.includes(label)) ?? 0;
    const { callbackId } = this.#world.simulator.act(person.id, {
      do: 'tap',
      chatId: this.id,
      messageId: message.messageId,
      row,
      column,
    });
    await this.#world.settle();
    return callbackId;
  }
}
