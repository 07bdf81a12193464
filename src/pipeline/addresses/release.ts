import {
  given,
  type Edition,
  type PermalinkLedger,
  type ReleasedAddress,
  type SourceState,
  type Survey,
} from '../../model/index.ts';
import { compareText } from '../lists.ts';
import { currentAddresses, kindOf } from './current.ts';
import { releasedAddresses } from './settle.ts';
import { lastStates, linesNow, runsOf } from './states.ts';

/**
 * The addresses and states of sources that a ledger holds after a release.
 *
 * @param copies names of the editions with a copy, that of the release among them
 */
export function releaseAddresses(
  survey: Pick<
    Survey,
    'themes' | 'pages' | 'people' | 'works' | 'sources' | 'departedAddresses' | 'states'
  >,
  ledger: PermalinkLedger,
  editions: readonly Edition[],
  edition: string,
  copies: readonly string[],
): Required<Pick<PermalinkLedger, 'addresses' | 'states'>> {
  const entries = new Map(releasedAddresses(ledger, editions).map((each) => [each.address, each]));
  for (const { address, papers, fate } of survey.departedAddresses) {
    const entry = entries.get(address);
    if (entry === undefined) continue;
    const on = fate.on ?? edition;
    entries.set(address, {
      ...entry,
      ...(papers.length === 0 ? {} : { papers }),
      fate: fate.status === 'moved' ? { ...fate, on } : { ...fate, on },
    });
  }
  for (const { papers, ...current } of currentAddresses(survey, survey.sources, copies)) {
    const { address } = current;
    const kind = kindOf(address);
    entries.set(address, {
      ...current,
      since: entries.get(address)?.since ?? edition,
      // Authors are many; the records of papers name them.
      ...(kind === 'themes' || kind === 'papers/venue' ? { papers } : {}),
      fate: { status: 'current' },
    });
  }
  return {
    addresses: [...entries.values()].sort((a, b) => compareText(a.address, b.address)),
    states: releaseStates(survey, ledger, edition),
  };
}

/** The states of a ledger after a release: those of now as the last ones, and where the lines of the others are in them. */
function releaseStates(
  { sources, departedAddresses }: Pick<Survey, 'sources' | 'departedAddresses'>,
  { states = [] }: PermalinkLedger,
  edition: string,
): SourceState[] {
  const last = lastStates(states);
  const moved = new Map(
    departedAddresses.flatMap(({ address, fate }) =>
      fate.status === 'moved' ? [[address, fate.to] as const] : [],
    ),
  );
  const bySource = new Map(sources.map((source) => [source.address, source]));
  const made = new Map<string, SourceState>();
  for (const { digest, address, lines, marks } of sources) {
    const since = states.find((state) => state.digest === digest)?.since ?? edition;
    if (!made.has(digest)) made.set(digest, { digest, source: address, since, lines, marks });
  }
  for (const state of states) {
    if (made.has(state.digest)) continue;
    const source = bySource.get(moved.get(state.source) ?? state.source);
    const end = last.get(state.source);
    if (source === undefined || end === undefined) made.set(state.digest, state);
    else {
      const { digest, since, lines } = state;
      const runs = runsOf(linesNow(state, end, source.marks));
      made.set(digest, { digest, source: source.address, since, lines, runs });
    }
  }
  return [...made.values()].sort(
    (a, b) =>
      compareText(a.source, b.source) ||
      compareText(a.since, b.since) ||
      compareText(a.digest, b.digest),
  );
}

/** The entry with its keys in the order of the schema. */
export function addressInOrder(entry: ReleasedAddress): ReleasedAddress {
  const { address, since, title, digest, rules, papers, suggested, fate } = entry;
  return {
    address,
    since,
    title,
    ...given({ digest, rules, papers, suggested }),
    fate,
  };
}
