/** Which calls a fault hits; every given condition must hold. */
export interface FaultScope {
  /** Default: every method but those by which updates come (`getUpdates`, webhook settings). */
  methods?: string[];
  chatId?: number;
  /** Let this many matching calls through first. */
  skip?: number;
  /** Ends after this many hits. Default: until switched off. */
  times?: number;
  /** 0–1, default 1. */
  probability?: number;
  when?: (call: FaultyCall) => boolean;
}

export interface FaultyCall {
  botId: number;
  method: string;
  params: Readonly<Record<string, unknown>>;
}

export type Fault =
  /** 429 with `retry_after`; the call has no effect and the bot is not locked. */
  | { kind: 'tooManyRequests'; retryAfter: number }
  /** 5xx (default 502), as JSON or as the HTML page of a proxy (default); no effect. */
  | { kind: 'serverError'; status?: number; body?: 'json' | 'html' }
  /** Any refusal in given words, e.g. 400 "Bad Request: not enough rights …"; no effect. */
  | { kind: 'refuse'; code: number; description: string }
  /** The connection is cut; nothing happened. */
  | { kind: 'resetBefore' }
  /** The connection is cut; it happened all the same. */
  | { kind: 'resetAfter' }
  /** The effect comes at once, the answer after `ms` of the simulator's clock. */
  | { kind: 'delayAnswer'; ms: number }
  /** The effect itself comes after `ms` of the simulator's clock. */
  | { kind: 'delayEffect'; ms: number };

interface Entry {
  fault: Fault;
  scope: FaultScope;
  skip: number;
  times: number;
}

const TRANSPORT = new Set(['getUpdates', 'setWebhook', 'deleteWebhook', 'getWebhookInfo']);

/** The faults that are switched on, in the order in which they were. */
export class FaultBook {
  readonly #entries = new Set<Entry>();
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  add(fault: Fault, scope: FaultScope = {}): () => void {
    const entry = { fault, scope, skip: scope.skip ?? 0, times: scope.times ?? Infinity };
    this.#entries.add(entry);
    return () => this.#entries.delete(entry);
  }

  clear(): void {
    this.#entries.clear();
  }

  /** The fault that hits this call, if any: the first one whose scope and luck say so. */
  strike(call: FaultyCall): Fault | null {
    for (const entry of this.#entries) {
      if (!matches(entry.scope, call)) continue;
      if (entry.skip > 0) {
        entry.skip--;
        continue;
      }
      const { probability } = entry.scope;
      if (probability !== undefined && this.#random() >= probability) continue;
      entry.times--;
      if (entry.times <= 0) this.#entries.delete(entry);
      return entry.fault;
    }
    return null;
  }
}

function matches(scope: FaultScope, call: FaultyCall): boolean {
  const { methods, chatId, when } = scope;
  if (methods === undefined ? TRANSPORT.has(call.method) : !methods.includes(call.method)) {
    return false;
  }
  if (chatId !== undefined && String(call.params.chat_id) !== String(chatId)) return false;
  return when === undefined || when(call);
}
