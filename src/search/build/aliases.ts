import { singularAcronym } from '../spelling.ts';
import { keyboardForm } from '../../text/index.ts';
import { sequence, type Unit, units } from '../words.ts';

/** `low-rank` and `low rank` as one string of letters: `lowrank`. */
export type Compounds = ReadonlySet<string>;

/** Longest compound looked for among words set apart by blanks: `state-of-the-art-results` has five parts. */
const LONGEST = 5;
/** `Squeeze|LLM`, `Deep|Seek|MoE` */
const CAMEL = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
/** Shortest part of a name in mixed case that counts as a word: not the `Lo` of `LoRA`. */
const SHORTEST_PART = 3;

/** `l'œuvre`, `istanbul'un`: words with an article or an ending that an apostrophe sets apart. */
const WITH_APOSTROPHE = /(\p{L}[\p{L}\p{M}]*)'(\p{L}[\p{L}\p{M}]*)/gu;
/** Shortest word found so, and shortest ending: `model's` and `doesn't` have none. */
const SHORTEST_WORD = 3;
const SHORTEST_ENDING = 2;

/** Letters of a compound without the plural of its last part: `mixtureofexpert`. */
function key(parts: readonly string[]): string {
  return parts.join('').replace(/(?<=[^s]{2})s$/u, '');
}

/** Every run of two parts or more. */
function* runsOf(parts: readonly string[]): Generator<string[]> {
  for (let start = 0; start < parts.length - 1; start += 1) {
    for (let end = start + 2; end <= Math.min(parts.length, start + LONGEST); end += 1) {
      yield parts.slice(start, end);
    }
  }
}

/** Every compound that one of the texts writes with hyphens, alone or inside a longer one: `1-bit` in `sub-1-bit`. */
export function compoundsIn(texts: Iterable<string>): Compounds {
  const compounds = new Set<string>();
  for (const text of texts) {
    for (const { parts } of units(text)) {
      for (const run of runsOf(parts)) compounds.add(key(run));
    }
  }
  return compounds;
}

/**
 * Words by which a text should be found besides those it is made of: its compounds as one word, where it writes them
 * with hyphens or another text of the survey does (`lowrank` for `low-rank` and `low rank`), the parts of names in
 * mixed case (`llm` of `SqueezeLLM`), and words before and behind an apostrophe (`œuvre` of `l’œuvre`).
 *
 * @param compounds those of the whole survey, from {@link compoundsIn}
 */
export function aliases(text: string, compounds: Compounds): string[] {
  const found = new Set<string>();
  const add = (word: string) => found.add(word);
  let open: Unit[] = [];
  const close = () => {
    for (const run of runsOf(open.flatMap(({ parts }) => parts))) {
      if (compounds.has(key(run))) add(run.join(''));
    }
    open = [];
  };
  for (const unit of units(text)) {
    if (!unit.runsOn) close();
    open.push(unit);
    for (const run of runsOf(unit.parts)) add(run.join(''));
    for (const part of unit.source.split(/[^\p{L}\p{N}]+/u)) {
      const pieces = part.split(CAMEL);
      if (pieces.length < 2) continue;
      for (const piece of pieces) {
        if (piece.length >= SHORTEST_PART) add(singularAcronym(piece).toLowerCase());
      }
    }
  }
  close();
  for (const [, before = '', behind = ''] of keyboardForm(text).matchAll(WITH_APOSTROPHE)) {
    if (behind.length >= SHORTEST_WORD) sequence(behind).forEach(add);
    if (before.length >= SHORTEST_WORD && behind.length >= SHORTEST_ENDING) {
      sequence(before).forEach(add);
    }
  }
  return [...found];
}
