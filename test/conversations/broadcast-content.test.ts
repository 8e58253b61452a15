import { expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { startWorld } from '../support/world.ts';

/** A staff member, a PSM and a TKSK, both registered. */
async function office() {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  const siti = await world.registered({ name: 'Siti Aminah', kelurahan: 'Cimone' });
  const tuti = await world.registered({ name: 'Tuti', jabatan: 'TKSK', kecamatan: 'Benda' });
  return { world, agus, siti, tuti };
}

/** From the audience card to everybody's phones. */
async function sendToEverybody(agus: Person): Promise<void> {
  agus.sees('yang akan diterima');
  agus.sees('Untuk siapa?');
  await agus.taps('Semua kader');
  agus.sees('Terpilih');
  await agus.taps('Lanjut');
  agus.sees('Akan menerima: 2 orang');
  await agus.taps('Kirim sekarang');
  agus.sees('Terkirim: 2');
}

it('puts into a text what is the recipient’s own', async () => {
  const { agus, siti, tuti } = await office();
  await agus.says('/siaran Yth. {nama} ({jabatan}), {kelurahan}, Kec. {kecamatan}: rapat besok.');
  agus.sees('Yth. Siti Aminah (PSM)');
  await sendToEverybody(agus);
  expect(siti.sees('rapat').text).toBe(
    'Yth. Siti Aminah (PSM), Cimone, Kec. Karawaci: rapat besok.',
  );
  expect(tuti.sees('rapat').text).toBe(
    'Yth. Tuti (TKSK), se-Kecamatan Benda, Kec. Benda: rapat besok.',
  );
});

it('puts it into the caption of a file too, and takes the command as a caption', async () => {
  const { agus, siti, tuti } = await office();
  await agus.sendsFile('surat.pdf', Buffer.from('%PDF-1.4'), '/siaran Surat untuk {nama}');
  agus.sees('Surat untuk Siti Aminah');
  await sendToEverybody(agus);
  expect(siti.sees('surat.pdf').text).toBe('Surat untuk Siti Aminah');
  expect(tuti.sees('surat.pdf').text).toBe('Surat untuk Tuti');
});

it('refuses a placeholder it does not know, naming those it does', async () => {
  const { agus, siti } = await office();
  await agus.says('/siaran Yth. {nmaa}, rapat besok.');
  expect(agus.sees('{nmaa}').text).toContain('{nama}, {jabatan}, {kelurahan}, {kecamatan}');
  siti.seesNothing();
  await agus.says('Yth. {nama}, rapat besok.');
  agus.sees('Yth. Siti Aminah, rapat besok.');
  agus.sees('yang akan diterima');
  agus.sees('Untuk siapa?');
});

it('refuses what would be too long for whoever has the longest name', async () => {
  const { agus } = await office();
  await agus.says('/siaran');
  agus.sees('Pengumuman baru');
  await agus.says(`${'a'.repeat(4089)} {nama}`);
  agus.sees(/terlalu panjang: sampai 4.101 huruf/);
  await agus.says(`${'a'.repeat(4084)} {nama}`);
  agus.sees(/^a+ Siti/);
  agus.sees('yang akan diterima');
  agus.sees('Untuk siapa?');
});

it('sends the composer a sample at any time, and from an old card says what is the case', async () => {
  const { agus } = await office();
  await agus.says('/siaran Halo {nama}');
  agus.sees('Halo');
  agus.sees('yang akan diterima');
  agus.sees('Untuk siapa?');
  await agus.says('cimone');
  agus.sees('Terpilih');
  await agus.taps('Lanjut');
  agus.sees('Akan menerima: 1 orang');
  await agus.taps('Kirim contoh ke saya');
  expect(agus.sees('Halo').text).toBe('Halo Siti Aminah');
  await agus.taps('Ubah sasaran');
  agus.sees('Untuk siapa?');
  await agus.taps('Lanjut');
  agus.sees('Akan menerima');
  await agus.taps('Batalkan');
  agus.sees('Tidak ada yang dikirim');
});

it('does not blame the content when Telegram does not answer', async () => {
  const { world, agus } = await office();
  world.simulator.faults.add(
    { kind: 'refuse', code: 502, description: 'Bad Gateway' },
    { methods: ['sendMessage'], times: 1 },
  );
  await agus.says('/siaran Halo');
  agus.doesNotSee('tidak bisa disiarkan');
  agus.looksAway();
});

it('shows a composer who is a kader what they get themselves', async () => {
  const { world, siti } = await office();
  const account = await world.db.account.findFirstOrThrow({
    where: { telegramId: BigInt(siti.id) },
  });
  await world.db.grant.create({
    data: { accountId: account.id, role: 'STAFF', grantedAt: world.clock.now() },
  });
  await siti.says('/siaran {nama} di {kelurahan}');
  siti.sees('Siti Aminah di Cimone');
  siti.sees('yang akan diterima');
  siti.sees('Untuk siapa?');
});

it('keeps the formatting of a message staff reply to', async () => {
  const { agus, siti, tuti } = await office();
  await agus.says('/bantuan');
  agus.looksAway();
  const shown = agus.message(/./);
  expect(shown.entities.length).toBeGreaterThan(0);
  await agus.says('/siaran', /./);
  agus.sees(shown.text);
  await sendToEverybody(agus);
  for (const kader of [siti, tuti]) {
    const got = kader.sees(shown.text);
    expect(got.entities).toEqual(shown.entities);
  }
});

it('sends what staff forwarded to the bot and replied to with the command', async () => {
  const { agus, siti, tuti } = await office();
  await agus.sendsFile('banjir.png', onePixel, 'Waspada banjir', 'photo');
  agus.looksAway();
  await agus.forwards('Waspada banjir');
  agus.looksAway();
  await agus.repliesToOwn('Waspada banjir', '/siaran');
  expect(agus.sees('Waspada banjir').file?.kind).toBe('photo');
  await sendToEverybody(agus);
  for (const kader of [siti, tuti]) {
    const got = kader.sees('Waspada banjir');
    expect(got.file?.kind).toBe('photo');
    expect(got.forwardedFrom).toBeNull();
  }
});

it('refuses an album once, however many parts it has, and still waits for the announcement', async () => {
  const { agus, siti } = await office();
  await agus.says('/siaran');
  agus.sees('Pengumuman baru');
  await agus.sendsAlbum([onePixel, onePixel, onePixel], 'Waspada banjir');
  agus.sees('album tidak bisa disiarkan');
  agus.seesNothing();
  await agus.sendsAlbum([onePixel, onePixel]);
  agus.sees('album tidak bisa disiarkan');
  agus.seesNothing();
  await agus.sendsFile('banjir.png', onePixel, 'Satu foto saja', 'photo');
  agus.sees('Satu foto saja');
  agus.sees('yang akan diterima');
  agus.sees('Untuk siapa?');
  siti.seesNothing();
});

it('refuses an album once also when the command is its caption', async () => {
  const { agus } = await office();
  await agus.sendsAlbum([onePixel, onePixel, onePixel], '/siaran Waspada banjir');
  agus.sees('album tidak bisa disiarkan');
  agus.seesNothing();
});

it.each(['document', 'photo', 'video'] as const)('sends a %s as it was', async (kind) => {
  const { agus, siti, tuti } = await office();
  await agus.says('/siaran');
  agus.sees('Pengumuman baru');
  await agus.sendsFile(`berkas.${kind}`, onePixel, 'Mohon dibaca', kind);
  agus.sees('Mohon dibaca');
  await sendToEverybody(agus);
  for (const kader of [siti, tuti]) expect(kader.sees('Mohon dibaca').file?.kind).toBe(kind);
});

it('refuses a sticker and a place, and still waits for the announcement', async () => {
  const { world, agus } = await office();
  await agus.says('/siaran');
  agus.sees('Pengumuman baru');
  await agus.sendsSticker();
  agus.sees('tidak bisa disiarkan');
  world.simulator.act(agus.id, {
    do: 'shareLocation',
    chatId: agus.id,
    latitude: -6.2,
    longitude: 106.6,
  });
  await world.settle();
  agus.sees('tidak bisa disiarkan');
  await agus.says('Akhirnya teks');
  agus.sees('Akhirnya teks');
  agus.sees('yang akan diterima');
  agus.sees('Untuk siapa?');
});

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
