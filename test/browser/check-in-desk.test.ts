import { describe, expect, it } from 'vitest';
import { hasBrowser } from './browser.ts';
import { pick, recordByName, saveGuest, VenueStage } from './venue-stage.ts';

describe.skipIf(!hasBrowser)('the desk in a browser', () => {
  const stage = VenueStage.set();
  const names = () => stage.names();

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

    for (const name of ['Lastri Handayani', 'Lastri Handayani'])
      await saveGuest(desk, name, 'Cimone, Karawaci');
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

  it('says where the eye is that a guest was recorded, on a screen of 360 by 640', async () => {
    await stage.open();
    const desk = await stage.phone({ width: 360, height: 640 });
    for (const name of ['Lastri Handayani', 'Rohayati']) {
      await saveGuest(desk, name, 'Cimone, Karawaci');
      const said = await desk.getByText(`${name} tercatat.`).boundingBox();
      const tabs = await desk.getByRole('navigation').boundingBox();
      expect(said?.y).toBeGreaterThan(100);
      expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThan(tabs?.y ?? 0);
    }
    const overflows = 'document.documentElement.scrollWidth > innerWidth';
    expect(await desk.evaluate<boolean>(overflows)).toBe(false);
  });

  it('offers a guest who is on the list after all', async () => {
    await stage.open();
    await stage.venue.invite('Hj. Siti Aminah');
    const desk = await stage.phone({ width: 360, height: 640 });
    await saveGuest(desk, 'Siti Aminah', 'Karawaci Baru, Karawaci');
    await desk.getByText('Nama ini ada di daftar').waitFor();
    await desk.getByRole('button', { name: 'Hj. Siti Aminah' }).click();
    await desk.getByRole('button', { name: 'Hadir', exact: true }).click();
    await desk.getByText('Nomor urut 1').waitFor();
    expect(await stage.names()).toEqual(['Hj. Siti Aminah']);
    await desk.getByRole('button', { name: 'Selesai' }).click();
    expect(await desk.getByLabel('Nama lengkap').inputValue()).toBe('');
  });

  it('says so on a device that keeps nothing', async () => {
    await stage.open();
    const desk = await stage.device();
    await desk.addInitScript('indexedDB.open = () => { throw new Error("denied"); }');
    await desk.goto(await stage.venue.desk(stage.origin));
    await desk.getByText('tidak mengizinkan halaman ini menyimpan catatan').waitFor();
  });

  it('says so, and claims nothing, when the device is full', async () => {
    await stage.open();
    const desk = await stage.phone();
    await desk.evaluate(
      'IDBObjectStore.prototype.put = () => { throw new DOMException("", "QuotaExceededError"); }',
    );
    await saveGuest(desk, 'Rohayati', 'Cimone, Karawaci');
    await desk.getByText('Belum tersimpan').waitFor();
    expect(await desk.getByText('Rohayati tercatat').count()).toBe(0);
    expect(await desk.getByLabel('Nama lengkap').inputValue()).toBe('Rohayati');
  });
});
