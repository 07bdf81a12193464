export { ContentError } from './content-error.ts';
export { type SurveyFolders, surveyFolders } from './folders.ts';
export { parseCorrections, readSurveyInput, readThemes } from './input.ts';
export { getSeedBytes } from './seed-bytes.ts';
export { forgetSurvey, getSurvey } from './survey.ts';
