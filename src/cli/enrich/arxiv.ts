import { foundInAtom, type Lookup } from '../../pipeline/index.ts';
import { words } from '../../text/index.ts';
import { batchesOf, type ServiceFormat } from './service.ts';

/** Identifiers in one request: a page that arXiv serves quickly, in an address of a common length. */
const batch = 50;
/** Papers looked at under one title. */
const candidates = 10;

/** `<id>http://arxiv.org/api/errors#incorrect_id_format_for_1234</id>`: arXiv wraps what it has to say in an entry. */
const ERROR = /<id>\s*https?:\/\/arxiv\.org\/api\/errors/;
const BAD_IDENTIFIER = /<id>\s*https?:\/\/arxiv\.org\/api\/errors#incorrect_id_format/;
/** `<opensearch:totalResults xmlns:opensearch="…">3</opensearch:totalResults>` */
const TOTAL = /<opensearch:totalResults[^<>]*>(\d+)</;

/**
 * arXiv's API (https://info.arxiv.org/help/api/user-manual.html): at most one request in three seconds
 * (https://info.arxiv.org/help/api/tou.html), answers in Atom.
 *
 * @param base `https://export.arxiv.org/api/query`
 */
export function arxivFormat(base: string): ServiceFormat {
  const address = (parameters: Record<string, string>) =>
    `${base}?${new URLSearchParams(parameters)}`.replaceAll('%2C', ',').replaceAll('%2F', '/');
  return {
    interval: 3_000,
    requests(lookups) {
      const named = lookups.filter(({ by }) => by === 'identifier');
      const titled = lookups.filter(({ by }) => by === 'title');
      return [
        ...batchesOf(named, batch).map((some) => ({
          service: 'arxiv' as const,
          url: address({
            id_list: some.map(({ value }) => value).join(','),
            max_results: String(some.length),
          }),
          lookups: some,
        })),
        ...titled.map((lookup) => ({
          service: 'arxiv' as const,
          url: address({ search_query: titleQuery(lookup), max_results: String(candidates) }),
          lookups: [lookup],
        })),
      ];
    },
    isUsable({ status, text }) {
      if (BAD_IDENTIFIER.test(text)) return true;
      if (status !== 200 || ERROR.test(text) || !/<\/(?:\w+:)?feed>\s*$/.test(text)) return false;
      // Under load arXiv sends feeds that claim papers and hold none.
      return /<entry[\s>]/.test(text) || Number(TOTAL.exec(text)?.[1] ?? 0) === 0;
    },
    isRefusedForOne: ({ text }) => BAD_IDENTIFIER.test(text),
    records: ({ text }) => foundInAtom(text),
  };
}

/** `R⁴ec`, `ε-nets`: a word whose formula stands in arXiv's index as TeX. */
const FORMULA = /[^\p{Script=Latin}\p{M}\p{P}0-9]/u;

/** `ti:"walks in the woods"`; a title with formulas is looked for by the runs of words between them. */
function titleQuery({ value }: Lookup): string {
  const runs: string[][] = [[]];
  for (const word of value.split(/\s+/)) {
    if (FORMULA.test(word)) runs.push([]);
    else runs.at(-1)?.push(...words(word));
  }
  const phrases = runs.filter((run) => run.length > 0);
  // A title in another script has nothing but such words.
  const asked = phrases.length > 0 ? phrases : [words(value)];
  return asked.map((run) => `ti:"${run.join(' ')}"`).join(' AND ');
}
