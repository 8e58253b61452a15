import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import type { Actor, GrantedRole } from './rules.ts';

/** What people hear when their roles change without their own doing, and their command menus. */
export interface AccessLetters {
  menu(actor: Actor): OutgoingMessage;
  /** To somebody who has this role now; `actor` is who they are with it. */
  granted(role: GrantedRole, actor: Actor): OutgoingMessage;
  /** To somebody who has this role no longer. */
  revoked(role: GrantedRole, actor: Actor): OutgoingMessage;
}

/** What the access services stand on. */
export interface AccessDeps {
  ports: Ports;
  letters: AccessLetters;
  /** ADMIN_TELEGRAM_IDS: admins by configuration, who cannot be dismissed in chat. */
  configuredAdmins: readonly number[];
}
