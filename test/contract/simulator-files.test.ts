import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, startBench, TOKEN } from './simulator-bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.sim.stop());

/** The smallest PNG there is, one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const MEGABYTE = 1 << 20;

/** A PNG that claims other sides and is as long as wanted. */
function png(width: number, height: number, length = PNG.length): Buffer {
  const bytes = Buffer.alloc(Math.max(length, PNG.length));
  PNG.copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

function form(fields: Record<string, string | [Buffer, string]>): FormData {
  const data = new FormData();
  data.set('chat_id', String(bench.siti));
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') data.set(name, value);
    else data.set(name, new Blob([new Uint8Array(value[0])]), value[1]);
  }
  return data;
}

async function download(fileId: string): Promise<Buffer> {
  const { result } = await bench.call('getFile', { file_id: fileId });
  const response = await fetch(`${bench.sim.url}/file/bot${TOKEN}/${result.file_path}`);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

describe('from the bot', () => {
  it('a document keeps its name, type and bytes, and can be sent again by its id', async () => {
    const bytes = Buffer.from('nama;kelurahan\nSiti;Karawaci\n');
    const { result } = await bench.call(
      'sendDocument',
      form({ document: [bytes, 'daftar hadir.csv'], caption: '<b>Daftar</b>', parse_mode: 'HTML' }),
    );
    expect(result).toMatchObject({
      caption: 'Daftar',
      caption_entities: [{ type: 'bold' }],
      document: { file_name: 'daftar hadir.csv', mime_type: 'text/csv', file_size: bytes.length },
    });
    const { file_id } = result.document as { file_id: string };
    expect(await download(file_id)).toEqual(bytes);
    const again = await bench.call('sendDocument', { chat_id: bench.siti, document: file_id });
    expect(again.result).toMatchObject({ document: { file_id } });
    expect(bench.sim.messagesOf(bench.siti).at(-1)?.file).toMatchObject({
      kind: 'document',
      name: 'daftar hadir.csv',
      size: bytes.length,
    });
    expect(Buffer.from(bench.sim.fileBytes(file_id))).toEqual(bytes);
  });

  it('a photo has its size', async () => {
    const { result } = await bench.call('sendPhoto', form({ photo: [png(800, 600), 'peta.png'] }));
    expect(result.photo).toMatchObject([{ width: 800, height: 600 }]);
  });

  it('an album has two to ten items, each with its caption', async () => {
    const media = [
      { type: 'photo', media: 'attach://satu', caption: 'Satu' },
      { type: 'photo', media: 'attach://dua' },
    ];
    const { result } = await bench.call<Record<string, unknown>[]>(
      'sendMediaGroup',
      form({
        media: JSON.stringify(media),
        satu: [png(10, 10), 'a.png'],
        dua: [png(10, 10), 'b.png'],
      }),
    );
    expect(result).toMatchObject([{ caption: 'Satu' }, {}]);
    expect(result[0]?.media_group_id).toBe(result[1]?.media_group_id);
    const refusal = async (items: unknown[]) =>
      (await bench.call('sendMediaGroup', { chat_id: bench.siti, media: items })).description;
    const item = { type: 'photo', media: 'x' };
    expect(await refusal(Array.from({ length: 11 }, () => item))).toBe(
      'Bad Request: too many messages to send as an album',
    );
    expect(await refusal([item])).toBe('Bad Request: there must be 2-10 items in an album');
    expect(await refusal([item, { type: 'document', media: 'x' }])).toBe(
      "Bad Request: can't use the media of the specified type in the album",
    );
  });

  it('a medium can be replaced, and a text by one', async () => {
    const { result } = await bench.call('sendMessage', { chat_id: bench.siti, text: 'Tunggu' });
    const edited = await bench.call(
      'editMessageMedia',
      form({
        message_id: String(result.message_id),
        media: JSON.stringify({ type: 'photo', media: 'attach://grafik', caption: 'Rekap' }),
        grafik: [png(400, 300), 'grafik.png'],
      }),
    );
    expect(edited.result).toMatchObject({ caption: 'Rekap', photo: [{ width: 400 }] });
    expect(edited.result).not.toHaveProperty('text');
  });

  it.each<[string, string, () => Record<string, string | [Buffer, string]>, string]>([
    ['sendDocument', 'nothing', () => ({}), '400 Bad Request: there is no document in the request'],
    [
      'sendDocument',
      'an unknown id',
      () => ({ document: 'AgACAgUAAxkB' }),
      '400 Bad Request: wrong file identifier/HTTP URL specified',
    ],
    [
      'sendDocument',
      'a web address',
      () => ({ document: 'https://kota.go.id/a.pdf' }),
      '400 Bad Request: failed to get HTTP URL content',
    ],
    [
      'sendDocument',
      'an empty file',
      () => ({ document: [Buffer.alloc(0), 'a.pdf'] }),
      '400 Bad Request: file must be non-empty',
    ],
    [
      'sendPhoto',
      'no picture',
      () => ({ photo: [Buffer.from('bukan'), 'a.png'] }),
      '400 Bad Request: IMAGE_PROCESS_FAILED',
    ],
    [
      'sendPhoto',
      'a strip',
      () => ({ photo: [png(2100, 100), 'a.png'] }),
      '400 Bad Request: PHOTO_INVALID_DIMENSIONS',
    ],
    [
      'sendPhoto',
      'more than 10 MB',
      () => ({ photo: [png(10, 10, 10 * MEGABYTE + 1), 'a.png'] }),
      '400 Bad Request: file is too big',
    ],
    [
      'sendDocument',
      'more than 50 MB',
      () => ({ document: [Buffer.alloc(50 * MEGABYTE + 1), 'a.zip'] }),
      '413 Request Entity Too Large',
    ],
  ])('%s refuses %s', async (method, _, fields, words) => {
    const { status, description } = await bench.call(method, form(fields()));
    expect(`${status} ${description}`).toBe(words);
  });

  it('a file of one kind is not sent as another', async () => {
    const { result } = await bench.call(
      'sendDocument',
      form({ document: [Buffer.from('x'), 'a.txt'] }),
    );
    const { file_id } = result.document as { file_id: string };
    const { description } = await bench.call('sendPhoto', { chat_id: bench.siti, photo: file_id });
    expect(description).toBe("Bad Request: can't use file of type Document as Photo");
  });
});

describe('from people', () => {
  it('comes as an update with its caption, and can be fetched', async () => {
    const bytes = Buffer.from('PK fake spreadsheet');
    const { messageId } = bench.sim.sendFile(bench.siti, {
      bytes,
      name: 'impor.xlsx',
      caption: '/impor kader',
    });
    const updates = await bench.updates();
    expect(updates.at(-1)?.message).toMatchObject({
      message_id: messageId,
      caption: '/impor kader',
      caption_entities: [{ type: 'bot_command', offset: 0, length: 6 }],
      document: {
        file_name: 'impor.xlsx',
        mime_type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
    });
    const document = updates.at(-1)?.message?.document as { file_id: string };
    expect(await download(document.file_id)).toEqual(bytes);
  });

  it('is not downloaded above 20 MB', async () => {
    bench.sim.sendFile(bench.siti, { bytes: Buffer.alloc(20 * MEGABYTE + 1), name: 'besar.csv' });
    const document = (await bench.updates()).at(-1)?.message?.document as { file_id: string };
    const answer = await bench.call('getFile', { file_id: document.file_id });
    expect(answer.description).toBe('Bad Request: file is too big');
  });

  it('is a picture when it is sent as one', () => {
    expect(() =>
      bench.sim.sendFile(bench.siti, { bytes: Buffer.from('x'), name: 'a.jpg', as: 'photo' }),
    ).toThrow('This is not a picture: send it as a document');
    bench.sim.sendFile(bench.siti, { bytes: png(5, 4), name: 'a.jpg', as: 'photo' });
    expect(bench.sim.messagesOf(bench.siti).at(-1)?.file).toMatchObject({
      kind: 'photo',
      width: 5,
      height: 4,
    });
  });
});

it('a download needs the token and a path that exists', async () => {
  const status = async (path: string) => (await fetch(`${bench.sim.url}${path}`)).status;
  expect(await status(`/file/bot${TOKEN}/documents/file_0.pdf`)).toBe(404);
  expect(await status('/file/bot1:x/documents/file_1.csv')).toBe(401);
  const answer = await bench.call('getFile', { file_id: 'nothing' });
  expect(answer.description).toBe('Bad Request: invalid file_id');
});
