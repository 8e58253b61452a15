import type { PlaceAnswer, PlaceFinder } from '../../language/place-names/finder.ts';
import type { Group } from './schema.ts';

/** A part of what was written that does not name one group for sure. */
interface UnclearPart {
  said: string;
  /** What may be meant, best first; empty when nothing comes near. */
  suggestions: Group[];
}

/** What was understood of a written audience. */
export interface AudienceReading {
  groups: Group[];
  unclear: UnclearPart[];
}

const maxSuggestions = 5;
const everybody =
  /^(semua|semuanya|seluruh(nya)?|seluruh kader|semua kader|semua psm dan tksk|all)$/;
const jabatanWord = /\b(psm|tksk)\b/;
const fillers = /\b(semua|seluruh|kader|para|bapak|ibu|se)\b/g;
const wholeCity = /\b(se)?(kota|kabupaten|kab)\b/;
const kecamatanWord = /\b(kec|kecamatan)\b/;
const kelurahanWord = /\b(kel|kelurahan|desa)\b/;
/** "semua kelurahan di karawaci": the kecamatan, not the kelurahan of that name. */
const everyKelurahan = /\b(semua|seluruh|setiap|tiap) (kel|kelurahan|desa)\b( di)?/;

/**
 * Understands an audience as staff write it: "semua", "PSM", "kec karawaci, cibodas dan kel bugel".
 * Groups are separated by commas, "dan", "&" or new lines. A name that is both a kecamatan and a kelurahan is
 * not guessed; neither is a jabatan within an area, since an audience is a union of groups.
 */
export function readAudience(text: string, places: PlaceFinder): AudienceReading {
  const whole = tidy(text);
  if (everybody.test(whole)) return { groups: [{ by: 'all' }], unclear: [] };
  const groups: Group[] = [];
  const unclear: UnclearPart[] = [];
  let level: Level = null;
  for (const part of partsOf(text)) {
    const own = levelOf(tidy(part));
    level = own ?? level;
    const listed = readPart(part, level, places);
    // "kec periuk, bugel": what is no kecamatan need not be one.
    const meant = own === null && Array.isArray(listed) ? readPart(part, null, places) : listed;
    if (Array.isArray(meant)) unclear.push({ said: part, suggestions: meant });
    else groups.push(meant);
  }
  return groups.some((group) => group.by === 'all')
    ? { groups: [{ by: 'all' }], unclear }
    : { groups, unclear };
}

/** Which kind of area is being listed: "kec karawaci, cibodas" names two kecamatan. */
type Level = 'kecamatan' | 'kelurahan' | null;

function partsOf(text: string): string[] {
  return text
    .split(/[,;\n/&+]|\s(?:dan|serta)\s/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function levelOf(part: string): Level {
  if (everyKelurahan.test(part)) return 'kecamatan';
  if (kelurahanWord.test(part)) return 'kelurahan';
  return kecamatanWord.test(part) ? 'kecamatan' : null;
}

/** The group that is meant, or what may be meant. */
function readPart(part: string, level: Level, places: PlaceFinder): Group | Group[] {
  const said = tidy(part);
  if (everybody.test(said)) return { by: 'all' };
  const jabatan = jabatanWord.exec(said)?.[1]?.toUpperCase();
  const area = [jabatanWord, everyKelurahan, fillers]
    .reduce((words, superfluous) => words.replace(superfluous, ' '), said)
    .trim();
  if (jabatan === 'PSM' || jabatan === 'TKSK') {
    const group: Group = { by: 'jabatan', jabatan };
    return area === '' ? group : [...suggested(placesNamed(area, level, places)), group];
  }
  if (area === '') return [];
  const answers = placesNamed(area, level, places);
  // A city often has a kecamatan of its own name: "kota tangerang" may be either.
  if (wholeCity.test(said)) return [{ by: 'all' }, ...suggested(answers, 2)];
  const sure = answers
    .filter(({ answer }) => isSure(answer))
    .flatMap((each) => suggested([each], 1));
  const [only] = sure;
  return only !== undefined && sure.length === 1 ? only : suggested(answers);
}

interface NamedPlaces {
  by: 'kecamatan' | 'kelurahan';
  answer: PlaceAnswer<{ readonly code: string; readonly score: number }>;
}

function placesNamed(area: string, level: Level, places: PlaceFinder): NamedPlaces[] {
  const found: NamedPlaces[] = [];
  if (level !== 'kelurahan') found.push({ by: 'kecamatan', answer: places.findKecamatan(area) });
  if (level !== 'kecamatan') found.push({ by: 'kelurahan', answer: places.findKelurahan(area) });
  return found.filter(({ answer }) => answer.verdict !== 'none');
}

function isSure(answer: NamedPlaces['answer']): boolean {
  return answer.verdict === 'exact' || answer.verdict === 'clear';
}

function suggested(found: NamedPlaces[], most = maxSuggestions): Group[] {
  return found
    .flatMap(({ by, answer }) => answer.matches.map(({ code, score }) => ({ by, code, score })))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ by, code }): Group => ({ by, code }));
}

function tidy(text: string): string {
  return text.toLowerCase().replace(/[.:]/g, ' ').replace(/\s+/g, ' ').trim();
}
