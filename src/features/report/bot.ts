import { type Action, command, onButton } from '../../bot/actions.ts';
import { type BotContext, say, sayFile, sayPhoto, show } from '../../bot/context.ts';
import { stackedBarsPng } from '../../platform/chart.ts';
import { writeXlsx } from '../../platform/spreadsheet-write.ts';
import * as text from '../../text/id/report.ts';
import { chart } from '../../text/id/report-recap.ts';
import type { Area, Grants, Scope } from '../access/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import { comparisonActions } from './comparison-bot.ts';
import { longSilenceActions } from './long-silence-bot.ts';
import * as messages from './messages.ts';
import * as recapMessages from './recap-messages.ts';
import { silentOf } from './rules.ts';
import type { ReportService } from './service.ts';
import { recapWorkbook, silentWorkbook } from './workbooks.ts';

type Coordinator = Grants['coordinator'];

/** `/rekap` and `/belum`, for one's own area. */
export function reportActions({
  report,
  wilayah,
}: {
  report: ReportService;
  wilayah: Wilayah;
}): Action[] {
  return [
    command({
      name: 'rekap',
      need: 'coordinator',
      description: text.recapMenu,
      key: text.recapKey,
      run: async (ctx, { scope }) => {
        await say(ctx, messages.eventList('recap', await report.events(scope), 0));
      },
    }),
    onButton(on.recapListButton, 'coordinator', async (ctx, { scope }, [page]) =>
      show(ctx, messages.eventList('recap', await report.events(scope), page)),
    ),
    onButton(on.recapButton, 'coordinator', (ctx, who, [eventId]) => showRecap(ctx, who, eventId)),
    onButton(on.recapKecamatanButton, 'coordinator', (ctx, who, [eventId, kecamatanCode]) =>
      showRecap(ctx, who, eventId, kecamatanCode),
    ),
    onButton(on.namesButton, 'coordinator', async (ctx, { scope }, [eventId, code, page]) => {
      const area = areaOfCode(code, wilayah);
      const outcome = await report.invited(scope, eventId, area);
      await show(
        ctx,
        outcome.ok
          ? recapMessages.namesCard(outcome.view, { area, page }, wilayah)
          : messages.refusal(outcome.reason),
      );
    }),
    onButton(on.chartButton, 'coordinator', (ctx, who, [eventId]) => sendChart(ctx, who, eventId)),
    onButton(on.kecamatanChartButton, 'coordinator', (ctx, who, [eventId, kecamatanCode]) =>
      sendChart(ctx, who, eventId, kecamatanCode),
    ),
    onButton(on.recapFileButton, 'coordinator', async (ctx, { scope }, [eventId]) => {
      const outcome = await report.invited(scope, eventId);
      if (!outcome.ok) return void (await say(ctx, messages.refusal(outcome.reason)));
      const { view } = outcome;
      await sayFile(
        ctx,
        {
          name: text.recapFileName(eventId),
          bytes: await writeXlsx(recapWorkbook(view, wilayah)),
        },
        { text: text.recapCaption(view.event.title, view.asOf) },
      );
    }),
    ...comparisonActions({ report, wilayah }),
    ...longSilenceActions({ report, wilayah }),

    command({
      name: 'belum',
      need: 'coordinator',
      description: text.silentMenu,
      key: text.silentKey,
      run: async (ctx, { scope }) => {
        await say(ctx, messages.eventList('silent', await report.events(scope), 0));
      },
    }),
    onButton(on.silentListButton, 'coordinator', async (ctx, { scope }, [page]) =>
      show(ctx, messages.eventList('silent', await report.events(scope), page)),
    ),
    onButton(on.silentButton, 'coordinator', (ctx, who, [eventId, page]) =>
      showSilent(ctx, who, eventId, { page }),
    ),
    onButton(on.silentKecamatanButton, 'coordinator', (ctx, who, [eventId, kecamatanCode, page]) =>
      showSilent(ctx, who, eventId, { kecamatanCode, page }),
    ),
    onButton(on.silentFileButton, 'coordinator', async (ctx, { scope }, [eventId]) => {
      const outcome = await report.invited(scope, eventId);
      if (!outcome.ok) return void (await say(ctx, messages.refusal(outcome.reason)));
      const { view } = outcome;
      await sayFile(
        ctx,
        {
          name: text.silentFileName(eventId),
          bytes: await writeXlsx(silentWorkbook(view, wilayah)),
        },
        { text: text.silentCaption(view.event.title, silentOf(view.people).length) },
      );
    }),
  ];

  async function showRecap(
    ctx: BotContext,
    { scope }: Coordinator,
    eventId: number,
    kecamatanCode?: string,
  ): Promise<void> {
    const outcome = await report.recap(scope, eventId, kecamatanCode);
    await show(
      ctx,
      outcome.ok
        ? recapMessages.recapCard(outcome.view, shownTo(scope, kecamatanCode), wilayah)
        : messages.refusal(outcome.reason),
    );
  }

  async function sendChart(
    ctx: BotContext,
    { scope }: Coordinator,
    eventId: number,
    kecamatanCode?: string,
  ): Promise<void> {
    const outcome = await report.recap(scope, eventId, kecamatanCode);
    if (!outcome.ok) return void (await say(ctx, messages.refusal(outcome.reason)));
    const { view } = outcome;
    const shown = shownTo(scope, kecamatanCode);
    const png = await stackedBarsPng(recapMessages.recapChart(view, shown, wilayah));
    await sayPhoto(
      ctx,
      { name: chart.fileName(eventId), bytes: Buffer.from(png) },
      recapMessages.chartCaption(view, shown, wilayah),
    );
  }

  async function showSilent(
    ctx: BotContext,
    { scope }: Coordinator,
    eventId: number,
    at: { kecamatanCode?: string; page: number },
  ): Promise<void> {
    const { kecamatanCode } = at;
    const part = kecamatanCode === undefined ? undefined : { kecamatanCode };
    const outcome = await report.invited(scope, eventId, part);
    await show(
      ctx,
      outcome.ok
        ? messages.silentCard(outcome.view, { city: scope.city, ...at }, wilayah)
        : messages.refusal(outcome.reason),
    );
  }
}

function shownTo(scope: Scope, kecamatanCode?: string): recapMessages.Shown {
  return { city: scope.city, ...(kecamatanCode === undefined ? {} : { kecamatanCode }) };
}

function areaOfCode(code: string, wilayah: Wilayah): Area {
  const kelurahan = wilayah.findKelurahan(code);
  return kelurahan === null
    ? { kecamatanCode: code, kelurahanCode: null }
    : { kecamatanCode: kelurahan.kecamatanCode, kelurahanCode: code };
}
