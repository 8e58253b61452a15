import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { command, onButton } from '../../src/bot/actions.ts';
import { defineButton, idArgument } from '../../src/bot/callback-data.ts';
import { createChatQueue } from '../../src/bot/chat-queue.ts';
import { pageOf } from '../../src/bot/paging.ts';
import { createRegistry } from '../../src/bot/registry.ts';
import { splitText } from '../../src/bot/split-text.ts';
import type { Actor } from '../../src/features/access/rules.ts';
import { html, lines } from '../../src/text/html.ts';

describe('callback data', () => {
  const button = defineButton('ev.open', [idArgument, z.enum(['hadir', 'izin'])]);

  it('gives back what was packed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 53 - 1 }),
        fc.constantFrom('hadir' as const, 'izin' as const),
        (id, answer) => {
          expect(button.read(button.data(id, answer))).toEqual([id, answer]);
        },
      ),
    );
  });

  it.each([
    'ev.open',
    'ev.open:1',
    'ev.open:0:hadir',
    'ev.open:1:besok',
    'ev.opened:1:hadir',
    '',
    ':',
  ])('does not take %j for its own', (data) => {
    expect(button.read(data)).toBeNull();
  });

  it('refuses what Telegram would', () => {
    const free = defineButton('free', [z.string()]);
    expect(() => free.data('x'.repeat(60))).toThrow('too long');
    expect(() => free.data('a:b')).toThrow('separator');
  });
});

describe('registry', () => {
  const nobody: Actor = {
    accountId: 1,
    telegramId: 1,
    firstName: 'Siti',
    consented: false,
    kader: null,
    roles: [],
  };
  const start = command({
    name: 'start',
    need: 'anyone',
    description: 'Mulai',
    run: async () => {},
  });
  const roles = command({
    name: 'petugas',
    need: 'admin',
    description: 'Peran',
    run: async () => {},
  });

  it('lists only what somebody may do', () => {
    const registry = createRegistry([start, roles]);
    expect(registry.menuOf(nobody).map((action) => action.name)).toEqual(['start']);
    const admin: Actor = { ...nobody, roles: [{ role: 'ADMIN' }] };
    expect(registry.menuOf(admin).map((action) => action.name)).toEqual(['start', 'petugas']);
  });

  it('knows a key by its words, without the picture', () => {
    const card = command({
      name: 'kartu',
      need: 'kader',
      key: '🪪 Kartu Hadir',
      run: async () => {},
    });
    const registry = createRegistry([card]);
    expect(registry.key('🪪 Kartu Hadir')).toBe(card);
    expect(registry.key('kartu hadir')).toBeNull();
    expect(registry.typedKey('kartu  hadir')).toBe(card);
    expect(registry.typedKey('kartu hadir saya')).toBeNull();
    expect(registry.typedKey('')).toBeNull();
  });

  it('does not let two actions claim the same name', () => {
    expect(() => createRegistry([start, start])).toThrow('"start"');
    const button = onButton(defineButton('x', []), 'anyone', async () => {});
    expect(() => createRegistry([button, button])).toThrow('"x"');
  });
});

describe('texts', () => {
  it('escapes whatever comes from outside, however it is nested', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const { markup } = lines(html`<b>${html`${name}`}</b>`, name);
        const text = markup.replace(/<\/?b>/g, '');
        expect(text).not.toMatch(/[<>]/);
        const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
        expect(plain).toBe(`${name}\n${name}`);
      }),
    );
  });

  it('splits long texts at line ends and loses nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 200 }), { maxLength: 80 }), (content) => {
        const whole = lines(...content.map((line) => line.replaceAll('\n', ' ')));
        const parts = splitText(whole);
        for (const part of parts) expect(part.markup.length).toBeLessThanOrEqual(4096);
        if (parts.length > 1)
          expect(parts.map((part) => part.markup).join('\n')).toHaveLength(whole.markup.length);
      }),
    );
  });
});

describe('chat queue', () => {
  it('keeps the order within a chat, and passes failures on without stopping', async () => {
    const queue = createChatQueue();
    const done: string[] = [];
    const slow = queue.run(1, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      done.push('first');
    });
    const failing = queue.run(1, () => Promise.reject(new Error('no')));
    const last = queue.run(1, async () => void done.push('last'));
    const other = queue.run(2, async () => void done.push('other chat'));
    await expect(failing).rejects.toThrow('no');
    await Promise.all([slow, last, other]);
    expect(done).toEqual(['other chat', 'first', 'last']);
  });
});

describe('pages', () => {
  it('show everything once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 9 }), (items, size) => {
        const { pages } = pageOf(items, 0, size);
        const all = Array.from({ length: pages }, (_, at) => pageOf(items, at, size).items).flat();
        expect(all).toEqual(items);
        expect(pageOf(items, 10_000, size).page).toBe(pages - 1);
      }),
    );
  });
});
