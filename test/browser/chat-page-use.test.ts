import { describe, expect, it } from 'vitest';
import { hasBrowser } from './browser.ts';
import { ChatStage } from './chat-stage.ts';
import { PhoneOnPage } from './phone-on-page.ts';

const PHONE_SCREEN = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

describe.skipIf(!hasBrowser)('the chat page in daily use', () => {
  const stage = ChatStage.set();

  it('draws formatting, and sends a command that is pressed', async () => {
    const phone = await stage.openStarted(stage.person('Agus'));
    await phone.says('hiasan');
    const message = await phone.sees('Tebal');
    expect(await message.locator('b').textContent()).toBe('Tebal');
    expect(await message.locator('i').textContent()).toBe('miring');
    expect(await message.locator('code').textContent()).toBe('kode');
    expect(await message.locator('blockquote').textContent()).toBe('Kutipan');
    expect(await message.getByText('rahasia').isVisible()).toBe(false);
    await message.getByRole('button', { name: /^Teks tersembunyi/ }).click();
    await message.getByText('rahasia').waitFor();
    await message.getByRole('button', { name: '/bantuan' }).click();
    await phone.sees('Ini bantuan.');
  });

  it('offers the commands of this person behind the Menu button', async () => {
    const slamet = stage.person('Slamet');
    const commands = [{ command: 'bantuan', description: 'Apa yang bisa saya lakukan' }];
    await stage.bot.telegram.setMyCommands(commands, {
      scope: { type: 'chat', chat_id: slamet.id },
    });
    const phone = await stage.openStarted(slamet);
    await phone.press('Menu');
    await phone.root.getByRole('button', { name: /Apa yang bisa saya lakukan/ }).click();
    await phone.sees('Ini bantuan.');
  });

  it('tells that the bot is typing until its message comes', async () => {
    const tini = stage.person('Tini');
    const phone = await stage.openStarted(tini);
    await stage.bot.telegram.sendChatAction(tini.id, 'typing');
    await phone.root.getByText('sedang mengetik…').waitFor();
    await stage.bot.telegram.sendMessage(tini.id, 'Selesai');
    await phone.sees('Selesai');
    await phone.root.getByText('bot · @percobaan_bot').waitFor();
  });

  it('replies, answers a forced reply, edits and forwards', async () => {
    const phone = await stage.openStarted(stage.person('Yanti'));
    await phone.openMenu('Halo, saya bot percobaan.');
    await phone.choose('Balas');
    await phone.root.getByText('Balas Bot Percobaan').waitFor();
    await phone.says('Ini balasan');
    const reply = await phone.sees('Ini balasan');
    await reply.locator('.quote', { hasText: 'Halo, saya bot percobaan.' }).waitFor();

    await phone.says('alasan');
    await phone.sees('Apa alasannya?');
    await phone.root.getByText('Balas Bot Percobaan').waitFor();
    await phone.says('Anak sakit');
    const reason = await phone.sees(/^(?!Anda menulis).*Anak sakit/s);
    await reason.locator('.quote', { hasText: 'Apa alasannya?' }).waitFor();

    await phone.sees('Anda menulis: Anak sakit');
    await reason.locator('.bubble').click({ button: 'right' });
    await phone.choose('Ubah');
    await expect.poll(() => phone.input.inputValue()).toBe('Anak sakit');
    await phone.says('Anak demam');
    await (await phone.sees('Anak demam')).getByText('diedit').waitFor();

    await phone.openMenu('Anda menulis: Anak sakit');
    await phone.choose('Teruskan');
    await phone.confirm('Bot Percobaan bot');
    await phone.sees('Diteruskan dari Bot Percobaan');
  });

  it('keeps the place of somebody who reads further up, and tells how much came', async () => {
    const hendra = stage.person('Hendra');
    const phone = await stage.openStarted(hendra);
    await phone.says('banyak 70');
    await phone.sees('Pesan nomor 70.');
    await phone.messages.evaluate((element) => element.scrollBy(0, -900));
    const down = phone.root.getByRole('button', { name: /^Ke pesan terbaru/ });
    await down.waitFor();
    const top = () => phone.messages.evaluate((element) => element.scrollTop);
    const before = await top();
    await stage.bot.telegram.sendMessage(hendra.id, 'Satu lagi');
    await phone.root.getByRole('button', { name: 'Ke pesan terbaru, 1 baru' }).waitFor();
    expect(await top()).toBe(before);
    await down.click();
    await down.waitFor({ state: 'detached' });

    await phone.root.page().reload();
    await phone.sees('Satu lagi');
    expect(await phone.message('Halo, saya bot percobaan.').count()).toBe(0);
    await phone.messages.evaluate((element) => element.scrollTo(0, 0));
    await phone.sees('Halo, saya bot percobaan.');
    const numbers = (await phone.texts()).flatMap((text) => /nomor (\d+)\.$/.exec(text)?.[1] ?? []);
    expect(numbers).toEqual(Array.from({ length: 70 }, (_, index) => String(index + 1)));
  });

  it('blocks the bot and lets it back', async () => {
    const phone = await stage.openStarted(stage.person('Sri'));
    await phone.press('Menu percakapan');
    await phone.choose('Blokir bot');
    await phone.press('BUKA BLOKIR');
    await phone.says('Kembali');
    await phone.sees('Anda menulis: Kembali');
  });

  it('marks people whose phone is not open when something waits for them', async () => {
    const komang = stage.person('Komang');
    stage.simulator.act(komang.id, { do: 'say', chatId: komang.id, text: '/start' });
    const page = await stage.open();
    await page.getByLabel('Cari orang').fill(komang.name);
    await page.getByRole('button', { name: /Komang.*, 1 belum dibaca/ }).click();
    await new PhoneOnPage(page, komang.name).sees('Halo, saya bot percobaan.');
    await page.getByRole('button', { name: 'Tutup ponsel ini' }).click();
    await page
      .getByRole('button', { name: `${komang.name}, PSM · Karawaci`, exact: true })
      .waitFor();
  });

  it('lists the chats of somebody who is in a group', async () => {
    const [nur, dewi] = [stage.person('Nur'), stage.person('Dewi')];
    const group = stage.simulator.addGroup({ title: 'PSM Karawaci', members: [nur.id, dewi.id] });
    const phone = await stage.openStarted(nur);
    stage.simulator.act(dewi.id, { do: 'say', chatId: group, text: 'Besok kumpul jam 8' });
    await phone.press('Daftar percakapan, 1 belum dibaca');
    await phone.root.getByRole('button', { name: /PSM Karawaci/ }).click();
    await (await phone.sees('Besok kumpul jam 8')).getByText(dewi.name).waitFor();
    await phone.says('Siap bu');
    await phone.sees('Siap bu');
    await phone.press('Daftar percakapan');
    await phone.root
      .getByRole('button', { name: /PSM Karawaci/ })
      .getByText('Siap bu')
      .waitFor();
  });

  it('fits a phone screen: people, then the chat, then back', async () => {
    const [made, asep] = [stage.person('Made'), stage.person('Asep')];
    const page = await stage.open([], PHONE_SCREEN);
    await page.getByLabel('Cari orang').fill(made.name);
    await page.getByRole('button', { name: made.name }).click();
    const first = new PhoneOnPage(page, made.name);
    await first.pressStart();
    await first.sees('Halo, saya bot percobaan.');
    await first.input.fill('Baris satu');
    await first.input.press('Enter');
    await first.input.pressSequentially('Baris dua');
    await first.press('Kirim');
    await first.sees(/^Anda menulis: Baris satu\nBaris dua/);
    const width = await page.locator('html').evaluate((element) => element.scrollWidth);
    expect(width).toBe(PHONE_SCREEN.viewport.width);

    await page.getByRole('button', { name: 'Buka orang kedua' }).click();
    await page.getByLabel('Cari orang').fill(asep.name);
    await page.getByRole('button', { name: asep.name }).click();
    const second = new PhoneOnPage(page, asep.name);
    await second.pressStart();
    await second.sees('Halo, saya bot percobaan.');
    expect(await first.root.isVisible()).toBe(false);

    await stage.bot.telegram.sendMessage(made.id, 'Untuk Made saja');
    const tab = page.getByRole('navigation').getByRole('button', { name: made.name });
    await tab.getByText('1', { exact: true }).waitFor();
    await tab.click();
    await first.sees('Untuk Made saja');
    await page.getByRole('button', { name: 'Kembali ke daftar orang' }).click();
    await page.getByLabel('Cari orang').waitFor();
    expect(await first.root.isVisible()).toBe(false);
  });

  it('says kindly that somebody does not exist', async () => {
    const page = await stage.open();
    await page.goto(`${stage.simulator.url}/#p=5`);
    await page.getByText('Orang ini tidak ada.').waitFor();
  });

  it('catches up after the line was cut: in order, nothing twice, nothing missing', async () => {
    const ratna = stage.person('Ratna');
    const phone = await stage.openStarted(ratna);
    await phone.says('papan');
    await phone.sees('Silakan bagikan.');
    await stage.simulator.faults.beginOutage();
    await phone.root.getByText('menyambungkan…').waitFor();
    for (const text of ['Ditulis dari ponsel lain', 'Ini juga']) {
      stage.simulator.act(ratna.id, { do: 'say', chatId: ratna.id, text });
    }
    await stage.simulator.faults.endOutage();
    await phone.root.getByText('bot · @percobaan_bot').waitFor();
    await phone.sees('Ini juga');
    expect((await phone.texts()).slice(0, 6)).toEqual([
      '/start',
      'Halo, saya bot percobaan.',
      'papan',
      'Silakan bagikan.',
      'Ditulis dari ponsel lain',
      'Ini juga',
    ]);
    await phone.root.getByRole('button', { name: 'Bagikan nomor' }).waitFor();
  });
});
