import type { Survey } from '../model/index.ts';
import { buildSurvey } from '../pipeline/index.ts';
import { packageFolder, surveyFolders } from './folders.ts';
import { readSurveyInput } from './input.ts';

const KEY = Symbol.for('florilegium.surveys');

// A build loads this module twice, for the integrations and inside the bundled pages; each survey is made once.
const shared: { [KEY]?: Map<string, Promise<Survey>> } & typeof globalThis = globalThis;

/**
 * The survey made from `seeds/` and `content/`, read once for a process. Another version of this program, or a survey in
 * other folders, has one of its own.
 *
 * @throws ContentError when a file under `content/` cannot be used
 */
export function getSurvey(folders = surveyFolders()): Promise<Survey> {
  shared[KEY] ??= new Map();
  const key = [packageFolder, folders.seeds, folders.content].join('\0');
  const survey = shared[KEY].get(key) ?? loadSurvey(folders);
  shared[KEY].set(key, survey);
  return survey;
}

/** Makes the next `getSurvey()` read the folders again; the dev server calls it when one of them changed. */
export function forgetSurvey(): void {
  shared[KEY]?.clear();
}

async function loadSurvey(folders: ReturnType<typeof surveyFolders>): Promise<Survey> {
  return buildSurvey(await readSurveyInput(folders));
}
