export { proseTree } from './citations.ts';
export { themeDraft } from './draft.ts';
export { filedUnder } from './filed-under.ts';
export { gatherPages, gatherThemes, withoutMerged } from './gather.ts';
export { relate } from './relate.ts';
export { themeWorks } from './theme-works.ts';
