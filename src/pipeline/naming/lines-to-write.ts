import type { Identifier, Target } from '../../model/index.ts';
import { fold } from '../../text/index.ts';
import { identifierKey } from '../reading/index.ts';

/** A paper or record, by what a correction can name it by. */
export interface Nameable {
  identifiers: readonly { value: Identifier }[];
  /** As printed, the one shown first. */
  titles: readonly string[];
  /** Plain text. */
  abstract: string | undefined;
  seeds: readonly string[];
}

/** Words of an abstract that tell a paper from others of its title, at least and at most. */
const [fewestWords, mostWords] = [6, 40];

/** For each of several papers a target that names it and none of the others; undefined where there is none. */
export function nameApart(all: readonly Nameable[]): (Target | undefined)[] {
  return all.map((one) =>
    nameAmong(
      one,
      all.filter((other) => other !== one),
    ),
  );
}

function nameAmong(one: Nameable, others: readonly Nameable[]): Target | undefined {
  const foreign = new Set(
    others.flatMap(({ identifiers }) => identifiers.map(({ value }) => identifierKey(value))),
  );
  for (const { value } of one.identifiers) {
    if (foreign.has(identifierKey(value))) continue;
    if (value.scheme === 'arxiv') return { arxiv: value.value };
    if (value.scheme === 'doi') return { doi: value.value };
  }
  const taken = new Set(others.flatMap(({ titles }) => titles.map(folded)));
  const own = one.titles.find((title) => folded(title) !== '' && !taken.has(folded(title)));
  if (own !== undefined) return { title: own };
  const [title] = one.titles;
  if (title === undefined) return undefined;
  const words = one.abstract?.split(/\s+/) ?? [];
  for (let many = fewestWords; many <= Math.min(mostWords, words.length); many += 1) {
    const opening = words.slice(0, many).join(' ');
    const isShared = others.some(({ abstract }) =>
      folded(abstract ?? '').startsWith(folded(opening)),
    );
    if (!isShared) return { title, abstract: opening };
  }
  const seed = one.seeds.find((each) => !others.some(({ seeds }) => seeds.includes(each)));
  return seed === undefined ? undefined : { title, seed };
}

const folded = (text: string) => fold(text).replaceAll(' ', '');

/** A correction as a line to write into a file of `content/corrections/`: `- { exclude: { arxiv: "2501.00001" } … }`. */
export function lineToWrite(correction: Readonly<Record<string, unknown>>): string {
  return `- ${flow(correction)}`;
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, each]) => `${key}: ${flow(each)}`);
  return `{ ${parts.join(', ')} }`;
}

/** What to do with a line: where it goes. */
export function writing(line: string): string {
  return `write into a file of content/corrections/: ${line}`;
}
