import { create } from 'qrcode';

/** A QR code as one SVG path of unit squares, without the quiet zone. */
export interface QrPath {
  /** Squares in a row. */
  size: number;
  /** For `d` of a `<path>` in a `viewBox="0 0 size size"`. */
  path: string;
}

/** @param text what a camera will read; error correction M, as screens are seen from an angle */
export function qrPath(text: string): QrPath {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!modules.get(row, column)) continue;
      const begin = column;
      while (column + 1 < size && modules.get(row, column + 1)) column += 1;
      const run = column - begin + 1;
      path += `M${begin} ${row}h${run}v1h-${run}z`;
    }
  }
  return { size, path };
}
