import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, BOT_ID, startBench, TOKEN } from './simulator-bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.sim.stop());

/** What the bot is told when it makes this call. */
async function refusal(method: string, params: Record<string, unknown>): Promise<string> {
  const { status, ok, error_code, description } = await bench.call(method, params);
  expect(ok, `${method} should have been refused`).toBe(false);
  expect(error_code).toBe(status);
  return `${status} ${description}`;
}

const toSiti = (params: Record<string, unknown>) => ({ chat_id: bench.siti, ...params });
const button = (fields: Record<string, unknown>) => ({
  inline_keyboard: [[{ text: 'Hadir', ...fields }]],
});

async function sent(params: Record<string, unknown> = {}): Promise<number> {
  const { result } = await bench.call('sendMessage', toSiti({ text: 'Halo', ...params }));
  return Number(result.message_id);
}

describe('who calls what', () => {
  const post = async (path: string) => {
    const response = await fetch(`${bench.sim.url}${path}`, { method: 'POST' });
    return { status: response.status, ...((await response.json()) as { description: string }) };
  };

  it('knows its tokens', async () => {
    expect(await post('/bot1:wrong/getMe')).toMatchObject({
      status: 401,
      description: 'Unauthorized',
    });
    expect(await post('/botnonsense/getMe')).toMatchObject({
      status: 404,
      description: 'Not Found',
    });
  });

  it('tells methods it does not simulate from methods that do not exist', async () => {
    expect(await refusal('sendDinner', {})).toBe('404 Not Found: method not found');
    expect(await refusal('sendInvoice', {})).toBe(
      '400 Bad Request: THE SIMULATOR DOES NOT SIMULATE sendInvoice',
    );
  });

  it('reads method names without regard to case', async () => {
    expect((await bench.call('GETME')).result).toMatchObject({ id: BOT_ID, is_bot: true });
  });

  it('refuses a body that is not JSON', async () => {
    const response = await fetch(`${bench.sim.url}/bot${TOKEN}/getMe`, {
      method: 'POST',
      body: '{',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(400);
  });
});

describe('to whom a bot may write', () => {
  it('does not know every chat', async () => {
    const text = 'Halo';
    expect(await refusal('sendMessage', { text })).toBe('400 Bad Request: chat_id is empty');
    expect(await refusal('sendMessage', { text, chat_id: 5 })).toBe(
      '400 Bad Request: chat not found',
    );
    expect(await refusal('sendMessage', { text, chat_id: -5 })).toBe(
      '400 Bad Request: chat not found',
    );
    expect(await refusal('sendMessage', { text, chat_id: '@siti_a' })).toBe(
      '400 Bad Request: chat not found',
    );
    expect(await refusal('sendMessage', { text, chat_id: BOT_ID })).toBe(
      "403 Forbidden: the bot can't send messages to the bot",
    );
  });

  it('does not speak first', async () => {
    const { id } = bench.sim.addPerson({ firstName: 'Budi' });
    expect(await refusal('sendMessage', { chat_id: id, text: 'Halo' })).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    );
    bench.sim.act(id, { do: 'say', chatId: id, text: '/start' });
    expect(await bench.call('sendMessage', { chat_id: id, text: 'Halo' })).toMatchObject({
      ok: true,
    });
  });

  it('hears of blocks, deactivated and vanished accounts', async () => {
    const { id } = bench.sim.addPerson({ firstName: 'Budi' });
    const message = { chat_id: id, text: 'Halo' };
    bench.sim.act(id, { do: 'say', chatId: id, text: '/start' });
    bench.sim.faults.account(id, 'blocked');
    expect(await refusal('sendMessage', message)).toBe(
      '403 Forbidden: bot was blocked by the user',
    );
    bench.sim.faults.account(id, 'deactivated');
    expect(await refusal('sendMessage', message)).toBe('403 Forbidden: user is deactivated');
    bench.sim.faults.account(id, 'unknown');
    expect(await refusal('sendMessage', message)).toBe('400 Bad Request: chat not found');
    bench.sim.faults.account(id, 'normal');
    expect((await bench.call('sendMessage', message)).ok).toBe(true);
  });
});

describe('what a bot may say', () => {
  it('wants a text of a fitting length', async () => {
    expect(await refusal('sendMessage', toSiti({}))).toBe('400 Bad Request: message text is empty');
    expect(await refusal('sendMessage', toSiti({ text: ' \n ' }))).toBe(
      '400 Bad Request: text must be non-empty',
    );
    expect(await refusal('sendMessage', toSiti({ text: 'a'.repeat(4097) }))).toBe(
      '400 Bad Request: message is too long',
    );
    expect(await refusal('sendMessage', toSiti({ text: 'a'.repeat(32769) }))).toBe(
      '400 Bad Request: text is too long',
    );
    const bold = { text: `<b>${'a'.repeat(4096)}</b>`, parse_mode: 'HTML' };
    expect((await bench.call('sendMessage', toSiti(bold))).ok).toBe(true);
  });

  it.each([
    ['HTML', '<b>tebal', `Can't find end tag corresponding to start tag "b"`],
    ['HTML', 'é<font>', 'Unsupported start tag "font" at byte offset 2'],
    ['HTML', '</b>', 'Unexpected end tag at byte offset 0'],
    ['HTML', '<b>a</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['HTML', 'a < b', 'Unsupported start tag "" at byte offset 2'],
    ['HTML', '<b', 'Unclosed start tag at byte offset 0'],
    ['HTML', '<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    [
      'MarkdownV2',
      'Rp500.000',
      String.raw`Character '.' is reserved and must be escaped with the preceding '\'`,
    ],
    ['MarkdownV2', 'é *tebal', "Can't find end of Bold entity at byte offset 3"],
    ['MarkdownV2', '[tautan](https://x.id', "Can't find end of a URL at byte offset 9"],
    ['Markdown', 'nama_depan', "Can't find end of the entity starting at byte offset 4"],
  ])('refuses %s like %s', async (parse_mode, text, words) => {
    expect(await refusal('sendMessage', toSiti({ text, parse_mode }))).toBe(
      `400 Bad Request: can't parse entities: ${words}`,
    );
  });

  it('knows its parse modes', async () => {
    expect(await refusal('sendMessage', toSiti({ text: 'a', parse_mode: 'BBCode' }))).toBe(
      '400 Bad Request: unsupported parse_mode',
    );
  });

  it('refuses captions that are too long', async () => {
    const form = new FormData();
    form.set('chat_id', String(bench.siti));
    form.set('caption', 'a'.repeat(1025));
    form.set('document', new Blob(['x']), 'x.txt');
    expect((await bench.call('sendDocument', form)).description).toBe(
      'Bad Request: message caption is too long',
    );
  });

  it('replies only to what is there', async () => {
    const missing = { text: 'Ya', reply_parameters: { message_id: 99999 } };
    expect(await refusal('sendMessage', toSiti(missing))).toBe(
      '400 Bad Request: message to be replied not found',
    );
    const lenient = { message_id: 99999, allow_sending_without_reply: true };
    const { result } = await bench.call(
      'sendMessage',
      toSiti({ text: 'Ya', reply_parameters: lenient }),
    );
    expect(result).not.toHaveProperty('reply_to_message');
    const messageId = await sent();
    const legacy = await bench.call(
      'sendMessage',
      toSiti({ text: 'Ya', reply_to_message_id: messageId }),
    );
    expect(legacy.result).toMatchObject({ reply_to_message: { message_id: messageId } });
  });
});

describe('which buttons a bot may offer', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['65 bytes of data', { callback_data: 'é'.repeat(33) }, 'BUTTON_DATA_INVALID'],
    [
      'no action',
      {},
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'a link to nowhere',
      { url: 'http://localhost:3000' },
      "inline keyboard button URL 'http://localhost:3000' is invalid: Wrong HTTP URL",
    ],
    ['no text', { text: '', callback_data: 'x' }, 'inline keyboard button text must be non-empty'],
  ])('refuses %s', async (_, fields, words) => {
    const reply_markup = button(fields);
    expect(await refusal('sendMessage', toSiti({ text: 'Halo', reply_markup }))).toBe(
      `400 Bad Request: ${words}`,
    );
  });

  it('takes 64 bytes of data and a hundred buttons, not more', async () => {
    const reply_markup = button({ callback_data: 'x'.repeat(64) });
    expect((await bench.call('sendMessage', toSiti({ text: 'Halo', reply_markup }))).ok).toBe(true);
    const rows = (count: number) => ({
      inline_keyboard: Array.from({ length: count }, (_, index) => [
        { text: `${index}`, callback_data: `${index}` },
      ]),
    });
    const hundred = toSiti({ text: 'Halo', reply_markup: rows(100) });
    expect((await bench.call('sendMessage', hundred)).ok).toBe(true);
    expect(await refusal('sendMessage', toSiti({ text: 'Halo', reply_markup: rows(101) }))).toBe(
      '400 Bad Request: reply markup is too long',
    );
  });

  it('reads markup strictly', async () => {
    expect(await refusal('sendMessage', toSiti({ text: 'a', reply_markup: '{' }))).toBe(
      "400 Bad Request: can't parse reply keyboard markup JSON object",
    );
    expect(await refusal('sendMessage', toSiti({ text: 'a', reply_markup: '[]' }))).toBe(
      '400 Bad Request: object expected as reply markup',
    );
    const flat = { inline_keyboard: [{ text: 'a', callback_data: 'b' }] };
    expect(await refusal('sendMessage', toSiti({ text: 'a', reply_markup: flat }))).toBe(
      '400 Bad Request: Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    );
  });
});

describe('edits', () => {
  const notModified =
    '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

  it('must change something', async () => {
    const reply_markup = button({ callback_data: 'ya' });
    const message_id = await sent({ text: '<b>Halo</b>', parse_mode: 'HTML', reply_markup });
    const same = { message_id, text: '*Halo*', parse_mode: 'MarkdownV2', reply_markup };
    expect(await refusal('editMessageText', toSiti(same))).toBe(notModified);
    expect(await refusal('editMessageReplyMarkup', toSiti({ message_id, reply_markup }))).toBe(
      notModified,
    );
    const { result } = await bench.call('editMessageText', toSiti({ message_id, text: 'Halo' }));
    expect(result).toMatchObject({ message_id, text: 'Halo', edit_date: expect.any(Number) });
    expect(result).not.toHaveProperty('reply_markup');
  });

  it('tell by a probe whether a number is a message of the chat', async () => {
    const message_id = await sent();
    const probe = (id: number) => refusal('editMessageReplyMarkup', toSiti({ message_id: id }));
    expect(await probe(message_id)).toBe(notModified);
    expect(await probe(message_id + 1)).toBe('400 Bad Request: message to edit not found');
    expect(await probe(0)).toBe('400 Bad Request: message identifier is not specified');
    const { messageId } = bench.sim.act(bench.siti, {
      do: 'say',
      chatId: bench.siti,
      text: 'Halo juga',
    });
    expect(await probe(Number(messageId))).toBe("400 Bad Request: message can't be edited");
  });

  it('leave messages with a reply keyboard alone', async () => {
    const message_id = await sent({ reply_markup: { keyboard: [['Ya']] } });
    expect(await refusal('editMessageText', toSiti({ message_id, text: 'Lain' }))).toBe(
      "400 Bad Request: message can't be edited",
    );
  });

  it('know text from media', async () => {
    const message_id = await sent();
    expect(await refusal('editMessageCaption', toSiti({ message_id, caption: 'x' }))).toBe(
      '400 Bad Request: there is no caption in the message to edit',
    );
    const keyboard = { message_id, text: 'x', reply_markup: { keyboard: [['Ya']] } };
    expect(await refusal('editMessageText', toSiti(keyboard))).toBe(
      '400 Bad Request: inline keyboard expected',
    );
  });
});

describe('deletions, copies and forwards', () => {
  it('end after 48 hours', async () => {
    const message_id = await sent();
    const other = await sent();
    expect((await bench.call('deleteMessage', toSiti({ message_id: other }))).ok).toBe(true);
    expect(await refusal('deleteMessage', toSiti({ message_id: other }))).toBe(
      '400 Bad Request: message to delete not found',
    );
    bench.clock.advance(48 * 3_600_000 + 1);
    expect(await refusal('deleteMessage', toSiti({ message_id }))).toBe(
      "400 Bad Request: message can't be deleted",
    );
  });

  it('skip what is missing when they are many, up to a hundred', async () => {
    const message_ids = [await sent(), await sent(), 99999];
    expect((await bench.call('deleteMessages', toSiti({ message_ids }))).result).toBe(true);
    const tooMany = Array.from({ length: 101 }, (_, index) => index + 1);
    expect(await refusal('deleteMessages', toSiti({ message_ids: tooMany }))).toBe(
      '400 Bad Request: too many message identifiers specified',
    );
  });

  it('need their source', async () => {
    const from = { from_chat_id: bench.siti, message_id: 99999 };
    expect(await refusal('copyMessage', toSiti(from))).toBe(
      '400 Bad Request: message to copy not found',
    );
    expect(await refusal('forwardMessage', toSiti(from))).toBe(
      '400 Bad Request: message to forward not found',
    );
    expect(await refusal('pinChatMessage', toSiti({ message_id: 99999 }))).toBe(
      '400 Bad Request: message to pin not found',
    );
  });

  it('keep protected messages where they are', async () => {
    const message_id = await sent({ protect_content: true });
    expect(await refusal('forwardMessage', toSiti({ from_chat_id: bench.siti, message_id }))).toBe(
      "400 Bad Request: message can't be forwarded",
    );
  });

  it('copy the formatting and the new markup, and forward with the author', async () => {
    const message_id = await sent({ text: '<b>Undangan</b>', parse_mode: 'HTML' });
    const reply_markup = button({ callback_data: 'h' });
    const source = { from_chat_id: bench.siti, message_id };
    const copy = await bench.call('copyMessage', toSiti({ ...source, reply_markup }));
    const shown = bench.sim.messagesOf(bench.siti).at(-1);
    expect(shown).toMatchObject({
      messageId: copy.result.message_id,
      text: 'Undangan',
      entities: [{ type: 'bold', offset: 0, length: 8 }],
      buttons: [[{ text: 'Hadir', callbackData: 'h' }]],
      forwardedFrom: null,
    });
    const forward = await bench.call('forwardMessage', toSiti(source));
    expect(forward.result).toMatchObject({
      forward_origin: { type: 'user', sender_user: { id: BOT_ID } },
    });
  });
});

describe('answers to taps', () => {
  const tooOld =
    '400 Bad Request: query is too old and response timeout expired or query ID is invalid';

  async function tapped(): Promise<string> {
    const messageId = await sent({ reply_markup: button({ callback_data: 'h' }) });
    const { callbackId } = bench.sim.act(bench.siti, {
      do: 'tap',
      chatId: bench.siti,
      messageId,
      row: 0,
      column: 0,
    });
    return String(callbackId);
  }

  it('come once, and within 150 seconds', async () => {
    const id = await tapped();
    const answer = { callback_query_id: id, text: 'Dicatat', show_alert: true };
    expect((await bench.call('answerCallbackQuery', answer)).result).toBe(true);
    expect(bench.sim.callbackAnswer(id)).toEqual({ text: 'Dicatat', alert: true, url: null });
    expect(await refusal('answerCallbackQuery', answer)).toBe(tooOld);
    expect(await refusal('answerCallbackQuery', { callback_query_id: '1' })).toBe(tooOld);
    const late = await tapped();
    bench.clock.advance(150_001);
    expect(await refusal('answerCallbackQuery', { callback_query_id: late })).toBe(tooOld);
  });

  it('are short, and link only to bots', async () => {
    const id = await tapped();
    expect(
      await refusal('answerCallbackQuery', { callback_query_id: id, text: 'a'.repeat(201) }),
    ).toBe('400 Bad Request: MESSAGE_TOO_LONG');
    expect(
      await refusal('answerCallbackQuery', { callback_query_id: id, url: 'https://x.id' }),
    ).toBe('400 Bad Request: URL_INVALID');
  });
});
