import type { ItemKind, ItemType, Publication } from '../model/index.ts';
import { displayName } from '../text/index.ts';
import type { PageWords } from '../words/index.ts';
import { languageName } from './language-name.ts';

/** Types of works of which pages say what they are, for no container does. */
const UNCONTAINED: ReadonlySet<ItemType> = new Set<ItemType>([
  'article',
  'book',
  'dataset',
  'manuscript',
  'patent',
  'report',
  'software',
  'speech',
  'standard',
  'thesis',
  'webpage',
  'post-weblog',
]);

/** What a work is: `Journal article`, `Preprint`. */
export function typeInWords({ type }: Pick<Publication, 'type'>, words: PageWords): string {
  const types: Readonly<Partial<Record<ItemType, string>>> = words.publication.types;
  return types[type] ?? words.publication.types.other;
}

/** Where a work appeared, in parts: `Nature`, `vol. 521, no. 7553, pp. 436–444`; of one without a container what it is. */
export function publicationInWords(publication: Publication, words: PageWords): string[] {
  const { containerTitle, remark, status, genre, institution, publisher, archive } = publication;
  const what =
    genre ?? (UNCONTAINED.has(publication.type) ? typeInWords(publication, words) : undefined);
  const whose = publication.isPreprint ? archive?.name : (institution ?? publisher);
  const parts = [
    containerTitle && remark ? `${containerTitle} (${remark})` : containerTitle,
    containerTitle === undefined && what !== undefined
      ? [what, whose].filter(Boolean).join(words.comma)
      : undefined,
    placeInWords(publication, words),
    status,
  ];
  return parts.flatMap((part) => (part ? [part] : []));
}

function placeInWords(
  { volume, issue, page, articleNumber }: Publication,
  { comma, publication: say }: PageWords,
): string | undefined {
  const parts = [
    volume && say.volume(volume),
    issue && say.issue(issue),
    page && say.pages(page),
    !page && articleNumber && say.article(articleNumber),
  ].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join(comma);
}

/** What else is known of the publication, each with its label: `Publisher`, `Springer`. */
export function factsInWords(
  publication: Publication,
  words: PageWords,
): (readonly [label: string, value: string])[] {
  const { comma, list, publication: say } = words;
  const {
    publisher,
    publisherPlace,
    containerTitle,
    institution,
    editors,
    translators = [],
  } = publication;
  const house = [publisher, publisherPlace].filter(Boolean).join(comma);
  const facts: (readonly [string, string | undefined])[] = [
    [say.kind, kindInWords(publication, words)],
    [say.editor(editors.length), list(editors.map(displayName))],
    [say.translator(translators.length), list(translators.map(displayName))],
    [
      say.publisher,
      containerTitle === undefined && institution === undefined && publication.type !== 'book'
        ? undefined
        : house,
    ],
    [say.institution, containerTitle === undefined ? undefined : institution],
    [say.edition, publication.edition],
    [
      say.series,
      [publication.collectionTitle, publication.collectionNumber].filter(Boolean).join(' '),
    ],
    [say.chapter, publication.chapterNumber],
    [say.pageCount, publication.numberOfPages],
    [
      say.event,
      [publication.event, publication.eventPlace, daysInWords(publication, words)]
        .filter(Boolean)
        .join(comma),
    ],
    ['ISBN', publication.isbn],
    ['ISSN', publication.issn],
    [say.language, publication.language && languageName(publication.language, words.language)],
    [say.version, publication.version],
  ];
  return facts.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

/** What a work is more closely, where there is a word for it: `Booklet`. */
function kindInWords({ kind }: Publication, words: PageWords): string | undefined {
  const kinds: Readonly<Partial<Record<ItemKind, string>>> = words.publication.kinds;
  return kind && kinds[kind];
}

/** `2018-05-02`, `2018-05-02/2018-05-04` */
const DAYS =
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?(?:\/\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?)?$/;

/** `2 May 2018 – 4 May 2018`; as printed what is no date. */
function daysInWords({ eventDate }: Publication, words: PageWords): string | undefined {
  if (eventDate === undefined || !DAYS.test(eventDate)) return eventDate;
  return eventDate.split('/').map(words.date).join(' – ');
}
