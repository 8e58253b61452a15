import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import type {
  Deed,
  DeedsAnswer,
  DeskRoster,
  DeskState,
  WallState,
} from '../../src/features/check-in/page-contract.ts';
import type { DeskPerson } from '../../src/features/check-in/schema.ts';
import { openVenue } from '../support/venue.ts';
import { startWorld } from '../support/world.ts';

async function venueAt(at = '2024-05-22T07:00') {
  const world = await startWorld({ at });
  const venue = await openVenue(world);
  return { world, venue, server: world.pages() };
}

async function board(server: FastifyInstance, wall: string, version = ''): Promise<WallState> {
  const answer = await server.inject(`${wall}/papan?versi=${version}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

async function send(server: FastifyInstance, desk: string, ...deeds: Deed[]) {
  const answer = await server.inject({
    method: 'POST',
    url: `${desk}/kiriman`,
    payload: { deeds },
  });
  expect(answer.statusCode).toBe(200);
  return (answer.json() as DeedsAnswer).outcomes.map(({ outcome }) => outcome);
}

let made = 0;

function record(person: DeskPerson, at: Date, reason: string | null = null): Deed {
  made += 1;
  return { kind: 'record', nonce: `recording-${made}`, at: at.getTime(), person, reason };
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
    const deed = record({ by: 'kader', kaderId: siti }, world.clock.now());
    await send(server, desk, deed);
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
    await send(server, desk, undo);
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
    const deeds = [record({ by: 'kader', kaderId: siti }, world.clock.now())];
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

describe('the desk', () => {
  it('gets the whole roster once, invited or not, and no telephone numbers', async () => {
    const { world, venue, server } = await venueAt();
    await venue.invite('Siti Aminah');
    await world.onRoster({ name: 'Joko', kelurahan: 'Gebang Raya', phone: '+628129990001' });
    const answer = await server.inject({
      url: `${await venue.desk()}/daftar`,
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(answer.headers['content-encoding']).toBe('gzip');
    const plain = await server.inject(`${await venue.desk()}/daftar`);
    const roster = plain.json() as DeskRoster;
    expect(roster).toMatchObject({ invited: 1, people: [{ name: 'Joko' }, { invited: true }] });
    expect(roster.areas).toHaveLength(104);
    expect(plain.body).not.toContain('8129990001');
  });

  it('records once what is sent twice, at the time at which it was done', async () => {
    const { world, venue, server } = await venueAt();
    const [siti = 0] = await venue.invite('Siti Aminah');
    const desk = await venue.desk();
    const done = world.clock.now();
    const deed = record({ by: 'kader', kaderId: siti }, done);
    await world.advance({ minutes: 9 });
    const first = await send(server, desk, deed);
    expect(first).toMatchObject([
      { ok: true, already: false, arrival: { number: 1, at: done.getTime() } },
    ]);
    expect(await send(server, desk, deed)).toEqual(first);
    const other = record({ by: 'kader', kaderId: siti }, world.clock.now());
    expect(await send(server, desk, other)).toMatchObject([
      { ok: true, already: true, arrival: { number: 1, at: done.getTime() } },
    ]);
    expect(await world.db.checkIn.count()).toBe(1);
  });

  it('records guests and the uninvited with their reason, and by card whoever holds one', async () => {
    const { world, venue, server } = await venueAt();
    const desk = await venue.desk();
    const [siti = 0] = await venue.invite('Siti Aminah');
    const joko = await world.onRoster({ name: 'Joko', kelurahan: 'Gebang Raya' });
    const now = world.clock.now();
    const code = await venue.checkIn.card(siti);
    const guest: DeskPerson = {
      by: 'guest',
      name: 'Pak Lurah',
      jabatan: null,
      ...world.area({ kelurahan: 'Gebang Raya' }),
    };
    const outcomes = await send(
      server,
      desk,
      record({ by: 'kader', kaderId: joko }, now),
      record({ by: 'kader', kaderId: joko }, now, 'menggantikan teman'),
      record(guest, now, 'tamu kehormatan'),
      record({ by: 'card', code }, now),
      record({ by: 'card', code: code.replace(/.$/, '!') }, now),
      record({ by: 'kader', kaderId: 9_999 }, now),
    );
    expect(outcomes).toMatchObject([
      { ok: false, reason: 'not_invited' },
      { ok: true, arrival: { kaderId: joko, walkIn: true, number: 1 } },
      { ok: true, arrival: { guest: { name: 'Pak Lurah' }, walkIn: true, number: 2 } },
      { ok: true, arrival: { kaderId: siti, number: 3 } },
      { ok: false, reason: 'bad_card' },
      { ok: false, reason: 'unknown_person' },
    ]);
  });

  it('sees who came by whatever way, who left, and what it may no longer do', async () => {
    const { world, venue, server } = await venueAt();
    const desk = await venue.desk();
    const [siti = 0, nur = 0] = await venue.invite('Siti Aminah', 'Nurhayati');
    const now = world.clock.now();
    const deed = record({ by: 'kader', kaderId: siti }, now);
    await send(server, desk, deed);
    await world.advance({ minutes: 60 });
    const at = world.clock.now().getTime();
    const target = { nonce: deed.nonce };
    expect(
      await send(
        server,
        desk,
        { kind: 'leave', nonce: 'leave-0001', at, target },
        { kind: 'undo', nonce: 'undo-0002', at, target: { checkInId: 9_999 } },
      ),
    ).toMatchObject([
      { ok: true, arrival: { leftAt: at } },
      { ok: false, reason: 'gone' },
    ]);
    const state = (await server.inject(`${desk}/keadaan`)).json() as DeskState;
    expect(state).toMatchObject({ isOpen: true, arrivals: [{ kaderId: siti, leftAt: at }] });
    const same = await server.inject(`${desk}/keadaan?versi=${state.revision}`);
    expect(same.statusCode).toBe(204);

    await venue.checkIn.close(venue.accountId, venue.eventId);
    const later = await server.inject(`${desk}/keadaan?versi=${state.revision}`);
    expect(later.json()).toMatchObject({ isOpen: false });
    await world.advance({ minutes: 1 });
    expect(
      await send(
        server,
        desk,
        record({ by: 'kader', kaderId: nur }, world.clock.now()),
        // Done before the closing, without a network, and sent now.
        record({ by: 'kader', kaderId: nur }, now),
      ),
    ).toMatchObject([{ ok: false, reason: 'closed' }, { ok: true }]);
  });

  it('refuses what no desk sends, and reads nothing of another event by its nonce', async () => {
    const { world, venue, server } = await venueAt();
    const desk = await venue.desk();
    for (const payload of [{}, { deeds: [{ kind: 'erase' }] }, { deeds: Array(51).fill({}) }]) {
      const answer = await server.inject({ method: 'POST', url: `${desk}/kiriman`, payload });
      expect(answer.statusCode).toBe(400);
    }
    const [siti = 0] = await venue.invite('Siti Aminah');
    const deed = record({ by: 'kader', kaderId: siti }, world.clock.now());
    await send(server, desk, deed);
    const other = await openVenue(world);
    const at = world.clock.now().getTime();
    const undo: Deed = { kind: 'undo', nonce: 'undo-0003', at, target: { nonce: deed.nonce } };
    expect(await send(server, await other.desk(), undo)).toEqual([{ ok: false, reason: 'gone' }]);
  });
});
