import {
  type Authors,
  type Correction,
  type FieldName,
  type Fields,
  type FromCorrection,
  type Identifier,
  type Message,
  type PermalinkLedger,
  type Sourced,
  type SourceRecord,
  type Target,
  settableTexts,
} from '../../model/index.ts';
import { collapse } from '../../text/index.ts';
import {
  textFields,
  textValue,
  compareIdentifiers,
  readIdentifier,
  readName,
  readText,
} from '../reading/index.ts';
import { compareText } from '../lists.ts';
import {
  compareAmendments,
  type Amendment,
  type Weight,
  agree,
  type Profile,
  profileOf,
  withAmendments,
  describeTarget,
  indexTargets,
} from '../naming/index.ts';

/** A source record and the corrections that speak of it. */
export interface CorrectedRecord {
  source: SourceRecord;
  /** Those of the record and of its corrections; of one scheme, the correction's. */
  identifiers: Sourced<Identifier>[];
  /** In the order in which they count. */
  amendments: Amendment[];
  profile: Profile;
}

/** A correction with `match` and `set`. */
type Setting = Extract<Correction, { match: unknown }>;

/** The permanent name of a correction: `corrections/hugging-face.yaml:12`. */
export function correctionId({ file, line }: Correction): string {
  return `${file}:${line}`;
}

/** Order of file, then of line. */
export function compareCorrections(a: Correction, b: Correction): number {
  return compareText(a.file, b.file) || a.line - b.line;
}

/** A place to point a message at. */
export function correctionSource({ file, line }: Correction): {
  file: string;
  lines: [number, number];
} {
  return { file, lines: [line, line] };
}

/**
 * Every record with the corrections that match it. A correction may name a paper by what another one says of it, so
 * corrections are laid on in rounds until none finds a new record. One that finds nothing is reported, and so is one
 * that names several papers: it is laid on none of them.
 */
export function correct(
  records: readonly SourceRecord[],
  corrections: readonly Correction[],
  ledger: PermalinkLedger,
): { records: CorrectedRecord[]; messages: Message[] } {
  const messages: Message[] = [];
  const settings = corrections.filter((correction): correction is Setting => 'match' in correction);
  const pending = settings.toSorted(compareCorrections).map((correction) => ({
    correction,
    amendment: prepare(correction, messages),
    reached: new Set<string>(),
  }));
  const corrected = new Map(records.map((record) => [record.key, uncorrected(record)]));
  const ambiguous = new Set<string>();
  let changed = pending.length > 0;
  while (changed) {
    changed = false;
    const { find } = indexTargets([...corrected.values()], ledger, corrections);
    for (const { correction, amendment, reached } of pending) {
      if (ambiguous.has(amendment.id)) continue;
      const found = find(correction.match).map(
        (record) => corrected.get(record.source.key) ?? record,
      );
      const fresh = found.filter((record) => !reached.has(record.source.key));
      if (fresh.length === 0) continue;
      if (!areOnePaper(found)) {
        ambiguous.add(amendment.id);
        messages.push(ambiguity(correction, found));
        continue;
      }
      for (const record of fresh) {
        reached.add(record.source.key);
        corrected.set(record.source.key, amend(record, amendment, messages));
        changed = true;
      }
    }
  }
  for (const { correction, amendment, reached } of pending) {
    if (reached.size > 0 || ambiguous.has(amendment.id)) continue;
    messages.push(unanswered(correction, correction.match));
  }
  return { records: records.flatMap((record) => corrected.get(record.key) ?? []), messages };
}

/** That no paper answers to what a correction names. */
export function unanswered(correction: Correction, target: Target): Message {
  return {
    code: 'correction-without-paper',
    severity: 'warning',
    source: correctionSource(correction),
    text: `No paper in the seeds answers to ${describeTarget(target)}.`,
    hint: 'Check the spelling against the seed, or delete the correction if its paper left the survey.',
  };
}

function ambiguity(correction: Setting, found: readonly CorrectedRecord[]): Message {
  const keys = found.map((record) => record.source.key).toSorted(compareText);
  return {
    code: 'correction-ambiguous',
    severity: 'error',
    source: correctionSource(correction),
    text: `${describeTarget(correction.match)} names several papers: ${keys.join(', ')}.`,
    hint: 'Add arxiv, doi or seed to match until one paper is left.',
  };
}

/** True when records can all be of one paper, as `merge` would judge them. */
function areOnePaper(found: readonly CorrectedRecord[]): boolean {
  const [first, ...rest] = found;
  return first === undefined || rest.every((other) => agree(first.profile, other.profile));
}

function prepare(correction: Setting, messages: Message[]): Amendment {
  const { set } = correction;
  const source = correctionSource(correction);
  const from: FromCorrection = {
    kind: 'correction',
    file: correction.file,
    line: correction.line,
    reason: correction.reason,
    evidence: correction.evidence,
    ...(correction.yields ? { lookedUp: true } : {}),
  };
  const fields: Partial<Fields> = {};
  if (set.title !== undefined) fields.title = textValue(set.title, messages, source);
  if (set.abstract !== undefined) fields.abstract = textValue(set.abstract, messages, source);
  if (set.comment !== undefined) fields.comment = textValue(set.comment, messages, source);
  if (set.authors !== undefined) fields.authors = authorsOf(set.authors);
  if (set.date !== undefined) fields.issued = { iso: set.date, yearInferred: false };
  if (set.categories !== undefined) fields.categories = [...set.categories];
  if (set.posted !== undefined) fields.posted = { iso: set.posted, yearInferred: false };
  if (set.type !== undefined) fields.type = set.type;
  if (set.editors !== undefined) fields.editors = authorsOf(set.editors);
  if (set.translators !== undefined) fields.translators = authorsOf(set.translators);
  for (const [name, key] of textFields) {
    const value = isSettableText(name) ? set[name] : undefined;
    if (value !== undefined) fields[key] = readText(key, collapse(value));
  }
  if (set.code_url !== undefined) fields.codeUrl = set.code_url;
  const identifiers: Identifier[] = [];
  for (const scheme of ['arxiv', 'doi'] as const) {
    const value = set[scheme];
    if (value === undefined) continue;
    const identifier = readIdentifier(scheme, value);
    if (identifier !== undefined) identifiers.push(identifier);
    else {
      messages.push({
        code: 'correction-identifier-unreadable',
        severity: 'error',
        source,
        text: `“${value}” is not ${scheme === 'arxiv' ? 'an arXiv identifier' : 'a DOI'}.`,
        hint:
          scheme === 'arxiv'
            ? 'Write one such as 2401.01234.'
            : 'Write one such as 10.1145/3711896.3737079.',
      });
    }
  }
  const otherTitles = (correction.other_titles ?? []).map((title) =>
    textValue(title, messages, source),
  );
  const { permalink } = correction.match;
  return {
    id: correctionId(correction),
    from,
    permalink,
    weight: correction.overrides ? 'overriding' : correction.yields ? 'yielding' : 'ordinary',
    fields,
    identifiers,
    otherTitles,
  };
}

function isSettableText(name: FieldName): name is FieldName & keyof typeof settableTexts {
  return Object.hasOwn(settableTexts, name);
}

function authorsOf(printed: readonly string[]): Authors {
  const names = printed.flatMap((name) => readName(collapse(name)) ?? []);
  return { names, more: false, count: names.length };
}

function uncorrected(source: SourceRecord): CorrectedRecord {
  return {
    source,
    identifiers: source.identifiers,
    amendments: [],
    profile: profileOf(source),
  };
}

/** The record with one more amendment. */
function amend(
  { source, amendments, profile }: CorrectedRecord,
  amendment: Amendment,
  messages: Message[],
): CorrectedRecord {
  const sorted = [...amendments, amendment].sort(compareAmendments);
  const byScheme = new Map<string, Sourced<Identifier> & { weight: Weight }>();
  for (const { from, weight, identifiers } of sorted) {
    for (const value of identifiers) {
      const earlier = byScheme.get(value.scheme);
      if (earlier === undefined) byScheme.set(value.scheme, { value, from, weight });
      else if (
        earlier.value.value !== value.value &&
        earlier.weight === weight &&
        (from === amendment.from || earlier.from === amendment.from)
      ) {
        messages.push(disagreement(earlier, { value, from }, source));
      }
    }
  }
  const own = source.identifiers.filter(({ value }) => {
    const set = byScheme.get(value.scheme);
    return set === undefined || set.weight === 'yielding' || set.value.value === value.value;
  });
  const kept = new Set(own.map(({ value }) => value.scheme));
  const added = [...byScheme.values()]
    .filter(({ value }) => !kept.has(value.scheme))
    .map(({ value, from }) => ({ value, from }));
  const identifiers = [...own, ...added].sort((a, b) => compareIdentifiers(a.value, b.value));
  return {
    source,
    identifiers,
    amendments: sorted,
    profile: withAmendments(profile, identifiers, sorted),
  };
}

function disagreement(
  first: Sourced<Identifier>,
  second: { value: Identifier; from: FromCorrection },
  record: SourceRecord,
): Message {
  const where =
    first.from.kind === 'correction'
      ? `${first.from.file}:${first.from.line}`
      : 'another correction';
  return {
    code: 'corrections-disagree',
    severity: 'error',
    source: { file: second.from.file, lines: [second.from.line, second.from.line] },
    text: `For ${record.key} this correction sets ${second.value.scheme} to ${second.value.value}, ${where} to ${first.value.value}; the latter is used.`,
    hint: 'Keep the one that is right.',
  };
}
