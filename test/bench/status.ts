/** How long the answer to "insentif saya sudah cair?" takes: a city on SQLite beside a country on PostgreSQL. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  createIncentiveAnswers,
  type IncentiveAnswers,
} from '../../src/features/incentive/answering.ts';
import { type Clock, systemClock } from '../../src/platform/clock.ts';
import { type Db, databaseTarget, openDatabase } from '../../src/platform/database.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { useZone } from '../../src/text/format.ts';
import { startPostgres } from '../support/postgres.ts';
import { fillCity, today } from './incentive-city.ts';
import { onFile } from './sqlite-file.ts';
import { printTable, quantile } from './table.ts';

/** What people ask; the person is another one every time. */
const questions: [string, (answers: IncentiveAnswers, kaderId: number) => Promise<unknown>][] = [
  ['`/insentif`', (answers, id) => answers.overview(id)],
  [
    '"honor oktober udah cair blm bu"',
    (answers, id) => answers.incentiveAnswer(id, 'honor oktober udah cair blm bu'),
  ],
  [
    '"insentif bulan ini gmn"',
    (answers, id) => answers.incentiveAnswer(id, 'insentif bulan ini gmn'),
  ],
  ['`/insentif 2021`', (answers, id) => answers.asked(id, '2021')],
];

const city = 1_000;
const askedWarm = 2_000;
const askedCold = 300;

/** Milliseconds of each asking, by question. */
type Times = number[][];

/** @param country people on PostgreSQL; a million of them take some minutes and 15 GB of disk */
export async function benchStatus(country = 20_000): Promise<void> {
  useZone('Asia/Jakarta');
  const small = await onSqlite((db) => measure(db, city));
  const { cold, warm } = await onPostgres(country);
  printTable([
    ['ms of server time', `SQLite, ${city}: p50`, 'p95', `PostgreSQL, ${country}: p50`, 'p95', 'p95 to p95', 'files not in memory: p95'],
    ...questions.map(([name], at) => [
      name,
      ...p50AndP95(small[at] ?? []),
      ...p50AndP95(warm[at] ?? []),
      (quantile(warm[at] ?? [], 0.95) / quantile(small[at] ?? [], 0.95)).toFixed(2),
      quantile(cold[at] ?? [], 0.95).toFixed(1),
    ]),
  ]);
}
