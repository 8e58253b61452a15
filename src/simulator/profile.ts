export interface BotCommand {
  readonly command: string;
  readonly description: string;
}

/** Whom a list of commands is for. */
export interface CommandScope {
  readonly type:
    | 'default'
    | 'all_private_chats'
    | 'all_group_chats'
    | 'all_chat_administrators'
    | 'chat'
    | 'chat_administrators'
    | 'chat_member';
  readonly chatId?: number;
  readonly userId?: number;
}

export type ProfileText = 'name' | 'description' | 'short_description';

/** What a bot says about itself, per scope and language. */
export class BotProfile {
  /** By scope key and language; a missing entry falls through to the next scope. */
  readonly commands = new Map<string, readonly BotCommand[]>();
  /** By kind and language. */
  readonly texts = new Map<string, string>();
  /** By chat id; the default button under 0. */
  readonly menuButtons = new Map<number, unknown>();

  setCommands(scope: CommandScope, language: string, commands: readonly BotCommand[]): void {
    if (commands.length === 0) this.commands.delete(commandKey(scope, language));
    else this.commands.set(commandKey(scope, language), commands);
  }

  /** Exactly what was set for this scope and language. */
  getCommands(scope: CommandScope, language: string): readonly BotCommand[] {
    return this.commands.get(commandKey(scope, language)) ?? [];
  }

  /**
   * The list a person's menu shows: the narrowest scope that has one, each first in the person's
   * language and then in none (https://core.telegram.org/bots/api#botcommandscope).
   */
  commandsFor(where: {
    chatId: number;
    userId: number;
    isPrivate: boolean;
    isAdministrator: boolean;
    language: string;
  }): readonly BotCommand[] {
    const { chatId, userId, language } = where;
    const scopes: CommandScope[] = where.isPrivate
      ? [{ type: 'chat', chatId }, { type: 'all_private_chats' }, { type: 'default' }]
      : [
          { type: 'chat_member', chatId, userId },
          ...(where.isAdministrator
            ? ([{ type: 'chat_administrators', chatId }] satisfies CommandScope[])
            : []),
          { type: 'chat', chatId },
          ...(where.isAdministrator
            ? ([{ type: 'all_chat_administrators' }] satisfies CommandScope[])
            : []),
          { type: 'all_group_chats' },
          { type: 'default' },
        ];
    for (const scope of scopes) {
      const found =
        this.commands.get(commandKey(scope, language)) ?? this.commands.get(commandKey(scope, ''));
      if (found !== undefined) return found;
    }
    return [];
  }

  setText(kind: ProfileText, language: string, text: string): void {
    if (text === '') this.texts.delete(`${kind}/${language}`);
    else this.texts.set(`${kind}/${language}`, text);
  }

  getText(kind: ProfileText, language: string): string {
    return this.texts.get(`${kind}/${language}`) ?? this.texts.get(`${kind}/`) ?? '';
  }
}

function commandKey(scope: CommandScope, language: string): string {
  return [scope.type, scope.chatId ?? '', scope.userId ?? '', language].join('/');
}
