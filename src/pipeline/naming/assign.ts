import { type PermalinkLedger, permalinkLedgerFile } from '../../model/index.ts';
import { addTo, compareText, GivenNames } from '../lists.ts';
import { permalinkOfIdentifier, permalinkOfTitle } from './permalink.ts';
import { markOf } from './provisional.ts';
import type { Rulings } from './recognise.ts';
import { settleLedger, type Settled } from './settle.ts';
import type { Unnamed } from './unnamed.ts';

/** A work's place in a list, and the permalink it has there. */
export interface Named {
  permalink: string;
  released: boolean;
}

/** What a ledger makes of works: `named` goes with them one by one. */
export interface Assigned extends Pick<Settled, 'departed' | 'withdrawn' | 'messages'> {
  /** Undefined for a work whose permalink is withdrawn: it stays out of the survey. */
  named: (Named | undefined)[];
}

const noRulings: Rulings = { merges: [], matches: [], exclusions: [], splits: [] };

/**
 * A permalink for every work, in the order given. The ledger decides for the works it knows; the others get a
 * provisional one, made from what they say, so that it does not depend on the order or on file names.
 */
export function assignPermalinks(
  works: readonly Unnamed[],
  ledger: PermalinkLedger,
  rulings: Rulings = noRulings,
): Assigned {
  const { holders, withdrawn, departed, messages } = settleLedger(works, ledger, rulings);
  const taken = new GivenNames(ledger.permalinks.map((entry) => entry.permalink));
  const wishes = new Map<string, number[]>();
  const named = works.map((work, index): Named | undefined => {
    const entry = holders.get(index);
    if (entry !== undefined) return { permalink: entry.permalink, released: true };
    if (withdrawn.has(index)) return undefined;
    const permalink = wishedPermalink(work);
    addTo(wishes, permalink, index);
    return { permalink, released: false };
  });
  for (const [permalink, holding] of [...wishes].sort(([a], [b]) => compareText(a, b))) {
    if (holding.length === 1 && !taken.has(permalink)) {
      taken.give(permalink);
      continue;
    }
    const marked = holding.flatMap((index) => {
      const work = works[index];
      return work === undefined ? [] : [{ index, mark: markOf(work) }];
    });
    marked.sort((a, b) => compareText(a.mark, b.mark));
    for (const { index, mark } of marked)
      named[index] = { permalink: taken.give(`${permalink}${mark}`), released: false };
  }
  const provisional = named.filter((name) => name?.released === false).length;
  if (provisional > 0) {
    messages.push({
      code: 'permalinks-provisional',
      severity: 'note',
      source: { file: permalinkLedgerFile },
      text:
        provisional === 1
          ? '1 paper has a provisional permalink, which may still change.'
          : `${provisional} papers have provisional permalinks, which may still change.`,
      hint: 'Run `npm run -s florilegium -- release` to fix them in the ledger.',
    });
  }
  return { named, departed, withdrawn, messages };
}

function wishedPermalink(work: Unnamed): string {
  for (const { value } of work.identifiers) {
    const permalink = permalinkOfIdentifier(value);
    if (permalink !== undefined) return permalink;
  }
  return permalinkOfTitle(work.title.value.rich, work.publication.issued?.iso);
}
