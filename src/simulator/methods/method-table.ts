import type { Method } from './call.ts';
import { callbackMethods } from './callbacks.ts';
import { chatMethods } from './chats.ts';
import { copyMethods } from './copies.ts';
import { editMethods } from './edits.ts';
import { fileMethods } from './files.ts';
import { messageMethods } from './messages.ts';
import { profileMethods } from './profile.ts';

/** Every method that is answered at once, by its official name. */
export const METHODS: Readonly<Record<string, Method>> = {
  ...messageMethods,
  ...copyMethods,
  ...editMethods,
  ...callbackMethods,
  ...chatMethods,
  ...profileMethods,
  ...fileMethods,
};
