import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import process from 'node:process';
import { InvalidArgumentError } from 'commander';
import { readSurveyInput, surveyFolders } from '../loaders/index.ts';
import { type Citable, type Decision, screeningStages, verdicts } from '../model/index.ts';
import { buildSurvey, formatMessage } from '../pipeline/index.ts';
import {
  type NamedDecision,
  readResults,
  stageOf,
  verdictOf,
  withDecisions,
  withoutDecisions,
} from '../screening/index.ts';
import { printable } from '../text/index.ts';
import { citableOf, csv, identifierOf, ris } from '../writers/index.ts';
import { Refusal } from './refusal.ts';
import { textIfThere } from './text-if-there.ts';

const TABLE = 'decisions.csv';

/** What an option means, by the names that tables have for it. */
function meant<T>(
  text: string | undefined,
  read: (text: string) => T | undefined,
  known: readonly string[],
): T | undefined {
  if (text === undefined) return undefined;
  const value = read(text);
  if (value !== undefined) return value;
  throw new InvalidArgumentError(`“${text}” is unknown; write ${known.join(' or ')}`);
}

/**
 * Writes the papers of the survey that nobody has decided on, for a program that people screen with.
 *
 * @throws InvalidArgumentError for a stage or a kind of file that is unknown
 */
export async function exportUndecided(
  file: string,
  { stage: said }: { stage?: string },
): Promise<void> {
  const stage = meant(said, stageOf, screeningStages);
  const writer = [ris, csv].find(
    ({ extension }) => extname(file).toLowerCase() === `.${extension}`,
  );
  if (writer === undefined) {
    throw new InvalidArgumentError(
      `“${file}” should end in .ris or .csv, which says what is written`,
    );
  }
  // Without a table of decisions nothing has been decided on yet but by corrections.
  const input = await readSurveyInput(surveyFolders());
  const survey = buildSurvey({ ...input, decisions: input.decisions ?? [] });
  const open = (survey.screening?.papers ?? []).filter(
    ({ outcome }) =>
      (outcome === 'unscreened' && stage !== 'full-text') ||
      (outcome === 'unassessed' && stage !== 'title-abstract'),
  );
  const permalinks = new Set(open.map(({ permalink }) => permalink));
  const works = survey.works.filter(({ permalink }) => permalinks.has(permalink));
  await writeFile(file, writer.write(works.map(citableOf), { site: survey.site }));
  process.stdout.write(`${file}: ${works.length} ${works.length === 1 ? 'paper' : 'papers'}\n`);
}

interface ImportOptions {
  stage?: string;
  decision?: string;
  reviewer?: string;
  dryRun?: boolean;
}

/**
 * Puts the decisions that files of screening programs hold behind those of `content/decisions.csv`, each with its paper by a
 * name that lasts. A decision that stands there already is left out.
 *
 * @throws Refusal when a file holds no decision
 */
export async function importResults(
  files: readonly string[],
  { stage, decision, reviewer, dryRun = false }: ImportOptions,
): Promise<void> {
  const told = {
    stage: meant(stage, stageOf, screeningStages),
    verdict: meant(decision, verdictOf, verdicts),
    reviewer,
  };
  const say = (text: string) => process.stdout.write(`${printable(text)}\n`);
  const imported: Decision[] = [];
  for (const file of files) {
    const bytes = await readFile(file);
    const results = readResults(bytes, basename(file), told);
    if (results.decisions.length === 0) throw new Refusal(withoutDecisions(file, bytes, results));
    const stages = new Set(results.decisions.map((each) => each.stage ?? 'the review as a whole'));
    say(
      `${file} (${results.tool}): ${results.decisions.length} decisions for ${[...stages].join(' and ')}, ${results.undecided} papers without one`,
    );
    for (const { line, text } of results.problems) say(`  ${file}:${line} ${text}`);
    imported.push(...results.decisions);
  }
  const folders = surveyFolders();
  const input = await readSurveyInput(folders);
  const isNew = new Set(imported);
  const survey = buildSurvey({
    ...input,
    decisions: [...(input.decisions ?? []), ...imported],
  });
  const works = new Map(survey.works.map((work) => [work.permalink, citableOf(work)]));
  const rows = (survey.screening?.papers ?? []).flatMap((paper) =>
    paper.decisions
      .filter(
        (each, index) =>
          isNew.has(each) && !paper.decisions.slice(0, index).some((other) => isSame(each, other)),
      )
      .map(({ names: _names, file: _file, line: _line, ...each }): NamedDecision => {
        const { title, left, permalink } = paper;
        return { ...each, title, paper: identifierIn(left ?? works.get(permalink ?? '')) ?? title };
      }),
  );
  const problems = survey.messages.filter(({ code }) => code.startsWith('decision'));
  for (const message of problems) say(`  ${formatMessage(message)}`);
  const path = join(folders.content, TABLE);
  const before = await textIfThere(path);
  if (!dryRun && rows.length > 0) {
    await writeFile(path, withDecisions(before === '' ? undefined : before, rows));
  }
  say(
    `content/${TABLE}: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'} ${dryRun ? 'would be added' : 'added'}`,
  );
}

const isSame = (a: Decision, b: Decision): boolean =>
  a.verdict === b.verdict &&
  (['stage', 'reason', 'note', 'reviewer'] as const).every((key) => a[key] === b[key]);

/** An identifier of a paper as a table of decisions has it; undefined where there is none. */
function identifierIn(work: Citable | undefined): string | undefined {
  if (work === undefined) return undefined;
  const [doi, arxiv, pmid] = (['doi', 'arxiv', 'pmid'] as const).map((scheme) =>
    identifierOf(work, scheme),
  );
  return doi ?? (arxiv && `arXiv:${arxiv}`) ?? (pmid && `PMID:${pmid}`);
}
