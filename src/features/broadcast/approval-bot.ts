import { type Action, onButton } from '../../bot/actions.ts';
import { say, show } from '../../bot/context.ts';
import { button, buttons, type Message, toSend } from '../../bot/message.ts';
import * as text from '../../text/id/broadcast-approval.ts';
import { type ApprovalLetters, decide, withdrawRequest } from './approval.ts';
import * as on from './buttons.ts';
import type { BroadcastDeps } from './conversation.ts';
import { excerpt } from './messages.ts';

/** What other staff and the composer do about a broadcast that waits for approval. */
export function approvalActions({ ports, approval }: BroadcastDeps): Action[] {
  return [
    onButton(on.decideButton, 'staff', async (ctx, who, [id, round, decision]) => {
      const decided = await decide(ports, approval, { id, round }, decision, who);
      if (!decided.ok) return void (await say(ctx, { text: refusals[decided.reason] }));
      await show(ctx, { text: decision === 'approved' ? text.youApproved : text.youRejected });
    }),
    onButton(on.withdrawButton, 'staff', async (ctx, who, [id]) => {
      if (!(await withdrawRequest(ports, id, who.accountId)))
        return void (await say(ctx, { text: text.alreadyDecided }));
      await show(ctx, { text: text.withdrawn, keyboard: reopen(id) });
    }),
  ];
}

const refusals = {
  gone: text.alreadyDecided,
  own: text.notYourself,
  already_decided: text.alreadyDecided,
};

/** What the composer sees while it waits. */
export function waitingCard(id: number, recipients: number): Message {
  return {
    text: text.waiting(recipients),
    keyboard: buttons([button(text.labels.withdraw, on.withdrawButton.data(id))]),
  };
}

/** The letters about an approval. */
export const approvalLetters: ApprovalLetters = {
  ask: ({ id, content, scheduledAt, approvalRound }, composer, recipients) =>
    toSend({
      text: text.ask({ composer, recipients, words: excerpt(content), at: scheduledAt }),
      keyboard: buttons(
        [
          button(text.labels.look, on.sampleButton.data(id)),
          button(text.labels.recipients, on.recipientFileButton.data(id)),
        ],
        [
          button(text.labels.approve, on.decideButton.data(id, approvalRound, 'approved')),
          button(text.labels.reject, on.decideButton.data(id, approvalRound, 'rejected')),
        ],
      ),
    }),
  decided: ({ id, content, scheduledAt }, decision, by) =>
    toSend(
      decision === 'approved'
        ? { text: text.approved(by, excerpt(content), scheduledAt) }
        : { text: text.rejected(by, excerpt(content)), keyboard: reopen(id) },
    ),
};

function reopen(id: number) {
  return buttons([button(text.labels.open, on.confirmButton.data(id))]);
}
