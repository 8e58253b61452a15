import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, BOT, BOT_ID, startBench } from './simulator-bench.ts';

let bench: Bench;
let budi: number;
let group: number;
beforeEach(async () => {
  bench = await startBench();
  budi = bench.sim.addPerson({ firstName: 'Budi' }).id;
  group = bench.sim.addGroup({ title: 'Petugas', members: [budi, bench.siti] });
});
afterEach(() => bench.sim.stop());

const say = (text: string, replyTo?: number) =>
  bench.sim.act(budi, {
    do: 'say',
    chatId: group,
    text,
    ...(replyTo === undefined ? {} : { replyTo }),
  });

async function confirm(): Promise<void> {
  const last = (await bench.updates()).at(-1);
  await bench.call('getUpdates', { offset: Number(last?.update_id) + 1 });
}

async function refusal(params: Record<string, unknown> = {}): Promise<string> {
  const message = { chat_id: group, text: 'Halo', ...params };
  const { status, description } = await bench.call('sendMessage', message);
  return `${status} ${description}`;
}

describe('a group', () => {
  it('tells the bot that it was added', async () => {
    expect(group).toBeLessThan(0);
    expect(await bench.updates()).toMatchObject([
      {
        my_chat_member: {
          chat: { id: group, type: 'group', title: 'Petugas' },
          from: { id: budi },
          new_chat_member: { status: 'member', user: { id: BOT_ID } },
        },
      },
      { message: { group_chat_created: true } },
    ]);
  });

  it('hides from the bot what is not for it', async () => {
    await confirm();
    say('obrolan biasa');
    say('/tiket');
    say('/tiket@kader_bot');
    say('/tiket@lain_bot');
    const sent = await bench.call('sendMessage', { chat_id: group, text: 'Tiket 1' });
    say('sudah dijawab', Number(sent.result.message_id));
    expect((await bench.updates()).map(({ message }) => message?.text)).toEqual([
      '/tiket',
      '/tiket@kader_bot',
      'sudah dijawab',
    ]);
  });

  it('hides nothing from administrators and bots without privacy', async () => {
    const open = { members: [budi], title: 'Terbuka', administrators: [BOT_ID] };
    const other = bench.sim.addGroup(open);
    await confirm();
    bench.sim.act(budi, { do: 'say', chatId: other, text: 'obrolan' });
    expect((await bench.updates()).map(({ message }) => message?.text)).toEqual(['obrolan']);
    bench.sim.addBot({ ...BOT, readsAllGroupMessages: true });
    say('obrolan lain');
    expect((await bench.updates()).at(-1)?.message?.text).toBe('obrolan lain');
  });

  it('shows every member what the bot writes, and numbers it from the sequence of the bot', async () => {
    const first = await bench.call('sendMessage', { chat_id: group, text: 'Untuk semua' });
    expect(bench.sim.messagesOf(bench.siti, group).at(-1)).toMatchObject({ text: 'Untuk semua' });
    const second = await bench.call('sendMessage', { chat_id: bench.siti, text: 'Untuk Siti' });
    expect(second.result.message_id).toBe(Number(first.result.message_id) + 1);
    expect(bench.sim.chatsOf(bench.siti).map(({ chatId }) => chatId)).toContain(group);
  });

  it('keeps keyboards to private chats where they ask for something', async () => {
    const reply_markup = { keyboard: [[{ text: 'Nomor', request_contact: true }]] };
    expect(await refusal({ reply_markup })).toBe(
      '400 Bad Request: phone number can be requested in private chats only',
    );
  });

  it('shows selective keyboards to those who are meant', async () => {
    const { messageId } = say('/tiket');
    await bench.call('sendMessage', {
      chat_id: group,
      text: 'Pilih',
      reply_parameters: { message_id: messageId },
      reply_markup: { keyboard: [['Ambil']], selective: true },
    });
    expect(bench.sim.keyboardOf(budi, group)).not.toBeNull();
    expect(bench.sim.keyboardOf(bench.siti, group)).toBeNull();
  });
});

describe('a group the bot is not in', () => {
  it('is closed to it after it was kicked or left', async () => {
    bench.sim.removeMember(group, BOT_ID);
    expect(await refusal()).toBe('403 Forbidden: bot was kicked from the group chat');
    bench.sim.addMember(group, BOT_ID);
    expect((await bench.call('leaveChat', { chat_id: group })).result).toBe(true);
    expect(await refusal()).toBe('403 Forbidden: bot is not a member of the group chat');
    expect((await bench.updates()).filter((update) => update.my_chat_member)).toMatchObject([
      { my_chat_member: { new_chat_member: { status: 'member' } } },
      { my_chat_member: { new_chat_member: { status: 'kicked' } } },
      { my_chat_member: { new_chat_member: { status: 'member' } } },
      { my_chat_member: { new_chat_member: { status: 'left' } } },
    ]);
  });

  it('can be joined through a link', async () => {
    bench.sim.removeMember(group, BOT_ID);
    bench.sim.act(budi, { do: 'followLink', url: 'https://t.me/kader_bot?startgroup=petugas' });
    expect((await bench.updates()).at(-1)?.message).toMatchObject({
      chat: { id: group },
      text: '/start@kader_bot petugas',
    });
  });
});

describe('a supergroup', () => {
  it('takes the place of a group, whose id is refused', async () => {
    const upgraded = bench.sim.upgradeGroup(group);
    const answer = await bench.call('sendMessage', { chat_id: group, text: 'Halo' });
    expect(answer).toMatchObject({
      status: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: upgraded },
    });
    expect(String(upgraded)).toMatch(/^-100/);
    expect((await bench.call('sendMessage', { chat_id: upgraded, text: 'Halo' })).ok).toBe(true);
    expect((await bench.updates()).slice(-2)).toMatchObject([
      { message: { chat: { id: group }, migrate_to_chat_id: upgraded } },
      { message: { chat: { id: upgraded }, migrate_from_chat_id: group } },
    ]);
  });

  it('numbers its messages for itself', async () => {
    const id = bench.sim.addGroup({ title: 'Besar', members: [budi], kind: 'supergroup' });
    const { result } = await bench.call('sendMessage', { chat_id: id, text: 'Halo' });
    expect(result.message_id).toBe(2);
  });
});

it('a bot sees who is there', async () => {
  expect((await bench.call('getChatMemberCount', { chat_id: group })).result).toBe(3);
  const admins = await bench.call<object[]>('getChatAdministrators', { chat_id: group });
  expect(admins.result).toMatchObject([{ status: 'creator', user: { id: budi } }]);
  const member = async (user_id: number) =>
    (await bench.call('getChatMember', { chat_id: group, user_id })).result;
  expect(await member(bench.siti)).toMatchObject({ status: 'member' });
  bench.sim.removeMember(group, bench.siti);
  expect(await member(bench.siti)).toMatchObject({ status: 'left' });
  expect((await bench.call('getChat', { chat_id: group })).result).toMatchObject({
    type: 'group',
    title: 'Petugas',
  });
});

it('a bot pins in private chats, and in groups as an administrator', async () => {
  const { result } = await bench.call('sendMessage', { chat_id: bench.siti, text: 'Penting' });
  const { message_id } = result;
  await bench.call('pinChatMessage', { chat_id: bench.siti, message_id });
  expect((await bench.call('getChat', { chat_id: bench.siti })).result).toMatchObject({
    pinned_message: { message_id },
  });
  expect(bench.sim.messagesOf(bench.siti).at(-1)?.service).toBe('Kader Bot menyematkan pesan');
  const inGroup = await bench.call('sendMessage', { chat_id: group, text: 'Penting' });
  const pin = { chat_id: group, message_id: inGroup.result.message_id };
  expect((await bench.call('pinChatMessage', pin)).description).toBe(
    'Bad Request: not enough rights to manage pinned messages in the chat',
  );
});
