import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startSimulator } from '../../src/simulator/simulator.ts';
import { emptyFolder, startProgram } from '../support/program.ts';

/** Two neighbouring ports are needed by the demo; far from where anything else would be. */
const ports = (() => {
  let next = 20_000 + (process.pid % 2_000) * 10;
  return () => {
    next += 2;
    return next;
  };
})();

const token = '4242:token-of-the-bot-under-test';

async function telegram(): Promise<string> {
  const simulator = await startSimulator({
    bots: [{ token, username: 'kader_uji_bot', name: 'Kader Uji' }],
  });
  onTestFinished(() => simulator.stop());
  return simulator.url;
}

it('lives through a day of the demo: started, started twice, stopped, killed, and given a token', async () => {
  const folder = emptyFolder();
  const settings = { PORT: String(ports()) };
  const first = startProgram(folder, settings);
  const address = (await first.says(/http:\/\/\S+/)).replace(/\/$/, '');
  expect((await fetch(`${address}/`)).status).toBe(200);
  const people = (await (await fetch(`${address}/sim/people?search=Agus`)).json()) as {
    id: number;
  }[];
  const chat = `${address}/sim/people/${people[0]?.id}/chats/${people[0]?.id}/messages`;
  const before = await (await fetch(chat)).json();
  expect(before).not.toEqual([]);
  const health = await fetch(`http://127.0.0.1:${settings.PORT}/health`);
  expect(await health.json()).toMatchObject({ ok: true, leading: true });

  const twice = startProgram(folder, { PORT: String(ports()) });
  expect(await twice.ended()).toBe(1);
  expect(twice.output()).toMatch(
    /^Kader Bot is already running on this database \(process \d+ on .*\n$/,
  );
  expect(await first.stop('SIGINT')).toBe(0);

  const again = startProgram(folder, settings);
  await again.says(/http:\/\/\S+/);
  expect(await (await fetch(chat)).json()).toEqual(before);
  await again.stop('SIGKILL');

  // Nobody waits for the lease of a process that is gone.
  const afterCrash = startProgram(folder, settings);
  await afterCrash.says(/http:\/\/\S+/);
  expect(await afterCrash.stop('SIGTERM')).toBe(0);

  const real = startProgram(folder, {
    PORT: settings.PORT,
    DATABASE_URL: 'file:./data/demo.db',
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: await telegram(),
  });
  expect(await real.ended()).toBe(1);
  expect(real.output()).toContain('holds the invented people of the demo');
}, 180_000);

it('names a port that is taken', async () => {
  const port = ports();
  await listen(port);
  const program = startProgram(emptyFolder(), { PORT: String(port) });
  expect(await program.ended()).toBe(1);
  expect(program.output()).toMatch(new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is taken.*\\n$`));
});

it('names a folder that cannot be written', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'data'), 'a file where the folder should be');
  const program = startProgram(folder, { PORT: String(ports()) });
  expect(await program.ended()).toBe(1);
  expect(program.output()).toMatch(/^The folder of file:\.\/data\/demo\.db cannot be written.*\n$/);
});

it('names a database that is none', async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'data'));
  writeFileSync(
    join(folder, 'data/demo.db'),
    'this is a letter, not a database, and a long one too',
  );
  const program = startProgram(folder, { PORT: String(ports()) });
  expect(await program.ended()).toBe(1);
  expect(program.output()).toMatch(/^The file of file:\.\/data\/demo\.db is not a database.*\n$/);
});

it('reports every wrong setting at once, by name', async () => {
  const program = startProgram(emptyFolder(), {
    BOT_TOKEN: 'hello',
    PORT: 'ninety',
    REGENCY_CODE: 'Tangerang',
    TIME_ZONE: 'Mars/Base',
    WEBHOOK_URL: 'https://example.org',
  });
  expect(await program.ended()).toBe(1);
  for (const name of ['BOT_TOKEN', 'PORT', 'REGENCY_CODE', 'TIME_ZONE', 'WEBHOOK_SECRET'])
    expect(program.output()).toContain(name);
});

it('names an unknown regency', async () => {
  const program = startProgram(emptyFolder(), { REGENCY_CODE: '99.99', PORT: String(ports()) });
  expect(await program.ended()).toBe(1);
  expect(program.output()).toMatch(/^REGENCY_CODE 99\.99 is not the code of any regency.*\n$/);
});

it('runs the real bot with a token, without the demo, and prints the code for the first admin', async () => {
  const folder = emptyFolder();
  const program = startProgram(folder, {
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: await telegram(),
    PORT: String(ports()),
  });
  await program.says(/Kader Bot runs as @kader_uji_bot/);
  await program.says(/\/klaim \S+/);
  expect(existsSync(join(folder, 'data/kader.db'))).toBe(true);
  expect(existsSync(join(folder, 'data/demo.db'))).toBe(false);
  expect(await program.stop()).toBe(0);
});

it('names a wrong token', async () => {
  const program = startProgram(emptyFolder(), {
    BOT_TOKEN: '999999:a-token-that-nobody-was-given',
    TELEGRAM_API_ROOT: await telegram(),
    PORT: String(ports()),
  });
  expect(await program.ended()).toBe(1);
  expect(program.output()).toMatch(/^Telegram does not know this BOT_TOKEN.*\n$/m);
});

function listen(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
    onTestFinished(() => {
      server.close();
    });
  });
}
