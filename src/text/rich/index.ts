export { firstSentences } from './first-sentences.ts';
export { gluedAfter, gluedBefore } from './glue.ts';
export { mathProblems, toHtml, toMathMl, toPlainHtml, unknownMathCommands } from './html.ts';
export { nameToLatex, toLatex } from './latex.ts';
export { CSL_MARKS, type Marks, toMarked } from './marked.ts';
export { toPlain } from './plain.ts';
export { hasMath, inlines, mapInlines, mathSpans, withoutLinks } from './walk.ts';
