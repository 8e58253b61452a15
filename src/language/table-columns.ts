/** The columns of a table that were not asked for by name: months, and those to be dropped. Pure. */
import { titlePeriod } from './table-dates.ts';
import { bestLikeness, isNumberingTitle, readTitle } from './table-header.ts';
import {
  type Columns,
  type Header,
  holdsIdentityNumber,
  type TitledColumn,
} from './table-layout.ts';

/** A column that stands for a month, in tables with one column per month. */
export type PeriodColumn = { column: number; period: string };

/** A column that is not read on: nobody asked for it, it is there twice, or it must not be kept. */
export type DroppedColumn = { title: string; why: 'identity_number' | 'unknown' | 'duplicate' };

/** Finds the columns that stand for months and are not taken for anything else. */
export function periodColumns<K extends string>(
  header: Header<K>,
  year: number | undefined,
): PeriodColumn[] {
  const taken = new Set<TitledColumn | null>(Object.values(header.mapping));
  const months = new Map<string, PeriodColumn>();
  for (const titled of header.titles) {
    const period = taken.has(titled) ? null : titlePeriod(titled.parts, year);
    if (period === null || months.has(period)) continue;
    months.set(period, { column: titled.column, period });
  }
  return [...months.values()];
}

/** The year the lines name, if it is but one. */
export function yearNamed(lines: string[]): number | undefined {
  const years = new Set(lines.flatMap((line) => line.match(/\b20\d\d\b/g) ?? []));
  const [year] = years;
  return years.size === 1 ? Number(year) : undefined;
}

/** Lists the columns of the file that go nowhere, so that the office can be told. */
export function droppedColumns<K extends string>(
  { titles, mapping }: Header<K>,
  months: PeriodColumn[],
  columns: Columns<K>,
): DroppedColumn[] {
  const used = new Set([
    ...Object.values<TitledColumn | null>(mapping).map((titled) => titled?.column),
    ...months.map(({ column }) => column),
  ]);
  const synonyms = Object.values<Columns<K>[K]>(columns).flatMap((rule) => rule.synonyms);
  // A title merged over two columns, "Rp" and the amount, is that of a column that is used.
  const goesOn = ({ column, title }: TitledColumn) =>
    titles.some(
      (left) => left.column === column - 1 && left.title === title && used.has(left.column),
    );
  return titles
    .filter((titled) => !used.has(titled.column) && !goesOn(titled))
    .filter(({ title }) => !isNumberingTitle(title))
    .map((titled) => {
      const { title } = titled;
      if (holdsIdentityNumber(titled)) return { title, why: 'identity_number' };
      const isDuplicate = bestLikeness(title, synonyms.map(readTitle)) > 0.8;
      return { title, why: isDuplicate ? 'duplicate' : 'unknown' };
    });
}
