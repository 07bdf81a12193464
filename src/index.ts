/**
 * What other programs may use without a site: reading listings, making the survey of them, and writing it in other
 * formats. `florilegium/astro` is the site.
 */
export { ContentError, getSurvey, readSurveyInput, surveyFolders } from './loaders/index.ts';
export type * from './model/index.ts';
export { buildSurvey, formatMessage, sourceRecords } from './pipeline/index.ts';
export { readers } from './readers/index.ts';
export { toHtml, toLatex, toPlain } from './text/index.ts';
export { surveyWriters as writers } from './writers/index.ts';
