import type { Config } from './config.ts';

/** Something that keeps the bot from starting and that the operator can mend: one sentence, no stack. */
export class StartProblem extends Error {
  override name = 'StartProblem';
}

/**
 * The sentence for a failure during the start, or null for a failure nobody foresaw, which is a bug.
 */
export function startProblem(error: unknown, config: Config): string | null {
  if (error instanceof StartProblem) return error.message;
  const codes = codesOf(error);
  const has = (...wanted: string[]) => wanted.some((code) => codes.has(code));

  if (has('EADDRINUSE'))
    return `Port ${portOf(error) ?? config.port} on ${config.host} is taken: stop what listens there (another Kader Bot?), or set PORT to another number.`;
  if (has('EADDRNOTAVAIL') || (has('ENOTFOUND') && isListening(error)))
    return `HOST ${config.host} is not an address of this machine.`;
  if (has('SQLITE_NOTADB', 'SQLITE_CORRUPT'))
    return `The file of ${config.databaseUrl} is not a database: move it away, or set DATABASE_URL to another file.`;
  if (config.databaseUrl.startsWith('file:') && has(...unwritable))
    return `The folder of ${config.databaseUrl} cannot be written: make it writable for this user, or set DATABASE_URL to another file.`;
  if (config.databaseUrl.startsWith('postgres') && has(...unreachable, ...refusedLogin))
    return `The database of DATABASE_URL cannot be opened (${[...codes].join(', ')}): check its address, name, user and password.`;
  return null;
}

const unwritable = [
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'ENOENT',
  'ENOSPC',
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
  'SQLITE_READONLY_DIRECTORY',
  'SQLITE_FULL',
];
const unreachable = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'DatabaseNotReachable'];
const refusedLogin = ['28P01', '28000', '3D000', 'AuthenticationFailed', 'DatabaseDoesNotExist'];

/** Every code in an error and in what caused it. */
function codesOf(error: unknown): Set<string> {
  const codes = new Set<string>();
  for (let at = error; typeof at === 'object' && at !== null; at = (at as Error).cause) {
    const { code, originalCode, kind } = at as Record<string, unknown>;
    for (const value of [code, originalCode, kind]) if (typeof value === 'string') codes.add(value);
  }
  return codes;
}

function portOf(error: unknown): number | undefined {
  return (error as { port?: number }).port;
}

function isListening(error: unknown): boolean {
  return (error as { syscall?: string }).syscall === 'getaddrinfo';
}
