import type { Action } from '../../bot/actions.ts';
import { command, onButton } from '../../bot/actions.ts';
import type { BotContext } from '../../bot/context.ts';
import { say, show } from '../../bot/context.ts';
import { displayPhone } from '../../platform/phone.ts';
import * as text from '../../text/id/approval.ts';
import type { Grants } from '../access/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import type { ApprovalService } from './approval.ts';
import { applicationCard, applicationsPerPage, waitingList } from './approval-messages.ts';
import * as on from './buttons.ts';

type Approver = Grants['coordinator'];

/** Deciding about applications: /pengajuan, and the cards wherever they are. */
export function approvalActions({
  approval,
  wilayah,
}: {
  approval: ApprovalService;
  wilayah: Wilayah;
}): Action[] {
  const showList = async (ctx: BotContext, who: Approver, page: number) => {
    const skip = page * applicationsPerPage;
    const found = await approval.list(who.scope, { skip, take: applicationsPerPage });
    const isEmptyPage = found.applications.length === 0 && found.total > 0;
    if (isEmptyPage) return showList(ctx, who, Math.ceil(found.total / applicationsPerPage) - 1);
    await show(ctx, waitingList(found, page, wilayah));
  };

  const decide = async (ctx: BotContext, who: Approver, id: number, decision: Decision) => {
    const outcome = await approval.decide(who, id, decision);
    if (outcome.ok || outcome.reason === 'already_ended')
      await show(ctx, applicationCard(outcome.application, wilayah));
    else await say(ctx, { text: refusals[outcome.reason] });
  };

  return [
    command({
      name: 'pengajuan',
      need: 'coordinator',
      description: text.menu,
      key: text.key,
      run: (ctx, who) => showList(ctx, who, 0),
    }),
    onButton(on.listButton, 'coordinator', (ctx, who, [page]) => showList(ctx, who, page)),
    onButton(on.openButton, 'coordinator', async (ctx, who, [id]) => {
      const application = await approval.open(who.scope, id);
      if (application === null) await say(ctx, { text: text.gone });
      else await say(ctx, applicationCard(application, wilayah));
    }),
    onButton(on.approveButton, 'coordinator', (ctx, who, [id]) => decide(ctx, who, id, 'APPROVED')),
    onButton(on.rejectButton, 'coordinator', (ctx, who, [id]) => decide(ctx, who, id, 'REJECTED')),
    onButton(on.numberButton, 'coordinator', async (ctx, who, [id]) => {
      const application = await approval.open(who.scope, id);
      if (application === null) await say(ctx, { text: text.gone });
      else if (application.phone === null) await say(ctx, { text: text.noNumber });
      else {
        const { name, phone } = application;
        await say(ctx, { text: text.fullNumber(name, displayPhone(phone)) });
      }
    }),
  ];
}

type Decision = Parameters<ApprovalService['decide']>[2];

const refusals = { out_of_scope: text.notYours, own: text.ownApplication, unknown: text.gone };
