import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import type { Deed, WallState } from '../../src/features/check-in/page-contract.ts';
import { recordDeed, sendDeeds, venueAt } from '../support/venue.ts';

async function board(server: FastifyInstance, wall: string, version = ''): Promise<WallState> {
  const answer = await server.inject(`${wall}/papan?versi=${version}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

describe('the projector', () => {
  it('is a page without inline script that no cache and no other site hears of', async () => {
    const { venue, server } = await venueAt();
    const page = await server.inject(await venue.wall());
    expect(page.statusCode).toBe(200);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.body).not.toMatch(/<script(?! type="module" src=)|style=|onclick/);
    for (const file of ['wall.js', 'wall.css', 'desk.js', 'desk.css']) {
      const asset = await server.inject(`/halaman/absen/${file}`);
      expect(asset.statusCode).toBe(200);
      const headers = { 'if-none-match': String(asset.headers.etag) };
      const again = await server.inject({ url: `/halaman/absen/${file}`, headers });
      expect(again.statusCode).toBe(304);
    }
    const worker = await server.inject('/meja/pekerja.js');
    expect(worker.headers['content-type']).toContain('text/javascript');
    const font = await server.inject('/halaman/absen/SourceSans3-Regular.ttf');
    expect(font.headers['content-type']).toBe('font/ttf');
    for (const path of ['desk.tsx', 'constructor', '..%2Fpages.ts'])
      expect((await server.inject(`/halaman/absen/${path}`)).statusCode).toBe(404);
  });

  it('shows the office, the event, and a code that changes every 20 seconds', async () => {
    const { world, venue, server } = await venueAt();
    await venue.invite('Siti Aminah', 'Nurhayati');
    const wall = await venue.wall();
    const first = await board(server, wall);
    expect(first).toMatchObject({
      office: 'PEMERINTAH KOTA TANGERANG · DINAS SOSIAL',
      event: {
        title: 'Pembinaan PSM dan TKSK',
        when: 'Rabu, 22 Mei 2024 pukul 08.00–12.00 WIB',
        place: 'TCC, Cimone',
      },
      zone: { name: 'Asia/Jakarta', label: 'WIB' },
      state: 'open',
      invited: 2,
      came: 0,
      arrivals: [],
    });
    expect(first.code?.changesAt).toBe(first.now + 20_000);

    const same = await server.inject(`${wall}/papan?versi=${first.revision}`);
    expect(same.statusCode).toBe(204);
    expect(Number(same.headers['x-now'])).toBe(first.now);

    await world.advance({ seconds: 20 });
    const second = await board(server, wall, first.revision);
    expect(second.code?.qr.path).not.toBe(first.code?.qr.path);
  });

  it('counts whoever is recorded, and forgets whoever is taken back', async () => {
    const { world, venue, server } = await venueAt();
    const [siti = 0] = await venue.invite('Siti Aminah', 'Nurhayati');
    const wall = await venue.wall();
    const desk = await venue.desk();
    const deed = recordDeed({ by: 'kader', kaderId: siti }, world.clock.now());
    await sendDeeds(server, desk, deed);
    const state = await board(server, wall);
    expect(state).toMatchObject({ came: 1, walkIns: 0 });
    expect(state.arrivals).toMatchObject([
      { number: 1, name: 'Siti Aminah', area: 'Karawaci Baru, Karawaci' },
    ]);
    expect(state.kecamatan.find(({ name }) => name === 'Karawaci')).toMatchObject({
      invited: 2,
      came: 1,
    });
    const undo: Deed = { ...deed, kind: 'undo', nonce: 'undo-0001', target: { nonce: deed.nonce } };
    await sendDeeds(server, desk, undo);
    expect(await board(server, wall, state.revision)).toMatchObject({ came: 0, arrivals: [] });
  });

  it('has no code while check-in is closed, nor when the event is cancelled', async () => {
    const { world, venue, server } = await venueAt();
    const wall = await venue.wall();
    await venue.checkIn.close(venue.accountId, venue.eventId);
    expect(await board(server, wall)).toMatchObject({ state: 'closed', code: null });
    await world.db.event.update({ where: { id: venue.eventId }, data: { status: 'CANCELLED' } });
    expect(await board(server, wall)).toMatchObject({ state: 'cancelled', code: null });
  });
});

describe('an address that opens nothing', () => {
  it('says so and what to do: forged, for the other page, expired', async () => {
    const { world, venue, server } = await venueAt();
    const [wall, desk] = [await venue.wall(), await venue.desk()];
    const forged = wall.replace(/..$/, 'AA');
    const crossed = desk.replace('/meja/', '/layar/');
    for (const address of [forged, crossed, '/layar/x', `/layar/${'x'.repeat(90)}`]) {
      const page = await server.inject(address);
      expect(page.statusCode).toBe(403);
      expect(page.body).toContain('tidak lengkap atau salah');
      expect(page.body).toContain('/absen');
      expect((await server.inject(`${address}/papan`)).json()).toEqual({ reason: 'forged' });
    }
    await world.clock.advanceTo('2024-05-23T00:30:00+07:00');
    for (const [address, path] of [
      [wall, 'papan'],
      [desk, 'daftar'],
      [desk, 'keadaan'],
    ]) {
      expect((await server.inject(address ?? '')).body).toContain('habis masa berlakunya');
      const answer = await server.inject(`${address}/${path}`);
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toEqual({ reason: 'expired' });
    }
  });

  it('is also the desk of somebody who is no longer staff', async () => {
    const { world, venue, server } = await venueAt();
    const [siti = 0] = await venue.invite('Siti Aminah');
    const desk = await venue.desk();
    await world.db.grant.updateMany({ data: { revokedAt: world.clock.now() } });
    expect((await server.inject(desk)).body).toContain('hanya untuk petugas');
    for (const path of ['daftar', 'keadaan'])
      expect((await server.inject(`${desk}/${path}`)).json()).toEqual({ reason: 'notStaff' });
    const deeds = [recordDeed({ by: 'kader', kaderId: siti }, world.clock.now())];
    const answer = await server.inject({
      method: 'POST',
      url: `${desk}/kiriman`,
      payload: { deeds },
    });
    expect(answer.statusCode).toBe(403);
    expect(await world.db.checkIn.count()).toBe(0);
  });

  it('is neither the board nor the desk of an event that is gone', async () => {
    const { world, venue, server } = await venueAt();
    const [wall, desk] = [await venue.wall(), await venue.desk()];
    await world.db.event.delete({ where: { id: venue.eventId } });
    for (const address of [`${wall}/papan`, `${desk}/daftar`, `${desk}/keadaan`]) {
      const answer = await server.inject(address);
      expect(answer.statusCode).toBe(404);
      expect(answer.json()).toEqual({ reason: 'unknownEvent' });
    }
  });
});
