import type { RollRow, RollSection } from './rules.ts';

/** Heights on a sheet of the list, in points. */
export interface SheetHeights {
  /** Room for rows below the head of a kecamatan's first page, and below the short head of the others. */
  firstRoom: number;
  nextRoom: number;
  row: number;
  /** The line with the numbers of a kecamatan. */
  subtotal: number;
  /** The numbers of the whole list with the place for the signature. */
  closing: number;
}

/** One sheet of the list. */
export interface RollPage {
  section: RollSection;
  /** Whether the kecamatan begins on it. */
  isFirst: boolean;
  rows: RollRow[];
  hasSubtotal: boolean;
  hasClosing: boolean;
}

/** So many names go over to the last sheet of a kecamatan with its numbers, where there are as many. */
const keptTogether = 3;

/**
 * Puts a list on sheets: each kecamatan begins a new one, and neither its numbers nor the signature ever
 * stand on a sheet without a name above them.
 */
export function pagesOf(sections: readonly RollSection[], heights: SheetHeights): RollPage[] {
  return sections.flatMap((section, index) => {
    const isLast = index === sections.length - 1;
    const tail = heights.subtotal + (isLast ? heights.closing : 0);
    const pages: RollPage[] = [];
    for (let left = section.rows; left.length > 0; ) {
      const isFirst = pages.length === 0;
      const room = isFirst ? heights.firstRoom : heights.nextRoom;
      const isEnd = left.length * heights.row + tail <= room;
      const fitting = Math.min(Math.floor(room / heights.row), left.length - keptTogether);
      const taken = isEnd ? left.length : Math.max(1, fitting);
      pages.push({
        section,
        isFirst,
        rows: left.slice(0, taken),
        hasSubtotal: isEnd,
        hasClosing: isEnd && isLast,
      });
      left = left.slice(taken);
    }
    return pages;
  });
}
