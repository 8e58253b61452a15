import { createHash } from 'node:crypto';
import type { Ports } from '../../platform/ports.ts';
import type { Event } from '../event/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { countByKecamatan, readMarks } from './board-repository.ts';
import { findGate, listCheckIns } from './repository.ts';
import { type CheckIn, type Gate, type GateState, gateState, scansFrom } from './rules.ts';
import { codeChangesAt, rotationAt, wallCode, wallParameter } from './wall-code.ts';

/** An event's check-in as the projector and the card of `/absen` show it. */
export interface Board {
  event: Event;
  state: GateState;
  /** Another whenever anything here is another, the code on the wall included. */
  revision: string;
  /** Since when, until when, and from when scans count. */
  openedAt: Date | null;
  closedAt: Date | null;
  scansFrom: Date | null;
  /** The `start` parameter on the wall and when the next one takes its place; null while none is taken. */
  code: { parameter: string; changesAt: Date } | null;
  invited: number;
  /** Of the invited. */
  came: number;
  /** Those who came uninvited. */
  walkIns: number;
  leftEarly: number;
  /** In the order of the official codes. */
  kecamatan: { code: string; name: string; invited: number; came: number }[];
  /** The latest first. */
  latest: CheckIn[];
}

/** What can be looked at of a check-in. */
export interface Boards {
  /** Null when there is no such event. */
  board(eventId: number): Promise<Board | null>;
  /** The revision of the board alone: what a page may ask for every second. */
  revision(eventId: number): Promise<string | null>;
}

const latestShown = 6;

export function createBoards({ db, clock }: Ports, wilayah: Wilayah): Boards {
  return {
    async board(eventId) {
      const gate = await findGate(db, eventId);
      if (gate === null) return null;
      const now = clock.now();
      // Before the rest: what comes between the two makes the next revision another.
      const revision = await revisionOf(gate, now);
      const [marks, counts, latest] = await Promise.all([
        readMarks(db, eventId),
        countByKecamatan(db, eventId),
        listCheckIns(db, eventId, latestShown),
      ]);
      const came = sum(counts, (count) => count.came);
      return {
        event: gate.event,
        state: gateState(gate, now),
        revision,
        openedAt: gate.openedAt,
        closedAt: gate.closedAt,
        scansFrom: scansFrom(gate),
        code: codeOf(gate, now),
        invited: sum(counts, (count) => count.invited),
        came,
        walkIns: Math.max(0, marks.present - came),
        leftEarly: marks.left,
        kecamatan: counts.map(({ kecamatanCode, ...count }) => ({
          code: kecamatanCode,
          name: wilayah.findKecamatan(kecamatanCode)?.name ?? kecamatanCode,
          ...count,
        })),
        latest,
      };
    },

    async revision(eventId) {
      const gate = await findGate(db, eventId);
      return gate === null ? null : revisionOf(gate, clock.now());
    },
  };

  async function revisionOf(gate: Gate, now: Date): Promise<string> {
    const { event } = gate;
    const marks = await readMarks(db, event.id);
    const shown = [event.title, event.place, event.startsAt, event.endsAt, event.status];
    const opening = [gate.openedAt, gate.closedAt, rotationAt(now)];
    return createHash('sha256')
      .update(JSON.stringify([marks, shown, opening]))
      .digest('base64url')
      .slice(0, 16);
  }
}

function codeOf(gate: Gate, now: Date): Board['code'] {
  const { event, key } = gate;
  if (key === null || gateState(gate, now) !== 'open') return null;
  return {
    parameter: wallParameter(event.id, wallCode(key, event.id, now)),
    changesAt: codeChangesAt(now),
  };
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
