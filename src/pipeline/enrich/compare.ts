import type { Provenance, TextValue, Work } from '../../model/index.ts';
import { fold } from '../../text/index.ts';
import { textValue } from '../clean.ts';
import { isNearIdentical, likeness, overlap, titleKey } from '../likeness.ts';
import { readName } from '../names.ts';
import type { FoundRecord } from './found-record.ts';

/** Something a record says that cannot be so if what the survey says is. */
export interface Contradiction {
  field: 'title' | 'authors' | 'arxiv' | 'doi' | 'date';
  /** What the survey says, and where it is said. */
  stated: string;
  found: string;
}

/** Years between which one paper may be dated by two sources: it is posted in one and printed in the next. */
const yearsApart = 1;
/** Days by which sources differ on the day of one event. */
const daysApart = 3;
const millisecondsOfDay = 86_400_000;

/** What speaks against a record's being of this paper. What was only inferred of the paper is no argument. */
export function contradictions(work: Work, record: FoundRecord): Contradiction[] {
  const found: Contradiction[] = [];
  const { title } = work;
  if (title.from.kind !== 'inferred' && record.title !== undefined && !sameTitle(work, record)) {
    found.push({
      field: 'title',
      stated: quoted(title.value.source, title.from),
      found: `“${record.title}”`,
    });
  }
  const { authors, issued } = work.fields;
  const names = authors?.value.names.map(({ literal }) => literal) ?? [];
  if (
    authors !== undefined &&
    names.length > 0 &&
    record.authors.length > 0 &&
    sharedSurname(work, record) === undefined
  ) {
    found.push({
      field: 'authors',
      stated: quoted(names.join(', '), authors.from),
      found: `“${record.authors.join(', ')}”`,
    });
  }
  for (const scheme of ['arxiv', 'doi'] as const) {
    const own = work.identifiers.find(({ value }) => value.scheme === scheme);
    const other = record.identifiers.find((each) => each.scheme === scheme)?.value;
    if (own !== undefined && other !== undefined && own.value.value !== other)
      found.push({
        field: scheme,
        stated: `${own.value.value} (${placeOf(own.from)})`,
        found: other,
      });
  }
  if (
    issued !== undefined &&
    record.date !== undefined &&
    !canBeOneDate(issued.value, record.date)
  ) {
    const day = issued.value.yearInferred
      ? issued.value.iso.slice('2025-'.length)
      : issued.value.iso;
    found.push({ field: 'date', stated: `${day} (${placeOf(issued.from)})`, found: record.date });
  }
  return found;
}

/** What speaks for a record with the title of a paper; undefined when nothing else agrees. */
export function support(work: Work, record: FoundRecord): string | undefined {
  const surname = sharedSurname(work, record);
  if (surname !== undefined) return `the author ${surname}`;
  const { issued, abstract } = work.fields;
  const year = issued?.value.yearInferred === false ? issued.value.iso.slice(0, 4) : undefined;
  if (year !== undefined && record.date?.startsWith(year)) return `the year ${year}`;
  if (abstract !== undefined && record.abstract !== undefined) {
    const own = { likeness: likeness(abstract.value.rich), truncated: work.truncated };
    const other = { likeness: likeness(text(record.abstract).rich), truncated: false };
    if (isNearIdentical(own, other)) return 'the abstract';
  }
  return undefined;
}

/** True when a record has the title of a paper, case, accents, punctuation and TeX aside. */
export function sameTitle(work: Work, record: FoundRecord): boolean {
  const own = titleKey(work.title.value.rich);
  return [record.title, record.shortTitle].some(
    (title) => title !== undefined && titleKey(text(title).rich) === own,
  );
}

/** From here on two titles may be of one paper: by what they share, or by how much of the shorter is in the longer. */
const alike = { resemblance: 0.5, containment: 0.9 };

/** True when a record's title has much of a paper's title in it, or the other way round. */
export function resembles(work: Work, record: FoundRecord): boolean {
  if (record.title === undefined) return false;
  const { resemblance, containment } = overlap(
    likeness(work.title.value.rich),
    likeness(text(record.title).rich),
  );
  return resemblance >= alike.resemblance || containment >= alike.containment;
}

function text(source: string): TextValue {
  return textValue(source, [], { file: '' });
}

/** A family name that both print, as the record has it. */
function sharedSurname(work: Work, record: FoundRecord): string | undefined {
  const own = new Set(
    work.fields.authors?.value.names.map((name) => fold(name.family ?? name.literal)),
  );
  return record.authors
    .flatMap((printed) => readName(printed) ?? [])
    .map((name) => name.family ?? name.literal)
    .find((surname) => own.has(fold(surname)));
}

/** A year that is known must be near; of a date whose year was inferred, month and day must be those of the record. */
function canBeOneDate(
  { iso, yearInferred }: { iso: string; yearInferred: boolean },
  found: string,
): boolean {
  if (!yearInferred)
    return Math.abs(Number(iso.slice(0, 4)) - Number(found.slice(0, 4))) <= yearsApart;
  if (found.length < '2025-07-23'.length) return true;
  const printed = Date.parse(`${found.slice(0, 4)}${iso.slice(4)}`);
  return Math.abs(printed - Date.parse(found)) <= daysApart * millisecondsOfDay;
}

function quoted(value: string, from: Provenance): string {
  return `“${value}” (${placeOf(from)})`;
}

/** `002.txt:12`, `content/corrections/by-hand.yaml:3`. */
function placeOf(from: Provenance): string {
  switch (from.kind) {
    case 'seed':
      return `seeds/${from.seed}:${from.lines[0]}`;
    case 'correction':
      return `content/${from.file}:${from.line}`;
    case 'inferred':
      return from.basis === undefined ? 'inferred' : placeOf(from.basis);
    default:
      return from satisfies never;
  }
}
