import { sign } from '../../platform/server-secret.ts';

/** How long one code stands on the wall (ms). */
export const rotationMs = 20_000;
/** How much longer it is taken, as slow phones need to read it and to open Telegram (ms). */
const graceMs = 40_000;
/** How far Telegram's clock may be behind ours (ms). */
const skewMs = rotationMs;
/** 60 bits: out of reach for guessing through a chat, and few enough for a QR with large squares. */
const codeLength = 10;

/** The number of the rotation that an instant lies in, counted from 1970. */
export function rotationAt(at: Date): number {
  return Math.floor(at.getTime() / rotationMs);
}

/** When the code of an instant gives way to the next one. */
export function codeChangesAt(at: Date): Date {
  return new Date((rotationAt(at) + 1) * rotationMs);
}

/** The code on the wall at an instant: 10 characters of base64url, those of `start` parameters. */
export function wallCode(key: string, eventId: number, at: Date): string {
  return codeOf(key, eventId, rotationAt(at));
}

/** Whether a code stood on this event's wall at that instant or not long before. */
export function isWallCode(key: string, eventId: number, code: string, at: Date): boolean {
  const first = rotationAt(new Date(at.getTime() - graceMs));
  const last = rotationAt(new Date(at.getTime() + skewMs));
  for (let rotation = first; rotation <= last; rotation += 1)
    if (codeOf(key, eventId, rotation) === code) return true;
  return false;
}

/** The `start` parameter behind the code on the wall. */
export function wallParameter(eventId: number, code: string): string {
  return `hadir_${eventId}_${code}`;
}

/** The rest of a `hadir_…` parameter; null when it is none that the bot made. */
export function readWallParameter(rest: string): { eventId: number; code: string } | null {
  const [, eventId, code] = /^(\d{1,9})_([\w-]{10})$/.exec(rest) ?? [];
  return eventId === undefined || code === undefined ? null : { eventId: Number(eventId), code };
}

function codeOf(key: string, eventId: number, rotation: number): string {
  return sign(key, 'wall', `${eventId}.${rotation}`).slice(0, codeLength);
}
