import type { Message, PageFacts } from '../../model/index.ts';
import {
  CONFIDENT,
  detectReader,
  readers,
  textWithin,
  type Detection,
  type Range,
  type Reader,
  type Segment,
  type SeedText,
} from '../../readers/index.ts';

/** One listing in a seed, and what its reader said about it as a whole. */
export interface Section {
  /** The listing's own range, with spans and lines of the whole file. */
  text: SeedText;
  reader: Reader;
  facts: PageFacts;
  messages: readonly Message[];
  /** What a reader without a format learned of the text. */
  layout?: string;
}

/** A segment of a section; its offsets count in the section's text. Null stands for text nobody knows. */
export interface Piece {
  segment: Segment;
  text: SeedText;
  section: Section | null;
}

export interface Sections {
  /** In file order. */
  sections: Section[];
  /** Tile the text, in file order. */
  pieces: Piece[];
  /** What the readers said to the text as a whole, or to its first section. */
  detection: Detection;
}

/** Confidence from which a reader may take what another reader left over. */
const SURE = 0.7;

/** What a reader left over is offered to the others from this many characters on. */
const LEFTOVER_LENGTH = 60;

/**
 * The listings in a text that may hold several: it is cut where a reader's `opening` stands and that
 * reader knows what follows; what a section's reader leaves unparsed is offered to the other readers.
 * Each reader sees a stretch of text at most once per level, and levels are at most as many as readers.
 */
export function sectionsOf(text: SeedText, among: readonly Reader[] = readers): Sections {
  const found: Sections = {
    sections: [],
    pieces: [],
    detection: { reader: null, confidence: 0, tried: [] },
  };
  const inferring = among.filter(({ infers }) => infers);
  const stretches = stretchesOf(
    text,
    among.filter(({ infers }) => !infers),
  );
  for (const [index, { from, to, detection: known }] of stretches.entries()) {
    const view = textWithin(text, { from, to });
    const detection = isUnwanted(known) ? withInferred(view, known, inferring) : known;
    if (index === 0) found.detection = detection;
    const { reader } = detection;
    if (reader === null) {
      found.pieces.push(...unknown(view));
      continue;
    }
    const { segments, ...said } = reader.read(view);
    const section: Section = { text: view, reader, ...said };
    found.sections.push(section);
    const others = among.filter((other) => other !== reader);
    for (const segment of segments) {
      const inner = segment.kind === 'unparsed' ? leftover(view, segment, others) : null;
      if (inner === null) {
        found.pieces.push({ segment, text: view, section });
        continue;
      }
      for (const each of inner.sections) found.sections.push(each);
      for (const piece of inner.pieces) {
        found.pieces.push(piece.section === null ? { ...piece, section } : piece);
      }
    }
  }
  return found;
}

/** True for text that no reader knows; one that several want is left to the person. */
function isUnwanted({ confidence }: Detection): boolean {
  return confidence < CONFIDENT;
}

/** What readers that learn a layout from the text say, beside what the others said. */
function withInferred(
  text: SeedText,
  { tried }: Detection,
  inferring: readonly Reader[],
): Detection {
  const inferred = detectReader(text, inferring);
  return { ...inferred, tried: [...inferred.tried, ...tried] };
}

function unknown(text: SeedText): Piece[] {
  const to = text.text.length;
  return [{ segment: { kind: 'unparsed', from: 0, to }, text, section: null }];
}

/** What other readers make of a range that one reader left over; null when they find no record in it. */
function leftover(text: SeedText, range: Range, others: readonly Reader[]): Sections | null {
  if (range.to - range.from < LEFTOVER_LENGTH || others.length === 0) return null;
  const view = textWithin(text, range);
  const inner = sectionsOf(view, others);
  if (inner.detection.confidence < SURE) return null;
  return inner.pieces.some(({ segment }) => segment.kind === 'record') ? inner : null;
}

interface Stretch extends Range {
  detection: Detection;
}

/** The text cut into one stretch per listing. Text nobody knows goes with the listing before it, or after it. */
function stretchesOf(text: SeedText, among: readonly Reader[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { from, to, opens } of cutsOf(text.text, among)) {
    const detection = detectReader(textWithin(text, { from, to }), among);
    const { reader } = detection;
    const previous = stretches.at(-1);
    if (previous === undefined) stretches.push({ from, to, detection });
    else if (previous.detection.reader === null && reader !== null) {
      Object.assign(previous, { to, detection });
    } else if (
      reader === null ||
      (opens !== null && reader !== opens) ||
      reader === previous.detection.reader
    ) {
      previous.to = to;
    } else stretches.push({ from, to, detection });
  }
  if (stretches.length === 1) {
    const [only] = stretches;
    if (only?.detection.reader === null) only.detection = detectReader(text, among);
  }
  if (text.text.trim() === '') return stretches;
  return stretches.flatMap((stretch) =>
    isContested(stretch) ? inParts(text, stretch, among) : [stretch],
  );
}

/** True for text that nobody wants, or more than one reader: it may be several listings. */
function isContested({ detection }: Stretch): boolean {
  const wanting = detection.tried.filter(({ confidence }) => confidence >= CONFIDENT).length;
  return detection.reader === null || wanting > 1;
}

/** The text from one reader's opening to the next reader's, with the text before the first. */
function cutsOf(text: string, among: readonly Reader[]): (Range & { opens: Reader | null })[] {
  const cuts: (Range & { opens: Reader | null })[] = [];
  let from = 0;
  let opens: Reader | null = null;
  for (const { at, reader } of openingsOf(text, among)) {
    if (reader === opens) continue;
    if (at > from) cuts.push({ from, to: at, opens });
    from = at;
    opens = reader;
  }
  cuts.push({ from, to: text.length, opens });
  return cuts;
}

/** The fence of a code block in Markdown: "```bibtex". An opening inside belongs to the document around it. */
const FENCE = /^ {0,3}(?:`{3}|~{3})/;

function openingsOf(text: string, among: readonly Reader[]): { at: number; reader: Reader }[] {
  const known = among.filter((reader) => reader.opening !== undefined);
  if (known.length === 0) return [];
  const any = unions(known);
  const found: { at: number; reader: Reader }[] = [];
  let fenced = false;
  for (let at = 0; at >= 0 && at < text.length; at = nextLine(text, at)) {
    if (FENCE.test(text.slice(at, at + 6))) fenced = !fenced;
    // Files that were put one behind the other may keep their byte order marks.
    const start = text.charCodeAt(at) === 0xfeff ? at + 1 : at;
    if (fenced || !any.some((pattern) => matchesAt(pattern, text, start))) continue;
    const reader = known.find(
      ({ opening }) => opening !== undefined && matchesAt(opening, text, start),
    );
    if (reader !== undefined) found.push({ at, reader });
  }
  return found;
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** The openings joined into one pattern for each set of flags: most lines open nothing and are tried once. */
function unions(known: readonly Reader[]): RegExp[] {
  const sources = new Map<string, string[]>();
  for (const { opening } of known) {
    if (opening === undefined) continue;
    const same = sources.get(opening.flags);
    if (same === undefined) sources.set(opening.flags, [`(?:${opening.source})`]);
    else same.push(`(?:${opening.source})`);
  }
  return [...sources].map(([flags, each]) => new RegExp(each.join('|'), flags));
}

/** Where the next line begins that is not empty; the length of the text after the last. */
function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  let next = end < 0 ? text.length : end + 1;
  while (text.charCodeAt(next) === 0x0a) next += 1;
  return next;
}

/** Confidence from which a part of a text that nobody wants as a whole is read. */
const SURE_OF_PART = 0.8;

/** Parts shorter than this are not cut further. */
const SHORTEST_PART = 200;

/** How often each character may be looked at in search of parts; keeps long unknown texts cheap. */
const LOOKS = 3;

/**
 * A stretch that no reader wants, or several, cut in halves at blank lines until a part is wanted by
 * one. Neighbours of one reader are joined again. The stretch stays whole when only the reader that
 * wanted it most comes out of it.
 */
function inParts(text: SeedText, stretch: Stretch, among: readonly Reader[]): Stretch[] {
  const budget = { left: LOOKS * (stretch.to - stretch.from) };
  const undecided = { ...stretch.detection, reader: null };
  const stretches: Stretch[] = [];
  for (const part of halves(text, stretch, among, budget, undecided)) {
    const previous = stretches.at(-1);
    const { reader } = part.detection;
    if (previous === undefined) stretches.push(part);
    else if (reader === null || reader === previous.detection.reader) previous.to = part.to;
    else if (previous.detection.reader === null) {
      Object.assign(previous, { to: part.to, detection: part.detection });
    } else stretches.push(part);
  }
  const found = new Set(stretches.flatMap(({ detection }) => detection.reader ?? []));
  if (stretch.detection.reader !== null) found.add(stretch.detection.reader);
  const fewest = stretch.detection.reader === null ? 1 : 2;
  return found.size >= fewest ? stretches : [stretch];
}

function* halves(
  text: SeedText,
  range: Range,
  among: readonly Reader[],
  budget: { left: number },
  known?: Detection,
): Generator<Stretch> {
  const length = range.to - range.from;
  const detection = known ?? detectReader(textWithin(text, range), among);
  budget.left -= length;
  const sure = detection.reader !== null && detection.confidence >= SURE_OF_PART;
  const middle =
    sure || length < SHORTEST_PART || budget.left < 0 ? null : blankLineNear(text.text, range);
  if (middle === null) {
    yield { ...range, detection: sure ? detection : { ...detection, reader: null } };
    return;
  }
  yield* halves(text, { from: range.from, to: middle }, among, budget);
  yield* halves(text, { from: middle, to: range.to }, among, budget);
}

/** The end of the blank line next to the middle of a range; null when there is none inside. */
function blankLineNear(text: string, { from, to }: Range): number | null {
  const scope = text.slice(from, to);
  const middle = scope.length >> 1;
  const places = ['\n\n', '\n\r\n'].flatMap((mark) =>
    [scope.lastIndexOf(mark, middle), scope.indexOf(mark, middle)]
      .filter((at) => at > 0 && at + mark.length < scope.length)
      .map((at) => at + mark.length),
  );
  const [nearest] = places.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return nearest === undefined ? null : from + nearest;
}
