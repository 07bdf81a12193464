import type {
  FromCorrection,
  Identifier,
  LeftText,
  Lines,
  MathNode,
  Observation,
  SourceRecord,
  Work,
} from '../model/index.ts';
import { shownTexts } from '../pipeline/index.ts';
import { mathSpans } from '../text/index.ts';
import { seedText } from './seed-text.ts';
import type { SurveyView } from '../view/index.ts';
import type { PageWords } from '../words/index.ts';

/** A field as its seed prints it. */
export interface PrintedField {
  /** The survey's name of the field, or the format's own where the survey has none: `keywords`. */
  name: string;
  value: string;
  lines: Lines;
}

/** A source record with its fields in the order of the file. */
export interface PrintedRecord {
  record: SourceRecord;
  /** What the source calls itself: `Hugging Face paper search`. */
  label: string;
  fields: PrintedField[];
}

/** Everything the seeds print about a paper. */
export async function printedRecords(work: Work, view: SurveyView): Promise<PrintedRecord[]> {
  const printed: PrintedRecord[] = [];
  for (const key of work.records) {
    const record = view.survey.records.get(key);
    if (!record) continue;
    const text = await seedText(record.seed);
    printed.push({
      record,
      label: view.words.listing(view.seeds.get(record.seed)?.label ?? record.format),
      fields: record.raw.fields
        .filter(({ name }) => name !== 'private')
        .sort((a, b) => a.span.start - b.span.start)
        .map(({ name, label, value, span }) => ({
          name: label ?? name,
          value,
          lines: text.lines(span),
        })),
    });
  }
  return printed;
}

/** One correction and the fields of a paper that it sets. */
export interface AppliedCorrection {
  from: FromCorrection;
  fields: string[];
}

/** Every sourced value of a paper under the name pages give its field. */
function* sourced(
  work: Work,
  words: PageWords,
): Generator<[name: string, from: Observation['from']]> {
  yield [words.field('title'), work.title.from];
  for (const [name, value] of Object.entries(work.fields)) yield [words.field(name), value.from];
  for (const { value, from } of work.identifiers) yield [words.field(value.scheme), from];
}

export function correctionsOf(work: Work, words: PageWords): AppliedCorrection[] {
  const applied = new Map<string, AppliedCorrection>();
  for (const [name, from] of sourced(work, words)) {
    if (from.kind !== 'correction') continue;
    const key = `${from.file}:${from.line}`;
    const known = applied.get(key);
    if (!known) applied.set(key, { from, fields: [name] });
    else if (!known.fields.includes(name)) known.fields.push(name);
  }
  return [...applied.values()];
}

/** Fields that a rule worked out, each with the rule. */
export function inferencesOf(work: Work, words: PageWords): { field: string; rule: string }[] {
  const inferred: { field: string; rule: string }[] = [];
  for (const [field, from] of sourced(work, words)) {
    if (from.kind === 'inferred') inferred.push({ field, rule: from.rule });
  }
  return inferred;
}

/** Formulas of title and abstract, in order. */
export function formulasOf(work: Work): MathNode[] {
  return shownTexts(work).flatMap(({ text }) => mathSpans(text.value.rich));
}

/** What of title and abstract looks like a stripped formula and is left as printed. */
export function leftOf(work: Work): LeftText[] {
  return shownTexts(work).flatMap(({ text }) => text.value.left ?? []);
}

/** What a paper page says of formulas that came from a listing without its TeX. */
export interface Reconstruction {
  /** `Math reconstructed: 9 of 11 formulas rebuilt from a listing that had lost its TeX; 2 left as printed there.` */
  sentence: string;
  /** Seed that prints the text. */
  seed: string;
  /** Page of the paper elsewhere, where it has one. */
  original?: Identifier;
}

/** Where formulas of title or abstract were reconstructed, or left for want of certainty; else undefined. */
export function reconstructionOf(work: Work, words: PageWords): Reconstruction | undefined {
  const texts = shownTexts(work).filter(
    ({ text: { value } }) =>
      value.left !== undefined || mathSpans(value.rich).some(({ origin }) => origin === 'repaired'),
  );
  const from = texts.at(-1)?.text.from;
  if (from?.kind !== 'seed') return undefined;
  const rebuilt = formulasOf(work).filter(({ origin }) => origin === 'repaired').length;
  const left = leftOf(work).length;
  const total = formulasOf(work).length + left;
  const original = work.identifiers[0]?.value;
  return {
    sentence:
      rebuilt === 0 ? words.math.notRebuilt(left) : words.math.rebuilt(rebuilt, left, total),
    seed: from.seed,
    ...(original === undefined ? {} : { original }),
  };
}

/** `3 formulas, all intact`; `12 formulas, 9 reconstructed, 3 left as printed`. */
export function formulasInWords(
  formulas: readonly MathNode[],
  left: readonly LeftText[],
  words: PageWords,
): string {
  const { comma, math } = words;
  if (left.length > 0) {
    const made = formulas.length === 0 ? '' : `${formulasInWords(formulas, [], words)}${comma}`;
    return made + math.left(left.length);
  }
  const total = math.formulas(formulas.length);
  const origins = (['intact', 'mended', 'repaired'] as const)
    .map((origin) => ({ origin, n: formulas.filter((node) => node.origin === origin).length }))
    .filter(({ n }) => n > 0);
  const [only] = origins;
  if (origins.length === 1 && only) return math.all(total, formulas.length, math[only.origin]);
  return [total, ...origins.map(({ origin, n }) => `${n} ${math[origin]}`)].join(comma);
}

/** What a source says about its own users or badges: `3 comments`, `score 82.7`. */
export function remarkInWords({ field, value }: Observation, words: PageWords): string {
  const say = words.provenance;
  const isNumber = /^\d+$/.test(value);
  switch (field) {
    case 'comments':
      return isNumber ? say.comments(Number(value)) : say.commentsAre(value);
    case 'upvotes':
      return isNumber ? say.upvotes(Number(value)) : say.upvotesAre(value);
    case 'has_code':
      return say.hasCode;
    case 'author_count':
      return isNumber ? say.authorCount(Number(value)) : value;
    default:
      return `${words.field(field)} ${value}`;
  }
}
