import type { Db } from '../../platform/database.ts';
import { displayPhone } from '../../platform/phone.ts';
import { writeXlsx } from '../../platform/spreadsheet-write.ts';
import * as text from '../../text/id/broadcast.ts';
import { missedStatuses } from '../../text/id/broadcast-control.ts';
import { audienceKader, isReachable, type Kader } from '../kader/service.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { failedPeople, findBroadcast, type Missed } from './service.ts';

interface FileToSend {
  name: string;
  bytes: Buffer;
}

/** Everybody of a broadcast's audience as it is now, as a table; null when nobody is in it. */
export function recipientFile(
  db: Db,
  broadcastId: number,
  wilayah: Wilayah,
): Promise<FileToSend | null> {
  return audienceFile(db, broadcastId, text.recipientFileName(broadcastId), () => true, wilayah);
}

/** The people somebody has to ring, as a table; null when everybody can be reached. */
export function unreachableFile(
  db: Db,
  broadcastId: number,
  wilayah: Wilayah,
): Promise<FileToSend | null> {
  const isMissing = (kader: Kader) => !isReachable(kader);
  return audienceFile(db, broadcastId, text.unreachableFileName(broadcastId), isMissing, wilayah);
}

async function audienceFile(
  db: Db,
  broadcastId: number,
  name: string,
  isListed: (kader: Kader) => boolean,
  wilayah: Wilayah,
): Promise<FileToSend | null> {
  const broadcast = await findBroadcast(db, broadcastId);
  if (broadcast === null) return null;
  const people = (await audienceKader(db, broadcast.audience)).filter(isListed);
  return peopleFile(
    name,
    people.map((kader) => ({ kader, why: reachWords(kader) })),
    wilayah,
  );
}

/** The people whose message did not arrive, with the reason; null when there are none. */
export async function failureFile(
  db: Db,
  broadcastId: number,
  wilayah: Wilayah,
): Promise<FileToSend | null> {
  return peopleFile(
    text.failureFileName(broadcastId),
    (await failedPeople(db, broadcastId)).map((missed) => ({
      kader: missed.kader,
      why: missedWords(missed),
    })),
    wilayah,
  );
}

function missedWords({ status, reason }: Missed): string {
  const words = missedStatuses[status];
  return status === 'FAILED' && reason !== null ? `${words}: ${reason}` : words;
}

function reachWords(kader: Kader): string {
  if (isReachable(kader)) return text.reachableByBot;
  return kader.account === null ? text.noTelegram : text.unreachable;
}

async function peopleFile(
  name: string,
  people: { kader: Kader; why: string }[],
  wilayah: Wilayah,
): Promise<FileToSend | null> {
  if (people.length === 0) return null;
  const { fileColumns } = text;
  const bytes = await writeXlsx([
    {
      name: 'Daftar',
      columns: [
        { title: fileColumns.name, width: 28 },
        { title: fileColumns.jabatan, width: 9 },
        { title: fileColumns.area, width: 28 },
        { title: fileColumns.phone, width: 18 },
        { title: fileColumns.why, width: 36 },
      ],
      rows: people.map(({ kader, why }) => [
        kader.name,
        kader.jabatan,
        wilayah.areaName(kader),
        kader.phone === null ? '' : displayPhone(kader.phone),
        why,
      ]),
    },
  ]);
  return { name, bytes };
}
