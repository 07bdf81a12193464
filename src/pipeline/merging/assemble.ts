import {
  given,
  type Authors,
  type FieldKey,
  type Fields,
  type Identifier,
  type ItemKind,
  type ItemType,
  type Keyword,
  type Message,
  type Observation,
  type Provenance,
  type RichText,
  type Sourced,
  type TextFieldKey,
  type TextValue,
  type WorkDate,
} from '../../model/index.ts';
import { displayName, fold, mathSpans, toPlain } from '../../text/index.ts';
import type { CorrectedRecord } from './correct.ts';
import { compareAmendments, type Amendment, type Unnamed } from '../naming/index.ts';
import {
  compareIdentifiers,
  identifierKey,
  inferTitle,
  likeness,
  overlap,
  readIdentifier,
  statedKind,
  titleKey,
  nameKey,
  serverOf,
} from '../reading/index.ts';
import { compareText } from '../lists.ts';
import {
  abstractProper,
  accentsIn,
  isAllCapitals,
  isShouted,
  shoutedWords,
  titleProper,
} from './better-text.ts';
import { maySame, withFullNames } from './full-names.ts';
import { recordsElsewhere } from './appearances.ts';
import { isOfPreprint, isOfPublished } from './preprints.ts';
import { printedAsStated, publicationOf, type StatedPreprint } from './publication.ts';

/** What a work needs to know of the readers and files its records come from. */
export interface AssembleContext {
  /** True for formats whose sites lose the marks of TeX. */
  stripsMath: (format: string) => boolean;
  /** Place of a record in the survey: files by path, records in file order. */
  place: (record: string) => number;
}

/** One value of one field, and what speaks for it. */
interface Candidate<K extends FieldKey> {
  value: Fields[K];
  from: Provenance;
  /** Plain text as the source has it, for the observation. */
  stated: string;
  /** Present for values of a seed. */
  record?: CorrectedRecord;
  /** With a correction that counts only where no seed states a value. */
  yields?: true;
}

/**
 * The one work that a group of records and their corrections describe. For every field one value is shown; which one is
 * decided in this order: what a correction says, unless a seed says the same (then the seed is the origin) or the
 * correction yields to what a seed states; a text that is not a mere part of another's; one in mixed case before one in
 * capitals; a text whose math is intact before one from a site that strips it; a whole text before a cut one; more names
 * before fewer, full names before initials (also of single persons in it), names with their accents before names
 * without; a more precise date before a rougher one, a printed year before an inferred one; then the earlier date, the
 * longer text (footnote marks and statements of rights do not count), and the order of code units. Every value a source
 * states is kept as an observation, shown or not.
 */
export function assemble(
  members: readonly CorrectedRecord[],
  context: AssembleContext,
): { work: Unnamed; messages: Message[] } {
  const records = members.toSorted(
    (a, b) => context.place(a.source.key) - context.place(b.source.key),
  );
  const amendments = amendmentsOf(records);
  const messages: Message[] = [];
  const observations: Observation[] = [];
  const preprints = preprintsBeside(records);
  const early = earlyRecords(records);
  const asides = ofPreprints(preprints);
  // What is printed of how the paper was published is that of one appearance.
  const unprinted = new Set([...preprints, ...recordsElsewhere(records)]);
  const choose = <K extends FieldKey>(
    field: K,
    complete?: Complete<Fields[K]>,
  ): Sourced<Fields[K]> | undefined => {
    const rules = fieldRules[field];
    const corrected = amendedValues(field, rules, amendments, records, messages);
    const stated = statements(field, rules, records);
    const isStub = (candidate: Candidate<K>) => Number(rules.isStub?.(candidate, stated) ?? false);
    const behind = ({ record }: Candidate<K>) => {
      if (record === undefined) return 0;
      if (unprinted.has(record)) return RANKED_BY_RECORD.has(field) ? 2 : 0;
      return Number(early.has(record) && OF_EARLY_ACCESS.has(field));
    };
    const ranked = stated.toSorted(
      (a, b) => behind(a) - behind(b) || isStub(a) - isStub(b) || rules.compare(a, b, context),
    );
    const picked = pick(rules, corrected, ranked);
    const shown = picked && complete ? completed(complete, picked, ranked) : picked;
    if (shown !== undefined)
      observations.push(
        ...observe(field, rules, shown, [...stated, ...corrected]).map((seen) =>
          asides.has(seen.from) && !(field === 'issued' && seen.standing === 'shown')
            ? { ...seen, standing: 'remark' as const }
            : seen,
        ),
      );
    return shown;
  };

  const title = choose('title');
  const abstract = choose('abstract');
  const authors = choose('authors', fullNames);
  const issued = choose('issued');
  const posted = choose('posted') ?? postedBeside(issued, preprints);
  const categories = choose('categories');
  const comment = choose('comment');
  const type = choose('type');
  const editors = choose('editors', fullNames);
  const translators = choose('translators', fullNames);
  const fields: Unnamed['fields'] = given({
    authors,
    abstract,
    issued,
    posted,
    categories,
    comment,
    type,
    editors,
    translators,
  });
  for (const key of TEXTS) {
    const text = choose(key);
    if (text !== undefined) fields[key] = text;
  }
  const keywords = keywordsOf(records, observations);
  const identifiers = identifiersOf(records, observations, amendments);
  observations.push(...otherTitles(amendments, title));
  for (const { source } of records) {
    for (const { value, from } of source.remarks) {
      observations.push({ field: value.name, value: value.value, from, standing: 'remark' });
    }
  }
  const work: Unnamed = {
    title: title ?? workingTitle(abstract, identifiers),
    fields,
    publication: publicationOf(
      ofOneAppearance(withoutItself(fields, title), unprinted, early),
      identifiers,
      { ...statedPreprint(records, preprints, issued), ...given({ doi: arxivDoi(records) }) },
      kindOf(type, records),
    ),
    identifiers,
    keywords,
    records: records.map((record) => record.source.key),
    observations,
    truncated: isTruncated(abstract, records),
    themes: [],
    related: [],
    nearTwins: [],
    mentions: [],
  };
  return { work, messages };
}

/** What the sources that state its type say of it more closely. */
function kindOf(
  type: Sourced<ItemType> | undefined,
  records: readonly CorrectedRecord[],
): ItemKind | undefined {
  for (const { source } of records) {
    const kind = source.fields.type?.value === type?.value ? statedKind(source) : undefined;
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** The fields without a container that is the book itself: databases repeat its title where they name journals. */
function withoutItself(
  fields: Unnamed['fields'],
  title: Sourced<TextValue> | undefined,
): Unnamed['fields'] {
  const { venue, ...others } = fields;
  const isItself =
    fields.type?.value === 'book' &&
    title !== undefined &&
    venue !== undefined &&
    fold(venue.value) === fold(plain(title.value));
  return isItself ? others : fields;
}

/** The fields of plain text, in the order of the account on a paper's page. */
const TEXTS: readonly TextFieldKey[] = [
  'venue',
  'journalRef',
  'codeUrl',
  ...printedAsStated,
  'note',
  'citationKey',
];

/** Letters of an acronym such as `DDPG`, at most. */
const LONGEST_ACRONYM = 5;

/**
 * Every word that the sources file a paper under, once whatever its case: as a keyword before a tag of somebody's library,
 * and written otherwise before capitals alone, unless these may be an acronym. Each statement becomes an observation.
 */
function keywordsOf(
  records: readonly CorrectedRecord[],
  observations: Observation[],
): Sourced<Keyword>[] {
  const stated = records.flatMap(({ source }) => source.keywords);
  const words = [
    ...Map.groupBy(stated, ({ value: { kind, value } }) => {
      return `${kind === 'tag' ? 'keyword' : kind} ${fold(value)}`;
    }).values(),
  ];
  const shown = words.flatMap((same) => same.toSorted((a, b) => rank(a) - rank(b)).slice(0, 1));
  const isShown = new Set(shown);
  for (const keyword of stated) {
    observations.push({
      field: 'keyword',
      value: keyword.value.value,
      from: keyword.from,
      standing: isShown.has(keyword) ? 'shown' : 'agrees',
    });
  }
  return shown;

  function rank({ value: { kind, value } }: Sourced<Keyword>): number {
    // `AA6061` has two letters.
    const isLoud = isAllCapitals(value) && (value.match(/\p{L}/gu) ?? []).length > LONGEST_ACRONYM;
    return 2 * Number(kind === 'tag') + Number(isLoud);
  }
}

/** The corrections laid on any of the records, each once, in the order in which they count. */
function amendmentsOf(records: readonly CorrectedRecord[]): Amendment[] {
  const byId = new Map(
    records.flatMap((record) => record.amendments.map((amendment) => [amendment.id, amendment])),
  );
  return [...byId.values()].sort(compareAmendments);
}

/** The values corrections give a field. The first one counts; another that differs is an error when
 * both speak of one record, unless it is overridden, and a warning when a merge brought their records together. */
function amendedValues<K extends FieldKey>(
  field: K,
  rules: FieldRules<K>,
  amendments: readonly Amendment[],
  records: readonly CorrectedRecord[],
  messages: Message[],
): Candidate<K>[] {
  const corrected: Candidate<K>[] = [];
  let counts: Amendment | undefined;
  for (const amendment of amendments) {
    const { fields, from, weight } = amendment;
    const value = fields[field];
    if (value === undefined) continue;
    const [first] = corrected;
    if (
      first !== undefined &&
      first.from.kind === 'correction' &&
      weight === counts?.weight &&
      rules.key(first.value) !== rules.key(value)
    ) {
      messages.push({
        code: 'corrections-disagree',
        severity: records.some(
          ({ amendments: laid }) =>
            laid.includes(amendment) && laid.some(({ id }) => id === counts?.id),
        )
          ? 'error'
          : 'warning',
        source: { file: from.file, lines: [from.line, from.line] },
        text: `This correction sets ${field} to “${rules.print(value)}”, ${first.from.file}:${first.from.line} sets it to “${first.stated}” for the same paper; the latter is used.`,
        hint: 'Keep the one that is right.',
      });
    }
    counts ??= amendment;
    const yields = weight === 'yielding';
    corrected.push({ value, from, stated: rules.print(value), ...(yields ? { yields } : {}) });
  }
  return corrected;
}

/** The values the records give a field, in file order. */
function statements<K extends FieldKey>(
  field: K,
  rules: FieldRules<K>,
  records: readonly CorrectedRecord[],
): Candidate<K>[] {
  return records.flatMap((record): Candidate<K>[] => {
    const stated: Sourced<Fields[K]> | undefined = record.source.fields[field];
    if (stated === undefined) return [];
    const text = printed(stated.from, record) ?? rules.print(stated.value);
    return [{ value: stated.value, from: stated.from, stated: text, record }];
  });
}

/** When the preprint was posted, where its record has another date than the published one, which is shown. */
function postedBeside(
  shown: Sourced<WorkDate> | undefined,
  preprints: ReadonlySet<CorrectedRecord>,
): Sourced<WorkDate> | undefined {
  if (shown === undefined) return undefined;
  const dates = [...preprints].flatMap(({ source }) => source.fields.issued ?? []);
  if (dates.some(({ from }) => from === shown.from)) return undefined;
  return dates.find(({ value }) => !shown.value.iso.startsWith(value.iso));
}

/** The records of a published work that describe its preprint; none where no record says that it was published. */
function preprintsBeside(records: readonly CorrectedRecord[]): ReadonlySet<CorrectedRecord> {
  return new Set(records.some(isOfPublished) ? records.filter(isOfPreprint) : []);
}

/** The fields of which a record of a preprint says how that is held, and not how the paper was published. */
const OF_PUBLICATION = [
  'type',
  'venue',
  'editors',
  ...printedAsStated.filter((key) => key !== 'language'),
] as const;

const RANKED_BY_RECORD: ReadonlySet<FieldKey> = new Set([
  ...OF_PUBLICATION,
  'issued',
  'citationKey',
]);

/** The fields in which a record of early access tells what no longer is so. */
const OF_EARLY_ACCESS: ReadonlySet<FieldKey> = new Set(['issued', 'status']);

/** Whether a record says where in its container a paper stands. */
const isInIssue = ({ source: { fields } }: CorrectedRecord) =>
  [fields.volume, fields.issue, fields.page, fields.articleNumber].some(
    (part) => part !== undefined,
  );

/**
 * The records from before a paper stood in an issue, where another one has it there, `in press`, of the year before, and
 * those from before it stood anywhere, where another one says where it does: `under review`.
 */
function earlyRecords(records: readonly CorrectedRecord[]): ReadonlySet<CorrectedRecord> {
  const inIssue = records.filter((record) => isOfPublished(record) && isInIssue(record));
  const yearOf = ({ source }: CorrectedRecord) => source.fields.issued?.value.iso.slice(0, 4) ?? '';
  const latest = inIssue.map(yearOf).sort().at(-1) ?? '';
  const isBefore = (record: CorrectedRecord) =>
    record.source.fields.status !== undefined || (yearOf(record) !== '' && yearOf(record) < latest);
  const isPlaced = records.some(isOfPublished);
  return new Set(
    records.filter(
      (record) =>
        !isOfPreprint(record) &&
        ((inIssue.length > 0 && !isInIssue(record) && isBefore(record)) ||
          (isPlaced && !isOfPublished(record) && record.source.fields.status !== undefined)),
    ),
  );
}

/** The fields without what is shown of a preprint, or of another appearance, beside the published work. */
function ofOneAppearance(
  fields: Unnamed['fields'],
  unprinted: ReadonlySet<CorrectedRecord>,
  early: ReadonlySet<CorrectedRecord>,
): Unnamed['fields'] {
  const kept = { ...fields };
  for (const { source } of early) {
    if (kept.status?.from === source.fields.status?.from) delete kept.status;
  }
  for (const { source } of unprinted) {
    for (const key of OF_PUBLICATION) {
      if (kept[key]?.from === source.fields[key]?.from) delete kept[key];
    }
  }
  return kept;
}

/** Where the records of a preprint say how that is held: no other view of how the paper was published. */
function ofPreprints(preprints: ReadonlySet<CorrectedRecord>): ReadonlySet<Provenance> {
  return new Set(
    [...preprints].flatMap(({ source: { fields } }) =>
      [...OF_PUBLICATION, 'issued' as const].flatMap((key) => fields[key]?.from ?? []),
    ),
  );
}

/** What the records of a preprint tell of it beside the published work. */
function statedPreprint(
  records: readonly CorrectedRecord[],
  preprints: ReadonlySet<CorrectedRecord>,
  issued: Sourced<WorkDate> | undefined,
): StatedPreprint {
  const server = [...preprints]
    .flatMap(({ source: { fields } }) => [fields.venue, fields.publisher, fields.institution])
    .map((place) => serverOf(place?.value ?? ''))
    .find((name) => name !== undefined);
  const dating = records.find(
    ({ source }) => issued !== undefined && source.fields.issued?.from === issued.from,
  );
  const isDated = dating !== undefined && preprints.has(dating);
  const { volume, page } = dating?.source.fields ?? {};
  return { ...given({ server }), isDated, isOfIssue: !isDated && Boolean(volume ?? page) };
}

/** The DOI of arXiv that a source states, which is read as the arXiv identifier in it. */
function arxivDoi(records: readonly CorrectedRecord[]): string | undefined {
  const stated = records.flatMap(({ source }) => source.raw.fields);
  for (const { name, value } of stated) {
    if (name !== 'doi') continue;
    const identifier = readIdentifier('doi', value);
    if (identifier?.scheme === 'arxiv') return `10.48550/arXiv.${identifier.value}`;
  }
  return undefined;
}

/** The characters of the seed that a value was worked out from: `May 12` for an inferred 2026-05-12. */
function printed(from: Provenance, { source }: CorrectedRecord): string | undefined {
  if (from.kind !== 'inferred') return undefined;
  const start = from.basis?.span.start;
  return source.raw.fields.find(({ span }) => span.start === start)?.value;
}

function pick<K extends FieldKey>(
  rules: FieldRules<K>,
  [corrected]: readonly Candidate<K>[],
  ranked: readonly Candidate<K>[],
): Sourced<Fields[K]> | undefined {
  const [best] = ranked;
  if (corrected === undefined)
    return best === undefined ? undefined : { value: best.value, from: best.from };
  const stated = ranked.find((candidate) => isStated(rules, candidate));
  if (corrected.yields && stated !== undefined) return { value: stated.value, from: stated.from };
  const settled = ranked.find((candidate) => rules.confirms(corrected.value, candidate.value));
  const shown = settled ?? corrected;
  return { value: shown.value, from: shown.from };
}

/** A value with what others say more fully; undefined where they do not. */
type Complete<T> = (value: T, others: readonly T[]) => T | undefined;

const fullNames: Complete<Authors> = (value, others) => {
  const names = withFullNames(
    value.names,
    others.map((other) => other.names),
  );
  return names && { ...value, names };
};

/** A value of a seed, completed by what other seeds state. */
function completed<K extends FieldKey>(
  complete: Complete<Fields[K]>,
  picked: Sourced<Fields[K]>,
  stated: readonly Candidate<K>[],
): Sourced<Fields[K]> {
  const { from } = picked;
  if (from.kind !== 'seed') return picked;
  const others = stated.filter((each) => each.from !== from).map((each) => each.value);
  const value = complete(picked.value, others);
  if (value === undefined) return picked;
  const rule = 'the longest list, with the full names that other sources have for its initials';
  return { value, from: { kind: 'inferred', rule, basis: from } };
}

/** True when a seed gives the whole value, and no rule had to work any of it out. */
function isStated<K extends FieldKey>(rules: FieldRules<K>, candidate: Candidate<K>): boolean {
  return candidate.from.kind === 'seed' && rules.isWhole(candidate.value);
}

function observe<K extends FieldKey>(
  field: K,
  rules: FieldRules<K>,
  shown: Sourced<Fields[K]>,
  candidates: readonly Candidate<K>[],
): Observation[] {
  return candidates.map(({ value, from, stated }): Observation => {
    const standing =
      from === shown.from ? 'shown' : rules.agrees(value, shown.value) ? 'agrees' : 'differs';
    return { field, value: stated, from, standing };
  });
}

/** How the values of one field are printed, compared and preferred. */
interface FieldRules<K extends FieldKey> {
  /** The value as plain text. */
  print: (value: Fields[K]) => string;
  /** Equal for values that are the same. */
  key: (value: Fields[K]) => string;
  /** True when two values say the same of the paper. */
  agrees: (value: Fields[K], shown: Fields[K]) => boolean;
  /** True when a seed's value can stand for a correction's. */
  confirms: (corrected: Fields[K], stated: Fields[K]) => boolean;
  /** False for a value that says itself that there is more. */
  isWhole: (value: Fields[K]) => boolean;
  /** True for a value that others show to be only a part: `Purpose.` of a structured abstract. */
  isStub?: (candidate: Candidate<K>, all: readonly Candidate<K>[]) => boolean;
  /** The better candidate first. */
  compare: (a: Candidate<K>, b: Candidate<K>, context: AssembleContext) => number;
}

type FieldTable = { readonly [K in FieldKey]: FieldRules<K> };

/** Texts that share this much of their wording say the same where one has lost its math. */
const sameWording = 0.9;

function plain(text: TextValue): string {
  return toPlain(text.rich);
}

/** How many formulas of a text are not as they were written. */
function damage(rich: RichText): number {
  return mathSpans(rich).filter(({ origin }) => origin !== 'intact').length;
}

function isCut(record: CorrectedRecord | undefined): number {
  return Number(record?.source.truncated ?? false);
}

type TextKey = 'title' | 'abstract' | 'comment';

function compareTexts(
  a: Candidate<TextKey>,
  b: Candidate<TextKey>,
  { stripsMath }: AssembleContext,
): number {
  const strips = ({ record }: Candidate<TextKey>) =>
    Number(record !== undefined && stripsMath(record.source.format));
  return (
    Number(isShouted(a.value.source)) - Number(isShouted(b.value.source)) ||
    strips(a) - strips(b) ||
    isCut(a.record) - isCut(b.record) ||
    damage(a.value.rich) - damage(b.value.rich)
  );
}

/** The rest of the order of texts: the longer one, and of two that differ in what is no part of it the shorter. */
function compareLength(
  a: Candidate<TextKey>,
  b: Candidate<TextKey>,
  proper: (text: string) => string,
): number {
  const [x, y] = [a.value.source, b.value.source];
  return (
    proper(y).length - proper(x).length ||
    Number(isAllCapitals(x)) - Number(isAllCapitals(y)) ||
    x.length - y.length ||
    compareText(x, y)
  );
}

/** An abstract of less than this share of the longest is a part of it, such as its first heading. */
const stubShare = 0.35;

function textRules(
  agrees: (value: TextValue, shown: TextValue) => boolean,
  proper: (text: string) => string = (text) => text,
): FieldRules<TextKey> {
  return {
    print: plain,
    key: (value) => value.source,
    agrees,
    confirms: (corrected, stated) => corrected.source === stated.source,
    isWhole: () => true,
    compare: (a, b, context) => compareTexts(a, b, context) || compareLength(a, b, proper),
  };
}

function sameTitle(value: TextValue, shown: TextValue): boolean {
  return titleKey(value.rich) === titleKey(shown.rich);
}

function sameAbstract(value: TextValue, shown: TextValue): boolean {
  const [a, b] = [likeness(value.rich), likeness(shown.rich)];
  return (
    a.folded === b.folded ||
    b.folded.startsWith(a.folded) ||
    overlap(a, b).resemblance >= sameWording
  );
}

/**
 * The fuller text first, and one in mixed case before one in capitals.
 *
 * @param isProper true for a value that goes before all for which it is false
 * @param same what a value has in common with others that say the same
 */
function stringRules(
  isProper: (value: string) => boolean = () => true,
  same: (value: string) => string = (value) => value.toLowerCase(),
): FieldRules<TextFieldKey> {
  return {
    print: (value) => value,
    key: (value) => value,
    agrees: (value, shown) => same(value) === same(shown),
    confirms: (corrected, stated) => corrected === stated,
    isWhole: () => true,
    compare: (a, b) =>
      Number(isProper(b.value)) - Number(isProper(a.value)) ||
      Number(isShouted(a.value)) - Number(isShouted(b.value)) ||
      b.value.length - a.value.length ||
      Number(isAllCapitals(a.value)) - Number(isAllCapitals(b.value)) ||
      compareText(a.value, b.value),
  };
}

const unhyphenated = (value: string) => value.toLowerCase().replace(/[-–\s]/gu, '');

/** `Lecture Notes in Computer Science (including …)`: what proceedings of many conferences stand in. */
const isSeries = (title: string) =>
  /^(?:lecture notes in|communications in computer and information science|(?:advances|studies) in intelligent systems|acm international conference proceeding series|proceedings of machine learning research$|leibniz international proceedings in)/i.test(
    title,
  );

const namesRules: FieldRules<'authors' | 'editors' | 'translators'> = {
  print: printAuthors,
  key: authorsKey,
  agrees: sameAuthors,
  confirms: (decision, stated) => authorsKey(decision) === authorsKey(stated),
  isWhole: ({ names, more }) => names.length > 0 && !more,
  compare: (a, b) =>
    b.value.names.length - a.value.names.length ||
    Number(a.value.more) - Number(b.value.more) ||
    Number(a.value.count === undefined) - Number(b.value.count === undefined) ||
    lettersIn(b.value) - lettersIn(a.value) ||
    shoutedWords(printAuthors(a.value)) - shoutedWords(printAuthors(b.value)) ||
    accentsIn(printAuthors(b.value)) - accentsIn(printAuthors(a.value)) ||
    compareText(authorsKey(a.value), authorsKey(b.value)),
};

/** Letters of all given names: full names before initials. */
function lettersIn({ names }: Authors): number {
  return names.reduce((sum, { given = '' }) => sum + given.replace(/\P{L}/gu, '').length, 0);
}

const dateRules: FieldRules<'issued' | 'posted'> = {
  print: ({ iso }) => iso,
  key: ({ iso }) => iso,
  agrees: sameDate,
  // An inferred year is settled by the correction, so the correction is what the date is known from.
  confirms: (decision, stated) => !stated.yearInferred && stated.iso.startsWith(decision.iso),
  isWhole: () => true,
  compare: (a, b) =>
    Number(a.value.yearInferred) - Number(b.value.yearInferred) ||
    b.value.iso.length - a.value.iso.length ||
    compareText(a.value.iso, b.value.iso),
};

const typeRules: FieldRules<'type'> = {
  print: (value) => value,
  key: (value) => value,
  agrees: (value, shown) => value === shown,
  confirms: (decision, stated) => decision === stated,
  isWhole: () => true,
  // What says most of where it stands goes first, `document` and preprints last.
  compare: (a, b) => rankOf(a.value) - rankOf(b.value) || compareText(a.value, b.value),
};

/** Types that say less than others, `article-journal` being what programs give to all that they have no type for. */
const LESS_TELLING: readonly ItemType[] = [
  'article-journal',
  'manuscript',
  'article',
  'webpage',
  'document',
];
const rankOf = (type: ItemType) => LESS_TELLING.indexOf(type) + 1;

function printAuthors({ names, more, count }: Authors): string {
  if (names.length === 0) return count === 1 ? '1 author' : `${count ?? 'unknown'} authors`;
  return names.map((name) => name.literal).join(', ') + (more ? ' et al.' : '');
}

/** A shortened list agrees with the whole one it begins, initials with the names they are of; a count agrees with a list of that length. */
function sameAuthors(value: Authors, shown: Authors): boolean {
  const [few, many] = value.names.length <= shown.names.length ? [value, shown] : [shown, value];
  const total = totalOf(many);
  const stated = totalOf(few);
  if (stated !== undefined && total !== undefined && stated !== total) return false;
  if (few.names.length === 0) return stated !== undefined;
  if (few.names.length < many.names.length && !few.more) return false;
  return few.names.every((name, index) => {
    const other = many.names[index];
    return other !== undefined && (nameKey(name) === nameKey(other) || maySame(name, other));
  });
}

function totalOf({ names, more, count }: Authors): number | undefined {
  return count ?? (more || names.length === 0 ? undefined : names.length);
}

function authorsKey(value: Authors): string {
  return JSON.stringify([value.names.map(displayName), value.more]);
}

/** True when the rougher of two dates holds the finer one. */
function sameDate(a: WorkDate, b: WorkDate): boolean {
  return a.iso.startsWith(b.iso) || b.iso.startsWith(a.iso);
}

const fieldRules: FieldTable = {
  title: textRules(sameTitle, titleProper),
  abstract: {
    ...textRules(sameAbstract, abstractProper),
    isStub: ({ value }, all) =>
      value.source.length < stubShare * Math.max(...all.map((each) => each.value.source.length)),
  },
  comment: textRules(sameTitle),
  authors: namesRules,
  editors: namesRules,
  translators: namesRules,
  issued: dateRules,
  posted: dateRules,
  type: typeRules,
  venue: {
    ...stringRules(),
    // A series has the place of the proceedings in it where a database knows no other.
    isStub: ({ value }, all) =>
      all.some((other) => other.value !== value && !isSeries(other.value)) &&
      (isSeries(value) ||
        all.some(({ record }) => {
          const series = fold(record?.source.fields.collectionTitle?.value ?? '');
          return series !== '' && fold(value).startsWith(series);
        })),
  },
  containerTitleShort: stringRules(),
  // `12345` before `12345 LNCS`, `1–22` before the number of an article.
  volume: stringRules((value) => /^\d+$/.test(value)),
  issue: stringRules((value) => /^\d+(?:[-–]\d+)?$/u.test(value)),
  page: stringRules((value) => value.includes('–')),
  articleNumber: stringRules(),
  publisher: stringRules(),
  publisherPlace: stringRules(),
  edition: stringRules(),
  collectionTitle: stringRules(),
  collectionNumber: stringRules(),
  isbn: stringRules(undefined, unhyphenated),
  issn: stringRules(undefined, unhyphenated),
  institution: stringRules(),
  event: stringRules(),
  eventPlace: stringRules(),
  eventDate: stringRules(),
  chapterNumber: stringRules(),
  numberOfPages: stringRules(),
  language: stringRules(),
  version: stringRules(),
  genre: stringRules(),
  status: stringRules(),
  note: stringRules(),
  journalRef: stringRules(),
  codeUrl: stringRules(),
  citationKey: stringRules(),
  categories: {
    print: (value) => value.join(', '),
    key: (value) => value.join(' '),
    agrees: (value, shown) => value.every((code) => shown.includes(code)),
    confirms: (corrected, stated) => corrected.join(' ') === stated.join(' '),
    isWhole: () => true,
    compare: (a, b) =>
      b.value.length - a.value.length || compareText(a.value.join(' '), b.value.join(' ')),
  },
};

/** A work's identifiers, each with the first place that states it; every statement becomes an observation. */
function identifiersOf(
  records: readonly CorrectedRecord[],
  observations: Observation[],
  amendments: readonly Amendment[],
): Sourced<Identifier>[] {
  const shown = new Map<string, Sourced<Identifier>>();
  const effective = new Set(
    records.flatMap((record) => record.identifiers.map(({ value }) => identifierKey(value))),
  );
  const stated = [
    ...records.flatMap((record) => record.source.identifiers),
    ...amendments.flatMap(({ identifiers, from }) => identifiers.map((value) => ({ value, from }))),
  ];
  for (const identifier of stated) {
    const key = identifierKey(identifier.value);
    const isShown = effective.has(key) && !shown.has(key);
    if (isShown) shown.set(key, identifier);
    const standing = isShown ? 'shown' : effective.has(key) ? 'agrees' : 'differs';
    observations.push({ field: 'identifier', value: key, from: identifier.from, standing });
  }
  return [...shown.values()].sort((a, b) => compareIdentifiers(a.value, b.value));
}

function otherTitles(
  amendments: readonly Amendment[],
  shown: Sourced<TextValue> | undefined,
): Observation[] {
  return amendments.flatMap(({ otherTitles: titles, from }) =>
    titles.map((title): Observation => {
      const agrees = shown !== undefined && sameTitle(title, shown.value);
      return { field: 'title', value: plain(title), from, standing: agrees ? 'agrees' : 'differs' };
    }),
  );
}

/** A title for a work that no source gives one: from its abstract, else its first identifier. */
function workingTitle(
  abstract: Sourced<TextValue> | undefined,
  identifiers: readonly Sourced<Identifier>[],
): Sourced<TextValue> {
  if (abstract !== undefined) {
    const inferred = inferTitle(abstract.value);
    if (inferred !== undefined) {
      const basis = abstract.from.kind === 'seed' ? { basis: abstract.from } : {};
      return { value: inferred.title, from: { kind: 'inferred', rule: inferred.rule, ...basis } };
    }
  }
  const [first] = identifiers;
  const text =
    first === undefined ? 'Paper without a title' : `Paper ${identifierKey(first.value)}`;
  const value: TextValue = { rich: [{ type: 'text', value: text }], source: text };
  const rule = 'stands in for a title, as the sources give neither title nor abstract';
  return { value, from: { kind: 'inferred', rule } };
}

/** True when the abstract shown is a cut one, or a record was cut before its abstract. */
function isTruncated(
  abstract: Sourced<TextValue> | undefined,
  records: readonly CorrectedRecord[],
): boolean {
  if (abstract === undefined) return records.some(({ source }) => source.truncated);
  const { from } = abstract;
  return (
    from.kind === 'seed' &&
    records.some(({ source }) => source.key === from.record && source.truncated)
  );
}
