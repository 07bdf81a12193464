import {
  type IdentifierScheme,
  type ItemType,
  type Name,
  type Survey,
  siteSchema,
} from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';

type Facts = readonly (readonly [label: string, value: string])[];

/** A record made up for tests: what its entry in BibTeX states, and what everything has to say of it. */
export interface MadeUpRecord {
  key: string;
  type: ItemType;
  title: string;
  authors: Name[];
  /** The date to print, as precise as known; empty for none. */
  date: string;
  container: string;
  /** As exports have them: `101–119`; empty for none. */
  pages: string;
  identifiers: Partial<Record<IdentifierScheme, string>>;
  /** What else its page says of it in English, and under which label. */
  facts: Facts;
  /** Its entry, with the fields and types of biblatex; behind it that of its preprint, where it had one. */
  entry: string;
}

const family = (given: string, name: string, more: Partial<Name> = {}): Name => ({
  literal: [given, more.particle, name, more.suffix].filter(Boolean).join(' '),
  given,
  family: name,
  ...more,
});

const PEOPLE: readonly Name[] = [
  family('Ada', 'Quill'),
  family('Ludwig', 'Moor', { particle: 'van' }),
  family('Martin', 'Reed', { suffix: 'Jr.' }),
  family('Søren', 'Ærlig'),
  family('Łucja', 'Żuk-Kos'),
  family('J. M.', 'Wold'),
  { literal: '李小龙' },
  { literal: 'Garden Survey Team' },
  family('Iñigo', 'Núñez'),
];

const TITLES = [
  'Counting clover with sparse attention',
  'LLMs in the kitchen garden',
  'On $O(n^2)$ hedges & ditches',
  'pH of wet sand: a first look',
  'Snails, 100\\% of the time',
  'Über die Dörfer',
  'The pond’s “edge” – a gardener’s view…',
];

/** How each type is entered, and what its container is called. */
const KINDS: readonly {
  type: ItemType;
  /** Type of its entry in biblatex, and how it is told from others of that. */
  entry: string;
  subtype?: string;
  pages?: string;
  container?: { field: string; name: (number: number) => string };
  more?: readonly string[];
  facts?: Facts;
  /** Its DOI and arXiv identifier follow by turns, unless it has none. */
  isPreprint?: true;
}[] = [
  {
    type: 'article-journal',
    entry: 'article',
    container: { field: 'journaltitle', name: () => 'Annals of Hedges' },
    pages: '101–119',
    more: ['volume = {12}', 'number = {3}', 'issn = {1234-5679}'],
  },
  {
    type: 'paper-conference',
    entry: 'inproceedings',
    container: { field: 'booktitle', name: () => 'Proceedings of the Conference on Ponds' },
    pages: '7–15',
    more: [
      'publisher = {Pond Press}',
      'eventtitle = {Meeting of Ponds}',
      'venue = {Ghent}',
      'eventdate = {2018-05-02/2018-05-04}',
    ],
    facts: [['Event', 'Meeting of Ponds, Ghent, 2 May 2018 – 4 May 2018']],
  },
  {
    type: 'chapter',
    entry: 'incollection',
    container: { field: 'booktitle', name: (number) => `Handbook of Moss, Part ${number}` },
    pages: 'S7–S15',
    more: [
      'editor = {Fern, Olga}',
      'translator = {Rush, Ida and Wold, Per}',
      'chapter = {4}',
      'pagetotal = {480}',
      'publisher = {Moss House}',
      'isbn = {978-3-16-148410-0}',
    ],
    facts: [
      ['Editor', 'Olga Fern'],
      ['Translators', 'Ida Rush and Per Wold'],
      ['Chapter', '4'],
      ['Number of pages', '480'],
    ],
  },
  { type: 'book', entry: 'book', more: ['publisher = {Moss House}', 'location = {Ghent}'] },
  { type: 'thesis', entry: 'phdthesis', more: ['school = {University of Reeds}'] },
  { type: 'report', entry: 'techreport', more: ['institution = {Institute of Ponds}'] },
  { type: 'article', entry: 'misc', isPreprint: true },
  { type: 'manuscript', entry: 'unpublished', more: ['note = {Draft of a talk}'] },
  { type: 'webpage', entry: 'online' },
  { type: 'dataset', entry: 'dataset', more: ['publisher = {Pond Archive}'] },
  { type: 'software', entry: 'software', more: ['version = {2.1}'] },
  { type: 'patent', entry: 'patent', more: ['number = {GB-100}'] },
  {
    type: 'article-magazine',
    entry: 'article',
    subtype: 'magazine',
    pages: '40–41',
    container: { field: 'journaltitle', name: () => 'Hedge Monthly' },
  },
  {
    type: 'article-newspaper',
    entry: 'article',
    subtype: 'newspaper',
    pages: '3',
    container: { field: 'journaltitle', name: () => 'The Daily Reed' },
  },
  {
    type: 'review',
    entry: 'review',
    pages: '88–90',
    container: { field: 'journaltitle', name: () => 'Annals of Hedges' },
    more: ['volume = {13}'],
  },
  {
    type: 'entry-encyclopedia',
    entry: 'inreference',
    subtype: 'encyclopedia',
    pages: '211–214',
    container: { field: 'booktitle', name: () => 'Encyclopedia of Ponds' },
    more: ['editor = {Fern, Olga}', 'publisher = {Moss House}'],
  },
  {
    type: 'entry-dictionary',
    entry: 'inreference',
    subtype: 'dictionary',
    pages: '12',
    container: { field: 'booktitle', name: () => 'Dictionary of Reeds' },
    more: ['editor = {Fern, Olga}', 'publisher = {Moss House}'],
  },
  { type: 'post-weblog', entry: 'online', subtype: 'blog' },
  { type: 'speech', entry: 'unpublished', subtype: 'presentation' },
  { type: 'standard', entry: 'misc', subtype: 'standard' },
  { type: 'document', entry: 'misc' },
];

const two = (number: number) => String(number).padStart(2, '0');

/** So many records of every type in turn: dates of every precision, also after a preprint or none at all, names of every kind. */
export function madeUpRecords(count: number): MadeUpRecord[] {
  return Array.from({ length: count }, (_, index) => recordOf(index));
}

/** The survey of one seed with the entries of records. */
export function madeUpSurvey(records: readonly MadeUpRecord[]): Survey {
  const text = records.map(({ entry }) => entry).join('\n');
  return buildSurvey({
    site: siteSchema.parse({ url: 'https://example.org/survey/' }),
    seeds: [{ path: 'records.bib', bytes: new TextEncoder().encode(text) }],
    themes: [],
    corrections: [],
    permalinks: { version: 1, permalinks: [] },
  });
}

function recordOf(index: number): MadeUpRecord {
  const kind = KINDS[index % KINDS.length];
  if (kind === undefined) throw new Error('there is no kind');
  const turn = Math.floor(index / KINDS.length);
  const year = 1990 + ((index * 7) % 33);
  const month = two(1 + ((index * 5) % 12));
  const day = two(1 + ((index * 11) % 28));
  const arxiv = kind.isPreprint
    ? `${two(8 + (index % 17))}${month}.${10_000 + index}`.slice(0, 10)
    : turn % 3 === 1 && kind.container !== undefined
      ? `2406.${10_000 + index}`
      : undefined;
  const isAfterPreprint = arxiv !== undefined && !kind.isPreprint;
  // A preprint is of the month of its identifier; what has one and came out, came out later.
  const base = kind.isPreprint ? 2000 + Number(arxiv?.slice(0, 2)) : isAfterPreprint ? 2025 : year;
  const precision = kind.isPreprint ? 2 + (turn % 2) : turn % 4;
  const date = [base, month, day].slice(0, precision).join('-');
  // Without a date of its own, that of the identifier is inferred.
  const printed = date === '' && isAfterPreprint ? '2024-06' : date;
  const doi = turn % 2 === 0 && !kind.isPreprint ? `10.5555/made-up.${index}` : undefined;
  const authors = [0, 1, 2]
    .slice(0, 1 + (index % 3))
    .flatMap((step) => PEOPLE[(index + step * 4) % PEOPLE.length] ?? []);
  const title = `${TITLES[index % TITLES.length]} ${index + 1}`;
  const container = kind.container?.name(index + 1) ?? '';
  const key = `made${index + 1}up`;
  const fields = [
    `title = {${title}}`,
    `author = {${authors.map(entered).join(' and ')}}`,
    ...(kind.subtype ? [`entrysubtype = {${kind.subtype}}`] : []),
    ...(kind.pages ? [`pages = {${kind.pages.replace('–', '--')}}`] : []),
    ...(kind.container ? [`${kind.container.field} = {${container}}`] : []),
    ...(date === '' ? [] : [`date = {${date}}`]),
    ...(doi === undefined ? [] : [`doi = {${doi}}`]),
    ...(arxiv === undefined ? [] : [`eprint = {${arxiv}}`, 'eprinttype = {arxiv}']),
    ...(kind.more ?? []),
  ];
  return {
    key,
    type: kind.type,
    title,
    authors,
    date: printed,
    container,
    pages: kind.pages ?? '',
    facts: kind.facts ?? [],
    identifiers: { ...(doi ? { doi } : {}), ...(arxiv ? { arxiv } : {}) },
    entry: [
      entryOf(kind.entry, key, fields),
      // What its preprint was, and when that was posted.
      ...(isAfterPreprint && date !== ''
        ? [
            entryOf('misc', key, [
              ...fields.slice(0, 2),
              `eprint = {${arxiv}}`,
              'eprinttype = {arxiv}',
              'date = {2024-06-05}',
            ]),
          ]
        : []),
    ].join('\n'),
  };
}

const entryOf = (type: string, key: string, fields: readonly string[]) =>
  `@${type}{${key},\n${fields.map((field) => `  ${field},\n`).join('')}}\n`;

function entered({ literal, given, particle, family: name, suffix }: Name): string {
  if (name === undefined) return `{${literal}}`;
  return [[particle, name].filter(Boolean).join(' '), suffix, given].filter(Boolean).join(', ');
}
