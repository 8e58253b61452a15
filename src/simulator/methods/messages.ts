import type { Content, Media, MediaKind } from '../content.ts';
import { mediaContent } from '../media.ts';
import { badRequest } from '../refusal.ts';
import { messageJson } from '../wire.ts';
import type { Call, Method } from './call.ts';
import { readFile } from './files.ts';
import { type Outgoing, send } from './sending.ts';
import { itemCaption, readCaption, readText } from './texts.ts';

const MAX_ALBUM = 10;
const ALBUM_KINDS = ['photo', 'video', 'document', 'audio'] as const;

function sendOne(call: Call, content: Content): unknown {
  const [message] = send(call, [{ content }]);
  return message === undefined ? null : messageJson(call.world, message);
}

/** sendPhoto, sendDocument and the like: a file with a caption. */
function sendMedia(kind: MediaKind): Method {
  return (call) => {
    const { params } = call;
    const caption = kind === 'sticker' ? {} : readCaption(call);
    const file = readFile(call, kind, kind, params.text(kind));
    const duration = params.number('duration');
    const extra: Partial<Media> = {
      ...(duration === null ? {} : { duration }),
      ...(params.has('emoji') ? { emoji: params.text('emoji') } : {}),
    };
    return sendOne(call, { ...mediaContent(file, extra), ...caption });
  };
}

function sendMediaGroup(call: Call): unknown {
  const given = call.params.json('media', 'media');
  if (!Array.isArray(given)) throw badRequest('media must be an Array');
  if (given.length > MAX_ALBUM) throw badRequest('too many messages to send as an album');
  if (given.length < 2) throw badRequest('there must be 2-10 items in an album');
  const kinds = given.map(albumKind);
  const isMixed = kinds.some((kind) => kind !== kinds[0]);
  if (isMixed && kinds.some((kind) => kind === 'document' || kind === 'audio')) {
    throw badRequest("can't use the media of the specified type in the album");
  }
  const album = `1300000000${call.world.counters.album++}`;
  const outgoing = given.map((item: Record<string, unknown>): Outgoing => {
    const { content } = readInputMedia(call, item);
    return { content, album };
  });
  return send(call, outgoing).map((message) => messageJson(call.world, message));
}

function albumKind(item: unknown): (typeof ALBUM_KINDS)[number] {
  const type = (item as { type?: unknown } | null)?.type;
  const kind = ALBUM_KINDS.find((each) => each === type);
  if (kind === undefined) throw badRequest("can't parse InputMedia: type must be one of them");
  return kind;
}

/** An InputMedia object: a file with its own caption. */
export function readInputMedia(
  call: Call,
  item: Record<string, unknown>,
): { kind: MediaKind; content: Content } {
  const kind = item.type === 'animation' ? 'animation' : albumKind(item);
  const given = item.media;
  if (typeof given !== 'string' || given === '') {
    throw badRequest(`can't parse InputMedia: media not found`);
  }
  const file = readFile(call, kind, 'media', given);
  return { kind, content: { ...mediaContent(file), ...itemCaption(call, item) } };
}

function sendLocation(call: Call): unknown {
  const latitude = call.params.number('latitude');
  const longitude = call.params.number('longitude');
  if (latitude === null) throw badRequest('latitude is empty');
  if (longitude === null) throw badRequest('longitude is empty');
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    throw badRequest('wrong geo coordinates specified');
  }
  return sendOne(call, { location: { latitude, longitude } });
}

function sendContact(call: Call): unknown {
  const { params } = call;
  if (!params.has('phone_number')) throw badRequest('phone_number is empty');
  if (!params.has('first_name')) throw badRequest('first_name is empty');
  return sendOne(call, {
    contact: {
      phone_number: params.text('phone_number'),
      first_name: params.text('first_name'),
      ...(params.has('last_name') ? { last_name: params.text('last_name') } : {}),
      ...(params.has('vcard') ? { vcard: params.text('vcard') } : {}),
    },
  });
}

export const messageMethods: Record<string, Method> = {
  sendMessage: (call) => sendOne(call, readText(call)),
  sendPhoto: sendMedia('photo'),
  sendDocument: sendMedia('document'),
  sendVideo: sendMedia('video'),
  sendAudio: sendMedia('audio'),
  sendVoice: sendMedia('voice'),
  sendSticker: sendMedia('sticker'),
  sendAnimation: sendMedia('animation'),
  sendMediaGroup,
  sendLocation,
  sendContact,
};
