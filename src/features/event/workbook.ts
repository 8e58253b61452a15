import { displayPhone } from '../../platform/phone.ts';
import type { OutputSheet } from '../../platform/spreadsheet-write.ts';
import * as text from '../../text/id/event.ts';
import type { Kader } from '../kader/repository.ts';
import type { Wilayah } from '../wilayah/rules.ts';

const { columns } = text;

/** Those of an audience whom somebody has to ring, with their numbers and why. */
export function unreachableWorkbook(people: readonly Kader[], wilayah: Wilayah): OutputSheet[] {
  return [
    {
      name: text.unreachableSheet,
      columns: [
        { title: columns.name },
        { title: columns.jabatan },
        { title: columns.kelurahan },
        { title: columns.kecamatan },
        { title: columns.phone },
        { title: columns.why },
      ],
      rows: people.map(({ name, jabatan, kelurahanCode, kecamatanCode, phone, account }) => [
        name,
        jabatan,
        kelurahanCode === null ? '' : (wilayah.findKelurahan(kelurahanCode)?.name ?? ''),
        wilayah.findKecamatan(kecamatanCode)?.name ?? '',
        phone === null ? '' : displayPhone(phone),
        account === null ? text.noTelegram : text.blocked,
      ]),
    },
  ];
}
