import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Answer,
  decideAnswer,
  decideRecording,
  type Invitation,
  isStillAsked,
  readReason,
  type StandingAnswer,
} from '../../src/features/attendance/rules.ts';
import { everyone } from '../../src/features/kader/schema.ts';
import { useZone } from '../../src/text/format.ts';

beforeAll(() => useZone('Asia/Jakarta'));

const at = (local: string) => new Date(`${local}:00+07:00`);
const now = at('2024-05-10T09:00');

const invitation = (
  answer: StandingAnswer | null,
  status: 'OPEN' | 'CANCELLED' = 'OPEN',
): Invitation => ({
  id: 1,
  kaderId: 1,
  answer,
  event: {
    id: 1,
    title: 'Pembinaan',
    startsAt: at('2024-05-22T08:00'),
    endsAt: null,
    place: 'TCC',
    audience: everyone,
    answerDeadline: at('2024-05-20T23:59'),
    status,
    createdById: 1,
    createdAt: now,
    invitedAt: now,
  },
});

const hadir: Answer = { choice: 'HADIR', reason: null };
const sakit: Answer = { choice: 'IZIN', reason: 'sakit' };

describe('an answer', () => {
  it('is recorded while answers are taken', () => {
    expect(decideAnswer(invitation(null), hadir, now)).toEqual({ record: true });
    expect(decideAnswer(invitation(hadir), sakit, now)).toEqual({ record: true });
    expect(decideAnswer(invitation(sakit), { ...sakit, reason: 'kerja' }, now)).toEqual({
      record: true,
    });
  });

  it('counts once', () => {
    expect(decideAnswer(invitation(hadir), hadir, now)).toEqual({
      record: false,
      reason: 'unchanged',
    });
    expect(decideAnswer(invitation(sakit), { ...sakit }, now)).toMatchObject({ record: false });
  });

  it('that somebody else recorded becomes the own one when it is repeated', () => {
    const recorded = { ...hadir, recordedBy: 'Bu Ani' };
    expect(decideAnswer(invitation(recorded), hadir, now)).toEqual({ record: true });
    expect(decideRecording(invitation(recorded), hadir, now)).toEqual({
      record: false,
      reason: 'unchanged',
    });
  });

  it('is recorded for somebody after the deadline too, but not after the event', () => {
    const recording = (when: string, status?: 'CANCELLED') =>
      decideRecording(invitation(null, status), hadir, at(when));
    expect(recording('2024-05-10T09:00')).toEqual({ record: true });
    expect(recording('2024-05-22T10:00')).toEqual({ record: true });
    expect(recording('2024-05-23T00:00')).toEqual({ record: false, reason: 'over' });
    expect(recording('2024-05-10T09:00', 'CANCELLED')).toEqual({
      record: false,
      reason: 'cancelled',
    });
  });

  it('is not taken after the deadline, after the event, or when it was cancelled', () => {
    const late = (when: string) => decideAnswer(invitation(null), hadir, at(when));
    expect(late('2024-05-21T00:00')).toEqual({ record: false, reason: 'closed' });
    expect(late('2024-05-23T00:00')).toEqual({ record: false, reason: 'over' });
    expect(decideAnswer(invitation(null, 'CANCELLED'), hadir, now)).toEqual({
      record: false,
      reason: 'cancelled',
    });
  });
});

describe('the reason of an izin', () => {
  it.each([
    ['anak sakit', 'anak sakit'],
    ['  lagi di luar kota,\n jaga ibu  ', 'lagi di luar kota, jaga ibu'],
    ['ada hajatan di kampung', 'ada hajatan di kampung'],
    ['ikut seminar kantor', 'ikut seminar kantor'],
    ['tidak bisa, dinas malam', 'tidak bisa, dinas malam'],
  ])('%j', (said, reason) => {
    expect(readReason(said)).toEqual({ ok: true, reason });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['?', 'too_short'],
    ['👍', 'too_short'],
    ['123', 'too_short'],
    ['/agenda', 'not_a_reason'],
    ['hadir', 'not_a_reason'],
    ['eh jadi hadir bu', 'not_a_reason'],
    ['Maaf salah pencet, saya hadir', 'not_a_reason'],
    ['tidak bisa datang', 'not_a_reason'],
    ['ok siap', 'not_a_reason'],
    ['x'.repeat(201), 'too_long'],
  ])('not %j', (said, reason) => {
    expect(readReason(said)).toEqual({ ok: false, reason });
  });

  it('is waited for an hour', () => {
    expect(isStillAsked(now, at('2024-05-10T10:00'))).toBe(true);
    expect(isStillAsked(now, at('2024-05-10T10:01'))).toBe(false);
  });
});
