export { collapse } from './collapse.ts';
export { decodeTex } from './decode-tex.ts';
export { firstSentences } from './first-sentences.ts';
export { fold, words } from './fold.ts';
export { withoutHtml } from './html-marks.ts';
export { keyboardForm } from './keyboard-form.ts';
export { hasMath, mathSpans } from './math-spans.ts';
export { parseStripped } from './parse-stripped.ts';
export { parseTex } from './parse-tex.ts';
export { repairMath } from './repair/index.ts';
export { sentences } from './sentences.ts';
export { mathProblems, toHtml, unknownMathCommands } from './to-html.ts';
export { nameToLatex, toLatex } from './to-latex.ts';
export { toPlain } from './to-plain.ts';
export { withoutLinks } from './without-links.ts';

export { gluedAfter, gluedBefore } from './glue.ts';
