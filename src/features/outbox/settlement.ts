import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import type { Logger } from '../../platform/logger.ts';
import { NeverLeft, type Pacer } from '../../platform/pacer.ts';
import { type SendFailure, type TelegramClient, TelegramFailure } from '../../platform/telegram.ts';
import { firstNumberAfterDoubt, sharesNumbers, unsettledDoubts } from './doubt-repository.ts';
import {
  type Case,
  type Doubt,
  drop,
  findingOf,
  horizonOf,
  isProvable,
  learn,
  nextProbe,
  openCase,
  probeMarkup,
  type Verdict,
} from './evidence.ts';
import type { MessageNumbers } from './numbers.ts';
import { type Outcome, outcomeOfEvidence } from './rules.ts';
import type { DoubtfulMessage, DueMessage } from './schema.ts';

/** Probes go before anything queued, after answers to people. */
const PROBE_LANE = 0;
/** Doubts looked at together. */
const CASE_SIZE = 200;

export interface SettlementPorts {
  db: Db;
  client: TelegramClient;
  pacer: Pick<Pacer, 'schedule'>;
  clock: Clock;
  logger: Logger;
  numbers: MessageNumbers;
  /** Off: every doubt is undecided, which sends it again once. */
  useEvidence: boolean;
  timeoutMs: number;
  /** Writes an outcome down; resolves when it is in the database. */
  record(row: DueMessage, outcome: Outcome): Promise<void>;
}

/**
 * Settles the rows that have been in doubt since `since`, each as soon as it is decided: proven rows are
 * `SENT` with their number, the others go out again or stay uncertain (see `outcomeOfEvidence`).
 *
 * Gives up quietly when Telegram cannot be reached or `signal` aborts; what is left stays in doubt. It also
 * stops, to be called `again` soon, after a row that goes out again while nothing has been sent since the
 * others: that row's new number bounds their search, which costs a dozen probes each without it.
 */
export async function settleDoubts(
  ports: SettlementPorts,
  since: Date,
  signal: AbortSignal,
): Promise<'done' | 'again' | 'unreachable'> {
  const rows = await unsettledDoubts(ports.db, { since, limit: CASE_SIZE });
  let sentAgain = false;
  const settle = async (row: DoubtfulMessage, outcome: Outcome) => {
    await ports.record(row, outcome);
    if (outcome.kind === 'later') sentAgain = true;
    ports.logger.info({ outboxId: row.id, outcome }, 'doubtful send settled');
  };
  const settleBy = (row: DoubtfulMessage, { evidence, messageNumber }: Verdict) =>
    settle(row, outcomeOfEvidence(evidence, row, messageNumber, ports.clock.now()));

  const [probeable, blind] = partition(rows, (row) => ports.useEvidence && isProbeable(row, rows));
  for (const row of blind) await settleBy(row, { evidence: 'undecided', messageNumber: null });

  const byId = new Map(probeable.map((row) => [row.id, row]));
  let state = await open(ports, probeable);
  for (;;) {
    for (const [id, verdict] of state.verdicts) {
      const row = byId.get(id);
      if (row) await settleBy(row, verdict);
      byId.delete(id);
    }
    const probe = nextProbe(state);
    if (probe === null) return 'done';
    if (sentAgain && probe.doubt.ceiling === null) return 'again';
    const row = byId.get(probe.doubt.id);
    if (!row) throw new Error(`A probe for row ${probe.doubt.id}, which is not in doubt`);
    const failure = await ask(ports, row, probe.number, signal);
    if (failure === 'unreachable') return 'unreachable';
    const finding = findingOf(failure);
    if (finding !== null) {
      state = learn(state, probe.doubt, probe.number, finding);
      continue;
    }
    // The chat is closed to us, so a repeat would be refused too; any other refusal tells nothing.
    state = drop(state, probe.doubt);
    byId.delete(row.id);
    if (failure?.kind === 'blocked') {
      await settle(row, { kind: 'blocked', reason: failure.description });
    } else {
      await settleBy(row, { evidence: 'undecided', messageNumber: null });
    }
  }
}

async function open(ports: SettlementPorts, rows: DoubtfulMessage[]): Promise<Case> {
  const doubts: Doubt[] = [];
  for (const row of rows) {
    doubts.push({
      id: row.id,
      floor: row.numberFloor,
      ceiling: await firstNumberAfterDoubt(ports.db, row),
      isProvable: isProvable(row.method, row.payload.reply_markup),
    });
  }
  if (doubts.length === 0) return openCase([], new Set(), 0);
  const lowest = Math.min(...doubts.map(({ floor }) => floor));
  const { highest } = ports.numbers;
  const ends = doubts.map(({ ceiling }) => ceiling ?? horizonOf(doubts, highest));
  const known = await ports.numbers.known(lowest, Math.max(...ends));
  return openCase(doubts, known, highest);
}

/**
 * One probe; `unreachable` when there is no answer to be had now. It takes a slot of the bot's but none of the
 * chat's, as it writes nothing into it.
 */
async function ask(
  ports: SettlementPorts,
  row: DoubtfulMessage,
  number: number,
  signal: AbortSignal,
): Promise<SendFailure | null | 'unreachable'> {
  const markup = probeMarkup(row.payload.reply_markup);
  const payload = {
    chat_id: Number(row.chatId),
    message_id: number,
    ...(markup !== undefined && { reply_markup: markup }),
  };
  const { pacer, client, timeoutMs } = ports;
  for (;;) {
    try {
      await pacer.schedule({ lane: PROBE_LANE, chatId: null, signal }, () =>
        client.call('editMessageReplyMarkup', payload, { timeoutMs, signal }),
      );
      return null;
    } catch (error) {
      if (error instanceof NeverLeft) return 'unreachable';
      if (!(error instanceof TelegramFailure)) throw error;
      const { failure } = error;
      if (failure.kind === 'flood') continue;
      const isNoAnswer = ['server', 'not_sent', 'doubt', 'unauthorized'].includes(failure.kind);
      return isNoAnswer ? 'unreachable' : failure;
    }
  }
}

/**
 * Whether probing can tell anything: the chat shares the bot's sequence of numbers, a number from before is
 * known, and no other doubtful message to the same chat could be taken for this one.
 */
function isProbeable(row: DoubtfulMessage, all: readonly DoubtfulMessage[]): boolean {
  const isAlone = all.every(({ id, chatId }) => id === row.id || chatId !== row.chatId);
  return sharesNumbers(row.chatId) && row.numberFloor > 0 && isAlone;
}

function partition<T>(all: T[], belongs: (one: T) => boolean): [T[], T[]] {
  return [all.filter(belongs), all.filter((one) => !belongs(one))];
}
