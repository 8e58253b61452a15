import type { ReplyKeyboardMarkup } from 'telegraf/types';
import type { Actor } from '../features/access/rules.ts';
import type { OutgoingMessage } from '../platform/telegram.ts';
import * as text from '../text/id/common.ts';
import { keys } from './message.ts';
import type { Registry } from './registry.ts';

/** More keys than this would leave little of a phone's screen to the chat at two in a row. */
const mostInPairs = 8;

/** The big keys at the bottom of the screen: what this person may do, two in a row, or three of very many. */
export function mainKeys(registry: Registry, actor: Actor): ReplyKeyboardMarkup {
  const labels = registry.menuOf(actor).flatMap((action) => action.key ?? []);
  const inRow = labels.length > mostInPairs ? 3 : 2;
  const rows: string[][] = [];
  for (let at = 0; at < labels.length; at += inRow) rows.push(labels.slice(at, at + inRow));
  return keys(rows, text.placeholder);
}

/**
 * The command menu of one person, as a request for the outbox.
 * Bot API setMyCommands with BotCommandScopeChat: it holds only what this person may do.
 */
export function commandMenu(registry: Registry, actor: Actor): OutgoingMessage {
  return {
    method: 'setMyCommands',
    payload: {
      scope: { type: 'chat', chat_id: actor.telegramId },
      commands: registry
        .menuOf(actor)
        .map(({ name, description }) => ({ command: name, description })),
    },
  };
}
