import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 480;
const HEIGHT = 320;

/** A real PNG: an evening sky of 480 × 320 pixels. */
export const picture: Buffer = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', header()),
  chunk('IDAT', deflateSync(rows())),
  chunk('IEND', Buffer.alloc(0)),
]);

/** Eight bits a channel, red, green and blue. */
function header(): Buffer {
  const bytes = Buffer.from('00000000000000000802000000', 'hex');
  bytes.writeUInt32BE(WIDTH, 0);
  bytes.writeUInt32BE(HEIGHT, 4);
  return bytes;
}

function rows(): Buffer {
  const row = (y: number) => {
    const share = y / HEIGHT;
    const colour = [246 - 100 * share, 178 - 40 * share, 107 + 90 * share];
    return Buffer.from([0, ...Array.from({ length: WIDTH }, () => colour).flat()]);
  };
  return Buffer.concat(Array.from({ length: HEIGHT }, (_, y) => row(y)));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
