import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSurveyInput } from '../../src/loaders/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import { type SmallSurvey, smallSurvey } from '../site/small-survey.ts';

const subjects = ['stone bridges', 'honey bees', 'tide mills', 'glass lenses', 'pipe organs'];

/** Six papers on each subject. */
const list = subjects
  .flatMap((subject, at) =>
    Array.from(
      { length: 6 },
      (_, n) =>
        `@misc{p${at}n${n}, title = {On ${subject} of the ${n}th kind}, abstract = {Here ${subject} are seen, and more ${subject} are drawn.}, eprint = {2501.0${at}00${n}}, archiveprefix = {arXiv}}`,
    ),
  )
  .join('\n\n');

let survey: SmallSurvey;
beforeAll(async () => {
  survey = await smallSurvey();
  await survey.write('seeds/list.bib', list);
});
afterAll(() => survey.dispose());

async function built() {
  return buildSurvey(await readSurveyInput(survey.folders));
}

const assigned = ({ works }: Awaited<ReturnType<typeof built>>) =>
  new Map(works.map(({ permalink, themes }) => [permalink, themes.map(({ slug }) => slug)]));

describe('florilegium themes suggest', () => {
  it('writes drafts that put every paper where the suggestion had it', async () => {
    const before = await built();
    expect(before.themes.length).toBeGreaterThan(1);
    expect(before.themes.every((theme) => theme.suggested)).toBe(true);

    expect(await survey.florilegium('themes', 'suggest', '--dry-run')).toMatchObject({ code: 0 });
    expect(assigned(await built())).toEqual(assigned(before));
    expect((await built()).themes.every((theme) => theme.suggested)).toBe(true);

    expect(await survey.florilegium('themes', 'suggest')).toMatchObject({ code: 0 });
    const after = await built();
    expect(after.themes.some((theme) => theme.suggested)).toBe(false);
    expect(after.themes.map(({ label }) => label)).toEqual(before.themes.map(({ label }) => label));
    expect(assigned(after)).toEqual(assigned(before));
    expect(after.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('says when there is nothing to suggest, and leaves files alone', async () => {
    const files = await readdir(join(survey.folders.content, 'themes'));
    const { code, out } = await survey.florilegium('themes', 'suggest');
    expect(code).toBe(0);
    expect(out).toBe('Every paper stands in a theme; there is nothing to suggest.\n');
    expect(await readdir(join(survey.folders.content, 'themes'))).toEqual(files);
  });
});
