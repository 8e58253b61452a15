/** A call that the Bot API server refuses, in its own words. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: number;
  readonly parameters: Record<string, number> | undefined;

  constructor(code: number, description: string, parameters?: Record<string, number>) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export function badRequest(words: string, parameters?: Record<string, number>): Refusal {
  return new Refusal(400, `Bad Request: ${words}`, parameters);
}

export function forbidden(words: string): Refusal {
  return new Refusal(403, `Forbidden: ${words}`);
}

/** @param seconds whole seconds, at least 1 */
export function tooManyRequests(seconds: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}
