import type {
  Correction,
  DepartedAddress,
  Edition,
  Message,
  PermalinkLedger,
  PublishedSource,
  ReleasedAddress,
} from '../../model/index.ts';
import { permalinkLedgerFile } from '../../model/index.ts';
import { lineToWrite, writing } from '../naming/index.ts';
import { compareText } from '../lists.ts';
import { addressesOfEditions, type CurrentAddress, kindOf, nameKeyOf } from './current.ts';
import { followLines, lastStates } from './states.ts';

/** What is known of a released address without a page, before ways are followed to their ends. */
interface Fate {
  papers: readonly string[];
  fate: DepartedAddress['fate'];
}

/** Share of the lines of a source from which another is offered as the same one, edited. */
const editedShare = 0.5;

/**
 * What became of every released address of a theme, own page, source, author, venue or edition that has no page now. Moves are recognised
 * where nothing else can be meant: a theme of the same rules, a source of the same bytes, a page of the same text, an author's name printed
 * otherwise on the same papers. Pages of authors, venues and suggested themes come and go with the papers, and say so. A
 * theme, page or source that left otherwise is an error, which offers the line to write.
 */
export function settleAddresses(
  current: readonly CurrentAddress[],
  sources: readonly PublishedSource[],
  ledger: PermalinkLedger,
  editions: readonly Edition[],
  corrections: readonly Correction[],
): { departed: DepartedAddress[]; messages: Message[] } {
  const released = releasedAddresses(ledger, editions);
  const messages: Message[] = [];
  const now = new Map(current.map((each) => [each.address, each]));
  const known = new Map(released.map((each) => [each.address, each]));
  const fresh = current.filter(({ address }) => !known.has(address));
  const fates = new Map<string, Fate>();
  const told = toldIn(corrections, now, known, messages);
  const scene: Scene = { now, fresh, ledger, sources };
  for (const entry of released) {
    const { address, fate } = entry;
    if (now.has(address)) continue;
    const papers = entry.papers ?? papersOf(entry, ledger);
    const said = told.get(address);
    if (said !== undefined) fates.set(address, { papers, fate: said });
    else if (fate.status !== 'current') fates.set(address, { papers, fate });
    else {
      const found = recognise(entry, papers, scene) ?? leaving(entry);
      if (found === undefined) messages.push(lost(entry, papers, scene));
      else fates.set(address, { papers, fate: found });
    }
  }
  const departed = [...fates].map(([address, { papers, fate }]): DepartedAddress => {
    const title = known.get(address)?.title ?? address;
    return { address, title, papers: [...papers], fate: ended(fate, fates) };
  });
  messages.push(...departed.flatMap((each) => noteOf(each, known.get(each.address))));
  return { departed: departed.sort((a, b) => compareText(a.address, b.address)), messages };
}

/** The released addresses of a ledger; one from before it held them knows those that editions tell of. */
export function releasedAddresses(
  ledger: PermalinkLedger,
  editions: readonly Edition[],
): readonly ReleasedAddress[] {
  return ledger.addresses ?? (ledger.version < 4 ? addressesOfEditions(editions) : []);
}

/** What corrections say of addresses. */
function toldIn(
  corrections: readonly Correction[],
  now: ReadonlyMap<string, CurrentAddress>,
  known: ReadonlyMap<string, ReleasedAddress>,
  messages: Message[],
): Map<string, DepartedAddress['fate']> {
  const told = new Map<string, DepartedAddress['fate']>();
  for (const correction of corrections) {
    const source = {
      file: correction.file,
      lines: [correction.line, correction.line] as [number, number],
    };
    if ('moved' in correction) {
      const { moved, to, reason } = correction;
      if (now.has(to) || known.has(to)) told.set(moved, { status: 'moved', to, reason });
      else
        messages.push({
          code: 'address-unknown',
          severity: 'error',
          source,
          text: `Nothing stands at ${to}, to which ${moved} is said to have moved.`,
          hint: 'Take the address from the page, without the slashes at its ends.',
        });
    }
    if ('removed' in correction)
      told.set(correction.removed, { status: 'removed', reason: correction.reason });
    const address =
      'moved' in correction
        ? correction.moved
        : 'removed' in correction
          ? correction.removed
          : undefined;
    if (address === undefined || (known.has(address) && !now.has(address))) continue;
    messages.push({
      code: 'address-unknown',
      severity: 'warning',
      source,
      text: now.has(address)
        ? `${address} has a page, and a correction says that it has left.`
        : `${address} was never released, and a correction speaks of it.`,
      hint: 'Check the address, or delete the correction.',
    });
  }
  return told;
}

/** What addresses are looked for in. */
interface Scene {
  now: ReadonlyMap<string, CurrentAddress>;
  /** Those that were never released. */
  fresh: readonly CurrentAddress[];
  ledger: PermalinkLedger;
  sources: readonly PublishedSource[];
}

/** Where what stood at an address stands now, when nothing else can be meant. */
function recognise(
  entry: ReleasedAddress,
  papers: readonly string[],
  { now, fresh, ledger }: Scene,
): DepartedAddress['fate'] | undefined {
  const kind = kindOf(entry.address);
  const others = fresh.filter(({ address }) => kindOf(address) === kind);
  if (kind === 'authors') return renamedAuthor(entry, papers, [...now.values()], ledger);
  const same = others.filter((other) =>
    kind === 'papers/venue'
      ? papers.length > 0 && papers.every((paper) => other.papers.includes(paper))
      : (entry.digest !== undefined && other.digest === entry.digest) ||
        (entry.rules !== undefined && other.rules === entry.rules),
  );
  const [only, ...more] = same;
  if (only === undefined || more.length > 0) return undefined;
  const reason = {
    themes: 'Its rules are the same.',
    pages: 'Its text is the same.',
    sources: 'Its bytes are the same.',
    'papers/venue': 'Its papers are the same.',
    editions: 'It is the same.',
  }[kind];
  return { status: 'moved', to: only.address, reason };
}

/** The author whose name is printed on all papers of an earlier one, and was on none of them before. */
function renamedAuthor(
  { address, title }: ReleasedAddress,
  papers: readonly string[],
  current: readonly CurrentAddress[],
  { permalinks }: PermalinkLedger,
): DepartedAddress['fate'] | undefined {
  if (papers.length === 0) return undefined;
  const earlier = new Set(
    permalinks
      .filter(({ permalink }) => papers.includes(permalink))
      .flatMap(({ record }) => record?.authors?.map(nameKeyOf) ?? []),
  );
  const candidates = current.filter(
    (each) =>
      kindOf(each.address) === 'authors' &&
      each.address !== address &&
      !earlier.has(nameKeyOf(each.title)) &&
      papers.every((paper) => each.papers.includes(paper)),
  );
  const [only, ...more] = candidates;
  if (only === undefined || more.length > 0) return undefined;
  return { status: 'moved', to: only.address, reason: `${title} is printed as ${only.title}.` };
}

/** Papers that carried a name at the last release. */
function papersOf({ address, title }: ReleasedAddress, { permalinks }: PermalinkLedger): string[] {
  if (kindOf(address) !== 'authors') return [];
  const name = nameKeyOf(title);
  return permalinks
    .filter(({ record }) => record?.authors?.some((author) => nameKeyOf(author) === name))
    .map(({ permalink }) => permalink);
}

/** How a page leaves that comes and goes with the papers. */
function leaving({ address, suggested }: ReleasedAddress): DepartedAddress['fate'] | undefined {
  const kind = kindOf(address);
  if (kind === 'authors')
    return { status: 'removed', reason: 'No paper of the survey prints this name any more.' };
  if (kind === 'papers/venue')
    return { status: 'removed', reason: 'Fewer than two papers of the survey appeared there.' };
  return suggested
    ? { status: 'removed', reason: 'The build found this theme among papers that have others now.' }
    : undefined;
}

/** That a released page would be lost, with the lines to write. */
function lost(entry: ReleasedAddress, papers: readonly string[], scene: Scene): Message {
  const { address, title } = entry;
  const kind = kindOf(address);
  const removed = lineToWrite({ removed: address, reason: 'Left the survey.' });
  const [likely] = likeliest(entry, papers, scene);
  const moved = likely && lineToWrite({ moved: address, to: likely.address, reason: 'Renamed.' });
  return {
    code: 'address-lost',
    severity: 'error',
    source: { file: permalinkLedgerFile },
    text: `The ${{ themes: 'theme', pages: 'page', sources: 'source', authors: 'author', 'papers/venue': 'venue', editions: 'edition' }[kind]} “${title}” has no page any more, and its address ${address} was released.`,
    hint: `Put its file back; or, if it left, ${writing(removed)}${moved === undefined ? '' : `; or, if it is another one now, ${writing(moved)}`}.`,
  };
}

/** Pages that an address could have moved to, the likeliest first. */
function likeliest(
  entry: ReleasedAddress,
  papers: readonly string[],
  { fresh, ledger, sources }: Scene,
): CurrentAddress[] {
  const kind = kindOf(entry.address);
  const marks = lastStates(ledger.states ?? []).get(entry.address)?.marks ?? '';
  const others = fresh.filter(({ address }) => kindOf(address) === kind);
  const shareOf = (other: CurrentAddress) => {
    // What a page said is not known; the only new one is likely it.
    if (kind === 'pages') return others.length === 1 ? 1 : 0;
    if (kind === 'themes')
      return (
        papers.filter((paper) => other.papers.includes(paper)).length / Math.max(1, papers.length)
      );
    const source = sources.find(({ address }) => address === other.address);
    const lines = followLines(marks, source?.marks ?? '');
    return lines.filter((line) => line > 0).length / Math.max(1, lines.length);
  };
  return others
    .map((other) => ({ other, share: shareOf(other) }))
    .filter(({ share }) => share >= editedShare)
    .sort((a, b) => b.share - a.share || compareText(a.other.address, b.other.address))
    .map(({ other }) => other);
}

/** The fate with its way followed to where it ends. */
function ended(
  fate: DepartedAddress['fate'],
  fates: ReadonlyMap<string, Fate>,
): DepartedAddress['fate'] {
  if (fate.status === 'removed') return fate;
  const seen = new Set<string>();
  let { to } = fate;
  for (
    let next = fates.get(to)?.fate;
    next?.status === 'moved' && !seen.has(to);
    next = fates.get(to)?.fate
  ) {
    seen.add(to);
    to = next.to;
  }
  return { ...fate, to };
}

/** What is to be said of an address that left since the last release. */
function noteOf(
  { address, title, fate }: DepartedAddress,
  entry: ReleasedAddress | undefined,
): Message[] {
  if (entry?.fate.status === fate.status) return [];
  return [
    {
      code: 'address-left',
      severity: 'note',
      source: { file: permalinkLedgerFile },
      text:
        fate.status === 'moved'
          ? `The released address ${address} (“${title}”) leads to ${fate.to}. ${fate.reason}`
          : `The page of the released address ${address} (“${title}”) says that it left. ${fate.reason}`,
      hint: 'The next release writes this into the ledger.',
    },
  ];
}
