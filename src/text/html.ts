/** Text in Telegram's HTML style in which everything from outside has been escaped. */
export class Html {
  readonly markup: string;

  private constructor(markup: string) {
    this.markup = markup;
  }

  /** The only way in; use the `html` tag, which escapes. */
  static ofEscaped(markup: string): Html {
    return new Html(markup);
  }
}

/**
 * Builds Html: every value is escaped, unless it is Html itself.
 *
 * @example html`<b>${kader.name}</b>`
 */
export function html(parts: TemplateStringsArray, ...values: (string | number | Html)[]): Html {
  let markup = parts[0] ?? '';
  values.forEach((value, index) => {
    markup += value instanceof Html ? value.markup : escapeHtml(String(value));
    markup += parts[index + 1] ?? '';
  });
  return Html.ofEscaped(markup);
}

/** One under the other; `null` and `false` leave a line out, an empty string is an empty line. */
export function lines(...content: (Html | string | null | false)[]): Html {
  return Html.ofEscaped(
    content
      .filter((line) => line !== null && line !== false)
      .map((line) => (line instanceof Html ? line.markup : escapeHtml(line)))
      .join('\n'),
  );
}

/** The same words without markup, for a terminal. */
export function plainText({ markup }: Html): string {
  return markup
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
