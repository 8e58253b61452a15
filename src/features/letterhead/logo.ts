/** A picture that can stand on a paper. */
export type LogoReading =
  | { ok: true; width: number; height: number }
  | { ok: false; reason: 'not_a_picture' | 'too_heavy' | 'too_small' | 'too_large' };

const heaviest = 1024 * 1024;
/** Pixels; below, it is a smudge in print; above, unpacking it takes memory that a phone's photo never needs. */
const narrowest = 64;
const widest = 4000;

/** Looks at the bytes of a PNG or JPEG: what they say they are, not what their name says. */
export function readLogo(bytes: Buffer): LogoReading {
  const size = pngSize(bytes) ?? jpegSize(bytes);
  if (size === null) return { ok: false, reason: 'not_a_picture' };
  if (bytes.length > heaviest) return { ok: false, reason: 'too_heavy' };
  if (Math.min(size.width, size.height) < narrowest) return { ok: false, reason: 'too_small' };
  if (Math.max(size.width, size.height) > widest) return { ok: false, reason: 'too_large' };
  return { ok: true, ...size };
}

interface Size {
  width: number;
  height: number;
}

const pngMark = Buffer.from('89504e470d0a1a0a', 'hex');

/** PNG, 11.2.2: the first chunk is IHDR, beginning with width and height. */
function pngSize(bytes: Buffer): Size | null {
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(pngMark)) return null;
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** JPEG (ITU T.81, B.2.2): the size stands in the frame header, behind segments of any number. */
function jpegSize(bytes: Buffer): Size | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
  }
  return null;
}
