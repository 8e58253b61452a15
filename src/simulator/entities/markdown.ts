import type { TextEntity } from '../content.ts';
import { byteOffset, cannotParse, type FormattedText, linkEntity } from './markup-text.ts';

const TYPES: Record<string, string> = { _: 'italic', '*': 'bold', '`': 'code' };

/** Parses the legacy `parse_mode: Markdown`, which nests nothing and escapes only `_ * [` and the backtick. */
export function parseMarkdown(source: string): FormattedText {
  const entities: TextEntity[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at);
    const escaped = /^\\([_*`[])/.exec(rest);
    if (escaped !== null) {
      text += escaped[1];
      at += 2;
      continue;
    }
    if (!/^[_*`[]/.test(rest)) {
      text += source[at++];
      continue;
    }
    const opening = /^```(?:([^\s`]+)(?=\s))?(?:\r\n|\n\r|\n|\r)?|^[_*`[]/.exec(rest);
    const [mark = '', language] = opening ?? [];
    const isPre = mark.startsWith('```');
    const closing = isPre ? '```' : mark === '[' ? ']' : mark;
    const end = source.indexOf(closing, at + mark.length);
    if (end === -1) {
      throw cannotParse(
        `Can't find end of the entity starting at byte offset ${byteOffset(source, at)}`,
      );
    }
    const content = source.slice(at + mark.length, end);
    const place = { offset: text.length, length: content.length };
    text += content;
    at = end + closing.length;
    if (mark === '[') {
      const target = /^\(([^)]*)\)?/.exec(source.slice(at));
      if (target !== null) at += target[0].length;
      const link = linkEntity(target?.[1] ?? content);
      if (content === '' || link === null) continue;
      if (link.type === 'text_link') entities.push({ ...link, ...place });
      else {
        const user = { id: link.userId, is_bot: false, first_name: '' };
        entities.push({ type: link.type, ...place, user });
      }
    } else if (content !== '') {
      const type = isPre ? 'pre' : (TYPES[mark] ?? '');
      entities.push({ type, ...place, ...(language === undefined ? {} : { language }) });
    }
  }
  return { text, entities };
}
