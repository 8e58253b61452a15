import { count } from '../format.ts';
import { type Html, html, lines } from '../html.ts';
import { asOfWords, peopleByArea, type SilentGroup } from './report.ts';

/** Those who were silent at several events in a row. */

export const label = '🔕 Diam 3 kegiatan berturut-turut';
export const toSilent = '⬅️ Yang belum menjawab';

interface Head {
  /** In how many events in a row. */
  events: number;
  total: number;
  area: string;
  asOf: Date;
}

function head({ events, total, area }: Head): Html {
  return lines(
    html`🔕 <b>Diam ${events} kegiatan berturut-turut</b>`,
    html`<b>${count(total)} orang</b> (${area}) tidak menjawab dan tidak datang di ${events} kegiatan terakhirnya. Mungkin nomornya ganti, atau sudah tidak aktif.`,
  );
}

export function list(of: Head, groups: SilentGroup[], page: { at: number; of: number }): Html {
  return lines(
    head(of),
    ...peopleByArea(groups),
    '',
    page.of > 1 && html`Halaman ${page.at} dari ${page.of}`,
    html`<i>${asOfWords(of.asOf)}</i>`,
  );
}

export function chooseKecamatan(of: Head): Html {
  return lines(head(of), '', html`Kecamatan yang mana?`, html`<i>${asOfWords(of.asOf)}</i>`);
}

export const nobody = (events: number) =>
  html`Tidak ada kader di wilayah Bapak/Ibu yang diam ${events} kegiatan berturut-turut. 👍`;

export const sheet = 'Diam berturut-turut';
export const fileName = 'kader-diam.xlsx';

export function caption({ events, total }: { events: number; total: number }): Html {
  return html`${count(total)} kader diam ${events} kegiatan berturut-turut, lengkap dengan nomor HP.`;
}
