import type { Action } from '../../bot/actions.ts';
import { onButton } from '../../bot/actions.ts';
import type { BotContext } from '../../bot/context.ts';
import { show } from '../../bot/context.ts';
import * as text from '../../text/id/registration.ts';
import type { Actor } from '../access/rules.ts';
import * as on from './buttons.ts';
import type { Conversation, RegistrationChat } from './conversation.ts';
import { changeMenu } from './form-messages.ts';
import { stepBack, withAnswer } from './rules.ts';
import type { Answers } from './schema.ts';
import { takeAnswer } from './typed-answers.ts';

/** The buttons of the form: answers, pages of areas, the way back. */
export function formButtons(chat: RegistrationChat, conversation: Conversation): Action[] {
  const { wilayah } = chat;

  /** Runs `work` with the answers so far, or shows where the person really is. */
  const withAnswers = async (
    ctx: BotContext,
    who: Actor,
    work: (answers: Answers) => Promise<void>,
  ) => {
    const at = await conversation.current(who);
    if (who.kader !== null || at?.step !== 'questions') return conversation.begin(ctx, who);
    return work(at.answers);
  };
  const goOn = (ctx: BotContext, who: Actor, answers: Answers) =>
    conversation.goTo(ctx, who, { step: 'questions', answers });
  const turnPage = (ctx: BotContext, who: Actor, page: number) =>
    withAnswers(ctx, who, (answers) =>
      conversation.ask(ctx, who, { step: 'questions', answers }, { page }),
    );
  const take = (ctx: BotContext, who: Actor, change: Parameters<typeof withAnswer>[1]) =>
    withAnswers(ctx, who, (answers) => takeAnswer(ctx, who, answers, change, chat, conversation));

  return [
    onButton(on.jabatanButton, 'anyone', (ctx, who, [jabatan]) => take(ctx, who, { jabatan })),
    onButton(on.kecamatanButton, 'anyone', (ctx, who, [kecamatanCode]) =>
      wilayah.findKecamatan(kecamatanCode) === null
        ? conversation.begin(ctx, who)
        : take(ctx, who, { kecamatanCode }),
    ),
    onButton(on.kelurahanButton, 'anyone', (ctx, who, [kelurahanCode]) => {
      const kecamatanCode = wilayah.findKelurahan(kelurahanCode)?.kecamatanCode;
      return kecamatanCode === undefined
        ? conversation.begin(ctx, who)
        : take(ctx, who, { kecamatanCode, kelurahanCode });
    }),
    onButton(on.kecamatanPageButton, 'anyone', (ctx, who, [page]) => turnPage(ctx, who, page)),
    onButton(on.kelurahanPageButton, 'anyone', (ctx, who, [page]) => turnPage(ctx, who, page)),
    onButton(on.listedElsewhereButton, 'anyone', (ctx, who) =>
      withAnswers(ctx, who, (answers) =>
        conversation.goTo(
          ctx,
          who,
          { step: 'questions', answers: { ...answers, claimsListed: true } },
          { note: text.notes.listedElsewhere },
        ),
      ),
    ),
    onButton(on.registerAsNewButton, 'anyone', (ctx, who) =>
      withAnswers(ctx, who, (answers) => goOn(ctx, who, { ...answers, claimsListed: false })),
    ),
    onButton(on.noneOfThemButton, 'anyone', (ctx, who) =>
      withAnswers(ctx, who, (answers) => goOn(ctx, who, { ...answers, namesakes: [] })),
    ),
    onButton(on.backButton, 'anyone', (ctx, who) =>
      withAnswers(ctx, who, (answers) => goOn(ctx, who, stepBack(answers))),
    ),
    onButton(on.changeButton, 'anyone', (ctx, who) =>
      withAnswers(ctx, who, () => show(ctx, changeMenu())),
    ),
    onButton(on.redoButton, 'anyone', (ctx, who, [what]) =>
      withAnswers(ctx, who, (answers) => goOn(ctx, who, withAnswer(answers, emptied[what]))),
    ),
  ];
}

const emptied = {
  jabatan: { jabatan: null },
  area: { kecamatanCode: null },
  name: { name: null },
} as const;
