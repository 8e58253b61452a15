import type { FloodControl } from '../flood.ts';
import type { Params } from '../params.ts';
import type { Bot, World } from '../world.ts';

/** One call of a bot, as its method sees it. */
export interface Call {
  readonly world: World;
  readonly bot: Bot;
  readonly params: Params;
  readonly flood: FloodControl;
}

/** Does what the Bot API method of this name does, and returns its `result`. Throws a `Refusal`. */
export type Method = (call: Call) => unknown;
