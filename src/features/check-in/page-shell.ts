import { closedDoor, desk, wall } from '../../text/id/check-in-page.ts';
import type { PageRefusal } from './page-contract.ts';
import type { PageKey } from './page-keys.ts';

/**
 * The HTML around a page's script, or around the reason why there is none. A desk's script runs even then: it
 * tells what the device still keeps.
 */
export function pageHtml(page: PageKey['page'], refusal: PageRefusal['reason'] | null): string {
  const { title } = page === 'wall' ? wall : desk;
  const script =
    refusal === null || page === 'desk'
      ? `<script type="module" src="../halaman/absen/${page}.js"></script>`
      : '';
  const door = refusal === null ? '' : doorHtml(closedDoor[refusal]);
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="stylesheet" href="../halaman/absen/${page}.css">
<link rel="icon" href="data:,">
${script}
</head>
<body><div id="app">${door}</div></body>
</html>
`;
}

/** The words are the catalogue's own, nothing of it comes from outside. */
function doorHtml({ heading, hint }: { heading: string; hint: string }): string {
  return `<main class="door"><h1>${heading}</h1><p>${hint}</p></main>`;
}
