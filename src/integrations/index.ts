export { offlineBundle } from './offline-bundle.ts';
export { pageProgress } from './page-progress.ts';
export { searchIndex } from './search-index.ts';
export { serviceWorker } from './service-worker.ts';
export { surveyChecks } from './survey-checks.ts';
export { themeProse } from './theme-prose.ts';
