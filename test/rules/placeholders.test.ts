import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/features/broadcast/content-reading.ts';
import {
  fillPlaceholders,
  hasPlaceholders,
  longestFilled,
  placeholderNames,
  unknownPlaceholders,
} from '../../src/features/broadcast/placeholders.ts';
import type { Content } from '../../src/features/broadcast/schema.ts';
import { readCorrection } from '../../src/features/broadcast-correction/reading.ts';

const siti = { nama: 'Siti 🌷', jabatan: 'PSM', kelurahan: 'Cimone', kecamatan: 'Karawaci' };

const plain = fc.string({ unit: 'grapheme', maxLength: 12 }).map((s) => s.replace(/[{}]/g, ''));
const name = fc.constantFrom(...placeholderNames);
/** Text and placeholders in turn: the parts, and which of them are placeholders. */
const parts = fc.array(
  fc.oneof(
    plain.map((text) => ({ text, name: null })),
    name.map((of) => ({ text: `{${of}}`, name: of })),
  ),
  { maxLength: 8 },
);
const values = fc.record({ nama: plain, jabatan: plain, kelurahan: plain, kecamatan: plain });

describe('a placeholder', () => {
  it('becomes the value of each recipient, everything else stays', () => {
    fc.assert(
      fc.property(parts, values, (list, own) => {
        const text = list.map((part) => part.text).join('');
        const expected = list.map((part) => (part.name === null ? part.text : own[part.name]));
        expect(fillPlaceholders({ text, entities: [] }, own).text).toBe(expected.join(''));
      }),
    );
  });

  it('keeps every style on the words it stood on', () => {
    fc.assert(
      fc.property(parts, values, (list, own) => {
        let at = 0;
        const entities = list.flatMap(({ text }) => {
          const entity = { offset: at, length: text.length };
          at += text.length;
          return text.length > 0 ? [entity] : [];
        });
        const text = list.map((part) => part.text).join('');
        const filled = fillPlaceholders({ text, entities }, own);
        const styled = filled.entities.map(({ offset, length }) =>
          filled.text.slice(offset, offset + length),
        );
        const expected = list
          .filter((part) => part.text !== '')
          .map((part) => (part.name === null ? part.text : own[part.name]))
          .filter((part) => part !== '');
        expect(styled).toEqual(expected);
      }),
    );
  });

  it('never leaves a style outside the text, wherever it began and ended', () => {
    fc.assert(
      fc.property(parts, values, fc.nat(80), fc.integer({ min: 1, max: 80 }), (list, own, o, l) => {
        const text = list.map((part) => part.text).join('');
        const offset = Math.min(o, Math.max(text.length - 1, 0));
        const entity = { offset, length: Math.min(l, text.length - offset) };
        if (entity.length === 0) return;
        const filled = fillPlaceholders({ text, entities: [entity] }, own);
        for (const { offset: start, length } of filled.entities) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(length).toBeGreaterThan(0);
          expect(start + length).toBeLessThanOrEqual(filled.text.length);
        }
      }),
    );
  });

  it('covers the whole value with a style that covered a part of it', () => {
    const filled = fillPlaceholders(
      { text: 'Yth. {nama}, hadir!', entities: [{ type: 'bold', offset: 7, length: 6 }] },
      siti,
    );
    expect(filled).toEqual({
      text: 'Yth. Siti 🌷, hadir!',
      entities: [{ type: 'bold', offset: 5, length: 9 }],
    });
  });

  it('is not looked for inside a value', () => {
    const tricky = { ...siti, nama: '{jabatan}' };
    expect(fillPlaceholders({ text: '{nama}', entities: [] }, tricky).text).toBe('{jabatan}');
  });

  it.each(['{nama}', '{ Nama }', '{NAMA}'])('is known however it is written: %s', (text) => {
    expect(unknownPlaceholders(text)).toEqual([]);
    expect(fillPlaceholders({ text, entities: [] }, siti).text).toBe('Siti 🌷');
  });

  it('is unknown when misspelt; braces without a word are ordinary text', () => {
    expect(unknownPlaceholders('{nmaa} {nama} {nmaa} {no hp} {} {1} {')).toEqual([
      '{nmaa}',
      '{no hp}',
    ]);
    expect(hasPlaceholders('{} {1} {')).toBe(false);
  });
});

describe('the length of an announcement', () => {
  const longest = { nama: 'n'.repeat(40), jabatan: 'TKSK', kelurahan: 'k', kecamatan: 'k' };
  const shown = (text: string) => ({ message_id: 1, text });

  it('is that of the longest anybody gets', () => {
    expect(longestFilled('Yth. {nama}', longest)).toBe(45);
  });

  it('may reach the limit of a text and not pass it', () => {
    const filler = 'a'.repeat(4096 - 40);
    expect(readContent(shown(`${filler}{nama}`), 1, longest).ok).toBe(true);
    expect(readContent(shown(`${filler}a{nama}`), 1, longest)).toEqual({
      ok: false,
      reason: 'too_long',
      length: 4097,
      limit: 4096,
    });
  });

  it('of a caption is limited only where the bot writes it', () => {
    const photo = (caption: string) => ({ message_id: 1, photo: [], caption });
    expect(readContent(photo('a'.repeat(2000)), 1, longest).ok).toBe(true);
    expect(readContent(photo(`${'a'.repeat(1020)}{nama}`), 1, longest)).toMatchObject({
      ok: false,
      reason: 'too_long',
      limit: 1024,
    });
    expect(readContent(photo(`/siaran ${'a'.repeat(1025)}`), 1, longest)).toMatchObject({
      ok: false,
      reason: 'too_long',
      length: 1025,
    });
  });
});

describe('the corrected text of an announcement', () => {
  const before: Content = {
    kind: 'text',
    text: 'Daftar di dinsos.go.id/lama',
    entities: [],
    linkPreview: { url: 'https://dinsos.go.id/lama' },
  };

  it('shows a preview of its own links, not of those it had', () => {
    const read = readCorrection(before, { text: 'Daftar di dinsos.go.id/baru' }, siti);
    expect(read).toEqual({
      ok: true,
      content: { kind: 'text', text: 'Daftar di dinsos.go.id/baru', entities: [] },
    });
  });

  it('leaves room for the heading of a notice, and under a file for its caption', () => {
    expect(readCorrection(before, { text: 'a'.repeat(4089) }, siti).ok).toBe(true);
    expect(readCorrection(before, { text: 'a'.repeat(4090) }, siti)).toMatchObject({
      reason: 'too_long',
      limit: 4089,
    });
    const file: Content = { kind: 'copy', fromChatId: 1, messageId: 2 };
    expect(readCorrection(file, { text: 'Benar' }, siti)).toEqual({
      ok: true,
      content: { ...file, caption: { text: 'Benar', entities: [], isAboveMedia: false } },
    });
    expect(readCorrection(file, { text: 'a'.repeat(1025) }, siti).ok).toBe(false);
  });
});

describe('what staff show the bot', () => {
  it.each([
    ['sticker', { sticker: {} }],
    ['poll', { poll: {} }],
    ['location', { location: {} }],
    ['venue', { venue: {}, location: {} }],
    ['contact', { contact: {} }],
    ['dice', { dice: {} }],
  ])('is refused when it is a %s', (_kind, content) => {
    expect(readContent({ message_id: 1, ...content }, 1, siti)).toEqual({
      ok: false,
      reason: 'unsupported',
    });
  });

  it('is refused when it is a part of an album', () => {
    const part = { message_id: 1, photo: [], media_group_id: '7' };
    expect(readContent(part, 1, siti)).toEqual({ ok: false, reason: 'album' });
  });

  it('keeps what an entity has of its own', () => {
    const entities = [{ type: 'text_link', offset: 0, length: 4, url: 'https://dinsos.go.id' }];
    expect(readContent({ message_id: 1, text: 'Baca', entities }, 1, siti)).toMatchObject({
      ok: true,
      content: { entities },
    });
  });
});
