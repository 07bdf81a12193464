import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { readSurveyInput, surveyFolders } from '../loaders/index.ts';
import type { Survey, Theme } from '../model/index.ts';
import { buildSurvey, themeDraft } from '../pipeline/index.ts';
import { toPlain } from '../text/index.ts';

/**
 * Writes each suggested theme of the survey as a draft into `content/themes/`, where it is a theme like any other: its
 * rules put the same papers into it. A file that is there stays as it is.
 */
export async function suggest({ dryRun = false }: { dryRun?: boolean }): Promise<void> {
  const folders = surveyFolders();
  const survey = buildSurvey(await readSurveyInput(folders));
  const suggested = survey.themes.filter((theme) => theme.suggested);
  if (suggested.length === 0) {
    process.stdout.write(`${whyNone(survey)}\n`);
    return;
  }
  const folder = join(folders.content, 'themes');
  if (!dryRun) await mkdir(folder, { recursive: true });
  for (const theme of suggested) {
    const written = dryRun || (await writeDraft(join(folder, `${theme.slug}.mdx`), theme, survey));
    const papers = `${theme.works.length} ${theme.works.length === 1 ? 'paper' : 'papers'}`;
    process.stdout.write(
      written
        ? `content/themes/${theme.slug}.mdx: ${theme.label}, ${papers}\n`
        : `content/themes/${theme.slug}.mdx is there and stays as it is.\n`,
    );
  }
  if (!dryRun) {
    process.stdout.write(
      'Edit labels and scope notes, write the survey of each theme, and delete the files of themes you do not want.\n',
    );
  }
}

/** True when the draft was written, false when there is such a file. */
async function writeDraft(file: string, theme: Theme, survey: Survey): Promise<boolean> {
  const works = new Map(survey.works.map((work) => [work.permalink, work]));
  const scoreIn = (permalink: string) =>
    works.get(permalink)?.themes.find(({ slug }) => slug === theme.slug)?.score ?? 0;
  const papers = theme.works
    .toSorted((a, b) => scoreIn(b) - scoreIn(a))
    .flatMap((permalink) => {
      const work = works.get(permalink);
      return work ? [{ permalink, title: toPlain(work.title.value.rich) }] : [];
    });
  try {
    await writeFile(file, themeDraft(theme, papers), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function whyNone({ works, themes }: Survey): string {
  const without = works.filter((work) => work.themes.length === 0).length;
  if (works.length === 0) return 'There is no paper to suggest a theme for.';
  if (without === 0) return 'Every paper stands in a theme; there is nothing to suggest.';
  return themes.length === 0
    ? 'The papers are too few, or too much alike, to suggest themes.'
    : `${without} ${without === 1 ? 'paper stands' : 'papers stand'} in no theme: too few, or too much alike, to suggest more.`;
}
