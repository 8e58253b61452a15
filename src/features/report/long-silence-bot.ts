import { type Action, onButton } from '../../bot/actions.ts';
import { sayFile, show } from '../../bot/context.ts';
import { writeXlsx } from '../../platform/spreadsheet-write.ts';
import * as text from '../../text/id/report-long-silence.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import * as messages from './long-silence-messages.ts';
import { longSilence } from './long-silence-rules.ts';
import type { ReportService } from './service.ts';

/** *Diam 3 kegiatan berturut-turut*, within one's own area. */
export function longSilenceActions({
  report,
  wilayah,
}: {
  report: ReportService;
  wilayah: Wilayah;
}): Action[] {
  return [
    onButton(on.longSilenceButton, 'coordinator', async (ctx, { scope }, [page]) =>
      show(
        ctx,
        messages.longSilenceCard(
          await report.longSilent(scope),
          { city: scope.city, page },
          wilayah,
        ),
      ),
    ),
    onButton(
      on.longSilenceKecamatanButton,
      'coordinator',
      async (ctx, { scope }, [kecamatanCode, page]) =>
        show(
          ctx,
          messages.longSilenceCard(
            await report.longSilent(scope, kecamatanCode),
            { city: scope.city, kecamatanCode, page },
            wilayah,
          ),
        ),
    ),
    onButton(on.longSilenceFileButton, 'coordinator', async (ctx, { scope }) => {
      const view = await report.longSilent(scope);
      await sayFile(
        ctx,
        {
          name: text.fileName,
          bytes: await writeXlsx(messages.longSilenceWorkbook(view, wilayah)),
        },
        { text: text.caption({ events: longSilence, total: view.people.length }) },
      );
    }),
  ];
}
