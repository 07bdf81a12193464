import { familyOf, sequence, units } from '../words.ts';

/** What the survey's own texts say acronyms stand for. */
export interface Acronyms {
  /** `llm`, `large language model`, in order. */
  list: [acronym: string, expansion: string][];
  /** Words by which a text should be found: `llm` where it only writes the words out, `largelanguagemodel` where it only abbreviates them. */
  aliases(text: string): string[];
}

/** `(LLMs)`, `(MoE)` */
const IN_BRACKETS = /\(([A-Z][A-Za-z]{1,8}?)s?\)/gu;
/** `LL` of `LLM`: an acronym has two capitals. */
const TWO_CAPITALS = /[A-Z].*[A-Z]/u;

/**
 * Finds the acronyms that texts introduce, `large language models (LLMs)`: those whose letters begin the words before
 * them. One that stands for several things is taken where more than half of its introductions agree.
 */
export function acronymsIn(texts: Iterable<string>, language: string): Acronyms {
  const seen = new Map<string, Map<string, number>>();
  for (const text of texts) {
    for (const { 1: letters = '', index } of text.matchAll(IN_BRACKETS)) {
      if (!TWO_CAPITALS.test(letters)) continue;
      const acronym = letters.toLowerCase();
      const before = units(text.slice(Math.max(0, index - 200), index)).flatMap(
        ({ parts }) => parts,
      );
      const words = before.slice(-acronym.length);
      if (words.map((word) => word.charAt(0)).join('') !== acronym) continue;
      const last = words.at(-1) ?? '';
      const singular = last.replace(/(?<=[^s]{2})s$/u, '');
      const expansion = [...words.slice(0, -1), singular].join(' ');
      const counts = seen.get(acronym) ?? new Map<string, number>();
      counts.set(expansion, (counts.get(expansion) ?? 0) + 1);
      seen.set(acronym, counts);
    }
  }
  const list: [string, string][] = [];
  for (const [acronym, counts] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    if (best && best[1] * 2 > all) list.push([acronym, best[0]]);
  }

  const familiesOf = (words: readonly string[]) => words.map((word) => familyOf(word, language));
  const byFirst = new Map<string, { acronym: string; words: string[]; families: string[] }[]>();
  const byAcronym = new Map<string, { words: string[]; families: string[] }>();
  for (const [acronym, expansion] of list) {
    const words = expansion.split(' ');
    const entry = { acronym, words, families: familiesOf(words) };
    byAcronym.set(familyOf(acronym, language), entry);
    const [first = ''] = entry.families;
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
  }
  return {
    list,
    aliases(text) {
      const families = familiesOf(sequence(text));
      const present = new Set(families);
      const writtenOut = new Set<string>();
      for (const [at, family] of families.entries()) {
        for (const { acronym, families: wanted } of byFirst.get(family) ?? []) {
          if (wanted.every((each, step) => each === families[at + step])) writtenOut.add(acronym);
        }
      }
      const found = [...writtenOut].filter((acronym) => !present.has(familyOf(acronym, language)));
      for (const family of present) {
        const entry = byAcronym.get(family);
        if (entry && !writtenOut.has(familyOf(family, language))) found.push(entry.words.join(''));
      }
      return found;
    },
  };
}
