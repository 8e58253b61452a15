import type { Content, TextEntity } from '../content.ts';
import { formatText } from '../entities/formatted.ts';
import type { FormattedText } from '../entities/markup-text.ts';
import { badRequest } from '../refusal.ts';
import { personUser } from '../wire.ts';
import type { Call } from './call.ts';

/** Characters after parsing, counted in UTF-16 code units: the stricter of the possible readings. */
const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;

/** The `text` of a message, ready to be kept. */
export function readText(call: Call): Content {
  const { params } = call;
  if (params.text('text') === '') throw badRequest('message text is empty');
  const formatted = format(call, params.text('text'), params.text('parse_mode'), () =>
    params.json('entities', 'entities'),
  );
  if (formatted.text === '') throw badRequest('text must be non-empty');
  if (formatted.text.length > MAX_TEXT) throw badRequest('message is too long');
  return textContent(formatted);
}

/** The caption of the call itself; empty where there is none. */
export function readCaption(call: Call): Pick<Content, 'caption' | 'caption_entities'> {
  const { params } = call;
  return captionContent(
    format(call, params.text('caption'), params.text('parse_mode'), () =>
      params.json('caption_entities', 'entities'),
    ),
  );
}

/** The caption of one item of an album or of a new medium. */
export function itemCaption(
  call: Call,
  item: Record<string, unknown>,
): Pick<Content, 'caption' | 'caption_entities'> {
  const field = (name: string) => (typeof item[name] === 'string' ? item[name] : '');
  return captionContent(
    format(call, field('caption'), field('parse_mode'), () => item.caption_entities),
  );
}

function format(
  call: Call,
  text: string,
  parseMode: string,
  entities: () => unknown,
): FormattedText {
  return formatText({ text, parseMode, entities: entities() }, (id) => {
    const person = call.world.person(id);
    return person === null ? null : personUser(person);
  });
}

function textContent({ text, entities }: FormattedText): Content {
  return entities.length === 0 ? { text } : { text, entities };
}

function captionContent({ text, entities }: FormattedText): {
  caption?: string;
  caption_entities?: TextEntity[];
} {
  if (text === '') return {};
  if (text.length > MAX_CAPTION) throw badRequest('message caption is too long');
  return entities.length === 0 ? { caption: text } : { caption: text, caption_entities: entities };
}
