import { faker } from '@faker-js/faker/locale/id_ID';
import { DateTime } from 'luxon';
import type { Wilayah } from '../features/wilayah/rules.ts';
import { type DemoKader, demoKader } from './people.ts';

/** Somebody of the demo with a role at the office. */
export interface DemoOfficer {
  telegramId: number;
  name: string;
  phone: string;
  role: 'ADMIN' | 'STAFF' | 'COORDINATOR';
  title: string;
}

export interface DemoAnswer {
  choice: 'HADIR' | 'TIDAK_HADIR' | 'IZIN';
  reason: string | null;
  at: Date;
}

export interface DemoEvent {
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  answerDeadline: Date;
  invitedAt: Date;
  /** By index of the kader; silent ones are missing. */
  answers: Map<number, DemoAnswer>;
}

export interface DemoIncentive {
  period: string;
  status: 'PROPOSED' | 'VERIFIED' | 'PROCESSED' | 'TRANSFERRED' | 'HELD' | 'REJECTED';
  statusDate: string;
  note: string | null;
}

/** The whole invented city, from which database and simulator are filled. */
export interface DemoCity {
  kader: (DemoKader & { registered: boolean })[];
  officers: DemoOfficer[];
  /** People with a phone who are on no list. */
  strangers: { telegramId: number; name: string; phone: string }[];
  past: DemoEvent;
  coming: DemoEvent;
  /** The months on the lists, oldest first, as a function of the kader's index. */
  incentivesOf(index: number): DemoIncentive[];
}

const officers: Omit<DemoOfficer, 'telegramId' | 'phone'>[] = [
  { name: 'Agus Prasetyo', role: 'ADMIN', title: 'Admin Dinsos' },
  { name: 'Dewi Kartika', role: 'STAFF', title: 'Petugas Dinsos' },
  { name: 'Rizal Hakim', role: 'STAFF', title: 'Petugas Dinsos' },
  { name: 'Hj. Ratna Sari', role: 'COORDINATOR', title: 'Koordinator Kota' },
];

/** Rupiah a month for everybody on the lists. */
export const standingAmount = 500_000;

const reasons = ['anak sakit', 'kerja', 'acara keluarga', 'kontrol ke rumah sakit', 'di luar kota'];

/** The same city for the same day. */
export function demoCity(wilayah: Wilayah, now: Date): DemoCity {
  const kader = demoKader(wilayah).map((person, index) => ({
    ...person,
    // Every TKSK, and seven of ten PSM, have registered so far.
    registered: person.jabatan === 'TKSK' || index % 10 < 7,
  }));
  const today = DateTime.fromJSDate(now).startOf('day');
  return {
    kader,
    officers: officers.map((officer, index) => ({
      ...officer,
      telegramId: 700_000_000 + index + 1,
      phone: `+62811900000${index + 1}`,
    })),
    strangers: [
      { telegramId: 700_000_101, name: 'Lastri Handayani', phone: '+6281290001001' },
      { telegramId: 700_000_102, name: 'Ujang Sutisna', phone: '+6281290001002' },
    ],
    past: demoEvent({
      title: 'Bimtek Verifikasi Data Sosial',
      day: lastWeekday(today.minus({ days: 14 }), 3),
      place: 'Aula Dinas Sosial',
      invitedDaysBefore: 10,
      shares: { answered: 0.86, hadir: 0.8, izin: 0.12 },
      people: kader,
      now,
    }),
    coming: demoEvent({
      title: 'Pembinaan PSM dan TKSK',
      day: lastWeekday(today.plus({ days: 10 }), 3),
      place: 'Tangerang Convention Center (TCC), Cimone',
      invitedDaysBefore: 9,
      shares: { answered: 0.55, hadir: 0.78, izin: 0.13 },
      people: kader,
      now,
    }),
    incentivesOf: (index) => demoIncentives(index, today),
  };
}

/** Answers come from registered people only, spread over the days since the invitation. */
function demoEvent(plan: {
  title: string;
  day: DateTime;
  place: string;
  invitedDaysBefore: number;
  shares: { answered: number; hadir: number; izin: number };
  people: { registered: boolean }[];
  now: Date;
}): DemoEvent {
  const { title, day, place, shares, people } = plan;
  const startsAt = day.set({ hour: 8 });
  const answerDeadline = day.minus({ days: 2 }).set({ hour: 23, minute: 59 });
  const invitedAt = DateTime.min(
    day.minus({ days: plan.invitedDaysBefore }).set({ hour: 9 }),
    DateTime.fromJSDate(plan.now).minus({ hours: 3 }),
  );
  const until = DateTime.min(answerDeadline, DateTime.fromJSDate(plan.now));
  const answers = new Map<number, DemoAnswer>();
  people.forEach(({ registered }, index) => {
    if (!registered || faker.number.float() > shares.answered) return;
    const luck = faker.number.float();
    const choice =
      luck < shares.hadir ? 'HADIR' : luck < shares.hadir + shares.izin ? 'IZIN' : 'TIDAK_HADIR';
    const reason = choice === 'IZIN' ? faker.helpers.arrayElement(reasons) : null;
    const at = faker.date.between({ from: invitedAt.toJSDate(), to: until.toJSDate() });
    answers.set(index, { choice, reason, at });
  });
  return {
    title,
    startsAt: startsAt.toJSDate(),
    endsAt: day.set({ hour: 12 }).toJSDate(),
    place,
    answerDeadline: answerDeadline.toJSDate(),
    invitedAt: invitedAt.toJSDate(),
    answers,
  };
}

/** The latest such weekday (1 = Monday) that is not after the day. */
function lastWeekday(day: DateTime, weekday: number): DateTime {
  return day.minus({ days: (day.weekday - weekday + 7) % 7 });
}

/** Eight months: the older ones paid, the newest on their way, a few held with a reason. */
function demoIncentives(index: number, today: DateTime): DemoIncentive[] {
  return [8, 7, 6, 5, 4, 3, 2, 1].map((monthsAgo) => {
    const month = today.minus({ months: monthsAgo });
    const period = month.toFormat('yyyy-MM');
    const paidOn = month.plus({ months: 1 }).set({ day: 12 }).toISODate() ?? '';
    const listedOn = month.endOf('month').toISODate() ?? '';
    if (monthsAgo === 1) {
      const status = index % 3 === 0 ? ('PROPOSED' as const) : ('VERIFIED' as const);
      return { period, status, statusDate: listedOn, note: null };
    }
    if (monthsAgo === 2) {
      if (index % 29 === 0)
        return {
          period,
          status: 'HELD' as const,
          statusDate: paidOn,
          note: 'Rekening tidak aktif, mohon hubungi bank',
        };
      return {
        period,
        status: 'PROCESSED' as const,
        statusDate: paidOn,
        note: 'SP2D sedang terbit',
      };
    }
    return { period, status: 'TRANSFERRED' as const, statusDate: paidOn, note: null };
  });
}
