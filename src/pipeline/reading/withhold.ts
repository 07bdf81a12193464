import type { FieldName, Filing, Part, RawField, Span, Withheld } from '../../model/index.ts';
import type { SeedText } from '../../readers/index.ts';
import {
  privateStretches,
  type Stretch,
  WITHHELD,
  withoutPrivate,
  withoutStretches,
} from '../../text/index.ts';

/** Fields as they may be published, and what of the seed may not. */
export interface Publishable {
  fields: RawField[];
  withheld: Withheld[];
  /** Places of fields that a survey publishes as they are, on purpose. */
  open: Span[];
}

// `annote`, `privnote`, `my-thoughts`, `Notizen`, `Remarques`, `メモ`
const NOTES =
  /notes?\b|annot|comment|memo|to ?do|privat|priv(?=note|$)|personal|internal|secret|thought|opinion|impression|\b(?:i|me|mine)\b|notiz|anmerk|bemerk|kommentar|remarque|notas?\b|coment[aá]rio|observacion|opmerking|appunti|заметк|примечан|комментар|メモ|備考|コメント|笔记|筆記|备注|備註|批注|评论/u;

// `file`, `bdsk-file-1`, `local-url`, `Dateiname`, `Chemin`, `附件`
const FILES =
  /(?<!pro)\bfiles?\b|^local|file ?(?:name|path)|path$|attach|bdsk|sentelink|^fulltext$|^pdfs?$|folder|directory|\bdatei|\bpfad\b|\bordner\b|anhang|fichier|chemin|dossier|archivo|\bruta\b|carpeta|\bbestand|файл|вложен|文件|路径|附件|ファイル|パス$|添付/u;

// `__markedentry`, `email`, `Assigned to`, `Courriel`
const PERSONS =
  /e ?mail|^em$|^contact|owner|\buser ?(?:name)?\b|\bmy\b|\b(?:added|uploaded|imported|created|saved|modified|screened) by\b|\b(?:assigned to|shared with)\b|^reviewer|courriel|correo|почта|邮箱|郵箱|メール/u;

// What reference managers keep of their owner's reading: `readstatus`, `ranking`, `groups`, `date-read`
const LIBRARY =
  /(?<!open)review|\bgroups?$|^collections?$|\bread(?:status|ing)?\b|^read|rank|rating|priority|relevance|^printed$|qualityassured|markedentry|starred|favou?rite|bookmark/;

// As in `LIBRARY`, where columns have any name: `Review` and `Priority` may be the subject itself.
const COLUMNS = /^read|\bread\b|\bgroups$|starred|favou?rite|bookmark|filed in|^(?:my )?ratings?$/;

/** What is private where readers take whatever names a text has for its fields. */
const IN_ANY: readonly RegExp[] = [NOTES, FILES, PERSONS, COLUMNS];

/** What readers or whole sites call so, and is nobody's: the remark of a public list, the address of a paper's file. */
const OF_EVERYBODY: Readonly<Record<string, RegExp>> = {
  'awesome-list': /^note$/,
  objects: /^pdf$/,
};

/** Which fields somebody's library keeps for its owner, by format. They are looked at only where the survey has no field of its own for them. */
const KEPT_BY_OWNER: Readonly<Record<string, readonly RegExp[]>> = {
  bibtex: [NOTES, FILES, PERSONS, LIBRARY],
  'csl-json': [NOTES, FILES, PERSONS, LIBRARY],
  table: IN_ANY,
  'awesome-list': IN_ANY,
  blocks: IN_ANY,
  labels: IN_ANY,
  objects: IN_ANY,
  'endnote-xml': [NOTES, FILES, PERSONS],
  enw: [/^[<>f]$/],
  ris: [/^(?:n1|no|rn|l[1-4]|em|u[1-5])$/],
  'web-of-science': [/^em$/],
  'zotero-rdf': [/^z:path$|^rdf:description$/],
};

/** `Local-Path`, `local_path` and `bdsk-file-1` as the table has them. */
function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_.*#-]+(?:\d+$)?/gu, ' ')
    .trim();
}

/** Whether a field has one of these names, the survey's or a format's own, in whatever letters and marks. */
export function namedAs(
  names: readonly string[],
): (field: Pick<RawField, 'name' | 'label'>) => boolean {
  const known = new Set(names.map(folded));
  return ({ name, label }) =>
    known.has(folded(name)) || (label !== undefined && known.has(folded(label)));
}

/** `https://x.example/a.pdf; https://x.example/b.pdf` */
const WEB_ADDRESSES = /^\s*(?:(?:https?:\/\/|www\.)[^\s;,]+[\s;,]*)+$/i;

/** Fields that are lists or names, in which what is withheld leaves no mark. */
const UNMARKED: ReadonlySet<FieldName> = new Set([
  'author',
  'authors',
  'editor',
  'editors',
  'keyword',
  'keywords',
]);

/** Fields that are no text: a part of one is worth nothing. */
const WHOLE: ReadonlySet<FieldName> = new Set([
  'url',
  'code_url',
  'doi',
  'arxiv',
  'openreview',
  'acl',
  'pmid',
  'citation_key',
]);

/**
 * The fields of a record without what is private in them: whole fields by their format and name, and parts of any field
 * by their shape.
 *
 * @param publish names of fields, the survey's or a format's own, that are published as they are
 */
export function withholdFields(
  text: SeedText,
  fields: readonly RawField[],
  format: string,
  publish: readonly string[],
): Publishable {
  const isAllowed = namedAs(publish);
  const result: Publishable = { fields: [], withheld: [], open: [] };
  for (const field of fields) {
    const { name, span } = field;
    if (isAllowed(field)) {
      result.open.push(span);
      result.fields.push(name === 'private' ? { ...field, name: 'other' } : field);
    } else if (name === 'private' || isKeptByOwner(field, format)) {
      result.withheld.push(whole(text, field));
      result.fields.push(emptied(field));
    } else {
      const { published, withheld } = withoutShapes(text, field);
      result.withheld.push(...withheld);
      result.fields.push(published);
    }
  }
  return result;
}

/** What a page files records under, without what is private by its shape. */
export function publishableFilings(filings: readonly Filing[]): Filing[] {
  return filings.filter(({ value }) => privateStretches(value).length === 0);
}

/**
 * What of a text outside of its open fields is private by its shape.
 *
 * @param isKnown whether a reader tells its fields; where none does, what labels and keys name private is withheld too
 */
export function withheldByShape(
  text: SeedText,
  open: readonly Span[],
  isKnown: boolean,
): Withheld[] {
  const labelled = isKnown ? [] : privatelyLabelled(text.text);
  const withheld = (byShape: boolean) => (stretch: Stretch) => {
    const span = text.span(stretch.from, stretch.to);
    const isOpen = open.some(({ start, end }) => start < span.end && span.start < end);
    return isOpen ? [] : [{ span, values: [text.text.slice(stretch.from, stretch.to)], byShape }];
  };
  return [
    ...privateStretches(text.text).flatMap(withheld(true)),
    ...labelled.flatMap(withheld(false)),
  ];
}

/** `Notes: weak`, `- my_rating = 3` on a line of its own */
const LABELLED_LINE =
  /^[ \t]*(?:[-*•][ \t]+)?([\p{L}][\p{L}\d ._-]{0,30}?)[ \t]*[:=：][ \t]*(\S.*)$/gmu;

/** `"notes": "weak"` */
const KEYED_TEXT =
  /"([\p{L}_][\p{L}\d ._-]{0,30})"\s{0,20}:\s{0,20}"((?:[^"\\\n]|\\.){1,10000})"/gu;

/** The values that a text itself labels as its owner's. */
function privatelyLabelled(text: string): Stretch[] {
  return [LABELLED_LINE, KEYED_TEXT].flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap(
      ({ 0: whole, 1: label = '', 2: value = '', index }) => {
        const isPrivate = IN_ANY.some((known) => known.test(folded(label)));
        if (!isPrivate || OF_PUBLICATION.test(value) || isOnTheWeb(value)) return [];
        const from = index + whole.lastIndexOf(value);
        return [{ from, to: from + value.length }];
      },
    ),
  );
}

/** Parts that tile the same bytes, in which what is withheld is a part of its own. */
export function withheldParts(parts: readonly Part[], withheld: readonly Withheld[]): Part[] {
  const spans = joined(withheld.map(({ span }) => span));
  let next = 0;
  return parts.flatMap((part): Part[] => {
    const { start, end } = part.span;
    while ((spans[next]?.end ?? end) <= start && next < spans.length) next += 1;
    const pieces: Part[] = [];
    let at = start;
    for (let index = next; (spans[index]?.start ?? end) < end; index += 1) {
      const span = spans[index];
      if (span === undefined) break;
      const from = Math.max(span.start, start);
      const to = Math.min(span.end, end);
      if (from > at) pieces.push({ ...part, span: { start: at, end: from } });
      pieces.push({ ...part, withheld: true, span: { start: from, end: to } });
      at = to;
    }
    return at === start && pieces.length === 0
      ? [part]
      : at < end
        ? [...pieces, { ...part, span: { start: at, end } }]
        : pieces;
  });
}

/** What a message quotes of a seed, without what is withheld of it. */
export function withholdFrom(message: string, withheld: readonly Withheld[]): string {
  let published = withoutPrivate(message);
  for (const { values } of withheld) {
    for (const value of values) {
      const quoted = value.replace(/\s+/gu, ' ').trim();
      if (quoted.length >= SHORTEST_QUOTED) published = published.replaceAll(quoted, WITHHELD);
    }
  }
  return published;
}

/** A shorter value is likelier a word of the message itself. */
const SHORTEST_QUOTED = 8;

/** Formats whose one place for notes has the owner's thoughts as well as what is said of the publication. */
const MIXED_NOTES: ReadonlySet<string> = new Set([
  'csl-json',
  'ris',
  'table',
  'awesome-list',
  'blocks',
  'labels',
  'objects',
  'endnote-xml',
  'enw',
]);

/** Formats of which a label such as `Comment` may be the owner's or of the publication. */
const MIXED_COMMENTS: ReadonlySet<string> = new Set(['blocks', 'labels', 'objects']);

// `Accepted at ICML 2024`, `12 pages, 3 figures`, `PMID: 1`, `Originally published in 1984`
const OF_PUBLICATION =
  /\b(?:accepted|to appear|appeared|forthcoming|under review|submitted|camera[- ]ready|preprint|oral|spotlight|best paper|extended version|in press|presented|(?:re)?print(?:ed)?|published|translat(?:ed|ion)|supplement|erratum|retracted|version|proceedings|workshop|thesis|\d+ (?:pages?|pp|figures?|tables?))\b|^(?:[A-Z]{2,}|arXiv|[Cc]itation [Kk]ey|Publisher|Type|Number|Series|Version|Conference Name|Funding|tex\.\w+)\s?:/i;

function isKeptByOwner({ name, label, value }: RawField, format: string): boolean {
  if (name === 'note') return MIXED_NOTES.has(format) && !OF_PUBLICATION.test(value);
  if (name === 'comment') return MIXED_COMMENTS.has(format) && !OF_PUBLICATION.test(value);
  if (name !== 'other' || label === undefined) return false;
  if (OF_EVERYBODY[format]?.test(folded(label))) return false;
  const known = KEPT_BY_OWNER[format]?.some((pattern) => pattern.test(folded(label)));
  return known === true && !isOnTheWeb(value);
}

function isOnTheWeb(value: string): boolean {
  return WEB_ADDRESSES.test(value.slice(0, 4000)) && privateStretches(value).length === 0;
}

/** The field as a place of which nothing is said. */
function emptied({ name, label, span }: RawField): RawField {
  const own = label ?? (name === 'private' ? undefined : name);
  return {
    name: 'private',
    value: '',
    span,
    decoded: true,
    ...(own === undefined ? {} : { label: own }),
  };
}

function whole(text: SeedText, { span, value }: RawField): Withheld {
  const printed = text.slice(span);
  return { span, values: printed === value ? [value] : [value, printed], byShape: false };
}

function withoutShapes(
  text: SeedText,
  field: RawField,
): { published: RawField; withheld: Withheld[] } {
  const { name, label, value, span, parts, decoded } = field;
  const find =
    label !== undefined && LINEWISE.has(folded(label)) ? linesWithShapes : privateStretches;
  const place = decoded ? characters(text, span) : undefined;
  const printed = place === undefined ? value : text.text.slice(place.from, place.to);
  const inText = find(printed);
  const stretches = decoded ? withRestOf(value, find(value), valuesAt(printed, inText)) : inText;
  const ownParts = parts && withoutShapesInParts(parts);
  if (stretches.length === 0 && inText.length === 0 && ownParts === undefined) {
    return { published: field, withheld: [] };
  }
  const left = withoutStretches(value, stretches, UNMARKED.has(name) ? '' : WITHHELD);
  const isEmpty = !/[\p{L}\p{N}]/u.test(left.replaceAll(WITHHELD, ''));
  if (WHOLE.has(name) || isEmpty) {
    return { published: emptied(field), withheld: [whole(text, field)] };
  }
  const published: RawField = {
    ...field,
    value: UNMARKED.has(name) ? tidied(left) : left,
    decoded: true,
    ...(ownParts === undefined ? {} : { parts: ownParts }),
  };
  const values = valuesAt(value, stretches);
  const wanted = values.map(lettersOf).join(' ');
  if (wanted !== valuesAt(printed, inText).map(lettersOf).join(' ')) {
    // The format writes it in a way of its own, and where it begins and ends there is not known.
    return { published, withheld: [{ span, values, byShape: true }] };
  }
  const { from } = place ?? characters(text, span);
  const withheld = inText.map((stretch, index) => ({
    span: text.span(from + stretch.from, from + stretch.to),
    values: [printed.slice(stretch.from, stretch.to), values[index] ?? ''],
    byShape: true,
  }));
  return { published, withheld };
}

function valuesAt(text: string, stretches: readonly Stretch[]): string[] {
  return stretches.map(({ from, to }) => text.slice(from, to));
}

/** `\u0040`, `&#64;`, `%40` */
const ESCAPE = /\\u[\da-f]{4}|&#?\w{1,6};|%[\da-f]{2}/gi;

function lettersOf(value: string): string {
  return value.replace(ESCAPE, '').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The stretches of a value, and where else it has what is private in the text: a path may have lost its backslashes. */
function withRestOf(
  value: string,
  found: readonly Stretch[],
  printed: readonly string[],
): Stretch[] {
  const stretches = [...found];
  const known = new Set(valuesAt(value, found).map(lettersOf));
  for (const secret of printed) {
    const words = secret.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0 || known.has(lettersOf(secret))) continue;
    const pattern = new RegExp(words.join(String.raw`[^\p{L}\p{N}]{0,20}`), 'gu');
    for (const { 0: match, index } of value.matchAll(pattern)) {
      const stretch = { from: index, to: index + match.length };
      if (!stretches.some(({ from, to }) => from < stretch.to && stretch.from < to)) {
        stretches.push(stretch);
      }
    }
  }
  return stretches.sort((a, b) => a.from - b.from);
}

/** Fields in which a line is one statement, of which a part would tell the rest: Zotero's Extra. */
const LINEWISE: ReadonlySet<string> = new Set(['extra', 'dc:description']);

/** The lines on which something is private by its shape. */
function linesWithShapes(text: string): Stretch[] {
  const lines: Stretch[] = [];
  for (const { from, to } of privateStretches(text)) {
    const start = Math.max(text.lastIndexOf('\n', from - 1) + 1, lines.at(-1)?.to ?? 0);
    const end = text.indexOf('\n', to);
    if (start < to) lines.push({ from: start, to: end < 0 ? text.length : end });
  }
  return lines;
}

/** The parts of a name without what is private in them; undefined where nothing is. */
function withoutShapesInParts(parts: NonNullable<RawField['parts']>): RawField['parts'] {
  const published = Object.entries(parts).map(([key, part]) => [
    key,
    typeof part === 'string' ? tidied(withoutStretches(part, privateStretches(part), '')) : part,
  ]);
  const isSame = published.every(([key, part]) =>
    Object.entries(parts).some(([own, value]) => own === key && value === part),
  );
  return isSame ? undefined : Object.fromEntries(published);
}

/** `Ann Lee <>` and `Ann Lee, , Bo Li` without what held an address. */
function tidied(list: string): string {
  return list
    .replace(/[<({[][\s,;:]*[>)}\]]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/\s*([,;])(?:\s*[,;])*/gu, '$1')
    .replace(/^[\s,;:]+|[\s,;:]+$/gu, '');
}

/** The characters of a span. */
function characters(text: SeedText, { start, end }: Span): Stretch {
  return { from: characterAt(text, start), to: characterAt(text, end) };
}

/** The character whose bytes begin at a byte of the file. */
function characterAt({ text, span }: SeedText, byte: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (span(middle, middle).start < byte) low = middle + 1;
    else high = middle;
  }
  return low;
}

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  const filled = spans.filter(({ start, end }) => end > start);
  for (const { start, end } of filled.sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
