import type { ItemType, Sourced, Work, WorkDate } from '../../model/index.ts';

/** Something a paper lacks, or has only by inference. */
export type Gap = 'title' | 'authors' | 'date' | 'identifier' | 'doi' | 'venue' | 'pages';

/**
 * What a paper lacks: a title, authors or a date that a source states in full, an arXiv identifier or DOI, and, where a
 * DOI says that it is published, the venue, and what leads to it there: a volume, pages or the number of an article. A preprint without a DOI lacks nothing, unless `published` asks for one.
 */
export function gapsOf(work: Work, { published }: { published: boolean }): Gap[] {
  const { authors, venue, volume, page, articleNumber } = work.fields;
  const isPlaced = [volume, page, articleNumber].some((each) => each !== undefined);
  const dated = statedDate(work);
  const hasDoi = identifierOf(work, 'doi') !== undefined;
  const hasArxiv = identifierOf(work, 'arxiv') !== undefined;
  const gaps: [Gap, boolean][] = [
    ['title', work.title.from.kind === 'inferred'],
    ['authors', authors === undefined || authors.value.names.length === 0 || authors.value.more],
    ['date', dated === undefined || dated.value.yearInferred],
    ['identifier', !hasArxiv && !hasDoi],
    ['doi', !hasDoi && published],
    ['venue', hasDoi && venue === undefined],
    ['pages', hasDoi && !isPlaced && PAGED.has(work.publication.type)],
  ];
  return gaps.flatMap(([gap, isOpen]) => (isOpen ? [gap] : []));
}

/** Types of works that have a place in something with pages. */
const PAGED: ReadonlySet<ItemType> = new Set(['article-journal', 'paper-conference', 'chapter']);

/** The date that sources state of a work: that of its publication, else that of its preprint. */
export function statedDate({ fields }: Pick<Work, 'fields'>): Sourced<WorkDate> | undefined {
  return fields.issued ?? fields.posted;
}

/** The value of a work's identifier of a scheme. */
export function identifierOf(work: Work, scheme: 'arxiv' | 'doi'): string | undefined {
  return work.identifiers.find(({ value }) => value.scheme === scheme)?.value.value;
}
