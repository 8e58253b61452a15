import { faker } from '@faker-js/faker/locale/id_ID';
import { attendanceListPdf } from '../../src/features/document/attendance-list-pdf.ts';
import { attendanceListXlsx } from '../../src/features/document/attendance-workbook.ts';
import { certificatePdf } from '../../src/features/document/certificate-pdf.ts';
import { hashOf, newCode } from '../../src/features/document/codes.ts';
import { type Attendee, type Roll, rollOf } from '../../src/features/document/rules.ts';
import { type RollVariant, rollVariants, type Stamp } from '../../src/features/document/schema.ts';
import { defaultLetterhead } from '../../src/features/letterhead/rules.ts';
import type { Wilayah } from '../../src/features/wilayah/rules.ts';
import { encodePng } from '../../src/platform/png.ts';
import { useZone } from '../../src/text/format.ts';
import { tangerang } from '../support/roster.ts';
import { printTable, quantile } from './table.ts';

const everybody = 995;
const runs = 5;
const event = {
  title: 'Pembinaan PSM dan TKSK Kota Tangerang',
  startsAt: new Date('2024-05-22T08:00:00+07:00'),
  endsAt: new Date('2024-05-22T12:00:00+07:00'),
  place: 'Tangerang Convention Center (TCC), Cimone',
};

/** The papers of a training of the whole city; the goal for its list is three seconds. */
export async function benchPapers(): Promise<void> {
  useZone('Asia/Jakarta');
  const { wilayah } = await tangerang();
  const people = attendees(wilayah);
  const letterhead = defaultLetterhead('KOTA TANGERANG');
  const printed = { letterhead, logo: plainLogo() };
  const rolls = new Map<RollVariant, Roll>(
    rollVariants.map((variant) => [
      variant,
      rollOf(event, people, { areas: null, variant }, wilayah),
    ]),
  );
  const rows: (string | number)[][] = [['paper', 'median ms', 'slowest ms', 'kB']];
  for (const [variant, roll] of rolls) {
    const stamp = stampOf(roll);
    rows.push(
      await timed(`PDF, ${everybody} names, ${variant}`, () =>
        attendanceListPdf(roll, printed, stamp),
      ),
      await timed(`XLSX, ${everybody} names, ${variant}`, () =>
        attendanceListXlsx(roll, printed, stamp),
      ),
    );
  }
  const facts = {
    kind: 'CERTIFICATE' as const,
    event,
    person: { name: 'Hj. Siti Nurhayati, S.Sos.', jabatan: 'PSM' as const, area: null },
    number: '134/12/V/2024',
    letterhead,
    otherFiles: [],
  };
  rows.push(await timed('certificate', () => certificatePdf(facts, printed.logo, stampOf(facts))));
  printTable(rows);
}

async function timed(name: string, make: () => Promise<Buffer>): Promise<(string | number)[]> {
  const times: number[] = [];
  let size = 0;
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    size = (await make()).length;
    times.push(performance.now() - begun);
  }
  const [median, slowest] = [quantile(times, 0.5), Math.max(...times)];
  return [name, Math.round(median), Math.round(slowest), Math.round(size / 1000)];
}

/** Three quarters came, some walked in, a few of the names are very long. */
function attendees(wilayah: Wilayah): Attendee[] {
  faker.seed(995);
  return Array.from({ length: everybody }, (_, index) => {
    const isTksk = index % 75 === 0;
    const area = wilayah.kelurahan[index % wilayah.kelurahan.length];
    const came = index % 4 !== 0;
    const invited = index % 50 !== 1;
    const name = faker.person.fullName();
    return {
      name: index % 100 === 0 ? `Hj. Raden Ayu ${name} ${name} binti ${name}, S.Sos., M.Si.` : name,
      nameKey: String(index),
      jabatan: isTksk ? 'TKSK' : 'PSM',
      kecamatanCode: area?.kecamatanCode ?? null,
      kelurahanCode: isTksk ? null : (area?.code ?? null),
      invited,
      answer: invited ? 'HADIR' : null,
      arrival: came
        ? { at: new Date(event.startsAt.getTime() + index * 2_000), leftAt: null }
        : null,
    };
  });
}

function stampOf(said: object): Stamp {
  const code = newCode();
  const url = `https://kader.example/periksa/${code}`;
  return { code, url, contentHash: hashOf(said), issuedAt: event.startsAt };
}

/** As large as logos are kept. */
function plainLogo(): Buffer {
  const side = 600;
  const bytes = Uint8Array.from({ length: side * side * 3 }, (_, index) => (index * 7919) % 251);
  return encodePng({ width: side, height: side, channels: 3, bytes });
}
