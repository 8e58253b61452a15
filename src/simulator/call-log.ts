/** One Bot API call. Long polls that brought nothing are not kept. */
export interface ApiCall {
  botId: number;
  method: string;
  /** As sent; files by name and size. */
  params: Readonly<Record<string, unknown>>;
  /** Milliseconds since the epoch. */
  startedAt: number;
  endedAt: number;
  /** HTTP status; 0 when the connection was cut. */
  status: number;
  result?: unknown;
  /** The refusal's description. */
  error?: string;
  /** Whether it changed the world: true with status 0 after a reset that followed the effect. */
  effective: boolean;
}

/** The last calls, and how many there were of each outcome. */
export class CallLog {
  readonly #limit: number;
  #calls: ApiCall[] = [];
  readonly #counts = new Map<string, Map<number, number>>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(call: ApiCall): void {
    const counts = this.#counts.get(call.method) ?? new Map<number, number>();
    this.#counts.set(call.method, counts.set(call.status, (counts.get(call.status) ?? 0) + 1));
    this.#calls.push(call);
    if (this.#calls.length > 2 * this.#limit) this.#calls = this.#calls.slice(-this.#limit);
  }

  /** The calls kept, oldest first, optionally of one method only. */
  calls(method?: string): ApiCall[] {
    const kept = this.#calls.slice(-this.#limit);
    return method === undefined ? kept : kept.filter((call) => call.method === method);
  }

  /**
   * Calls since the start (or the last `clear`), whether kept or not.
   * @param status only with this HTTP status (0: cut)
   * @param method only of this method
   */
  count(status?: number, method?: string): number {
    let sum = 0;
    for (const [name, counts] of this.#counts) {
      if (method !== undefined && name !== method) continue;
      for (const [each, count] of counts) {
        if (status === undefined || each === status) sum += count;
      }
    }
    return sum;
  }

  clear(): void {
    this.#calls = [];
    this.#counts.clear();
  }
}
