import type { ItemType, Publication } from '../model/index.ts';
import { displayName } from '../text/index.ts';
import { list } from './words.ts';

/** What pages call a type of work, where the container does not say it. */
const TYPE_WORDS: Partial<Record<ItemType, string>> = {
  article: 'Preprint',
  book: 'Book',
  dataset: 'Data set',
  manuscript: 'Manuscript',
  patent: 'Patent',
  report: 'Report',
  software: 'Software',
  speech: 'Talk',
  standard: 'Standard',
  thesis: 'Thesis',
  webpage: 'Web page',
  'post-weblog': 'Blog post',
};

/** What a work is: `Journal article`, `Preprint`. */
export function typeInWords({ type }: Pick<Publication, 'type'>): string {
  return TYPE_WORDS[type] ?? CONTAINED_WORDS[type] ?? 'Other';
}

/** What pages call a type of work that stands in a container, beside which it needs no word. */
const CONTAINED_WORDS: Partial<Record<ItemType, string>> = {
  'article-journal': 'Journal article',
  'article-magazine': 'Magazine article',
  'article-newspaper': 'Newspaper article',
  'paper-conference': 'Conference paper',
  chapter: 'Chapter',
  'entry-dictionary': 'Dictionary entry',
  'entry-encyclopedia': 'Encyclopedia entry',
  review: 'Review',
};

/** Where a work appeared, in parts: `Nature`, `vol. 521, no. 7553, pp. 436–444`; of one without a container what it is. */
export function publicationInWords(publication: Publication): string[] {
  const { containerTitle, remark, status, genre, institution, publisher, archive } = publication;
  const what = genre ?? TYPE_WORDS[publication.type];
  const whose = publication.isPreprint ? archive?.name : (institution ?? publisher);
  const parts = [
    containerTitle && remark ? `${containerTitle} (${remark})` : containerTitle,
    containerTitle === undefined && what !== undefined
      ? [what, whose].filter(Boolean).join(', ')
      : undefined,
    placeInWords(publication),
    status,
  ];
  return parts.flatMap((part) => (part ? [part] : []));
}

function placeInWords({ volume, issue, page, articleNumber }: Publication): string | undefined {
  const parts = [
    volume && `vol. ${volume}`,
    issue && `no. ${issue}`,
    page && (page.includes('–') ? `pp. ${page}` : `p. ${page}`),
    !page && articleNumber && `art. ${articleNumber}`,
  ].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** What else is known of the publication, each with its label: `Publisher`, `Springer`. */
export function factsInWords(
  publication: Publication,
): (readonly [label: string, value: string])[] {
  const { publisher, publisherPlace, containerTitle, institution, editors } = publication;
  const house = [publisher, publisherPlace].filter(Boolean).join(', ');
  const facts: (readonly [string, string | undefined])[] = [
    [editors.length > 1 ? 'Editors' : 'Editor', list(editors.map(displayName))],
    [
      'Publisher',
      containerTitle === undefined && institution === undefined && publication.type !== 'book'
        ? undefined
        : house,
    ],
    ['Institution', containerTitle === undefined ? undefined : institution],
    ['Edition', publication.edition],
    [
      'Series',
      [publication.collectionTitle, publication.collectionNumber].filter(Boolean).join(' '),
    ],
    ['Event', [publication.event, publication.eventPlace].filter(Boolean).join(', ')],
    ['ISBN', publication.isbn],
    ['ISSN', publication.issn],
    ['Language', publication.language],
    ['Version', publication.version],
  ];
  return facts.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}
