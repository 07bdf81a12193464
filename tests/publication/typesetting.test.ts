// @module-tag exports-whole
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSurveyInput, surveyFolders } from '../../src/loaders/index.ts';
import type { Survey } from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import { biblatex, bibtex } from '../../src/writers/index.ts';
import { isInstalled } from '../writers/program.ts';
import { madeUpRecords } from './made-up-records.ts';

// TeX with natbib, biblatex and biber, from a system's packages: where a program is missing its test is skipped, and says
// so in its name. TeX reads many files of its own, so that a loaded machine may need minutes.
const LONG = 600_000;

let survey: Survey;
let folder: string;

beforeAll(async () => {
  const input = await readSurveyInput(surveyFolders());
  const bytes = await readFile(join(import.meta.dirname, 'hard-names.bib'));
  const madeUp = madeUpRecords(200).map(({ entry }) => entry);
  const more = [
    { path: 'hard-names.bib', bytes },
    { path: 'made-up.bib', bytes: new TextEncoder().encode(madeUp.join('\n')) },
  ];
  survey = buildSurvey({ ...input, seeds: [...input.seeds, ...more] });
  folder = await mkdtemp(join(tmpdir(), 'florilegium-tex-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a program in the folder, and returns what it printed. */
async function run(program: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** A document that cites every paper in a sentence of its own. */
const documentOf = (preamble: string, end: string) => `\\documentclass{article}
${preamble}
\\begin{document}
${survey.works.map(({ citationKey }) => `See \\cite{${citationKey}}.`).join('\n')}
${end}
\\end{document}
`;

/** A test that needs programs. */
function withPrograms(programs: readonly string[], name: string, test: () => Promise<void>): void {
  const missing = programs.find((program) => !isInstalled(program));
  const title = missing === undefined ? name : `${name} (skipped: no ${missing} here)`;
  it.skipIf(missing !== undefined)(title, test, LONG);
}

/** Citations that TeX found nothing for. */
const undefinedIn = (log: string) => log.match(/Citation [`'][^']*'.*undefined/gu) ?? [];

describe('a document that cites every shipped paper, papers with hard names and made-up ones of every type', () => {
  withPrograms(['pdflatex', 'bibtex'], 'is set by pdfLaTeX with natbib and BibTeX', async () => {
    await writeFile(join(folder, 'works.bib'), bibtex.write(survey.works, survey));
    await writeFile(
      join(folder, 'natbib.tex'),
      documentOf(
        '\\usepackage[T1]{fontenc}\n\\usepackage{amsmath,amssymb,natbib,url}',
        '\\bibliographystyle{plainnat}\n\\bibliography{works}',
      ),
    );
    const latex = () => run('pdflatex', '-interaction=nonstopmode', '-halt-on-error', 'natbib.tex');
    await latex();
    const said = await run('bibtex', 'natbib');
    expect(said).not.toMatch(/error|I didn't find/iu);
    await latex();
    expect(undefinedIn(await latex())).toEqual([]);
  });

  withPrograms(
    ['lualatex', 'biber'],
    'is set by LuaLaTeX with biblatex and biber, non-Latin letters as they are',
    async () => {
      await writeFile(join(folder, 'all.bib'), biblatex.write(survey.works, survey));
      await writeFile(
        join(folder, 'biblatex.tex'),
        documentOf(
          '\\usepackage{amsmath,amssymb}\n\\usepackage{biblatex}\n\\addbibresource{all.bib}',
          '\\printbibliography',
        ),
      );
      const latex = () =>
        run('lualatex', '-interaction=nonstopmode', '-halt-on-error', 'biblatex.tex');
      await latex();
      expect(await run('biber', '--quiet', 'biblatex')).not.toMatch(/ERROR/u);
      await latex();
      expect(undefinedIn(await latex())).toEqual([]);
    },
  );
});
