import { type Chat, newChat } from './chat.ts';
import type { SimulatorClock } from './clock.ts';
import type { NewPerson } from './contract.ts';
import { FileStore } from './file-store.ts';
import { Memory } from './memory.ts';
import { BotProfile } from './profile.ts';
import { Screens } from './screens.ts';
import { UpdateQueue } from './updates.ts';

export interface Bot {
  readonly id: number;
  readonly token: string;
  username: string;
  name: string;
  readsAllGroupMessages: boolean;
  /** One sequence for every message the bot sends or receives outside supergroups. */
  nextMessageId: number;
  readonly updates: UpdateQueue;
  webhook: WebhookSettings | null;
  readonly profile: BotProfile;
}

export interface WebhookSettings {
  url: string;
  secret: string;
  maxConnections: number;
  /** Seconds since the epoch and words of the last failed delivery. */
  lastError: { date: number; message: string } | null;
}

export interface Person extends NewPerson {
  readonly id: number;
  languageCode: string;
  account: 'normal' | 'deactivated' | 'unknown';
}

/** A tap on an inline button that waits for, or has, its answer. */
export interface CallbackQuery {
  readonly id: string;
  readonly botId: number;
  readonly personId: number;
  readonly at: number;
  answer: { text: string | null; alert: boolean; url: string | null } | null;
}

/** What the counters stand at; ids look like Telegram's but never repeat within a world. */
export interface Counters {
  person: number;
  group: number;
  callback: number;
  album: number;
}

/** Everything that exists: plain state and look-ups; what happens to it is told elsewhere. */
export class World {
  readonly bots = new Map<number, Bot>();
  readonly people = new Map<number, Person>();
  readonly groups = new Map<number, Chat>();
  /** By `privateKey`. */
  readonly privateChats = new Map<string, Chat>();
  readonly files = new FileStore();
  readonly callbacks = new Map<string, CallbackQuery>();
  readonly screens = new Screens();
  readonly clock: SimulatorClock;
  readonly counters: Counters = {
    person: 700_000_001,
    group: 4_000_000_001,
    callback: 1,
    album: 1,
  };
  /** Inclusive id ranges of people who exist without a record until somebody writes to them. */
  readonly crowds: { from: number; to: number }[] = [];
  /** How many numbers the next message skips (none, unless a fault says otherwise). */
  numbersToSkip: () => number = () => 0;
  /** Told after every change worth keeping. */
  onChange: () => void = () => {};

  readonly memory: Memory;

  /** @param messageLimit messages kept in all chats together */
  constructor(clock: SimulatorClock, messageLimit = Number.POSITIVE_INFINITY) {
    this.clock = clock;
    this.memory = new Memory(messageLimit);
  }

  addBot(bot: {
    token: string;
    username: string;
    name: string;
    readsAllGroupMessages?: boolean;
  }): Bot {
    const id = Number(/^(\d+):[\w-]{1,100}$/.exec(bot.token)?.[1]);
    if (!Number.isSafeInteger(id) || id <= 0) {
      throw new Error(`Not a bot token: it must look like 123456:secret (bot ${bot.username})`);
    }
    const known = this.bots.get(id);
    if (known !== undefined && known.token === bot.token) {
      known.username = bot.username;
      known.name = bot.name;
      known.readsAllGroupMessages = bot.readsAllGroupMessages ?? false;
      return known;
    }
    const added: Bot = {
      id,
      token: bot.token,
      username: bot.username,
      name: bot.name,
      readsAllGroupMessages: bot.readsAllGroupMessages ?? false,
      nextMessageId: 1,
      updates: new UpdateQueue(this.clock, 500_000_001),
      webhook: null,
      profile: new BotProfile(),
    };
    this.bots.set(id, added);
    return added;
  }

  addPerson(card: NewPerson & { id?: number; languageCode?: string }): Person {
    const { id = this.counters.person, languageCode = 'id', ...fields } = card;
    if (this.bots.has(id) || !Number.isSafeInteger(id) || id <= 0) {
      throw new Error(`A person cannot have the id ${id}`);
    }
    this.counters.person = Math.max(this.counters.person, id + 1);
    const account = this.people.get(id)?.account ?? 'normal';
    const person: Person = { ...fields, id, languageCode, account };
    this.people.set(id, person);
    this.onChange();
    return person;
  }

  person(id: number): Person | null {
    const known = this.people.get(id);
    if (known !== undefined) return known;
    const crowd = this.crowds.find(({ from, to }) => id >= from && id <= to);
    if (crowd === undefined) return null;
    const person: Person = {
      id,
      firstName: `Warga ${id - crowd.from + 1}`,
      languageCode: 'id',
      account: 'normal',
    };
    this.people.set(id, person);
    return person;
  }

  /** Nameless people with consecutive ids, all of whom have pressed Start; returns the first id. */
  addCrowd(count: number): number {
    const from = this.counters.person;
    this.counters.person += count;
    this.crowds.push({ from, to: from + count - 1 });
    return from;
  }

  isCrowd(id: number): boolean {
    return this.crowds.some(({ from, to }) => id >= from && id <= to);
  }

  /** The private chat of the two, made on first use. */
  privateChat(bot: Bot, person: Person): Chat {
    const key = privateKey(bot.id, person.id);
    const known = this.privateChats.get(key);
    if (known !== undefined) return known;
    const chat = newChat(person.id, 'private', '');
    chat.bots.add(bot.id);
    chat.people.add(person.id);
    chat.started = this.isCrowd(person.id);
    this.privateChats.set(key, chat);
    return chat;
  }

  findPrivateChat(botId: number, personId: number): Chat | null {
    return this.privateChats.get(privateKey(botId, personId)) ?? null;
  }

  firstBot(): Bot {
    const [bot] = this.bots.values();
    if (bot === undefined) throw new Error('The simulator has no bot yet: add one first');
    return bot;
  }

  /** Forgets a crowd member nobody writes to any more. */
  forgetIfIdle(chat: Chat): void {
    if (chat.kind !== 'private' || chat.messages.size > 0 || !this.isCrowd(chat.id)) return;
    for (const botId of chat.bots) this.privateChats.delete(privateKey(botId, chat.id));
    this.people.delete(chat.id);
  }
}

export function privateKey(botId: number, personId: number): string {
  return `${botId}/${personId}`;
}
