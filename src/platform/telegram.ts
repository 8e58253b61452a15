/**
 * One request to Telegram, ready to leave: a Bot API method and its parameters.
 * `chat_id` is added by whoever sends it.
 */
export interface OutgoingMessage {
  method: string;
  payload: Record<string, unknown>;
}

/** The way to Telegram's server. */
export interface TelegramClient {
  /**
   * Makes one request and gives Telegram's `result`.
   *
   * @param payload all parameters, `chat_id` included
   * @throws TelegramFailure, and nothing else
   */
  call<T>(method: string, payload: Record<string, unknown>, options?: CallOptions): Promise<T>;
}

export interface CallOptions {
  /** Gives up; a request that had left is then in doubt. */
  signal?: AbortSignal;
  /** Milliseconds until giving up by itself. */
  timeoutMs?: number;
}

/** Everything that can become of a request other than success. Never holds the token. */
export type SendFailure =
  /** 429: nothing may be sent before this many milliseconds are over. */
  | { kind: 'flood'; retryAfterMs: number }
  /** The person cannot be reached: blocked, deactivated, never started, no such chat. */
  | { kind: 'blocked'; description: string }
  /** Telegram understood and refuses; the same request will be refused again. */
  | { kind: 'rejected'; description: string }
  /** The group lives on under another id. */
  | { kind: 'moved'; chatId: number }
  /** 5xx, or the HTML page of something in between: Telegram did not take it. */
  | { kind: 'server'; description: string }
  /** Nothing left this machine, or nobody was there to take it. */
  | { kind: 'not_sent'; cause: string }
  /** It left and no answer came: whether it happened is unknown. */
  | { kind: 'doubt'; cause: string }
  /** The token is not, or no longer, valid. */
  | { kind: 'unauthorized' };

/** A request that failed, with what is known about it. */
export class TelegramFailure extends Error {
  override name = 'TelegramFailure';
  readonly method: string;
  readonly failure: SendFailure;

  constructor(method: string, failure: SendFailure) {
    super(`${method}: ${describeFailure(failure)}`);
    this.method = method;
    this.failure = failure;
  }
}

/** One line for a log or for the reason of a row: Telegram's own words where there are any. */
export function describeFailure(failure: SendFailure): string {
  switch (failure.kind) {
    case 'flood':
      return `Too Many Requests: retry after ${Math.ceil(failure.retryAfterMs / 1000)}`;
    case 'blocked':
    case 'rejected':
    case 'server':
      return failure.description;
    case 'moved':
      return `group chat was upgraded to ${failure.chatId}`;
    case 'not_sent':
    case 'doubt':
      return failure.cause;
    case 'unauthorized':
      return 'Unauthorized';
  }
}

/**
 * Whether a method puts a new message into a chat. Repeating such a request repeats the message, so these
 * alone are ever in doubt; every other method the outbox uses may be repeated harmlessly.
 */
export function createsMessage(method: string): boolean {
  return /^(send(?!ChatAction)|copyMessage|forwardMessage)/.test(method);
}

/**
 * Whether a method writes into a chat: what it makes is counted by Telegram's flood limits, and all of them
 * are refused, and lengthen the lock, while the bot is locked.
 */
export function writesToChat(method: string): boolean {
  return createsMessage(method) || /^(edit|delete|pin|unpin|stopPoll|setMessage)/.test(method);
}

/**
 * The number of the message that a method made, or null where it made none.
 * An album has several; the first stands for all.
 */
export function createdMessageNumber(method: string, result: unknown): number | null {
  if (!createsMessage(method)) return null;
  const message: unknown = Array.isArray(result) ? result[0] : result;
  if (typeof message !== 'object' || message === null || !('message_id' in message)) return null;
  return typeof message.message_id === 'number' ? message.message_id : null;
}
