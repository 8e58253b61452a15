import type { Action } from '../../bot/actions.ts';
import { command, onButton, onStep } from '../../bot/actions.ts';
import type { BotContext } from '../../bot/context.ts';
import { say, show } from '../../bot/context.ts';
import { clearDraft, readDraft } from '../../bot/drafts.ts';
import { mainKeys } from '../../bot/menus.ts';
import * as text from '../../text/id/profile.ts';
import type { Grants } from '../access/rules.ts';
import { submittedCard } from '../application/messages.ts';
import { type Wanted, wantedFor } from '../application/rules.ts';
import * as on from './buttons.ts';
import type { ProfileChat } from './conversation.ts';
import { createProfileConversation, profileDraft } from './conversation.ts';
import * as messages from './messages.ts';

type Self = Grants['kader'];

/** /profil: seeing one's own data and changing them. */
export function profileActions(chat: ProfileChat): Action[] {
  const { ports, profile, applications, wilayah } = chat;
  const conversation = createProfileConversation(chat);
  const current = (who: Self) => readDraft(ports.db, profileDraft, who.accountId);

  const showProfile = async (ctx: BotContext, who: Self) => {
    const { kader, facts } = await profile.view(who);
    const waiting = await applications.waiting(who.accountId);
    await show(ctx, messages.profileCard(kader, facts, waiting, wilayah));
  };

  return [
    command({
      name: 'profil',
      need: 'kader',
      description: text.menu,
      key: text.key,
      run: showProfile,
    }),
    onButton(on.profileButton, 'kader', showProfile),
    onButton(on.dataButton, 'kader', async (ctx, who) => {
      const { kader, facts } = await profile.view(who);
      await show(ctx, messages.dataCard(kader, facts, wilayah));
    }),
    onButton(on.nameButton, 'kader', (ctx, who) => conversation.goTo(ctx, who, { step: 'name' })),
    onButton(on.moveButton, 'kader', (ctx, who) =>
      conversation.goTo(ctx, who, { step: 'kecamatan' }),
    ),
    onButton(on.numberButton, 'kader', (ctx, who) =>
      conversation.goTo(ctx, who, { step: 'number' }),
    ),
    onStep(profileDraft, 'kader', conversation.hear),

    onButton(on.kecamatanButton, 'kader', (ctx, who, [kecamatanCode]) =>
      conversation.takeArea(ctx, who, { kecamatanCode, kelurahanCode: null }),
    ),
    onButton(on.kelurahanButton, 'kader', (ctx, who, [kelurahanCode]) => {
      const kecamatanCode = wilayah.findKelurahan(kelurahanCode)?.kecamatanCode;
      return kecamatanCode === undefined
        ? showProfile(ctx, who)
        : conversation.takeArea(ctx, who, { kecamatanCode, kelurahanCode });
    }),
    onButton(on.kecamatanPageButton, 'kader', (ctx, who, [page]) =>
      conversation.ask(ctx, who, { step: 'kecamatan' }, { page }),
    ),
    onButton(on.kelurahanPageButton, 'kader', async (ctx, who, [page]) => {
      const at = await current(who);
      if (at?.step === 'kelurahan') await conversation.ask(ctx, who, at, { page });
      else await showProfile(ctx, who);
    }),
    onButton(on.sendButton, 'kader', async (ctx, who) => {
      const at = await current(who);
      const { kader } = await profile.view(who);
      if (at?.step === 'other_name')
        await submit(ctx, who, wantedFor(kader, 'MOVE', { name: at.name }));
      else if (at?.step === 'move') {
        const { kecamatanCode, kelurahanCode } = at;
        await submit(ctx, who, wantedFor(kader, 'MOVE', { kecamatanCode, kelurahanCode }));
      } else await showProfile(ctx, who);
    }),
    onButton(on.cancelButton, 'kader', async (ctx, who) => {
      if ((await current(who)) !== null) await clearDraft(ports.db, who.accountId);
      await show(ctx, { text: text.unchanged });
    }),
  ];

  async function submit(ctx: BotContext, who: Self, wanted: Wanted): Promise<void> {
    const outcome = await applications.submit(who, wanted);
    await clearDraft(ports.db, who.accountId);
    if (outcome.ok) await show(ctx, submittedCard(outcome.application, wilayah));
    else await say(ctx, { text: text.lost, keyboard: mainKeys(chat.registry(), who) });
  }
}
