import { describe, expect, it } from 'vitest';
import { hasBrowser } from './browser.ts';
import { recordByName, saveGuest, VenueStage } from './venue-stage.ts';

describe.skipIf(!hasBrowser)('the desk where the network comes and goes', () => {
  const stage = VenueStage.set();
  const names = () => stage.names();
  const times = async () => {
    const rows = await stage.world.db.checkIn.findMany({ orderBy: { number: 'asc' } });
    return rows.map(({ at }) => at);
  };

  it('goes on without a network, over a reload, and then sends everything once', async () => {
    await stage.open();
    const { world, venue } = stage;
    const [, nur = 0] = await venue.invite('Siti Aminah', 'Nurhayati');
    const desk = await stage.phone();
    const began = world.clock.now().getTime();

    await desk.context().setOffline(true);
    await recordByName(desk, 'sit', 'Siti Aminah');
    await recordByName(desk, 'nur', 'Nurhayati');
    await saveGuest(desk, 'Rohayati', 'gebang raya, periuk');
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
    for (const at of await times()) expect(Math.abs(at.getTime() - began)).toBeLessThan(60_000);
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
    const [, second] = await times();
    expect(second?.toISOString()).toContain('2024-05-22T00:0');
  });

  it('sends what waits also where the roster does not get through', async () => {
    await stage.open();
    await stage.venue.invite('Siti Aminah');
    const desk = await stage.phone();
    await desk.context().setOffline(true);
    await recordByName(desk, 'sit', 'Siti Aminah');
    await desk.getByText('1 menunggu jaringan').waitFor();
    await desk.context().route('**/daftar', (route) => route.abort());
    await desk.context().setOffline(false);
    await desk.reload();
    await expect.poll(names).toEqual(['Siti Aminah']);
  });

  it('leaves room to search under much that is to be told', async () => {
    await stage.open();
    const { world, venue } = stage;
    const people = ['Ani', 'Budi', 'Citra', 'Dedi', 'Euis', 'Fajar', 'Gita', 'Hadi'];
    const ids = await venue.invite(...people.map((name) => `${name} Kader`));
    const desk = await stage.phone({ width: 360, height: 640 });
    await desk.context().setOffline(true);
    for (const name of people) await recordByName(desk, name, name);
    for (const kaderId of ids)
      await venue.checkIn.record(await venue.keeper(), {
        eventId: venue.eventId,
        person: { by: 'kader', kaderId },
        reason: null,
        at: world.clock.now(),
        nonce: null,
      });
    await desk.context().setOffline(false);
    await expect.poll(() => desk.getByRole('button', { name: 'Mengerti' }).count()).toBe(8);
    const room = await desk.getByRole('main').boundingBox();
    expect(room?.height).toBeGreaterThan(150);
  });

  it('two desks that wrote down the same guest hear of it, and one takes theirs back', async () => {
    await stage.open();
    const [one, other] = [await stage.phone(), await stage.phone({ width: 360, height: 640 })];
    for (const desk of [one, other]) {
      await desk.context().setOffline(true);
      await saveGuest(desk, 'Lastri Handayani', 'Cimone, Karawaci');
      await desk.getByText('1 menunggu jaringan').waitFor();
    }
    await one.context().setOffline(false);
    await expect.poll(names).toHaveLength(1);
    await other.context().setOffline(false);
    await other
      .getByText('Lastri Handayani, nomor 2, mungkin dobel: nama dan wilayah yang sama')
      .waitFor();
    expect(await names()).toHaveLength(2);
    await other.getByRole('button', { name: 'Sama, urungkan' }).click();
    await expect.poll(names).toHaveLength(1);
    await expect.poll(() => other.getByText('mungkin dobel').count()).toBe(0);
    expect(await one.getByText('mungkin dobel').count()).toBe(0);
  });
});
