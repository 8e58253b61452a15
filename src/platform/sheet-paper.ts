import type { Cell, CellObject, Feature, Image } from 'write-excel-file/node';

/** A line of text across a sheet. */
export interface PaperLine {
  text: string;
  /** The column in which it begins, from 0; it runs to the last one. */
  from?: number;
  /** Size of the letters in points; 11 where it is left out. */
  size?: number;
  isBold?: boolean;
  isCentred?: boolean;
  /** A double rule below it, as under a letterhead. */
  isRuled?: boolean;
  /** In points; left out, what its letters take. */
  height?: number;
}

/** What makes a sheet a paper to be printed and signed: lines around its table, and a frame around every cell. */
export interface SheetPaper {
  above: PaperLine[];
  below: PaperLine[];
  /** The height of the table's rows, in points. */
  rowHeight: number;
  /** At the foot of each printed page; `&P` and `&N` are its number and how many there are. */
  footer: string;
}

const headColour = '#E9ECEF';

/**
 * The cells of a paper: those of its table, of which the header comes first, with the lines around them.
 *
 * @param widths of the columns, in characters
 */
export function paperCells(
  { above, below, rowHeight }: SheetPaper,
  [header = [], ...rows]: (CellObject | null)[][],
  widths: readonly number[],
): Cell[][] {
  const across = (lines: PaperLine[]) => lines.map((line) => lineCells(line, widths));
  const framed = { borderStyle: 'thin', alignVertical: 'center' } as const;
  const title = { ...framed, align: 'center', backgroundColor: headColour } as const;
  return [
    ...across(above),
    header.map((cell) => ({ ...cell, ...title })),
    ...rows.map((row) =>
      row.map((cell) => ({ ...cell, ...framed, height: rowHeight, wrap: true })),
    ),
    ...across(below),
  ];
}

/** Sets papers upright on A4, as wide as the page, which the library does for no sheet by itself. */
export function onA4(papers: readonly (SheetPaper | undefined)[]): Feature<Image['content']> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const paper = papers[sheetIndex];
            return paper === undefined ? xml : withPageSetup(xml, paper.footer);
          },
        },
      },
    },
  };
}

/** ECMA-376 part 1, 18.3.1.99 (CT_Worksheet): `sheetPr` comes first, how it is printed behind the cells. */
function withPageSetup(xml: string, footer: string): string {
  const setup = [
    '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.7" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="portrait" fitToHeight="0"/>',
    `<headerFooter><oddFooter>&amp;C${footer.replaceAll('&', '&amp;')}</oddFooter></headerFooter>`,
  ];
  return xml
    .replace(/<worksheet [^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('</worksheet>', () => `${setup.join('')}</worksheet>`);
}

const usualSize = 11;
/** Of a line of letters, by their size; bold ones and capitals are as much wider than the usual. */
const lineHeight = 1.36;
const widest = 1.15;

function lineCells(line: PaperLine, widths: readonly number[]): Cell[] {
  const { text, from = 0, size = usualSize, isBold, isCentred, isRuled } = line;
  const width = widths.slice(from).reduce((sum, next) => sum + next, 0);
  const lines = Math.max(1, Math.ceil((text.length * size * widest) / (usualSize * width)));
  const cell: CellObject = {
    value: text,
    type: String,
    format: '@',
    columnSpan: widths.length - from,
    // Cells that are joined do not grow with their text by themselves.
    height: line.height ?? lines * size * lineHeight,
    alignVertical: 'center',
    wrap: true,
    fontSize: size,
    ...(isBold ? { fontWeight: 'bold' } : {}),
    ...(isCentred ? { align: 'center' } : {}),
    ...(isRuled ? { bottomBorderStyle: 'double' } : {}),
  };
  return [...Array<Cell>(from).fill(null), cell];
}
