import { displayPhone, type Phone } from '../../platform/phone.ts';
import type { CellValue } from '../../platform/sheet.ts';
import type { OutputColumn, OutputSheet } from '../../platform/spreadsheet-write.ts';
import { statusWords } from '../../text/id/incentive.ts';
import * as text from '../../text/id/reconciliation.ts';
import type { Reason } from '../../text/id/transfer-rows.ts';
import type { Area } from '../access/rules.ts';
import type { PlannedMonth } from '../incentive/planning.ts';
import { refusedSheet } from '../transfer/messages.ts';
import type { RowPlace } from '../transfer/schema.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import type { UnexpectedPayment } from './planning.ts';
import type { BankCheck } from './service.ts';
import { templateColumns } from './table.ts';

const { columns: titles } = text;

const personColumns: OutputColumn[] = [
  { title: titles.name },
  { title: titles.jabatan },
  { title: titles.area },
  { title: titles.phone },
  { title: titles.period },
];
const amountColumn: OutputColumn = { title: titles.amount, kind: 'rupiah' };

/**
 * The four groups, a sheet each; they are there also when nobody is in them. First what does not fit, which can
 * be mended and sent again as it is.
 */
export function bankSheets(
  { paid, failed, missing, unexpected }: BankCheck,
  reasonsFor: (one: UnexpectedPayment) => Reason[],
  wilayah: Wilayah,
): OutputSheet[] {
  const months = (name: string, all: readonly PlannedMonth[]): OutputSheet => ({
    name,
    columns: [
      { title: titles.row },
      ...personColumns,
      amountColumn,
      { title: titles.before },
      { title: titles.date, kind: 'date' },
      { title: titles.reason },
    ],
    rows: all.map(({ at, kader, period, before, after }) => [
      placeOf(at),
      ...personCells({ ...kader, period }, wilayah),
      after.amount,
      before === null ? null : statusWords[before.status],
      after.statusDate,
      after.note,
    ]),
  });
  return [
    {
      ...refusedSheet(
        templateColumns,
        unexpected.map((one) => ({
          at: one.row.at,
          written: { ...one.row.written, at: null, numberHidden: null },
          reasons: reasonsFor(one),
        })),
      ),
      name: text.sheets.unexpected,
    },
    months(text.sheets.paid, paid),
    months(text.sheets.failed, failed),
    {
      name: text.sheets.missing,
      columns: [...personColumns, amountColumn, { title: titles.before }],
      rows: missing.map((payment) => [
        ...personCells(payment, wilayah),
        payment.amount,
        statusWords[payment.status],
      ]),
    },
  ];
}

function personCells(
  person: Area & { name: string; jabatan: string; phone: Phone | null; period: string },
  wilayah: Wilayah,
): CellValue[] {
  return [
    person.name,
    person.jabatan,
    wilayah.areaName(person),
    person.phone === null ? '' : displayPhone(person.phone),
    person.period,
  ];
}

function placeOf({ sheet, number }: RowPlace): string {
  return sheet === null ? String(number) : `${sheet} ${number}`;
}
