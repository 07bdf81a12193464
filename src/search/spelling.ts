/**
 * What two spellings of one word have in common. The index writes its aliases with it and the query goes through it,
 * so both sides always agree.
 */

/** `\mathcal`, `\textbf`, `\rm`, `\left`: commands that change how something looks, not what it is. */
const fontCommand =
  /\\(?:math(?:bb|bf|cal|frak|it|rm|scr|sf|tt)|text(?:bf|it|rm|sc|sf|sl|tt)?|emph|boldsymbol|operatorname|bm|rm|bf|it|sf|tt|left|right)(?![a-z])\s*/giu;
/** `m \times n`, with its blanks. */
const timesCommand = /\s*\\times(?![a-z])\s*/giu;
/** `\alpha` */
const otherCommand = /\\([a-z]+)\s*/giu;
/** `$R^{4}$` */
const mathMarks = /[$^_{}\\]/gu;
/** What every product typed with blanks has. */
const productSign = / (?:x|times) /iu;
/** `m x n`, `64 x 64`: a product typed with blanks. */
const typedProduct = /(?<![\p{L}\p{N}])(\p{L}|\p{N}{1,5}) x (\p{L}|\p{N}{1,5})(?![\p{L}\p{N}])/giu;
/** `m times n` */
const spokenProduct = /(?<![\p{L}\p{N}])(\p{L}) times (\p{L})(?![\p{L}\p{N}])/giu;

/**
 * Folded text without the marks and fonts of TeX, products in one word: `$R^{4}$ec` gives `R4ec`, `m \times n`, `m x n`
 * and `m times n` give `mxn`, `\mathcal{A}` gives `A`.
 */
export function withoutTex(folded: string): string {
  const plain = folded.includes('\\')
    ? folded.replace(fontCommand, '').replace(timesCommand, 'x').replace(otherCommand, '$1')
    : folded;
  const text = plain.replace(mathMarks, '');
  return productSign.test(text)
    ? text.replace(typedProduct, '$1x$2').replace(spokenProduct, '$1x$2')
    : text;
}

/** `LLMs`, `gnns`: letters and digits without a vowel, of which stemming leaves the plural alone. */
const vowellessPlural = /^[b-df-hj-np-tv-z0-9]*[b-df-hj-np-rtv-z0-9]s$/iu;
/** Four-digit and shorter numbers with an s are decades: `1990s`. */
const decade = /^\d+s$/u;

/** The singular of an acronym that English stemming does not reduce: `LLMs` gives `LLM`; any other word comes back. */
export function singularAcronym(word: string): string {
  return word.length > 2 && vowellessPlural.test(word) && !decade.test(word)
    ? word.slice(0, -1)
    : word;
}

/** `知识图谱`: scripts written without spaces. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,}/gu;

/** Every pair of neighbouring characters of scripts written without spaces: `知识图` gives `知识` and `识图`. */
export function bigrams(text: string): string[] {
  return [...text.matchAll(spaceless)].flatMap(([run]) => {
    const characters = [...run];
    return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  });
}
