import type { IsoDate, Name, Provenance, TextValue, Work, WorkDate } from '../../model/index.ts';
import { fold, words } from '../../text/index.ts';
import {
  textValue,
  isNearIdentical,
  likeness,
  overlap,
  titleKey,
  readName,
} from '../reading/index.ts';
import { statedDate } from './gaps.ts';
import type { FoundRecord } from './found-record.ts';

/** Something a record says that cannot be so if what the survey says is. */
export interface Contradiction {
  field: 'title' | 'authors' | 'arxiv' | 'doi' | 'date';
  /** What the survey says, and where it is said. */
  stated: string;
  found: string;
  /** True when the record must be of another paper; false when only this value cannot be taken from it. */
  isOther: boolean;
}

/** Years between which one paper may be dated by two sources: it is posted in one and printed in the next. */
const yearsApart = 1;
/** Days by which sources differ on the day of one event. */
const daysApart = 3;
const millisecondsOfDay = 86_400_000;

/** What speaks against a record's being of this paper, or against a value in it. What was only inferred of the paper is no argument. */
export function contradictions(work: Work, record: FoundRecord): Contradiction[] {
  const found: Contradiction[] = [];
  const { title } = work;
  if (title.from.kind !== 'inferred' && record.title !== undefined && !sameTitle(work, record)) {
    found.push({
      field: 'title',
      stated: quoted(title.value.source, title.from),
      found: `“${record.title}”`,
      isOther: true,
    });
  }
  found.push(...contradictedAuthors(work, record));
  for (const scheme of ['arxiv', 'doi'] as const) {
    const own = work.identifiers.find(({ value }) => value.scheme === scheme);
    const other = record.identifiers.find((each) => each.scheme === scheme)?.value;
    if (own === undefined || other === undefined || own.value.value === other) continue;
    const stated = `${own.value.value} (${placeOf(own.from)})`;
    found.push({ field: scheme, stated, found: other, isOther: true });
  }
  const issued = statedDate(work);
  if (
    issued !== undefined &&
    record.date !== undefined &&
    !canBeOneDate(issued.value, record.date)
  ) {
    const { iso, yearInferred } = issued.value;
    const stated = `${yearInferred ? iso.slice('2025-'.length) : iso} (${placeOf(issued.from)})`;
    // Two dates can be of two events in the life of one paper.
    found.push({ field: 'date', stated, found: record.date, isOther: false });
  }
  return found;
}

/** Nobody in common speaks for another paper; a name that is missing, or another number of them, against the list. */
function contradictedAuthors({ fields }: Work, record: FoundRecord): Contradiction[] {
  const { authors } = fields;
  if (authors === undefined || record.authors.length === 0) return [];
  const { names, more, count } = authors.value;
  const theirs = surnamesIn(record);
  const shared = names.filter((name) => theirs.has(surnameOf(name)));
  const isOther = names.length > 0 && shared.length === 0;
  const isShorter = more && shared.length < names.length;
  const isCountedOtherwise = count !== undefined && count !== record.authors.length;
  if (!isOther && !isShorter && !(isCountedOtherwise && (more || names.length === 0))) return [];
  const printed = names.map(({ literal }) => literal).join(', ');
  const stated = isCountedOtherwise ? [`${count} authors`, printed] : [printed];
  return [
    {
      field: 'authors',
      stated: quoted(stated.filter((part) => part !== '').join(': '), authors.from),
      found: `“${record.authors.join(', ')}”`,
      isOther,
    },
  ];
}

/** What speaks for a record with the title of a paper; undefined when nothing else agrees. */
export function support(work: Work, record: FoundRecord): string | undefined {
  const { authors, abstract } = work.fields;
  const issued = statedDate(work);
  const theirs = surnamesIn(record);
  const shared = authors?.value.names.map((name) => theirs.get(surnameOf(name))).find(Boolean);
  if (shared !== undefined) return `the author ${shared}`;
  const year = issued?.value.yearInferred === false ? issued.value.iso.slice(0, 4) : undefined;
  if (year !== undefined && record.date?.startsWith(year)) return `the year ${year}`;
  if (abstract !== undefined && record.abstract !== undefined) {
    const stated = { likeness: likeness(abstract.value.rich), truncated: work.truncated };
    const other = { likeness: likeness(text(record.abstract).rich), truncated: false };
    if (isNearIdentical(stated, other)) return 'the abstract';
  }
  return undefined;
}

/** The date a record gives a paper: of one whose year was inferred, month and day stay as they are printed. */
export function dateFrom(issued: WorkDate | undefined, found: IsoDate): IsoDate {
  if (issued === undefined || issued.iso.length < dayLength || found.length < dayLength)
    return found;
  return nearestTo(found, issued.iso.slice(4)) ?? found;
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

/** The last word of a family name, folded: not everybody prints `García Márquez` as one name. */
function surnameOf(name: Name): string {
  const { family, literal } = name;
  return family === undefined ? fold(literal) : (words(family).at(-1) ?? '');
}

/** The authors of a record by surname, each as printed. */
function surnamesIn({ authors }: FoundRecord): Map<string, string> {
  return new Map(
    authors.map((printed) => [surnameOf(readName(printed) ?? { literal: printed }), printed]),
  );
}

const monthLength = '2025-07'.length;
const dayLength = '2025-07-23'.length;

/** A year that is known must be near; of a date whose year was inferred, month and day must be those of the record. */
function canBeOneDate({ iso, yearInferred }: WorkDate, found: IsoDate): boolean {
  if (!yearInferred) {
    const years = Number(iso.slice(0, 4)) - Number(found.slice(0, 4));
    return Math.abs(years) <= yearsApart;
  }
  if (found.length < monthLength) return true;
  if (found.length < dayLength || iso.length < dayLength)
    return found.slice(4, monthLength) === iso.slice(4, monthLength);
  return nearestTo(found, iso.slice(4)) !== undefined;
}

/** The date with a month and day that is within days of another: 2024-12-31 for 2025-01-01 and `-12-31`. */
function nearestTo(day: IsoDate, monthAndDay: string): IsoDate | undefined {
  const year = Number(day.slice(0, 4));
  return [year, year - 1, year + 1]
    .map((each) => `${each}${monthAndDay}`)
    .find((each) => Math.abs(Date.parse(each) - Date.parse(day)) <= daysApart * millisecondsOfDay);
}

function quoted(value: string, from: Provenance): string {
  return `“${value}” (${placeOf(from)})`;
}

/** `seeds/002.txt:12`, `content/corrections/by-hand.yaml:3`. */
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
