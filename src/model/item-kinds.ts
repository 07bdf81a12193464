import type { ItemType } from './item-types.ts';

/** What each format calls works that the survey has no type of its own for. */
export interface KindNames {
  /** The nearest type, which all that has no name for the kind goes by. */
  type: ItemType;
  /** CSL 1.0.2 */
  csl?: string;
  /** Entry type of biblatex (manual, 2.1). */
  biblatex?: string;
  /** Entry type that the classic styles of BibTeX know. */
  bibtex?: string;
  ris?: string;
  /** Reference type of EndNote and its number in XML. */
  endNote?: readonly [name: string, number: number];
  /** Item type of Zotero. */
  zotero?: string;
}

/** Kinds of works that some formats tell apart and others do not, by the most common of their names. */
const kinds = {
  abstract: { type: 'article-journal', ris: 'ABST' },
  ancient: { type: 'document', ris: 'ANCIENT', endNote: ['Ancient Text', 51] },
  'archival-collection': { type: 'document', csl: 'collection' },
  artwork: {
    type: 'document',
    csl: 'graphic',
    biblatex: 'artwork',
    ris: 'ART',
    endNote: ['Artwork', 2],
    zotero: 'artwork',
  },
  audio: {
    type: 'document',
    csl: 'song',
    biblatex: 'audio',
    ris: 'SOUND',
    endNote: ['Music', 61],
    zotero: 'audioRecording',
  },
  audiovisual: { type: 'document', ris: 'ADVS', endNote: ['Audiovisual Material', 3] },
  bill: {
    type: 'document',
    csl: 'bill',
    ris: 'BILL',
    endNote: ['Bill', 4],
    zotero: 'bill',
  },
  bookinbook: { type: 'chapter', biblatex: 'bookinbook' },
  'book-review': { type: 'review', csl: 'review-book' },
  booklet: {
    type: 'book',
    csl: 'pamphlet',
    biblatex: 'booklet',
    bibtex: 'booklet',
    ris: 'PAMP',
    endNote: ['Pamphlet', 24],
  },
  broadcast: { type: 'document', csl: 'broadcast', zotero: 'tvBroadcast' },
  case: {
    type: 'document',
    csl: 'legal_case',
    biblatex: 'jurisdiction',
    ris: 'CASE',
    endNote: ['Case', 7],
    zotero: 'case',
  },
  catalog: { type: 'book', ris: 'CTLG', endNote: ['Catalog', 8] },
  chart: { type: 'document', ris: 'CHART', endNote: ['Chart or Table', 38] },
  classic: { type: 'document', csl: 'classic', ris: 'CLSWK', endNote: ['Classical Work', 49] },
  collection: { type: 'book', biblatex: 'collection', ris: 'EDBOOK', endNote: ['Edited Book', 28] },
  'conference-paper': { type: 'paper-conference', ris: 'CPAPER' },
  'conference-proceedings': { type: 'paper-conference', endNote: ['Conference Proceedings', 10] },
  database: { type: 'dataset', ris: 'DBASE', endNote: ['Online Database', 45] },
  'database-aggregated': { type: 'dataset', ris: 'AGGR', endNote: ['Aggregated Database', 55] },
  'electronic-article': {
    type: 'article-journal',
    ris: 'EJOUR',
    endNote: ['Electronic Article', 43],
  },
  'electronic-book': { type: 'book', ris: 'EBOOK', endNote: ['Electronic Book', 44] },
  'electronic-chapter': {
    type: 'chapter',
    ris: 'ECHAP',
    endNote: ['Electronic Book Section', 60],
  },
  entry: { type: 'document', csl: 'entry' },
  equation: { type: 'document', ris: 'EQUA', endNote: ['Equation', 39] },
  event: { type: 'document', csl: 'event' },
  figure: { type: 'document', csl: 'figure', ris: 'FIGURE', endNote: ['Figure', 37] },
  film: {
    type: 'document',
    csl: 'motion_picture',
    biblatex: 'movie',
    ris: 'MPCT',
    endNote: ['Film or Broadcast', 21],
    zotero: 'film',
  },
  government: { type: 'report', ris: 'GOVDOC', endNote: ['Government Document', 46] },
  grant: { type: 'document', ris: 'GRANT', endNote: ['Grant', 54] },
  hearing: {
    type: 'document',
    csl: 'hearing',
    ris: 'HEAR',
    endNote: ['Hearing', 14],
    zotero: 'hearing',
  },
  image: { type: 'document', biblatex: 'image' },
  inbook: { type: 'chapter', biblatex: 'inbook', bibtex: 'inbook' },
  'in-press': { type: 'article-journal', ris: 'INPR' },
  internet: { type: 'webpage', ris: 'ICOMM' },
  interview: { type: 'document', csl: 'interview', zotero: 'interview' },
  journal: { type: 'article-journal', ris: 'JFULL' },
  legal: { type: 'document', biblatex: 'legal' },
  legislation: {
    type: 'document',
    csl: 'legislation',
    biblatex: 'legislation',
    ris: 'STAT',
    endNote: ['Statute', 31],
    zotero: 'statute',
  },
  letter: {
    type: 'document',
    csl: 'personal_communication',
    biblatex: 'letter',
    ris: 'PCOMM',
    endNote: ['Personal Communication', 26],
    zotero: 'letter',
  },
  manual: { type: 'report', biblatex: 'manual', bibtex: 'manual' },
  map: { type: 'document', csl: 'map', ris: 'MAP', endNote: ['Map', 20], zotero: 'map' },
  music: { type: 'document', biblatex: 'music' },
  multimedia: { type: 'document', ris: 'MULTI', endNote: ['Online Multimedia', 48] },
  mvbook: { type: 'book', biblatex: 'mvbook' },
  mvcollection: { type: 'book', biblatex: 'mvcollection' },
  mvproceedings: { type: 'book', biblatex: 'mvproceedings' },
  mvreference: { type: 'book', biblatex: 'mvreference' },
  performance: { type: 'document', csl: 'performance', biblatex: 'performance' },
  periodical: {
    type: 'book',
    csl: 'periodical',
    biblatex: 'periodical',
    ris: 'SER',
    endNote: ['Serial', 57],
  },
  post: { type: 'webpage', csl: 'post', zotero: 'forumPost' },
  proceedings: { type: 'book', biblatex: 'proceedings', bibtex: 'proceedings' },
  reference: { type: 'book', biblatex: 'reference' },
  regulation: {
    type: 'document',
    csl: 'regulation',
    ris: 'LEGAL',
    endNote: ['Legal Rule or Regulation', 50],
  },
  score: { type: 'document', csl: 'musical_score', ris: 'MUSIC' },
  suppbook: { type: 'chapter', biblatex: 'suppbook' },
  suppcollection: { type: 'chapter', biblatex: 'suppcollection' },
  suppperiodical: { type: 'article-journal', biblatex: 'suppperiodical' },
  treaty: { type: 'document', csl: 'treaty' },
  'unenacted-bill': { type: 'document', ris: 'UNBILL' },
  'unpublished-work': { type: 'manuscript', endNote: ['Unpublished Work', 34] },
  'unpublished-manuscript': { type: 'manuscript', ris: 'MANSCPT' },
  video: { type: 'document', biblatex: 'video', ris: 'VIDEO', zotero: 'videoRecording' },
} satisfies Record<string, KindNames>;

/** A kind of works that only some formats have a name for: `manual`, `inbook`, `case`. */
export type ItemKind = keyof typeof kinds;

/** What the formats call the works of each kind, and the nearest type. */
export const itemKinds: Readonly<Record<ItemKind, KindNames>> = kinds;
