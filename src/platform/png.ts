import { crc32, deflateSync } from 'node:zlib';

/** A picture without transparency: one byte a pixel for grey, three for colour, row by row. */
export interface Pixels {
  width: number;
  height: number;
  channels: 1 | 3;
  bytes: Uint8Array;
}

const mark = Buffer.from('89504e470d0a1a0a', 'hex');

/** PNG (W3C, third edition): 8 bits a channel, not interlaced, no filter. */
export function encodePng({ width, height, channels, bytes }: Pixels): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, channels === 1 ? 0 : 2, 0, 0, 0], 8);
  const rowLength = width * channels;
  const rows = Buffer.alloc(height * (rowLength + 1));
  for (let row = 0; row < height; row += 1)
    rows.set(bytes.subarray(row * rowLength, (row + 1) * rowLength), row * (rowLength + 1) + 1);
  return Buffer.concat([
    mark,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
