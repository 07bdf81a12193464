import { fold, singularAcronym, spaceBigrams } from './fold.ts';

/** `https://arxiv.org/abs/2507.17249v2`, `arxiv.org/pdf/hep-th/9901001.pdf` */
const arxivUrl =
  /\b(?:https?:\/\/)?(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html|src|e-print)\/((?:[a-z.-]+\/)?[\d.]+\d)(?:v\d+)?(?:\.pdf)?/giu;
/** `arXiv:2507.17249v2`, `arxiv: hep-th/9901001` */
const arxivPrefix = /\barxiv:\s*((?:[a-z.-]+\/)?[\d.]+\d)(?:v\d+)?(?![\w.])/giu;
/** `2507.17249v2` */
const arxivVersion = /\b(\d{4}\.\d{4,5})v\d+\b/giu;
/** `https://doi.org/10.1145/3580305` */
const doiUrl = /\b(?:https?:\/\/)?(?:dx\.)?doi\.org\/(?=10\.\d)/giu;
/** `doi:10.1145/3580305`, `DOI 10.1145/3580305` */
const doiPrefix = /\bdoi\s*:?\s*(?=10\.\d)/giu;
/** `\mathcal`, `\textbf`, `\rm`, `\left`: commands that change how something looks, not what it is. */
const fontCommand =
  /\\(?:math(?:bb|bf|cal|frak|it|rm|scr|sf|tt)|text(?:bf|it|rm|sc|sf|sl|tt)?|emph|boldsymbol|operatorname|bm|rm|bf|it|sf|tt|left|right)(?![a-z])\s*/giu;
/** `\alpha` */
const otherCommand = /\\([a-z]+)\s*/giu;
/** `$R^{4}$` */
const mathMarks = /[$^_{}\\]/gu;
/** `"mixture of experts"`, or one word outside quotes */
const phraseOrWord = /"[^"]*"|[^\s"]+/gu;
/** The hyphen of `KAN-AD`, not the one that starts `-5`. */
const innerHyphen = /(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu;

/**
 * A query as the index spells things: `arXiv:2507.17249v2` gives `2507.17249`, `$R^{4}$ec` and `R⁴ec` give `R4ec`,
 * `https://doi.org/10.1/x` gives `10.1/x`, `β-VAE` gives `beta-VAE`, `LLMs` gives `LLM`.
 *
 * Phrases in double quotes keep their words as typed.
 */
export function normaliseQuery(query: string): string {
  const text = fold(query)
    .replace(arxivUrl, '$1')
    .replace(arxivPrefix, '$1')
    .replace(arxivVersion, '$1')
    .replace(doiUrl, '')
    .replace(doiPrefix, '')
    .replace(fontCommand, '')
    .replace(otherCommand, '$1')
    .replace(mathMarks, '');
  return (spaceBigrams(text).match(phraseOrWord) ?? [])
    .map((token) => (token.startsWith('"') ? token : singularAcronym(token)))
    .filter((token) => token !== '""')
    .join(' ');
}

/**
 * The normalised query in the forms to try, in this order until one finds something: compounds whole
 * (`KAN-AD`, which the index also holds for `KAN AD`), then their parts.
 *
 * @returns no form for a query without a word
 */
export function queryForms(query: string): string[] {
  const whole = normaliseQuery(query);
  if (whole === '') return [];
  const parts = whole.replace(innerHyphen, ' ');
  return parts === whole ? [whole] : [whole, parts];
}
