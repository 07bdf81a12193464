export { balancedDirections, DIRECTION_SIGN } from './balanced-directions.ts';
export { beginning } from './beginning.ts';
export { collapse } from './collapse.ts';
export { displayName, isFamilyFirstScript } from './display-name.ts';
export { escapeHtml } from './escape-html.ts';
export { fold, words } from './fold.ts';
export { withoutHtml } from './html-marks.ts';
export { type HtmlTag, attributeValue, readHtml } from './html-tags.ts';
export { keyboardForm } from './keyboard-form.ts';
export { plainLetters } from './plain-letters.ts';
export { parseStripped } from './parse-stripped.ts';
export { repairMath } from './repair/index.ts';
export {
  CSL_MARKS,
  firstSentences,
  gluedAfter,
  gluedBefore,
  hasMath,
  inlines,
  type Marks,
  mathProblems,
  mathSpans,
  nameToLatex,
  toHtml,
  toLatex,
  toMarked,
  toMathMl,
  toPlain,
  toPlainHtml,
  unknownMathCommands,
  withoutLinks,
} from './rich/index.ts';
export { sentenceEnds, sentences } from './sentences.ts';
export { decodedTwice, WINDOWS_1252 } from './double-encoded.ts';
export {
  privateStretches,
  type Stretch,
  WITHHELD,
  withoutPrivate,
  withoutStretches,
} from './private/index.ts';
export { printable, printableJson } from './printable.ts';
export { decodeTex, parseTex } from './tex/index.ts';
export { unfitAt, wholesome } from './wholesome.ts';
export { settable, unsetLetters } from './unset-letters.ts';
export { wordSet } from './word-set.ts';
