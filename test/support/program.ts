import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;

/** The real program in a process of its own, in a folder of its own. */
export interface Program {
  /** Everything it wrote so far. */
  output(): string;
  /** Resolves when its output matches, rejects when it ends without. */
  says(pattern: RegExp): Promise<string>;
  /** Sends a signal; resolves with the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Resolves with the exit code when it ends by itself. */
  ended(): Promise<number | null>;
}

/** A new empty folder, removed after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kader-program-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the program as `npm start` does, with only the given settings; it is killed after the test. */
export function startProgram(
  folder: string,
  settings: Record<string, string>,
  args: string[] = [],
): Program {
  const child = spawn(
    process.execPath,
    [
      '--import',
      join(root, 'node_modules/tsx/dist/esm/index.mjs'),
      join(root, 'src/main.ts'),
      ...args,
    ],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return watch(child);
}

function watch(child: ChildProcess): Program {
  let written = '';
  const listeners = new Set<() => void>();
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      resolve(code);
      for (const listener of listeners) listener();
    });
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      written += String(chunk);
      for (const listener of listeners) listener();
    });
  return {
    output: () => written,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(written);
          if (found !== null) resolve(found[0]);
          else if (child.exitCode === null && child.signalCode === null) return;
          else reject(new Error(`it ended without saying ${pattern}:\n${written}`));
          listeners.delete(look);
        };
        listeners.add(look);
        look();
      }),
    stop: (signal = 'SIGINT') => {
      child.kill(signal);
      return ended;
    },
    ended: () => ended,
  };
}
