/** The sender when things go wrong: killed at random moments, with answers cut, with evidence of no use. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Db } from '../../src/platform/database.ts';
import { openTestDatabase } from '../support/test-database.ts';
import { type SimulatorSettings, TOKEN } from './simulator-settings.ts';
import { onStage, prepare, queueForAll, type Stage, sendAll } from './stage.ts';
import { printTable } from './table.ts';

type Row = (string | number)[];

const PEOPLE = 995;
const LATENCY: [number, number] = [20, 100];

export async function measureFaults(kills: number): Promise<void> {
  const calm: SimulatorSettings = { limits: 'telegram', latencyMs: LATENCY, people: PEOPLE };
  const cuts = { cutBefore: 0.05, cutAfter: 0.05 };
  const useless = { probability: 1, most: 200 };
  printTable([
    ['995 people', 'lost', 'repeated', 'proven', 'disproven', 'undecided', 'probes'],
    await onStage(calm, (stage) => killing(`killed ${kills} times`, stage, kills)),
    await onStage({ ...calm, ...cuts }, (stage) => sending('5 % cut before, 5 % after', stage)),
    await onStage({ ...calm, ...cuts, numberGaps: useless }, (stage) =>
      sending('the same, evidence of no use', stage),
    ),
  ]);
}

async function sending(name: string, stage: Stage): Promise<Row> {
  const play = await prepare(stage, 28);
  await sendAll(play);
  const row = await report(name, stage, play.db);
  await play.close();
  return row;
}

/** Kills and restarts the program, each time within the fiftieth part of the broadcast or so. */
async function killing(name: string, stage: Stage, kills: number): Promise<Row> {
  const { db, url, close } = await openTestDatabase();
  await queueForAll(db, stage);
  const start = (): ChildProcess =>
    fork(
      fileURLToPath(new URL('../support/sender-process.ts', import.meta.url)),
      [url, stage.url, TOKEN, '28', '2000'],
      { execArgv: ['--import', 'tsx'] },
    );
  for (let kill = 0; kill < kills; kill++) {
    const program = start();
    const share = 1 + Math.floor(Math.random() * 2 * (PEOPLE / kills) * 0.9);
    await outcomes(program, Math.min(share, await waiting(db)));
    // Anywhere in the life of a request, not just when one has ended.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 100));
    program.kill('SIGKILL');
    await once(program, 'exit');
  }
  const last = start();
  while ((await waiting(db)) > 0) await once(last, 'message');
  last.kill('SIGKILL');
  await once(last, 'exit');
  const row = await report(name, stage, db);
  await close();
  return row;
}

/** Resolves when the program has told of so many outcomes. */
function outcomes(program: ChildProcess, count: number): Promise<void> {
  return new Promise((resolve) => {
    let left = count;
    program.on('message', (message) => {
      if (message !== 'started') left--;
      if (left <= 0) resolve();
    });
  });
}

const waiting = (db: Db) => db.outboxMessage.count({ where: { status: { not: 'SENT' } } });

async function report(name: string, stage: Stage, db: Db): Promise<Row> {
  const counts: Record<string, number> = {};
  const groups = await db.outboxMessage.groupBy({ by: ['evidence'], _count: true });
  for (const { evidence, _count } of groups) counts[evidence ?? 'none'] = _count;
  const { lost, repeated, probes } = await stage.tally();
  const { proven = 0, disproven = 0, undecided = 0 } = counts;
  return [name, lost, repeated, proven, disproven, undecided, probes];
}
