import { z } from 'zod';
import { type Action, command, onButton, onStep } from '../../bot/actions.ts';
import { type BotContext, saidText, say, sayFile, show } from '../../bot/context.ts';
import { clearDraft, defineDraft, readDraft, writeDraft } from '../../bot/drafts.ts';
import type { Message } from '../../bot/message.ts';
import type { Ports } from '../../platform/ports.ts';
import * as text from '../../text/id/document.ts';
import { covers, type Grants, type Scope } from '../access/rules.ts';
import type { ReportService } from '../report/service.ts';
import type { AttendanceListService } from './attendance-list.ts';
import * as on from './buttons.ts';
import type { CertificateService, PresenceAtEvent } from './certificate.ts';
import * as messages from './messages.ts';

type Coordinator = Grants['coordinator'];

/** Looking for somebody who came to an event. */
const searching = defineDraft('certificate', z.object({ eventId: z.number().int() }));

const fewestLetters = 3;

export interface DocumentDeps {
  ports: Ports;
  report: Pick<ReportService, 'events'>;
  lists: AttendanceListService;
  certificates: CertificateService;
}

/** `/daftarhadir` and `/sertifikat`: what is printed about an event. */
export function documentActions({ ports, report, lists, certificates }: DocumentDeps): Action[] {
  const { db, clock } = ports;
  return [
    command({
      name: 'daftarhadir',
      need: 'coordinator',
      description: text.rollMenu,
      run: async (ctx, { scope }) => {
        await say(ctx, messages.eventList(await report.events(scope), 0));
      },
    }),
    onButton(on.rollListButton, 'coordinator', async (ctx, { scope }, [page]) =>
      show(ctx, messages.eventList(await report.events(scope), page)),
    ),
    onButton(on.rollButton, 'coordinator', async (ctx, who, [eventId]) => {
      await stopSearching(who);
      await show(ctx, await rollCard(who, eventId));
    }),
    onButton(on.rollFileButton, 'coordinator', async (ctx, who, [eventId, variant, format]) => {
      const outcome = await lists.issue(who, eventId, { variant, format });
      if (!outcome.ok) return void (await say(ctx, messages.rollRefusal(outcome.reason)));
      const name = text.rollFileName(eventId, variant, format);
      await sayFile(ctx, { name, bytes: outcome.bytes }, messages.rollCaption(outcome));
    }),

    command({
      name: 'sertifikat',
      need: 'kader',
      description: text.certificateMenu,
      run: async (ctx, who) => {
        const own = await certificates.own(who.kader.id);
        const [only, ...others] = own.ready;
        if (only === undefined || others.length > 0)
          return void (await say(ctx, messages.ownCertificates(own, 0)));
        await sendOwn(ctx, who, only.id);
      },
    }),
    onButton(on.ownCertificatesButton, 'kader', async (ctx, who, [page]) =>
      show(ctx, messages.ownCertificates(await certificates.own(who.kader.id), page)),
    ),
    onButton(on.ownCertificateButton, 'kader', (ctx, who, [checkInId]) =>
      sendOwn(ctx, who, checkInId),
    ),

    onButton(on.certificateSearchButton, 'coordinator', async (ctx, who, [eventId]) => {
      await writeDraft(db, searching, who.accountId, { eventId }, clock.now());
      await show(ctx, messages.nameQuestion(eventId));
    }),
    onStep(searching, 'coordinator', search),
    onButton(on.certificateButton, 'coordinator', async (ctx, who, [checkInId]) => {
      await stopSearching(who);
      await send(ctx, who.accountId, checkInId, (presence) => isWithin(who.scope, presence));
    }),
  ];

  async function rollCard({ scope }: Coordinator, eventId: number): Promise<Message> {
    const outcome = await lists.offer(scope, eventId);
    return outcome.ok ? messages.rollCard(outcome.offer) : messages.rollRefusal(outcome.reason);
  }

  function sendOwn(ctx: BotContext, who: Grants['kader'], checkInId: number): Promise<void> {
    return send(ctx, who.accountId, checkInId, ({ kaderId }) => kaderId === who.kader.id);
  }

  async function send(
    ctx: BotContext,
    accountId: number,
    checkInId: number,
    mayHave: (presence: PresenceAtEvent) => boolean,
  ): Promise<void> {
    const outcome = await certificates.issue(accountId, checkInId, mayHave);
    if (!outcome.ok) return void (await say(ctx, messages.certificateRefusal(outcome)));
    const name = text.certificateFileName(outcome.facts.number);
    await sayFile(ctx, { name, bytes: outcome.bytes }, messages.certificateCaption(outcome));
  }

  async function search(ctx: BotContext, who: Coordinator): Promise<void> {
    const draft = await readDraft(db, searching, who.accountId);
    if (draft === null) {
      await clearDraft(db, who.accountId);
      await say(ctx, messages.eventList(await report.events(who.scope), 0));
      return;
    }
    const { eventId } = draft;
    const written = saidText(ctx);
    if (written.replace(/\P{L}/gu, '').length < fewestLetters)
      return void (await say(ctx, messages.nameTooShort(eventId)));
    const arrivals = await certificates.findArrivals(who.scope, eventId, written);
    await say(ctx, messages.arrivalsFound(eventId, written, arrivals));
  }

  async function stopSearching({ accountId }: Coordinator): Promise<void> {
    if ((await readDraft(db, searching, accountId)) !== null) await clearDraft(db, accountId);
  }
}

/** Whether somebody who came belongs to a part of the city; strangers of no known area to the whole city only. */
function isWithin(scope: Scope, { person }: PresenceAtEvent): boolean {
  const { kecamatanCode, kelurahanCode } = person;
  return scope.city || (kecamatanCode !== null && covers(scope, { kecamatanCode, kelurahanCode }));
}
