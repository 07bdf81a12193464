import { type Decision, given, type ScreeningStage, type Verdict } from '../model/index.ts';
import { collapse } from '../text/index.ts';
import { decisionInNote } from './decision-note.ts';
import { namesOf, readDecisions } from './decisions.ts';
import { type Row, rowsOfFile } from './file-rows.ts';

/** What the file of a screening program does not say itself. */
export interface Told {
  stage?: ScreeningStage | undefined;
  verdict?: Verdict | undefined;
  reviewer?: string | undefined;
}

/** The decisions in a file of a screening program. */
export interface ToolResults {
  /** `Rayyan`, `Covidence`, `ASReview`, `table` */
  tool: string;
  decisions: Decision[];
  /** Papers that nobody has decided on there. */
  undecided: number;
  problems: { line: number; text: string; hint?: string }[];
}

/** What a program wrote about one paper. */
type Said = Pick<Decision, 'verdict' | 'stage' | 'reason' | 'note' | 'reviewer'> & {
  more?: Record<string, string>;
};

/** What people look at in these programs, unless it is said otherwise. */
const LOOKED_AT: ScreeningStage = 'title-abstract';

/** A program, by what its exports have, and how they say what was decided. */
interface Tool {
  name: string;
  /** Whether a file is one of it. */
  wrote(header: readonly string[], rows: readonly Row[]): boolean;
  said(row: Row, told: Told): Said[];
}

/**
 * Rayyan: the field of notes holds `RAYYAN-INCLUSION: {"Ann"=>"Included"} | RAYYAN-LABELS: … | RAYYAN-EXCLUSION-REASONS: … |
 * USER-NOTES: {"Ann"=>["…"]}` (Rayyan Help, “Understanding Your Rayyan Export Files”).
 */
const rayyan: Tool = {
  name: 'Rayyan',
  wrote: (_, rows) => rows.some(({ notes }) => notes.some((note) => note.includes('RAYYAN-'))),
  said({ notes }, { stage = LOOKED_AT }) {
    const parts = new Map(
      Array.from(notes.join(' | ').matchAll(RAYYAN_PART), ([, name = '', text = '']) => [
        name,
        text,
      ]),
    );
    const notesOf = new Map(pairsOf(parts.get('USER-NOTES') ?? ''));
    const all = listed(parts.get('RAYYAN-LABELS'));
    const labels = all.filter((label) => !label.startsWith(REASON_LABEL)).join(',');
    const reasons = [
      ...listed(parts.get('RAYYAN-EXCLUSION-REASONS')),
      ...all.flatMap((label) => label.split(REASON_LABEL)[1] ?? []),
    ].join('; ');
    return pairsOf(parts.get('RAYYAN-INCLUSION') ?? '').flatMap(([reviewer, text]): Said[] => {
      const verdict = RAYYAN_VERDICTS[text.toLowerCase()];
      if (verdict === undefined) return [];
      return [
        {
          verdict,
          stage,
          reviewer,
          reason: verdict === 'exclude' ? reasons : undefined,
          note: notesOf.get(reviewer),
          ...(labels === '' ? {} : { more: { Labels: labels } }),
        },
      ];
    });
  },
};
/** What labels begin with that are reasons, as Rayyan keeps them. */
const REASON_LABEL = '__EXR__';
const listed = (text = '') =>
  text
    .split(',')
    .map(collapse)
    .filter((each) => each !== '');
/** `RAYYAN-LABELS: a,b` up to the next part */
const RAYYAN_PART =
  /(RAYYAN-INCLUSION|RAYYAN-LABELS|RAYYAN-EXCLUSION-REASONS|USER-NOTES)\s*:\s*(.*?)\s*(?=\|\s*(?:RAYYAN-[A-Z-]+|USER-NOTES)\s*:|$)/gs;
const RAYYAN_VERDICTS: Readonly<Record<string, Verdict>> = {
  included: 'include',
  excluded: 'exclude',
  maybe: 'maybe',
  true: 'include',
  false: 'exclude',
};
/** `"Ann"=>"Included"`, `"Ann"=>true`, `"Ann"=>["one note", "another"]` */
const PAIR =
  /"((?:[^"\\]|\\.)*)"\s*=>\s*(?:"((?:[^"\\]|\\.)*)"|\[((?:"(?:[^"\\]|\\.)*"|[^\]"])*)\]|(true|false))/g;
const QUOTED = /"((?:[^"\\]|\\.)*)"/g;
const pairsOf = (text: string) =>
  Array.from(text.matchAll(PAIR), ([, name = '', one, many, word]): [string, string] => [
    unescaped(name),
    one === undefined
      ? (word ??
        Array.from((many ?? '').matchAll(QUOTED), ([, each = '']) => unescaped(each)).join('; '))
      : unescaped(one),
  ]);
const unescaped = (text: string) => text.replace(/\\(.)/g, '$1');

/**
 * ASReview LAB: `asreview_label` is 1 or 0 and empty for what was not seen, `included` in older versions; in RIS a note says
 * `ASReview_relevant` or `ASReview_irrelevant` (ASReview documentation, “Progress and results”).
 */
const asreview: Tool = {
  name: 'ASReview',
  wrote: (header, rows) =>
    header.some((name) => /^asreview_/i.test(name)) ||
    rows.some(({ notes }) => notes.some((note) => ASREVIEW_NOTE.test(note))),
  said({ known, more, notes }, { stage = LOOKED_AT, reviewer }) {
    const label = more['asreview_label'] ?? known.verdict ?? '';
    const tag = notes.flatMap((note) => ASREVIEW_NOTE.exec(note)?.[1] ?? [])[0];
    const verdict: Verdict | undefined =
      tag === 'relevant' || /^1(?:\.0)?$/.test(label)
        ? 'include'
        : tag === 'irrelevant' || /^0(?:\.0)?$/.test(label)
          ? 'exclude'
          : undefined;
    if (verdict === undefined) return [];
    // The tag of RIS stands in a note itself.
    const own = tag === undefined ? known.note : undefined;
    const note = more['asreview_note'] ?? more['exported_notes_1'] ?? own;
    return [{ verdict, stage, note, reviewer: more['asreview_user_name'] ?? reviewer }];
  },
};
const ASREVIEW_NOTE = /\bASReview_(relevant|irrelevant|not_seen)\b/;

/**
 * Covidence: one file a list, whose name says which (`review_1_excluded_csv_2026.csv`); the notes of what was excluded in full
 * text begin with `Exclusion reason: …;`.
 */
const covidence: Tool = {
  name: 'Covidence',
  wrote: (header, rows) =>
    header.some((name) => /^Covidence ?#$/i.test(name)) ||
    rows.some(({ notes }) => notes.some((note) => COVIDENCE_REASON.test(note))),
  said({ more, notes }, { stage, verdict, reviewer }) {
    const text = notes.join(' ');
    const [found, reason] = COVIDENCE_REASON.exec(text) ?? [];
    const isFull = reason !== undefined;
    const taken = verdict ?? (isFull ? 'exclude' : undefined);
    if (taken === undefined) return [];
    const rest = collapse(found === undefined ? text : text.replace(found, ''));
    const tags = more['Tags'] ?? '';
    return [
      {
        verdict: taken,
        stage: stage ?? (isFull ? 'full-text' : undefined),
        reason,
        note: rest === '' ? undefined : rest,
        reviewer,
        ...(tags === '' ? {} : { more: { Tags: tags } }),
      },
    ];
  },
};
/** `Exclusion reason: Wrong population; ` */
const COVIDENCE_REASON = /Exclusion reason:\s*([^;]+?)\s*(?:;\s*|$)/i;

/** What the name of a file of Covidence says of the papers in it. */
const covidenceLists: readonly (readonly [RegExp, Told])[] = [
  [/_irrelevant_/i, { stage: 'title-abstract', verdict: 'exclude' }],
  [/_select_/i, { stage: 'title-abstract', verdict: 'include' }],
  [/_excluded_/i, { stage: 'full-text', verdict: 'exclude' }],
  [/_included_/i, { stage: 'full-text', verdict: 'include' }],
];

/** Our own sets of papers, in RIS and BibTeX. */
const ours: Tool = {
  name: 'Florilegium',
  wrote: (_, rows) => rows.some(({ notes }) => notes.some(decisionInNote)),
  said({ notes }, { stage, reviewer }) {
    const decision = notes.map(decisionInNote).findLast((each) => each !== undefined);
    return decision === undefined
      ? []
      : [
          {
            ...decision,
            stage: decision.stage ?? stage,
            reviewer: decision.reviewer ?? reviewer,
          },
        ];
  },
};

const tools: readonly Tool[] = [rayyan, asreview, covidence, ours];

/**
 * The decisions in a file that a screening program wrote, as CSV or as references (RIS, BibTeX, EndNote): of Rayyan, Covidence and ASReview, or a table such
 * as `content/decisions.csv`.
 *
 * @param name of the file; that of Covidence says what its papers are
 * @param told what holds for all of its papers, where the file does not say
 */
export function readResults(bytes: Uint8Array, name: string, told: Told = {}): ToolResults {
  const { text, label, header, rows, problems: unread } = rowsOfFile(bytes, name);
  const tool = tools.find(({ wrote }) => wrote(header ?? [], rows));
  if (tool === undefined && header !== undefined && told.verdict === undefined) {
    const { decisions, problems } = readDecisions(text, name);
    const filled = decisions.map((decision) => ({
      ...decision,
      stage: decision.stage ?? told.stage,
      reviewer: decision.reviewer ?? told.reviewer,
    }));
    const undecided = rows.length - decisions.length - problems.length;
    return { tool: 'table', decisions: filled, undecided: Math.max(0, undecided), problems };
  }
  const list = covidenceLists.find(([pattern]) => pattern.test(name))?.[1] ?? {};
  const all = { ...(tool === covidence ? list : {}), ...given(told) };
  const { verdict, stage, reviewer } = all;
  const plain = ({ known: { note } }: Row): Said[] =>
    verdict === undefined ? [] : [{ verdict, stage, reviewer, note: note || undefined }];
  const problems: ToolResults['problems'] = [...unread];
  const decisions: Decision[] = [];
  let undecided = 0;
  for (const row of rows) {
    const names = namesOf(row);
    const said = tool === undefined ? plain(row) : tool.said(row, all);
    if (names.length === 0) problems.push({ line: row.line, text: 'a record without a title' });
    else if (said.length === 0) undecided += 1;
    else {
      decisions.push(
        ...said.map(({ more = {}, ...each }) => ({
          names,
          ...each,
          reason: trimmed(each.reason),
          note: trimmed(each.note),
          reviewer: trimmed(each.reviewer),
          more,
          file: name,
          line: row.line,
        })),
      );
    }
  }
  return { tool: tool?.name ?? label, decisions, undecided, problems };
}

/** As the table of decisions is read back: without blanks around it, and not there where it is empty. */
const trimmed = (text: string | undefined) => text?.trim() || undefined;
