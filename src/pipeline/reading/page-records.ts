import type { RawField, RawRecord, Span } from '../../model/index.ts';
import { type PageText, type Reader, type SeedText, addressField } from '../../readers/index.ts';
import { sectionsOf, type Piece, type Sections } from './sections.ts';

/**
 * The records of a saved page with what its source says of them beside the visible text: identifiers in the addresses of
 * links, and what the page states for machines. What is stated of a paper that is not seen is a record of its own.
 *
 * @param found what was read from the visible text
 * @param among readers that may read the source
 */
export function withPageSource(
  text: SeedText,
  { links }: PageText,
  found: Sections,
  among: readonly Reader[],
): Sections {
  const seen = found.pieces.filter(({ segment }) => recordIn(segment) !== undefined);
  const added = new Map<Piece, RawField[]>();
  const stated = sectionsOf(
    text,
    among.filter(({ readsSource }) => readsSource),
  );
  const byName = new Map(
    seen.toReversed().flatMap((piece) => namesOf(piece).map((name) => [name, piece] as const)),
  );
  const own = stated.pieces.filter((piece) => {
    const record = recordIn(piece.segment);
    if (record === undefined) return false;
    const same =
      pieceAround(seen, record.span) ?? namesOf(piece).flatMap((name) => byName.get(name) ?? [])[0];
    if (same !== undefined) added.set(same, [...(added.get(same) ?? []), ...record.fields]);
    return same === undefined;
  });
  let next = 0;
  for (const { shown, href } of links) {
    const at = text.span(shown.from, shown.to).start;
    const end = (piece: Piece | undefined) => recordIn(piece?.segment)?.span.end ?? at + 1;
    while (next < seen.length && end(seen[next]) <= at) next += 1;
    const piece = seen[next];
    const start = recordIn(piece?.segment)?.span.start;
    if (piece === undefined || start === undefined || start > at) continue;
    const field = addressField(text, href);
    if (field !== undefined) added.set(piece, [...(added.get(piece) ?? []), field]);
  }
  const start = ({ segment, text: view }: Piece) => view.span(segment.from, segment.to).start;
  return {
    ...found,
    sections: [
      ...found.sections,
      ...stated.sections.filter((section) => own.some((piece) => piece.section === section)),
    ],
    pieces: [...found.pieces.map((piece) => withFields(piece, added.get(piece))), ...own].sort(
      (a, b) => start(a) - start(b),
    ),
  };
}

function recordIn(segment: Piece['segment'] | undefined): RawRecord | undefined {
  return segment?.kind === 'record' ? (segment.record ?? undefined) : undefined;
}

/** The piece in whose record a place is, of pieces in order. */
function pieceAround(pieces: readonly Piece[], { start, end }: Span): Piece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((recordIn(pieces[middle]?.segment)?.span.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low - 1];
  return end <= (recordIn(piece?.segment)?.span.end ?? start) ? piece : undefined;
}

/** What records of one paper have in common: an identifier, or the letters of the title. */
function namesOf({ segment }: Piece): string[] {
  return (['doi', 'arxiv', 'title'] as const).flatMap((name) => {
    const letters = lettersOf(recordIn(segment)?.fields.find((field) => field.name === name));
    return letters === '' ? [] : [`${name}:${letters}`];
  });
}

function lettersOf(field: RawField | undefined): string {
  return (field?.value ?? '')
    .toLowerCase()
    .replaceAll(/^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)|v\d+$|[^\p{L}\p{N}]/gu, '');
}

const AUTHORS: ReadonlySet<string> = new Set(['author', 'authors', 'et_al', 'author_count']);

/** Fields of which a record is given one. */
const ONE: ReadonlySet<string> = new Set(['doi', 'arxiv', 'url', 'code_url']);

/** A piece whose record has the fields that it lacks. Of several identifiers of one kind none is known to be its own. */
function withFields(piece: Piece, fields: readonly RawField[] = []): Piece {
  const { segment } = piece;
  const record = recordIn(segment);
  if (segment.kind !== 'record' || record === undefined || fields.length === 0) return piece;
  const known = new Set(record.fields.map(({ name }) => name));
  const isNamed = record.fields.some(({ name }) => AUTHORS.has(name));
  const lacking = fields.filter(({ name }, index) => {
    if (name === 'other' || known.has(name) || (isNamed && AUTHORS.has(name))) return false;
    const alike = fields.filter((field) => field.name === name);
    if (!ONE.has(name)) return true;
    const isClear = name === 'url' || new Set(alike.map(lettersOf)).size === 1;
    return isClear && alike[0] === fields[index];
  });
  const inherited = lacking.map((field): RawField => ({ ...field, inherited: true }));
  return {
    ...piece,
    segment: { ...segment, record: { ...record, fields: [...record.fields, ...inherited] } },
  };
}
