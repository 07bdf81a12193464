import { ARXIV_CATEGORY } from './arxiv-page.ts';
import { type Found, type Range, trimmed } from '../seed/index.ts';

// `2507.17249v2`, `cond-mat/9701067`, `math.GT/0309136`
const IDENTIFIER =
  /(?<![\d.A-Za-z])(?:\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z][a-z-]{1,9}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,2})?(?![\d])/;

/** Words around an identifier that say it is the paper's own. */
const OWN_WORDS = new Set(
  'arxiv org eprint eprints e print prints preprint preprints available at as in abs pdf https http www url corr extra'.split(
    ' ',
  ),
);

// What may follow: the end, `[cs]`, `. Accepted`, `; 12 pages`, a further line
const AFTER = /^[\s}]{0,20}(?:$|[[(.,;|]|type:)/;

/** An arXiv identifier a field gives as the paper's own, and the name of the place before it. */
export interface StatedArxiv {
  id: Range;
  /** `arXiv preprint` of `arXiv preprint arXiv:2507.17249`. */
  venue: Range | null;
}

/**
 * The arXiv identifier in a field that is meant for something else: `arXiv preprint arXiv:2507.17249` in a journal's
 * place, `arXiv:2507.17249 [cs]` in a note, `abs/2507.17249` in the volume of CoRR. Null when there is none, or when
 * other words say it is another paper's (`Extends arXiv:2401.00001`).
 *
 * @param range where the value stands in `text`.
 * @param volume true for a volume or number, where `abs/` is enough.
 */
export function statedArxiv(text: string, range: Range, volume = false): StatedArxiv | null {
  // An identifier near the front: what comes later is about something else.
  const value = text.slice(range.from, Math.min(range.to, range.from + 200));
  const match = IDENTIFIER.exec(value);
  if (match === null) return null;
  const before = value.slice(0, match.index);
  const words = before
    .toLowerCase()
    .replace(/[{}]/g, '')
    .split(/[^a-z]+/)
    .filter(Boolean);
  const named = words.includes('arxiv') || (volume && before === 'abs/');
  if (!named || !words.every((word) => OWN_WORDS.has(word))) return null;
  if (!AFTER.test(value.slice(match.index + match[0].length))) return null;
  const from = range.from + match.index;
  const place = PLACE.exec(before)?.indices?.[1];
  return {
    id: { from, to: from + match[0].length },
    venue: place ? { from: range.from + place[0], to: range.from + place[1] } : null,
  };
}

// `arXiv preprint` of `arXiv preprint arXiv:`, `arXiv` of `arXiv:`, `CoRR` of `CoRR abs/`
const PLACE =
  /^[\s{]{0,20}((?:arxiv(?:\.org)?|corr)(?:[\s-]{1,20}(?:e-?prints?|preprints?))?)(?:[\s,:.{}]|arxiv|abs\/){0,40}$/di;

/** A field in which an arXiv identifier is stated, taken apart. */
export interface StatedField {
  range: Range;
  stated: StatedArxiv;
  /** The format's own name of the field. */
  label: string;
  /** True for a field that is meant for a journal or proceedings. */
  isVenue: boolean;
}

// `[cs.LG]` behind an identifier
const CLASS_BEHIND = new RegExp(`^\\s{0,5}\\[(${ARXIV_CATEGORY})\\]`, 'd');

// `[cs]`, as Zotero has it: an archive with classes in it, and so none itself
const ARCHIVE = /^(?:cs|math|stat|physics|econ|eess|nlin|q-bio|q-fin|cond-mat|astro-ph)$/;

// `; Draft of a talk`: what a note goes on with
const NOTE_BEHIND = /^\s{0,5};\s{0,5}/;

/**
 * The identifier, its class and the journal's name before it, and what is left over, each at its own place. What a note
 * goes on with behind a semicolon is a note.
 */
export function statedFields(
  text: string,
  { range, stated, label, isVenue }: StatedField,
): Found[] {
  const found: Found[] = [{ name: 'arxiv', range: stated.id }];
  if (stated.venue !== null && isVenue) found.push({ name: 'venue', range: stated.venue });
  let { to } = stated.id;
  const [from, end] = CLASS_BEHIND.exec(text.slice(to, range.to))?.indices?.[1] ?? [];
  if (from !== undefined && end !== undefined && !ARCHIVE.test(text.slice(to + from, to + end))) {
    found.push({ name: 'categories', range: { from: to + from, to: to + end } });
    to += end + 1;
  }
  const semicolon = NOTE_BEHIND.exec(text.slice(to, range.to))?.[0].length;
  const rest = trimmed(text, { from: to + (semicolon ?? 0), to: range.to });
  if (/\w/.test(text.slice(rest.from, rest.to))) {
    const isNote = semicolon !== undefined && NOTES.has(label);
    found.push(isNote ? { name: 'note', range: rest } : { name: 'other', range: rest, label });
  }
  return found;
}

/** What formats call their notes. */
const NOTES: ReadonlySet<string> = new Set(['note', 'N1', 'Z']);
