import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';

it('runs the demo beside the real data when nothing is set', () => {
  expect(readConfig({ BOT_TOKEN: '', PORT: ' ' })).toEqual({
    ok: true,
    config: {
      botToken: null,
      telegramApiRoot: 'https://api.telegram.org',
      databaseUrl: 'file:./data/demo.db',
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      webhook: null,
      adminTelegramIds: [],
      regencyCode: '36.71',
      timeZone: 'Asia/Jakarta',
      broadcastRate: 28,
      broadcastPaid: false,
      broadcastApprovalOver: null,
      incentiveApproval: false,
      helpdeskChatId: null,
      logLevel: 'warn',
    },
  });
});

it('keeps the real data in a file of its own', () => {
  const outcome = readConfig({ BOT_TOKEN: `123:${'a'.repeat(30)}` });
  expect(outcome).toMatchObject({ ok: true, config: { databaseUrl: 'file:./data/kader.db' } });
});

it('reads everything that can be set', () => {
  const outcome = readConfig({
    BOT_TOKEN: `123:${'a'.repeat(30)}`,
    TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
    DATABASE_URL: 'postgresql://kader@localhost/kader',
    PORT: '8080',
    HOST: '0.0.0.0',
    WEBHOOK_URL: 'https://kader.example.go.id',
    WEBHOOK_SECRET: 'sixteen-characters',
    ADMIN_TELEGRAM_IDS: '11, 22',
    REGENCY_CODE: '32.73',
    TIME_ZONE: 'Asia/Makassar',
    BROADCAST_RATE: '20',
    INCENTIVE_APPROVAL: 'on',
    HELPDESK_CHAT_ID: '-1001234567890',
    LOG_LEVEL: 'debug',
  });
  expect(outcome).toMatchObject({
    ok: true,
    config: {
      telegramApiRoot: 'http://127.0.0.1:8081',
      webhook: { url: 'https://kader.example.go.id', secret: 'sixteen-characters' },
      adminTelegramIds: [11, 22],
      broadcastRate: 20,
      incentiveApproval: true,
      helpdeskChatId: -1001234567890,
    },
  });
});

it.each([
  ['BOT_TOKEN', 'token'],
  ['TELEGRAM_API_ROOT', 'telegram'],
  ['DATABASE_URL', 'mysql://x'],
  ['PORT', '70000'],
  ['WEBHOOK_URL', 'http://insecure.example'],
  ['WEBHOOK_SECRET', 'short'],
  ['ADMIN_TELEGRAM_IDS', 'agus'],
  ['REGENCY_CODE', '3671'],
  ['TIME_ZONE', 'Jakarta'],
  ['BROADCAST_RATE', '0'],
  ['BROADCAST_RATE', '1001'],
  ['BROADCAST_RATE', '31'],
  ['BROADCAST_PAID', 'ya'],
  ['INCENTIVE_APPROVAL', 'ya'],
  ['BROADCAST_APPROVAL_OVER', 'banyak'],
  ['HELPDESK_CHAT_ID', '12345'],
  ['LOG_LEVEL', 'loud'],
])('names %s when it is %s', (name, value) => {
  const outcome = readConfig({ WEBHOOK_SECRET: 'sixteen-characters', [name]: value });
  expect(outcome.ok ? [] : outcome.problems).toEqual([
    expect.stringMatching(new RegExp(`^${name} should `)),
  ]);
});

it('wants a secret for a webhook', () => {
  expect(readConfig({ WEBHOOK_URL: 'https://kader.example.go.id' })).toEqual({
    ok: false,
    problems: ['WEBHOOK_SECRET should be set when WEBHOOK_URL is'],
  });
});

it('goes beyond what is free when broadcasts are paid for', () => {
  expect(readConfig({ BROADCAST_RATE: '1000', BROADCAST_PAID: 'true' })).toMatchObject({
    ok: true,
    config: { broadcastRate: 1000, broadcastPaid: true },
  });
});
