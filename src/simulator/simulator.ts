import { act } from './actions.ts';
import { BotApi } from './bot-api.ts';
import { CallLog } from './call-log.ts';
import { simulatorClock } from './clock.ts';
import type {
  ActionResult,
  ChatCard,
  ChatMessage,
  NewPerson,
  PersonAction,
  PersonCard,
  ReplyKeyboard,
} from './contract.ts';
import { Control, findPeople } from './control.ts';
import { type Faults, faultSwitches } from './fault-switches.ts';
import { FaultBook } from './faults.ts';
import { FloodControl, type LimitsOption } from './flood.ts';
import {
  addGroup,
  addMember,
  groupOf,
  type NewGroup,
  removeMember,
  upgradeGroup,
} from './groups.ts';
import { Page } from './page-server.ts';
import { ActionRefused, chatOfPerson, personOf } from './person-chats.ts';
import { type OutgoingFile, sendFile } from './person-files.ts';
import type { ScreenListener } from './screens.ts';
import { SimulatorServer } from './server.ts';
import { Settling } from './settling.ts';
import { StateFile } from './state-file.ts';
import { chatCard, chatsOf, messageView, personCard } from './view.ts';
import { World } from './world.ts';

interface NewBot {
  /** `<bot id>:<secret>`, as BotFather gives it. */
  token: string;
  username: string;
  name: string;
  /** Privacy mode switched off at BotFather: every group message reaches the bot. Default false. */
  readsAllGroupMessages?: boolean;
}

export interface BotCard {
  id: number;
  token: string;
  username: string;
  name: string;
}

/** What the person saw after a tap, once the bot answered the callback query. */
export interface CallbackAnswer {
  text: string | null;
  alert: boolean;
  url: string | null;
}

export interface SimulatorOptions {
  /** Default 0: any free port. */
  port?: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** The simulator's clock; default the system's. */
  now?: () => Date;
  /** Runs `fn` after `ms` and returns how to cancel it; default `setTimeout`. */
  after?: (ms: number, fn: () => void) => () => void;
  /** 0–1 (exclusive), for fault probabilities and gaps; default `Math.random`. */
  random?: () => number;
  /** Travel time of one call there and back, in ms: half before the effect, half after. Default none. */
  latencyMs?: () => number;
  /** Default `telegram`. */
  limits?: LimitsOption;
  bots?: NewBot[];
  /** Snapshot of the whole world: read at start, written soon after changes and at stop. */
  stateFile?: string;
  /** API calls kept in the log; default 10,000. */
  logLimit?: number;
  /** Messages kept in all chats together, the oldest forgotten first; default: all. */
  messageLimit?: number;
}

/** A running simulator: Telegram's server, and the hands and eyes of the people who use it. */
export interface Simulator {
  /** Root of the Bot API: `${url}/bot<token>/<method>`, `${url}/file/bot<token>/<path>`; the page is at `/`. */
  readonly url: string;
  readonly port: number;
  readonly bots: readonly BotCard[];
  addBot(bot: NewBot): BotCard;

  /** Adds a person; with the `id` of one who exists (after a restart) only the card is updated. */
  addPerson(
    person: NewPerson & {
      id?: number;
      languageCode?: string;
      /** They pressed Start at the first bot long ago, so it may write to them. */
      hasStarted?: boolean;
    },
  ): PersonCard;
  /**
   * Adds `count` nameless people with consecutive ids, who have all pressed Start, and returns the
   * first id. Costs no memory until written to: for measurements with a million recipients.
   */
  addCrowd(count: number): number;
  people(query?: {
    search?: string;
    role?: string;
    kelurahan?: string;
    limit?: number;
  }): PersonCard[];
  person(personId: number): PersonCard;

  /** Adds a group and returns its (negative) chat id. */
  addGroup(group: NewGroup): number;
  addMember(groupId: number, memberId: number): void;
  /** A person leaves, or a bot is kicked. */
  removeMember(groupId: number, memberId: number): void;
  /** Turns a basic group into a supergroup and returns the new id; the old one is refused from then on. */
  upgradeGroup(groupId: number): number;

  /**
   * Does what a person's thumb does. Private chats are addressed by the person's own id (the first
   * bot's chat) or by the bot's id. Throws `ActionRefused` where Telegram's app would not allow it.
   */
  act(personId: number, action: PersonAction): ActionResult;
  sendFile(personId: number, file: OutgoingFile): ActionResult;

  chatsOf(personId: number): ChatCard[];
  /** Oldest first; default chat: the private chat with the first bot. */
  messagesOf(personId: number, chatId?: number): ChatMessage[];
  /** The reply keyboard that stands under the input field now. */
  keyboardOf(personId: number, chatId?: number): ReplyKeyboard | null;
  /** Null while the bot has not answered. */
  callbackAnswer(callbackId: string): CallbackAnswer | null;
  fileBytes(fileId: string): Uint8Array;

  readonly events: {
    /** Hears everything people's screens would show; returns how to stop listening. */
    subscribe(listener: ScreenListener): () => void;
  };
  readonly faults: Faults;
  readonly log: Pick<CallLog, 'calls' | 'count' | 'clear'>;
  /** Changes limits while running. */
  setLimits(limits: LimitsOption): void;

  /** When every update has been delivered and confirmed and no call (long polls apart) is under way. */
  settled(): Promise<void>;
  /** Ends everything, hanging long polls included, and writes the snapshot. */
  stop(): Promise<void>;
}

/** Starts a simulator and resolves when it listens. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { random = Math.random, latencyMs = () => 0, limits = 'telegram' } = options;
  const clock = simulatorClock(options);
  const world = new World(clock, options.messageLimit);
  const flood = new FloodControl(clock, limits);
  const book = new FaultBook(random);
  const log = new CallLog(options.logLimit ?? 10_000);
  const api = new BotApi({ world, flood, faults: book, log, latency: latencyMs });
  const control = new Control(world);
  const server = new SimulatorServer(
    { world, api, control, page: new Page() },
    options.host ?? '127.0.0.1',
    options.port ?? 0,
  );
  const settling = new Settling(world, api);
  const state =
    options.stateFile === undefined ? null : new StateFile(options.stateFile, world, clock);

  function addBot(given: NewBot): BotCard {
    const bot = world.addBot(given);
    settling.watch(bot);
    const { id, token, username, name } = bot;
    return { id, token, username, name };
  }

  state?.load();
  for (const bot of world.bots.values()) settling.watch(bot);
  for (const bot of options.bots ?? []) addBot(bot);
  if (state !== null) {
    await state.save();
    world.onChange = () => state.schedule();
  }
  await server.open();
  for (const bot of world.bots.values()) api.transport.resume(bot);

  return {
    url: server.url,
    port: server.port,
    get bots() {
      return [...world.bots.values()].map(({ id, token, username, name }) => ({
        id,
        token,
        username,
        name,
      }));
    },
    addBot,
    addPerson({ hasStarted = false, ...card }) {
      const person = world.addPerson(card);
      if (hasStarted) world.privateChat(world.firstBot(), person).started = true;
      return personCard(world, person);
    },
    addCrowd: (count) => world.addCrowd(count),
    people: (query = {}) => findPeople(world, query),
    person: (personId) => personCard(world, personOf(world, personId)),
    addGroup: (group) => addGroup(world, group).id,
    addMember: (groupId, memberId) => addMember(world, groupOf(world, groupId), memberId),
    removeMember: (groupId, memberId) => removeMember(world, groupOf(world, groupId), memberId),
    upgradeGroup: (groupId) => upgradeGroup(world, groupOf(world, groupId)).id,
    act: (personId, action) => act(world, personId, action),
    sendFile: (personId, file) => sendFile(world, personId, file),
    chatsOf(personId) {
      const person = personOf(world, personId);
      return chatsOf(world, person).map((chat) => chatCard(world, person, chat));
    },
    messagesOf(personId, chatId = personId) {
      const chat = chatOfPerson(world, personOf(world, personId), chatId);
      return [...chat.messages.values()].map((message) => messageView(world, message));
    },
    keyboardOf(personId, chatId = personId) {
      const chat = chatOfPerson(world, personOf(world, personId), chatId);
      return chat.seats.get(personId)?.keyboard ?? null;
    },
    callbackAnswer: (callbackId) => world.callbacks.get(callbackId)?.answer ?? null,
    fileBytes(fileId) {
      const stored = world.files.get(fileId);
      if (stored === null) throw new ActionRefused(`There is no file ${fileId}`);
      return stored.bytes;
    },
    events: { subscribe: (listener) => world.screens.subscribe(listener) },
    faults: faultSwitches({ world, book, server, random }),
    log,
    setLimits: (changed) => flood.set(changed),
    settled: () => settling.settled(),
    async stop() {
      api.transport.stop();
      control.stop();
      await server.close();
      clock.stop();
      await state?.save();
    },
  };
}
