import { closest, distance } from 'fastest-levenshtein';
import type { Decision, Message, PaperName, PermalinkLedger } from '../../model/index.ts';
import { parseTex, toPlain, withoutPrivate } from '../../text/index.ts';
import { addTo, compareText, unique } from '../lists.ts';
import { type Findable, type FindKey, keysOfEntry } from '../naming/index.ts';
import { identifierKey, readIdentifier, titleKey } from '../reading/index.ts';

/** What decisions are laid on: records, the papers they are of by number, and how records are found. */
interface Papers<R extends Findable> {
  records: readonly R[];
  paperOf: (record: R) => number;
  findKey: FindKey<R>;
  ledger: PermalinkLedger;
}

/** Decisions without a paper that are told the nearest title, at most: each is compared with every title. */
const mostNearest = 100;

/**
 * The decisions on each paper. A decision follows its paper: it may name it by what any of its records says, by a released
 * permalink, and by the identifiers and titles that one was released with. It is laid on the one paper that all of its names
 * may mean; where they are of several, or of different ones, on none.
 *
 * @returns `absent`, too: by permalink, the decisions on released papers that no record is left of
 */
export function layOnDecisions<R extends Findable>(
  decisions: readonly Decision[],
  { records, paperOf, findKey, ledger }: Papers<R>,
): { byPaper: Map<number, Decision[]>; absent: Map<string, Decision[]>; messages: Message[] } {
  const permalinksOf = new Map<string, string[]>();
  if (decisions.length > 0) {
    for (const entry of ledger.permalinks)
      for (const key of keysOfEntry(entry)) addTo(permalinksOf, key, entry.permalink);
  }
  const byPaper = new Map<number, Decision[]>();
  const absent = new Map<string, Decision[]>();
  const messages: Message[] = [];
  const titles = decisions.length > 0 ? titlesOf(records) : [];
  const papersOf = (keys: readonly string[]) =>
    unique(keys.flatMap((key) => findKey(key)).map(paperOf));
  const released = (key: string) =>
    (permalinksOf.get(key) ?? []).map((permalink) => `permalink:${permalink}`);
  /** The papers that a name is of: what seeds say counts before what was released. */
  const namedBy = (keys: readonly string[]) =>
    keys.map((key) => papersOf([key])).find((papers) => papers.length > 0) ??
    keys.map((key) => papersOf(released(key))).find((papers) => papers.length > 0) ??
    [];
  const titleOfPaper = (paper: number) =>
    records.filter((record) => paperOf(record) === paper).flatMap(titleOf)[0] ?? '';
  let lost = 0;
  for (const decision of decisions) {
    const keys = decision.names.flatMap(keysOfName);
    const named = decision.names
      .map((name) => ({ name, papers: namedBy(keysOfName(name)) }))
      .filter(({ papers }) => papers.length > 0);
    const common = named
      .map(({ papers }) => papers)
      .reduce(
        (all, papers) => all.filter((paper) => papers.includes(paper)),
        named[0]?.papers ?? [],
      );
    if (named.length > 0 && common.length === 0) {
      messages.push(namesDiffer(decision, named, titleOfPaper));
      continue;
    }
    const [paper, ...others] = common;
    if (paper === undefined) {
      const [permalink] = keys.flatMap((key) => permalinksOf.get(key) ?? []);
      if (permalink !== undefined) {
        addTo(absent, permalink, decision);
        continue;
      }
      lost += 1;
      messages.push(withoutPaper(decision, lost <= mostNearest ? titles : []));
    } else if (others.length > 0) messages.push(ambiguous(decision, common.length));
    else addTo(byPaper, paper, decision);
  }
  return { byPaper, absent, messages };
}

/** Every key that a decision may mean by a name of its paper. */
export function keysOfName({ by, value }: PaperName): string[] {
  const identified = (scheme: Parameters<typeof readIdentifier>[0], text = value) => {
    const identifier = readIdentifier(scheme, text);
    return identifier === undefined ? [] : [identifierKey(identifier)];
  };
  if (by === 'title') return [`title:${titleKey(parseTex(value).rich)}`];
  if (by === 'permalink') {
    const last = value.split('/').findLast((part) => part !== '') ?? value;
    return [`permalink:${last}`];
  }
  if (by !== 'any') return identified(by);
  const [, scheme, named] = /^(doi|arxiv|pmid)\s*:\s*(\S+)$/iu.exec(value) ?? [];
  const title = `title:${titleKey(parseTex(value).rich)}`;
  if (scheme !== undefined && named !== undefined) {
    const known = (['doi', 'arxiv', 'pmid'] as const).find((each) => each === scheme.toLowerCase());
    return known === undefined ? [title] : [...identified(known, named), title];
  }
  if (/\s/u.test(value)) return [title];
  return unique([
    `permalink:${value}`,
    ...(['doi', 'arxiv', 'pmid', 'acl', 'url'] as const).flatMap((each) => identified(each)),
    title,
  ]);
}

function titleOf({ source }: Findable): string[] {
  const title = source.fields.title?.value.rich;
  return title === undefined ? [] : [toPlain(title)];
}

const titlesOf = (records: readonly Findable[]): string[] =>
  unique(records.flatMap(titleOf)).sort(compareText);

/** Where a decision stands, for a message. */
export const sourceOfDecision = ({ file, line }: Decision): NonNullable<Message['source']> => ({
  file,
  ...(line === undefined ? {} : { lines: [line, line] }),
});

const quoted = ({ value }: PaperName) => `“${withoutPrivate(value)}”`;
const saidOf = ({ names }: Decision) => names.map(quoted).join(', ');

function withoutPaper(decision: Decision, titles: readonly string[]): Message {
  const nearest = decision.names
    .filter(({ by, value }) => by === 'title' || (by === 'any' && /\s/u.test(value)))
    .flatMap(({ value }) => nearestTitle(value, titles) ?? [])[0];
  return {
    code: 'decision-without-paper',
    severity: 'warning',
    source: sourceOfDecision(decision),
    text: `No paper in the seeds answers to ${saidOf(decision)}.`,
    hint:
      nearest === undefined
        ? 'Check the identifier, or name the paper by its title.'
        : `The nearest title is “${nearest}”; write it so if that is the paper.`,
  };
}

/** The title that was probably meant: at most half of its letters are others. */
function nearestTitle(title: string, titles: readonly string[]): string | undefined {
  if (titles.length === 0) return undefined;
  const near = closest(title, titles);
  return distance(title, near) <= near.length / 2 ? near : undefined;
}

const ambiguous = (decision: Decision, papers: number): Message => ({
  code: 'decision-ambiguous',
  severity: 'warning',
  source: sourceOfDecision(decision),
  text: `${saidOf(decision)} names ${papers} papers; the decision is laid on none of them.`,
  hint: 'Name the paper by its DOI, arXiv identifier or permalink.',
});

/** That names of one row are those of different papers: a cell that slipped, perhaps. */
function namesDiffer(
  decision: Decision,
  named: readonly { name: PaperName; papers: readonly number[] }[],
  titleOfPaper: (paper: number) => string,
): Message {
  const said = named.map(
    ({ name, papers: [paper = -1] }) => `${quoted(name)} is “${titleOfPaper(paper)}”`,
  );
  return {
    code: 'decision-names-differ',
    severity: 'warning',
    source: sourceOfDecision(decision),
    text: `One row names different papers, and is laid on none of them: ${said.join(', ')}.`,
    hint: 'Keep the name of the paper that was decided on.',
  };
}
