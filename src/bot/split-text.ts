import { Html } from '../text/html.ts';

/** Bot API: a text has at most 4096 characters; markup counts too here, which keeps a margin. */
const maxLength = 4096;

/**
 * Cuts a text at line ends into parts that Telegram accepts. Our texts open and close their markup
 * within a line, so a cut between lines never breaks it.
 */
export function splitText(text: Html): Html[] {
  if (text.markup.length <= maxLength) return [text];
  const parts: string[] = [];
  let part = '';
  for (const line of text.markup.split('\n')) {
    if (part !== '' && part.length + 1 + line.length > maxLength) {
      parts.push(part);
      part = '';
    }
    part = part === '' ? line : `${part}\n${line}`;
  }
  if (part !== '') parts.push(part);
  return parts.map((markup) => Html.ofEscaped(markup));
}
