import type { FastifyInstance, FastifyReply } from 'fastify';
import { createPageBundle } from '../../platform/page-bundle.ts';
import type { Ports } from '../../platform/ports.ts';
import { createLetterheadService } from '../letterhead/service.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { hashOf, readCode } from './codes.ts';
import { startPage, verificationPage } from './page-html.ts';
import { fileHashesOf, verify } from './verification.ts';

export interface DocumentPagesDeps {
  ports: Pick<Ports, 'db' | 'transact' | 'clock' | 'logger'>;
  wilayah: Wilayah;
}

/** The browser's files by the names under which they are asked for. */
const assetEntries = new Map([
  ['check-file.js', 'check-file.ts'],
  ['check-file.css', 'check-file.css'],
]);

/** No list of a whole city comes near to this. */
const largestFile = 20 * 1024 * 1024;

/**
 * `/periksa`: whether a paper is genuine and unaltered. Open to everybody who holds the paper: its code of 80
 * random bits is the key, and of a list nothing is shown but numbers.
 */
export function documentPages({
  ports,
  wilayah,
}: DocumentPagesDeps): (server: FastifyInstance) => void {
  const letterhead = createLetterheadService(ports, wilayah);
  const bundle = createPageBundle(new URL('./page/', import.meta.url));
  const office = async () => (await letterhead.current()).office.join(' · ');
  const sendPage = (reply: FastifyReply, code: number, page: string) =>
    reply.code(code).headers(pageHeaders).type('text/html; charset=utf-8').send(page);

  return (server) => {
    server.get<{ Querystring: { kode?: string } }>('/periksa', async ({ query }, reply) => {
      if (typeof query.kode !== 'string') return sendPage(reply, 200, startPage(await office()));
      const code = readCode(query.kode);
      if (code !== null) return reply.redirect(`periksa/${code}`, 303);
      const verification = { ok: false, reason: 'no_code' } as const;
      return sendPage(reply, 404, verificationPage(await office(), verification, 'start'));
    });

    server.get<{ Params: { code: string } }>('/periksa/:code', async ({ params }, reply) => {
      const verification = await verify(ports.db, params.code);
      const status = verification.ok ? 200 : 404;
      return sendPage(reply, status, verificationPage(await office(), verification, 'paper'));
    });

    server.get<{ Params: { file: string } }>(
      '/periksa/halaman/:file',
      async ({ params }, reply) => {
        const entry = assetEntries.get(params.file);
        if (entry === undefined) return reply.code(404).send({ reason: 'unknown' });
        const { body, type } = await bundle.asset(entry);
        return reply
          .headers({ 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' })
          .type(`${type}; charset=utf-8`)
          .send(body);
      },
    );

    // A scope of its own, since files as they are may come to no other page.
    server.register(async (scope) => {
      scope.addContentTypeParser(
        'application/octet-stream',
        { parseAs: 'buffer', bodyLimit: largestFile },
        (_request, body, done) => done(null, body),
      );
      scope.post<{ Params: { code: string }; Body: Buffer }>(
        '/periksa/:code/berkas',
        { bodyLimit: largestFile },
        async ({ params, body }, reply) => {
          const verification = await verify(ports.db, params.code);
          if (!verification.ok || verification.isRevoked)
            return reply.code(404).send({ reason: 'unknown' });
          if (!Buffer.isBuffer(body)) return reply.code(415).send({ reason: 'no_file' });
          const isGenuine = fileHashesOf(verification.paper).includes(hashOf(body));
          return reply.headers({ 'cache-control': 'no-store' }).send({ isGenuine });
        },
      );
    });
  };
}

const pageHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};
