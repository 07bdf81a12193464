import {
  given,
  type Departed,
  type Exclusion,
  type Message,
  type Seed,
  type SeedReading,
  type SourceRecord,
  type Screened,
  type ScreenedPaper,
  type Screening,
  type Survey,
  type SurveyInput,
  type Theme,
  type Work,
  type PermalinkLedger,
} from '../model/index.ts';
import { exclusionIn, outcomeOf } from '../screening/index.ts';
import { toPlain } from '../text/index.ts';
import { citableOf } from '../writers/index.ts';
import { hasWords, type PageWords, wordsFor } from '../words/index.ts';
import {
  assemble,
  correct,
  type CorrectedRecord,
  type Group,
  merge,
  people,
  publishableCorrection,
} from './merging/index.ts';
import {
  assignPermalinks,
  citationKeys,
  latinLetters,
  type Named,
  otherKeys,
  type Unnamed,
} from './naming/index.ts';
import {
  filedUnder,
  gatherPages,
  gatherThemes,
  relate,
  themeWorks,
  withoutMerged,
} from './themes/index.ts';
import { releasedEditions, unreleasedChanges } from './editions/index.ts';
import { exportMessages } from './export-messages.ts';
import { withForeignNamed } from './foreign.ts';
import { mathCoverage } from './math-coverage.ts';
import { mergedInto } from './merged-into.ts';
import {
  citableStates,
  currentAddresses,
  publishedSources,
  releasedSuggestions,
  settleAddresses,
} from './addresses/index.ts';
import { compareText } from './lists.ts';
import { screeningHints, withdrawalDecision, withScreeningMarked } from './screening/index.ts';
import { titleKey, sourceRecords, isStripping, namedAs } from './reading/index.ts';

/**
 * The survey that seeds and content make: read, clean, identify, correct, merge, assemble, name, classify, relate. Pure,
 * and the same for any order of the input; what is wrong with the input is in `messages`, and no seed text stops it.
 */
export function buildSurvey(written: SurveyInput): Survey {
  const messages: Message[] = [];
  const isOpen = namedAs(written.site.publish);
  const input = {
    ...written,
    corrections: written.corrections.map((each) => publishableCorrection(each, isOpen)),
  };
  const { site } = input;
  const permalinks = withScreeningMarked(input);
  const words = wordsFor(site.language);
  if (!hasWords(site.language)) messages.push(noWords(site.language));
  const { seeds, records } = readAll(input, messages);
  const paths = seeds.map(({ path }) => path);
  messages.push(...screeningHints(input, paths, permalinks));
  const { bare, departed, screening } = namedWorks(
    { ...input, permalinks },
    records,
    words,
    messages,
  );
  const { works, themes, pages, math } = themedWorks(input, bare, departed, words, messages);

  const exclusions = exclusionsOf(screening, words);
  const recordsByKey = new Map(records.map((record) => [record.key, record]));
  messages.push(...exportMessages(works, { site, records: recordsByKey }));
  const persons = people(works);
  const sources = publishedSources(input.seeds, seeds);
  const addresses = settleAddresses(
    currentAddresses({ works, themes, pages, people: persons }, sources, input.copies ?? []),
    sources,
    permalinks,
    input.editions ?? [],
    input.corrections,
  );
  messages.push(...addresses.messages);
  const led = new Map(
    addresses.departed.flatMap(({ address, fate }) =>
      fate.status === 'moved' ? [[address, fate.to] as const] : [],
    ),
  );
  const states = citableStates(sources, permalinks.states ?? [], (address) =>
    sources.find((source) => source.address === (led.get(address) ?? address)),
  );

  const editions = releasedEditions(input.editions ?? [], input.copies ?? []);
  const last = editions.at(-1);
  const unreleased = unreleasedChanges({ works, themes, departed }, last);
  return {
    site: {
      ...site,
      description: site.description ?? describe(works, words),
      ...(last === undefined ? {} : { edition: last.edition }),
    },
    works,
    themes,
    pages,
    people: persons,
    seeds,
    records: recordsByKey,
    exclusions,
    ...(input.decisions || input.site.screening || exclusions.length > 0 ? { screening } : {}),
    departed,
    departedAddresses: addresses.departed,
    sources,
    states,
    permalinkLedger: permalinks,
    editions,
    ...given({ unreleased }),
    flow: {
      records: records.length,
      duplicates: records.length - exclusions.length - works.length,
      incomplete: works.filter((work) => work.fields.abstract === undefined || work.truncated)
        .length,
      excluded: exclusions.length,
      included: works.length,
    },
    math,
    messages: withForeignNamed(messages, input, works.length),
  };
}

const noWords = (language: string): Message => ({
  code: 'language-without-words',
  severity: 'warning',
  source: { file: 'content/site.yaml' },
  text: `There are no words for the language “${language}”; pages speak English.`,
  hint: 'Nothing need be done; correct the tag if another language was meant, such as “de”.',
});

/** Records as works, the newest first, under the names that the ledger has for them; and what became of the others. */
function namedWorks(
  { corrections, decisions, permalinks }: SurveyInput,
  records: readonly SourceRecord[],
  words: PageWords,
  messages: Message[],
): { bare: Work[]; departed: Departed[]; screening: Screening } {
  const corrected = correct(records, corrections, permalinks);
  const merged = merge(corrected.records, corrections, permalinks, words, decisions);
  messages.push(...corrected.messages, ...merged.messages);

  const place = new Map(records.map((record, index) => [record.key, index]));
  const context = { stripsMath: isStripping, place: (key: string) => place.get(key) ?? 0 };
  const assembled = (members: readonly CorrectedRecord[]) => assemble(members, context);
  const unnamed = merged.groups.map((group) => {
    const { work, messages: found } = assembled(group.members);
    messages.push(...found);
    return work;
  });
  const assigned = assignPermalinks(unnamed, permalinks, {
    merges: merged.groups.map(({ merges }) => merges),
    matches: merged.groups.map(({ members }) => permalinksNamed(members)),
    exclusions: merged.exclusions,
    splits: merged.splits,
  });
  messages.push(...assigned.messages);
  const { named, departed, withdrawn } = assigned;
  const left = [
    ...merged.excluded.map(({ members, screened }) => ({
      work: assembled(members).work,
      screened,
    })),
    ...[...withdrawn].flatMap(([index, entry]) => {
      const work = unnamed[index];
      if (work === undefined) return [];
      const own = merged.groups[index]?.screened.decisions ?? [];
      const screened = outcomeOf(own, withdrawalDecision(entry), decisions !== undefined);
      return [{ work, screened }];
    }),
  ].sort((a, b) => compareText(a.work.records[0] ?? '', b.work.records[0] ?? ''));
  const screenedOf = new Map(
    named.flatMap((name, index) => {
      const screened = merged.groups[index]?.screened;
      return name && screened ? [[name.permalink, screened] as const] : [];
    }),
  );
  const bare = newestFirst(nameWorks(unnamed, named, merged.groups, permalinks, departed));
  const staying = bare.flatMap(({ permalink, title, records: keys }): ScreenedPaper[] => {
    const screened = screenedOf.get(permalink);
    return screened
      ? [{ ...screened, title: toPlain(title.value.rich), records: keys, permalink }]
      : [];
  });
  const removed = merged.leftOut.map(({ record, correction: { reason, file, line } }) => ({
    record: record.source.key,
    title: titleOf(record),
    reason,
    file,
    line,
  }));
  removed.sort((a, b) => compareText(a.record, b.record));
  return {
    bare,
    departed,
    screening: { papers: [...staying, ...leftPapers(left, permalinks)], removed },
  };
}

/** Papers that are not in the survey, with what references to them are written from. */
function leftPapers(
  left: readonly { work: Unnamed; screened: Screened }[],
  ledger: PermalinkLedger,
): ScreenedPaper[] {
  const { named } = assignPermalinks(
    left.map(({ work }) => work),
    { version: 3, permalinks: [] },
  );
  const works = left.flatMap(({ work, screened }, index) => {
    const name = named[index];
    return name === undefined ? [] : [{ work: { ...work, ...name, citationKey: '' }, screened }];
  });
  const keys = citationKeys(
    works.map(({ work }) => work),
    ledger,
  );
  return works.map(({ work, screened }) => ({
    ...screened,
    title: toPlain(work.title.value.rich),
    records: work.records,
    left: citableOf({ ...work, citationKey: keys.get(work.permalink) ?? work.permalink }),
  }));
}

/** What is left out, in order of records. */
function exclusionsOf({ papers, removed }: Screening, words: PageWords): Exclusion[] {
  const whole = papers
    .filter(({ left }) => left !== undefined)
    .map((paper) => {
      const { reason, file, line } = exclusionIn(paper, words);
      return { records: paper.records, title: paper.title, reason, file, ...given({ line }) };
    });
  const partly = removed.map(({ record, ...said }) => ({ records: [record], ...said }));
  return [...whole, ...partly].sort((a, b) => compareText(a.records[0] ?? '', b.records[0] ?? ''));
}

/** Works in their themes, beside their neighbours, with the prose that mentions them. */
function themedWorks(
  input: SurveyInput,
  bare: readonly Work[],
  departed: readonly Departed[],
  words: PageWords,
  messages: Message[],
): Pick<Survey, 'works' | 'themes' | 'pages' | 'math'> {
  const moved = mergedInto(departed);
  const written = input.themes
    .map((theme) => withoutMerged(theme, moved))
    .sort((a, b) => compareText(a.slug, b.slug));
  const released = releasedSuggestions(input.permalinks, moved);
  const classified = themeWorks(bare, written, filedUnder, released, words);
  const { suggested, assignments } = classified;
  const themed = bare.map((work) => ({
    ...work,
    themes: assignments.get(work.permalink) ?? [],
  }));
  const neighbours = relate(themed, words);
  const math = mathCoverage(themed);
  // What was released once has a page as long as the survey lasts.
  const others = [
    ...(input.pages ?? []).map(({ slug }) => `pages/${slug}`),
    ...(input.permalinks.addresses ?? []).map(({ address }) => address),
  ];
  const gathered = gatherThemes([...written, ...suggested], others, themed, departed, moved);
  const found = new Set(suggested.map(({ slug }) => slug));
  const themes = gathered.themes.map((theme): Theme =>
    found.has(theme.slug) ? { ...theme, suggested: true } : theme,
  );
  const own = gatherPages(input.pages ?? [], others, themed, gathered.themes, departed, moved);
  for (const stage of [classified, math, gathered, own]) messages.push(...stage.messages);
  const works = themed.map((work) => ({
    ...work,
    related: neighbours.get(work.permalink) ?? [],
    mentions: [gathered, own].flatMap(({ mentions }) => mentions.get(work.permalink) ?? []),
  }));
  return { works, themes, pages: own.pages, math: math.coverage };
}

/** What a survey is called in a sentence whose editor gives none; works are newest first. */
function describe(works: readonly Work[], { found }: PageWords): string {
  const years = works.flatMap(({ publication: { issued } }) =>
    issued === undefined ? [] : [Number(issued.iso.slice(0, 4))],
  );
  return found.survey(works.length, years.at(-1), years[0]);
}

/** Every seed read, in order of path, and its records cleaned and identified, in file order. */
function readAll(
  input: SurveyInput,
  messages: Message[],
): { seeds: SeedReading[]; records: SourceRecord[] } {
  const seeds: SeedReading[] = [];
  const records: SourceRecord[] = [];
  const { site } = input;
  const rules = { ...site, publish: [...site.publish, ...(site.show ?? [])] };
  for (const { path, is } of input.unread ?? []) {
    messages.push({
      code: 'seed-is-no-file',
      severity: 'warning',
      source: { file: path },
      text: `${path} is ${is}; a plain file was expected, and it was left.`,
      hint: 'Put a copy of the text there as a plain file, or take it away.',
    });
  }
  for (const seed of input.seeds.toSorted((a, b) => compareText(a.path, b.path))) {
    if (seed.hasPrivateName) messages.push(privateName(seed));
    const read = sourceRecords(seed, undefined, rules);
    seeds.push(read.reading);
    records.push(...read.records);
    messages.push(...read.messages);
  }
  return { seeds, records };
}

/** That a seed is published under another name than its file has. */
const privateName = ({ path }: Seed): Message => ({
  code: 'seed-name-private',
  severity: 'note',
  source: { file: path },
  text: `The name of a seed has a mail address or a local path in it; it is published as ${path}.`,
  hint: 'Rename the file to give it a public name of your choice.',
});

/** Works with their permalinks, citation keys and near-twins. `named` and `groups` go with `unnamed` one by one; one without a name is left out. */
function nameWorks(
  unnamed: readonly Unnamed[],
  named: readonly (Named | undefined)[],
  groups: readonly Group[],
  ledger: PermalinkLedger,
  departed: readonly Departed[],
): Work[] {
  const citable = unnamed.flatMap((work, index) => {
    const name = named[index];
    if (name === undefined) return [];
    const nearTwins = (groups[index]?.nearTwins ?? []).flatMap(({ group, reason }) => {
      const twin = named[group];
      return twin === undefined ? [] : [{ permalink: twin.permalink, reason }];
    });
    nearTwins.sort((a, b) => compareText(a.permalink, b.permalink));
    return [{ ...name, ...work, nearTwins }];
  });
  const keys = citationKeys(citable, ledger);
  const others = otherKeys(citable, keys, ledger, departed);
  return citable.map((work) => {
    return {
      ...work,
      citationKey: keys.get(work.permalink) ?? work.permalink,
      ...given({ otherKeys: others.get(work.permalink), latin: latinLetters(work) }),
    };
  });
}

/** Works newest first, those without a date last; then by folded title, then by permalink. */
function newestFirst(works: readonly Work[]): Work[] {
  return works
    .map((work) => ({
      work,
      date: work.publication.issued?.iso ?? '',
      title: titleKey(work.title.value.rich),
    }))
    .sort(
      (a, b) =>
        compareText(b.date, a.date) ||
        compareText(a.title, b.title) ||
        compareText(a.work.permalink, b.work.permalink),
    )
    .map(({ work }) => work);
}

function titleOf({ source: { fields, identifiers } }: CorrectedRecord): string {
  const title = fields.title?.value.rich;
  if (title !== undefined) return toPlain(title);
  return identifiers[0]?.value.value ?? 'Paper without a title';
}

/** The permalinks by which corrections of facts name a paper. */
function permalinksNamed(members: readonly CorrectedRecord[]): Set<string> {
  return new Set(
    members.flatMap(({ amendments }) => amendments.flatMap(({ permalink }) => permalink ?? [])),
  );
}
