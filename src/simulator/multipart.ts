/** One part of a `multipart/form-data` body. */
export interface Part {
  name: string;
  /** Null: an ordinary field. */
  filename: string | null;
  mimeType: string | undefined;
  bytes: Buffer;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** The boundary of a multipart content type, null for any other type. */
export function boundaryOf(contentType: string): string | null {
  const match = /^multipart\/form-data\b.*?;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  return match === null ? null : (match[1] ?? match[2] ?? null);
}

/** Splits a whole body into its parts; null when it is cut off or not multipart at all. */
export function parseMultipart(body: Buffer, boundary: string): Part[] | null {
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let at = body.indexOf(delimiter);
  while (at !== -1) {
    at += delimiter.length;
    if (body.toString('latin1', at, at + 2) === '--') return parts;
    const headEnd = body.indexOf(HEAD_END, at);
    const next = body.indexOf(delimiter, at);
    if (headEnd === -1 || next === -1) return null;
    const part = readPart(
      body.toString('utf8', at + 2, headEnd),
      body.subarray(headEnd + HEAD_END.length, Math.max(headEnd + HEAD_END.length, next - 2)),
    );
    if (part !== null) parts.push(part);
    at = next;
  }
  return null;
}

function readPart(head: string, bytes: Buffer): Part | null {
  const disposition = /^content-disposition:\s*form-data(.*)$/im.exec(head)?.[1];
  if (disposition === undefined) return null;
  const name = parameterOf(disposition, 'name');
  if (name === null) return null;
  const encoded = /;\s*filename\*=UTF-8''([^;\s]+)/i.exec(disposition)?.[1];
  return {
    name,
    filename:
      encoded === undefined ? parameterOf(disposition, 'filename') : decodeURIComponent(encoded),
    mimeType: /^content-type:\s*([^\s;]+)/im.exec(head)?.[1],
    bytes,
  };
}

function parameterOf(disposition: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(
    disposition,
  );
  if (match === null) return null;
  return match[1]?.replaceAll(/\\(["\\])/g, '$1') ?? match[2] ?? '';
}
