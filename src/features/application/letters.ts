import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import type { Actor } from '../access/rules.ts';
import type { Application } from './rules.ts';

/** What people hear who did not just press a button, and their command menus. */
export interface ApplicationLetters {
  /** The command menu of somebody whose possibilities changed. */
  menu(actor: Actor): OutgoingMessage;
  /** To somebody who may decide: the application, with its buttons. */
  card(application: Application): OutgoingMessage;
  /** In place of that card, once there is nothing to decide any more. */
  settledCard(application: Application, messageNumber: number): OutgoingMessage;
  /** To the applicant, as they are now. */
  approved(application: Application, applicant: Actor): OutgoingMessage;
  rejected(application: Application, applicant: Actor): OutgoingMessage;
  /** To an account that is not the account of this kader any more. */
  accountReplaced(kaderName: string, former: Actor): OutgoingMessage;
  /** To a kader whose number was given to another entry. */
  numberGivenAway(kaderName: string): OutgoingMessage;
}

/**
 * Called in the transaction in which a roster entry gets its Telegram account, so that others can catch
 * up: an open event's invitation, for example.
 */
type OnRegistered = (tx: Tx, kaderId: number, accountId: number) => Promise<void>;

/** What applications and registering stand on. */
export interface ApplicationDeps {
  ports: Ports;
  letters: ApplicationLetters;
  onRegistered: readonly OnRegistered[];
}
