import { fileURLToPath } from 'node:url';
import type { Spec } from 'vega';
import { chartSpec, chartWidth, paper } from './chart-spec.ts';

/** A chart of horizontal bars, each stacked from the same series. */
export interface StackedBars {
  title: string;
  /** A line break in it is kept. */
  subtitle: string;
  /** In the order in which they are stacked, from the left; colours as `#rrggbb`. */
  series: { name: string; colour: string }[];
  /** From top to bottom; `values` stand in the order of the series and are not negative. */
  rows: { name: string; values: number[] }[];
  /** A last line in small letters. */
  note?: string;
  /** How a number is written; by default as it is. */
  format?: (value: number) => string;
}

/** Colours for series that differ in hue and in lightness, so that colour-blind people tell them apart too. */
export const palette = {
  blue: '#0b5fa5',
  amber: '#f2b134',
  red: '#c8501e',
  grey: '#c3cad2',
} as const;

/** Pixels per unit of the layout, which is as wide as a small phone. */
const enlargement = 3;

const fontFiles = ['Regular', 'SemiBold'].map((face) =>
  fileURLToPath(new URL(`fonts/SourceSans3-${face}.ttf`, import.meta.url)),
);

/**
 * Draws the chart for a phone: names above the bars, so that these have the whole width; numbers on the
 * bars where there is room; the sum of a row at its end. Meant for up to some thirty rows.
 *
 * @returns a PNG, 1080 pixels wide and as high as the rows need
 */
export async function stackedBarsPng(chart: StackedBars): Promise<Uint8Array> {
  const svg = await toSvg(chartSpec(chart));
  // Loaded when first needed: a start should not wait for it.
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: chartWidth * enlargement },
    background: paper,
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Source Sans 3' },
  });
  return image.asPng();
}

async function toSvg(spec: Spec): Promise<string> {
  const { parse, View } = await import('vega');
  const view = new View(parse(spec), { renderer: 'none' });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
