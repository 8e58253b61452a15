import { describe, expect, it } from 'vitest';
import type { Deed, DeskRoster, DeskState } from '../../src/features/check-in/page-contract.ts';
import type { DeskPerson } from '../../src/features/check-in/schema.ts';
import { openVenue, recordDeed, sendDeeds, venueAt } from '../support/venue.ts';

describe('the desk and its server', () => {
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
    const deed = recordDeed({ by: 'kader', kaderId: siti }, done);
    await world.advance({ minutes: 9 });
    const first = await sendDeeds(server, desk, deed);
    expect(first).toMatchObject([
      { ok: true, already: false, arrival: { number: 1, at: done.getTime() } },
    ]);
    expect(await sendDeeds(server, desk, deed)).toEqual(first);
    const other = recordDeed({ by: 'kader', kaderId: siti }, world.clock.now());
    expect(await sendDeeds(server, desk, other)).toMatchObject([
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
    const outcomes = await sendDeeds(
      server,
      desk,
      recordDeed({ by: 'kader', kaderId: joko }, now),
      recordDeed({ by: 'kader', kaderId: joko }, now, 'menggantikan teman'),
      recordDeed(guest, now, 'tamu kehormatan'),
      recordDeed({ by: 'card', code }, now),
      recordDeed({ by: 'card', code: code.replace(/.$/, '!') }, now),
      recordDeed({ by: 'kader', kaderId: 9_999 }, now),
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
    const deed = recordDeed({ by: 'kader', kaderId: siti }, now);
    await sendDeeds(server, desk, deed);
    await world.advance({ minutes: 60 });
    const at = world.clock.now().getTime();
    const target = { nonce: deed.nonce };
    expect(
      await sendDeeds(
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
      await sendDeeds(
        server,
        desk,
        recordDeed({ by: 'kader', kaderId: nur }, world.clock.now()),
        // Done before the closing, without a network, and sent now.
        recordDeed({ by: 'kader', kaderId: nur }, now),
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
    const deed = recordDeed({ by: 'kader', kaderId: siti }, world.clock.now());
    await sendDeeds(server, desk, deed);
    const other = await openVenue(world);
    const at = world.clock.now().getTime();
    const undo: Deed = { kind: 'undo', nonce: 'undo-0003', at, target: { nonce: deed.nonce } };
    expect(await sendDeeds(server, await other.desk(), undo)).toEqual([
      { ok: false, reason: 'gone' },
    ]);
  });

  it('hears whom a guest seems to be whom another desk wrote down, and keeps one of the two', async () => {
    const { world, venue, server } = await venueAt();
    const desk = await venue.desk();
    const now = world.clock.now();
    const lastri: DeskPerson = {
      by: 'guest',
      name: 'Lastri Handayani',
      jabatan: null,
      ...world.area({ kelurahan: 'Cimone' }),
    };
    const one = recordDeed(lastri, now, 'mendampingi');
    const other = recordDeed(lastri, now, 'mendampingi');
    expect(await sendDeeds(server, desk, one)).toMatchObject([
      { ok: true, arrival: { number: 1 } },
    ]);
    const told = await sendDeeds(server, desk, other);
    expect(told).toMatchObject([{ ok: true, arrival: { number: 2 }, double: { number: 1 } }]);
    // Its answer was lost on the way.
    expect(await sendDeeds(server, desk, other)).toEqual(told);
    const third = recordDeed({ ...lastri, isAnother: true }, now, 'mendampingi');
    const [asked] = await sendDeeds(server, desk, third);
    expect(asked).not.toHaveProperty('double');

    const at = now.getTime();
    const undo = (nonce: string): Deed => ({
      kind: 'undo',
      nonce: `undo-${nonce}`,
      at,
      target: { nonce },
      onlyDouble: true,
    });
    await venue.checkIn.undo(await venue.keeper(), venue.eventId, { nonce: one.nonce });
    expect(await sendDeeds(server, desk, undo(other.nonce), undo(third.nonce))).toMatchObject([
      { ok: true },
      { ok: false, reason: 'no_double' },
    ]);
  });

  it('gets the page itself packed, as a hall shares one network', async () => {
    const { server } = await venueAt();
    const headers = { 'accept-encoding': 'gzip' };
    const script = await server.inject({ url: '/halaman/absen/desk.js', headers });
    expect(script.headers['content-encoding']).toBe('gzip');
    expect(script.rawPayload.length).toBeLessThan(20_000);
  });
});
