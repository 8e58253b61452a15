import type { Action } from '../../bot/actions.ts';
import { command, onText } from '../../bot/actions.ts';
import { say } from '../../bot/context.ts';
import { clearDraft, openDraftKind } from '../../bot/drafts.ts';
import { mainKeys } from '../../bot/menus.ts';
import type { Registry } from '../../bot/registry.ts';
import { greetingIn } from '../../language/greetings.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Html } from '../../text/html.ts';
import * as common from '../../text/id/common.ts';
import * as text from '../../text/id/help.ts';
import { whomToAsk } from './service.ts';

export interface HelpDeps {
  ports: Ports;
  registry: () => Registry;
  /** What /batal says where a conversation of that kind had done something already. */
  cancelled: ReadonlyMap<string, Html>;
}

/** /bantuan, /menu, /batal, and the answer to a mere greeting. */
export function helpActions({ ports, registry, cancelled }: HelpDeps): Action[] {
  return [
    command({
      name: 'bantuan',
      need: 'anyone',
      description: text.helpMenu,
      key: text.helpKey,
      async run(ctx, who) {
        const figures = {
          commands: registry().menuOf(who),
          coordinators: await whomToAsk(ports.db, who),
          isRegistered: who.kader !== null,
          hasRole: who.roles.length > 0,
        };
        await say(ctx, { text: text.help(figures), keyboard: mainKeys(registry(), who) });
      },
    }),
    command({
      name: 'menu',
      need: 'anyone',
      description: text.menuMenu,
      async run(ctx, who) {
        await say(ctx, { text: text.menu, keyboard: mainKeys(registry(), who) });
      },
    }),
    command({
      name: 'batal',
      need: 'anyone',
      description: common.cancelCommand,
      async run(ctx, who) {
        const kind = await openDraftKind(ports.db, who.accountId);
        if (kind !== null) await clearDraft(ports.db, who.accountId);
        const words =
          kind === null ? common.nothingToCancel : (cancelled.get(kind) ?? common.cancelled);
        await say(ctx, { text: words, keyboard: mainKeys(registry(), who) });
      },
    }),
    onText('anyone', async (ctx, who, said) => {
      const greeting = greetingIn(said);
      if (greeting === null) return false;
      const isKnown = who.kader !== null || who.roles.length > 0;
      const words = text.greetings[greeting](isKnown);
      await say(ctx, { text: words, keyboard: mainKeys(registry(), who) });
      return true;
    }),
  ];
}
