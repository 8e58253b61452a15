import type { Action } from './bot/actions.ts';
import { helpdeskActions } from './features/helpdesk/bot.ts';
import { createCannedService } from './features/helpdesk/canned.ts';
import { cannedActions } from './features/helpdesk/canned-bot.ts';
import { createDelivery } from './features/helpdesk/delivery.ts';
import { createDeskService } from './features/helpdesk/desk.ts';
import { deskActions } from './features/helpdesk/desk-bot.ts';
import { disputeActions } from './features/helpdesk/dispute-bot.ts';
import { createDisputeService } from './features/helpdesk/disputes.ts';
import { hoursActions } from './features/helpdesk/hours-bot.ts';
import { createHoursService } from './features/helpdesk/hours-service.ts';
import { helpdeskLetters } from './features/helpdesk/messages.ts';
import { createHelpdeskService, type HelpdeskService } from './features/helpdesk/service.ts';
import { createHelpdeskWatch } from './features/helpdesk/watch.ts';
import type { Wilayah } from './features/wilayah/rules.ts';
import type { Ports } from './platform/ports.ts';

/** Questions to the office, with both their sides. */
export interface Helpdesk {
  service: HelpdeskService;
  actions(): Action[];
  /** Everything that is due by the clock. */
  tick(): Promise<void>;
}

/** @param group the chat of the office; null: each staff member's own */
export function createHelpdesk(ports: Ports, wilayah: Wilayah, group: number | null): Helpdesk {
  const letters = helpdeskLetters(wilayah);
  const delivery = createDelivery(letters, group);
  const service = createHelpdeskService(ports, delivery);
  const desk = createDeskService(ports, delivery, letters);
  const disputes = createDisputeService(ports, delivery, letters);
  const watch = createHelpdeskWatch({ ports, delivery, disputes, letters });
  return {
    service,
    actions: () => [
      ...deskActions({ ports, desk, wilayah, group }),
      ...helpdeskActions({ ports, helpdesk: service, desk }),
      ...disputeActions({ ports, disputes, desk }),
      ...cannedActions({ ports, canned: createCannedService(ports), desk }),
      ...hoursActions({ hours: createHoursService(ports) }),
    ],
    tick: () => watch.tick(),
  };
}
