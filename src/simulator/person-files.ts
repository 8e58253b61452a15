import type { MediaKind } from './content.ts';
import type { ActionResult } from './contract.ts';
import { typedText } from './entities/formatted.ts';
import { mimeTypeOf } from './file-store.ts';
import { checkUpload, mediaContent } from './media.ts';
import { ActionRefused, personOf, post, writableChat } from './person-chats.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** A file that a person sends. */
export interface OutgoingFile {
  /** Default: the private chat with the first bot. */
  chatId?: number;
  bytes: Uint8Array;
  name: string;
  /** Default: from the file name. */
  mimeType?: string;
  caption?: string;
  /** Number of the message to reply to. */
  replyTo?: number;
  /** Items of one album carry the same. */
  albumId?: string;
  /** Default `document`. */
  as?: 'photo' | 'document' | 'video' | 'audio' | 'voice';
}

const MAX_CAPTION = 1024;

/** Sends a file as a person's app does. Throws `ActionRefused` where the app would not. */
export function sendFile(world: World, personId: number, file: OutgoingFile): ActionResult {
  const person = personOf(world, personId);
  const chat = writableChat(world, person, file.chatId ?? person.id);
  const kind: MediaKind = file.as ?? 'document';
  const bytes = Buffer.from(file.bytes);
  try {
    checkUpload(kind, bytes);
  } catch (error) {
    throw error instanceof Refusal ? new ActionRefused(error.message) : error;
  }
  const { text, entities } = typedText(file.caption ?? '');
  if (text.length > MAX_CAPTION) throw new ActionRefused('The caption is too long');
  const { name, mimeType = mimeTypeOf(file.name) } = file;
  const stored = world.files.add(kind, { bytes, name, mimeType });
  if (kind === 'photo' && stored.width === undefined) {
    throw new ActionRefused('This is not a picture: send it as a document');
  }
  const content = {
    ...mediaContent(stored),
    ...(text === '' ? {} : { caption: text }),
    ...(entities.length === 0 ? {} : { caption_entities: entities }),
  };
  return post(world, person, chat, content, {
    replyTo: file.replyTo,
    albumId: file.albumId ?? null,
  });
}
