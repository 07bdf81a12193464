/** Words that end a phrase of nouns to the right. */
const RIGHT_STOP =
  /\s*(?:[,;:()[\]]|\.(?:\s|$)|[—–]|\s-\s|(?<![\p{L}-])(?:than|compared|relative|over|while|when|whereas|with|without|on|across|for|in|at|under|by|which|that|versus|vs|from|to|as|but|respectively|using|is|are|was|were|be|among|including|such|during|after|before|through|via|because|since|if|where|and (?=(?:[~≈<>]|up to|about|over|a |an |the )?\s*[\d.])|and (?=\p{L}+(?:s|ing|ed) (?:the|its|a|an|their|up|by|on)\b)|depending|against|per|only|had|has|have|can|could|may|will|would|achieved|reached|followed|suggesting|demonstrating|showing|indicating|even|within|between|regardless|throughout|despite|thereby|thus|making|enabling|compares?)(?![\p{L}-]))/iu;
/** Words that a phrase may not consist of. */
const EMPTY =
  /^(?:order|those|others|figures|corresponding figures|nearly all|most|few|gains?|improvements?|of the|about|average|on average|mean|the|a|an|of|it|this|that|these|those|both|each|all|and|or|more|less|its|their|our)?$/i;

/** The longest phrase that is still one. */
const MOST_WORDS = 12;

const tidy = (text: string): string | null => {
  const words = text
    // A number that was reached before is no part of what was measured.
    .replace(/\s(?:of|=|at|to|is|by)?\s*[≈∼~<>]?\s*\d[\d.,]*\s?[%×].*$/u, '')
    .replace(/(?:\s+(?:and|or|an?|the|can|will|of|with|we|more|to|by))+\s*$/i, '')
    .replace(/^[\s,:;(–-]+|[\s,:;(–-]+$/g, '')
    .replace(
      /^(?:the|a|an|of|its|their|our|in|and|or|overall|both|that|is|are|was|were|as|any)\s+(?=\S)/gi,
      '',
    )
    .replace(/^(?:the|a|an|of|its|their|our)\s+(?=\S)/i, '')
    .trim();
  // A verb or an adverb by itself, or a number, is no thing.
  if (EMPTY.test(words) || /^(?:\p{L}+(?:ing|ly)|[\d.,|%]+)$/u.test(words)) return null;
  return words.split(/\s+/).length > MOST_WORDS
    ? words.split(/\s+/).slice(0, MOST_WORDS).join(' ')
    : words;
};

/** The phrase that begins a text; of-phrases belong to it. */
export function phraseAt(text: string): string | null {
  const stop = RIGHT_STOP.exec(text);
  return tidy(stop ? text.slice(0, stop.index) : text);
}

/** The phrase after one of some prepositions, which are alternatives of a regular expression. */
export function phraseAfter(
  text: string,
  prepositions: string,
  phrase: (text: string) => string | null = phraseAt,
): string | null {
  const found = new RegExp(`(?<![\\p{L}-])(?:${prepositions})(?![\\p{L}-])\\s*`, 'iu').exec(text);
  return found ? phrase(text.slice(found.index + found[0].length)) : null;
}

/** Words that end what a row says it was found on; conditions of a condition belong to it. */
const SETTING_STOP =
  /\s*(?:[,;:()[\]]|\.(?:\s|$)|[—–]|(?<![\p{L}-])(?:than|compared|relative|over|while|when|whereas|which|that|versus|vs|but|respectively|is|are|was|were|be|before|because|since|if|where|and (?=(?:[~≈<>]|up to|about|over|a |an |the )?\s*[\d.])|and (?=\p{L}+(?:s|ing|ed) (?:the|its|a|an|their|up|by|on)\b)|only|had|has|have|can|may|will|would|suggesting|demonstrating|showing|indicating|thereby|thus|making|enabling|with (?:minimal|no|little|only|virtually|negligible))(?![\p{L}-]))/iu;

/** The setting that begins a text: `prolate ellipsoids with aspect ratios of 3`. */
export function settingAt(text: string): string | null {
  const stop = SETTING_STOP.exec(text);
  return tidy(stop ? text.slice(0, stop.index) : text);
}

/** Words that end a phrase to the left. */
const LEFT_STOP =
  /[,;:()[\].](?=\s|$)|[–—]|(?<![\p{L}-])(?:that|which|who|whose|while|whereas|with|and|or|but|than|by|when|where|if|as|an?|to|from|respond\w*|perform(?:s|ed|ing)|about|factor(?: of)?|achiev\w+|reach\w*|attain\w*|obtain\w*|yield\w*|deliver\w*|exhibit\w*|report\w*|show\w*|demonstrat\w+|reveal\w*|ha[sd]|have|we|it|they|is|are|was|were|improv\w+|increas(?:es|ed|ing)|reduc(?:es|ed|ing)|decreas(?:es|ed|ing)|provid\w+|produc\w+|maintain\w*|estimat(?:e|es|ed)|observ\w+|found|find|finds|us(?:es|ed|ing)|gives?|gave|giving|giv(?:es|ing)|hav(?:e|ing)|on|at|leads?|leading|result(?:s|ed|ing)? in|significantly|consistently|substantially|further|thus|therefore|respectively|experienced?)(?![\p{L}-])/giu;

/** The phrase that ends a text; null where a verb or a preposition ends it. */
export function phraseBefore(text: string): string | null {
  const clean = text.replace(/,?\s*on average,?\s*$/i, '').trimEnd();
  let from = 0;
  for (const match of clean.matchAll(LEFT_STOP)) {
    from = match.index + match[0].length;
  }
  return tidy(clean.slice(from));
}
