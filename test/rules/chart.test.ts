import { describe, expect, it } from 'vitest';
import { palette, type StackedBars, stackedBarsPng } from '../../src/platform/chart.ts';
import { chartSpec } from '../../src/platform/chart-spec.ts';

const chart: StackedBars = {
  title: 'Pembinaan PSM dan TKSK',
  subtitle: 'Jawaban undangan',
  series: [
    { name: 'Hadir', colour: palette.blue },
    { name: 'Belum menjawab', colour: palette.grey },
  ],
  rows: [
    { name: 'Karawaci', values: [40, 2] },
    { name: 'Benda', values: [0, 0] },
  ],
};

/** Width and height as the header of a PNG states them. */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

const valuesOf = (stacked: StackedBars, name: string): Record<string, unknown>[] => {
  const data = chartSpec(stacked).data;
  const found = Array.isArray(data) ? data.find((source) => source.name === name) : undefined;
  return found !== undefined && 'values' in found
    ? (found.values as Record<string, unknown>[])
    : [];
};

describe('a chart of stacked bars', () => {
  it('is a PNG of three pixels to each unit of a small phone, higher with each row', async () => {
    const two = sizeOf(await stackedBarsPng(chart));
    expect(two.width).toBe(1080);
    const three = sizeOf(
      await stackedBarsPng({ ...chart, rows: [...chart.rows, { name: 'Periuk', values: [1, 1] }] }),
    );
    expect(three.width).toBe(1080);
    expect(three.height - two.height).toBeGreaterThan(60);
  });

  it('stays within what Telegram takes for a photo, with thirty rows too', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => ({ name: `Baris ${at}`, values: [at, 1] }));
    const { width, height } = sizeOf(await stackedBarsPng({ ...chart, rows }));
    expect(width + height).toBeLessThan(10_000);
    expect(height / width).toBeLessThan(20);
  });

  it('is drawn without rows, and without anything in them', async () => {
    sizeOf(await stackedBarsPng({ ...chart, rows: [] }));
    sizeOf(await stackedBarsPng({ ...chart, rows: [{ name: 'Benda', values: [0, 0] }] }));
  });

  it('writes the numbers as it is told, none for nothing, and the sum of each row', () => {
    const format = (value: number) => `Rp${value}`;
    expect(valuesOf({ ...chart, format }, 'cells').map(({ text }) => text)).toEqual([
      'Rp40',
      'Rp2',
      '',
      '',
    ]);
    expect(valuesOf({ ...chart, format }, 'rows').map(({ sum }) => sum)).toEqual(['Rp42', 'Rp0']);
  });

  it('shortens a name that would run into the sum', () => {
    const name = 'Panunggangan Barat beserta semua kelurahan di sekitarnya yang ada';
    const [row] = valuesOf({ ...chart, rows: [{ name, values: [1, 2] }] }, 'rows');
    expect(String(row?.name)).toMatch(/^Panunggangan Barat .*…$/);
  });

  it('writes white on dark colours and black on light ones', () => {
    expect(valuesOf(chart, 'cells').map(({ ink }) => ink)).toEqual([
      '#ffffff',
      '#16202c',
      '#ffffff',
      '#16202c',
    ]);
  });
});
