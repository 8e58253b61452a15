/** What the projector's and the desk's pages and the server tell each other, as JSON. Instants are in ms. */
import type { QrPath } from '../../platform/qr-path.ts';
import type { GateState } from './rules.ts';
import type { CheckInTarget, DeskPerson } from './schema.ts';

/** What every answer begins with. */
interface Stamped {
  /** The server's clock, from which a page learns how far its own is off. */
  now: number;
}

/** How the page writes times: the city's zone and what is written behind a time. */
export interface PageZone {
  name: string;
  label: string;
}

export interface PageEvent {
  id: number;
  title: string;
  /** `Rabu, 22 Mei 2024 pukul 08.00–12.00 WIB` */
  when: string;
  place: string;
}

/** `GET layar/KEY/papan?versi=…`; 204 when nothing but the time has changed. */
export interface WallState extends Stamped {
  revision: string;
  /** The office that invites, as on its letterhead. */
  office: string;
  event: PageEvent;
  zone: PageZone;
  state: Exclude<GateState, 'unknown'>;
  /** Null unless check-in is open. */
  code: { qr: QrPath; changesAt: number; rotationMs: number } | null;
  invited: number;
  /** Of those invited. */
  came: number;
  walkIns: number;
  kecamatan: { name: string; invited: number; came: number }[];
  /** The newest first. */
  arrivals: { number: number; name: string; area: string; at: number }[];
}

/** Somebody on the roster, as a desk keeps them on the device. */
export interface RosterEntry {
  id: number;
  name: string;
  jabatan: string;
  /** `Karawaci Baru, Karawaci`; of a TKSK `Kecamatan Karawaci` */
  area: string;
  invited: boolean;
}

/** A kelurahan that a guest may come from. */
export interface DeskArea {
  kecamatanCode: string;
  kelurahanCode: string;
  name: string;
}

/** `GET meja/KEY/daftar`: what a desk needs to work without a network. */
export interface DeskRoster extends Stamped {
  event: PageEvent;
  zone: PageZone;
  invited: number;
  people: RosterEntry[];
  areas: DeskArea[];
}

/** Somebody who came; what is not so is left out, as there may be a thousand of them. */
export interface DeskArrival {
  checkInId: number;
  number: number;
  at: number;
  /** Absent for a guest who is on no roster. */
  kaderId?: number;
  guest?: { name: string; area: string };
  /** By the code on the wall, and not at a desk. */
  byScan?: true;
  walkIn?: true;
  leftAt?: number;
}

/** `GET meja/KEY/keadaan?versi=…`; 204 when nothing but the time has changed. */
export interface DeskState extends Stamped {
  revision: string;
  isOpen: boolean;
  arrivals: DeskArrival[];
}

/** Something done at a desk, kept on its device until the server has answered. `at` by the server's clock. */
export type Deed =
  | { kind: 'record'; nonce: string; at: number; person: DeskPerson; reason: string | null }
  /** `stay`: they do not leave early after all. */
  | { kind: 'leave' | 'stay'; nonce: string; at: number; target: CheckInTarget }
  /** `onlyDouble`: as one of two that seem to be the same person. */
  | {
      kind: 'undo';
      nonce: string;
      at: number;
      target: CheckInTarget;
      onlyDouble?: boolean | undefined;
    };

/** What became of a deed; whatever it says, the server need not be asked again. */
export type DeedOutcome =
  /** `double`: whom the guest just recorded seems to be, who was there already. */
  | { ok: true; arrival: DeskArrival; already: boolean; double?: DeskArrival }
  | { ok: false; reason: DeedRefusal };

export type DeedRefusal =
  | 'unknown'
  | 'cancelled'
  | 'not_open'
  | 'closed'
  | 'not_invited'
  | 'unknown_person'
  | 'bad_card'
  | 'outside_area'
  /** Recorded before, and taken back since. */
  | 'undone'
  /** The record to be taken back, or of whoever leaves, is not there. */
  | 'gone'
  /** Of two that seemed to be the same person the other one was taken back already. */
  | 'no_double';

/** `POST meja/KEY/kiriman` */
export interface DeedsAnswer extends Stamped {
  outcomes: { nonce: string; outcome: DeedOutcome }[];
}

/** Why a page gets nothing any more: 403, or 404 for an event that is gone. */
export interface PageRefusal {
  reason: 'forged' | 'expired' | 'notStaff' | 'unknownEvent';
}
