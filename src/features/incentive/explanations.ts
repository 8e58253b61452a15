import * as text from '../../text/id/incentive-import.ts';
import { type Reason, rowName } from '../../text/id/transfer-rows.ts';
import type { Kader } from '../kader/repository.ts';
import { placeReason } from '../transfer/messages.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import type { IncentiveProblem, PlannedMonth } from './planning.ts';
import type { MonthRecord } from './schema.ts';

/** Why a month is left out, and what to do about it. */
export function reasonFor(problem: IncentiveProblem, wilayah: Wilayah): Reason {
  const { reasons } = text;
  switch (problem.why) {
    case 'no_name':
      return reasons.noName;
    case 'bad_phone':
      return reasons.badPhone[problem.how](problem.written);
    case 'no_period':
      return reasons.noPeriod;
    case 'bad_period':
      return reasons.badPeriod[problem.how](problem.written);
    case 'amount_unknown':
      return reasons.amountUnknown;
    case 'bad_amount':
      return reasons.badAmount[problem.how](problem.written);
    case 'no_status':
      return reasons.noStatus;
    case 'unclear_status':
      return reasons.unclearStatus(problem.written);
    case 'bad_date':
      return reasons.badDate[problem.how](problem.written);
    case 'number_of_other':
      return reasons.numberOfOther(named(problem.candidates, wilayah).join(''));
    case 'other_number':
      return reasons.otherNumber(named(problem.candidates, wilayah).join(''));
    case 'namesakes':
      return reasons.namesakes(named(problem.candidates, wilayah));
    case 'unknown_person':
      return reasons.unknownPerson(named(problem.candidates, wilayah));
    case 'locked':
      return reasons.locked(problem.period);
    case 'repeated':
      return reasons.repeated(rowName(problem.of));
    case 'month_twice':
      return reasons.monthTwice(rowName(problem.with));
    default:
      return placeReason(problem);
  }
}

function named(people: readonly Kader[], wilayah: Wilayah): string[] {
  return people.map((kader) => `${kader.name}, ${kader.jabatan} ${wilayah.areaName(kader)}`);
}

/** What becomes of each field of a month that changes. */
export function fieldChanges({ before, after, fields }: PlannedMonth): text.FieldChange[] {
  if (before === null) return [];
  const was = inWords(before);
  const becomes = inWords(after);
  return fields.map((field) => ({
    field: text.fields[field],
    from: was[field],
    to: becomes[field],
  }));
}

function inWords({ amount, status, statusDate, note }: MonthRecord) {
  const { fieldWords } = text;
  return {
    amount: fieldWords.amount(amount),
    status: fieldWords.status(status),
    statusDate: fieldWords.statusDate(statusDate),
    note: fieldWords.note(note),
  };
}
