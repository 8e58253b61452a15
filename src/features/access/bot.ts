import type { Action } from '../../bot/actions.ts';
import { command, onButton, onLink } from '../../bot/actions.ts';
import type { BotContext } from '../../bot/context.ts';
import { say, show } from '../../bot/context.ts';
import { mainKeys } from '../../bot/menus.ts';
import type { Registry } from '../../bot/registry.ts';
import * as text from '../../text/id/access.ts';
import type { AccessChat } from './appointment.ts';
import { appointmentActions } from './appointment.ts';
import * as on from './buttons.ts';
import * as messages from './messages.ts';
import { officersPerPage } from './messages.ts';

/** Roles: /petugas, the claim code of the first admin, and links that give a role. */
export function accessActions(chat: AccessChat & { registry: () => Registry }): Action[] {
  return [
    ...officerActions(chat),
    ...appointmentActions(chat),
    ...roleLinkActions(chat),
    command({
      name: 'klaim',
      need: 'anyone',
      async run(ctx, who, rest) {
        if (rest === '') return void (await say(ctx, { text: text.claimUsage }));
        const outcome = await chat.invitations.claim(who, rest);
        if (!outcome.ok) return void (await say(ctx, { text: text.claimRefusals[outcome.reason] }));
        const keyboard = mainKeys(chat.registry(), outcome.actor);
        await say(ctx, { text: text.granted(text.roleLabels.ADMIN), keyboard });
      },
    }),
  ];
}

function officerActions({ access, wilayah }: AccessChat): Action[] {
  const showList = async (ctx: BotContext, page: number): Promise<void> => {
    const found = await access.officers({ skip: page * officersPerPage, take: officersPerPage });
    if (found.officers.length === 0 && page > 0) return showList(ctx, page - 1);
    await show(ctx, messages.officerList(found, page, wilayah));
  };
  const showOne = async (ctx: BotContext, grantId: number, card: typeof messages.officerCard) => {
    const officer = await access.officer(grantId);
    await show(
      ctx,
      officer === null ? messages.aside(text.revokeRefusals.not_in_force) : card(officer, wilayah),
    );
  };
  return [
    command({
      name: 'petugas',
      need: 'admin',
      description: text.menu,
      run: (ctx) => showList(ctx, 0),
    }),
    onButton(on.listButton, 'admin', (ctx, _, [page]) => showList(ctx, page)),
    onButton(on.openButton, 'admin', (ctx, _, [id]) => showOne(ctx, id, messages.officerCard)),
    onButton(on.revokeButton, 'admin', (ctx, _, [id]) => showOne(ctx, id, messages.revokeQuestion)),
    onButton(on.revokeSurelyButton, 'admin', async (ctx, who, [id]) => {
      const outcome = await access.revoke(who, id);
      await show(
        ctx,
        outcome.ok
          ? messages.revokeDone(outcome.officer, wilayah)
          : messages.aside(text.revokeRefusals[outcome.reason]),
      );
    }),
  ];
}

function roleLinkActions({
  invitations,
  wilayah,
  registry,
}: AccessChat & { registry: () => Registry }): Action[] {
  return [
    onLink('tugas', 'anyone', async (ctx, _, code) => {
      const found = await invitations.view(code);
      await say(
        ctx,
        found.ok
          ? messages.invitation(found.role, found.invitedBy, code, wilayah)
          : { text: text.inviteFaults[found.reason] },
      );
    }),
    onButton(on.acceptButton, 'anyone', async (ctx, who, [code]) => {
      const outcome = await invitations.accept(who, code);
      if (outcome.ok) {
        const role = messages.roleName(outcome.role, wilayah);
        await show(ctx, { text: text.accepted(role) });
        const keyboard = mainKeys(registry(), outcome.actor);
        await say(ctx, { text: text.granted(role), keyboard });
      } else if (outcome.reason === 'already')
        await show(ctx, { text: text.alreadyYours(messages.roleName(outcome.role, wilayah)) });
      else await show(ctx, { text: text.inviteFaults[outcome.reason] });
    }),
    onButton(on.refuseButton, 'anyone', (ctx) => show(ctx, { text: text.refused })),
  ];
}
