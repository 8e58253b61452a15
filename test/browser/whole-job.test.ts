import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, startProgram } from '../support/program.ts';
import { csv } from '../support/table-file.ts';
import { hasBrowser, startBrowser } from './browser.ts';
import { PhoneOnPage } from './phone-on-page.ts';

/** What a newcomer sees after `npm start`: the real program, and nothing but the page it names. */
describe.skipIf(!hasBrowser)('the demo in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it('register, approve, import, invite, answer, recap, announce', async () => {
    const program = startProgram(emptyFolder(), { PORT: String(23_000 + (process.pid % 4_000)) });
    const address = await program.says(/http:\/\/\S+/);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(address);

    // A kader who is on no list applies; her coordinator, on the second phone, approves.
    const lastri = await openPhone(page, address, 'Lastri Handayani');
    await lastri.pressStart();
    await lastri.press('✅ Setuju');
    await lastri.sees('Bagikan nomor');
    await lastri.press('📱 Bagikan nomor');
    await lastri.confirm('Bagikan');
    await lastri.press('PSM (kelurahan)');
    await lastri.sees('Di kecamatan mana?');
    await lastri.says('kr tengah');
    await lastri.sees('Di kelurahan mana?');
    await lastri.says('pd bahar');
    await lastri.sees('Tulis nama lengkap');
    await lastri.says('Lastri Handayani');
    await lastri.press('📨 Kirim');
    await lastri.sees('pengajuan sudah dikirim');

    const coordinator = await openPhone(page, address, 'TKSK Karang Tengah');
    await coordinator.press('✅ Setujui');
    await coordinator.sees('Disetujui oleh');
    await coordinator.pressKey('📊 Rekap');
    await coordinator.sees('Rekap acara yang mana?');

    // The office imports, invites and announces.
    const dewi = await openPhone(page, address, 'Dewi Kartika');
    const roster = Buffer.from(
      csv(
        ['nama', 'jabatan', 'kelurahan', 'kecamatan', 'no_hp'],
        ['Nurhayati', 'PSM', 'Pondok Bahar', 'Karang Tengah', '081299990001'],
      ),
    );
    await dewi.attach({ name: 'roster.csv', mimeType: 'text/csv', buffer: roster });
    await dewi.root.getByLabel(/keterangan/i).fill('/impor kader');
    await dewi.confirm('Kirim');
    await dewi.sees('Baru: 1 orang');
    await dewi.press('✅ Terapkan 1 perubahan');
    await dewi.sees('Sudah diterapkan');
    await dewi.says('/siaran Halo bapak ibu');
    await dewi.sees('Untuk siapa?');
    await dewi.says('pondok bahar');
    await dewi.sees('Terpilih: Kelurahan Pondok Bahar');
    await dewi.press('Lanjut ➡️');
    await dewi.press('📤 Kirim sekarang');
    await dewi.sees('selesai dikirim');

    // What the office was asked in the weeks before is on its desk.
    await dewi.says('/tiket');
    await dewi.sees('4 belum selesai');

    // Lastri belongs now: the invitation came after her approval, and so did the announcement.
    const lastriAgain = await openPhone(page, address, 'Lastri Handayani');
    await lastriAgain.sees('Halo bapak ibu');
    await lastriAgain.press('Hadir');
    await lastriAgain.sees('Jawaban Bapak/Ibu: ✅ Hadir');
    expect(program.output()).not.toMatch(/error/i);
    expect(await program.stop()).toBe(0);
  }, 180_000);
});

/** Opens one person's phone, found as a newcomer would: by typing into the search. */
async function openPhone(page: Page, address: string, search: string): Promise<PhoneOnPage> {
  const url = new URL(`/sim/people?search=${encodeURIComponent(search)}&limit=1`, address);
  const [person] = (await (await fetch(url)).json()) as { id: number; firstName: string }[];
  if (person === undefined) throw new Error(`nobody is found by ${search}`);
  await page.goto(`${address}#p=${person.id}`);
  return new PhoneOnPage(page, person.firstName);
}
