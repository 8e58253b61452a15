import { describe, expect, it } from 'vitest';
import { formatText, typedText } from '../../src/simulator/entities/formatted.ts';

const siti = { id: 7, is_bot: false, first_name: 'Siti' };

function format(parseMode: string, text: string, entities?: unknown) {
  return formatText({ text, parseMode, entities }, (id) => (id === siti.id ? siti : null));
}

describe('HTML', () => {
  it('becomes text and entities, outer before inner', () => {
    expect(format('HTML', '<b>Yth. <i>Ibu</i></b> &lt;Siti&gt; &amp; <u>Budi</u>')).toEqual({
      text: 'Yth. Ibu <Siti> & Budi',
      entities: [
        { type: 'bold', offset: 0, length: 8 },
        { type: 'italic', offset: 5, length: 3 },
        { type: 'underline', offset: 18, length: 4 },
      ],
    });
  });

  it('counts in UTF-16 code units', () => {
    expect(format('html', '🙏🏽 <b>terima kasih</b>').entities).toEqual([
      { type: 'bold', offset: 5, length: 12 },
    ]);
  });

  it('links, mentions, code, quotations, spoilers', () => {
    const { text, entities } = format(
      'HTML',
      '<a href="https://kota.go.id/a?b=1&amp;c=2">sini</a> <a href="tg://user?id=7">Siti</a> <a href="tg://user?id=8">Ali</a> <pre><code class="language-ts">x</code></pre> <code>y</code> <blockquote expandable>q</blockquote> <span class="tg-spoiler">s</span>',
    );
    expect(text).toBe('sini Siti Ali x y q s');
    expect(entities).toEqual([
      { type: 'text_link', offset: 0, length: 4, url: 'https://kota.go.id/a?b=1&c=2' },
      { type: 'text_mention', offset: 5, length: 4, user: siti },
      { type: 'pre', offset: 14, length: 1, language: 'ts' },
      { type: 'code', offset: 16, length: 1 },
      { type: 'expandable_blockquote', offset: 18, length: 1 },
      { type: 'spoiler', offset: 20, length: 1 },
    ]);
  });

  it('leaves what is no reference and no link as text', () => {
    expect(format('HTML', 'Rp &euro; &#169; <a href="bukan">x</a>')).toEqual({
      text: 'Rp &euro; © x',
      entities: [],
    });
  });
});

describe('MarkdownV2', () => {
  it('nests, and reads __ as underline', () => {
    expect(format('MarkdownV2', '*Yth\\. _Ibu_* __Siti__ ~batal~ ||rahasia||')).toEqual({
      text: 'Yth. Ibu Siti batal rahasia',
      entities: [
        { type: 'bold', offset: 0, length: 8 },
        { type: 'italic', offset: 5, length: 3 },
        { type: 'underline', offset: 9, length: 4 },
        { type: 'strikethrough', offset: 14, length: 5 },
        { type: 'spoiler', offset: 20, length: 7 },
      ],
    });
  });

  it('links, code and quotations', () => {
    expect(
      format('MarkdownV2', '[sini](https://x.id/a\\)b) `a_b` ```py\nx = 1\n```\n>satu\n>dua\ntiga'),
    ).toEqual({
      text: 'sini a_b x = 1\n\nsatu\ndua\ntiga',
      entities: [
        { type: 'text_link', offset: 0, length: 4, url: 'https://x.id/a)b' },
        { type: 'code', offset: 5, length: 3 },
        { type: 'pre', offset: 9, length: 6, language: 'py' },
        { type: 'blockquote', offset: 16, length: 8 },
      ],
    });
  });

  it.each(['#', '+', '-', '=', '{', '}', '.', '!', '|', '>', ')'])('wants %s escaped', (mark) => {
    expect(() => format('MarkdownV2', `a${mark}`)).toThrow(
      `Character '${mark}' is reserved and must be escaped with the preceding '\\'`,
    );
    expect(format('MarkdownV2', `a\\${mark}`).text).toBe(`a${mark}`);
  });
});

it('legacy Markdown knows bold, italic, code and links', () => {
  expect(format('Markdown', '*a* _b_ `c` [d](https://e.id) ```f```')).toEqual({
    text: 'a b c d f',
    entities: [
      { type: 'bold', offset: 0, length: 1 },
      { type: 'italic', offset: 2, length: 1 },
      { type: 'code', offset: 4, length: 1 },
      { type: 'text_link', offset: 6, length: 1, url: 'https://e.id/' },
      { type: 'pre', offset: 8, length: 1 },
    ],
  });
});

describe('entities given by the bot', () => {
  it('shrink with the text that is trimmed', () => {
    const entities = [
      { type: 'bold', offset: 0, length: 7 },
      { type: 'italic', offset: 5, length: 9 },
      { type: 'url', offset: 2, length: 2 },
    ];
    expect(format('', '  Halo Siti   ', entities)).toEqual({
      text: 'Halo Siti',
      entities: [
        { type: 'bold', offset: 0, length: 5 },
        { type: 'italic', offset: 3, length: 6 },
      ],
    });
  });

  it('are refused where they cannot be', () => {
    expect(() => format('', 'Halo', [{ type: 'bold', offset: 2, length: 9 }])).toThrow(
      'entity beginning at UTF-16 offset 2 ends after the end of the text at UTF-16 offset 4',
    );
    expect(() => format('', 'Halo', [{ type: 'glow', offset: 0, length: 1 }])).toThrow(
      "can't parse MessageEntity: unsupported type specified",
    );
  });
});

describe('entities found by the server', () => {
  it.each([
    ['/start abc', [['bot_command', '/start']]],
    ['ke /rekap@kader_bot ya', [['bot_command', '/rekap@kader_bot']]],
    ['dan/atau 1/2 </a>', []],
    [
      '@siti_a dan #psm2024 bukan #2024',
      [
        ['mention', '@siti_a'],
        ['hashtag', '#psm2024'],
      ],
    ],
    ['lihat https://t.me/kader_bot?start=a-b.', [['url', 'https://t.me/kader_bot?start=a-b']]],
    ['situs tangerangkota.go.id, ya', [['url', 'tangerangkota.go.id']]],
    ['surel a.b@kota.go.id', [['email', 'a.b@kota.go.id']]],
    ['telp +62 812-3456-7890 atau 0812', [['phone_number', '+62 812-3456-7890']]],
    ['pukul 08.00 WIB, Rp500.000', []],
  ])('in "%s"', (text, expected) => {
    const { entities } = typedText(text);
    expect(
      entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)]),
    ).toEqual(expected);
  });

  it('stay out of code and links', () => {
    const { entities } = format('HTML', '<code>/start</code> <a href="https://x.id">@siti</a>');
    expect(entities.map(({ type }) => type)).toEqual(['code', 'text_link']);
  });
});
