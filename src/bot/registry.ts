import type { Actor } from '../features/access/rules.ts';
import { grantFor } from '../features/access/rules.ts';
import type {
  Action,
  ButtonAction,
  CommandAction,
  ContactAction,
  FallbackAction,
  FileAction,
  LinkAction,
  ReplyAction,
  StepAction,
  TextAction,
} from './actions.ts';

/** All the actions of the bot, to be looked up by whatever an update carries. */
export interface Registry {
  readonly all: readonly Action[];
  command(name: string): CommandAction | null;
  /** The command behind a key of the big keyboard. */
  key(label: string): CommandAction | null;
  /** The command whose key says these words, when somebody types them instead: `insentif`. */
  typedKey(words: string): CommandAction | null;
  button(data: string): ButtonAction | null;
  link(payload: string): { action: LinkAction; rest: string } | null;
  step(draftKind: string): StepAction | null;
  readonly contact: ContactAction | null;
  readonly file: FileAction | null;
  readonly replies: readonly ReplyAction[];
  readonly texts: readonly TextAction[];
  readonly fallbacks: readonly FallbackAction[];
  /** The commands this person may use, for menu and help, in the order of declaration. */
  menuOf(actor: Actor): (CommandAction & { description: string })[];
}

/**
 * Gathers the actions of all features.
 *
 * @throws when two claim the same command, key, button, link or conversation
 */
export function createRegistry(all: readonly Action[]): Registry {
  const commands = indexed(ofKind(all, 'command'), (action) => action.name);
  const keyed = indexed(
    ofKind(all, 'command').filter((action) => action.key !== undefined),
    (action) => action.key ?? '',
  );
  const spoken = indexed([...keyed.values()], (action) => wordsOf(action.key ?? ''));
  const buttons = indexed(ofKind(all, 'button'), (action) => action.button.id);
  const links = indexed(ofKind(all, 'link'), (action) => action.prefix);
  const steps = indexed(ofKind(all, 'step'), (action) => action.draft);
  const files = indexed(ofKind(all, 'file'), () => 'file');
  const contacts = indexed(ofKind(all, 'contact'), () => 'contact');
  return {
    all,
    command: (name) => commands.get(name.toLowerCase()) ?? null,
    key: (label) => keyed.get(label.trim()) ?? null,
    typedKey: (words) => spoken.get(wordsOf(words)) ?? null,
    button: (data) => buttons.get(data.split(':')[0] ?? '') ?? null,
    link: (payload) => {
      const [prefix = '', ...rest] = payload.split('_');
      const action = links.get(prefix);
      return action ? { action, rest: rest.join('_') } : null;
    },
    step: (draftKind) => steps.get(draftKind) ?? null,
    contact: contacts.get('contact') ?? null,
    file: files.get('file') ?? null,
    replies: ofKind(all, 'reply'),
    texts: ofKind(all, 'text'),
    fallbacks: ofKind(all, 'fallback'),
    menuOf: (actor) =>
      [...commands.values()].filter(
        (action): action is CommandAction & { description: string } =>
          action.description !== undefined && grantFor(action.need, actor) !== null,
      ),
  };
}

/** A key's label as somebody types it: without the picture, in any case. */
function wordsOf(label: string): string {
  return (label.toLowerCase().match(/\p{L}+/gu) ?? []).join(' ');
}

function ofKind<K extends Action['kind']>(all: readonly Action[], kind: K) {
  return all.filter((action): action is Extract<Action, { kind: K }> => action.kind === kind);
}

function indexed<A extends Action>(actions: A[], keyOf: (action: A) => string): Map<string, A> {
  const index = new Map<string, A>();
  for (const action of actions) {
    const key = keyOf(action);
    if (index.has(key)) throw new Error(`two ${action.kind} actions claim "${key}"`);
    index.set(key, action);
  }
  return index;
}
