import { existsSync } from 'node:fs';
import { importFromShell } from './command-line.ts';
import { type Config, readConfig } from './config.ts';
import { serve } from './serve.ts';
import { startProblem } from './start-problems.ts';

const usage = `Usage:
  npm start                              run the bot (without BOT_TOKEN: the demo)
  npm run kader -- import kader FILE     read the roster from a CSV or XLSX file
  npm run kader -- import insentif FILE  read incentives from a CSV or XLSX file
With --periksa an import only tells what it would change.`;

if (existsSync('.env')) process.loadEnvFile('.env');
const outcome = readConfig(process.env);
if (!outcome.ok) fail(['These settings need attention:', ...outcome.problems].join('\n  '));
else await run(outcome.config, process.argv.slice(2));

/** What one start of the program does, by its first word. */
async function run(config: Config, [verb, ...rest]: string[]): Promise<void> {
  try {
    if (verb === undefined) await runUntilStopped(config);
    else if (verb === 'import') process.exitCode = await importFromShell(config, rest);
    else fail(usage);
  } catch (error) {
    const sentence = startProblem(error, config);
    if (sentence === null) throw error;
    fail(sentence);
  }
}

async function runUntilStopped(config: Config): Promise<void> {
  const served = await serve(config, fail);
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      // Somebody who asks twice does not want to wait.
      if (isStopping) process.exit(1);
      isStopping = true;
      void served.stop().then(
        () => process.exit(0),
        (error: Error) => fail(`It did not stop cleanly: ${error.stack}`),
      );
    });
  process.stdout.write(`${served.greeting}\nStop it with Ctrl-C.\n`);
}

/** One clear sentence on standard error, and an exit code that says so. */
function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
