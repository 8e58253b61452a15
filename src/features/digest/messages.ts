import { button, buttons, toSend } from '../../bot/message.ts';
import * as text from '../../text/id/digest.ts';
import { areaShown } from '../report/area-names.ts';
import { recapButton, silentButton } from '../report/buttons.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import type { DigestLetter } from './service.ts';

/** How a digest reads; its buttons lead to the recap and to the silent. */
export function digestLetter(wilayah: Wilayah): DigestLetter {
  return ({ people, city, ...view }) =>
    toSend({
      text: text.digest({ ...view, area: areaShown(people, { city }, wilayah) }),
      keyboard: buttons([
        button(text.labels.recap, recapButton.data(view.event.id)),
        button(text.labels.silent, silentButton.data(view.event.id, 0)),
      ]),
    });
}
