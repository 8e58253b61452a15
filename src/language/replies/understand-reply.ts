import { decide } from './decide.ts';
import type { Label } from './decision.ts';
import { readMessage, type Statement } from './message.ts';
import { reasonIn } from './reason.ts';

/** How a kader's reply to an invitation was understood. */
export interface Understanding {
  readonly label: Label;
  /** For `izin`: the part of the original text that names the cause. */
  readonly reason?: string;
  /** For `wakil`: the substitute as written (`bu Tuti`, `anak saya`). */
  readonly substitute?: string;
  /** What the reply wants besides stating attendance. */
  readonly also?: ('tanya' | 'insentif')[];
  /** From 0 (a guess) to 1 (said in so many words). */
  readonly confidence: number;
}

const LONGEST = 1000;

/**
 * Understands one reply to an invitation. `ctx.ownName` lets "Bu Siti hadir" be the sender's own
 * answer when Siti is the sender; without it a titled name is somebody else.
 */
export function understandReply(text: string, ctx: { ownName?: string } = {}): Understanding {
  const readable = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  const { statements } = readMessage(readable, ctx.ownName);
  const decision = decide(statements);
  const { label, confidence } = decision;
  const reason =
    label === 'izin' || label === 'tidak_hadir' ? reasonIn(readable, statements) : undefined;
  const settled: Label =
    label === 'izin' && reason === undefined
      ? 'tidak_hadir'
      : label === 'tidak_hadir' && reason !== undefined
        ? 'izin'
        : label;
  const also = alsoIn(settled, statements);
  const who = decision.who ?? [];
  const [first] = who;
  const last = who.at(-1);
  return {
    label: settled,
    ...(settled === 'izin' && reason !== undefined ? { reason } : {}),
    ...(first && last ? { substitute: readable.slice(first.start, last.end) } : {}),
    ...(also.length > 0 ? { also } : {}),
    confidence,
  };
}

/** `tergantung suami pulang jam berapa`, `belum tau bisa apa engga`: asked of oneself. */
function isPonderedIn({ condition, doubts }: Statement): boolean {
  return condition !== 'none' || doubts.length > 0;
}

function alsoIn(label: Label, statements: readonly Statement[]): ('tanya' | 'insentif')[] {
  if (label === 'tanya' || label === 'insentif' || label === 'lain') return [];
  const pay = statements.some((statement) => statement.topics.some(({ sense }) => sense.pay));
  const asks = statements.some(
    (statement) =>
      statement.question.asks &&
      !statement.question.alternatives &&
      (statement.clause.asked || !isPonderedIn(statement)) &&
      !statement.topics.some(({ sense }) => sense.pay) &&
      statement.topics.length > 0,
  );
  return [...(asks ? (['tanya'] as const) : []), ...(pay ? (['insentif'] as const) : [])];
}
