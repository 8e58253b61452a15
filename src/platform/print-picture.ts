import { encodePng } from './png.ts';

/** The longer side of a picture in print (pixels): 300 dpi over five centimetres. */
const longestSide = 600;

/**
 * Makes a picture ready for paper: on white, no larger than print needs, always of the same kind. A PDF embeds
 * that without unpacking it, which keeps its bytes the same each time.
 *
 * @param bytes a PNG or JPEG, of which `size` has been read
 * @returns a PNG; null when nothing is to be seen on it, as when it is damaged
 */
export async function printPicture(
  bytes: Buffer,
  size: { width: number; height: number },
): Promise<Buffer | null> {
  // Loaded when first needed: a start should not wait for it.
  const { Resvg } = await import('@resvg/resvg-js');
  const scale = Math.min(1, longestSide / Math.max(size.width, size.height));
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  const kind = bytes[0] === 0xff ? 'jpeg' : 'png';
  const rendered = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
      <image width="${width}" height="${height}" href="data:image/${kind};base64,${bytes.toString('base64')}"/>
    </svg>`,
    { background: 'white' },
  ).render();
  const withAlpha = rendered.pixels;
  const colours = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    colours.set(withAlpha.subarray(pixel * 4, pixel * 4 + 3), pixel * 3);
  if (colours.every((value) => value === 0xff)) return null;
  return encodePng({ width, height, channels: 3, bytes: colours });
}
