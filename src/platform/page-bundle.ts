import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

/** A script or style sheet as browsers get it. */
export interface PageAsset {
  body: string;
  type: string;
  /** Of the content, for `ETag`. */
  hash: string;
}

/** The browser side of a feature's pages: its sources, bundled in memory when somebody first asks. */
export interface PageBundle {
  /** @param entry a file of the folder: `wall.tsx`, `wall.css` */
  asset(entry: string): Promise<PageAsset>;
}

/** @param folder where the sources lie, with a slash at the end */
export function createPageBundle(folder: URL): PageBundle {
  const assets = new Map<string, Promise<PageAsset>>();
  return {
    asset(entry) {
      const known = assets.get(entry);
      if (known !== undefined) return known;
      const asset = build(fileURLToPath(new URL(entry, folder))).catch((error: unknown) => {
        // The next request tries again.
        assets.delete(entry);
        throw error;
      });
      assets.set(entry, asset);
      return asset;
    },
  };
}

async function build(path: string): Promise<PageAsset> {
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
    // Fonts are served as they are.
    external: ['*.ttf'],
  });
  const body = result.outputFiles[0]?.text ?? '';
  return {
    body,
    type: path.endsWith('.css') ? 'text/css' : 'text/javascript',
    hash: createHash('sha256').update(body).digest('base64url').slice(0, 16),
  };
}
