import process from 'node:process';
import { InvalidArgumentError } from 'commander';
import { readSurveyInput, surveyFolders } from '../loaders/index.ts';
import type { Changes, Edition } from '../model/index.ts';
import { buildSurvey, compareEditions, editionOf } from '../pipeline/index.ts';

/**
 * Prints what one edition has that an earlier one had not, or what the survey has that an edition had not.
 *
 * @throws InvalidArgumentError for an edition that was never released, or a later one before an earlier one
 */
export async function changes(
  from: string,
  to: string | undefined,
  { json }: { json?: true },
): Promise<void> {
  const survey = buildSurvey(await readSurveyInput(surveyFolders()));
  const names = survey.editions.map(({ edition }) => edition);
  const named = (name: string): Edition => {
    const found = survey.editions.find(({ edition }) => edition === name);
    if (found !== undefined) return found;
    const released = names.length === 0 ? 'none was' : `released are ${names.join(', ')}`;
    throw new InvalidArgumentError(`the edition ${name} was never released; ${released}`);
  };
  const before = named(from);
  const after = to === undefined ? editionOf(survey, '') : named(to);
  if (to !== undefined && names.indexOf(to) < names.indexOf(from)) {
    throw new InvalidArgumentError(`${to} is before ${from}; name the earlier edition first`);
  }
  const found = compareEditions(before, after);
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : inWords(found));
}

/** One line a change. */
function inWords({ themes, ...papers }: Changes): string {
  const lines = [
    ...papers.added.map(({ permalink, title }) => `added ${permalink} “${title}”`),
    ...papers.changed.map(
      ({ permalink, title, fields }) => `changed ${permalink} “${title}”: ${fields.join(', ')}`,
    ),
    ...papers.merged.map(
      ({ permalink, title, into }) => `merged ${permalink} “${title}” into ${into}`,
    ),
    ...papers.withdrawn.map(
      ({ permalink, title, reason }) => `withdrawn ${permalink} “${title}”: ${reason}`,
    ),
    ...papers.returned.map(({ permalink, title }) => `returned ${permalink} “${title}”`),
    ...papers.dropped.map(({ permalink, title }) => `dropped ${permalink} “${title}”`),
    ...(['added', 'changed', 'removed'] as const).flatMap((kind) =>
      themes[kind].map(({ slug, label }) => `theme ${kind} ${slug} “${label}”`),
    ),
  ];
  return lines.length === 0 ? 'Nothing differs.\n' : `${lines.join('\n')}\n`;
}
