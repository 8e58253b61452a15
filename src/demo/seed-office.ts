import { DateTime } from 'luxon';
import { monthFacts } from '../features/helpdesk/schema.ts';
import { writeSetLetterhead } from '../features/letterhead/repository.ts';
import type { Tx } from '../platform/database.ts';
import { type DemoCity, standingAmount } from './city.ts';

/** One line of a conversation, spoken so many days before the demo begins. */
interface Line {
  from: 'kader' | 'office';
  daysAgo: number;
  text: string;
}

interface DemoTicket {
  /** Of the registered PSM, who asks. */
  nth: number;
  status: 'WAITING' | 'ANSWERED' | 'CLOSED';
  /** Index of the officer who looks after it. */
  takenBy: number | null;
  /** The transferred month that is doubted; null: a plain question. */
  monthsAgo: number | null;
  lines: Line[];
}

const dewi = 1;
const rizal = 2;

/** A question in every state in which staff may find one, the oldest first. */
const tickets: DemoTicket[] = [
  {
    nth: 40,
    status: 'CLOSED',
    takenBy: dewi,
    monthsAgo: null,
    lines: [
      { from: 'kader', daysAgo: 6, text: 'Bu, waktu absen apakah boleh diwakili suami?' },
      {
        from: 'office',
        daysAgo: 5,
        text: 'Mohon maaf tidak bisa, karena daftar hadir harus sesuai orangnya. Kalau berhalangan, silakan jawab Izin di undangannya.',
      },
    ],
  },
  {
    nth: 12,
    status: 'WAITING',
    takenBy: null,
    monthsAgo: null,
    lines: [
      {
        from: 'kader',
        daysAgo: 4,
        text: 'Assalamualaikum, SK kader tahun ini apakah sudah terbit? Saya belum menerima salinannya.',
      },
    ],
  },
  {
    nth: 95,
    status: 'ANSWERED',
    takenBy: rizal,
    monthsAgo: null,
    lines: [
      { from: 'kader', daysAgo: 3, text: 'Seragam kader dibagikan kapan ya pak?' },
      {
        from: 'office',
        daysAgo: 2,
        text: 'Seragam dibagikan saat pembinaan. Mohon ukurannya disampaikan ke koordinator kecamatan.',
      },
    ],
  },
  {
    nth: 210,
    status: 'WAITING',
    takenBy: dewi,
    monthsAgo: null,
    lines: [{ from: 'kader', daysAgo: 2, text: 'Saya ganti bank, harus lapor ke mana ya bu?' }],
  },
  {
    nth: 333,
    status: 'WAITING',
    takenBy: null,
    monthsAgo: 3,
    lines: [{ from: 'kader', daysAgo: 1, text: 'Sudah saya cek ke bank, belum masuk bu.' }],
  },
];

const cannedAnswers = [
  {
    title: 'Salinan SK',
    text: 'Salinan SK bisa diambil di Dinas Sosial pada hari kerja pukul 08.00–15.00 WIB, atau lewat koordinator kecamatan.',
  },
  {
    title: 'Ganti rekening',
    text: 'Perubahan rekening dilaporkan langsung ke Dinas Sosial dengan membawa buku rekening yang baru. Mohon tidak mengirim nomornya lewat chat.',
  },
];

/** What stands on the desks of an office that has used the bot for weeks: letterhead, questions, canned answers. */
export async function seedOffice(
  tx: Tx,
  city: DemoCity,
  kaderIds: number[],
  officerIds: number[],
  now: Date,
): Promise<void> {
  await writeSetLetterhead(tx, {
    address: 'Jl. Contoh No. 1, telepon (021) 555 0100',
    name: 'Dra. Hj. Sri Wahyuni, M.Si.',
    nip: '197003151995032001',
  });
  await tx.cannedAnswer.createMany({
    data: cannedAnswers.map((answer) => ({
      ...answer,
      createdById: officerIds[dewi] ?? 0,
      updatedAt: now,
    })),
  });
  for (const ticket of tickets) await seedTicket(tx, ticket, { city, kaderIds, officerIds, now });
}

async function seedTicket(
  tx: Tx,
  { nth, status, takenBy, monthsAgo, lines }: DemoTicket,
  {
    city,
    kaderIds,
    officerIds,
    now,
  }: Record<'kaderIds' | 'officerIds', number[]> & {
    city: DemoCity;
    now: Date;
  },
): Promise<void> {
  const askers = city.kader.flatMap((kader, index) =>
    kader.registered && kader.jabatan === 'PSM' ? [index] : [],
  );
  // Small cities have fewer kader than the demo's own.
  const index = askers[nth % askers.length] ?? 0;
  const telegramId = BigInt(city.kader[index]?.telegramId ?? 0);
  const { id: accountId } = await tx.account.findUniqueOrThrow({ where: { telegramId } });
  const takenById = takenBy === null ? null : (officerIds[takenBy] ?? null);
  const spoken = lines.map(({ from, daysAgo, text }) => ({
    fromOffice: from === 'office',
    accountId: from === 'office' ? takenById : accountId,
    text,
    source: `demo:${nth}:${from}`,
    at: DateTime.fromJSDate(now).minus({ days: daysAgo }).set({ hour: 10 }).toJSDate(),
  }));
  const [first, last] = [spoken[0]?.at ?? now, spoken.at(-1)?.at ?? now];
  await tx.ticket.create({
    data: {
      status,
      accountId,
      kaderId: kaderIds[index] ?? null,
      ...doubt(city, index, kaderIds[index] ?? 0, monthsAgo),
      takenById,
      takenAt: takenById === null ? null : last,
      createdAt: first,
      waitingSince: status === 'WAITING' ? first : null,
      lastAt: last,
      closedAt: status === 'CLOSED' ? last : null,
      closedById: status === 'CLOSED' ? accountId : null,
      messages: { create: spoken },
    },
  });
}

/** The columns of a ticket that say which month is doubted, and what is recorded of it. */
function doubt(city: DemoCity, index: number, kaderId: number, monthsAgo: number | null) {
  if (monthsAgo === null) return { kind: 'QUESTION' } as const;
  const { period = '', ...record } = city.incentivesOf(index).at(-monthsAgo) ?? {};
  return {
    kind: 'NOT_RECEIVED',
    period,
    facts: monthFacts.parse({ record: { ...record, amount: standingAmount }, file: null }),
    openKey: `${kaderId}:${period}:NOT_RECEIVED`,
  } as const;
}
