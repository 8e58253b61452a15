import type { ApiCall, CallLog } from './call-log.ts';
import { pause } from './clock.ts';
import type { Fault, FaultBook } from './faults.ts';
import type { FloodControl } from './flood.ts';
import { METHOD_NAMES } from './method-names.ts';
import { METHODS } from './methods/method-table.ts';
import type { Params } from './params.ts';
import { badRequest, Refusal, tooManyRequests } from './refusal.ts';
import { UpdateTransport } from './update-transport.ts';
import type { Bot, World } from './world.ts';

/** What goes back over the wire; `cut` ends the connection without an answer. */
export type ApiAnswer = { status: number; type: string; body: string } | 'cut';

/** Old names that Telegram still takes. */
const ALIASES: Record<string, string> = { getchatmemberscount: 'getChatMemberCount' };
const NAMES = new Map(METHOD_NAMES.map((name) => [name.toLowerCase(), name]));
const JSON_TYPE = 'application/json';
const HTML_PAGE =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n';

interface Parts {
  world: World;
  flood: FloodControl;
  faults: FaultBook;
  log: CallLog;
  /** Travel time of one call, there and back, in ms. */
  latency: () => number;
}

type Outcome = { result: unknown } | { refusal: Refusal };

/** Carries out Bot API calls: name, faults, travel time, effect, answer, log. */
export class BotApi {
  readonly #parts: Parts;
  readonly transport: UpdateTransport;
  /** Calls under way, those that wait for updates apart. */
  inFlight = 0;
  /** Told whenever a call is over. */
  onFinished: () => void = () => {};

  constructor(parts: Parts) {
    this.#parts = parts;
    this.transport = new UpdateTransport(parts.world.clock, (bot, params) => {
      this.#runReply(bot, params);
    });
  }

  /** @param onGone registers what to do when the caller hangs up */
  async call(
    bot: Bot,
    methodName: string,
    params: Params,
    onGone: (gone: () => void) => void,
  ): Promise<ApiAnswer> {
    const method = officialName(methodName);
    if (method === null) return jsonAnswer(new Refusal(404, 'Not Found: method not found'));
    if (method === 'getUpdates') return this.#travel(bot, method, params, onGone);
    this.inFlight++;
    try {
      return await this.#travel(bot, method, params, onGone);
    } finally {
      this.inFlight--;
      this.onFinished();
    }
  }

  async #travel(
    bot: Bot,
    method: string,
    params: Params,
    onGone: (gone: () => void) => void,
  ): Promise<ApiAnswer> {
    const { world, faults, log } = this.#parts;
    const startedAt = world.clock.now();
    const latency = method === 'getUpdates' ? 0 : this.#parts.latency();
    if (latency > 0) await pause(world.clock, latency / 2);
    const fault = faults.strike({ botId: bot.id, method, params: params.fields });
    if (fault?.kind === 'delayEffect') await pause(world.clock, fault.ms);
    const prevented = fault === null ? null : preventedAnswer(fault);
    const outcome = prevented === null ? await this.#run(bot, method, params, onGone) : null;
    if (fault?.kind === 'delayAnswer') await pause(world.clock, fault.ms);
    const answer = fault?.kind === 'resetAfter' ? 'cut' : (prevented ?? outcomeAnswer(outcome));
    if (latency > 0) await pause(world.clock, latency / 2);
    const call = logged({ bot, method, params, startedAt }, outcome, answer, world.clock.now());
    if (method !== 'getUpdates' || !isEmptyPoll(call)) log.add(call);
    return answer;
  }

  async #run(
    bot: Bot,
    method: string,
    params: Params,
    onGone: (gone: () => void) => void,
  ): Promise<Outcome> {
    try {
      if (method === 'getUpdates') {
        return { result: await this.transport.getUpdates(bot, params, onGone) };
      }
      return { result: this.#execute(bot, method, params) };
    } catch (error) {
      if (error instanceof Refusal) return { refusal: error };
      throw error;
    }
  }

  #execute(bot: Bot, method: string, params: Params): unknown {
    const { world, flood } = this.#parts;
    if (method === 'setWebhook') return this.transport.setWebhook(bot, params);
    if (method === 'deleteWebhook') return this.transport.deleteWebhook(bot, params);
    if (method === 'getWebhookInfo') return this.transport.getWebhookInfo(bot);
    const run = METHODS[method];
    if (run === undefined) throw badRequest(`THE SIMULATOR DOES NOT SIMULATE ${method}`);
    return run({ world, bot, params, flood });
  }

  /** A call inside a webhook's answer: nobody hears how it went, but the log does. */
  #runReply(bot: Bot, params: Params): void {
    const { world, log } = this.#parts;
    const method = officialName(params.text('method')) ?? params.text('method');
    const startedAt = world.clock.now();
    let outcome: Outcome;
    try {
      outcome = { result: this.#execute(bot, method, params) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcome = { refusal: error };
    }
    log.add(logged({ bot, method, params, startedAt }, outcome, outcomeAnswer(outcome), startedAt));
  }
}

/** Methods this simulator answers, by their official names. */
export function simulatedMethods(): string[] {
  const transport = ['getUpdates', 'setWebhook', 'deleteWebhook', 'getWebhookInfo'];
  return [...transport, ...Object.keys(METHODS)];
}

/** Method names are read without regard to case. */
function officialName(given: string): string | null {
  const lower = given.toLowerCase();
  return NAMES.get(lower) ?? ALIASES[lower] ?? null;
}

/** What a fault answers instead of doing anything. */
function preventedAnswer(fault: Fault): ApiAnswer | null {
  switch (fault.kind) {
    case 'tooManyRequests':
      return jsonAnswer(tooManyRequests(fault.retryAfter));
    case 'refuse':
      return jsonAnswer(new Refusal(fault.code, fault.description));
    case 'serverError': {
      const status = fault.status ?? 502;
      return fault.body === 'json'
        ? jsonAnswer(new Refusal(status, 'Internal Server Error'))
        : { status, type: 'text/html', body: HTML_PAGE };
    }
    case 'resetBefore':
      return 'cut';
    case 'resetAfter':
    case 'delayAnswer':
    case 'delayEffect':
      return null;
  }
}

function outcomeAnswer(outcome: Outcome | null): ApiAnswer {
  if (outcome === null) return 'cut';
  if ('refusal' in outcome) return jsonAnswer(outcome.refusal);
  const body = JSON.stringify({ ok: true, result: outcome.result });
  return { status: 200, type: JSON_TYPE, body };
}

/** The Bot API's way of saying no. */
export function jsonAnswer({ code, message, parameters }: Refusal): {
  status: number;
  type: string;
  body: string;
} {
  const refused = {
    ok: false,
    error_code: code,
    description: message,
    ...(parameters === undefined ? {} : { parameters }),
  };
  return { status: code, type: JSON_TYPE, body: JSON.stringify(refused) };
}

function logged(
  call: { bot: Bot; method: string; params: Params; startedAt: number },
  outcome: Outcome | null,
  answer: ApiAnswer,
  endedAt: number,
): ApiCall {
  const { bot, method, params, startedAt } = call;
  const status = answer === 'cut' ? 0 : answer.status;
  const effective = outcome !== null && 'result' in outcome;
  return {
    botId: bot.id,
    method,
    params: params.loggable(),
    startedAt,
    endedAt,
    status,
    effective,
    ...(effective ? { result: outcome.result } : {}),
    ...(outcome !== null && 'refusal' in outcome ? { error: outcome.refusal.message } : {}),
  };
}

function isEmptyPoll({ result }: ApiCall): boolean {
  return Array.isArray(result) && result.length === 0;
}
