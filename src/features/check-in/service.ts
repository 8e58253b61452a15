import type { Ports } from '../../platform/ports.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { type Boards, createBoards } from './board.ts';
import { createDesk, type Desk, type DeskLetters } from './desk.ts';
import { createDeskFinding, type DeskFinding } from './desk-finding.ts';
import { createOpening, type Opening } from './opening.ts';
import { createScanning, type Scanning } from './scanning.ts';

/** Check-in at the venue: opening it, recording who comes, and looking at it. */
export type CheckInService = Opening & DeskFinding & Desk & Scanning & Boards;

export function createCheckInService(
  ports: Ports,
  wilayah: Wilayah,
  letters: DeskLetters,
): CheckInService {
  return {
    ...createOpening(ports),
    ...createDeskFinding(ports, wilayah),
    ...createDesk(ports, wilayah, letters),
    ...createScanning(ports),
    ...createBoards(ports, wilayah),
  };
}
