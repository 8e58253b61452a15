import { type Action, onButton } from '../../bot/actions.ts';
import { say, sayFile } from '../../bot/context.ts';
import * as text from '../../text/id/broadcast.ts';
import { approvalActions } from '../broadcast/approval-bot.ts';
import * as on from '../broadcast/buttons.ts';
import type { BroadcastDeps } from '../broadcast/conversation.ts';
import { failureFile, recipientFile, unreachableFile } from '../broadcast/files.ts';
import { audienceActions } from '../broadcast-audience/bot.ts';
import { controlActions } from '../broadcast-control/bot.ts';
import { correctionActions } from '../broadcast-correction/bot.ts';
import { schedulingActions } from '../broadcast-schedule/bot.ts';
import { composingActions } from './composing.ts';
import { confirmingActions } from './confirming.ts';

/** `/siaran`: an announcement from its first word to its result. */
export function broadcastActions(deps: BroadcastDeps): Action[] {
  const { ports, wilayah } = deps;
  return [
    ...composingActions(deps),
    ...audienceActions(deps),
    ...confirmingActions(deps),
    ...schedulingActions(deps),
    ...approvalActions(deps),
    ...controlActions(deps),
    ...correctionActions(deps),
    onButton(on.recipientFileButton, 'staff', async (ctx, _who, [id]) => {
      const file = await recipientFile(ports.db, id, wilayah);
      if (file === null) return void (await say(ctx, { text: text.nobodyInAudience }));
      await sayFile(ctx, file, { text: text.recipientCaption });
    }),
    onButton(on.unreachableFileButton, 'staff', async (ctx, _who, [id]) => {
      const file = await unreachableFile(ports.db, id, wilayah);
      if (file === null) return void (await say(ctx, { text: text.nothingToList }));
      await sayFile(ctx, file, { text: text.unreachableCaption });
    }),
    onButton(on.failureFileButton, 'staff', async (ctx, _who, [id]) => {
      const file = await failureFile(ports.db, id, wilayah);
      if (file === null) return void (await say(ctx, { text: text.nothingToList }));
      await sayFile(ctx, file, { text: text.failureCaption });
    }),
  ];
}
