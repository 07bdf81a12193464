import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getSurvey, surveyFolders } from '../src/loaders/index.ts';
import { firstSentences, toLatex } from '../src/text/index.ts';
import type { RichText } from '../src/model/index.ts';

/** Papers in one file. */
const PER_FILE = 500;
const FIRST_YEAR = 2016;
const YEARS = 10;
const SYLLABLES = 'ba ce di fo gu ka le mi no pu ra se ti vo zu chi sha tre lin mor'.split(' ');

/** Numbers from 0 up to 1, the same on every machine (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Writes seeds for a survey of `count` papers: those of the checkout, and made-up ones in BibTeX.
 *
 * Abstracts are sentences of the survey's own in another order; titles, methods and people are made of its words and of
 * syllables, so that the vocabulary grows with the papers as it does in a real survey. The same count gives the same
 * bytes.
 *
 * @param folder is emptied first
 * @throws when the checkout's own survey has more papers than `count`
 */
export async function writeMadeUpSeeds(folder: string, count: number): Promise<void> {
  const { works, people } = await getSurvey();
  if (count < works.length) throw new Error(`The survey has ${works.length} papers already.`);
  const random = numbers(1);
  const below = (limit: number) => Math.floor(random() * limit);
  const one = <T>(from: readonly T[]): T => {
    const chosen = from[below(from.length)];
    if (chosen === undefined) throw new Error('The survey of the checkout is empty.');
    return chosen;
  };
  const word = () => Array.from({ length: 2 + below(3) }, () => one(SYLLABLES)).join('');
  const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

  const sentences = works.flatMap(({ fields }) => sentencesOf(fields.abstract?.value.rich ?? []));
  const terms = works.flatMap(({ title }) =>
    toLatex(title.value.rich)
      .split(' ')
      .filter((term) => /^[A-Za-z-]{4,}$/u.test(term)),
  );
  const families = people.map(({ name }) => name.family ?? name.literal);
  const givens = people.flatMap(({ name }) => name.given ?? []);
  const authors = Array.from(
    { length: count },
    (_, at) => `${at % 3 === 0 ? capital(word()) : one(families)}, ${one(givens)}`,
  );

  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(surveyFolders().seeds, folder, { recursive: true });
  const entry = (at: number) => {
    const method = capital(word());
    const year = FIRST_YEAR + Math.floor(Math.sqrt(random()) * YEARS);
    const month = 1 + below(12);
    const arxiv = `${year % 100}${String(month).padStart(2, '0')}.${String(90_000 - at).padStart(5, '0')}`;
    const title = [`${method}:`, ...Array.from({ length: 4 + below(5) }, () => one(terms))];
    // Few people write much and many write little.
    const names = Array.from({ length: 2 + below(6) }, () => authors[below(count * random())]);
    const abstract = Array.from({ length: 5 + below(5) }, () => one(sentences));
    abstract.push(`We name the method ${method} and test it on ${capital(word())}.`);
    return `@article{made${at},
  title = {${title.join(' ')}},
  author = {${[...new Set(names)].join(' and ')}},
  year = {${year}},
  month = {${month}},
  eprint = {${arxiv}},
  archiveprefix = {arXiv},${at % 3 === 0 ? `\n  journal = {Journal of ${capital(one(terms))} Research},` : ''}
  abstract = {${abstract.join(' ')}}
}
`;
  };
  for (let from = works.length; from < count; from += PER_FILE) {
    const entries = Array.from({ length: Math.min(PER_FILE, count - from) }, (_, at) =>
      entry(from + at),
    );
    await writeFile(
      join(folder, `made-up-${String(from).padStart(6, '0')}.bib`),
      entries.join('\n'),
    );
  }
}

/** Sentences of an abstract as LaTeX, each short enough for a list and without a brace left open. */
function sentencesOf(abstract: RichText): string[] {
  const first = toLatex(firstSentences(abstract, 300));
  const rest = toLatex(abstract).split(/(?<=[a-z]{3}\.) (?=[A-Z])/u);
  return [first, ...rest].filter((text) => text.endsWith('.') && isClosed(text));
}

function isClosed(text: string): boolean {
  const count = (sign: string) => text.split(sign).length - 1;
  return count('{') === count('}') && count('$') % 2 === 0;
}
