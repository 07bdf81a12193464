export { ContentError } from './content-error.ts';
export {
  isPackage,
  packageFolder,
  programVersion,
  type SurveyFolders,
  surveyFolders,
} from './folders.ts';
export {
  parseCorrections,
  parsePermalinkLedger,
  readEditionCopy,
  readSite,
  readPages,
  readSurveyInput,
  readThemes,
} from './input.ts';
export { lateMessages, reportLate } from './late-messages.ts';
export { getSeedBytes } from './seed-bytes.ts';
export { forgetSurvey, getSurvey } from './survey.ts';
