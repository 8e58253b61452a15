import { describe, expect, it } from 'vitest';
import { hasBrowser } from './browser.ts';
import { VenueStage } from './venue-stage.ts';

describe.skipIf(!hasBrowser)('the projector in a browser', () => {
  const stage = VenueStage.set();

  it('counts whoever comes, names them, and changes its code', async () => {
    await stage.open();
    const { world, venue } = stage;
    const [siti = 0] = await venue.invite('Siti <b>Aminah</b>', 'Nurhayati');
    const page = await stage.projector();
    await page.getByText('dari 2').waitFor();
    expect(await page.getByTestId('came').textContent()).toBe('0');
    await page.getByText('PEMERINTAH KOTA TANGERANG · DINAS SOSIAL').waitFor();
    await page.getByText('Rabu, 22 Mei 2024 pukul 08.00–12.00 WIB · TCC, Cimone').waitFor();
    await page.getByText('Belum ada yang hadir').waitFor();
    const shape = () => page.getByTestId('qr').locator('path').getAttribute('d');
    const first = await shape();

    await venue.checkIn.record(await venue.keeper(), {
      eventId: venue.eventId,
      person: { by: 'kader', kaderId: siti },
      reason: null,
      at: world.clock.now(),
      nonce: null,
    });
    await expect.poll(() => page.getByTestId('came').textContent()).toBe('1');
    await page.getByText('Siti <b>Aminah</b>').waitFor();
    await page.getByText('1/2').waitFor();

    expect(await shape()).toBe(first);
    await world.advance({ seconds: 20 });
    await expect.poll(shape).not.toBe(first);
    const box = await page.getByTestId('qr').boundingBox();
    expect(box?.width).toBeGreaterThan(450);
    const overflows = 'document.documentElement.scrollHeight > innerHeight';
    expect(await page.evaluate<boolean>(overflows)).toBe(false);

    await venue.checkIn.close(venue.accountId, venue.eventId);
    await page.getByText('Absen ditutup').waitFor();
    expect(await page.getByTestId('qr').count()).toBe(0);
  });

  it('never shows an old code as if it counted, and comes back by itself', async () => {
    await stage.open();
    const [siti = 0] = await stage.venue.invite('Siti Aminah');
    const page = await stage.device({ viewport: { width: 1366, height: 768 } });
    await page.clock.install();
    await page.goto(await stage.venue.wall(stage.origin));
    await page.getByTestId('qr').waitFor();

    const { port } = new URL(stage.origin);
    await stage.server.close();
    await page.clock.fastForward(5_000);
    await page.getByText('Menyambung kembali').waitFor();
    await page.clock.fastForward(30_000);
    await page.getByText('Kode baru sedang diambil').waitFor();
    expect(await page.getByTestId('qr').count()).toBe(0);

    await stage.venue.checkIn.record(await stage.venue.keeper(), {
      eventId: stage.venue.eventId,
      person: { by: 'kader', kaderId: siti },
      reason: null,
      at: stage.world.clock.now(),
      nonce: null,
    });
    await stage.serve(Number(port));
    await page.getByTestId('qr').waitFor();
    await page.getByText('Siti Aminah').waitFor();
    await expect.poll(() => page.getByText('Menyambung kembali').count()).toBe(0);
  });

  it('says what to do when its address has expired', async () => {
    await stage.open();
    const page = await stage.projector();
    await page.getByTestId('qr').waitFor();
    await stage.world.clock.advanceTo('2024-05-23T01:00:00+07:00');
    await page.getByText('sudah habis masa berlakunya').waitFor();
    await page.reload();
    await page.getByText('ketik /absen').waitFor();
  });
});
