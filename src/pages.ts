import type { FastifyInstance } from 'fastify';
import { checkInPages } from './features/check-in/pages.ts';
import { documentPages } from './features/document/pages.ts';
import type { Wilayah } from './features/wilayah/rules.ts';
import type { Ports } from './platform/ports.ts';
import { noSuchPage } from './text/id/common.ts';

/** What the pages stand on. */
export interface PageDeps {
  ports: Ports;
  wilayah: Wilayah;
  /** Where browsers find them, without a slash at the end. */
  publicUrl: string;
  /** The bot's name without @, for links into the chat; known once Telegram has said it. */
  botUsername: () => string;
}

/** Adds every page of every feature to the process's web server, before it listens. */
export function servePages(server: FastifyInstance, deps: PageDeps): void {
  checkInPages(deps)(server);
  documentPages(deps)(server);
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).type('text/plain; charset=utf-8').send(noSuchPage),
  );
}
