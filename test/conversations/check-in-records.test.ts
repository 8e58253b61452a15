import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/features/check-in/schema.ts';
import { type HallOptions, openHall } from '../support/hall.ts';

const siti = { name: 'Siti Aminah', kelurahan: 'Bugel' };
const budi = { name: 'Budi Santoso', kelurahan: 'Cimone' };
const wib = (time: string) => new Date(`2024-05-22T${time}:00+07:00`);

async function desk(options: HallOptions = { withTelegram: false }) {
  const opened = await openHall([siti, budi], options);
  const { world, eventId } = opened;
  const keeper = await opened.keeper();
  const recordingOf = (change: Partial<Recording> = {}): Recording => ({
    eventId,
    person: { by: 'kader', kaderId: 1 },
    reason: null,
    at: world.clock.now(),
    nonce: 'nonce-0001',
    ...change,
  });
  return { ...opened, keeper, recordingOf };
}

describe('a desk that sends later', () => {
  it('is believed about the time, and may send the same thing again', async () => {
    const { world, keeper, recordingOf, checkIn, records, deeds } = await desk();
    const recording = recordingOf({ at: wib('07:40') });
    await world.clock.advanceTo(wib('09:00'));
    const first = await checkIn.record(keeper, recording);
    expect(first).toMatchObject({ ok: true, repeated: false, checkIn: { number: 1 } });
    const again = await checkIn.record(keeper, recording);
    expect(again).toMatchObject({ ok: true, repeated: true, checkIn: { number: 1 } });
    expect(await records()).toMatchObject([{ at: wib('07:40') }]);
    expect(await deeds()).toEqual(['check-in.open', 'check-in.record']);
  });

  it('also after the close, about what happened before it', async () => {
    const { world, agus, keeper, recordingOf, checkIn } = await desk();
    await world.clock.advanceTo(wib('09:00'));
    await agus.taps('Tutup absen');
    agus.looksAway();
    expect(await checkIn.record(keeper, recordingOf({ at: wib('08:59') }))).toMatchObject({
      ok: true,
    });
    const after = recordingOf({
      at: wib('09:00'),
      nonce: 'nonce-0002',
      person: { by: 'kader', kaderId: 2 },
    });
    expect(await checkIn.record(keeper, after)).toEqual({ ok: false, reason: 'closed' });
  });

  it('a clock that is wrong puts nobody before the opening or into the future', async () => {
    const { world, keeper, recordingOf, checkIn, records } = await desk();
    await world.clock.advanceTo(wib('08:00'));
    await checkIn.record(keeper, recordingOf({ at: wib('03:00') }));
    await checkIn.record(
      keeper,
      recordingOf({ at: wib('23:00'), nonce: null, person: { by: 'kader', kaderId: 2 } }),
    );
    expect(await records()).toMatchObject([{ at: wib('07:30') }, { at: wib('08:00') }]);
  });

  it('hears that somebody is there already, since when and by which way', async () => {
    const { people, keeper, recordingOf, checkIn, wall } = await desk({ withTelegram: true });
    await people[0]?.follows(await wall());
    people[0]?.looksAway();
    expect(await checkIn.record(keeper, recordingOf())).toMatchObject({
      ok: false,
      reason: 'already',
      checkIn: { number: 1, via: 'SCAN', at: wib('07:30') },
    });
  });

  it('never brings back what another desk took back later, by its row or by its nonce', async () => {
    const { world, keeper, recordingOf, checkIn, records, eventId } = await desk();
    await checkIn.record(keeper, recordingOf());
    await world.clock.advanceTo(wib('07:50'));
    const undone = await checkIn.undo(keeper, eventId, { nonce: 'nonce-0001' });
    expect(undone).toMatchObject({ ok: true, changed: true });
    expect(await checkIn.undo(keeper, eventId, { nonce: 'nonce-0001' })).toMatchObject({
      ok: true,
      changed: false,
    });
    expect(await checkIn.record(keeper, recordingOf())).toMatchObject({ reason: 'undone' });
    const older = recordingOf({ nonce: 'nonce-0002', at: wib('07:45') });
    expect(await checkIn.record(keeper, older)).toMatchObject({ reason: 'undone' });
    const newer = recordingOf({ nonce: 'nonce-0003', at: wib('07:50') });
    expect(await checkIn.record(keeper, newer)).toMatchObject({ ok: true });
    expect(await records()).toMatchObject([{ number: 1, undoneAt: null }]);
  });

  it('undone before its receipt left, nobody hears of either', async () => {
    const { world, keeper, recordingOf, checkIn, eventId } = await desk({ withTelegram: true });
    await world.app.stopSending();
    await checkIn.record(keeper, recordingOf());
    await checkIn.undo(keeper, eventId, { nonce: 'nonce-0001' });
    const letters = await world.db.outboxMessage.findMany({
      where: { dedupeKey: { startsWith: 'check-in' } },
    });
    expect(letters).toMatchObject([{ status: 'CANCELLED' }]);
  });

  it('many at once, some twice: none lost, none doubled, the numbers without gaps', async () => {
    const { world, keeper, recordingOf, checkIn, records } = await desk();
    const ids: number[] = [];
    for (let n = 0; n < 12; n += 1)
      ids.push(await world.onRoster({ name: `Kader ${n}`, kelurahan: 'Cimone' }));
    const recordings = ids.map((kaderId) =>
      recordingOf({
        person: { by: 'kader', kaderId },
        reason: 'Diminta datang',
        nonce: `nonce-${1_000 + kaderId}`,
      }),
    );
    await Promise.all(
      [...recordings, ...recordings].map((recording) => checkIn.record(keeper, recording)),
    );
    const rows = await records();
    expect(rows.map(({ number }) => number)).toEqual(ids.map((_, index) => index + 1));
    expect(new Set(rows.map(({ kaderId }) => kaderId)).size).toBe(ids.length);
  });

  it('a nonce counts at its own event only', async () => {
    const { world, keeper, recordingOf, checkIn } = await desk();
    await checkIn.record(keeper, recordingOf());
    const other = await world.db.event.create({
      data: {
        title: 'Lain',
        startsAt: wib('08:00'),
        place: 'Aula',
        audience: { include: [] },
        answerDeadline: wib('08:00'),
        status: 'OPEN',
        createdById: keeper.accountId,
        createdAt: wib('07:00'),
        checkInOpenedAt: wib('07:00'),
        checkInKey: 'key',
      },
    });
    const there = recordingOf({ eventId: other.id, reason: 'Diminta datang' });
    expect(await checkIn.record(keeper, there)).toMatchObject({ ok: true, repeated: false });
  });

  it('whom it cannot mean is refused', async () => {
    const { world, keeper, recordingOf, checkIn, eventId } = await desk();
    const gone = await world.onRoster({ name: 'Mantan', kelurahan: 'Cimone' });
    await world.db.kader.update({ where: { id: gone }, data: { status: 'LEFT' } });
    const record = (person: Recording['person']) =>
      checkIn.record(keeper, recordingOf({ person, nonce: null, reason: 'x y' }));
    expect(await record({ by: 'kader', kaderId: gone })).toMatchObject({
      reason: 'unknown_person',
    });
    expect(await record({ by: 'kader', kaderId: 9_999 })).toMatchObject({
      reason: 'unknown_person',
    });
    expect(await record({ by: 'card', code: 'kartu_1_salah' })).toMatchObject({
      reason: 'bad_card',
    });
    expect(await checkIn.record(keeper, recordingOf({ eventId: 9_999 }))).toMatchObject({
      reason: 'unknown',
    });
    for (const target of [{ checkInId: 9_999 }, { nonce: 'nonce-9999' }])
      expect(await checkIn.undo(keeper, eventId, target)).toEqual({ ok: false, reason: 'unknown' });
  });
});

describe('the board', () => {
  it('counts the invited and the uninvited apart, by kecamatan, with the latest names', async () => {
    const { world, people, keeper, recordingOf, checkIn, eventId, wall } = await desk({
      withTelegram: true,
    });
    await people[0]?.follows(await wall());
    people[0]?.looksAway();
    await world.clock.advance(1_000);
    const guest = { by: 'guest', name: 'Lastri', jabatan: null } as const;
    await checkIn.record(
      keeper,
      recordingOf({
        person: { ...guest, kecamatanCode: null, kelurahanCode: null },
        reason: 'Diminta datang',
      }),
    );
    const board = await checkIn.board(eventId);
    expect(board).toMatchObject({ state: 'open', invited: 2, came: 1, walkIns: 1, leftEarly: 0 });
    expect(board?.kecamatan).toEqual([{ code: '36.71.07', name: 'Karawaci', invited: 2, came: 1 }]);
    expect(board?.latest.map(({ number, attendee }) => [number, attendee.name])).toEqual([
      [2, 'Lastri'],
      [1, 'Siti Aminah'],
    ]);
  });

  it('has another revision after whatever changes it, and the same while nothing does', async () => {
    const { world, keeper, recordingOf, checkIn, eventId } = await desk();
    const seen = new Set<string>();
    const changes = async () => {
      const revision = await checkIn.revision(eventId);
      expect(await checkIn.revision(eventId)).toBe(revision);
      expect((await checkIn.board(eventId))?.revision).toBe(revision);
      expect(seen).not.toContain(revision);
      seen.add(revision ?? '');
    };
    await changes();
    await checkIn.record(keeper, recordingOf());
    await changes();
    await checkIn.leave(keeper, eventId, { nonce: 'nonce-0001' }, world.clock.now());
    await changes();
    await world.clock.advance(1_000);
    await checkIn.undo(keeper, eventId, { nonce: 'nonce-0001' });
    await changes();
    await world.clock.advance(20_000);
    await changes();
    await checkIn.close(keeper.accountId, eventId);
    await changes();
    expect(await checkIn.revision(9_999)).toBeNull();
  });

  it('shows a code while check-in is open, another one every twenty seconds', async () => {
    const { world, agus, checkIn, eventId } = await desk();
    const first = (await checkIn.board(eventId))?.code;
    expect(first?.parameter).toMatch(new RegExp(`^hadir_${eventId}_[\\w-]{10}$`));
    await world.clock.advanceTo(first?.changesAt ?? new Date());
    const second = (await checkIn.board(eventId))?.code;
    expect(second?.parameter).not.toBe(first?.parameter);
    await agus.taps('Tutup absen');
    agus.looksAway();
    expect((await checkIn.board(eventId))?.code).toBeNull();
  });
});
