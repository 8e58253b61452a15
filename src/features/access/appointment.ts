import type { Action } from '../../bot/actions.ts';
import { onButton, onStep } from '../../bot/actions.ts';
import type { BotContext } from '../../bot/context.ts';
import { saidText, say, show } from '../../bot/context.ts';
import { clearDraft, defineDraft, readDraft, writeDraft } from '../../bot/drafts.ts';
import type { Ports } from '../../platform/ports.ts';
import * as text from '../../text/id/access.ts';
import { unknown as placeUnknown } from '../../text/id/wilayah.ts';
import type { AreaReader } from '../wilayah/area-reading.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import type { RoleInvitationService } from './invitation.ts';
import * as messages from './messages.ts';
import type { Actor, Area, GrantedRole } from './rules.ts';
import { appointmentSchema } from './schema.ts';
import type { AccessService } from './service.ts';

/** Giving somebody a role: which role, for which area, to whom. */
const appointmentDraft = defineDraft('appointment', appointmentSchema);

const mostCandidates = 8;

/** What /petugas stands on. */
export interface AccessChat {
  ports: Ports;
  access: AccessService;
  invitations: RoleInvitationService;
  wilayah: Wilayah;
  areas: AreaReader;
}

/** The buttons and typed answers of *Tambah*. */
export function appointmentActions(chat: AccessChat): Action[] {
  const { ports, access, invitations, wilayah, areas } = chat;

  const askPerson = async (ctx: BotContext, who: Actor, role: GrantedRole) => {
    const at = { step: 'person', role } as const;
    await writeDraft(ports.db, appointmentDraft, who.accountId, at, ports.clock.now());
    await show(ctx, messages.personQuestion(role, wilayah));
  };
  const forArea = (ctx: BotContext, who: Actor, area: Area | null) =>
    askPerson(ctx, who, {
      role: 'COORDINATOR',
      kecamatanCode: area?.kecamatanCode ?? null,
      kelurahanCode: area?.kelurahanCode ?? null,
    });
  const current = (who: Actor) => readDraft(ports.db, appointmentDraft, who.accountId);

  /** Runs `work` with the role that is being given, or says that this is over. */
  const withRole = async (
    ctx: BotContext,
    who: Actor,
    work: (role: GrantedRole) => Promise<void>,
  ) => {
    const at = await current(who);
    if (at?.step === 'person') return work(at.role);
    return show(ctx, messages.aside(text.lost));
  };

  return [
    onButton(on.addButton, 'admin', (ctx) => show(ctx, messages.roleQuestion())),
    onButton(on.roleButton, 'admin', async (ctx, who, [role]) => {
      if (role !== 'COORDINATOR') return askPerson(ctx, who, { role });
      const at = { step: 'area' } as const;
      await writeDraft(ports.db, appointmentDraft, who.accountId, at, ports.clock.now());
      await show(ctx, messages.areaQuestion(wilayah));
    }),
    onButton(on.kecamatanPageButton, 'admin', (ctx, _, [page]) =>
      show(ctx, messages.areaQuestion(wilayah, page)),
    ),
    onButton(on.wholeCityButton, 'admin', (ctx, who) => forArea(ctx, who, null)),
    onButton(on.kecamatanButton, 'admin', (ctx, _, [code]) =>
      show(ctx, messages.withinQuestion(code, wilayah)),
    ),
    onButton(on.kelurahanPageButton, 'admin', (ctx, _, [code, page]) =>
      show(ctx, messages.withinQuestion(code, wilayah, page)),
    ),
    onButton(on.wholeKecamatanButton, 'admin', (ctx, who, [code]) =>
      forArea(ctx, who, { kecamatanCode: code, kelurahanCode: null }),
    ),
    onButton(on.kelurahanButton, 'admin', (ctx, who, [code]) => {
      const kelurahan = wilayah.findKelurahan(code);
      if (kelurahan === null) return show(ctx, messages.areaQuestion(wilayah));
      return forArea(ctx, who, { kecamatanCode: kelurahan.kecamatanCode, kelurahanCode: code });
    }),

    onStep(appointmentDraft, 'admin', async (ctx, who) => {
      const at = await current(who);
      if (at?.step === 'person') return search(ctx, at.role);
      return hearArea(ctx, who);
    }),
    onButton(on.candidateButton, 'admin', (ctx, who, [accountId]) =>
      withRole(ctx, who, async (role) => {
        const candidate = await access.candidate(accountId);
        await show(
          ctx,
          candidate === null
            ? messages.aside(text.accountGone)
            : messages.appointQuestion(candidate, role, wilayah),
        );
      }),
    ),
    onButton(on.appointButton, 'admin', (ctx, who, [accountId]) =>
      withRole(ctx, who, (role) => appoint(ctx, who, accountId, role)),
    ),
    onButton(on.linkButton, 'admin', (ctx, who) =>
      withRole(ctx, who, async (role) => {
        const code = await invitations.invite(who, role);
        await clearDraft(ports.db, who.accountId);
        const url = `https://t.me/${ctx.me}?start=tugas_${code}`;
        await show(ctx, messages.aside(text.link(messages.roleName(role, wilayah), url)));
      }),
    ),
    onButton(on.cancelButton, 'admin', async (ctx, who) => {
      if ((await current(who)) !== null) await clearDraft(ports.db, who.accountId);
      await show(ctx, messages.aside(text.cancelled));
    }),
  ];

  async function hearArea(ctx: BotContext, who: Actor): Promise<void> {
    const said = saidText(ctx);
    if (said === '') return show(ctx, messages.areaQuestion(wilayah, 0, text.strange));
    if (/\bkota\b|^semua/i.test(said)) return forArea(ctx, who, null);
    const reading = areas.any(said);
    if (reading.ok) return forArea(ctx, who, reading.area);
    await say(
      ctx,
      reading.mayBe.length === 0
        ? messages.areaQuestion(wilayah, 0, placeUnknown(said))
        : messages.unclearArea(said, reading.mayBe, wilayah),
    );
  }

  async function search(ctx: BotContext, role: GrantedRole): Promise<void> {
    const contact =
      ctx.message !== undefined && 'contact' in ctx.message ? ctx.message.contact : null;
    const typed = contact?.phone_number ?? saidText(ctx);
    if (typed.length < 3) return show(ctx, messages.personQuestion(role, wilayah, text.strange));
    const found = await access.candidates(typed, contact?.user_id ?? null, mostCandidates + 1);
    const [only, another] = found;
    if (only === undefined)
      await say(
        ctx,
        messages.nobodyFound(contact === null ? text.nobodyFound(typed) : text.contactUnknown),
      );
    else if (another === undefined) await say(ctx, messages.appointQuestion(only, role, wilayah));
    else {
      const offered = found.slice(0, mostCandidates);
      const more = found.length > mostCandidates;
      await say(ctx, messages.candidateList(contact?.first_name ?? typed, offered, more, wilayah));
    }
  }

  async function appoint(
    ctx: BotContext,
    who: Actor,
    accountId: number,
    role: GrantedRole,
  ): Promise<void> {
    const outcome = await access.grant(who, accountId, role);
    const candidate = await access.candidate(accountId);
    await clearDraft(ports.db, who.accountId);
    const name = candidate?.name ?? '';
    const words = { name, role: messages.roleName(role, wilayah) };
    if (outcome.ok) return show(ctx, messages.aside(text.appointed(words.name, words.role)));
    switch (outcome.reason) {
      case 'already':
        return show(ctx, messages.aside(text.alreadyHas(words.name, words.role)));
      case 'unknown_account':
        return show(ctx, messages.aside(text.accountGone));
    }
  }
}
