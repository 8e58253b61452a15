import type { Message } from '../../bot/message.ts';
import { button, buttons } from '../../bot/message.ts';
import { maskPhone, phoneFromE164 } from '../../platform/phone.ts';
import type { Html } from '../../text/html.ts';
import type { FormFigures } from '../../text/id/application.ts';
import * as text from '../../text/id/registration.ts';
import { fullPlace } from '../../text/id/wilayah.ts';
import type { Area } from '../access/rules.ts';
import type { Kader } from '../kader/repository.ts';
import { areaButtons, unclearArea } from '../wilayah/messages.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import { noted } from './messages.ts';
import { nextQuestion } from './rules.ts';
import type { Answers } from './schema.ts';

/** What is asked next, from what was answered so far. */
export function formQuestion(
  answers: Answers,
  wilayah: Wilayah,
  more: { namesakes?: Kader[]; page?: number; note?: Html | undefined } = {},
): Message {
  const { namesakes = [], page = 0, note } = more;
  const jabatan = answers.jabatan ?? '';
  const kecamatan = wilayah.findKecamatan(answers.kecamatanCode ?? '')?.name ?? '';
  const kelurahan = wilayah.findKelurahan(answers.kelurahanCode ?? '')?.name ?? null;
  const place = fullPlace(kelurahan, kecamatan);
  const back = button(text.labels.back, on.backButton.data());
  switch (nextQuestion(answers)) {
    case 'jabatan':
      return {
        text: noted(note, text.askJabatan),
        keyboard: buttons(
          [
            button(text.labels.psm, on.jabatanButton.data('PSM')),
            button(text.labels.tksk, on.jabatanButton.data('TKSK')),
          ],
          answers.claimsListed
            ? []
            : [button(text.labels.listedElsewhere, on.listedElsewhereButton.data())],
        ),
      };
    case 'kecamatan':
      return {
        text: noted(note, text.askKecamatan(jabatan)),
        keyboard: buttons(
          ...areaButtons(wilayah.kecamatan, page, {
            pick: on.kecamatanButton.data,
            turn: on.kecamatanPageButton.data,
          }),
          [back],
        ),
      };
    case 'kelurahan':
      return {
        text: noted(note, text.askKelurahan(kecamatan)),
        keyboard: buttons(
          ...areaButtons(wilayah.kelurahanOf(answers.kecamatanCode ?? ''), page, {
            pick: on.kelurahanButton.data,
            turn: on.kelurahanPageButton.data,
          }),
          [back],
        ),
      };
    case 'name':
      return { text: noted(note, text.askName(jabatan, place)), keyboard: buttons([back]) };
    case 'namesakes':
      return namesakeQuestion(namesakes, note);
    case 'not_found':
      return {
        text: noted(note, text.notFound(answers.name ?? '', place)),
        keyboard: buttons(
          [
            button(text.labels.otherName, on.redoButton.data('name')),
            button(text.labels.otherArea, on.redoButton.data('area')),
          ],
          [button(text.labels.registerAsNew, on.registerAsNewButton.data())],
        ),
      };
    case 'summary':
      return {
        text: noted(note, text.summary(formFigures(answers, wilayah))),
        keyboard: buttons([
          button(text.labels.send, on.sendButton.data()),
          button(text.labels.change, on.changeButton.data()),
        ]),
      };
  }
}

function namesakeQuestion(namesakes: Kader[], note?: Html): Message {
  const masked = ({ phone }: Kader) => (phone === null ? null : maskPhone(phone));
  const [only, ...others] = namesakes;
  const none = [button(text.labels.noneOfThem, on.noneOfThemButton.data())];
  if (only !== undefined && others.length === 0)
    return {
      text: noted(note, text.askNamesake(only.name, masked(only))),
      keyboard: buttons([button(text.labels.itIsMe, on.itIsMeButton.data(only.id))], none),
    };
  return {
    text: noted(note, text.askNamesakes),
    keyboard: buttons(
      ...namesakes.map((kader) => [
        button(text.namesakeLabel(kader.name, masked(kader)), on.itIsMeButton.data(kader.id)),
      ]),
      none,
    ),
  };
}

/** Areas that a typed answer may mean, to choose from. */
export function unclearPlace(said: string, mayBe: Area[], wilayah: Wilayah): Message {
  const pick = { kecamatan: on.kecamatanButton.data, kelurahan: on.kelurahanButton.data };
  return unclearArea(said, mayBe, wilayah, pick, [button(text.labels.back, on.backButton.data())]);
}

/** Which answer is to be given again. */
export function changeMenu(): Message {
  return {
    text: text.whatToChange,
    keyboard: buttons(
      [
        button(text.labels.changeName, on.redoButton.data('name')),
        button(text.labels.changeJabatan, on.redoButton.data('jabatan')),
        button(text.labels.changeArea, on.redoButton.data('area')),
      ],
      [button(text.labels.back, on.startButton.data())],
    ),
  };
}

function formFigures(answers: Answers, wilayah: Wilayah): FormFigures {
  const { name, jabatan, kecamatanCode, kelurahanCode } = answers;
  const kecamatan = wilayah.findKecamatan(kecamatanCode ?? '')?.name ?? '';
  const kelurahan = wilayah.findKelurahan(kelurahanCode ?? '')?.name ?? null;
  return {
    name: name ?? '',
    jabatan: jabatan ?? '',
    area: fullPlace(kelurahan, kecamatan),
    masked: maskPhone(phoneFromE164(answers.phone)),
  };
}
