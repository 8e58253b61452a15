import { type Html, html, lines } from '../../text/html.ts';
import * as text from '../../text/id/document-pages.ts';
import { printedCode } from './codes.ts';
import type { IssuedPaper } from './repository.ts';
import { type FileVerdict, fileHashesOf, type Verification } from './verification.ts';

/**
 * The pages that confirm papers, as HTML. What comes from outside stands between tags only, where `html`
 * escapes it; attributes hold codes and hashes.
 */

/** Which page it is: one more folder down, addresses begin with `../`. */
export type PageAt = 'start' | 'paper';

/** The page with the field for a code. */
export function startPage(office: string): string {
  return page('start', office, askForm('start'));
}

/** The name of the form's field for a file. */
export const fileField = 'berkas';

/** What is known about a code, and about a file that was sent to be compared. */
export function verificationPage(
  office: string,
  verification: Verification,
  at: PageAt,
  verdict: FileVerdict | null,
): string {
  if (!verification.ok)
    return page(
      at,
      office,
      lines(section('unknown', text.notFound[verification.reason]), askForm(at)),
    );
  const { paper, isRevoked } = verification;
  if (isRevoked) return page(at, office, section('revoked', text.revoked));
  return page(
    at,
    office,
    lines(
      verdict !== null &&
        html`<section><p class="verdict ${verdict}">${text.file[verdict]}</p></section>`,
      section('known', text.known[paper.facts.kind], factList(paper)),
      fileForm(paper),
    ),
  );
}

function page(at: PageAt, office: string, content: Html): string {
  const up = at === 'start' ? '' : '../';
  return lines(
    html`<!doctype html>`,
    html`<html lang="id">`,
    html`<head>`,
    html`<meta charset="utf-8">`,
    html`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    html`<meta name="robots" content="noindex">`,
    html`<title>${text.title}</title>`,
    html`<link rel="icon" href="data:,">`,
    html`<link rel="stylesheet" href="${up}periksa/halaman/check-file.css">`,
    html`<script type="module" src="${up}periksa/halaman/check-file.js"></script>`,
    html`</head>`,
    html`<body><main>`,
    html`<p class="office">${office}</p>`,
    content,
    at === 'paper' && html`<p><a href="${up}periksa">${text.another}</a></p>`,
    html`</main></body>`,
    html`</html>`,
    '',
  ).markup;
}

function section(
  kind: 'known' | 'unknown' | 'revoked',
  { heading, hint }: { heading: string; hint: string },
  more: Html = html``,
): Html {
  return html`<section class="${kind}"><h1>${heading}</h1><p>${hint}</p>${more}</section>`;
}

function factList(paper: IssuedPaper): Html {
  const { facts, code, contentHash, issuedAt } = paper;
  const { labels } = text;
  const { event } = facts;
  const own: [string, string][] =
    facts.kind === 'CERTIFICATE'
      ? [
          [labels.name, facts.person.name],
          [labels.number, facts.number],
        ]
      : [
          [labels.areas, facts.areas?.join(', ') ?? text.wholeCity],
          [labels.form, `${text.form[facts.variant]}, ${text.format[facts.format]}`],
          [labels.people, text.people(facts.tally, facts.variant)],
        ];
  const plain: [string, string][] = [
    [labels.event, event.title],
    [labels.time, text.time(event.startsAt, event.endsAt)],
    [labels.place, event.place],
    ...own,
    [labels.made, text.made(issuedAt)],
  ];
  const codes: [string, string][] = [
    [labels.code, printedCode(code)],
    [labels.contentHash, contentHash],
    ...fileHashesOf(paper).map((hash): [string, string] => [labels.fileHash, hash]),
  ];
  return html`<dl>${lines(
    ...plain.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`),
    ...codes.map(([label, value]) => html`<dt>${label}</dt><dd class="code">${value}</dd>`),
  )}</dl>`;
}

/** Sends the file to be compared; where the script runs, it is compared on the device instead. */
function fileForm(paper: IssuedPaper): Html {
  const { heading, hint, label, submit, busy, genuine, altered, failed } = text.file;
  return lines(
    html`<section><h2>${heading}</h2><p>${hint}</p>`,
    html`<form class="file" action="${paper.code}" method="post" enctype="multipart/form-data"`,
    html` data-hashes="${fileHashesOf(paper).join(' ')}"`,
    html` data-busy="${busy}" data-genuine="${genuine}" data-altered="${altered}" data-failed="${failed}">`,
    html`<label>${label}<input type="file" name="${fileField}" accept=".pdf,.xlsx" required></label>`,
    html`<button>${submit}</button><output class="verdict"></output>`,
    html`</form></section>`,
  );
}

function askForm(at: PageAt): Html {
  const action = at === 'start' ? 'periksa' : '../periksa';
  return lines(
    html`<section><h1>${text.title}</h1><p>${text.ask}</p>`,
    html`<form action="${action}" method="get">`,
    html`<input name="kode" aria-label="${text.codeLabel}" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" required>`,
    html`<button>${text.submit}</button>`,
    html`</form></section>`,
  );
}
