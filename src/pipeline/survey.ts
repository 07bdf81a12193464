import {
  type Departed,
  type Exclusion,
  type PermalinkEntry,
  type Message,
  type SeedReading,
  type SourceRecord,
  type Survey,
  type SurveyInput,
  type Theme,
  type Work,
  type WrittenTheme,
  permalinkLedgerFile,
} from '../model/index.ts';
import { toPlain } from '../text/index.ts';
import {
  assemble,
  correct,
  type CorrectedRecord,
  type Group,
  type LeftOut,
  merge,
  people,
} from './merging/index.ts';
import { citationKeys, assignPermalinks, type Named, type Unnamed } from './naming/index.ts';
import { citations, classify, type ProseProblem, relate } from './themes/index.ts';
import { digestOf } from './digest.ts';
import { mathCoverage } from './math-coverage.ts';
import { addTo, compareText, unique } from './order.ts';
import { titleKey, sourceRecords, isStripping } from './reading/index.ts';

/**
 * The survey that seeds and content make: read, clean, identify, correct, merge, assemble, name, classify, relate. Pure,
 * and the same for any order of the input; what is wrong with the input is in `messages`, and no seed text stops it.
 */
export function buildSurvey(input: SurveyInput): Survey {
  const messages: Message[] = [];
  const { seeds, records } = readAll(input, messages);
  const place = new Map(records.map((record, index) => [record.key, index]));

  const corrected = correct(records, input.corrections, input.permalinks);
  const merged = merge(corrected.records, input.corrections, input.permalinks);
  messages.push(...corrected.messages, ...merged.messages);

  const context = {
    stripsMath: isStripping,
    place: (key: string) => place.get(key) ?? 0,
  };
  const unnamed = merged.groups.map((group) => {
    const { work, messages: found } = assemble(group.members, context);
    messages.push(...found);
    return work;
  });
  const {
    named,
    departed,
    withdrawn,
    messages: naming,
  } = assignPermalinks(unnamed, input.permalinks, {
    merges: merged.groups.map(({ merges }) => merges),
    matches: merged.groups.map(({ members }) => permalinksNamed(members)),
    exclusions: merged.exclusions,
  });
  messages.push(...naming);
  const exclusions = [
    ...merged.leftOut.map(exclusionOf),
    ...Array.from(withdrawn, ([index, entry]) =>
      (unnamed[index]?.records ?? []).map((record) => withdrawnRecord(record, entry)),
    ).flat(),
  ].sort((a, b) => compareText(a.record, b.record));
  const bare = newestFirst(nameWorks(unnamed, named, merged.groups));

  const moved = new Map(
    departed.flatMap(({ permalink, fate }) =>
      fate.status === 'merged' ? [[permalink, fate.into] as const] : [],
    ),
  );
  const themes = input.themes
    .map((theme) => withoutMerged(theme, moved))
    .sort((a, b) => compareText(a.slug, b.slug));
  const classified = classify(bare, themes);
  messages.push(...classified.messages);
  const themed = bare.map((work) => ({
    ...work,
    themes: classified.assignments.get(work.permalink) ?? [],
  }));
  const neighbours = relate(themed);
  const works = themed.map((work) => ({ ...work, related: neighbours.get(work.permalink) ?? [] }));

  const math = mathCoverage(works);
  messages.push(...math.messages);

  const editions = (input.editions ?? []).toSorted((a, b) => compareText(a.edition, b.edition));
  const edition = editions.at(-1)?.edition;
  return {
    site: edition === undefined ? input.site : { ...input.site, edition },
    works,
    themes: gatherThemes(themes, works, departed, moved, messages),
    people: people(works),
    seeds,
    records: new Map(records.map((record) => [record.key, record])),
    exclusions,
    departed,
    permalinkLedger: input.permalinks,
    editions,
    flow: {
      records: records.length,
      duplicates: records.length - exclusions.length - works.length,
      incomplete: works.filter((work) => work.fields.abstract === undefined || work.truncated)
        .length,
      excluded: exclusions.length,
      included: works.length,
    },
    math: math.coverage,
    messages,
  };
}

/** Every seed read, in order of path, and its records cleaned and identified, in file order. */
function readAll(
  input: SurveyInput,
  messages: Message[],
): { seeds: SeedReading[]; records: SourceRecord[] } {
  const seeds: SeedReading[] = [];
  const records: SourceRecord[] = [];
  for (const seed of input.seeds.toSorted((a, b) => compareText(a.path, b.path))) {
    const read = sourceRecords(seed);
    seeds.push(read.reading);
    records.push(...read.records);
    messages.push(...read.messages);
  }
  return { seeds, records };
}

/** Works with their permalinks, citation keys and near-twins. `named` and `groups` go with `unnamed` one by one; one without a name is left out. */
function nameWorks(
  unnamed: readonly Unnamed[],
  named: readonly (Named | undefined)[],
  groups: readonly Group[],
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
  const keys = citationKeys(citable);
  return citable.map((work) => ({
    ...work,
    citationKey: keys.get(work.permalink) ?? work.permalink,
  }));
}

/** Works newest first, those without a date last; then by folded title, then by permalink. */
function newestFirst(works: readonly Work[]): Work[] {
  return works
    .map((work) => ({
      work,
      date: work.fields.issued?.value.iso ?? '',
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

function exclusionOf({ record, correction, reason }: LeftOut): Exclusion {
  const { source } = record;
  const title = source.fields.title?.value.rich;
  const identifier = source.identifiers[0]?.value;
  return {
    record: source.key,
    title: title === undefined ? (identifier?.value ?? 'Paper without a title') : toPlain(title),
    reason,
    file: correction.file,
    line: correction.line,
  };
}

/** The permalinks by which corrections of facts name a paper. */
function permalinksNamed(members: readonly CorrectedRecord[]): Set<string> {
  return new Set(
    members.flatMap(({ amendments }) => amendments.flatMap(({ permalink }) => permalink ?? [])),
  );
}

function withdrawnRecord(record: string, { title, fate }: PermalinkEntry): Exclusion {
  const reason = fate.status === 'withdrawn' ? fate.reason : 'its permalink is withdrawn';
  return { record, title, reason, file: permalinkLedgerFile };
}

/** A theme whose rules name the papers of now, where one it names was merged into another. */
function withoutMerged(theme: WrittenTheme, moved: ReadonlyMap<string, string>): WrittenTheme {
  const { rules } = theme.frontMatter;
  const current = (permalinks: readonly string[]) =>
    unique(permalinks.map((permalink) => moved.get(permalink) ?? permalink));
  return {
    ...theme,
    frontMatter: {
      ...theme.frontMatter,
      rules: { ...rules, pins: current(rules.pins), unpins: current(rules.unpins) },
    },
  };
}

/** Themes in their order, each with its papers, neighbours and citations. */
function gatherThemes(
  input: WrittenTheme[],
  works: readonly Work[],
  departed: readonly Departed[],
  moved: ReadonlyMap<string, string>,
  messages: Message[],
): Theme[] {
  const known = new Set(works.map((work) => work.permalink));
  const bySlug = new Map(input.map(({ slug }) => [slug, [] as string[]]));
  const shared = new Map<string, Map<string, number>>();
  for (const work of works) {
    const slugs = work.themes.map(({ slug }) => slug);
    for (const slug of slugs) {
      bySlug.get(slug)?.push(work.permalink);
      const counts = shared.get(slug) ?? new Map<string, number>();
      shared.set(slug, counts);
      for (const other of slugs)
        if (other !== slug) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  const themes = input.map(({ slug, file, frontMatter, body, bodyLine }): Theme => {
    const prose = citations(body);
    messages.push(...prose.problems.map((problem) => unreadProse(problem, file, bodyLine)));
    const cited = citedNow(prose.citations, moved);
    for (const { permalink } of cited) {
      if (known.has(permalink)) continue;
      const gone = departed.some((each) => each.permalink === permalink);
      messages.push(gone ? withdrawnCitation(permalink, file) : unknownCitation(permalink, file));
    }
    const neighbours = Array.from(shared.get(slug) ?? [], ([other, count]) => ({
      slug: other,
      shared: count,
    }));
    neighbours.sort((a, b) => b.shared - a.shared || compareText(a.slug, b.slug));
    return {
      ...frontMatter,
      slug,
      file,
      digest: digestOf(JSON.stringify([frontMatter, body])),
      works: bySlug.get(slug) ?? [],
      neighbours,
      citations: cited,
    };
  });
  return themes.sort(
    (a, b) => a.order - b.order || compareText(a.label, b.label) || compareText(a.slug, b.slug),
  );
}

/** Citations, those of a merged paper as citations of the one it was merged into. */
function citedNow(
  citations: Theme['citations'],
  moved: ReadonlyMap<string, string>,
): Theme['citations'] {
  const cited = new Map<string, string[]>();
  for (const { permalink, sentences } of citations) {
    for (const sentence of sentences) addTo(cited, moved.get(permalink) ?? permalink, sentence);
  }
  return Array.from(cited, ([permalink, sentences]) => ({
    permalink,
    sentences: unique(sentences),
  }));
}

function withdrawnCitation(permalink: string, file: string): Message {
  return {
    code: 'citation-of-withdrawn',
    severity: 'warning',
    source: { file },
    text: `The text cites ${permalink}, which is withdrawn; the mark is left out.`,
    hint: 'Revise the sentence, or take the citation out.',
  };
}

function unknownCitation(permalink: string, file: string): Message {
  return {
    code: 'citation-without-paper',
    severity: 'error',
    source: { file },
    text: `The text cites ${permalink}, and no paper has this permalink.`,
    hint: 'Take the permalink from the address of the paper’s page.',
  };
}

function unreadProse({ line, text, hint }: ProseProblem, file: string, bodyLine: number): Message {
  const at = bodyLine + line - 1;
  return {
    code: 'unreadable-prose',
    severity: 'error',
    source: { file, lines: [at, at] },
    text,
    hint,
  };
}
