import { extname } from 'node:path';
import type { Media, MediaKind } from './content.ts';
import { imageSize } from './image-size.ts';

/** A file as the server keeps it: bytes never change under one id. */
export interface StoredFile {
  readonly fileId: string;
  readonly uniqueId: string;
  readonly kind: MediaKind;
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
  readonly width?: number;
  readonly height?: number;
  /** Where it is downloaded: `documents/file_12.pdf`. */
  readonly path: string;
}

const MIME_TYPES: Record<string, string> = {
  '.csv': 'text/csv',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.ogg': 'audio/ogg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
  '.xls': 'application/vnd.ms-excel',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
};

const EXTENSIONS: Record<MediaKind, string> = {
  photo: '.jpg',
  document: '',
  video: '.mp4',
  audio: '.mp3',
  voice: '.oga',
  sticker: '.webp',
  animation: '.mp4',
};

const FOLDERS: Record<MediaKind, string> = {
  photo: 'photos',
  document: 'documents',
  video: 'videos',
  audio: 'music',
  voice: 'voice',
  sticker: 'stickers',
  animation: 'animations',
};

/** By the file's extension, as Telegram guesses it; unknown ones are plain bytes. */
export function mimeTypeOf(name: string): string {
  return MIME_TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream';
}

/** Every file ever sent. */
export class FileStore {
  readonly #byId = new Map<string, StoredFile>();
  readonly #byPath = new Map<string, StoredFile>();
  next = 1;

  add(kind: MediaKind, file: { bytes: Buffer; name: string; mimeType?: string }): StoredFile {
    const number = this.next++;
    const extension = kind === 'photo' ? '.jpg' : extname(file.name) || EXTENSIONS[kind];
    const stored: StoredFile = {
      fileId: `SIM${kind}_${Buffer.from(`${number}:${file.bytes.length}`).toString('base64url')}`,
      uniqueId: `SIMu${number}`,
      kind,
      name: file.name,
      mimeType: file.mimeType ?? mimeTypeOf(file.name),
      bytes: file.bytes,
      ...imageSize(file.bytes),
      path: `${FOLDERS[kind]}/file_${number}${extension}`,
    };
    this.restore(stored);
    return stored;
  }

  restore(stored: StoredFile): void {
    this.#byId.set(stored.fileId, stored);
    this.#byPath.set(stored.path, stored);
  }

  get(fileId: string): StoredFile | null {
    return this.#byId.get(fileId) ?? null;
  }

  byPath(path: string): StoredFile | null {
    return this.#byPath.get(path) ?? null;
  }

  all(): Iterable<StoredFile> {
    return this.#byId.values();
  }
}

/** The Bot API's object for a file; photos and stickers carry no name and type there. */
export function mediaJson(file: StoredFile, extra: Partial<Media> = {}): Media {
  const isNamed = file.kind !== 'photo' && file.kind !== 'sticker' && file.kind !== 'voice';
  const isTimed = file.kind === 'video' || file.kind === 'audio' || file.kind === 'voice';
  return {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_size: file.bytes.length,
    ...(isNamed ? { file_name: file.name } : {}),
    ...(file.kind === 'photo' || file.kind === 'sticker' ? {} : { mime_type: file.mimeType }),
    ...(file.kind !== 'document' && file.width !== undefined
      ? { width: file.width, height: file.height ?? 0 }
      : {}),
    ...(isTimed || file.kind === 'animation' ? { duration: 0 } : {}),
    ...(file.kind === 'sticker'
      ? { type: 'regular' as const, is_animated: false, is_video: false }
      : {}),
    ...extra,
  };
}
