import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BotContext } from '../../bot/context.ts';

/** A document somebody sent, by Telegram's id for it. */
export interface SentDocument {
  fileId: string;
  name: string;
  /** Bytes, where Telegram says it. */
  size: number | null;
}

/** What became of fetching a document. */
export type Received =
  | { ok: true; bytes: Buffer }
  | { ok: false; reason: 'too_large' | 'no_download' };

/** Bot API, getFile: bots can download files of up to 20 MB. */
const largest = 20 * 1024 * 1024;
const downloadTimeoutMs = 120_000;

/** The document of a message, or of the one it replies to; null when there is none. */
export function documentIn(ctx: BotContext): SentDocument | null {
  const message = ctx.message;
  if (message === undefined) return null;
  const repliedTo = 'reply_to_message' in message ? message.reply_to_message : undefined;
  for (const one of [message, repliedTo]) {
    if (one === undefined || !('document' in one)) continue;
    const { file_id: fileId, file_name: name, file_size: size } = one.document;
    return { fileId, name: name ?? 'berkas', size: size ?? null };
  }
  return null;
}

/**
 * Downloads a document; a Bot API server of one's own hands over a path instead of an address.
 *
 * @throws when `signal` is aborted
 */
export async function receive(
  ctx: BotContext,
  { fileId, size }: SentDocument,
  signal?: AbortSignal,
): Promise<Received> {
  if (size !== null && size > largest) return { ok: false, reason: 'too_large' };
  try {
    const link = await ctx.telegram.getFileLink(fileId);
    if (link.protocol === 'file:') return { ok: true, bytes: await readFile(fileURLToPath(link)) };
    const end = AbortSignal.any([
      AbortSignal.timeout(downloadTimeoutMs),
      ...(signal ? [signal] : []),
    ]);
    const response = await fetch(link, { signal: end });
    if (!response.ok) return { ok: false, reason: 'no_download' };
    return { ok: true, bytes: Buffer.from(await response.arrayBuffer()) };
  } catch (error) {
    signal?.throwIfAborted();
    const isTooBig = error instanceof Error && error.message.includes('file is too big');
    return { ok: false, reason: isTooBig ? 'too_large' : 'no_download' };
  }
}
