import { type Logger, pino } from 'pino';

export type { Logger };

/**
 * The one logger: JSON lines on standard output.
 *
 * @param level pino's names, `silent` included
 */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
