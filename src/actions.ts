import type { Action } from './bot/actions.ts';
import type { Registry } from './bot/registry.ts';
import { accessActions } from './features/access/bot.ts';
import { createRoleInvitationService } from './features/access/invitation.ts';
import type { AccessDeps } from './features/access/letters.ts';
import { createAccessService } from './features/access/service.ts';
import { attendanceActions } from './features/attendance/bot.ts';
import * as attendanceMessages from './features/attendance/messages.ts';
import { replyActions } from './features/attendance/reply-bot.ts';
import { createAttendanceService } from './features/attendance/service.ts';
import type { ApprovalPolicy } from './features/broadcast/approval.ts';
import { broadcastActions } from './features/broadcast/bot.ts';
import { eventActions } from './features/event/bot.ts';
import { createEventService } from './features/event/service.ts';
import { helpActions } from './features/help/bot.ts';
import { createIncentiveAnswers } from './features/incentive/answering.ts';
import { incentiveActions } from './features/incentive/bot.ts';
import { rateActions } from './features/incentive/rate-bot.ts';
import { createRateService } from './features/incentive/rate-service.ts';
import { profileActions } from './features/profile/bot.ts';
import { createProfileService } from './features/profile/service.ts';
import { createApprovalService } from './features/registration/approval.ts';
import { registrationLetters } from './features/registration/approval-messages.ts';
import { registrationActions } from './features/registration/bot.ts';
import type { RegistrationDeps } from './features/registration/letters.ts';
import { createRegistrationService } from './features/registration/service.ts';
import { reportActions } from './features/report/bot.ts';
import { createReportService } from './features/report/service.ts';
import { transferActions } from './features/transfer/bot.ts';
import { createAreaReader } from './features/wilayah/area-reading.ts';
import type { Wilayah } from './features/wilayah/rules.ts';
import { createImports } from './imports.ts';
import { createPlaceFinder } from './language/place-names/finder.ts';
import type { Ports } from './platform/ports.ts';

/** What the features' chat sides stand on, besides each other. */
export interface ActionDeps {
  ports: Ports;
  wilayah: Wilayah;
  /** Where browsers find the pages, without a slash at the end. */
  publicUrl: string;
  ratePerSecond: number;
  /** When a broadcast needs another staff member's consent. */
  broadcastApproval: ApprovalPolicy;
  /** Brings the cards of running broadcasts up to date. */
  report: (urgentId?: number) => Promise<void>;
  access: AccessDeps;
  /** All actions; known only once they have all been made. */
  registry: () => Registry;
  /** Goes on with work after the handler has returned. */
  inBackground: (work: Promise<unknown>) => void;
}

/** Every action of every feature, in the order in which menus and help list them. */
export function allActions(deps: ActionDeps): Action[] {
  const {
    ports,
    wilayah,
    ratePerSecond,
    broadcastApproval,
    report,
    access,
    registry,
    inBackground,
  } = deps;
  const places = createPlaceFinder(wilayah);
  const areas = createAreaReader(places, wilayah);
  const attendance = createAttendanceService(ports, {
    invitation: attendanceMessages.invitationLetter,
    edited: attendanceMessages.invitationEdit,
  });
  const answers = createIncentiveAnswers(ports);
  const reports = createReportService(ports);
  const registering: RegistrationDeps = {
    ports,
    letters: registrationLetters({ wilayah, registry }),
    onRegistered: [
      async (tx, kaderId) => {
        await attendance.inviteNewcomer(tx, kaderId, ports.clock.now());
      },
    ],
  };
  const registration = createRegistrationService(registering);
  const approval = createApprovalService(registering);
  const profile = createProfileService(ports);
  return [
    ...registrationActions({ ports, service: registration, approval, wilayah, areas, registry }),
    ...attendanceActions({ ports, attendance }),
    ...replyActions({ attendance, incentiveAnswer: answers.incentiveAnswer }),
    ...incentiveActions({ answers }),
    ...profileActions({ ports, profile, registration, wilayah, areas, registry }),
    ...reportActions({ report: reports, wilayah }),
    ...eventActions({
      ports,
      events: createEventService(ports, {
        invitation: attendanceMessages.invitationLetter,
        edited: attendanceMessages.invitationEdit,
        changed: attendanceMessages.changedLetter,
        cancelled: attendanceMessages.cancelledLetter,
      }),
      report: reports,
      wilayah,
      places,
      ratePerSecond,
      reportProgress: report,
    }),
    ...broadcastActions({
      ports,
      wilayah,
      places,
      ratePerSecond,
      approval: broadcastApproval,
      report,
    }),
    ...transferActions({ ports, imports: createImports(ports, wilayah, places), inBackground }),
    ...rateActions({ ports, rates: createRateService(ports) }),
    ...accessActions({
      ports,
      access: createAccessService(access),
      invitations: createRoleInvitationService(access),
      wilayah,
      areas,
      registry,
    }),
    ...helpActions({ ports, registry }),
  ];
}
