import type { Action } from './bot/actions.ts';
import { createAttendanceListService } from './features/document/attendance-list.ts';
import { attendanceListPdf } from './features/document/attendance-list-pdf.ts';
import { attendanceListXlsx } from './features/document/attendance-workbook.ts';
import { documentActions } from './features/document/bot.ts';
import { createCertificateService } from './features/document/certificate.ts';
import { certificatePdf } from './features/document/certificate-pdf.ts';
import { letterheadActions } from './features/letterhead/bot.ts';
import { samplePagePdf } from './features/letterhead/letterhead-pdf.ts';
import { createLetterheadService } from './features/letterhead/service.ts';
import type { ReportService } from './features/report/service.ts';
import type { Wilayah } from './features/wilayah/rules.ts';
import type { Ports } from './platform/ports.ts';

export interface PaperDeps {
  ports: Ports;
  wilayah: Wilayah;
  report: Pick<ReportService, 'events'>;
  /** Where browsers find the pages, without a slash at the end. */
  publicUrl: string;
}

/** What is printed: attendance lists, certificates, and the letterhead on both. */
export function paperActions({ ports, wilayah, report, publicUrl }: PaperDeps): Action[] {
  const letterhead = createLetterheadService(ports, wilayah);
  const stand = { ports, wilayah, letterhead, publicUrl };
  return [
    ...documentActions({
      ports,
      report,
      lists: createAttendanceListService({
        ...stand,
        papers: { pdf: attendanceListPdf, xlsx: attendanceListXlsx },
      }),
      certificates: createCertificateService({ ...stand, paper: certificatePdf }),
    }),
    ...letterheadActions({
      ports,
      letterhead,
      async samplePage() {
        const current = await letterhead.current();
        const logo = await letterhead.logo(current.logo);
        return samplePagePdf({ letterhead: current, logo }, ports.clock.now());
      },
    }),
  ];
}
