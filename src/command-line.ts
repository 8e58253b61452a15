import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Config } from './config.ts';
import { unreadableFile } from './features/transfer/messages.ts';
import { changesIn } from './features/transfer/schema.ts';
import { createImports } from './imports.ts';
import { createPlaceFinder } from './language/place-names/finder.ts';
import { systemClock } from './platform/clock.ts';
import type { Db } from './platform/database.ts';
import { createLogger } from './platform/logger.ts';
import type { Ports } from './platform/ports.ts';
import { prepareDatabase } from './prepare.ts';
import { useZone } from './text/format.ts';
import { type Html, plainText } from './text/html.ts';
import * as text from './text/id/command-line.ts';
import type { ImportWord } from './text/id/transfer.ts';

/** The most refused rows that the summary itself lists. */
const refusedInSummary = 3;

/** How an import from the shell ended, as the program's exit code. */
const exitCodes = { done: 0, failed: 1, rowsRefused: 2 };

/**
 * `import kader FILE` and `import insentif FILE`: reads a table, says what it changes, and changes it. Rows
 * that are refused are listed and left out; `--periksa` only says what would change.
 *
 * @returns 0 when all went in, 2 when rows were refused, 1 when nothing could be done
 */
export async function importFromShell(config: Config, args: string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked === null) return fail(text.usage);
  const bytes = await readFile(asked.path).catch(() => null);
  if (bytes === null) return fail(text.noSuchFile(asked.path));
  useZone(config.timeZone);
  const { db, wilayah } = await prepareDatabase(config);
  try {
    const imports = createImports(portsOf(db, config), wilayah, createPlaceFinder(wilayah), config);
    const { service } = imports[asked.word];
    const outcome = await service.check({ name: basename(asked.path), bytes }, null);
    if (!outcome.ok) return fail(unreadableFile(outcome).text);

    const { importId, digest, fileName, counts, shown } = outcome.dryRun;
    say(text.checked(fileName, withoutPassword(config.databaseUrl), shown.dryRun));
    if (counts.refused > refusedInSummary) say(text.allRefused(shown.refused()));
    const code = counts.refused > 0 ? exitCodes.rowsRefused : exitCodes.done;
    if (importId === null || changesIn(counts) === 0) {
      if (importId !== null) await service.cancel(importId);
      say(text.nothingToChange);
    } else if (asked.onlyCheck) {
      await service.cancel(importId);
      say(text.onlyChecked);
    } else {
      const applied = await service.apply(importId, digest, null);
      if (applied.ok) say(text.applied(applied.shown.result, counts.refused));
      else if (applied.reason === 'needs_approval') say(text.waitsForApproval);
      else if (applied.reason === 'nobody_to_approve') return fail(text.nobodyToApprove);
      else return fail(text.changedMeanwhile);
    }
    return code;
  } finally {
    await db.$disconnect();
  }
}

function readArguments(
  args: string[],
): { word: ImportWord; path: string; onlyCheck: boolean } | null {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    strict: false,
    options: { periksa: { type: 'boolean' } },
  });
  const [word, path, ...more] = positionals;
  const unknown = Object.keys(values).some((option) => option !== 'periksa');
  if ((word !== 'kader' && word !== 'insentif') || path === undefined) return null;
  return more.length > 0 || unknown ? null : { word, path, onlyCheck: values.periksa === true };
}

function withoutPassword(databaseUrl: string): string {
  return databaseUrl.replace(/(?<=:\/\/)[^@/]*@/, '');
}

/** Nothing is sent from here: what an import queues leaves once the bot runs. */
function portsOf(db: Db, { logLevel }: Config): Ports {
  return {
    db,
    clock: systemClock,
    logger: createLogger(logLevel),
    transact: (work) => db.$transaction(work),
  };
}

function say(words: Html): void {
  process.stdout.write(`${plainText(words)}\n\n`);
}

function fail(words: Html): number {
  process.stderr.write(`${plainText(words)}\n`);
  return exitCodes.failed;
}
