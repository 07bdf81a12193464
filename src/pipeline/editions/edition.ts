import type {
  Changes,
  Edition,
  Identifier,
  ReleasedEdition,
  Survey,
  Work,
} from '../../model/index.ts';
import { toLatex, toPlain } from '../../text/index.ts';
import { digestOf } from '../hashes.ts';
import { identifierKey } from '../reading/index.ts';
import { compareText } from '../lists.ts';

/** The state of a survey, compact: what each paper is called, where it stands, and a digest of each of its fields. */
export function editionOf(
  survey: Pick<Survey, 'works' | 'themes' | 'departed'>,
  edition: string,
): Edition {
  return {
    version: 1,
    edition,
    works: survey.works
      .map((work) => ({
        permalink: work.permalink,
        title: toPlain(work.title.value.rich),
        identifiers: work.identifiers.map(({ value }) => value),
        themes: work.themes.map(({ slug }) => slug),
        digests: digestsOf(work),
      }))
      .sort((a, b) => compareText(a.permalink, b.permalink)),
    themes: survey.themes
      .map(({ slug, label, digest }) => ({ slug, label, digest }))
      .sort((a, b) => compareText(a.slug, b.slug)),
    departed: survey.departed.map(({ permalink, title, fate }) =>
      fate.status === 'merged'
        ? { permalink, status: fate.status, into: fate.into, reason: fate.reason, title }
        : { permalink, status: fate.status, reason: fate.reason, title },
    ),
  };
}

/** Digest of each field's text as published. */
function digestsOf({ title, fields, publication }: Work): Record<string, string> {
  const { authors, abstract, categories, comment, journalRef, codeUrl } = fields;
  const { issued, containerTitle } = publication;
  const texts: Record<string, string | undefined> = {
    title: toLatex(title.value.rich),
    authors: authors && JSON.stringify(authors.value),
    abstract: abstract && toLatex(abstract.value.rich),
    issued: issued && JSON.stringify({ iso: issued.iso, yearInferred: issued.yearInferred }),
    venue: containerTitle,
    journalRef: journalRef?.value,
    categories: categories?.value.join(' '),
    comment: comment && toLatex(comment.value.rich),
    codeUrl: codeUrl?.value,
  };
  return Object.fromEntries(
    Object.entries(texts).flatMap(([field, text]) =>
      text === undefined ? [] : [[field, digestOf(text)] as const],
    ),
  );
}

/**
 * Released states, oldest first, each with what it brought.
 *
 * @param copies names of those with a copy of the survey as it was
 */
export function releasedEditions(
  editions: readonly Edition[],
  copies: readonly string[],
): ReleasedEdition[] {
  return editions
    .toSorted((a, b) => compareText(a.edition, b.edition))
    .map((edition, index, all) => ({
      ...edition,
      changes: compareEditions(all[index - 1], edition),
      copied: copies.includes(edition.edition),
    }));
}

/** What a survey has that the last of its editions had not; undefined when that is nothing. */
export function unreleasedChanges(
  survey: Pick<Survey, 'works' | 'themes' | 'departed'>,
  last: Edition | undefined,
): Changes | undefined {
  const changes = compareEditions(last, editionOf(survey, ''));
  return last !== undefined && isEmpty(changes) ? undefined : changes;
}

/** The difference of two states; of the first one, everything is new. */
export function compareEditions(before: Edition | undefined, after: Edition): Changes {
  const had = new Map(before?.works.map((work) => [work.permalink, work]));
  const has = new Set(after.works.map(({ permalink }) => permalink));
  const hadDeparted = new Map(before?.departed.map((each) => [each.permalink, each]));
  const hasDeparted = new Set(after.departed.map(({ permalink }) => permalink));
  const changes: Changes = {
    added: [],
    changed: [],
    merged: [],
    withdrawn: [],
    returned: [],
    dropped: [],
    themes: compareThemes(before?.themes ?? [], after.themes),
  };
  for (const work of after.works) {
    const { permalink, title } = work;
    const old = had.get(permalink);
    if (old === undefined) {
      (hadDeparted.has(permalink) ? changes.returned : changes.added).push({ permalink, title });
      continue;
    }
    const fields = changedFields(old, work);
    if (fields.length === 0) continue;
    const titleBefore = old.title === title ? {} : { titleBefore: old.title };
    changes.changed.push({ permalink, title, fields, ...titleBefore });
  }
  for (const each of after.departed) {
    const { permalink, title, status, reason } = each;
    const old = hadDeparted.get(permalink);
    if (old !== undefined && wayOf(old) === wayOf(each)) continue;
    if (status === 'merged') changes.merged.push({ permalink, title, into: each.into, reason });
    else changes.withdrawn.push({ permalink, title, reason });
  }
  for (const { permalink, title } of before?.works ?? []) {
    if (!has.has(permalink) && !hasDeparted.has(permalink))
      changes.dropped.push({ permalink, title });
  }
  return changes;
}

/** Where a departed permalink leads: to another, or nowhere. */
function wayOf(departed: Edition['departed'][number]): string {
  return departed.status === 'merged' ? departed.into : '';
}

type Entry = Edition['works'][number];

function changedFields(before: Entry, after: Entry): string[] {
  const fields = [...new Set([...Object.keys(after.digests), ...Object.keys(before.digests)])];
  const changed = fields.filter((field) => before.digests[field] !== after.digests[field]);
  if (keysOf(before.identifiers) !== keysOf(after.identifiers)) changed.push('identifiers');
  if (before.themes.toSorted().join(' ') !== after.themes.toSorted().join(' '))
    changed.push('themes');
  return changed;
}

function keysOf(identifiers: readonly Identifier[]): string {
  return identifiers.map(identifierKey).sort(compareText).join(' ');
}

function compareThemes(before: Edition['themes'], after: Edition['themes']): Changes['themes'] {
  const had = new Map(before.map((theme) => [theme.slug, theme]));
  const has = new Set(after.map(({ slug }) => slug));
  const named = ({ slug, label }: Edition['themes'][number]) => ({ slug, label });
  return {
    added: after.filter(({ slug }) => !had.has(slug)).map(named),
    changed: after
      .filter(({ slug, digest }) => had.has(slug) && had.get(slug)?.digest !== digest)
      .map(named),
    removed: before.filter(({ slug }) => !has.has(slug)).map(named),
  };
}

/** True when nothing a reader sees differs. */
function isEmpty({ themes, ...papers }: Changes): boolean {
  return [...Object.values(papers), ...Object.values(themes)].every((list) => list.length === 0);
}

/** The text of `content/editions/<edition>.json`: one line a paper, so that differences read well. */
export function editionText(edition: Edition): string {
  const list = (items: readonly unknown[]) =>
    items.length === 0 ? '[]' : `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
  return `{
"version": ${edition.version},
"edition": ${JSON.stringify(edition.edition)},
"works": ${list(edition.works)},
"themes": ${list(edition.themes)},
"departed": ${list(edition.departed)}
}
`;
}
