import { z } from 'zod';
import { type Action, command, onButton, onStep } from '../../bot/actions.ts';
import { say, show } from '../../bot/context.ts';
import { clearDraft, defineDraft, readDraft, writeDraft } from '../../bot/drafts.ts';
import { button, buttons } from '../../bot/message.ts';
import type { Ports } from '../../platform/ports.ts';
import * as text from '../../text/id/rate.ts';
import * as on from './buttons.ts';
import type { RateService } from './rate-service.ts';

/** A standing amount that was typed and not confirmed yet. */
const proposing = defineDraft(
  'rate',
  z.object({
    jabatan: z.enum(['PSM', 'TKSK']),
    fromPeriod: z.string(),
    amount: z.number().int(),
    payer: z.string(),
    label: z.string(),
  }),
);

/** `/besaran`: the standing amounts, and adding one. */
export function rateActions({ ports, rates }: { ports: Ports; rates: RateService }): Action[] {
  const { db, clock } = ports;
  return [
    command({
      name: 'besaran',
      need: 'staff',
      description: text.menu,
      run: async (ctx, who, typed) => {
        if (typed === '') return void (await say(ctx, { text: text.list(await rates.list()) }));
        const proposed = await rates.propose(typed);
        if (!proposed.ok) return void (await say(ctx, { text: text.problems[proposed.problem] }));
        const { rate, instead } = proposed;
        await writeDraft(db, proposing, who.accountId, rate, clock.now());
        await say(ctx, {
          text: text.confirm(rate, instead),
          keyboard: buttons([
            button(text.labels.save, on.saveRateButton.data()),
            button(text.labels.cancel, on.dropRateButton.data()),
          ]),
        });
      },
    }),
    onStep(proposing, 'staff', async (ctx) => {
      await say(ctx, { text: text.pressFirst });
    }),
    onButton(on.saveRateButton, 'staff', async (ctx, who) => {
      const rate = await readDraft(db, proposing, who.accountId);
      if (rate === null) return void (await say(ctx, { text: text.nothingToSave }));
      const isNew = await rates.save(rate, who.accountId);
      await clearDraft(db, who.accountId);
      await show(ctx, { text: isNew ? text.saved : text.sameAsBefore });
      await say(ctx, { text: text.list(await rates.list()) });
    }),
    onButton(on.dropRateButton, 'staff', async (ctx, who) => {
      const rate = await readDraft(db, proposing, who.accountId);
      if (rate === null) return void (await say(ctx, { text: text.nothingToSave }));
      await clearDraft(db, who.accountId);
      await show(ctx, { text: text.dropped });
    }),
  ];
}
