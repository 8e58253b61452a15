import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'language-verbs-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function ask(verb: string, lines: string): Promise<unknown[]> {
  const file = join(folder, `${verb}.jsonl`);
  await writeFile(file, lines);
  const { stdout } = await run('npm', ['run', '-s', 'language', '--', verb, file]);
  return stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

describe('npm run -s language', () => {
  test('periods: blank lines and other fields do not matter, today may be given', async () => {
    const lines = `{"id":1,"text":"bln kmrn"}\r\n\n{"text":"bu Mei"}\n{"text":"desember","today":"2024-12-31"}`;
    expect(await ask('periods', lines)).toEqual([
      { text: 'bln kmrn', period: { from: '2024-04', to: '2024-04' } },
      { text: 'bu Mei', period: null },
      { text: 'desember', period: { from: '2024-12', to: '2024-12' } },
    ]);
  });

  test('kelurahan: suggestions with their kecamatan, best first', async () => {
    const [answer] = await ask('kelurahan', '{"text":"kel poris plwd utr"}\n');
    expect(answer).toMatchObject({
      text: 'kel poris plwd utr',
      suggestions: expect.arrayContaining([{ name: 'Poris Plawad Utara', kecamatan: 'Cipondoh' }]),
    });
  });

  test('a line that is no JSON and an unknown verb end in one sentence', async () => {
    await expect(ask('periods', 'halo')).rejects.toMatchObject({
      stderr: expect.stringMatching(/line 1: not \{"text"/),
    });
    await expect(ask('cuaca', '')).rejects.toMatchObject({
      stderr: expect.stringMatching(/^Usage: /),
    });
  });
});
