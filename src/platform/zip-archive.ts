import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** The end record is 22 bytes, followed by a comment of at most 65,535. */
const END_RECORD = 22;
const LONGEST_TAIL = END_RECORD + 0xffff;

/** One file in the archive. `size` is what the archive claims it to be when unpacked. */
export type ZipEntry = {
  size: number;
  encrypted: boolean;
  /** Unpacks it; throws when it is damaged or larger than `maxBytes` (archives can lie about it). */
  read: (maxBytes: number) => Buffer;
};

/**
 * Reads the directory of a ZIP archive, so that a file can be judged (what is in it, how big it
 * gets, is it locked) before anything of it is unpacked.
 * @returns the entries by path, or `null` when this is no readable archive.
 */
export function openZip(bytes: Buffer): Map<string, ZipEntry> | null {
  const end = findEndOfDirectory(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries = new Map<string, ZipEntry>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    entries.set(name, directoryEntry(bytes, at));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function findEndOfDirectory(bytes: Buffer): number | null {
  const earliest = Math.max(0, bytes.length - LONGEST_TAIL);
  for (let at = bytes.length - END_RECORD; at >= earliest; at--) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return null;
}

function directoryEntry(bytes: Buffer, at: number): ZipEntry {
  const stored = bytes.readUInt16LE(at + 10) === 0;
  const packedSize = bytes.readUInt32LE(at + 20);
  const localHeader = bytes.readUInt32LE(at + 42);
  return {
    size: bytes.readUInt32LE(at + 24),
    encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    read: (maxBytes) => {
      if (bytes.readUInt32LE(localHeader) !== LOCAL_HEADER) throw new Error('zip: entry is lost');
      const names = bytes.readUInt16LE(localHeader + 26) + bytes.readUInt16LE(localHeader + 28);
      const from = localHeader + 30 + names;
      const packed = bytes.subarray(from, from + packedSize);
      return stored ? packed : inflateRawSync(packed, { maxOutputLength: maxBytes });
    },
  };
}
