import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';

/** The chat page: its sources, bundled in memory when somebody first asks. */
export class Page {
  readonly #folder = fileURLToPath(new URL('./page/', import.meta.url));
  readonly #bundles = new Map<string, Promise<string>>();

  html(): Promise<string> {
    return readFile(`${this.#folder}index.html`, 'utf8');
  }

  css(): Promise<string> {
    return this.#bundle('app.css');
  }

  script(): Promise<string> {
    return this.#bundle('main.tsx');
  }

  /** One bundle for all; after a failed build the next request tries again. */
  #bundle(entry: string): Promise<string> {
    const known = this.#bundles.get(entry);
    if (known !== undefined) return known;
    const bundle = this.#build(entry).catch((error: unknown) => {
      this.#bundles.delete(entry);
      throw error;
    });
    this.#bundles.set(entry, bundle);
    return bundle;
  }

  async #build(entry: string): Promise<string> {
    const { build } = await import('esbuild');
    const result = await build({
      entryPoints: [`${this.#folder}${entry}`],
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      minify: true,
      logLevel: 'silent',
    });
    return result.outputFiles[0]?.text ?? '';
  }
}

/** Serves `/`, `/app.css` and `/app.js`; anything else is not found. */
export async function sendPage(page: Page, path: string, response: ServerResponse): Promise<void> {
  switch (path) {
    case '/':
    case '/index.html':
      return sendText(response, 200, 'text/html', await page.html());
    case '/app.css':
      return sendText(response, 200, 'text/css', await page.css());
    case '/app.js':
      return sendText(response, 200, 'text/javascript', await page.script());
    default:
      return sendText(response, 404, 'text/plain', 'Not Found');
  }
}

function sendText(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-cache',
  });
  response.end(body);
}
