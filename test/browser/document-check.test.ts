import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrived, bytesOf } from '../support/arrivals.ts';
import { later } from '../support/later.ts';
import { invitedTraining } from '../support/training.ts';
import { startWorld } from '../support/world.ts';
import { hasBrowser, startBrowser } from './browser.ts';

describe.skipIf(!hasBrowser)('the page of a paper in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  /** Siti's certificate, and the address under which its page is served to a phone. */
  async function certificate() {
    const world = await startWorld({ at: '2024-05-10T09:00' });
    const siti = await world.registered({ name: 'Siti Aminah', kelurahan: 'Bugel' });
    const eventId = await invitedTraining(world);
    await arrived(world, eventId, [{ name: 'Siti Aminah', at: '2024-05-22T08:02' }]);
    await later(world, '2024-05-22T13:00');
    siti.looksAway();
    await siti.says('/sertifikat');
    const bytes = bytesOf(world, siti.sees(/sertifikat-001/));
    const { code } = await world.db.issuedDocument.findFirstOrThrow();
    const address = await world.pages().listen({ host: '127.0.0.1', port: 0 });
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    return { bytes, code, origin: address.replace('127.0.0.1', 'localhost'), page };
  }

  const choose = (page: Page, buffer: Buffer) =>
    page
      .getByLabel('Pilih berkas untuk diperiksa')
      .setInputFiles({ name: 'sertifikat.pdf', mimeType: 'application/pdf', buffer });

  it('is found by the code that was typed, and tells the genuine file from an altered one', async () => {
    const { bytes, code, origin, page } = await certificate();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    await page.goto(`${origin}/periksa`);
    await page.getByLabel('Kode dokumen').fill(code.toLowerCase());
    await page.getByRole('button', { name: 'Periksa' }).click();
    await page.getByRole('heading', { name: 'Sertifikat ini tercatat' }).waitFor();
    await page.getByText('Siti Aminah', { exact: true }).waitFor();
    await choose(page, bytes);
    await page.getByText('Berkas ini asli dan tidak diubah').waitFor();
    await choose(page, Buffer.concat([bytes, Buffer.from(' ')]));
    await page.getByText('Berkas ini berbeda').waitFor();
    // The file never left the phone.
    expect(sent).toEqual([]);
    await page.close();
  });

  it.each([
    ['may not hash', { isSecure: false, javaScriptEnabled: true }],
    ['runs no script', { isSecure: true, javaScriptEnabled: false }],
  ])('has the server compare where the browser %s', async (_why, { isSecure, ...options }) => {
    const { bytes, code, origin } = await certificate();
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, ...options });
    if (!isSecure)
      await page.addInitScript(
        'Object.defineProperty(window, "isSecureContext", { value: false })',
      );
    await page.goto(`${origin}/periksa/${code}`);
    const send = page.getByRole('button', { name: 'Periksa berkas' });
    await choose(page, bytes);
    await send.click();
    await page.getByText('Berkas ini asli dan tidak diubah').waitFor();
    await choose(page, Buffer.from('lain'));
    await send.click();
    await page.getByText('Berkas ini berbeda').waitFor();
    await page.getByRole('link', { name: 'Periksa dokumen lain' }).click();
    await page.getByLabel('Kode dokumen').waitFor();
    await page.close();
  });
});
