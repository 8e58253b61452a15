import type { TextEntity } from '../content.ts';
import { byteOffset, cannotParse, type FormattedText, linkEntity } from './markup-text.ts';

const RESERVED = '_*[]()~`>#+-=|{}.!';
/** How TDLib calls the entities in its messages. */
const SPOKEN: Record<string, string> = {
  bold: 'Bold',
  italic: 'Italic',
  underline: 'Underline',
  strikethrough: 'Strikethrough',
  spoiler: 'Spoiler',
  code: 'Code',
  pre: 'Pre',
  text_link: 'TextUrl',
  custom_emoji: 'CustomEmoji',
};
/** What ends (and mostly begins) each entity. Longer marks come before the ones they begin with. */
const MARKS: readonly [mark: string, type: string][] = [
  ['```', 'pre'],
  ['`', 'code'],
  ['__', 'underline'],
  ['_', 'italic'],
  ['||', 'spoiler'],
  ['*', 'bold'],
  ['~', 'strikethrough'],
  ['![', 'custom_emoji'],
  ['[', 'text_link'],
];

interface OpenEntity {
  type: string;
  language?: string;
  offset: number;
  /** Where its mark stood in the source. */
  begin: number;
}

/** Parses `parse_mode: MarkdownV2` as strictly as the server, with its words for every mistake. */
export function parseMarkdownV2(source: string): FormattedText {
  return new MarkdownV2Parser(source).parse();
}

class MarkdownV2Parser {
  readonly #source: string;
  #at = 0;
  #text = '';
  readonly #entities: TextEntity[] = [];
  readonly #open: OpenEntity[] = [];
  /** Offset of the quotation that is being read. */
  #quote: number | null = null;
  #isExpandable = false;

  constructor(source: string) {
    this.#source = source;
  }

  parse(): FormattedText {
    while (this.#at < this.#source.length) this.#step();
    this.#endQuote();
    const unclosed = this.#open.at(-1);
    if (unclosed !== undefined) throw this.#unclosed(unclosed);
    return { text: this.#text, entities: this.#entities };
  }

  #step(): void {
    const character = this.#source[this.#at] ?? '';
    const next = this.#source.charCodeAt(this.#at + 1);
    if (character === '\\' && next > 0 && next <= 126) {
      this.#text += this.#source[this.#at + 1];
      this.#at += 2;
      return;
    }
    const inside = this.#open.at(-1);
    if (inside?.type === 'code' || inside?.type === 'pre') {
      if (character === '`') this.#mark(inside);
      else this.#literal(character);
    } else if (character === '>' && this.#atLineStart()) {
      this.#quote ??= this.#text.length;
      this.#at++;
    } else if (character === '\n') {
      this.#newLine(inside);
    } else if (RESERVED.includes(character)) {
      this.#mark(inside);
    } else {
      this.#literal(character);
    }
  }

  #literal(character: string): void {
    this.#text += character;
    this.#at++;
  }

  #atLineStart(): boolean {
    return this.#at === 0 || this.#source[this.#at - 1] === '\n';
  }

  #newLine(inside: OpenEntity | undefined): void {
    if (this.#quote !== null && this.#source[this.#at + 1] !== '>') {
      if (inside !== undefined) throw this.#unclosed(inside);
      this.#endQuote();
    }
    this.#literal('\n');
  }

  #endQuote(): void {
    if (this.#quote === null) return;
    const length = this.#text.length - this.#quote;
    const type = this.#isExpandable ? 'expandable_blockquote' : 'blockquote';
    if (length > 0) this.#entities.push({ type, offset: this.#quote, length });
    this.#quote = null;
    this.#isExpandable = false;
  }

  #mark(inside: OpenEntity | undefined): void {
    const closing = inside === undefined ? undefined : closingMark(inside.type);
    if (
      inside !== undefined &&
      closing !== undefined &&
      this.#source.startsWith(closing, this.#at)
    ) {
      // `_` closes italic, `__` never does: Telegram reads it as underline.
      const isUnderline = inside.type === 'italic' && this.#source.startsWith('__', this.#at);
      if (!isUnderline) {
        this.#at += closing.length;
        this.#open.pop();
        this.#close(inside);
        return;
      }
    }
    if (inside?.type === 'code' || inside?.type === 'pre') {
      this.#literal('`');
      return;
    }
    const endsExpandable =
      this.#quote !== null && /^\|\|(?:\n|$)/.test(this.#source.slice(this.#at, this.#at + 3));
    if (endsExpandable) {
      this.#isExpandable = true;
      this.#at += 2;
      return;
    }
    const found = MARKS.find(([mark]) => this.#source.startsWith(mark, this.#at));
    if (found === undefined) {
      throw cannotParse(
        `Character '${this.#source[this.#at]}' is reserved and must be escaped with the preceding '\\'`,
      );
    }
    this.#begin(...found);
  }

  #begin(mark: string, type: string): void {
    const begin = this.#at;
    this.#at += mark.length;
    const opened: OpenEntity = { type, offset: this.#text.length, begin };
    if (type === 'pre') {
      const language = /^[^\s`]+(?=\s)/.exec(this.#source.slice(this.#at))?.[0];
      if (language !== undefined) {
        opened.language = language;
        this.#at += language.length;
      }
      this.#at += /^(?:\r\n|\n\r|\n|\r)?/.exec(this.#source.slice(this.#at))?.[0].length ?? 0;
    }
    this.#open.push(opened);
  }

  #close({ type, language, offset }: OpenEntity): void {
    const length = this.#text.length - offset;
    if (type === 'custom_emoji') {
      if (this.#source[this.#at] !== '(') {
        throw cannotParse('Custom emoji entity must contain a tg://emoji URL');
      }
      const id = /^tg:\/\/emoji\?id=(\d+)$/.exec(this.#target('a custom emoji URL'))?.[1];
      if (id === undefined) throw cannotParse('Custom emoji URL must have an emoji identifier');
      if (length > 0) this.#entities.push({ type, offset, length, custom_emoji_id: id });
    } else if (type === 'text_link') {
      const hasTarget = this.#source[this.#at] === '(';
      const link = linkEntity(hasTarget ? this.#target('a URL') : this.#text.slice(offset));
      if (length === 0 || link === null) return;
      if (link.type === 'text_link') this.#entities.push({ ...link, offset, length });
      else {
        const user = { id: link.userId, is_bot: false, first_name: '' };
        this.#entities.push({ type: link.type, offset, length, user });
      }
    } else if (length > 0) {
      this.#entities.push({
        type,
        offset,
        length,
        ...(language === undefined ? {} : { language }),
      });
    }
  }

  /** What stands in the parentheses after a link's text. */
  #target(what: string): string {
    const begin = ++this.#at;
    let url = '';
    while (this.#at < this.#source.length && this.#source[this.#at] !== ')') {
      if (this.#source[this.#at] === '\\') this.#at++;
      url += this.#source[this.#at++] ?? '';
    }
    if (this.#source[this.#at] !== ')') {
      throw cannotParse(
        `Can't find end of ${what} at byte offset ${byteOffset(this.#source, begin)}`,
      );
    }
    this.#at++;
    return url;
  }

  #unclosed({ type, language, begin }: OpenEntity): Error {
    const spoken = language === undefined ? SPOKEN[type] : 'PreCode';
    return cannotParse(
      `Can't find end of ${spoken} entity at byte offset ${byteOffset(this.#source, begin)}`,
    );
  }
}

function closingMark(type: string): string | undefined {
  if (type === 'text_link' || type === 'custom_emoji') return ']';
  return MARKS.find(([, marked]) => marked === type)?.[0];
}
