/** Field names and shapes are those of the Bot API's Message. */
export interface Content {
  readonly text?: string;
  readonly entities?: readonly TextEntity[];
  readonly caption?: string;
  readonly caption_entities?: readonly TextEntity[];
  readonly photo?: readonly Media[];
  readonly document?: Media;
  readonly video?: Media;
  readonly audio?: Media;
  readonly voice?: Media;
  readonly sticker?: Media;
  readonly animation?: Media;
  readonly contact?: Contact;
  readonly location?: { latitude: number; longitude: number };
  readonly new_chat_members?: readonly User[];
  readonly left_chat_member?: User;
  readonly group_chat_created?: true;
  /** Number of the pinned message in the same chat. */
  readonly pinned?: number;
  readonly migrate_to_chat_id?: number;
  readonly migrate_from_chat_id?: number;
}

export interface Media {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_size: number;
  readonly file_name?: string;
  readonly mime_type?: string;
  readonly width?: number;
  readonly height?: number;
  readonly duration?: number;
  readonly emoji?: string;
  readonly type?: 'regular';
  readonly is_animated?: boolean;
  readonly is_video?: boolean;
}

export interface Contact {
  readonly phone_number: string;
  readonly first_name: string;
  readonly last_name?: string;
  readonly user_id?: number;
  readonly vcard?: string;
}

export interface User {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
}

export interface ForwardOrigin {
  readonly type: 'user';
  readonly sender_user: User;
  readonly date: number;
}

/** Offsets and lengths in UTF-16 code units, as everywhere in the Bot API. */
export interface TextEntity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly language?: string;
  readonly user?: User;
  readonly custom_emoji_id?: string;
}

export interface InlineKeyboardButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
  readonly [other: string]: unknown;
}

export type InlineKeyboard = readonly (readonly InlineKeyboardButton[])[];

/** Kinds of content that live in a file. */
const MEDIA_KINDS = [
  'photo',
  'document',
  'video',
  'audio',
  'voice',
  'sticker',
  'animation',
] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** The file of a message, in its largest size. */
export function mediaOf(content: Content): { kind: MediaKind; media: Media } | null {
  for (const kind of MEDIA_KINDS) {
    const field = content[kind];
    if (field === undefined) continue;
    const media = 'file_id' in field ? field : field.at(-1);
    if (media !== undefined) return { kind, media };
  }
  return null;
}

/** A line such as "joined the group", which cannot be copied, forwarded or edited. */
export function isService(content: Content): boolean {
  return (
    content.new_chat_members !== undefined ||
    content.left_chat_member !== undefined ||
    content.group_chat_created !== undefined ||
    content.pinned !== undefined ||
    content.migrate_to_chat_id !== undefined ||
    content.migrate_from_chat_id !== undefined
  );
}
