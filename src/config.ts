import { z } from 'zod';

/** Everything that can be set from outside. */
export interface Config {
  /** Null: no token, so the demo with the local simulator runs. */
  botToken: string | null;
  telegramApiRoot: string;
  databaseUrl: string;
  /** Where health and pages are served. */
  port: number;
  host: string;
  /** Where people's browsers find the pages: no slash at the end. */
  publicUrl: string;
  /** Null: long polling. */
  webhook: { url: string; secret: string } | null;
  adminTelegramIds: number[];
  /** Official code of the regency, e.g. `36.71`. */
  regencyCode: string;
  timeZone: string;
  /** Messages per second to all chats together. */
  broadcastRate: number;
  /** Whether Telegram Stars are spent for a rate beyond 30 a second (Bot API `allow_paid_broadcast`). */
  broadcastPaid: boolean;
  /** A broadcast to more people than this needs another staff member's approval; null: none does. */
  broadcastApprovalOver: number | null;
  /** Whether lists of payments are applied and undone only with another staff member's consent. */
  incentiveApproval: boolean;
  /** The group in which staff answer questions; null: each staff member is written to alone. */
  helpdeskChatId: number | null;
  logLevel: string;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Messages per second that Telegram lets a bot send without paying (Bot API FAQ, broadcasting). */
const mostForFree = 30;

const environment = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/, 'should look like 123456789:AA… as BotFather gives it')
    .optional(),
  TELEGRAM_API_ROOT: z.url('should be an address such as https://api.telegram.org').optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'should begin with file: or postgresql://')
    .optional(),
  PORT: wholeNumber(0, 65_535).optional(),
  HOST: z.string().optional(),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'should be an address such as https://kader.example.go.id',
    })
    .optional(),
  WEBHOOK_URL: z.url({ protocol: /^https$/, error: 'should be an https:// address' }).optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16,256}$/, 'should be 16 to 256 of A-Z a-z 0-9 _ -')
    .optional(),
  ADMIN_TELEGRAM_IDS: z
    .string()
    .regex(/^\d+(\s*,\s*\d+)*$/, 'should be numbers separated by commas')
    .optional(),
  REGENCY_CODE: z
    .string()
    .regex(/^\d{2}\.\d{2}$/, 'should look like 36.71')
    .optional(),
  TIME_ZONE: z.string().refine(isZone, 'should be a zone such as Asia/Jakarta').optional(),
  BROADCAST_RATE: wholeNumber(1, 1_000).optional(),
  BROADCAST_PAID: z.enum(['true', 'false'], 'should be true or false').optional(),
  BROADCAST_APPROVAL_OVER: wholeNumber(0, 1_000_000).optional(),
  INCENTIVE_APPROVAL: z.enum(['on', 'off'], 'should be on or off').optional(),
  HELPDESK_CHAT_ID: z
    .string()
    .regex(/^-\d+$/, 'should be the negative number of a group such as -1001234567890')
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `should be one of ${logLevels.join(', ')}`).optional(),
});

export type ConfigOutcome = { ok: true; config: Config } | { ok: false; problems: string[] };

/**
 * Reads the environment. Empty variables count as absent.
 *
 * @returns every mistake at once, each as `NAME should …`
 */
export function readConfig(env: Record<string, string | undefined>): ConfigOutcome {
  const given = Object.fromEntries(
    Object.entries(env)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  if (given.WEBHOOK_URL !== undefined && given.WEBHOOK_SECRET === undefined)
    problems.push('WEBHOOK_SECRET should be set when WEBHOOK_URL is');
  if (
    parsed.success &&
    (parsed.data.BROADCAST_RATE ?? 0) > mostForFree &&
    parsed.data.BROADCAST_PAID !== 'true'
  )
    problems.push(`BROADCAST_RATE should be at most ${mostForFree} unless BROADCAST_PAID is true`);
  if (!parsed.success || problems.length > 0) return { ok: false, problems };

  const values = parsed.data;
  // The demo keeps its people and its chatter away from where the real ones will be.
  const isDemo = values.BOT_TOKEN === undefined;
  const port = values.PORT ?? 3000;
  return {
    ok: true,
    config: {
      botToken: values.BOT_TOKEN ?? null,
      telegramApiRoot: (values.TELEGRAM_API_ROOT ?? 'https://api.telegram.org').replace(/\/+$/, ''),
      databaseUrl: values.DATABASE_URL ?? `file:./data/${isDemo ? 'demo' : 'kader'}.db`,
      port,
      host: values.HOST ?? '127.0.0.1',
      publicUrl: (values.PUBLIC_URL ?? values.WEBHOOK_URL ?? `http://localhost:${port}`).replace(
        /\/+$/,
        '',
      ),
      webhook:
        values.WEBHOOK_URL !== undefined && values.WEBHOOK_SECRET !== undefined
          ? { url: values.WEBHOOK_URL, secret: values.WEBHOOK_SECRET }
          : null,
      adminTelegramIds: values.ADMIN_TELEGRAM_IDS?.split(',').map(Number) ?? [],
      regencyCode: values.REGENCY_CODE ?? '36.71',
      timeZone: values.TIME_ZONE ?? 'Asia/Jakarta',
      broadcastRate: values.BROADCAST_RATE ?? 28,
      broadcastPaid: values.BROADCAST_PAID === 'true',
      broadcastApprovalOver: values.BROADCAST_APPROVAL_OVER ?? null,
      incentiveApproval: values.INCENTIVE_APPROVAL === 'on',
      helpdeskChatId:
        values.HELPDESK_CHAT_ID === undefined ? null : Number(values.HELPDESK_CHAT_ID),
      logLevel: values.LOG_LEVEL ?? (isDemo ? 'warn' : 'info'),
    },
  };
}

function wholeNumber(least: number, most: number) {
  const words = `should be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d+$/, words)
    .transform(Number)
    .pipe(z.number().min(least, words).max(most, words));
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('id', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
