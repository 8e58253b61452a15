import { badRequest } from './refusal.ts';

/** A file that came with a request. */
export interface Upload {
  readonly name: string;
  readonly mimeType: string | undefined;
  readonly bytes: Buffer;
}

/**
 * The parameters of one call, whichever way they were sent: like the server, everything is read
 * leniently from text (`"5"` is 5, `"true"` is true) and nested values may be JSON text.
 */
export class Params {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly uploads: ReadonlyMap<string, Upload>;

  constructor(fields: Record<string, unknown>, uploads: ReadonlyMap<string, Upload> = new Map()) {
    this.fields = fields;
    this.uploads = uploads;
  }

  has(name: string): boolean {
    const value = this.fields[name];
    return value !== undefined && value !== null && value !== '';
  }

  /** Empty when absent. */
  text(name: string): string {
    const value = this.fields[name];
    if (value === undefined || value === null) return '';
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }

  /** The leading whole number, clamped; `otherwise` when there is none. */
  integer(name: string, otherwise: number, min = -Infinity, max = Infinity): number {
    const value = Number.parseInt(this.text(name), 10);
    return Math.min(max, Math.max(min, Number.isNaN(value) ? otherwise : value));
  }

  number(name: string): number | null {
    const value = Number(this.text(name).trim() || Number.NaN);
    return Number.isFinite(value) ? value : null;
  }

  flag(name: string): boolean {
    return ['true', 'yes', '1'].includes(this.text(name).trim().toLowerCase());
  }

  /** @param what names the parameter in the refusal, e.g. `reply keyboard markup` */
  json(name: string, what: string): unknown {
    const value = this.fields[name];
    if (typeof value !== 'string') return value ?? undefined;
    if (value === '') return undefined;
    try {
      return JSON.parse(value);
    } catch {
      throw badRequest(`can't parse ${what} JSON object`);
    }
  }

  /** The same call with other values for some parameters. */
  with(fields: Record<string, unknown>): Params {
    return new Params({ ...this.fields, ...fields }, this.uploads);
  }

  /** The fields as they may be logged: uploads by name and size. */
  loggable(): Record<string, unknown> {
    if (this.uploads.size === 0) return this.fields;
    const files = [...this.uploads].map(([field, { name, bytes }]) => [
      field,
      { name, size: bytes.length },
    ]);
    return { ...this.fields, ...Object.fromEntries(files) };
  }
}
