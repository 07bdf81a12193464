import type { PermalinkEntry, PermalinkLedger, SurveyInput } from '../../model/index.ts';
import { keysOfEntry } from '../naming/index.ts';
import { keysOfName } from './lay-on.ts';

/** The first version of ledgers that say themselves which papers screening left out. */
const MARKED_VERSION = 5;

/**
 * The ledger with a mark on every paper that screening left out. In one that was written before there was a mark, these are
 * the papers that the table decides on and an edition withdrew: who withdraws by hand writes the day.
 */
export function withScreeningMarked({
  permalinks: ledger,
  decisions = [],
  editions = [],
}: Pick<SurveyInput, 'permalinks' | 'decisions' | 'editions'>): PermalinkLedger {
  if (ledger.version >= MARKED_VERSION || decisions.length === 0) return ledger;
  const released = new Set(editions.map(({ edition }) => edition));
  const decided = new Set(decisions.flatMap(({ names }) => names.flatMap(keysOfName)));
  const marked = (entry: PermalinkEntry): PermalinkEntry =>
    entry.fate.status === 'withdrawn' &&
    released.has(entry.fate.on) &&
    !decided.isDisjointFrom(keysOfEntry(entry))
      ? { ...entry, fate: { ...entry.fate, by: 'screening' } }
      : entry;
  return { ...ledger, permalinks: ledger.permalinks.map(marked) };
}
