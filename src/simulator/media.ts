import type { Content, Media, MediaKind } from './content.ts';
import { mediaJson, type StoredFile } from './file-store.ts';
import { badRequest, Refusal } from './refusal.ts';

const MEGABYTE = 1 << 20;
const MAX_PHOTO = 10 * MEGABYTE;
const MAX_UPLOAD = 50 * MEGABYTE;
/** Telegram's limits for photos: sum of the sides, and their ratio. */
const MAX_SIDES = 10_000;
const MAX_RATIO = 20;

/** A file as the content of a message. */
export function mediaContent(file: StoredFile, extra: Partial<Media> = {}): Content {
  if (file.kind === 'photo') return { photo: [mediaJson(file)] };
  return { [file.kind]: mediaJson(file, extra) };
}

/** The sizes that Telegram takes, from bots and from people. */
export function checkUpload(kind: MediaKind, bytes: Buffer): void {
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  if (bytes.length > MAX_UPLOAD) throw new Refusal(413, 'Request Entity Too Large');
  if (kind === 'photo' && bytes.length > MAX_PHOTO) throw badRequest('file is too big');
}

/** Refuses what is no picture, or one of an impossible shape. */
export function checkPhoto({ width = 0, height = 0 }: StoredFile): void {
  if (width === 0 || height === 0) throw badRequest('IMAGE_PROCESS_FAILED');
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (width + height > MAX_SIDES || ratio > MAX_RATIO) {
    throw badRequest('PHOTO_INVALID_DIMENSIONS');
  }
}
