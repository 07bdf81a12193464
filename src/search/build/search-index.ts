import { createHash } from 'node:crypto';
import process from 'node:process';
import { gunzipSync, gzipSync } from 'fflate';
import { createIndex, type IndexFile } from 'pagefind';
import type { Survey } from '../../model/index.ts';
import { addTo, compareText } from '../../pipeline/index.ts';
import { toPlain } from '../../text/index.ts';
import { SECTIONS, START, type Section, type Start } from '../contract.ts';
import { WordChunk } from '../pagefind-files.ts';
import { BREAK, keyOf } from '../words.ts';
import { permalinksFile } from './permalinks.ts';
import { columnsOf, type SearchRecord, searchRecords } from './record.ts';

/** Files that the texts of papers are spread over: fewer papers have a file each. */
const TEXTS = 2_500;
/** Most papers in one of them, however many there are: a page of results reads about ten files for as many papers. */
const MOST_TOGETHER = 10;
/** ISO 639's code for no linguistic content: Pagefind then takes words as they are, and their forms are found here. */
const NO_LANGUAGE = 'zxx';
/** How large Pagefind makes chunks of words: a query reads one or two for each of its words. */
const CHUNK_SIZE = { variable: 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE', least: 2_000, most: 8_000 };
/** Sections whose words are the survey's own; those of aliases nobody has written. */
const WRITTEN: readonly Section[] = ['title', 'author', 'keyword', 'venue', 'abstract'];
/** `2024`, `3d`: too many and too alike to be suggested for a misspelling. */
const HAS_DIGIT = /\p{N}/u;
const INDEX_FILE = /^index\/.+\.pf_index$/u;

/**
 * Makes the search index of a survey.
 *
 * Pagefind is given the words of each paper as {@link keyOf} writes them, part by part, and makes its index of them;
 * what stands beside it is what a page needs to read that index and to show what it found.
 *
 * @returns files by path below the index's folder: `start.bin`, `index/zxx_1c5283a.pf_index`
 * @throws when Pagefind refuses a record, or its index does not read back as what was put in
 */
export async function makeSearchIndex(survey: Survey): Promise<IndexFile[]> {
  const { papers, themes, pages, acronyms } = searchRecords(survey);
  const { chunks, files } = await indexWords(papers);
  const made = new Map(files.map(({ path, content }) => [path, content]));
  const add = (path: string, value: unknown): void => {
    made.set(
      path,
      gzipSync(new TextEncoder().encode(JSON.stringify(value)), { level: 9, mtime: 0 }),
    );
  };

  const texts = papers.map(({ text }) => text);
  const each = Math.max(1, Math.min(MOST_TOGETHER, Math.ceil(texts.length / TEXTS)));
  const folder = `papers/${digest(texts)}`;
  for (let from = 0; from < texts.length; from += each) {
    add(`${folder}/${from / each}.bin`, texts.slice(from, from + each));
  }

  const words: Record<string, string> = {};
  for (const [letter, list] of vocabulary(papers)) {
    words[letter] = `words/${digest(list)}.bin`;
    add(words[letter], list);
  }

  const collator = new Intl.Collator(survey.site.language, { numeric: true });
  const byTitle = survey.works
    .map((work, place) => ({ title: toPlain(work.title.value.rich), place }))
    .sort((a, b) => collator.compare(a.title, b.title) || a.place - b.place);
  const ranks = new Array<number>(byTitle.length).fill(0);
  for (const [rank, { place }] of byTitle.entries()) ranks[place] = rank;
  const titles = `titles-${digest(ranks)}.bin`;
  add(titles, ranks);

  add(
    permalinksFile(survey),
    papers.map(({ text }) => text.permalink),
  );

  const start: Start = {
    language: survey.site.language,
    papers: papers.length,
    dated: survey.works.filter(({ publication }) => publication.issued).length,
    columns: columnsOf(papers),
    themes,
    pages,
    acronyms,
    chunks,
    texts: { folder, each },
    words,
    titles,
  };
  add(START, start);
  return [...made]
    .map(([path, content]) => ({ path, content }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const digest = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 10);

/** Words of the survey with the number of papers that have them, by first letter. */
function vocabulary(
  papers: readonly SearchRecord[],
): Map<string, [word: string, papers: number][]> {
  const counts = new Map<string, number>();
  for (const { sections } of papers) {
    for (const word of new Set(WRITTEN.flatMap((section) => sections[section] ?? []))) {
      if (word.length > 2 && !HAS_DIGIT.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const sorted = [...counts].sort(([a], [b]) => compareText(a, b));
  return Map.groupBy(sorted, ([word]) => word.charAt(0));
}

/** Pagefind's chunks of the words of all papers. */
async function indexWords(
  papers: readonly SearchRecord[],
): Promise<{ chunks: Start['chunks']; files: IndexFile[] }> {
  const size = Math.min(CHUNK_SIZE.most, Math.max(CHUNK_SIZE.least, papers.length));
  process.env[CHUNK_SIZE.variable] = String(size);
  const created = await createIndex({ forceLanguage: NO_LANGUAGE, includeCharacters: '+#' });
  const { index } = created;
  if (!index) throw new Error(`Pagefind made no index: ${created.errors.join('; ')}`);
  try {
    for (const [place, record] of papers.entries()) {
      const { errors } = await index.addHTMLFile({
        url: urlOf(place),
        content: `<html><body data-pagefind-body>${[...partsOf(record)]
          .map(([weight, keys]) => `<p data-pagefind-weight="${weight}">${keys.join(' ')}</p>`)
          .join('')}</body></html>`,
      });
      if (errors.length > 0) {
        throw new Error(`Pagefind refused ${record.text.permalink}: ${errors.join('; ')}`);
      }
    }
    const { errors, files } = await index.getFiles();
    if (errors.length > 0) throw new Error(`Pagefind wrote no index: ${errors.join('; ')}`);
    const words = papers.length === 0 ? [] : files.filter(({ path }) => INDEX_FILE.test(path));
    return { chunks: verified(words, papers), files: words };
  } finally {
    await index.deleteIndex();
  }
}

/** Pagefind counts records in the order of their addresses. */
const urlOf = (place: number) => `/${String(place).padStart(8, '0')}/`;

/** The parts of a record that have words, as keys, with what Pagefind is told as their weight. */
function* partsOf({ sections }: SearchRecord): Generator<[weight: number, keys: string[]]> {
  for (const [section, words] of Object.entries(sections)) {
    if (words.length === 0) continue;
    const weight = Reflect.get(SECTIONS, section);
    yield [weight, words.map((word) => (word === BREAK ? BREAK : keyOf(word)))];
  }
}

/**
 * The table of chunks, once every one has been read back and holds what was put in.
 *
 * @throws with the word in question when Pagefind's files are not what this reader knows
 */
function verified(files: readonly IndexFile[], papers: readonly SearchRecord[]): Start['chunks'] {
  const expected = new Map<string, number[]>();
  const code = (record: number, weight: number, position: number) =>
    (record * 16 + weight) * 2 ** 20 + position;
  for (const [record, paper] of papers.entries()) {
    let position = 0;
    for (const [weight, keys] of partsOf(paper)) {
      for (const key of keys) {
        if (key !== BREAK) addTo(expected, key, code(record, weight, position));
        position += 1;
      }
    }
  }
  const chunks = files.map(({ path, content }) => {
    const chunk = new WordChunk(gunzipSync(content));
    const keys = [...chunk.keys];
    for (const key of keys) {
      const found: number[] = [];
      chunk.read(key, (...place) => found.push(code(...place)));
      const wanted = expected.get(key) ?? [];
      if (numbers(found) !== numbers(wanted)) {
        throw unlike(`it has “${key}” at ${found.length} places where ${wanted.length} were given`);
      }
      expected.delete(key);
    }
    if (keys.some((key, at) => at > 0 && key < (keys[at - 1] ?? ''))) {
      throw unlike(`the words of ${path} are not in order`);
    }
    return { first: keys[0] ?? '', last: keys.at(-1) ?? '', path };
  });
  const [lost] = expected.keys();
  if (lost !== undefined) throw unlike(`it has no “${lost}”`);
  chunks.sort((a, b) => (a.first < b.first ? -1 : 1));
  if (chunks.some(({ first }, at) => at > 0 && first <= (chunks[at - 1]?.last ?? ''))) {
    throw unlike('its chunks of words overlap');
  }
  return chunks.map(({ first, path }) => [first, path]);
}

const numbers = (codes: number[]) => codes.sort((a, b) => a - b).join();

function unlike(what: string): Error {
  return new Error(
    `The search index does not read back as it was written: ${what}. Adapt src/search/pagefind-files.ts to this version of Pagefind, or go back to the one in package-lock.json.`,
  );
}
