import type { Spec } from 'vega';
import type { StackedBars } from './chart.ts';
import { shortened, type Weight, widthOf, wrapped } from './chart-text.ts';

/** Units of the layout: the width of a small phone. */
export const chartWidth = 360;
export const paper = '#ffffff';

const margin = 14;
const inner = chartWidth - 2 * margin;
const ink = '#16202c';
const quietInk = '#4a5563';
const rail = '#eef1f4';

const sizes = { title: 18, subtitle: 13.5, legend: 14, name: 14.5, value: 13, note: 12 };
const lineHeight = 1.25;
/** A row: its name on a line, the bar below. */
const row = { height: 45, baseline: 14, barTop: 19, barHeight: 20, valueBaseline: 33.5 };
const swatch = { side: 12, gap: 6, between: 16, line: 21, baseline: 14 };

/**
 * The chart as a Vega specification. Vega cannot measure letters without a canvas, so that texts are broken
 * and shortened here.
 */
export function chartSpec({
  title,
  subtitle,
  series,
  rows,
  note,
  format = String,
}: StackedBars): Spec {
  const titleLines = wrapped(title, inner, sizes.title, 600);
  const subtitleLines = wrapped(subtitle, inner, sizes.subtitle, 400);
  const noteLines = note === undefined ? [] : wrapped(note, inner, sizes.note, 400);
  const legend = legendPlaces(series);

  const titleTop = margin;
  const subtitleTop = titleTop + blockHeight(titleLines, sizes.title) + 3;
  const legendTop = subtitleTop + blockHeight(subtitleLines, sizes.subtitle) + 9;
  const rowsTop = legendTop + legend.height + 9;
  const noteTop = rowsTop + rows.length * row.height;
  const height = Math.ceil(noteTop + blockHeight(noteLines, sizes.note) + margin / 2);

  const sums = rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const named = rows.map(({ name }, at) => {
    const sum = format(sums[at] ?? 0);
    const room = inner - widthOf(sum, sizes.name, 600) - 10;
    return { row: at, name: shortened(name, room, sizes.name), sum };
  });
  const cells = rows.flatMap(({ values }, at) =>
    values.map((value, index) => {
      const colour = series[index]?.colour ?? quietInk;
      const text = value > 0 ? format(value) : '';
      const needs = widthOf(text, sizes.value, 600) + 1;
      return { row: at, index, value, colour, text, needs, ink: inkOn(colour) };
    }),
  );
  const rowY = { scale: 'row', field: 'row' };

  return {
    width: chartWidth,
    height,
    padding: 0,
    autosize: 'none',
    config: { text: { font: 'Source Sans 3' } },
    data: [
      { name: 'legend', values: legend.places },
      { name: 'rows', values: named },
      {
        name: 'cells',
        values: cells,
        transform: [
          {
            type: 'stack',
            groupby: ['row'],
            field: 'value',
            sort: { field: 'index' },
            as: ['from', 'to'],
          },
        ],
      },
    ],
    scales: [
      {
        name: 'length',
        type: 'linear',
        domain: [0, Math.max(1, ...sums)],
        range: [margin, margin + inner],
      },
      {
        name: 'row',
        type: 'band',
        domain: { data: 'rows', field: 'row' },
        range: [rowsTop, noteTop],
      },
    ],
    marks: [
      block(titleLines, titleTop, sizes.title, 600, ink),
      block(subtitleLines, subtitleTop, sizes.subtitle, 400, quietInk),
      {
        type: 'rect',
        from: { data: 'legend' },
        encode: {
          enter: {
            x: { field: 'x' },
            y: { field: 'y', offset: legendTop + 3 },
            width: { value: swatch.side },
            height: { value: swatch.side },
            fill: { field: 'colour' },
          },
        },
      },
      {
        type: 'text',
        from: { data: 'legend' },
        encode: {
          enter: {
            x: { field: 'x', offset: swatch.side + swatch.gap },
            y: { field: 'y', offset: legendTop + swatch.baseline },
            text: { field: 'name' },
            fontSize: { value: sizes.legend },
            fill: { value: ink },
          },
        },
      },
      {
        type: 'text',
        from: { data: 'rows' },
        encode: {
          enter: {
            x: { value: margin },
            y: { ...rowY, offset: row.baseline },
            text: { field: 'name' },
            fontSize: { value: sizes.name },
            fill: { value: ink },
          },
        },
      },
      {
        type: 'text',
        from: { data: 'rows' },
        encode: {
          enter: {
            x: { value: margin + inner },
            y: { ...rowY, offset: row.baseline },
            align: { value: 'right' },
            text: { field: 'sum' },
            fontSize: { value: sizes.name },
            fontWeight: { value: 600 },
            fill: { value: ink },
          },
        },
      },
      {
        type: 'rect',
        from: { data: 'rows' },
        encode: {
          enter: {
            x: { value: margin },
            y: { ...rowY, offset: row.barTop },
            width: { value: inner },
            height: { value: row.barHeight },
            fill: { value: rail },
          },
        },
      },
      {
        type: 'rect',
        from: { data: 'cells' },
        encode: {
          enter: {
            x: { scale: 'length', field: 'from' },
            x2: { scale: 'length', field: 'to' },
            y: { ...rowY, offset: row.barTop },
            height: { value: row.barHeight },
            fill: { field: 'colour' },
          },
        },
      },
      {
        type: 'text',
        from: { data: 'cells' },
        encode: {
          enter: {
            x: { signal: "(scale('length', datum.from) + scale('length', datum.to)) / 2" },
            y: { ...rowY, offset: row.valueBaseline },
            align: { value: 'center' },
            text: {
              signal:
                "scale('length', datum.to) - scale('length', datum.from) >= datum.needs ? datum.text : ''",
            },
            fontSize: { value: sizes.value },
            fontWeight: { value: 600 },
            fill: { field: 'ink' },
          },
        },
      },
      block(noteLines, noteTop, sizes.note, 400, quietInk),
    ],
  };
}

/** Lines of text at the left margin, the first one right below `top`. */
function block(
  lines: string[],
  top: number,
  size: number,
  weight: Weight,
  colour: string,
): NonNullable<Spec['marks']>[number] {
  return {
    type: 'text',
    encode: {
      enter: {
        x: { value: margin },
        y: { value: top + size },
        text: { value: lines },
        lineHeight: { value: size * lineHeight },
        fontSize: { value: size },
        fontWeight: { value: weight },
        fill: { value: colour },
      },
    },
  };
}

function blockHeight(lines: string[], size: number): number {
  return lines.length * size * lineHeight;
}

/** The series one after the other, and on a next line where one no longer fits. */
function legendPlaces(series: StackedBars['series']) {
  let x = margin;
  let y = 0;
  const places = series.map(({ name, colour }) => {
    const needs = swatch.side + swatch.gap + widthOf(name, sizes.legend, 400);
    if (x > margin && x + needs > margin + inner) {
      x = margin;
      y += swatch.line;
    }
    const place = { x, y, name, colour };
    x += needs + swatch.between;
    return place;
  });
  return { places, height: y + swatch.line };
}

/** Black or white, whichever is easier to read on a colour (relative luminance of WCAG 2). */
function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.3 ? ink : paper;
}
