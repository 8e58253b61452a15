import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { createPageBundle, type PageAsset } from '../../platform/page-bundle.ts';
import type { Ports } from '../../platform/ports.ts';
import { createLetterheadService } from '../letterhead/service.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { deskLetters } from './messages.ts';
import { admitToDesk, admitToWall } from './page-access.ts';
import type { DeskState, PageRefusal } from './page-contract.ts';
import { carryOut, deedsSchema } from './page-deeds.ts';
import type { PageKey } from './page-keys.ts';
import { pageHtml } from './page-shell.ts';
import { deskArrival, deskRoster, wallState } from './page-views.ts';
import { gateState } from './rules.ts';
import { createCheckInService } from './service.ts';

export interface CheckInPagesDeps {
  ports: Ports;
  wilayah: Wilayah;
  /** The bot's name without @. */
  botUsername: () => string;
}

/** The browser's files by the names under which they are asked for. */
const assetEntries: Record<string, string> = {
  'wall.js': 'wall.tsx',
  'wall.css': 'wall.css',
  'desk.js': 'desk.tsx',
  'desk.css': 'desk.css',
};
const fonts = ['SourceSans3-Regular.ttf', 'SourceSans3-SemiBold.ttf'];

interface Addressed {
  Params: { key: string };
  Querystring: { versi?: string };
}

/** The projector's page (`/layar/KEY`) and the desk's (`/meja/KEY`), with what they ask for. */
export function checkInPages({
  ports,
  wilayah,
  botUsername,
}: CheckInPagesDeps): (server: FastifyInstance) => void {
  const service = createCheckInService(ports, wilayah, deskLetters);
  const letterhead = createLetterheadService(ports, wilayah);
  const bundle = createPageBundle(new URL('./page/', import.meta.url));
  const now = () => ports.clock.now();

  async function servePage(page: PageKey['page'], key: string, reply: FastifyReply) {
    const admission = await (page === 'wall' ? admitToWall : admitToDesk)(ports, key);
    return reply
      .code(admission.ok ? 200 : 403)
      .headers(pageHeaders)
      .type('text/html; charset=utf-8')
      .send(pageHtml(page, admission.ok ? null : admission.reason));
  }

  return (server) => {
    server.get<Addressed>('/layar/:key', ({ params }, reply) =>
      servePage('wall', params.key, reply),
    );
    server.get<Addressed>('/meja/:key', ({ params }, reply) =>
      servePage('desk', params.key, reply),
    );

    server.get<Addressed>('/layar/:key/papan', async ({ params, query }, reply) => {
      const admission = await admitToWall(ports, params.key);
      if (!admission.ok) return refuse(reply, admission.reason);
      const { eventId } = admission;
      if (query.versi && query.versi === (await service.revision(eventId)))
        return unchanged(reply, now());
      const board = await service.board(eventId);
      const office = (await letterhead.current()).office.join(' · ');
      const shown = { office, botUsername: botUsername(), now: now() };
      const state = board === null ? null : wallState(board, shown, wilayah);
      return state === null ? refuse(reply, 'unknownEvent') : sendJson(reply, state);
    });

    server.get<Addressed>('/meja/:key/daftar', async ({ params }, reply) => {
      const admission = await admitToDesk(ports, params.key);
      if (!admission.ok) return refuse(reply, admission.reason);
      const { eventId, keeper } = admission;
      const gate = await service.gate(eventId);
      if (gate === null) return refuse(reply, 'unknownEvent');
      const people = await service.roster(keeper.scope, eventId);
      return sendJson(reply, deskRoster(gate.event, people, wilayah, now()));
    });

    server.get<Addressed>('/meja/:key/keadaan', async ({ params, query }, reply) => {
      const admission = await admitToDesk(ports, params.key);
      if (!admission.ok) return refuse(reply, admission.reason);
      const { eventId, keeper } = admission;
      const revision = await service.revision(eventId);
      if (query.versi && query.versi === revision) return unchanged(reply, now());
      const gate = await service.gate(eventId);
      if (gate === null || revision === null) return refuse(reply, 'unknownEvent');
      const arrivals = await service.arrivals(keeper.scope, eventId);
      return sendJson(reply, {
        now: now().getTime(),
        revision,
        isOpen: gateState(gate, now()) === 'open',
        arrivals: arrivals.map((checkIn) => deskArrival(checkIn, wilayah)),
      } satisfies DeskState);
    });

    server.post<Addressed>('/meja/:key/kiriman', async ({ params, body }, reply) => {
      const admission = await admitToDesk(ports, params.key);
      if (!admission.ok) return refuse(reply, admission.reason);
      const sent = deedsSchema.safeParse(body);
      if (!sent.success) return reply.code(400).send({ reason: 'malformed' });
      const { eventId, keeper } = admission;
      const outcomes = await carryOut(
        sent.data.deeds,
        { ports, service, wilayah },
        eventId,
        keeper,
      );
      return sendJson(reply, { now: now().getTime(), outcomes });
    });

    // Beside the desks' pages, since a worker serves no more than what lies below it.
    server.get('/meja/pekerja.js', async (_request, reply) =>
      sendAsset(reply, await bundle.asset('worker.ts')),
    );
    server.get<{ Params: { file: string } }>('/halaman/absen/:file', async (request, reply) => {
      const { file } = request.params;
      if (fonts.includes(file))
        return reply
          .headers({ 'cache-control': 'public, max-age=604800' })
          .type('font/ttf')
          .send(await readFile(new URL(`../../platform/fonts/${file}`, import.meta.url)));
      const entry = Object.hasOwn(assetEntries, file) ? assetEntries[file] : undefined;
      if (entry === undefined) return reply.code(404).send({ reason: 'unknown' });
      const asset = await bundle.asset(entry);
      if (request.headers['if-none-match'] === etagOf(asset)) return reply.code(304).send();
      return sendAsset(reply, asset);
    });
  };
}

/** A page's address is a key: it goes neither into caches nor into the addresses that other sites hear of. */
const pageHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'cache-control': 'no-store',
};

function sendAsset(reply: FastifyReply, asset: PageAsset) {
  return reply
    .headers({
      'cache-control': 'no-cache',
      etag: etagOf(asset),
      'x-content-type-options': 'nosniff',
    })
    .type(`${asset.type}; charset=utf-8`)
    .send(packed(reply, asset.body));
}

function etagOf({ hash }: PageAsset): string {
  return `"${hash}"`;
}

function unchanged(reply: FastifyReply, now: Date) {
  return reply
    .code(204)
    .headers({ 'cache-control': 'no-store', 'x-now': String(now.getTime()) })
    .send();
}

function refuse(reply: FastifyReply, reason: PageRefusal['reason']) {
  return reply
    .code(reason === 'unknownEvent' ? 404 : 403)
    .header('cache-control', 'no-store')
    .send({ reason } satisfies PageRefusal);
}

/** Larger answers go packed: a hall's network is shared by a thousand phones. */
const packedFrom = 2_000;

function sendJson(reply: FastifyReply, value: object) {
  const body = JSON.stringify(value);
  reply.header('cache-control', 'no-store').type('application/json; charset=utf-8');
  return reply.send(packed(reply, body));
}

/** A body as it goes out: packed where that is worth it and the browser takes it, which the reply then says. */
function packed(reply: FastifyReply, body: string): string | Buffer {
  const takes = String(reply.request.headers['accept-encoding'] ?? '').includes('gzip');
  if (!takes || body.length < packedFrom) return body;
  reply.headers({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  return gzipSync(body);
}
