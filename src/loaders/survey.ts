import type { Survey } from '../model/index.ts';
import { buildSurvey } from '../pipeline/index.ts';
import { surveyFolders } from './folders.ts';
import { readSurveyInput } from './input.ts';

const KEY = Symbol.for('florilegium.survey');

// A build loads this module twice, for the integrations and inside the bundled pages; the survey is made once.
const shared: { [KEY]?: Promise<Survey> } & typeof globalThis = globalThis;

/**
 * The survey made from `seeds/` and `content/`, read once for a process.
 *
 * @throws ContentError when a file under `content/` cannot be used
 */
export function getSurvey(): Promise<Survey> {
  shared[KEY] ??= loadSurvey();
  return shared[KEY];
}

/** Makes the next `getSurvey()` read the folders again; the dev server calls it when one of them changed. */
export function forgetSurvey(): void {
  delete shared[KEY];
}

async function loadSurvey(): Promise<Survey> {
  return buildSurvey(await readSurveyInput(surveyFolders()));
}
