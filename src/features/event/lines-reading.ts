import { EVENT_LABELS, type EventLabel } from '../../language/event-labels.ts';
import { readLabelledLines } from '../../language/labelled-lines.ts';
import { readAudience } from '../kader/audience-reading.ts';
import type { Group } from '../kader/schema.ts';
import { type Reader, type Refusal, readField } from './reading.ts';
import type { EventField, FieldValues } from './schema.ts';

/** What was understood of the lines of an announcement. */
export interface LinesReading {
  /** Whether any line was labelled as a field of an event. */
  found: boolean;
  values: FieldValues;
  /** What could not be taken, in the order in which the bot asks. */
  refusals: { field: EventField; refusal: Refusal }[];
  /** The audience as far as it is clear, and its parts that are not. */
  chosen: Group[];
  unread: string[];
  /** Lines an event has no place for: dress, notes, a map. */
  ignored: string[];
}

/** The label of each field, in the order in which the bot asks. */
const labelOf: readonly (readonly [EventField, EventLabel])[] = [
  ['title', 'title'],
  ['day', 'date'],
  ['time', 'time'],
  ['place', 'place'],
  ['audience', 'audience'],
  ['deadline', 'deadline'],
];
const withoutField: readonly EventLabel[] = ['map', 'dress', 'note'];

/** Reads an announcement as staff write it in WhatsApp: `Judul: …`, `Tanggal: …`, `Pukul: …`, one line each. */
export function readLines(written: string, reader: Reader): LinesReading {
  const { values: said, leftover } = readLabelledLines(written, EVENT_LABELS);
  const reading: LinesReading = {
    found: labelOf.some(([, label]) => said[label] !== undefined),
    values: {},
    refusals: [],
    chosen: [],
    unread: [],
    ignored: [...withoutField.flatMap((label) => said[label] ?? []), ...leftover],
  };
  for (const [field, label] of labelOf) {
    const text = said[label] ?? (label === 'date' ? dateWithin(said.time, reader) : undefined);
    if (text === undefined) continue;
    const read = readField(field, text, reader);
    if (read.ok) Object.assign(reading.values, read.values);
    else reading.refusals.push({ field, refusal: read.refusal });
    if (field === 'audience' && !read.ok) {
      const { groups, unclear } = readAudience(text, reader.places);
      reading.chosen = groups;
      reading.unread = unclear.map((part) => part.said);
    }
  }
  return reading;
}

/** "Waktu: Rabu, 22 Mei 2024 pukul 08.00" names the day too. */
function dateWithin(time: string | undefined, reader: Reader): string | undefined {
  return time !== undefined && readField('day', time, reader).ok ? time : undefined;
}
