import type {
  Exclusion,
  Message,
  SeedReading,
  SourceRecord,
  Survey,
  SurveyInput,
  Theme,
  Work,
} from '../model/index.ts';
import { toPlain } from '../text/index.ts';
import { assemble } from './assemble.ts';
import { citationKeys } from './citation-key.ts';
import { citations } from './citations.ts';
import { classify } from './classify.ts';
import { correct } from './correct.ts';
import { type Group, type LeftOut, merge } from './merge.ts';
import { compareText } from './order.ts';
import { people } from './people.ts';
import { assignPermalinks, type Named, type Unnamed } from './permalink.ts';
import { titleKey } from './likeness.ts';
import { relate } from './relate.ts';
import { sourceRecords } from './source-records.ts';
import { isStripping } from './stripping.ts';

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
  const { named, messages: naming } = assignPermalinks(
    unnamed,
    input.permalinks,
    merged.leftOut.map(({ record }) => ({
      identifiers: record.identifiers.map(({ value }) => value),
      titles: record.profile.titles,
    })),
  );
  messages.push(...naming);
  const bare = newestFirst(nameWorks(unnamed, named, merged.groups));

  const themes = input.themes.toSorted((a, b) => compareText(a.slug, b.slug));
  const classified = classify(bare, themes);
  messages.push(...classified.messages);
  const themed = bare.map((work) => ({
    ...work,
    themes: classified.assignments.get(work.permalink) ?? [],
  }));
  const neighbours = relate(themed);
  const works = themed.map((work) => ({ ...work, related: neighbours.get(work.permalink) ?? [] }));

  return {
    site: input.site,
    works,
    themes: gatherThemes(themes, works, messages),
    people: people(works),
    seeds,
    records: new Map(records.map((record) => [record.key, record])),
    exclusions: merged.leftOut.map(exclusionOf).sort((a, b) => compareText(a.record, b.record)),
    flow: {
      records: records.length,
      duplicates: records.length - merged.leftOut.length - works.length,
      incomplete: works.filter((work) => work.fields.abstract === undefined || work.truncated)
        .length,
      excluded: merged.leftOut.length,
      included: works.length,
    },
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

/** Works with their permalinks, citation keys and near-twins. `named` and `groups` go with `unnamed` one by one. */
function nameWorks(
  unnamed: readonly Unnamed[],
  named: readonly Named[],
  groups: readonly Group[],
): Work[] {
  const citable = unnamed.map((work, index) => {
    const { permalink, released } = named[index] ?? { permalink: '', released: false };
    const nearTwins = (groups[index]?.nearTwins ?? []).flatMap(({ group, reason }) => {
      const twin = named[group];
      return twin === undefined ? [] : [{ permalink: twin.permalink, reason }];
    });
    nearTwins.sort((a, b) => compareText(a.permalink, b.permalink));
    return { permalink, released, ...work, nearTwins };
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

/** Themes in their order, each with its papers, neighbours and citations. */
function gatherThemes(
  input: SurveyInput['themes'],
  works: readonly Work[],
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
  const themes = input.map(({ slug, file, frontMatter, body }): Theme => {
    const cited = citations(body);
    for (const { permalink } of cited) {
      if (!known.has(permalink)) messages.push(unknownCitation(permalink, file));
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
      works: bySlug.get(slug) ?? [],
      neighbours,
      citations: cited,
    };
  });
  return themes.sort(
    (a, b) => a.order - b.order || compareText(a.label, b.label) || compareText(a.slug, b.slug),
  );
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
