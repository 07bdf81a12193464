import type { Survey } from '../model/index.ts';
import { buildSurvey } from '../pipeline/index.ts';
import { surveyFolders } from './folders.ts';
import { readSurveyInput } from './input.ts';

let current: Promise<Survey> | undefined;

/**
 * The survey made from `seeds/` and `content/`, read once for a process.
 *
 * @throws ContentError when a file under `content/` cannot be used
 */
export function getSurvey(): Promise<Survey> {
  current ??= loadSurvey();
  return current;
}

async function loadSurvey(): Promise<Survey> {
  return buildSurvey(await readSurveyInput(surveyFolders()));
}
