import { keyboardForm } from '../../text/index.ts';
import { bigrams, singularAcronym } from '../spelling.ts';

/** `low-rank` and `low rank` as one string of letters: `lowrank`. */
export type Compounds = ReadonlySet<string>;

/** Longest compound looked for among words set apart by blanks: `state-of-the-art-results` has five parts. */
const LONGEST = 5;

/** `(mixture-of-experts),` without what surrounds it: `mixture-of-experts` */
const CORE = /^[^\p{L}\p{N}]*(.*[\p{L}\p{N}])[^\p{L}\p{N}]*$/u;
/** `low.` ends a run of words that could be one compound; so do commas and brackets. */
const RUN_END = /[^\p{L}\p{N}+#]$/u;
/** `-` between `mixture` and `of` */
const JOINT = /[-/]+/u;
/** `rank`, `1.58` */
const JOINABLE = /^[\p{L}\p{N}][\p{L}\p{N}.]*$/u;
const DIGIT = /\p{N}/u;

interface Word {
  /** `Mixture-of-Experts` without the punctuation around it. */
  core: string;
  /** `Mixture`, `of`, `Experts` */
  parts: string[];
  /** False when punctuation stands between it and the next word. */
  runsOn: boolean;
}

function wordsOf(folded: string): Word[] {
  return folded.split(/\s+/u).flatMap((word) => {
    const core = CORE.exec(word)?.[1];
    if (core === undefined) return [];
    return [{ core, parts: core.split(JOINT).filter(Boolean), runsOn: !RUN_END.test(word) }];
  });
}

/** Letters of a compound without the plural of its last part: `mixtureofexpert`. */
function key(parts: readonly string[]): string {
  return parts
    .join('')
    .toLowerCase()
    .replace(/(?<=[^s]{2})s$/u, '');
}

/** Every compound that one of the texts writes with hyphens, alone or inside a longer one: `1-bit` in `sub-1-bit`. */
export function compoundsIn(texts: Iterable<string>): Compounds {
  const compounds = new Set<string>();
  for (const text of texts) {
    for (const { parts } of wordsOf(keyboardForm(text))) {
      if (parts.length > LONGEST) continue;
      for (let start = 0; start < parts.length - 1; start += 1) {
        for (let end = start + 2; end <= parts.length; end += 1) {
          compounds.add(key(parts.slice(start, end)));
        }
      }
    }
  }
  return compounds;
}

/**
 * Words by which a text should be found besides those the engine reads from it.
 *
 * - spellings a keyboard has: `R4ec` for `R⁴ec`, `beta-VAE` for `β-VAE`
 * - the singular of acronyms: `LLM` for `LLMs`
 * - parts of compounds the engine keeps whole: `8B` for `Llama-3.1-8B`
 * - compounds whole where the text sets them apart and another text of the survey does not: `lowrank` for `low rank`
 * - pairs of characters of scripts without spaces
 *
 * @param compounds those of the whole survey, from {@link compoundsIn}
 */
export function aliases(text: string, compounds: Compounds): string[] {
  const found = new Set<string>();
  const folded = keyboardForm(text);
  const words = wordsOf(folded);
  const parts: { text: string; joins: boolean }[] = [];

  for (const { core, parts: own, runsOn } of words) {
    const spelledOut = own.length > 1 && own.some((part) => DIGIT.test(part));
    for (const [at, part] of own.entries()) {
      if (spelledOut) found.add(part);
      const singular = singularAcronym(part);
      if (singular !== part) found.add(singular);
      parts.push({ text: part, joins: at < own.length - 1 || runsOn });
    }
    const singular = singularAcronym(core);
    if (singular !== core) found.add(singular);
  }

  // Words whose folding changed more than their punctuation, and parts of `Erdős–Rényi`, which has no ASCII hyphen.
  const before = new Set(text.split(/\s+/u));
  for (const word of folded.split(/\s+/u)) {
    if (before.has(word)) continue;
    const core = CORE.exec(word)?.[1];
    if (core === undefined) continue;
    found.add(core);
    for (const part of core.split(JOINT)) if (JOINABLE.test(part)) found.add(part);
  }

  for (let start = 0; start < parts.length; start += 1) {
    const run: string[] = [];
    for (let end = start; end < parts.length && run.length < LONGEST; end += 1) {
      const part = parts[end];
      if (part === undefined || !JOINABLE.test(part.text)) break;
      run.push(part.text);
      if (run.length > 1 && compounds.has(key(run))) found.add(run.join(''));
      if (!part.joins) break;
    }
  }

  for (const pair of bigrams(text)) found.add(pair);
  return [...found];
}
