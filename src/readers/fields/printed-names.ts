import { PARTICLES } from '../../model/index.ts';

/** Pattern of the small words of family names. No groups. */
export const PARTICLE = `(?:${PARTICLES.join('|')})`;

// ` et al.`, ` et al. · meta-ai, pku` or ` · harvard` at the end of an authors' line
const AFTER_NAMES = /(?:,?\s+et al\.?)?(?:\s*·\s*\S.*)?$/u;
const ET_AL = /\set al\.?(?:\s*·|$)/u;

// A word of a name: `Jean-Luc`, `O'Brien`, `M.`, `李明`, or a particle such as `van`
const NAME_WORD = new RegExp(
  String.raw`^(?:\p{Lu}[\p{L}\p{M}.'’-]*|\p{Lo}[\p{L}\p{M}·]*|${PARTICLE}|al-\p{L}+|Jr\.?|I{2,3}|\(\p{L}+\))$`,
  'u',
);

/** True for a list of printed names and nothing else: `Fan Huang, Jisun An`, `Na Huang, Fei Sun et al. · pku`. */
export function isAuthorsLine(line: string): boolean {
  if (line.length > 2000) return false;
  const names = line.replace(AFTER_NAMES, '');
  const items = names.split(/,\s*/u);
  if (ET_AL.test(line)) return items.every((item) => isName(item, 1));
  return items.every((item) => isName(item, items.length === 1 ? 2 : 1));
}

function isName(item: string, fewestWords: number): boolean {
  const words = item.trim().split(/\s+/u);
  return (
    words.length >= fewestWords &&
    words.length <= 6 &&
    item.length <= 60 &&
    words.every((word) => NAME_WORD.test(word))
  );
}

// Where a capital follows something else than a blank: `nH` of `GenerationHaoxuan`, `4R` of
// `GPT-4Ruochi`, `?J` of `Why?John`, and, for words in capitals, `MX` of `LLMXiaoming`
const GLUE = /[\p{Ll}\p{Nd})\]?!.:"'”’*$](?=\p{Lu})|\p{Lu}(?=\p{Lu}[\p{Ll}.])/gu;

// The beginnings of names with a capital inside: `Mc` of `McCallum`, `De` of `DeVito`
const INNER_CAPITAL = /(?:^|\s|-)(?:Ma?c|De|Di|Du|La|Le|Van|Von|Fitz|O['’]|D['’]|[A-Z]\.)$/u;

/** Longest end of a line in which names are looked for. */
const NAMES_LENGTH = 400;

/**
 * Where the names begin in a title with the authors glued to its end: the offset of the `H` in
 * `Model and Data Card GenerationHaoxuan Zhang, Ruochi Li et al.`; null when no list of names is
 * there. The page prints three names at most. `cut` allows the last name to be broken off.
 */
export function nameStart(line: string, cut: boolean): number | null {
  if (line.length > 2000) return null;
  const names = line.replace(AFTER_NAMES, '');
  const commas = [...names.matchAll(/,\s*/gu)].map((match) => match.index);
  const from = Math.max(commas.at(-3) ?? 0, names.length - NAMES_LENGTH);
  let start: number | null = null;
  for (const match of names.slice(from).matchAll(GLUE)) {
    const at = from + match.index + 1;
    if (INNER_CAPITAL.test(names.slice(Math.max(0, at - 5), at))) continue;
    const items = names.slice(at).split(/,\s*/u);
    const whole = items.every((item, index) =>
      isName(item, cut && index === items.length - 1 ? 1 : 2),
    );
    // The last place wins: `BarNet GenerationHaoxuan Zhang` reads as a name from `Net` on.
    if (whole) start = at;
  }
  return start;
}
