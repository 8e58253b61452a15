import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { createPageBundle } from '../../platform/page-bundle.ts';
import type { Ports } from '../../platform/ports.ts';
import { createLetterheadService } from '../letterhead/service.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { readCode } from './codes.ts';
import { fileField, startPage, verificationPage } from './page-html.ts';
import type { IssuedPaper } from './repository.ts';
import { type FileVerdict, verdictOn, verify } from './verification.ts';

export interface DocumentPagesDeps {
  ports: Pick<Ports, 'db' | 'transact' | 'clock' | 'logger'>;
  wilayah: Wilayah;
}

/** The browser's files by the names under which they are asked for. */
const assetEntries = new Map([
  ['check-file.js', 'check-file.ts'],
  ['check-file.css', 'check-file.css'],
]);

/** No list of a whole city comes near to this, so that a larger file is none of ours. */
const largestFile = 20 * 1024 * 1024;
const tooLarge = 413;

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
  const sendPage = (reply: FastifyReply, page: string) =>
    reply.headers(pageHeaders).type('text/html; charset=utf-8').send(page);

  /** The page of a paper, with what is said of a file where one was sent. */
  async function sendPaper(
    reply: FastifyReply,
    typed: string,
    verdictOf: (paper: IssuedPaper) => FileVerdict | null,
  ): Promise<FastifyReply> {
    const verification = await verify(ports.db, typed);
    if (!verification.ok) reply.code(404);
    const verdict = verification.ok ? verdictOf(verification.paper) : null;
    return sendPage(reply, verificationPage(await office(), verification, 'paper', verdict));
  }

  return (server) => {
    server.get<{ Querystring: { kode?: string } }>('/periksa', async ({ query }, reply) => {
      if (typeof query.kode !== 'string') return sendPage(reply, startPage(await office()));
      const code = readCode(query.kode);
      if (code !== null) return reply.redirect(`periksa/${code}`, 303);
      const verification = { ok: false, reason: 'no_code' } as const;
      const page = verificationPage(await office(), verification, 'start', null);
      return sendPage(reply.code(404), page);
    });

    server.get<PaperRoute>('/periksa/:code', ({ params }, reply) =>
      sendPaper(reply, params.code, () => null),
    );

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

    // A scope of its own, since forms with files may come to no other page.
    server.register(async (scope) => {
      scope.addContentTypeParser(
        'multipart/form-data',
        { parseAs: 'buffer', bodyLimit: largestFile },
        (_request, body, done) => done(null, body),
      );
      scope.setErrorHandler<FastifyError, PaperRoute>((error, { params }, reply) => {
        const { statusCode = 500 } = error;
        if (statusCode >= 500) ports.logger.error({ err: error }, 'a file could not be checked');
        const verdict = statusCode === tooLarge ? 'altered' : 'failed';
        return sendPaper(reply.code(statusCode), params.code, () => verdict);
      });
      scope.post<PaperRoute>('/periksa/:code', async ({ params, headers, body }, reply) => {
        const file = await fileIn(body, headers['content-type'] ?? '');
        return sendPaper(reply, params.code, (paper) =>
          file === null ? 'failed' : verdictOn(file, paper),
        );
      });
    });
  };
}

interface PaperRoute {
  Params: { code: string };
  Body: Buffer;
}

/** The file of a form that a browser sent; null when none was chosen, or the form was cut. */
async function fileIn(form: Buffer, contentType: string): Promise<Buffer | null> {
  try {
    const sent = await new Response(form, { headers: { 'content-type': contentType } }).formData();
    const file = sent.get(fileField);
    const isChosen = file instanceof File && file.size > 0;
    return isChosen ? Buffer.from(await file.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

const pageHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};
