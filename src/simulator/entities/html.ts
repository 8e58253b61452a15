import type { TextEntity } from '../content.ts';
import { byteOffset, cannotParse, type FormattedText, linkEntity } from './markup-text.ts';

/** Entity type of each tag; `a`, `pre`, `code`, `span` and `tg-emoji` need a look at their attributes. */
const TAGS: Record<string, string> = {
  a: 'text_link',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
  'tg-emoji': 'custom_emoji',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
};

const LITERALS: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

interface OpenTag {
  name: string;
  /** Link, language or emoji id. */
  argument: string;
  offset: number;
}

/** Parses `parse_mode: HTML` as strictly as the server, with its words for every mistake. */
export function parseHtml(source: string): FormattedText {
  return new HtmlParser(source).parse();
}

class HtmlParser {
  readonly #source: string;
  #at = 0;
  #text = '';
  readonly #entities: TextEntity[] = [];
  readonly #open: OpenTag[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  parse(): FormattedText {
    while (this.#at < this.#source.length) {
      const character = this.#char();
      if (character === '<') this.#tag();
      else if (character === '&') this.#text += this.#characterReference();
      else {
        this.#text += character;
        this.#at++;
      }
    }
    const unclosed = this.#open.at(-1);
    if (unclosed !== undefined) {
      throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
    }
    return { text: this.#text, entities: this.#entities };
  }

  #char(): string {
    return this.#source[this.#at] ?? '';
  }

  #atSpaceOrEnd(): boolean {
    return /^\s?$/.test(this.#char());
  }

  #skipSpaces(): void {
    while (/^\s$/.test(this.#char())) this.#at++;
  }

  #takeUntil(stops: string): string {
    const from = this.#at;
    while (!this.#atSpaceOrEnd() && !stops.includes(this.#char())) this.#at++;
    return this.#source.slice(from, this.#at);
  }

  /** `&lt;` and the like; what is no reference stays as it is. */
  #characterReference(): string {
    const rest = this.#source.slice(this.#at, this.#at + 12);
    const match = /^&(?:#x([0-9a-f]{1,7})|#(\d{1,7})|([a-z]+));?/i.exec(rest);
    const [whole, hex, decimal, name] = match ?? [];
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal ?? 0);
    const isCode = code > 0 && code < 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    const character = isCode ? String.fromCodePoint(code) : LITERALS[name ?? ''];
    if (whole === undefined || character === undefined) {
      this.#at++;
      return '&';
    }
    this.#at += whole.length;
    return character;
  }

  #tag(): void {
    const begin = this.#at++;
    if (this.#char() === '/') this.#endTag(begin);
    else this.#startTag(begin);
  }

  #startTag(begin: number): void {
    const where = `at byte offset ${byteOffset(this.#source, begin)}`;
    const name = this.#takeUntil('>').toLowerCase();
    if (this.#char() === '') throw cannotParse(`Unclosed start tag ${where}`);
    if (TAGS[name] === undefined) throw cannotParse(`Unsupported start tag "${name}" ${where}`);
    let argument = '';
    this.#skipSpaces();
    while (this.#char() !== '>') {
      const attribute = this.#takeUntil('=>');
      if (attribute === '') throw cannotParse(`Empty attribute name in the tag "${name}" ${where}`);
      argument =
        argumentOf(name, attribute, this.#attributeValue(name, attribute, where)) ?? argument;
      this.#skipSpaces();
      if (this.#char() === '') throw cannotParse(`Unclosed start tag ${where}`);
    }
    this.#at++;
    if (name === 'span' && argument !== 'spoiler') {
      throw cannotParse(`Tag "span" must have class "tg-spoiler" ${where}`);
    }
    this.#open.push({ name, argument, offset: this.#text.length });
  }

  #attributeValue(tag: string, attribute: string, where: string): string {
    this.#skipSpaces();
    if (this.#char() !== '=') {
      if (tag === 'blockquote' && attribute === 'expandable') return '';
      throw cannotParse(
        `Expected equal sign in declaration of an attribute of the tag "${tag}" ${where}`,
      );
    }
    this.#at++;
    this.#skipSpaces();
    if (this.#char() === '') throw cannotParse(`Unclosed start tag "${tag}" ${where}`);
    const quote = this.#char();
    if (quote !== '"' && quote !== "'") {
      const from = this.#at;
      while (/^[a-z0-9.-]$/i.test(this.#char())) this.#at++;
      if (!this.#atSpaceOrEnd() && this.#char() !== '>') {
        throw cannotParse(
          `Unexpected end of name token at byte offset ${byteOffset(this.#source, from)}`,
        );
      }
      return this.#source.slice(from, this.#at).toLowerCase();
    }
    this.#at++;
    let value = '';
    while (this.#char() !== quote && this.#char() !== '') {
      if (this.#char() === '&') value += this.#characterReference();
      else value += this.#source[this.#at++];
    }
    if (this.#char() === '') throw cannotParse(`Unclosed start tag ${where}`);
    this.#at++;
    return value;
  }

  #endTag(begin: number): void {
    const where = `at byte offset ${byteOffset(this.#source, begin)}`;
    const opened = this.#open.pop();
    if (opened === undefined) throw cannotParse(`Unexpected end tag ${where}`);
    this.#at++;
    const name = this.#takeUntil('>').toLowerCase();
    this.#skipSpaces();
    if (this.#char() !== '>') throw cannotParse(`Unclosed end tag ${where}`);
    this.#at++;
    if (name !== '' && name !== opened.name) {
      throw cannotParse(
        `Unmatched end tag ${where}, expected "</${opened.name}>", found "</${name}>"`,
      );
    }
    this.#close(opened);
  }

  #close({ name, argument, offset }: OpenTag): void {
    const length = this.#text.length - offset;
    if (length === 0) return;
    const type = TAGS[name] ?? '';
    const previous = this.#entities.at(-1);
    const wraps = previous?.offset === offset && previous.length === length ? previous : undefined;
    if (name === 'a') {
      const link = linkEntity(argument === '' ? this.#text.slice(offset) : argument);
      if (link?.type === 'text_link') this.#entities.push({ ...link, offset, length });
      else if (link !== null) {
        const user = { id: link.userId, is_bot: false, first_name: '' };
        this.#entities.push({ type: link.type, offset, length, user });
      }
    } else if (name === 'pre' && wraps?.type === 'code' && wraps.language !== undefined) {
      this.#entities.splice(-1, 1, { type: 'pre', offset, length, language: wraps.language });
    } else if (name === 'tg-emoji') {
      if (!/^[1-9]\d*$/.test(argument)) {
        throw cannotParse('Invalid custom emoji identifier specified');
      }
      this.#entities.push({ type, offset, length, custom_emoji_id: argument });
    } else if (name === 'blockquote' && argument === 'expandable') {
      this.#entities.push({ type: 'expandable_blockquote', offset, length });
    } else if (name === 'code' && argument !== '') {
      this.#entities.push({ type, offset, length, language: argument });
    } else {
      this.#entities.push({ type, offset, length });
    }
  }
}

/** The attributes that mean something; all others are read over. */
function argumentOf(tag: string, attribute: string, value: string): string | null {
  if (tag === 'a' && attribute === 'href') return value;
  if (tag === 'code' && attribute === 'class' && value.startsWith('language-')) {
    return value.slice('language-'.length);
  }
  if (tag === 'span' && attribute === 'class' && value.startsWith('tg-')) return value.slice(3);
  if (tag === 'tg-emoji' && attribute === 'emoji-id') return value;
  if (tag === 'blockquote' && attribute === 'expandable') return attribute;
  return null;
}
