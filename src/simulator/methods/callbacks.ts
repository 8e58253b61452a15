import { badRequest } from '../refusal.ts';
import type { Call, Method } from './call.ts';

/** How long a tap can be answered, in ms. */
const ANSWERABLE_MS = 150_000;
const MAX_TEXT = 200;

/** A query can be answered once; a second answer is refused like one to an unknown query. */
function answerCallbackQuery({ world, bot, params }: Call): unknown {
  const query = world.callbacks.get(params.text('callback_query_id'));
  const isOpen =
    query !== undefined &&
    query.botId === bot.id &&
    query.answer === null &&
    world.clock.now() - query.at <= ANSWERABLE_MS;
  if (!isOpen) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  const text = params.text('text');
  const url = params.text('url');
  if (text.length > MAX_TEXT) throw badRequest('MESSAGE_TOO_LONG');
  // Without a game, only links that open a bot are taken.
  if (url !== '' && !/^(?:https:\/\/)?(?:t|telegram)\.me\/\w+\?start=/.test(url)) {
    throw badRequest('URL_INVALID');
  }
  query.answer = {
    text: text === '' ? null : text,
    alert: params.flag('show_alert'),
    url: url === '' ? null : url,
  };
  const { id: callbackId, answer } = query;
  world.screens.tell(query.personId, () => ({ event: 'callbackAnswer', callbackId, ...answer }));
  world.onChange();
  return true;
}

export const callbackMethods: Record<string, Method> = { answerCallbackQuery };
