import { describe, expect, it } from 'vitest';
import { hasBrowser } from './browser.ts';
import { pick, recordByName, VenueStage } from './venue-stage.ts';

describe.skipIf(!hasBrowser)('the desk in a browser', () => {
  const stage = VenueStage.set();
  const stored = () =>
    stage.world.db.checkIn.findMany({
      where: { undoneAt: null },
      orderBy: { number: 'asc' },
      select: { number: true, at: true, name: true, kader: { select: { name: true } } },
    });
  const names = async () => (await stored()).map(({ name, kader }) => kader?.name ?? name);

  it('finds by three letters, records with a number, undoes, and notes who leaves', async () => {
    await stage.open();
    await stage.venue.invite('Hj. Siti Aminah', 'Nurhayati', 'Siti Rohmah');
    const desk = await stage.phone();
    await pick(desk, 'ami', 'Hj. Siti Aminah');
    await desk.getByRole('button', { name: 'Hadir', exact: true }).click();
    await desk.getByText('Nomor urut 1').waitFor();
    await desk.getByText('Tercatat hadir · 07.00 WIB').waitFor();
    expect(await names()).toEqual(['Hj. Siti Aminah']);
    await desk.getByRole('button', { name: 'Selesai' }).click();
    expect(await desk.getByTestId('came').textContent()).toBe('1');

    await desk.getByRole('searchbox').fill('sit');
    await desk.getByText('Hadir 07.00 · nomor 1').waitFor();
    await pick(desk, 'sit', 'Siti Aminah');
    await desk.getByRole('button', { name: 'Urungkan' }).click();
    await expect.poll(names).toEqual([]);
    await expect.poll(() => desk.getByTestId('came').textContent()).toBe('0');

    await recordByName(desk, 'nur', 'Nurhayati');
    await expect.poll(names).toEqual(['Nurhayati']);
    await stage.world.clock.advanceTo('2024-05-22T08:30:00+07:00');
    // With this the device hears what time it is.
    await desk.waitForResponse(/keadaan/);
    await desk.getByRole('button', { name: 'Terbaru' }).click();
    await desk.getByRole('button', { name: /Nurhayati/ }).click();
    await desk.getByRole('button', { name: 'Pulang lebih awal' }).click();
    await desk.getByText('Pulang 08.30').waitFor();
    await desk.getByRole('button', { name: 'Tidak jadi pulang' }).click();
    await desk.getByRole('button', { name: 'Pulang lebih awal' }).waitFor();
    await expect
      .poll(() => stage.world.db.checkIn.count({ where: { leftAt: { not: null } } }))
      .toBe(0);
  });

  it('goes on without a network, over a reload, and then sends everything once', async () => {
    await stage.open();
    const { world, venue } = stage;
    const [, nur = 0] = await venue.invite('Siti Aminah', 'Nurhayati');
    const desk = await stage.phone();
    const began = world.clock.now().getTime();

    await desk.context().setOffline(true);
    await recordByName(desk, 'sit', 'Siti Aminah');
    await recordByName(desk, 'nur', 'Nurhayati');
    await desk.getByRole('button', { name: 'Tamu' }).click();
    await desk.getByLabel('Nama lengkap').fill('Rohayati');
    await desk.getByLabel('Kelurahan').fill('gebang raya, periuk');
    await desk.getByLabel('Alasan datang').fill('Menggantikan Bu Aminah');
    await desk.getByRole('button', { name: 'Catat hadir' }).click();
    await desk.getByText('3 menunggu jaringan').waitFor();
    await desk.reload();
    await desk.getByText('3 menunggu jaringan').waitFor();
    await desk.getByRole('button', { name: 'Terbaru' }).click();
    expect(await desk.getByRole('listitem').count()).toBe(3);
    expect(await names()).toEqual([]);

    // Meanwhile another desk, with a network, had recorded one of them.
    await venue.checkIn.record(await venue.keeper(), {
      eventId: venue.eventId,
      person: { by: 'kader', kaderId: nur },
      reason: null,
      at: world.clock.now(),
      nonce: null,
    });
    await desk.context().setOffline(false);
    await desk.getByText('Tersambung').waitFor();
    await desk.getByText('Nurhayati sudah tercatat 07.00, nomor 1').waitFor();
    expect(await names()).toEqual(['Nurhayati', 'Siti Aminah', 'Rohayati']);
    expect(await world.db.checkIn.count()).toBe(3);
    // This device's own clock is years off; what was measured while online corrects it.
    for (const { at } of await stored())
      expect(Math.abs(at.getTime() - began)).toBeLessThan(60_000);
    await desk.getByRole('button', { name: 'Mengerti' }).click();
    await expect.poll(() => desk.getByText('sudah tercatat').count()).toBe(0);
    await expect.poll(() => desk.getByTestId('came').textContent()).toBe('2');
  });

  it('loses nothing when an answer is lost, nor when its address expires first', async () => {
    await stage.open();
    const { world, venue } = stage;
    await venue.invite('Siti Aminah', 'Nurhayati');
    const desk = await stage.phone();
    let cut = 0;
    // The request arrives, its answer does not.
    await desk.context().route('**/kiriman', async (route) => {
      cut += 1;
      if (cut > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await recordByName(desk, 'sit', 'Siti Aminah');
    await desk.getByText('Tersambung').waitFor();
    await expect.poll(() => cut).toBeGreaterThan(1);
    expect(await names()).toEqual(['Siti Aminah']);
    expect(await desk.getByText('sudah tercatat').count()).toBe(0);

    await desk.context().setOffline(true);
    await recordByName(desk, 'nur', 'Nurhayati');
    await desk.getByText('1 menunggu jaringan').waitFor();
    await world.clock.advanceTo('2024-05-23T01:00:00+07:00');
    await desk.context().setOffline(false);
    await desk.getByText('1 catatan masih tersimpan di HP ini').waitFor();
    await desk.goto(await venue.desk(stage.origin));
    await expect.poll(names).toEqual(['Siti Aminah', 'Nurhayati']);
    const [, second] = await stored();
    expect(second?.at.toISOString()).toContain('2024-05-22T00:0');
  });

  it('asks the uninvited for a reason, reads cards, and says what the server refuses', async () => {
    await stage.open();
    const { world, venue } = stage;
    const [siti = 0] = await venue.invite('Siti Aminah');
    const joko = await world.onRoster({ name: 'Joko Susilo', kelurahan: 'Gebang Raya' });
    const desk = await stage.phone();
    await pick(desk, 'jok', 'Joko Susilo');
    const present = desk.getByRole('button', { name: 'Hadir', exact: true });
    expect(await present.isDisabled()).toBe(true);
    await desk.getByRole('button', { name: 'Diundang lisan' }).click();
    await present.click();
    await desk.getByText('Nomor urut 1').waitFor();
    expect(await world.db.checkIn.findFirst({ where: { kaderId: joko } })).toMatchObject({
      walkIn: true,
      walkInReason: 'Diundang lisan',
    });
    await desk.getByRole('button', { name: 'Selesai' }).click();
    await desk.getByText('+1 tamu').waitFor();

    await desk.getByRole('button', { name: 'Pindai kartu' }).click();
    const card = desk.getByLabel('Tautan atau kode kartu');
    await card.fill('halo');
    await desk.getByRole('button', { name: 'Pakai kode ini' }).click();
    await desk.getByText('Itu bukan kode kartu kader').waitFor();
    await card.fill(`https://t.me/kader_uji_bot?start=${await venue.checkIn.card(siti)}`);
    await desk.getByRole('button', { name: 'Pakai kode ini' }).click();
    await desk.getByRole('heading', { name: 'Siti Aminah' }).waitFor();
    await present.click();
    await desk.getByText('Nomor urut 2').waitFor();
    expect(await world.db.checkIn.findFirst({ where: { kaderId: siti } })).toMatchObject({
      via: 'CARD',
    });
    await desk.getByRole('button', { name: 'Selesai' }).click();

    await desk.getByRole('button', { name: 'Tamu', exact: true }).click();
    for (const name of ['Lastri Handayani', 'Lastri Handayani']) {
      await desk.getByLabel('Nama lengkap').fill(name);
      await desk.getByLabel('Kelurahan').fill('Cimone, Karawaci');
      await desk.getByLabel('Alasan datang').fill('mendampingi anggota');
      await desk.getByRole('button', { name: 'Catat hadir' }).click();
    }
    await desk.getByText(/Sudah ada tamu dengan nama itu.*Catat juga\?/).waitFor();
    expect((await names()).filter((name) => name === 'Lastri Handayani')).toHaveLength(1);
    await desk.getByRole('button', { name: 'Orang lain, catat juga' }).click();
    await expect.poll(async () => (await names()).length).toBe(4);
    await desk.getByRole('button', { name: 'Cari', exact: true }).click();

    // A forged card names somebody; the server finds out.
    await venue.invite('Nurhayati');
    await desk.reload();
    await desk.getByText('dari 2').waitFor();
    const nur = (await venue.checkIn.card(siti)).replace(`_${siti}_`, `_${joko + 1}_`);
    await desk.getByRole('button', { name: 'Pindai kartu' }).click();
    await card.fill(nur);
    await desk.getByRole('button', { name: 'Pakai kode ini' }).click();
    await present.click();
    await desk.getByText('Nurhayati belum tercatat: kartunya tidak dikenal').waitFor();
    expect((await names()).slice(0, 2)).toEqual(['Joko Susilo', 'Siti Aminah']);
    expect(await names()).not.toContain('Nurhayati');
  });
});
