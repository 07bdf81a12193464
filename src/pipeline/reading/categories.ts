import table from './arxiv-categories.json' with { type: 'json' };
import { addTo } from '../lists.ts';

const names: Readonly<Record<string, string>> = table;

/** `CL` -> [`cs.CL`], `CO` -> [`astro-ph.CO`, `math.CO`, `stat.CO`]. */
const byCode = new Map<string, string[]>();
for (const category of Object.keys(names)) {
  const dot = category.indexOf('.');
  if (dot > 0) addTo(byCode, category.slice(dot + 1), category);
}

/** A subject as the survey writes it. */
export interface Category {
  /** `cs.CL`; a code that several archives use and computer science does not stays as printed: `CO`. */
  code: string;
  /** True when several archives use the printed code and computer science was read first. */
  guessed: boolean;
}

/** What arXiv calls a category (https://arxiv.org/category_taxonomy): `cs.CL` -> `Computation and Language`. */
export function categoryName(code: string): string | undefined {
  return Object.hasOwn(names, code) ? names[code] : undefined;
}

/** A name with its code in brackets: `Machine Learning (cs.LG)`. */
const bracketed = /\(([A-Za-z-]{2,}(?:\.[A-Za-z-]{2,})?)\)/g;
const separators = /[\s,;|/·]+/;

/** The categories in one printed value (`CL`, `cs.LG; stat.ML`, `Machine Learning (cs.LG)`), in order, each once. */
export function readCategories(printed: string): Category[] {
  const inBrackets = Array.from(printed.matchAll(bracketed), (match) => match[1] ?? '');
  const codes = inBrackets.length > 0 ? inBrackets : printed.split(separators);
  const read = new Map<string, Category>();
  for (const code of codes) {
    if (code === '') continue;
    const category = expand(code);
    if (!read.has(category.code)) read.set(category.code, category);
  }
  return [...read.values()];
}

function expand(code: string): Category {
  if (Object.hasOwn(names, code)) return { code, guessed: false };
  const archives = byCode.get(code) ?? [];
  const [only] = archives;
  if (only !== undefined && archives.length === 1) return { code: only, guessed: false };
  const computing = archives.find((category) => category.startsWith('cs.'));
  return computing === undefined ? { code, guessed: false } : { code: computing, guessed: true };
}
