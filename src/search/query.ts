import { keyboardForm } from '../text/index.ts';
import { singularAcronym, spaceBigrams, withoutTex } from './spelling.ts';

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
/** `"mixture of experts"` and nothing else */
const onePhrase = /^"([^"]+)"$/u;
/** One word outside quotes: `mixture` */
const word = /[^\s"]+/gu;
/** Something the index can hold. */
const letter = /[\p{L}\p{N}]/u;
/** The hyphen of `KAN-AD`, not the one that starts `-5`. */
const innerHyphen = /(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/u;

/**
 * The words of a query as the index spells them: `arXiv:2507.17249v2` gives `2507.17249`, `$R^{4}$ec` and `R⁴ec` give
 * `R4ec`, `https://doi.org/10.1/x` gives `10.1/x`, `β-VAE` gives `beta-VAE`, `LLMs` gives `LLM`.
 *
 * A query that is one phrase in double quotes is one word, quotes included; other quotes are dropped, because the
 * engine knows phrases only as whole queries.
 */
export function queryWords(query: string): string[] {
  const text = spaceBigrams(
    withoutTex(
      keyboardForm(query)
        .replace(arxivUrl, '$1')
        .replace(arxivPrefix, '$1')
        .replace(arxivVersion, '$1')
        .replace(doiUrl, '')
        .replace(doiPrefix, ''),
    ),
  ).trim();
  const phrase = onePhrase.exec(text)?.[1]?.trim();
  if (phrase) return [`"${phrase}"`];
  return (text.match(word) ?? []).map(singularAcronym).filter((each) => letter.test(each));
}

/** The parts of a compound: `KAN-AD` gives `KAN` and `AD`; any other word is its only part. */
export function compoundParts(word: string): string[] {
  return word.startsWith('"') ? [word] : word.split(innerHyphen);
}
