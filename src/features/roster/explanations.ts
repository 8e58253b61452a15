import { displayPhone, type Phone } from '../../platform/phone.ts';
import * as text from '../../text/id/roster.ts';
import { type Reason, rowName } from '../../text/id/transfer-rows.ts';
import type { Area } from '../access/rules.ts';
import type { Kader } from '../kader/repository.ts';
import { placeReason } from '../transfer/messages.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import type { RosterProblem } from './problems.ts';
import type { ChangedField, PlannedChange } from './rules.ts';

/** Why a row is left out, and what to do about it. */
export function reasonFor(problem: RosterProblem, wilayah: Wilayah): Reason {
  switch (problem.why) {
    case 'no_name':
      return text.reasons.noName;
    case 'no_jabatan':
      return text.reasons.noJabatan;
    case 'unclear_jabatan':
      return text.reasons.unclearJabatan(problem.written);
    case 'no_kelurahan':
      return text.reasons.noKelurahan;
    case 'bad_phone':
      return text.reasons.badPhone[problem.how](problem.written);
    case 'repeated':
      return text.reasons.repeated(rowName(problem.of));
    case 'number_twice':
      return text.reasons.numberTwice(problem.name, rowName(problem.with));
    case 'person_twice':
      return text.reasons.personTwice(rowName(problem.with));
    case 'number_of_other': {
      const { owner } = problem;
      const who = `${owner.name}, ${owner.jabatan} ${wilayah.areaName(owner)}`;
      return text.reasons.numberOfOther(who, owner.status === 'LEFT');
    }
    case 'namesakes':
      return text.reasons.namesakes(problem.count);
    default:
      return placeReason(problem);
  }
}

/** What becomes of each field of a changed entry. */
export function fieldChanges(
  { before, after, fields }: PlannedChange,
  wilayah: Wilayah,
): text.FieldChange[] {
  const was = fieldWords(before, wilayah, before.status);
  const becomes = fieldWords(after, wilayah, 'ACTIVE');
  return fields.map((field) => ({
    field: text.fields[field],
    from: was[field],
    to: becomes[field],
  }));
}

function fieldWords(
  entry: Area & { name: string; jabatan: string; phone: Phone | null },
  wilayah: Wilayah,
  status: Kader['status'],
): Record<ChangedField, string> {
  return {
    name: entry.name,
    jabatan: entry.jabatan,
    area: wilayah.areaName(entry),
    phone: entry.phone === null ? text.noPhone : displayPhone(entry.phone),
    status: text.status[status],
  };
}
