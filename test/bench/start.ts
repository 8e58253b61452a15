import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printTable, quantile } from './table.ts';

const root = new URL('../../', import.meta.url).pathname;
const runs = 5;

/** From the start of the process to the line that says it is ready: an empty folder once, then a seeded one. */
export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kader-bench-start-'));
  try {
    const bare = [];
    for (let run = 0; run < runs; run += 1) bare.push(await timeToExit(['-e', '0']));
    const first = await timeToReady(folder);
    const later = [];
    for (let run = 0; run < runs; run += 1) later.push(await timeToReady(folder));
    printTable([
      ['start', 'ms'],
      ['node alone (median)', Math.round(quantile(bare, 0.5))],
      ['demo, empty folder: migrate, areas, 995 kader, their chats', Math.round(first)],
      [`demo, seeded database (median of ${runs})`, Math.round(quantile(later, 0.5))],
      [`demo, seeded database (best of ${runs})`, Math.round(Math.min(...later))],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timeToExit(args: string[]): Promise<number> {
  const begun = performance.now();
  return new Promise((resolve) => {
    spawn(process.execPath, args, { stdio: 'ignore' }).on('close', () =>
      resolve(performance.now() - begun),
    );
  });
}

/** Milliseconds until the program says that it is ready; it is stopped afterwards. */
function timeToReady(folder: string): Promise<number> {
  const begun = performance.now();
  const program = spawn(
    process.execPath,
    ['--import', join(root, 'node_modules/tsx/dist/esm/index.mjs'), join(root, 'src/main.ts')],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return new Promise((resolve, reject) => {
    let ready = Number.NaN;
    program.stdout.once('data', () => {
      ready = performance.now() - begun;
      program.kill('SIGINT');
    });
    program.on('close', (code) => {
      if (code === 0 && !Number.isNaN(ready)) resolve(ready);
      else reject(new Error(`the program ended with ${code}`));
    });
  });
}
