export { firstSentences } from './first-sentences.ts';
export { gluedAfter, gluedBefore } from './glue.ts';
export { mathProblems, toHtml, unknownMathCommands } from './html.ts';
export { nameToLatex, toLatex } from './latex.ts';
export { hasMath, mathSpans } from './math-spans.ts';
export { toPlain } from './plain.ts';
export { withoutLinks } from './without-links.ts';
