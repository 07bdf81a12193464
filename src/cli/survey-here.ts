import { existsSync } from 'node:fs';
import { surveyFolders } from '../loaders/index.ts';
import { Refusal } from './refusal.ts';

/**
 * Stops a command in a folder that holds no survey, where it would make an empty one of nothing.
 *
 * @throws Refusal when there is neither a seeds nor a content folder
 */
export function refuseNoSurvey(): void {
  const { root, seeds, content } = surveyFolders();
  if (existsSync(seeds) || existsSync(content)) return;
  throw new Refusal(
    `There is no survey in ${root}: ${seeds} was expected to hold listings of papers. Go to the folder that holds seeds/, or begin one: florilegium new my-survey listing.bib`,
  );
}
