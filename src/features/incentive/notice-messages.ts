import { button, buttons, type Message, toSend } from '../../bot/message.ts';
import * as text from '../../text/id/incentive-notice.ts';
import * as on from './buttons.ts';
import type { NoticeLetter, NoticeOffer, SendOutcome } from './notices.ts';

/** The news to one person, with the way to all their months. */
export const noticeLetter: NoticeLetter = ({ name, months }) =>
  toSend({
    text: text.news(name, months),
    keyboard: buttons([button(text.labels.look, on.overviewButton.data())]),
  });

/** What an import has to tell, and the buttons that tell it or leave it for later. */
export function offerCard({ file, ...counts }: NoticeOffer): Message {
  const words = text.offer({ fileName: file.fileName, ...counts });
  if (counts.people === 0) return { text: words };
  return {
    text: words,
    keyboard: buttons(
      [button(text.labels.send(counts.people), on.tellButton.data(file.id))],
      [button(text.labels.wait, on.tellLaterButton.data())],
    ),
  };
}

/** The imports with something to tell. */
export function offersCard(offers: readonly NoticeOffer[]): Message {
  if (offers.length === 0) return { text: text.nothingToTell };
  return {
    text: text.list,
    keyboard: buttons(
      ...offers.map(({ file, people }) => [
        button(text.labels.open(file.fileName, people), on.newsButton.data(file.id)),
      ]),
    ),
  };
}

/** What became of *Kirim*. */
export function sentCard(outcome: SendOutcome): Message {
  if (!outcome.ok) return { text: outcome.reason === 'gone' ? text.gone : text.nothingToTell };
  return { text: text.sent(outcome.people, outcome.isLater ? outcome.at : null) };
}
