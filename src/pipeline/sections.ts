import type { Message, PageFacts } from '../model/index.ts';
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
} from '../readers/index.ts';

/** One listing in a seed, and what its reader said about it as a whole. */
export interface Section {
  /** The listing's own range, with spans and lines of the whole file. */
  text: SeedText;
  reader: Reader;
  facts: PageFacts;
  messages: Message[];
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
  const stretches = stretchesOf(text, among);
  found.detection = stretches[0]?.detection ?? found.detection;
  for (const { from, to, detection } of stretches) {
    const view = textWithin(text, { from, to });
    const { reader } = detection;
    if (reader === null) {
      found.pieces.push(...unknown(view));
      continue;
    }
    const { segments, facts, messages } = reader.split(view);
    const section: Section = { text: view, reader, facts, messages };
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
  const whole: Range = { from: 0, to: text.text.length };
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
  const [only] = stretches;
  if (stretches.length > 1) return stretches;
  if (only !== undefined && only.detection.reader !== null) return [only];
  const detection = detectReader(text, among);
  return detection.reader === null ? untied(text, detection, among) : [{ ...whole, detection }];
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
  const sources = known.map((reader) => `(?:${reader.opening?.source ?? ''})`);
  const any = new RegExp(sources.join('|'), 'yu');
  const found: { at: number; reader: Reader }[] = [];
  let fenced = false;
  for (let at = 0; at >= 0 && at < text.length; at = nextLine(text, at)) {
    if (FENCE.test(text.slice(at, at + 6))) fenced = !fenced;
    any.lastIndex = at;
    if (fenced || !any.test(text)) continue;
    const reader = known.find(({ opening }) => {
      if (opening === undefined) return false;
      opening.lastIndex = at;
      return opening.test(text);
    });
    if (reader !== undefined) found.push({ at, reader });
  }
  return found;
}

/** Where the next line begins that is not empty; the length of the text after the last. */
function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  let next = end < 0 ? text.length : end + 1;
  while (text.charCodeAt(next) === 0x0a) next += 1;
  return next;
}

/**
 * A text that several readers want, cut at blank lines into what each of them wants alone. Nobody's
 * when one of them would get all of it: then they disagree about the same lines.
 */
function untied(text: SeedText, detection: Detection, among: readonly Reader[]): Stretch[] {
  const undecided: Stretch[] = [{ from: 0, to: text.text.length, detection }];
  const wanting = among.filter((reader) =>
    detection.tried.some(
      ({ format, confidence }) => format === reader.format && confidence >= CONFIDENT,
    ),
  );
  if (wanting.length < 2) return undecided;
  const stretches: Stretch[] = [];
  for (const range of paragraphsOf(text.text)) {
    const answer = detectReader(textWithin(text, range), wanting);
    const previous = stretches.at(-1);
    if (previous === undefined) stretches.push({ ...range, detection: answer });
    else if (answer.reader === null || answer.reader === previous.detection.reader) {
      previous.to = range.to;
    } else if (previous.detection.reader === null) {
      Object.assign(previous, { to: range.to, detection: answer });
    } else stretches.push({ ...range, detection: answer });
  }
  return stretches.length > 1 ? stretches : undecided;
}

// The blank line between two paragraphs, with the line end before it: `\n\n`, `\r\n \r\n`
const BLANK_LINE = /\n[ \t\r]*\n/g;

/** The text cut behind each blank line. */
function paragraphsOf(text: string): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (const match of text.matchAll(BLANK_LINE)) {
    const to = match.index + match[0].length;
    ranges.push({ from, to });
    from = to;
  }
  if (from < text.length) ranges.push({ from, to: text.length });
  return ranges;
}
