import type { IncomingMessage } from 'node:http';
import { boundaryOf, type Part, parseMultipart } from './multipart.ts';
import { Params, type Upload } from './params.ts';
import { badRequest, Refusal } from './refusal.ts';

const MEGABYTE = 1 << 20;
/** Uploads up to 50 MB, and some room for the fields around them. */
const MAX_BODY = 51 * MEGABYTE;

/** The whole body; refuses with 413 what no upload may be. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY) chunks.push(chunk);
  }
  if (size > MAX_BODY) throw new Refusal(413, 'Request Entity Too Large');
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}

/** Parameters from the query and a body in any of the forms the Bot API takes. */
export function readParams(query: URLSearchParams, contentType: string, body: Buffer): Params {
  const fields: Record<string, unknown> = Object.fromEntries(query);
  if (body.length === 0) return new Params(fields);
  const boundary = boundaryOf(contentType);
  if (boundary !== null) return multipartParams(fields, parseMultipart(body, boundary));
  if (/^application\/json\b/i.test(contentType)) {
    return new Params(Object.assign(fields, jsonFields(body)));
  }
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) {
    const form = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
    return new Params(Object.assign(fields, form));
  }
  return new Params(fields);
}

function jsonFields(body: Buffer): object {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    throw badRequest("can't parse request body JSON object");
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw badRequest('request body must be a JSON object');
  }
  return parsed;
}

function multipartParams(fields: Record<string, unknown>, parts: Part[] | null): Params {
  if (parts === null) throw badRequest("can't parse multipart body");
  const uploads = new Map<string, Upload>();
  for (const { name, filename, mimeType, bytes } of parts) {
    if (filename === null) fields[name] = bytes.toString('utf8');
    else uploads.set(name, { name: filename, mimeType, bytes });
  }
  return new Params(fields, uploads);
}
