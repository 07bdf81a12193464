import { closest, distance } from 'fastest-levenshtein';
import { z } from 'zod';
import {
  type Decision,
  type PaperName,
  type RowProblem,
  screeningStages,
  type ScreeningStage,
  type Verdict,
  verdicts,
} from '../model/index.ts';
import { fold } from '../text/index.ts';
import columnNames from './column-names.json' with { type: 'json' };
import { csvColumns } from '../writers/index.ts';
import { readTable, type Table } from './table.ts';
import values from './values.json' with { type: 'json' };

const NAMED_BY = ['permalink', 'doi', 'arxiv', 'pmid', 'paper', 'url', 'title'] as const;
const columnKeys = [...NAMED_BY, 'stage', 'verdict', 'reason', 'note', 'reviewer'] as const;

/** A column that the program knows: `doi`, `reason`. */
export type ColumnKey = (typeof columnKeys)[number];

/** `titleabstract` for `Title / Abstract`. */
const bare = (text: string) => fold(text).replaceAll(' ', '');

const columnsByName = new Map<string, ColumnKey>(
  columnKeys.flatMap((key) => columnNames[key].map((name) => [name, key] as const)),
);

/** The column that a table means by a name; undefined for one of its own. */
export const columnOf = (name: string): ColumnKey | undefined => columnsByName.get(bare(name));

const byValue = <T extends string>(
  names: Readonly<Record<T, readonly string[]>>,
  all: readonly T[],
) => new Map(all.flatMap((value) => names[value].map((name) => [name, value] as const)));
const stagesByName = byValue<ScreeningStage>(values.stage, screeningStages);
const verdictsByName = byValue<Verdict>(values.verdict, verdicts);

/** The stage that a table means: `full-text` for `Full text review`. */
export const stageOf = (text: string): ScreeningStage | undefined => stagesByName.get(bare(text));

/** The verdict that a table means: `include` for `Relevant`. */
export const verdictOf = (text: string): Verdict | undefined =>
  text.trim() === '?' ? 'maybe' : verdictsByName.get(bare(text));

/** What was probably meant by a misspelt word, as a sentence; empty where more than a third of its letters are others. */
function nearest(text: string, names: ReadonlyMap<string, string>): string {
  const word = bare(text);
  const near = closest(word, [...names.keys()]);
  return distance(word, near) * 3 > near.length ? '' : ` The nearest is “${names.get(near)}”.`;
}

/** Whether the reason of an exclusion is that nobody could get hold of the text. */
export const isNotRetrieved = (reason: string): boolean =>
  values.notRetrieved.includes(bare(reason));

const optional = z
  .string()
  .optional()
  .transform((text) => (text === '' ? undefined : text));

/** A row by the names that the program has for its columns. */
const rowSchema = z.object({
  stage: optional.transform((text, context) => {
    if (text === undefined) return undefined;
    const stage = stageOf(text);
    if (stage === undefined)
      context.addIssue({
        code: 'custom',
        message: `the stage “${text}” is unknown`,
        params: {
          hint: `Write ${screeningStages.join(' or ')}, or leave it empty.${nearest(text, stagesByName)}`,
        },
      });
    return stage;
  }),
  verdict: z.string().transform((text, context) => {
    const verdict = verdictOf(text);
    if (verdict === undefined) {
      context.addIssue({
        code: 'custom',
        message: `the decision “${text}” is unknown`,
        params: {
          hint: `Write ${verdicts.join(', ')}, or nothing where none is taken.${nearest(text, verdictsByName)}`,
        },
      });
      return z.NEVER;
    }
    return verdict;
  }),
  reason: optional,
  note: optional,
  reviewer: optional,
});

/** What a row of a table says under each known column, and under its own. */
export interface RowCells {
  line: number;
  known: Partial<Record<ColumnKey, string>>;
  more: Record<string, string>;
}

/** What our own sets say of a paper, and not of the decision on it. */
const OF_PAPERS = new Set(
  csvColumns.filter((name) => !NAMED_BY.some((key) => key === columnOf(name))),
);

/**
 * The cells of a table by columns. Of two columns with one meaning the first counts, and the other stays one of its own. What
 * our own sets say of papers themselves is left out of them.
 */
function cellsOf({ header: all, rows }: Table): RowCells[] {
  const isOurs = csvColumns.every((name) => all.includes(name));
  const header = all.map((name) => (isOurs && OF_PAPERS.has(name) ? '' : name));
  const keys = header.map(columnOf);
  const isFirst = keys.map((key, index) => key !== undefined && keys.indexOf(key) === index);
  return rows.map(({ line, cells }) => {
    const row: RowCells = { line, known: {}, more: {} };
    header.forEach((name, index) => {
      const cell = cells[index] ?? '';
      const key = keys[index];
      if (key !== undefined && isFirst[index]) row.known[key] = cell;
      else if (name !== '' && cell !== '') row.more[name] = cell;
    });
    return row;
  });
}

/** The names that a row has for its paper, the surest first. */
export function namesOf({ known }: RowCells): PaperName[] {
  return NAMED_BY.flatMap((column): PaperName[] => {
    const value = known[column] ?? '';
    if (value === '') return [];
    if (column === 'paper') return [{ by: 'any', value }];
    return [{ by: column, value }];
  });
}

/** That a quotation mark took in the rows after it; nothing where each is closed. */
export const unclosedIn = ({ unclosed }: Pick<Table, 'unclosed'>): RowProblem[] =>
  unclosed === undefined
    ? []
    : [
        {
          line: unclosed,
          text: 'a quotation mark is never closed, so that all lines after it are one cell',
          hint: 'Close it, or write "" for a mark within a cell.',
        },
      ];

/** The rows of a table by columns, without one that a quotation mark made of several. */
export const wholeRows = (table: Table): RowCells[] =>
  cellsOf(table).filter(({ line }) => line !== table.unclosed);

/** Whether the name of a column is one that a table of decisions is known by. */
export const isColumnName = (name: string) => columnOf(name) !== undefined;

/**
 * The decisions in a table: one a row that has a decision. A row may name its paper in any of several columns; one that cannot
 * be read is a problem, and the others go on.
 *
 * @param file what decisions and messages call it: `decisions.csv`
 * @returns `isTable`, too: false where the first line names no column for the paper or the decision
 */
export function readDecisions(
  text: string,
  file: string,
): { isTable: boolean; decisions: Decision[]; problems: RowProblem[] } {
  const table = readTable(text, isColumnName);
  const columns = new Set(table.header.map(columnOf));
  const names = NAMED_BY.filter((column) => columns.has(column));
  if (!columns.has('verdict') || names.length === 0) {
    return {
      isTable: false,
      decisions: [],
      problems: [
        {
          line: 1,
          text: `the first line names no column for ${names.length === 0 ? 'the paper' : 'the decision'}; found were ${table.header.map((name) => `“${name}”`).join(', ') || 'none'}`,
          hint: 'Begin the file with the line: paper,stage,decision,reason,note,reviewer',
        },
      ],
    };
  }
  const decisions: Decision[] = [];
  const problems = unclosedIn(table);
  for (const row of wholeRows(table)) {
    // A paper that nobody has decided on yet.
    if ((row.known.verdict ?? '') === '') continue;
    const paper = namesOf(row);
    if (paper.length === 0) {
      problems.push({
        line: row.line,
        text: 'a decision without a paper',
        hint: `Name the paper under ${names.map((name) => `“${name}”`).join(' or ')}: by an identifier or its title.`,
      });
      continue;
    }
    const read = rowSchema.safeParse(row.known);
    if (read.success)
      decisions.push({ names: paper, ...read.data, more: row.more, file, line: row.line });
    else {
      for (const issue of read.error.issues) {
        const hint = issue.code === 'custom' ? String(issue.params?.['hint'] ?? '') : '';
        problems.push({ line: row.line, text: issue.message, hint });
      }
    }
  }
  return { isTable: true, decisions, problems };
}
