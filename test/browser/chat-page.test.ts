import { describe, expect, it } from 'vitest';
import { hasBrowser } from './browser.ts';
import { ChatStage } from './chat-stage.ts';
import { PhoneOnPage } from './phone-on-page.ts';
import { picture } from './picture.ts';

describe.skipIf(!hasBrowser)('the chat page', () => {
  const stage = ChatStage.set();

  it('finds a person by name among a thousand and talks to the bot', async () => {
    for (let number = 1; number <= 1_000; number += 1) {
      stage.simulator.addPerson({ firstName: 'Warga', lastName: String(number), role: 'TKSK' });
    }
    const siti = stage.person('Siti');
    const page = await stage.open();
    await page.getByRole('button', { name: 'Tampilkan lagi' }).click();
    await page.getByRole('button', { name: 'Warga 100,' }).waitFor();
    await page.getByLabel('Cari orang').fill(`karawaci ${siti.name}`);
    await page.getByRole('button', { name: `${siti.name}, PSM · Karawaci` }).click();

    const phone = new PhoneOnPage(page, siti.name);
    await phone.pressStart();
    await phone.sees('Halo, saya bot percobaan.');
    await phone.says('Selamat pagi');
    await phone.sees('Anda menulis: Selamat pagi');
    expect(await phone.input.inputValue()).toBe('');

    expect(new URL(page.url()).hash).toBe(`#p=${siti.id}`);
    await page.reload();
    await phone.sees('Anda menulis: Selamat pagi');
    expect(await phone.texts()).toHaveLength(4);
  });

  it('edits a message in place when its button is tapped', async () => {
    const phone = await stage.openStarted(stage.person('Budi'));
    await phone.press('Setuju');
    const edited = await phone.sees('Terima kasih sudah setuju.');
    await edited.getByText('diedit').waitFor();
    await phone.root.getByRole('status').filter({ hasText: 'Tercatat' }).waitFor();
    expect(await phone.texts()).toEqual(['/start', 'Terima kasih sudah setuju.']);
    expect(await edited.getByRole('button', { name: 'Setuju' }).count()).toBe(0);
  });

  it('lets a tapped button wait for its answer, and shows an alert as a box', async () => {
    const phone = await stage.openStarted(stage.person('Dewi'));
    await phone.press('Tunggu');
    await phone.root.locator('[aria-busy="true"]', { hasText: 'Tunggu' }).waitFor();
    stage.bot.answerWaitingTap();
    await phone.root.locator('[aria-busy="false"]', { hasText: 'Tunggu' }).waitFor();

    await phone.press('Nanti');
    await phone.root.getByRole('alertdialog', { name: 'Baik, lain kali saja.' }).waitFor();
    await phone.press('OK');
    await phone.root.getByRole('alertdialog').waitFor({ state: 'detached' });
  });

  it('shares the own contact from the reply keyboard, after asking', async () => {
    const rina = stage.person('Rina');
    const phone = await stage.openStarted(rina);
    await phone.says('papan');
    await phone.press('Bagikan nomor');
    await phone.root.getByRole('dialog', { name: 'Bagikan nomor Anda?' }).waitFor();
    expect(await phone.message('diterima').count()).toBe(0);
    await phone.confirm('Bagikan');
    await phone.sees(`Nomor ${rina.phone?.slice(1)} diterima.`);
    await phone.message(rina.name).first().waitFor();
    expect(await phone.root.getByRole('button', { name: 'Bagikan nomor' }).count()).toBe(0);
  });

  it('sends a file with a caption, and a picture as a photo that can be enlarged', async () => {
    const joko = stage.person('Joko');
    const phone = await stage.openStarted(joko);
    const table = Buffer.from('nama;no_hp\nSiti;0812\n');
    await phone.attach({ name: 'kader.csv', mimeType: 'text/csv', buffer: table });
    await phone.root.getByLabel('Keterangan').fill('Data bulan ini');
    await phone.confirm('Kirim');
    await phone.sees('Berkas kader.csv diterima.');
    const sent = await phone.sees('Data bulan ini');
    const link = sent.getByRole('link', { name: /^Unduh kader\.csv/ });
    const download = phone.root.page().waitForEvent('download');
    await link.click();
    expect((await download).suggestedFilename()).toBe('kader.csv');
    const stored = stage.simulator.messagesOf(joko.id).find(({ file }) => file !== null)?.file;
    expect(Buffer.from(stage.simulator.fileBytes(stored?.fileId ?? ''))).toEqual(table);

    await phone.attach({ name: 'suasana.png', mimeType: 'image/png', buffer: picture });
    await phone.root.getByRole('dialog', { name: 'Kirim foto' }).waitFor();
    await phone.confirm('Kirim');
    await phone.sees('Foto diterima.');
    await phone.press('Perbesar foto');
    await phone.root.page().getByRole('button', { name: 'Tutup foto' }).click();
    await phone.root.page().getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('follows deep links, pressed in a message or pasted as if scanned', async () => {
    const phone = await stage.openStarted(stage.person('Wahyu'));
    await phone.says('hiasan');
    await phone.messages.getByRole('link', { name: 'tautan ini' }).click();
    await phone.sees('Datang dari tautan dari_teks');

    await phone.press('Tempel tautan atau pindai QR');
    await phone.root.getByLabel('Tautan', { exact: true }).fill('https://contoh.go.id');
    await phone.root.getByText('Tautan ini tidak dikenal').waitFor();
    await phone.root.getByLabel('Tautan', { exact: true }).fill('t.me/percobaan_bot?start=hadir_7');
    await phone.confirm('Buka tautan');
    await phone.sees('Datang dari tautan hadir_7');

    await phone.press('Tempel tautan atau pindai QR');
    await phone.root.getByLabel('Tautan', { exact: true }).fill('t.me/tidak_ada_bot');
    await phone.confirm('Buka tautan');
    await phone.root.getByText('Tautan ini tidak menuju bot yang ada di sini.').waitFor();
  });

  it('opens a second person beside the first and shows what arrives there live', async () => {
    const [ahmad, fitri] = [stage.person('Ahmad'), stage.person('Fitri')];
    const first = await stage.openStarted(ahmad);
    const page = first.root.page();
    await page.getByRole('button', { name: /^Buka orang kedua/ }).click();
    await page.getByLabel('Cari orang').fill(fitri.name);
    await page.getByRole('button', { name: fitri.name }).click();
    const second = new PhoneOnPage(page, fitri.name);
    await second.pressStart();
    await second.sees('Halo, saya bot percobaan.');
    expect(new URL(page.url()).hash).toBe(`#p=${ahmad.id}&q=${fitri.id}`);

    await stage.bot.telegram.sendMessage(fitri.id, 'Undangan untuk Ibu Fitri');
    await second.sees('Undangan untuk Ibu Fitri');
    await first.root.waitFor();
    expect(await first.message('Undangan').count()).toBe(0);

    await page.reload();
    await second.sees('Undangan untuk Ibu Fitri');
    await first.sees('Halo, saya bot percobaan.');
  });
});
