import { button, buttons, type Message, toSend } from '../../bot/message.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import { announcementTitle, labels as listLabels } from '../../text/id/broadcast.ts';
import * as text from '../../text/id/broadcast-control.ts';
import {
  correctionResult,
  correctionTitle,
  withdrawalResult,
  withdrawalTitle,
} from '../../text/id/broadcast-correction.ts';
import { failureFileButton, unreachableFileButton } from '../broadcast/buttons.ts';
import type { Broadcast } from '../broadcast/service.ts';
import { secondThoughts } from '../broadcast-correction/messages.ts';
import * as on from './buttons.ts';
import type { Result } from './progress.ts';
import type { Progress } from './rules.ts';

/** The card while it leaves. */
export function progressCard(
  { id, kind }: Pick<Broadcast, 'id' | 'kind'>,
  figures: text.ProgressFigures,
): Message {
  return {
    text: text.progress(figures, kind === 'WITHDRAWAL'),
    keyboard: buttons(
      [
        button(text.labels.pause, on.pauseButton.data(id)),
        button(text.labels.stop, on.stopButton.data(id)),
      ],
      kind === 'ANNOUNCEMENT' ? secondThoughts(id) : [],
    ),
  };
}

/** The card while it waits for somebody to let it go on. */
function pausedCard(
  { id, kind }: Broadcast,
  figures: text.ProgressFigures & { pauseReason: string | null },
): Message {
  return {
    text: text.paused(figures),
    keyboard: buttons(goOnOrStop(id), kind === 'ANNOUNCEMENT' ? secondThoughts(id) : []),
  };
}

/** The card once it has left. */
function resultCard(
  { id, kind, withdrawnAt }: Broadcast,
  figures: text.ResultFigures & { arrived: number },
): Message {
  const failed = figures.failed.reduce((sum, { count }) => sum + count, 0);
  const { blocked, expired, uncertain, cancelled } = figures;
  const missed = blocked + expired + uncertain + cancelled + failed;
  const isMessage = kind === 'ANNOUNCEMENT' || kind === 'INVITATION';
  const listLabel = isMessage ? listLabels.missedFile : listLabels.failureFile;
  return {
    text: resultText(kind, figures),
    keyboard: buttons(
      failed > 0 && kind !== 'WITHDRAWAL'
        ? [button(text.labels.retry(failed), on.retryButton.data(id))]
        : [],
      missed > 0 ? [button(listLabel, failureFileButton.data(id))] : [],
      figures.unreachable > 0
        ? [button(listLabels.unreachableFile, unreachableFileButton.data(id))]
        : [],
      kind === 'ANNOUNCEMENT' && withdrawnAt === null ? secondThoughts(id) : [],
    ),
  };
}

function resultText(kind: Broadcast['kind'], figures: text.ResultFigures & { arrived: number }) {
  switch (kind) {
    case 'CORRECTION':
      return correctionResult(figures);
    case 'WITHDRAWAL':
      return withdrawalResult(figures);
    case 'ANNOUNCEMENT':
    case 'INVITATION':
      return text.result(figures);
  }
}

/** The cards of running and finished broadcasts, for the progress reporter. */
export const broadcastCards = {
  progress(broadcast: Broadcast, progress: Progress): OutgoingMessage {
    const { pauseReason } = broadcast;
    const figures = { ...progress, title: titleOf(broadcast) };
    switch (broadcast.status) {
      case 'PAUSED':
        return toSend(pausedCard(broadcast, { ...figures, pauseReason }));
      case 'CANCELLED':
        return toSend({ text: text.stopping(figures) });
      default:
        return toSend(progressCard(broadcast, figures));
    }
  },
  result: (broadcast: Broadcast, { reasons, ...figures }: Result): OutgoingMessage =>
    toSend(resultCard(broadcast, { ...figures, failed: reasons, title: titleOf(broadcast) })),
};

/** Tells the composer that a broadcast paused itself, since Telegram refuses it for everybody. */
export function selfPauseLetter(broadcast: Broadcast): OutgoingMessage {
  return toSend({
    text: text.pausedItself(titleOf(broadcast), broadcast.pauseReason ?? ''),
    keyboard: buttons(goOnOrStop(broadcast.id)),
  });
}

function goOnOrStop(id: number) {
  return [
    button(text.labels.resume, on.resumeButton.data(id)),
    button(text.labels.stop, on.stopButton.data(id)),
  ];
}

function titleOf({ kind, eventTitle }: Broadcast): string {
  switch (kind) {
    case 'CORRECTION':
      return correctionTitle;
    case 'WITHDRAWAL':
      return withdrawalTitle;
    case 'ANNOUNCEMENT':
    case 'INVITATION':
      return eventTitle === null ? announcementTitle : text.invitationTitle(eventTitle);
  }
}
