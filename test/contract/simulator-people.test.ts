import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonEvent } from '../../src/simulator/contract.ts';
import { type Bench, BOT_ID, startBench } from './simulator-bench.ts';

let bench: Bench;
let events: PersonEvent[];
beforeEach(async () => {
  bench = await startBench();
  events = [];
  bench.sim.events.subscribe((_, event) => events.push(event));
});
afterEach(() => bench.sim.stop());

const act = (action: Parameters<Bench['sim']['act']>[1]) => bench.sim.act(bench.siti, action);
const say = (text: string) => act({ do: 'say', chatId: bench.siti, text });

async function send(params: Record<string, unknown>): Promise<number> {
  const { result, description } = await bench.call('sendMessage', {
    chat_id: bench.siti,
    text: 'Halo',
    ...params,
  });
  expect(description).toBeUndefined();
  return Number(result.message_id);
}

describe('a private chat', () => {
  it('begins with Start', () => {
    const { id } = bench.sim.addPerson({ firstName: 'Budi' });
    expect(bench.sim.chatsOf(id)).toMatchObject([
      { chatId: id, title: 'Kader Bot', kind: 'private', started: false, lastAt: null },
    ]);
    expect(() => bench.sim.act(id, { do: 'say', chatId: id, text: 'halo' })).toThrow(
      'Press Start first',
    );
    bench.sim.act(id, { do: 'say', chatId: id, text: '/start' });
    bench.sim.act(id, { do: 'say', chatId: id, text: 'halo' });
    expect(bench.sim.messagesOf(id).map(({ text }) => text)).toEqual(['/start', 'halo']);
  });

  it('may have begun long ago', async () => {
    const { id } = bench.sim.addPerson({ firstName: 'Budi', hasStarted: true });
    expect((await bench.call('sendMessage', { chat_id: id, text: 'Halo' })).ok).toBe(true);
  });

  it('is numbered from one sequence per bot', async () => {
    const { id } = bench.sim.addPerson({ firstName: 'Budi' });
    const first = await send({});
    const { messageId } = bench.sim.act(id, { do: 'say', chatId: id, text: '/start' });
    expect(messageId).toBe(first + 1);
    expect(await send({})).toBe(first + 2);
    expect(await send({ chat_id: id })).toBe(first + 3);
  });

  it('counts what is unread', async () => {
    await send({});
    await send({});
    expect(bench.sim.person(bench.siti).unread).toBe(2);
    act({ do: 'read', chatId: bench.siti });
    expect(bench.sim.chatsOf(bench.siti)[0]).toMatchObject({ unread: 0, lastText: 'Halo' });
  });

  it('can be blocked, and comes back with Restart', () => {
    act({ do: 'blockBot', bot: BOT_ID });
    expect(bench.sim.person(bench.siti).blockedBot).toBe(true);
    expect(() => say('halo')).toThrow('The bot is blocked: unblock it first');
    say('/start');
    expect(bench.sim.person(bench.siti).blockedBot).toBe(false);
  });

  it('tells a second bot apart', async () => {
    const other = bench.sim.addBot({ token: '222:x', username: 'lain_bot', name: 'Bot Lain' });
    act({ do: 'say', chatId: other.id, text: '/start' });
    expect(bench.sim.messagesOf(bench.siti, other.id)).toMatchObject([
      { chatId: other.id, messageId: 1, text: '/start' },
    ]);
    expect(await bench.updates()).toEqual([]);
  });
});

describe('links', () => {
  it.each([
    'https://t.me/kader_bot?start=acara-1_a',
    'http://telegram.me/Kader_Bot?start=acara-1_a',
    't.me/kader_bot?start=acara-1_a',
    'tg://resolve?domain=kader_bot&start=acara-1_a',
  ])('%s presses Start with its payload', async (url) => {
    const { id } = bench.sim.addPerson({ firstName: 'Budi' });
    const result = bench.sim.act(id, { do: 'followLink', url });
    expect(result.chatId).toBe(id);
    expect((await bench.updates()).at(-1)?.message).toMatchObject({
      text: '/start acara-1_a',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    });
  });

  it('lose a payload that Telegram would not take', () => {
    act({ do: 'followLink', url: `https://t.me/kader_bot?start=${'a'.repeat(65)}` });
    expect(bench.sim.messagesOf(bench.siti).at(-1)?.text).toBe('/start');
  });

  it('without a payload only open a chat that was begun', () => {
    const before = bench.sim.messagesOf(bench.siti).length;
    expect(act({ do: 'followLink', url: 'https://t.me/kader_bot' }).messageId).toBeNull();
    expect(bench.sim.messagesOf(bench.siti)).toHaveLength(before);
  });

  it('lead to bots that exist', () => {
    expect(() => act({ do: 'followLink', url: 'https://t.me/tak_ada_bot' })).toThrow(
      'There is no bot @tak_ada_bot',
    );
    expect(() => act({ do: 'followLink', url: 'https://kota.go.id' })).toThrow(
      'Not a link to a bot',
    );
  });

  it('work from buttons', async () => {
    const messageId = await send({
      reply_markup: {
        inline_keyboard: [[{ text: 'Daftar', url: 'https://t.me/kader_bot?start=daftar' }]],
      },
    });
    act({ do: 'tap', chatId: bench.siti, messageId, row: 0, column: 0 });
    expect(bench.sim.messagesOf(bench.siti).at(-1)?.text).toBe('/start daftar');
  });
});

describe('keyboards', () => {
  const contactButton = { text: 'Bagikan nomor', request_contact: true };

  it('stay until they are removed', async () => {
    await send({ reply_markup: { keyboard: [['Ya', 'Tidak']], resize_keyboard: true } });
    expect(bench.sim.keyboardOf(bench.siti)).toEqual({
      rows: [[{ text: 'Ya' }, { text: 'Tidak' }]],
      oneTime: false,
    });
    say('Ya');
    await send({});
    expect(bench.sim.keyboardOf(bench.siti)).not.toBeNull();
    await send({ reply_markup: { remove_keyboard: true } });
    expect(bench.sim.keyboardOf(bench.siti)).toBeNull();
    expect(events.filter(({ event }) => event === 'keyboard')).toHaveLength(2);
  });

  it('go at once when they are for one time, and one of their buttons was used', async () => {
    await send({
      reply_markup: {
        keyboard: [[contactButton]],
        one_time_keyboard: true,
        is_persistent: true,
        input_field_placeholder: 'Nomor',
      },
    });
    expect(bench.sim.keyboardOf(bench.siti)).toEqual({
      rows: [[{ text: 'Bagikan nomor', request: 'contact' }]],
      oneTime: true,
      persistent: true,
      placeholder: 'Nomor',
    });
    say('nomor apa?');
    expect(bench.sim.keyboardOf(bench.siti)).not.toBeNull();
    act({ do: 'shareContact', chatId: bench.siti });
    expect(bench.sim.keyboardOf(bench.siti)).toBeNull();
  });

  it('can ask for a reply, which the app then gives', async () => {
    const messageId = await send({
      reply_markup: { force_reply: true, input_field_placeholder: 'Alasan' },
    });
    expect(events).toContainEqual({
      event: 'forceReply',
      chatId: bench.siti,
      messageId,
      placeholder: 'Alasan',
    });
    say('anak sakit');
    say('terima kasih');
    const [reply, next] = bench.sim.messagesOf(bench.siti).slice(-2);
    expect(reply?.replyTo?.messageId).toBe(messageId);
    expect(next?.replyTo).toBeNull();
  });
});

describe('a tap', () => {
  it('reaches the bot with the message, and the answer the person', async () => {
    const messageId = await send({
      reply_markup: { inline_keyboard: [[{ text: 'Hadir', callback_data: 'rsvp:1:hadir' }]] },
    });
    const { callbackId } = act({
      do: 'tap',
      chatId: bench.siti,
      messageId,
      row: 0,
      column: 0,
    });
    expect((await bench.updates()).at(-1)?.callback_query).toMatchObject({
      id: callbackId,
      from: { id: bench.siti },
      data: 'rsvp:1:hadir',
      message: { message_id: messageId, chat: { id: bench.siti, type: 'private' } },
    });
    expect(bench.sim.callbackAnswer(String(callbackId))).toBeNull();
    await bench.call('answerCallbackQuery', { callback_query_id: callbackId, text: 'Dicatat' });
    expect(events).toContainEqual({
      event: 'callbackAnswer',
      callbackId,
      text: 'Dicatat',
      alert: false,
      url: null,
    });
  });

  it('needs its button', async () => {
    const messageId = await send({});
    const tap = { do: 'tap', chatId: bench.siti, messageId, row: 0, column: 0 } as const;
    expect(() => act(tap)).toThrow('There is no such button on this message');
  });
});

describe('what people send', () => {
  it('shares the own contact with the account, without the plus', async () => {
    act({ do: 'shareContact', chatId: bench.siti });
    expect((await bench.updates()).at(-1)?.message?.contact).toEqual({
      phone_number: '6281234567890',
      first_name: 'Siti',
      last_name: 'Aminah',
      user_id: bench.siti,
    });
  });

  it('shares the card of somebody else, with an account only where there is one', async () => {
    const budi = { firstName: 'Budi', phone: '+628111' };
    act({ do: 'shareContact', chatId: bench.siti, of: budi });
    expect((await bench.updates()).at(-1)?.message?.contact).toEqual({
      phone_number: '628111',
      first_name: 'Budi',
    });
    const { id } = bench.sim.addPerson(budi);
    act({ do: 'shareContact', chatId: bench.siti, of: budi });
    expect((await bench.updates()).at(-1)?.message?.contact).toMatchObject({ user_id: id });
  });

  it('forwards, replies, edits, places and stickers', async () => {
    const messageId = await send({ text: 'Undangan' });
    act({ do: 'say', chatId: bench.siti, text: 'siap', replyTo: messageId });
    act({ do: 'forward', chatId: bench.siti, fromChatId: bench.siti, messageId });
    act({ do: 'shareLocation', chatId: bench.siti, latitude: -6.17, longitude: 106.63 });
    act({ do: 'sendSticker', chatId: bench.siti, emoji: '👍' });
    expect((await bench.updates()).slice(-4).map(({ message }) => message)).toMatchObject([
      { text: 'siap', reply_to_message: { message_id: messageId } },
      { text: 'Undangan', forward_origin: { type: 'user', sender_user: { id: BOT_ID } } },
      { location: { latitude: -6.17, longitude: 106.63 } },
      { sticker: { emoji: '👍' } },
    ]);
    expect(() => act({ do: 'editMessage', chatId: bench.siti, messageId, text: 'x' })).toThrow(
      'Only own messages can be edited',
    );
  });

  it('appears on the screen when the bot writes, changes and deletes', async () => {
    const message_id = await send({ text: 'Tunggu' });
    const where = { chat_id: bench.siti, message_id };
    await bench.call('sendChatAction', { chat_id: bench.siti, action: 'typing' });
    await bench.call('editMessageText', { ...where, text: 'Selesai' });
    await bench.call('deleteMessage', where);
    expect(events).toMatchObject([
      { event: 'message', message: { text: 'Tunggu', messageId: message_id } },
      { event: 'typing', chatId: bench.siti },
      { event: 'edited', message: { text: 'Selesai' } },
      { event: 'deleted', chatId: bench.siti, messageId: message_id },
    ]);
  });
});

describe('the command menu', () => {
  const command = (name: string) => [{ command: name, description: `Untuk ${name}` }];
  const menu = () => bench.sim.chatsOf(bench.siti)[0]?.commands.map((each) => each.command);

  it('shows the narrowest list there is, first in the own language', async () => {
    const set = (name: string, scope?: object, language_code?: string) =>
      bench.call('setMyCommands', { commands: command(name), scope, language_code });
    const chat = { type: 'chat', chat_id: bench.siti };
    await set('umum');
    expect(menu()).toEqual(['umum']);
    await set('pribadi', { type: 'all_private_chats' });
    await set('grup', { type: 'all_group_chats' });
    expect(menu()).toEqual(['pribadi']);
    await set('siti', chat);
    await set('siti_en', chat, 'en');
    expect(menu()).toEqual(['siti']);
    await set('siti_id', chat, 'id');
    expect(menu()).toEqual(['siti_id']);
    expect((await bench.call('getMyCommands', { scope: chat })).result).toEqual(command('siti'));
    await bench.call('deleteMyCommands', { scope: chat, language_code: 'id' });
    await bench.call('deleteMyCommands', { scope: chat });
    expect(menu()).toEqual(['pribadi']);
    expect(events.filter(({ event }) => event === 'commands')).toHaveLength(8);
  });

  it.each<[string, object[], string]>([
    ['capital letters', command('Besar'), 'BOT_COMMAND_INVALID'],
    ['33 letters', command('a'.repeat(33)), 'command length must not exceed 32'],
    [
      'no description',
      [{ command: 'a', description: '' }],
      'command description must be non-empty',
    ],
    [
      '101 commands',
      Array.from({ length: 101 }, (_, index) => command(`c${index}`)).flat(),
      'BOT_COMMANDS_TOO_MUCH',
    ],
    ['no name', [{ description: 'x' }], `can't parse BotCommand: Can't find field "command"`],
  ])('refuses %s', async (_, commands, words) => {
    const { description } = await bench.call('setMyCommands', { commands });
    expect(description).toBe(`Bad Request: ${words}`);
  });

  it('belongs to a chat that exists', async () => {
    const scope = { type: 'chat', chat_id: 5 };
    const { description } = await bench.call('setMyCommands', { commands: command('a'), scope });
    expect(description).toBe('Bad Request: chat not found');
  });
});

it('a bot can describe itself', async () => {
  await bench.call('setMyShortDescription', { short_description: 'Bot kader' });
  await bench.call('setMyDescription', { description: 'Halo', language_code: 'id' });
  expect((await bench.call('getMyShortDescription')).result).toEqual({
    short_description: 'Bot kader',
  });
  expect((await bench.call('getMyDescription', { language_code: 'id' })).result).toEqual({
    description: 'Halo',
  });
  expect((await bench.call('getMyName')).result).toEqual({ name: 'Kader Bot' });
  const tooLong = await bench.call('setMyName', { name: 'a'.repeat(65) });
  expect(tooLong.ok).toBe(false);
  expect((await bench.call('setChatMenuButton', { menu_button: { type: 'commands' } })).ok).toBe(
    true,
  );
});
