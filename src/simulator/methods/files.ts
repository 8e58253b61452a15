import type { MediaKind } from '../content.ts';
import { mimeTypeOf, type StoredFile } from '../file-store.ts';
import { checkPhoto, checkUpload } from '../media.ts';
import type { Upload } from '../params.ts';
import { badRequest } from '../refusal.ts';
import type { Call, Method } from './call.ts';

const MEGABYTE = 1 << 20;
const MAX_DOWNLOAD = 20 * MEGABYTE;

/**
 * The file a parameter means: an upload under its name or through `attach://`, or a file already
 * on the server by its id.
 * @param field as refusals name it, e.g. `photo`
 */
export function readFile(call: Call, kind: MediaKind, field: string, given: string): StoredFile {
  const attached = given.startsWith('attach://') ? given.slice('attach://'.length) : null;
  const upload = call.params.uploads.get(attached ?? (given === '' ? field : ''));
  if (upload !== undefined) return storeUpload(call, kind, upload);
  if (given === '' || attached !== null) throw badRequest(`there is no ${field} in the request`);
  if (/^https?:\/\//i.test(given)) throw badRequest('failed to get HTTP URL content');
  const stored = call.world.files.get(given);
  if (stored === null) throw badRequest('wrong file identifier/HTTP URL specified');
  if (stored.kind !== kind) {
    throw badRequest(`can't use file of type ${spoken(stored.kind)} as ${spoken(kind)}`);
  }
  return stored;
}

function storeUpload(call: Call, kind: MediaKind, upload: Upload): StoredFile {
  checkUpload(kind, upload.bytes);
  const isTyped = upload.mimeType !== undefined && upload.mimeType !== 'application/octet-stream';
  const stored = call.world.files.add(kind, {
    bytes: Buffer.from(upload.bytes),
    name: upload.name,
    mimeType: isTyped ? (upload.mimeType ?? '') : mimeTypeOf(upload.name),
  });
  if (kind === 'photo') checkPhoto(stored);
  return stored;
}

function spoken(kind: MediaKind): string {
  const words: Partial<Record<MediaKind, string>> = { voice: 'VoiceNote' };
  return words[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1);
}

function getFile({ world, params }: Call): unknown {
  const fileId = params.text('file_id');
  if (fileId === '') throw badRequest('file_id not specified');
  const stored = world.files.get(fileId);
  if (stored === null) throw badRequest('invalid file_id');
  if (stored.bytes.length > MAX_DOWNLOAD) throw badRequest('file is too big');
  return {
    file_id: stored.fileId,
    file_unique_id: stored.uniqueId,
    file_size: stored.bytes.length,
    file_path: stored.path,
  };
}

export const fileMethods: Record<string, Method> = { getFile };
