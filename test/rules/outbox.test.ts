import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backoffMs,
  HEALTHY,
  healthAfter,
  isAlreadyDone,
  isExpired,
  outcomeOf,
  outcomeOfEvidence,
} from '../../src/features/outbox/rules.ts';
import {
  createdMessageNumber,
  createsMessage,
  type SendFailure,
  writesToChat,
} from '../../src/platform/telegram.ts';

const now = new Date('2024-05-20T01:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const message = { method: 'sendMessage', attempts: 0 };
const edit = { method: 'editMessageText', attempts: 0 };

describe('what a failed request means for its row', () => {
  it('marks who cannot be reached, and fails what Telegram refuses', () => {
    const blocked = 'Forbidden: bot was blocked by the user';
    expect(outcomeOf({ kind: 'blocked', description: blocked }, message, now)).toEqual({
      kind: 'blocked',
      reason: blocked,
    });
    const tooLong = 'Bad Request: message is too long';
    expect(outcomeOf({ kind: 'rejected', description: tooLong }, message, now)).toEqual({
      kind: 'failed',
      reason: tooLong,
    });
  });

  it('puts back untouched what never left', () => {
    const failures: SendFailure[] = [
      { kind: 'flood', retryAfterMs: 1000 },
      { kind: 'not_sent', cause: 'connect ECONNREFUSED' },
      { kind: 'unauthorized' },
    ];
    for (const failure of failures) {
      expect(outcomeOf(failure, message, now)).toEqual({ kind: 'released' });
    }
  });

  it('tries again after a bad answer of the server, later each time, and not for ever', () => {
    const failure: SendFailure = { kind: 'server', description: '502 Bad Gateway' };
    expect(outcomeOf(failure, message, now)).toEqual({
      kind: 'later',
      at: later(1000),
      reason: '502 Bad Gateway',
    });
    expect(outcomeOf(failure, { ...message, attempts: 3 }, now)).toMatchObject({ at: later(8000) });
    expect(outcomeOf(failure, { ...message, attempts: 9 }, now).kind).toBe('failed');
  });

  it('doubts only what may have made a message; anything else is repeated', () => {
    const failure: SendFailure = { kind: 'doubt', cause: 'socket hang up' };
    expect(outcomeOf(failure, message, now).kind).toBe('doubt');
    expect(outcomeOf(failure, edit, now).kind).toBe('later');
  });

  it('takes "already so" for done', () => {
    const same = 'Bad Request: message is not modified: specified new message content …';
    expect(outcomeOf({ kind: 'rejected', description: same }, edit, now)).toEqual({
      kind: 'sent',
      messageNumber: null,
    });
    expect(isAlreadyDone('deleteMessage', 'Bad Request: message to delete not found')).toBe(true);
    expect(isAlreadyDone('sendMessage', same)).toBe(false);
    expect(isAlreadyDone('editMessageText', 'Bad Request: message to edit not found')).toBe(false);
  });

  it('follows a group to its new id', () => {
    expect(outcomeOf({ kind: 'moved', chatId: -1001 }, message, now)).toEqual({
      kind: 'moved',
      chatId: -1001,
    });
  });

  it('backs off longer each time, up to five minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (attempts) => {
        expect(backoffMs(attempts + 1)).toBeGreaterThanOrEqual(backoffMs(attempts));
        expect(backoffMs(attempts)).toBeLessThanOrEqual(300_000);
      }),
    );
  });
});

describe('what follows from the evidence', () => {
  const fresh = { attempts: 1 };

  it('is that it was sent, or that it is sent again', () => {
    expect(outcomeOfEvidence('proven', fresh, 17, now)).toEqual({
      kind: 'sent',
      messageNumber: 17,
      evidence: 'proven',
    });
    expect(outcomeOfEvidence('disproven', fresh, null, now)).toMatchObject({
      kind: 'later',
      at: now,
      evidence: 'disproven',
    });
    expect(outcomeOfEvidence('undecided', fresh, null, now)).toMatchObject({
      kind: 'later',
      evidence: 'undecided',
    });
  });

  it('is uncertain for good after five times undecided, or ten times in doubt', () => {
    const kinds = (evidence: 'undecided' | 'disproven') =>
      [4, 5, 9, 10].map((attempts) => outcomeOfEvidence(evidence, { attempts }, null, now).kind);
    expect(kinds('undecided')).toEqual(['later', 'unsettled', 'unsettled', 'unsettled']);
    expect(kinds('disproven')).toEqual(['later', 'later', 'later', 'unsettled']);
  });

  it('is a pause before yet another try', () => {
    expect(outcomeOfEvidence('undecided', { attempts: 3 }, null, now)).toMatchObject({
      at: later(4000),
    });
  });
});

describe('the way to Telegram', () => {
  const refused: SendFailure = { kind: 'not_sent', cause: 'connect ECONNREFUSED' };
  const bad: SendFailure = { kind: 'server', description: '502' };

  it('is closed at once when nobody is there, and longer each time', () => {
    let health = healthAfter(HEALTHY, refused, now);
    expect(health.until).toEqual(later(1000));
    health = healthAfter(health, refused, later(1000));
    expect(health.until).toEqual(later(3000));
    for (let tries = 0; tries < 10; tries++) {
      health = healthAfter(health, refused, health.until ?? now);
    }
    const last = healthAfter(health, refused, health.until ?? now);
    expect((last.until?.getTime() ?? 0) - (health.until?.getTime() ?? 0)).toBe(30_000);
  });

  it('is closed by the third bad answer in a row, not by one', () => {
    const once = healthAfter(HEALTHY, bad, now);
    expect(once.until).toBeNull();
    expect(healthAfter(healthAfter(once, bad, now), bad, now).until).toEqual(later(4000));
  });

  it('is not closed for longer by what left before it was closed', () => {
    const closed = healthAfter(HEALTHY, refused, now);
    expect(healthAfter(closed, refused, later(500))).toBe(closed);
  });

  it('is open again with any answer, a refusal included', () => {
    const closed = healthAfter(HEALTHY, refused, now);
    expect(healthAfter(closed, null, now)).toBe(HEALTHY);
    expect(healthAfter(closed, { kind: 'blocked', description: '' }, now)).toBe(HEALTHY);
  });

  it('waits a minute for a token that is refused', () => {
    expect(healthAfter(HEALTHY, { kind: 'unauthorized' }, now).until).toEqual(later(60_000));
  });
});

describe('methods', () => {
  it('are told apart by whether they make a message and whether they write into a chat', () => {
    for (const method of ['sendMessage', 'sendPhoto', 'copyMessage', 'forwardMessage']) {
      expect(createsMessage(method)).toBe(true);
      expect(writesToChat(method)).toBe(true);
    }
    for (const method of ['editMessageText', 'deleteMessage', 'pinChatMessage']) {
      expect(createsMessage(method)).toBe(false);
      expect(writesToChat(method)).toBe(true);
    }
    for (const method of ['answerCallbackQuery', 'getUpdates', 'sendChatAction', 'setMyCommands']) {
      expect(writesToChat(method)).toBe(false);
    }
  });

  it('give the number of the message they made, and of no other', () => {
    expect(createdMessageNumber('sendMessage', { message_id: 5 })).toBe(5);
    expect(createdMessageNumber('copyMessage', { message_id: 6 })).toBe(6);
    expect(createdMessageNumber('sendMediaGroup', [{ message_id: 7 }, { message_id: 8 }])).toBe(7);
    expect(createdMessageNumber('editMessageText', { message_id: 5 })).toBeNull();
    expect(createdMessageNumber('sendMessage', true)).toBeNull();
  });
});

describe('expiry', () => {
  it('is reached at the very instant', () => {
    expect(isExpired({ expiresAt: now }, now)).toBe(true);
    expect(isExpired({ expiresAt: later(1) }, now)).toBe(false);
    expect(isExpired({ expiresAt: null }, now)).toBe(false);
  });
});
