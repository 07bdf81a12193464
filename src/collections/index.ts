export { offerEntries, surveyLoader } from './loaders.ts';
