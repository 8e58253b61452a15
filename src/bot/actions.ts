import type { Grants, Need } from '../features/access/rules.ts';
import type { Html } from '../text/html.ts';
import type { ButtonSpec } from './callback-data.ts';
import type { BotContext } from './context.ts';

type Args = readonly (string | number)[];

/**
 * One thing the bot can be asked to do. Everything is declared once, with what it needs; the dispatcher
 * checks the need at the moment of use, and menus, help and the authority tests are derived from here.
 */
export type Action =
  | CommandAction
  | ButtonAction
  | LinkAction
  | StepAction
  | ContactAction
  | FileAction
  | ReplyAction
  | TextAction
  | FallbackAction;

/** `/name`, typed or tapped; also as the caption of a file. */
export interface CommandAction {
  kind: 'command';
  name: string;
  need: Need;
  /** One line for the command menu and the help; without it the command stays out of both. */
  description?: string;
  /** The key on the big keyboard at the bottom, e.g. `📅 Agenda`. */
  key?: string;
  /** What somebody is told who may not use it, where there is more to say than that. */
  refused?: Html;
  /** Whether it also answers in groups; what it says, all of their members see. */
  inGroups?: boolean;
  run(ctx: BotContext, who: never, rest: string): Promise<void>;
}

/** A button under a message. */
export interface ButtonAction {
  kind: 'button';
  button: ButtonSpec;
  need: Need;
  /** Whether it also answers in groups; what it shows, all of their members see. */
  inGroups: boolean;
  run(ctx: BotContext, who: never, args: never): Promise<void>;
}

/** A link `t.me/<bot>?start=<prefix>_<rest>`. */
export interface LinkAction {
  kind: 'link';
  prefix: string;
  need: Need;
  run(ctx: BotContext, who: never, rest: string): Promise<void>;
}

/** Whatever is sent while a conversation of that kind is open. */
export interface StepAction {
  kind: 'step';
  draft: string;
  need: Need;
  run(ctx: BotContext, who: never): Promise<void>;
}

/** A shared contact outside any conversation. */
export interface ContactAction {
  kind: 'contact';
  need: Need;
  run(ctx: BotContext, who: never): Promise<void>;
}

/** A document without a command as its caption, outside any conversation. */
export interface FileAction {
  kind: 'file';
  need: Need;
  /** @returns whether the document was its business */
  run(ctx: BotContext, who: never): Promise<boolean>;
}

/**
 * A reply to one of the bot's messages, in a private chat or in a group. Asked in the order of declaration, and
 * before an open conversation, since a reply says what it is about.
 */
export interface ReplyAction {
  kind: 'reply';
  need: Need;
  /** @returns whether the reply was its business */
  run(ctx: BotContext, who: never, repliedTo: number): Promise<boolean>;
}

/** Free text outside any conversation; asked in the order of declaration until one takes it. */
export interface TextAction {
  kind: 'text';
  need: Need;
  /** @returns whether the text was its business */
  run(ctx: BotContext, who: never, text: string): Promise<boolean>;
}

/** Whatever nobody else took, with or without words; asked last of all. */
export interface FallbackAction {
  kind: 'fallback';
  need: Need;
  /** @returns whether it was its business */
  run(ctx: BotContext, who: never): Promise<boolean>;
}

type Run<N extends Need, Extra extends unknown[], Result = void> = (
  ctx: BotContext,
  who: Grants[N],
  ...extra: Extra
) => Promise<Result>;

/** Declares a command. */
export function command<N extends Need>(
  action: Omit<CommandAction, 'kind' | 'run' | 'need'> & { need: N; run: Run<N, [rest: string]> },
): CommandAction {
  return { kind: 'command', ...action };
}

/** Declares what a kind of button does. */
export function onButton<N extends Need, A extends Args>(
  button: ButtonSpec<A>,
  need: N,
  run: Run<N, [args: A]>,
  { inGroups = false }: { inGroups?: boolean } = {},
): ButtonAction {
  return { kind: 'button', button: button as unknown as ButtonSpec, need, inGroups, run };
}

/** Declares what a deep link does. */
export function onLink<N extends Need>(
  prefix: string,
  need: N,
  run: Run<N, [rest: string]>,
): LinkAction {
  return { kind: 'link', prefix, need, run };
}

/** Declares what happens with whatever is sent while a conversation of that kind is open. */
export function onStep<N extends Need>(
  draft: { kind: string },
  need: N,
  run: Run<N, []>,
): StepAction {
  return { kind: 'step', draft: draft.kind, need, run };
}

/** Declares what happens with a contact shared outside any conversation. */
export function onContact<N extends Need>(need: N, run: Run<N, []>): ContactAction {
  return { kind: 'contact', need, run };
}

/** Declares what happens with a document that comes without a command. */
export function onFile<N extends Need>(need: N, run: Run<N, [], boolean>): FileAction {
  return { kind: 'file', need, run };
}

/** Declares who listens to replies to the bot's messages. */
export function onReply<N extends Need>(
  need: N,
  run: Run<N, [repliedTo: number], boolean>,
): ReplyAction {
  return { kind: 'reply', need, run };
}

/** Declares who takes what nobody else took. */
export function onFallback<N extends Need>(need: N, run: Run<N, [], boolean>): FallbackAction {
  return { kind: 'fallback', need, run };
}

/** Declares who listens to free text outside any conversation. */
export function onText<N extends Need>(need: N, run: Run<N, [text: string], boolean>): TextAction {
  return { kind: 'text', need, run };
}
