import type { BotContext } from '../../bot/context.ts';
import { saidText, say } from '../../bot/context.ts';
import { parseJabatan } from '../../language/jabatan.ts';
import { displayName } from '../../language/names.ts';
import * as text from '../../text/id/registration.ts';
import { unknown as placeUnknown } from '../../text/id/wilayah.ts';
import type { Actor } from '../access/rules.ts';
import type { AreaReading } from '../wilayah/area-reading.ts';
import type { Conversation, RegistrationChat } from './conversation.ts';
import { sharedContact } from './conversation.ts';
import { unclearPlace } from './form-messages.ts';
import { readName } from './name-reading.ts';
import { isComplete, nextQuestion, withAnswer } from './rules.ts';
import type { Answers, Registration } from './schema.ts';

type Change = Parameters<typeof withAnswer>[1];

/** Takes one answer of the form and asks for the next one. */
export async function takeAnswer(
  ctx: BotContext,
  who: Actor,
  answers: Answers,
  change: Change,
  { service }: RegistrationChat,
  conversation: Conversation,
): Promise<void> {
  const changed = withAnswer(answers, change);
  const namesakes = isComplete(changed) ? await service.namesakes(changed) : [];
  await conversation.goTo(ctx, who, {
    step: 'questions',
    answers: { ...changed, namesakes: namesakes.map(({ id }) => id) },
  });
}

/** Whatever is sent while the conversation is open: an answer, or something that is met with help. */
export function createListener(chat: RegistrationChat, conversation: Conversation) {
  const { wilayah, areas } = chat;

  return async (ctx: BotContext, who: Actor): Promise<void> => {
    const at = await conversation.current(who);
    if (at === null || who.kader !== null) return conversation.begin(ctx, who);
    switch (at.step) {
      case 'consent':
        return conversation.ask(ctx, who, at, { note: text.consentNeeded });
      case 'phone':
        return hearNumber(ctx, who, at);
      case 'match':
        return conversation.ask(ctx, who, at, { note: text.notes.pickButton });
      case 'questions':
        return hearAnswer(ctx, who, at.answers);
    }
  };

  function hearNumber(ctx: BotContext, who: Actor, at: Registration): Promise<void> {
    const contact = sharedContact(ctx);
    if (contact !== null) return conversation.takeContact(ctx, who, contact);
    const typesNumber = /\d{4}/.test(saidText(ctx).replace(/[\s.-]/g, ''));
    const note = typesNumber ? text.numberNotTyped : text.notes.strange;
    return conversation.ask(ctx, who, at, { note });
  }

  async function hearAnswer(ctx: BotContext, who: Actor, answers: Answers): Promise<void> {
    const said = saidText(ctx);
    const again = (note: typeof text.notes.strange) =>
      conversation.ask(ctx, who, { step: 'questions', answers }, { note });
    const take = (change: Change) => takeAnswer(ctx, who, answers, change, chat, conversation);
    const takePlace = (reading: AreaReading) => {
      if (reading.ok) return take(reading.area);
      if (reading.mayBe.length === 0) return again(placeUnknown(said));
      return say(ctx, unclearPlace(said, reading.mayBe, wilayah)).then(() => undefined);
    };

    const question = nextQuestion(answers);
    if (said === '' && question !== 'name') return again(text.notes.strange);
    switch (question) {
      case 'jabatan': {
        const reading = parseJabatan(said);
        return reading.ok ? take({ jabatan: reading.value }) : again(text.notes.jabatanUnknown);
      }
      case 'kecamatan':
        return takePlace(areas.kecamatan(said));
      case 'kelurahan':
        return takePlace(areas.kelurahan(said, answers.kecamatanCode ?? ''));
      case 'name': {
        const reading = readName(said);
        return reading.ok
          ? take({ name: displayName(reading.name) })
          : again(text.nameFaults[reading.reason]);
      }
      case 'namesakes':
      case 'not_found':
      case 'summary':
        return again(text.notes.pickButton);
    }
  }
}
