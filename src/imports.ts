import { incentiveShown } from './features/incentive/import-messages.ts';
import { noticeLetter, offerCard } from './features/incentive/notice-messages.ts';
import { createNoticeService } from './features/incentive/notices.ts';
import { createIncentiveImporter } from './features/incentive/service.ts';
import { templateColumns } from './features/incentive/table.ts';
import { bankShown } from './features/reconciliation/messages.ts';
import { createBankImporter } from './features/reconciliation/service.ts';
import { templateColumns as bankColumns } from './features/reconciliation/table.ts';
import { rosterShown } from './features/roster/messages.ts';
import { rosterColumns } from './features/roster/reading.ts';
import { createRosterImporter } from './features/roster/service.ts';
import { importLetters } from './features/transfer/approval-messages.ts';
import type { ImportInChat } from './features/transfer/bot.ts';
import { createImportService } from './features/transfer/service.ts';
import type { Wilayah } from './features/wilayah/rules.ts';
import type { PlaceFinder } from './language/place-names/finder.ts';
import type { Ports } from './platform/ports.ts';
import type { ImportWord } from './text/id/transfer.ts';

/**
 * Everything that can be imported, for the chat and for the command line.
 *
 * @param incentiveApproval whether lists of payments need a second person's consent
 */
export function createImports(
  ports: Ports,
  wilayah: Wilayah,
  places: PlaceFinder,
  { incentiveApproval }: { incentiveApproval: boolean },
): Record<ImportWord, ImportInChat> {
  const notices = createNoticeService(ports, noticeLetter);
  const offerNews = async (importId: number) => {
    const offer = await notices.offer(importId);
    return offer === null ? null : offerCard(offer);
  };
  return {
    kader: {
      columns: Object.keys(rosterColumns),
      service: createImportService(
        ports,
        createRosterImporter(wilayah, places),
        rosterShown(wilayah),
        { required: false, letters: importLetters('kader') },
      ),
    },
    insentif: {
      columns: templateColumns,
      service: createImportService(
        ports,
        createIncentiveImporter(wilayah, places),
        incentiveShown(wilayah),
        { required: incentiveApproval, letters: importLetters('insentif') },
      ),
      afterwards: offerNews,
    },
    bank: {
      columns: bankColumns,
      service: createImportService(ports, createBankImporter(wilayah, places), bankShown(wilayah), {
        required: incentiveApproval,
        letters: importLetters('bank'),
      }),
      afterwards: offerNews,
    },
  };
}
