import type { Action } from './bot/actions.ts';
import type { Registry } from './bot/registry.ts';
import { accessActions } from './features/access/bot.ts';
import { createRoleInvitationService } from './features/access/invitation.ts';
import type { AccessDeps } from './features/access/letters.ts';
import { createAccessService } from './features/access/service.ts';
import { createApprovalService } from './features/application/approval.ts';
import { applicationLetters } from './features/application/approval-messages.ts';
import { approvalActions } from './features/application/bot.ts';
import type { ApplicationDeps } from './features/application/letters.ts';
import { createApplicationService } from './features/application/service.ts';
import { attendanceActions } from './features/attendance/bot.ts';
import * as attendanceMessages from './features/attendance/messages.ts';
import { createRecordingService } from './features/attendance/recording.ts';
import { recordingActions } from './features/attendance/recording-bot.ts';
import { recordedLetter } from './features/attendance/recording-messages.ts';
import { replyActions } from './features/attendance/reply-bot.ts';
import { createAttendanceService } from './features/attendance/service.ts';
import type { ApprovalPolicy } from './features/broadcast/approval.ts';
import { broadcastActions } from './features/broadcast-composing/bot.ts';
import { checkInActions } from './features/check-in/bot.ts';
import { cancelledDesk } from './features/check-in/desk-bot.ts';
import { deskLetters } from './features/check-in/messages.ts';
import { createPageLinks } from './features/check-in/page-access.ts';
import { cancelledPlace } from './features/check-in/scanning-bot.ts';
import { createCheckInService } from './features/check-in/service.ts';
import { eventActions } from './features/event/bot.ts';
import { createEventService } from './features/event/service.ts';
import { helpActions } from './features/help/bot.ts';
import { officeOffer } from './features/helpdesk/bot.ts';
import { createIncentiveAnswers } from './features/incentive/answering.ts';
import { incentiveActions } from './features/incentive/bot.ts';
import { lockActions } from './features/incentive/lock-bot.ts';
import { createLockService } from './features/incentive/locks.ts';
import { noticeActions } from './features/incentive/notice-bot.ts';
import { noticeLetter } from './features/incentive/notice-messages.ts';
import { createNoticeService } from './features/incentive/notices.ts';
import { rateActions } from './features/incentive/rate-bot.ts';
import { createRateService } from './features/incentive/rate-service.ts';
import { incentiveReminderActions } from './features/incentive-reminder/bot.ts';
import { watchLetters } from './features/incentive-reminder/messages.ts';
import { createIncentiveWatch } from './features/incentive-reminder/service.ts';
import { incentiveReportActions } from './features/incentive-report/bot.ts';
import { createIncentiveReports } from './features/incentive-report/service.ts';
import { nudgeActions } from './features/nudge/bot.ts';
import { nudgeLetter } from './features/nudge/messages.ts';
import { createNudgeService } from './features/nudge/service.ts';
import { profileActions } from './features/profile/bot.ts';
import { createProfileService } from './features/profile/service.ts';
import { comparisonActions } from './features/reconciliation/bot.ts';
import { createComparison } from './features/reconciliation/comparing.ts';
import { registrationActions } from './features/registration/bot.ts';
import { createConversation } from './features/registration/conversation.ts';
import { createRegistrationService } from './features/registration/service.ts';
import { reportActions } from './features/report/bot.ts';
import { createHistoryService } from './features/report/history.ts';
import { historyActions } from './features/report/history-bot.ts';
import { createReportService } from './features/report/service.ts';
import { transferActions } from './features/transfer/bot.ts';
import { choiceActions } from './features/transfer/choice-bot.ts';
import { createImportHistory } from './features/transfer/history.ts';
import { importHistoryActions } from './features/transfer/history-bot.ts';
import { createLongWork } from './features/transfer/long-work.ts';
import { createAreaReader } from './features/wilayah/area-reading.ts';
import type { Wilayah } from './features/wilayah/rules.ts';
import type { Helpdesk } from './helpdesk.ts';
import { createImports } from './imports.ts';
import { createPlaceFinder } from './language/place-names/finder.ts';
import { paperActions } from './papers.ts';
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
  /** Whether lists of payments need a second person's consent. */
  incentiveApproval: boolean;
  /** Brings the cards of running broadcasts up to date. */
  report: (urgentId?: number) => Promise<void>;
  access: AccessDeps;
  helpdesk: Helpdesk;
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
    publicUrl,
    ratePerSecond,
    broadcastApproval,
    incentiveApproval,
    report,
    access,
    helpdesk,
    registry,
    inBackground,
  } = deps;
  const places = createPlaceFinder(wilayah);
  const areas = createAreaReader(places, wilayah);
  const goOn = createLongWork(ports, inBackground);
  const attendance = createAttendanceService(ports, {
    invitation: attendanceMessages.invitationLetter,
    edited: attendanceMessages.invitationEdit,
  });
  const answers = createIncentiveAnswers(ports);
  const imports = createImports(ports, wilayah, places, { incentiveApproval });
  const reports = createReportService(ports);
  const applying: ApplicationDeps = {
    ports,
    letters: applicationLetters({ wilayah, registry }),
    onRegistered: [
      async (tx, kaderId) => {
        await attendance.inviteNewcomer(tx, kaderId, ports.clock.now());
      },
    ],
  };
  const registration = createRegistrationService(applying);
  const applications = createApplicationService(applying);
  const registrationChat = {
    ports,
    service: registration,
    applications,
    wilayah,
    areas,
    registry,
  };
  const approval = createApprovalService(applying);
  const profile = createProfileService(ports);
  return [
    ...registrationActions(registrationChat),
    ...approvalActions({ approval, wilayah }),
    ...attendanceActions({ ports, attendance }),
    ...checkInActions({
      ports,
      checkIn: createCheckInService(ports, wilayah, deskLetters),
      links: createPageLinks(ports, publicUrl),
      wilayah,
      areas,
      registry,
      register: createConversation(registrationChat).begin,
    }),
    ...replyActions({
      attendance,
      incentiveAnswer: answers.incentiveAnswer,
      officeOffer: officeOffer(helpdesk.service),
    }),
    ...incentiveActions({ answers }),
    ...profileActions({ ports, profile, applications, wilayah, areas, registry }),
    ...historyActions({ history: createHistoryService(ports), wilayah }),
    ...reportActions({ report: reports, wilayah }),
    ...nudgeActions({ nudges: createNudgeService(ports, nudgeLetter) }),
    ...recordingActions({
      ports,
      recordings: createRecordingService(ports, {
        recorded: recordedLetter,
        edited: attendanceMessages.invitationEdit,
      }),
      wilayah,
    }),
    ...paperActions({ ports, wilayah, report: reports, publicUrl }),
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
    ...transferActions({ ports, imports, goOn }),
    ...choiceActions({ imports }),
    ...importHistoryActions({ history: createImportHistory(ports.db), imports, goOn }),
    ...incentiveReportActions({ reports: createIncentiveReports(ports), wilayah }),
    ...incentiveReminderActions({ watch: createIncentiveWatch(ports, watchLetters) }),
    ...comparisonActions({ comparison: createComparison(ports), wilayah, clock: ports.clock }),
    ...lockActions({ locks: createLockService(ports), clock: ports.clock }),
    ...noticeActions({ notices: createNoticeService(ports, noticeLetter) }),
    ...rateActions({ ports, rates: createRateService(ports) }),
    ...accessActions({
      ports,
      access: createAccessService(access),
      invitations: createRoleInvitationService(access),
      wilayah,
      areas,
      registry,
    }),
    ...helpdesk.actions(),
    ...helpActions({ ports, registry, cancelled: new Map([cancelledDesk, cancelledPlace]) }),
  ];
}
