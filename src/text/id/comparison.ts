import { count, dayOf, longDate, monthOf } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** The four lists side by side: decree, Telegram, payments, the last event. */

export const menu = 'Bandingkan SK, Telegram, insentif, dan kehadiran';

export const labels = { file: '📥 Unduh XLSX', refresh: '🔄 Perbarui' };

export interface Shown {
  sizes: { sk: number; registered: number; paid: number; came: number };
  onAll: number;
  roster: { fileName: string; appliedAt: Date } | null;
  period: string | null;
  event: { title: string; startsAt: Date } | null;
}

export const differenceWords = {
  sk_not_registered: 'Di SK, belum terdaftar di Telegram',
  sk_not_paid: 'Di SK, tidak ada di daftar insentif',
  paid_not_sk: 'Di daftar insentif, sudah tidak di SK',
  paid_not_registered: 'Di daftar insentif, belum terdaftar di Telegram',
  paid_never_came: 'Di daftar insentif, belum pernah tercatat datang',
  came_not_sk: 'Datang, tidak ada di SK',
  came_not_paid: 'Datang, tidak ada di daftar insentif',
};

export function card(
  { sizes, onAll, roster, period, event }: Shown,
  differences: readonly { difference: keyof typeof differenceWords; people: number }[],
): Html {
  return lines(
    html`🔍 <b>Empat daftar berdampingan</b>`,
    '',
    html`📜 Di SK (kader aktif): <b>${count(sizes.sk)}</b>`,
    roster !== null &&
      html`<i>Terakhir dari berkas ${roster.fileName}, ${longDate(roster.appliedAt)}.</i>`,
    html`📱 Terdaftar di Telegram: <b>${count(sizes.registered)}</b>`,
    period === null
      ? html`💰 Daftar insentif: belum ada`
      : html`💰 Daftar insentif ${monthOf(period)}: <b>${count(sizes.paid)}</b>`,
    event === null
      ? html`🎫 Datang ke acara: belum ada yang tercatat`
      : html`🎫 Datang ke ${event.title} (${longDate(event.startsAt)}): <b>${count(sizes.came)}</b>`,
    '',
    html`✅ Ada di semua daftar: <b>${count(onAll)}</b>`,
    '',
    differences.length === 0
      ? html`Tidak ada selisih yang perlu dilihat.`
      : html`<b>Yang perlu dilihat</b>`,
    ...differences.map(
      ({ difference, people }) => html`• ${differenceWords[difference]}: <b>${count(people)}</b>`,
    ),
    '',
    html`Nama-namanya ada di berkas XLSX: satu baris satu orang, dengan tanda untuk setiap daftar.`,
  );
}

export const fileName = (isoDay: string) => `banding-daftar-${isoDay}.xlsx`;

export function fileCaption(isoDay: string, people: number): Html {
  return html`Empat daftar per ${dayOf(isoDay)}: ${count(people)} orang.`;
}

export const sheet = 'Per orang';

export const columns = {
  name: 'Nama',
  jabatan: 'Jabatan',
  area: 'Wilayah',
  phone: 'No. HP',
  sk: 'SK',
  registered: 'Telegram',
  paid: (period: string | null) => (period === null ? 'Insentif' : `Insentif ${monthOf(period)}`),
  came: 'Datang',
  notes: 'Yang perlu dilihat',
};

export const yes = 'ya';
export const no = '-';
