import { type FieldWords, fieldWord } from './fields.ts';
import { figures, partsOf, series, spaced, type To } from './formats.ts';

const { number, decimal, share } = /* @__PURE__ */ figures(',', '.');

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const count = (n: number, one: string, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;
const date = (iso: string): string => {
  const [year, month, day] = partsOf(iso);
  return spaced(day, month && MONTHS[month - 1], year);
};
const list = (items: readonly string[]) => series(items, ', ', ' and ');
const papers = (n: number) => count(n, 'paper');
const quoted = (text: string) => `“${text}”`;

/** Where it is not the name of the field. */
const FIELDS = {
  author_count: 'number of authors',
  et_al: 'mark of more authors',
  arxiv: 'arXiv identifier',
  doi: 'DOI',
  openreview: 'OpenReview identifier',
  acl: 'ACL Anthology identifier',
  pmid: 'PubMed identifier',
  url: 'link',
  issued: 'date',
  posted: 'date of the preprint',
  page: 'pages',
  venue_subtitle: 'subtitle of the venue',
  venue_short: 'short name of the venue',
  article_number: 'article number',
  publisher_place: 'place of the publisher',
  citation_key: 'citation key',
  container_title_short: 'short name of the venue',
  collection_title: 'series',
  collection_number: 'number in the series',
  series_number: 'number in the series',
  isbn: 'ISBN',
  issn: 'ISSN',
  code_url: 'code',
  has_code: 'mark of code',
  journal_ref: 'journal reference',
  categories: 'subject classes',
  org: 'organisation',
  event_place: 'place of the event',
  event_date: 'date of the event',
  chapter_number: 'chapter',
  number_of_pages: 'number of pages',
  page_count: 'number of pages',
} satisfies Partial<FieldWords>;

/** What data files hold, by format, where a language has words for it; English is said beside the format. */
const HELD: Record<string, string> = {};

/** What pages say. A name that ends in `Html` is markup; `to` gives the address of a page by its root path. */
export const pages = {
  /** Tag of the language the words are in. */
  language: 'en',
  number,
  share,
  percent: (n: number) => `${n}\u00a0%`,
  date,
  /** The date without its day. */
  month: (iso: string) => date(iso.slice(0, 7)),
  bytes: (n: number) =>
    n < 1000 ? `${n} bytes` : n < 1e6 ? `${decimal(n / 1e3)} kB` : `${decimal(n / 1e6)} MB`,
  list,
  /** Between parts of a phrase, with its blank. */
  comma: ', ',
  quoted,
  /** Figures from eleven on. */
  inWords: (n: number) =>
    'no one two three four five six seven eight nine ten'.split(' ')[n] ?? number(n),
  lines: ([first, last]: readonly [number, number]) =>
    first === last ? `line ${first}` : `lines ${first} to ${last}`,
  papers,
  themes: (n: number) => count(n, 'theme'),
  authors: (n: number) => count(n, 'author'),
  seeds: (n: number) => count(n, 'seed'),
  records: (n: number) => count(n, 'record'),
  sourceRecords: (n: number) => count(n, 'source record'),
  duplicates: (n: number) => count(n, 'duplicate'),
  entries: (n: number) => count(n, 'entry', 'entries'),
  fields: (n: number) => count(n, 'field'),
  values: (n: number) => count(n, 'value'),
  remarks: (n: number) => count(n, 'remark'),
  messages: (n: number) => count(n, 'message'),
  lineCount: (n: number) => count(n, 'line'),
  /** What a field of a paper is called. */
  field: (name: string) => fieldWord(FIELDS, name),
  /** What a kind of listing is called, of which readers have the English name. */
  listing: (label: string) => label,
  /** Identifier schemes as people write them. */
  scheme: { url: 'Link' },
  severity: { error: 'Error', warning: 'Warning', note: 'Note' },
  severities: {
    error: (n: number) => count(n, 'error'),
    warning: (n: number) => count(n, 'warning'),
    note: (n: number) => count(n, 'note'),
  },
  undated: 'Without a date',
  /** Of the first column of a picture by year, which takes everything older. */
  upTo: (year: number) => `to ${year}`,
  sameAsTable: 'The same as a table',
  newestFirst: 'newest first',
  editionOf: (name: string, changed: boolean) =>
    `Edition of ${date(name)}${changed ? ', with later changes' : ''}`,
  /** The edition within a sentence: `editionOf()` after a comma. */
  editionWithin: (label: string) => `${label.charAt(0).toLowerCase()}${label.slice(1)}`,

  frame: {
    skip: 'Skip to the text',
    main: 'Main',
    papers: 'Papers',
    themes: 'Themes',
    authors: 'Authors',
    sources: 'Sources',
    about: 'About',
    search: 'Search',
    curatedBy: 'Curated by',
    licenceHtml: (licence: string) =>
      `Survey text under ${licence}; abstracts belong to their authors.`,
    madeWith: 'Made with Florilegium.',
    howMade: 'How it is made',
    report: 'Report on the sources',
    changes: 'Changes',
    howToCite: 'How to cite',
    offlineCopy: (edition: string | undefined) =>
      edition === undefined ? 'Offline copy' : `Offline copy of ${date(edition)}`,
    see: (reason: string, link: string) => `${reason}See ${link}.`,
  },

  home: {
    survey: 'Survey',
    inNumbers: 'The survey in numbers',
    papers: 'Papers',
    span: (from: number, to: number) => (from === to ? `, from ${to}` : `, from ${from} to ${to}`),
    themes: 'Themes',
    authors: 'Authors',
    sources: 'Sources',
    readDrawings: 'How to read the drawings',
    stalks:
      'Each stalk is a year; its height is the number of papers, on one scale for all themes.',
    several: (homeless: number) =>
      `A paper may stand in several themes.${homeless > 0 ? ` ${papers(homeless)} ${homeless === 1 ? 'stands' : 'stand'} in none.` : ''}`,
    themesByYear: 'Themes by year',
    latest: 'Latest papers',
    none: 'No papers have been added yet.',
    more: 'More papers',
    all: (n: number) => (n === 1 ? papers(n) : `All ${papers(n)}`),
    cite: 'How to cite',
    permalinksHtml: (to: To) =>
      `To point at one paper, use its permalink. Permalinks are fixed when a paper first appears and are never given to another. What an edition brought stands among <a href="${to('/changes/')}">the changes</a>.`,
    data: 'Data',
    allFiles: 'all files',
    /** The title of the survey in references. */
    reference: (title: string, n: number) => `${title}: a survey of ${papers(n)}`,
    in: (whole: string) => `In: ${whole}`,
  },

  /** What the build says of the survey and its papers by itself, before anybody has written anything. */
  found: {
    /** The survey in a sentence, where its editor gives none. */
    survey: (n: number, from: number | undefined, to: number | undefined) =>
      n === 0
        ? 'A survey of papers.'
        : `A survey of ${papers(n)}${from === undefined ? '' : from === to ? ` from ${from}` : ` from ${from} to ${to}`}.`,
    filedUnder: (keyword: string) => `Filed under ${quoted(keyword)}.`,
    filedScope: (keyword: string) =>
      `Papers that the sources of this survey file under ${quoted(keyword)}.`,
    wordsScope: (terms: string) =>
      `Papers whose titles and abstracts have these words more than others: ${terms}.`,
    sameAuthors: (n: number): string => (n === 1 ? 'same author' : 'same authors'),
    /** Why two papers that look alike are two. */
    alike: {
      identifier: 'an identifier is the same',
      title: 'the titles are the same',
      almost: (share: string) => `the abstracts are almost the same (${share} of their wording)`,
      share: (share: string) => `the abstracts share ${share} of their wording`,
      but: (common: readonly string[], apart: string) => `${common.join(' and ')}, but ${apart}`,
      apart: {
        correction: 'a correction keeps them apart',
        identifiers: 'the identifiers are different',
        others: 'others are different',
        titles: 'the titles are different',
        unproven: 'nothing shows that they are one paper',
      },
    },
  },

  cite: { showBibtex: 'Show BibTeX', copyBibtex: 'Copy BibTeX' },

  licences: {
    title: 'Licences',
    lead: 'What this site is made with, and under which licences readers get it.',
    parts: 'Programs and fonts',
    part: 'Part',
    licence: 'Licence',
    citeproc:
      'References are set by citeproc-js, Copyright (c) 2009-2019 Frank Bennett, under the Common Public Attribution License (CPAL 1.0) or the GNU Affero General Public License, as you choose; its source is at github.com/Juris-M/citeproc-js.',
  },

  about: {
    licencesHtml: (to: To) =>
      `The programs and fonts that come with these pages have <a href="${to('/licences/')}">licences</a> of their own.`,
    title: 'About',
    description:
      'What this survey is, how its papers were read, how themes and related papers are found, and how to cite and correct it.',
    heading: 'How this survey is made',
    inNumbers: 'In numbers',
    sources: 'Sources',
    sourceRecords: 'Source records',
    papers: 'Papers',
    themes: 'Themes',
    edition: 'Edition',
    reading: 'How papers were read',
    readingHtml: (to: To, n: { seeds: number; records: number; papers: number }) => [
      `The survey begins with ${count(n.seeds, 'seed')}: listings of papers, pasted from web pages or exported by other programs, and kept byte for byte (local paths and mail addresses in them are not published). A reader for each kind of listing finds the papers in it. Every value it takes is traced to its file and lines, and every byte it does not take is accounted for as page furniture, as a separator or as not read; <a href="${to('/sources/')}">the sources</a> can be read line by line with these marks.`,
      `Records that carry the same identifier, or the same title and a like abstract, are one paper: ${count(n.records, 'record makes', 'records make')} ${papers(n.papers)}. Where sources disagree, the page shows one value and keeps the others under “Where we know this from”. Papers that look alike and are not the same say so and point at each other.`,
    ],
    keptText:
      'Of each paper the survey keeps what its sources state: title, authors, editors and translators, abstract, type and, more closely, what it is (a booklet, a film, a legal case), journal, proceedings or book, volume, issue, chapter, pages or article number, number of pages, publisher and place, edition, series, ISBN and ISSN, school or institution, event with its place and days, language, version, keywords, headings and classes, identifiers, the day it was published and, apart from it, the day its preprint was posted, and the key it is cited by. How it appeared is decided once, so that the page, references, downloads and metadata say the same. A paper is called a preprint only where a source says so or a preprint server holds it and nothing else contains it.',
    correctedHtml: (corrected: number, inferred: number) =>
      `What the sources do not say may be entered by hand, or looked up in the records of arXiv, Crossref, DataCite and OpenAlex, as a correction with a reason and evidence; ${corrected === 0 ? 'no paper has' : `${papers(corrected)} ${corrected === 1 ? 'has' : 'have'}`} one. What neither says may be inferred by a rule, and then the page calls it inferred${inferred > 0 ? `, as it does the ${inferred === 1 ? 'title' : 'titles'} of ${papers(inferred)}` : ''}. Nothing else is added: an abstract that breaks off in its source breaks off here.`,
    formulasHtml: (to: To) =>
      `Formulas that are LaTeX in a source are set from it. Some listings take the signs away that make text a formula. A small trained model puts them back where it is confident, and where only a formula can have stood by the likeliest reading; it can be wrong. Taking the signs away again must give the text of the source, otherwise the text stays as it was. The paper’s page says how many formulas were rebuilt and lists each beside the text it was made from; the page of the source sets both side by side, and the <a href="${to('/report/#mathematics')}">report</a> counts and lists what was rebuilt and what was left.`,
    assigning: 'How themes are assigned',
    assigningHtml: (suggested: boolean) =>
      `${
        suggested
          ? 'A theme has a scope note and rules; most that people write have a piece of prose. Themes marked as suggested were found by the build: papers that their sources file under one keyword, or whose texts share words in many ways of looking at them, stand together, and the rules are fitted to them.'
          : 'Each theme is written by hand: a scope note, a piece of prose, and rules.'
      } The rules are terms with weights; a term counts three times as much in a title as in an abstract, and each further mention counts less. A paper belongs to a theme when its terms reach the theme’s threshold, to three themes at most. A paper may also be placed in a theme, or kept out of it, by hand. No model decides: the same text and rules always give the same themes, and each paper’s page lists the terms that put it there.`,
    related: 'How related papers are found',
    relatedText:
      'Two papers are related when their titles and abstracts share words that few other papers of the survey use, or when they share authors. The words and names behind each link are printed with it.',
    authors: 'Authors',
    authorsText:
      'Papers are gathered under an author by the printed name. Spellings that differ in case, accents or punctuation only are taken together and listed. Two persons of the same name share a page; the survey does not guess who is who.',
    permalinks: 'Permalinks and citing',
    permalinksHtml: (to: To) =>
      `A paper’s permalink is fixed when it first appears, is never changed and never given to another; one that was merged leads on, and one that was withdrawn says why. What an edition brought stands among <a href="${to('/changes/')}">the changes</a>. An identifier leads to its paper from an address such as /id/arxiv/2401.01234/ or /id/doi/10.1000/182/. Every paper’s page offers a reference, BibTeX, RIS and CSL JSON; <a href="${to('/#cite')}">the first page</a> says how to cite the survey as a whole. All of it can be downloaded: <a href="${to('/data/survey.json')}">JSON</a>, <a href="${to('/data/works.bib')}">BibTeX</a>, <a href="${to('/data/works.ris')}">RIS</a> and <a href="${to('/data/works.csl.json')}">CSL JSON</a>.`,
    offline: 'Reading offline',
    offlineText: (kept: boolean) =>
      `The offline copy, linked at the foot of every page, is the whole survey with its search in one archive.${kept ? ' Besides, your browser keeps the survey after a visit, all of it when it is small, else the search and the pages you have read. A note at the foot of the page says when a newer edition is ready.' : ''}`,
    correcting: 'How to correct it',
    correctingText:
      'A wrong or missing fact is mended by a correction: a few lines in a file of the folder content/corrections that name the paper, the field, the right value, the reason and where it can be checked. The seeds themselves are never edited.',
    tellHtml: (curator: string) => ` Tell ${curator}, who answers for the survey.`,
    answers: (curator: string) => ` ${curator} answers for the survey.`,
    licence: 'Licence',
    licenceHtml: (licence: string) =>
      `The survey’s own text is under ${licence}. Titles and abstracts belong to their authors and are quoted as the sources print them. The fonts of the site, Source Serif 4 and Source Sans 3, are under the SIL Open Font License.`,
  },

  changes: {
    title: 'Changes',
    label: 'Changes',
    description: 'What each edition of the survey added, changed, merged and withdrew.',
    heading: 'What each edition changed',
    lead: 'An edition is a released state of the survey that can be cited by its date. Permalinks are fixed by the first edition they stand in.',
    unreleased: 'Not released yet',
    since: 'Since the last edition',
    added: 'Added',
    changed: 'Changed',
    merged: 'Merged',
    withdrawn: 'Withdrawn',
    returned: 'Back again',
    dropped: 'Gone before a release',
    themesAdded: 'Themes added',
    themesChanged: 'Themes revised',
    themesRemoved: 'Themes removed',
    before: (title: string) => `; before: ${title}`,
    into: (permalink: string, reason: string) => `Into ${permalink}. ${reason}`,
    editions: 'Editions',
    allNew: (n: number) => `${papers(n)}; everything is new.`,
    state: (n: number, nothing: boolean) => `${papers(n)}${nothing ? '; nothing changed' : ''}.`,
  },

  editions: {
    title: 'Editions',
    label: 'Editions',
    description: 'Every released state of the survey: as it was, and what has changed since.',
    heading: 'Editions of the survey',
    lead: 'An edition is a released state of the survey. A copy of it is kept as it was: a page with all papers, themes and texts, and an archive that can be read from disk without this site.',
    none: 'No edition has been released yet.',
    asItWas: 'As it was',
    archive: (size: string) => `Archive, ${size}`,
    noCopy: 'Released before copies were kept.',
    changesTo: (edition: string) => `Changes up to ${edition}`,
    now: 'now',
    between: (from: string, to: string) => `From ${from} to ${to}`,
    betweenDescription: (from: string, to: string) =>
      `What changed in the survey between ${from} and ${to}.`,
    older: (n: number) =>
      `Differences are shown between the latest ${number(n)} editions; the command “florilegium changes” prints those of any two.`,
    copyNote:
      'This is the survey as it was in this edition. The page is kept unchanged; the survey as it is now stands at',
    copyDescription: (survey: string, edition: string) => `${survey}, as it was. ${edition}.`,
    suggested: 'Suggested theme',
    inEditions: 'In editions',
    firstHere: 'first here',
    themeChanged: (added: number, removed: number, revised: boolean) =>
      [
        ...(added > 0 ? [`${papers(added)} more`] : []),
        ...(removed > 0 ? [`${papers(removed)} less`] : []),
        ...(revised ? ['text revised'] : []),
      ].join(', '),
  },

  notFound: {
    title: 'Page not found',
    description: 'This address leads to no page of the survey.',
    lead: 'This address leads to no page of the survey. Permalinks of papers never change, so a letter may be missing; or the link was never right.',
    beginHtml: (to: To) =>
      `Or begin with <a href="${to('/papers/')}">all papers</a>, <a href="${to('/themes/')}">the themes</a> or <a href="${to('/')}">the first page</a>.`,
  },

  offline: {
    title: 'Not kept for offline reading',
    description:
      'What the service worker shows where there is no connection and the page was not kept.',
    label: 'No connection',
    heading: 'This page was not kept for offline reading',
    lead: 'There is no connection, and this address is not among the pages your browser has kept. Try again when you are online: the address stays the same.',
    keptHtml: (to: To) =>
      `Kept are <a href="${to('/')}">the first page</a>, <a href="${to('/papers/')}">the list of papers</a>, <a href="${to('/themes/')}">the themes</a>, <a href="${to('/search/')}">the search</a> and the pages you have read.`,
    readme: (survey: { edition: string | undefined; url: string; licence: string }) =>
      `This folder holds the whole survey for reading without a network.
Open index.html in a web browser. Search, themes, sources and exports work from here.

If the pages look bare or the search finds no index, the folder is still inside the zip file: extract all of it first.
Keep the files together; the folder itself can be renamed, moved, or stand on a read-only disk.

${survey.edition === undefined ? '' : `Edition: ${survey.edition}\n`}Public address: ${survey.url}
Licence of the survey's own text: ${survey.licence}
Abstracts belong to their authors.
The data stand in the folder data/: JSON, BibTeX, RIS and CSL JSON.
`,
  },

  lists: {
    papers: 'Papers',
    description: (n: number) =>
      `All ${papers(n)} of the survey, newest first, with authors, venue, themes and the first sentence of each abstract.`,
    pageDescription: (from: number, to: number, of: number) =>
      `Papers ${from} to ${to} of the ${of} in the survey, newest first.`,
    atVenue: (venue: string) => `Papers at ${venue}`,
    atVenueDescription: (n: number, venue: string) =>
      `${papers(n)} of the survey that appeared at ${venue}, newest first.`,
    withCode: 'Papers with code',
    withCodeDescription: (n: number) =>
      `${papers(n)} of the survey whose authors published their code, newest first.`,
    onTheme: (theme: string) => `Papers on ${theme}`,
    onThemeDescription: (n: number, theme: string) =>
      `${papers(n)} of the theme ${theme}, newest first.`,
    /** A page of a list in its title. */
    page: (title: string, page: number) => `${title}, page ${page}`,
    range: (from: number, to: number) => `, ${number(from)} to ${number(to)}`,
    all: (n: number) => (n === 1 ? papers(n) : `All ${papers(n)}`),
    narrow: 'Narrow the list',
    none: 'No papers have been added yet.',
    pages: 'Pages',
    next: 'Next page',
    hereFor: (evidence: string) => `Here for: ${evidence}`,
    export: (one: boolean): string => (one ? 'Export this paper' : 'Export these papers'),
  },

  authorsOf: {
    missing: 'Authors not recorded',
    oneUnnamed: 'One author, name not recorded',
    unnamed: (n: number) => `${number(n)} authors, names not recorded`,
    etAl: ' et al.',
    andMore: (n: number) => ` and ${count(n, 'other')}`,
    andOthers: ' and others',
    all: (n: number) => `All ${number(n)} authors`,
    counted: (stated: number, named: number) =>
      `The source counts ${count(stated, 'author')} and names ${number(named)}.`,
    moreThanNamed: 'The source says that there are more authors than it names.',
  },

  publication: {
    types: {
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
      'article-journal': 'Journal article',
      'article-magazine': 'Magazine article',
      'article-newspaper': 'Newspaper article',
      'paper-conference': 'Conference paper',
      chapter: 'Chapter',
      'entry-dictionary': 'Dictionary entry',
      'entry-encyclopedia': 'Encyclopedia entry',
      review: 'Review',
      other: 'Other',
    },
    kinds: {
      abstract: 'Abstract',
      ancient: 'Ancient text',
      'archival-collection': 'Archival collection',
      artwork: 'Artwork',
      audio: 'Audio recording',
      bill: 'Bill',
      'book-review': 'Book review',
      booklet: 'Booklet',
      broadcast: 'Broadcast',
      case: 'Legal case',
      catalog: 'Catalogue',
      chart: 'Chart or table',
      classic: 'Classical work',
      collection: 'Edited volume',
      database: 'Database',
      equation: 'Equation',
      event: 'Event',
      figure: 'Figure',
      film: 'Film',
      government: 'Government document',
      grant: 'Grant',
      hearing: 'Hearing',
      image: 'Image',
      interview: 'Interview',
      legislation: 'Legislation',
      letter: 'Letter',
      manual: 'Manual',
      map: 'Map',
      multimedia: 'Multimedia',
      music: 'Music',
      performance: 'Performance',
      periodical: 'Periodical',
      post: 'Post',
      proceedings: 'Proceedings',
      reference: 'Reference work',
      regulation: 'Regulation',
      score: 'Musical score',
      treaty: 'Treaty',
      'unenacted-bill': 'Unenacted bill',
      video: 'Video',
    },
    volume: (text: string) => `vol. ${text}`,
    issue: (text: string) => `no. ${text}`,
    pages: (text: string) => (text.includes('–') ? `pp. ${text}` : `p. ${text}`),
    article: (text: string) => `art. ${text}`,
    editor: (n: number): string => (n > 1 ? 'Editors' : 'Editor'),
    translator: (n: number): string => (n > 1 ? 'Translators' : 'Translator'),
    kind: 'Kind',
    chapter: 'Chapter',
    pageCount: 'Number of pages',
    publisher: 'Publisher',
    institution: 'Institution',
    edition: 'Edition',
    series: 'Series',
    event: 'Event',
    language: 'Language',
    version: 'Version',
  },

  paper: {
    paper: 'Paper',
    description: 'Identifiers, citation, themes and provenance.',
    workingTitle: (rule: string) => `Working title, inferred (${rule}); no source prints one.`,
    posted: 'posted ',
    fromIdentifier: ' (inferred from the arXiv identifier)',
    yearInferred: ' (year inferred)',
    preprintPostedHtml: (time: string) => `preprint posted ${time}`,
    code: 'Code',
    cite: 'Cite',
    sources: 'Sources',
    identifiers: 'Identifiers',
    identifier: 'Identifier',
    noIdentifier: 'none found in the sources',
    class: 'Class',
    keywords: 'Keywords',
    venue: 'Venue',
    atVenue: (n: number, venue: string) => `${papers(n)} at ${venue}`,
    journalRef: 'Journal reference',
    comment: 'Authors’ comment',
    permalink: 'Permalink',
    abstract: 'Abstract',
    noAbstract: 'No source of this survey prints an abstract of this paper.',
    breaksOff: 'The source breaks off here; its copy of the abstract is incomplete.',
    compare: 'Compare both',
    orOriginalHtml: (original: string) => ` or read the original: ${original}`,
    themesAndSource: 'Themes and source of the abstract',
    themes: 'Themes',
    textFrom: 'Text from',
    byHandHtml: 'Entered by hand; <a href="#sources">see why</a>',
    inferred: (rule: string) => `Inferred: ${rule}`,
    partNotMade: 'This part of the page could not be made; the rest is complete.',
    copyPermalink: 'Copy permalink',
    download: 'Download',
    copyReference: 'Copy reference',
    otherStyles: (styles: string) => `Other styles: ${styles}`,
    copyStyle: (style: string) => `Copy ${style} reference`,
    copy: 'Copy',
    aboutPermalink: 'About the permalink',
    released: 'The permalink is recorded in the survey’s ledger and will not change.',
    provisional: 'The permalink becomes permanent with the next edition of the survey.',
    suggest: 'Suggest a correction',
    citedHere: 'Cited in this survey',
    related: 'Related papers',
    notTheSame: 'Not the same paper: ',
    howRelated: 'How related papers are found',
    howRelatedHtml: (to: To) =>
      `Found by shared terms and authors; <a href="${to('/about/#related')}">how it is done</a>.`,
    citation: (n: number, name: string) => `Citation ${n}: ${name}`,
  },

  evidence: {
    inTitle: ' (title)',
    filedUnder: (keyword: string) => `filed under “${keyword}”`,
    byHand: 'placed here by hand',
    class: (term: string) => `class ${term}`,
    identifier: (term: string) => `identifier ${term}`,
    fallback: 'no other theme’s terms were found',
  },

  gone: {
    title: (title: string) => `Withdrawn: ${title}`,
    label: 'Withdrawn',
    text: (reason: string, on: string | undefined) =>
      `This paper was withdrawn from the survey${on === undefined ? '' : ` on ${date(on)}`}. ${reason}`,
    screened: (reason: string, on: string | undefined) =>
      `This paper was left out of the survey in screening${on === undefined ? '' : ` (${date(on)})`}. ${reason}`,
    moved: (title: string, reason: string) =>
      `The paper “${title}” was merged into another one. ${reason}`,
    permalinkHtml: (to: To, permalink: string) =>
      `The permalink ${permalink} stood for this paper and is never given to another. What else the survey holds is among <a href="${to('/papers/')}">all papers</a>; <a href="${to('/changes/')}">the changes</a> say when it left.`,
    lastRecord: 'Last known record',
    moreAuthors: (n: number) => `and ${number(n)} more`,
    date: 'Date',
    venue: 'Venue',
    abstractHash: 'Abstract, hashed',
  },

  left: {
    toCite: 'To cite a line',
    thisState: 'This state of the text',
    earlier: 'Earlier states',
    moved: 'Moved',
    removed: 'Removed',
    movedTitle: (title: string) => `Moved: ${title}`,
    removedTitle: (title: string) => `Removed: ${title}`,
    what: {
      themes: 'theme',
      pages: 'page',
      sources: 'source',
      authors: 'author',
      'papers/venue': 'venue',
      editions: 'edition',
    },
    movedText: (what: string, title: string, reason: string) =>
      `The ${what} “${title}” has another address now. ${reason}`,
    removedText: (what: string, title: string, on: string | undefined, reason: string) =>
      `The ${what} “${title}” left the survey${on === undefined ? '' : ` with the edition of ${date(on)}`}. ${reason}`,
    keptHtml: (to: To, address: string) =>
      `The address ${address} is kept for what stood there. <a href="${to('/changes/')}">The changes</a> say when it left.`,
    papers: 'Papers',
    papersText: 'These stood there at the last release before it left.',
    state: (name: string, digest: string) => `${name}, state ${digest}`,
    stateDescription: (name: string, digest: string, said: string) =>
      `${name}, line by line, in the state ${digest}. ${said}`,
    stateNow:
      'This address stands for the source as it is now and never for another state of it: a line cited here stays that line.',
    stateFormer:
      'A former state of the source. Each line stands under the number that it had, with the place where it is now.',
    stateGone: (reason: string) =>
      `A former state of a source that is no longer in the survey. ${reason}`,
    nowHtml: (link: string) => `The source as it is now, with what was read from it: ${link}.`,
    aboutState: 'About this state',
    address: 'Address',
    released: 'Released',
    called: 'Was called',
    text: 'Text, line by line',
    line: (line: number) => `Line ${line}`,
    lineNow: (line: number) => `Line ${line} now`,
    lineGone: 'This line is not in the source any more.',
  },

  origin: {
    lookedUp: 'looked up',
    byHand: 'entered by hand',
    inferred: (rule: string) => `inferred: ${rule}`,
    place: (file: string, line: number | undefined) =>
      `content/${file}${line === undefined ? '' : `, line ${line}`}`,
  },

  provenance: {
    heading: 'Where we know this from',
    byHand: (fields: string) => `Entered by hand, with a reason and evidence: ${fields}.`,
    lookedUp: (fields: string) => `Looked up, with the address of the record: ${fields}.`,
    byRule: (fields: string) => `Inferred by rule: ${fields}.`,
    yearInferred: 'The source prints no year; it was inferred from the rest of the page.',
    noSeed: 'No seed describes this paper.',
    oneRecord: 'One source record: ',
    manyRecords: (n: number) => `${n} source records: `,
    sourceRecord: 'Source record',
    recordIn: (seed: string, lines: string) => `Source record in ${seed}, ${lines}`,
    field: 'Field',
    asPrinted: 'As printed',
    line: 'Line',
    corrections: 'Corrections',
    evidence: 'Evidence:',
    inferred: 'Inferred',
    year: 'year',
    yearRule: 'Year: the source prints the day and month only; the year fits the rest of its page',
    mathematics: 'Mathematics',
    intactText: 'Formulas that are LaTeX in the source are set as printed.',
    leftText: 'Left as the source prints them:',
    disagreements: 'Disagreements',
    none: 'none',
    agree: 'The source records agree wherever they state the same field.',
    onlyOne: 'Only one source record describes this paper.',
    remarks: 'Remarks of the sources',
    noFact: 'What a site says about its readers is not a fact about the paper.',
    comments: (n: number) => count(n, 'comment'),
    commentsAre: (value: string) => `comments: ${value}`,
    upvotes: (n: number) => count(n, 'upvote'),
    upvotesAre: (value: string) => `upvotes: ${value}`,
    hasCode: 'a mark that code exists',
    authorCount: (n: number) => `a count of ${count(n, 'author')}`,
  },

  math: {
    formulas: (n: number) => count(n, 'formula'),
    all: (total: string, n: number, origin: string) => `${total}, ${n > 1 ? 'all ' : ''}${origin}`,
    intact: 'intact',
    mended: 'mended',
    repaired: 'reconstructed',
    left: (n: number) => `${n} left as printed`,
    notRebuilt: (left: number) =>
      `Math not reconstructed: ${left === 1 ? 'what looks like a formula is' : `${left} likely formulas are`} left as printed by a listing that had lost its TeX.`,
    rebuilt: (rebuilt: number, left: number, total: number) =>
      `Math reconstructed: ${
        rebuilt < total
          ? `${rebuilt} of ${count(total, 'formula')}`
          : total === 1
            ? 'the one formula'
            : `all ${total} formulas`
      } rebuilt from a listing that had lost its TeX${left === 0 ? '' : `; ${left} left as printed there`}.`,
    reasons: {
      doubtful: 'no reading of it as a formula is sure enough',
      irreversible: 'stripping the likeliest formula does not give this text back',
      unreadable: 'the likeliest formula cannot be set',
      'beside-intact': 'other formulas of the text kept their TeX',
    },
    noConfidence: 'none',
    confidence: (words: string) => `confidence ${words}`,
    printedAndRebuilt: 'Formulas as printed and as rebuilt',
    asListed: 'As the listing prints it',
    asRebuilt: 'As rebuilt',
    confidenceHead: 'Confidence',
    leftOut: 'Left out of the survey',
    leftBecause: (reason: string) => `Left: ${reason}.`,
  },

  themesPage: {
    title: 'Themes',
    description: (many: string) =>
      `The ${many} of the survey: what each gathers, how many papers stand in it, and from which years.`,
    none: (n: number) =>
      `This survey is not divided into themes; its ${n === 1 ? 'one paper stands' : `${papers(n)} stand`} in one list.`,
    written:
      'Each theme is a piece of survey writing with its evidence beside it, and the papers it gathers. A paper may stand in several.',
    /** What a reader is told of themes that nobody has written. */
    suggested: (many: boolean) =>
      `Suggested: the build of this site sorted these papers by the words they share or by what their sources file them under; no person has revised ${many ? 'these themes' : 'the theme'}.`,
    all: 'All themes',
    howHtml: (to: To) => `<a href="${to('/about/#themes')}">How papers are assigned to themes</a>`,
    byYear: 'By year',
    mark: 'suggested',
    papersBefore: 'Papers: ',
    inYear: (n: number, year: string) => `${n} in ${year}`,
    noDated: 'no dated papers',
    areaOfDot:
      'The area of a dot is the number of papers first submitted or published in that year.',
    byThemeAndYear: 'Papers by theme and year',
    theme: 'Theme',
  },

  theme: {
    theme: 'Theme',
    suggested: 'Suggested theme',
    survey: 'Survey',
    papers: 'Papers',
    neighbours: 'Neighbours',
    about: 'About this theme',
    scope: 'Scope',
    origin: 'Origin',
    written: 'Written',
    inCommon: 'In common',
    inTheirWords: 'In their words',
    when: 'When',
    none: 'No paper meets the rules of this theme.',
    inOrder: 'In the order of the survey',
    alsoHere: 'Also here, newest first',
    newestFirst: 'Newest first',
    all: (n: number) => `${n === 1 ? 'The one paper' : `All ${papers(n)}`} of this theme`,
    howChosen: 'How these papers were chosen',
    chosenBy: 'Chosen by',
    catchAll: 'This theme takes the papers that no other theme took.',
    filedUnder: (keywords: string) => `Filed under ${keywords}.`,
    terms: (terms: string) => `Terms in title or abstract: ${terms}.`,
    notWith: (terms: string) => `Not with: ${terms}.`,
    pinned: (n: number) => `${papers(n)} placed by hand.`,
    filesHtml: (files: string, feed: string) => `This list as ${files}, or its ${feed}.`,
    feed: 'feed',
    underEachHtml: (to: To) =>
      `Under each paper stand the terms found in it. <a href="${to('/about/#themes')}">How it is done</a>.`,
    shared: (n: number, shared: string, tagline: string) =>
      `${papers(n)}, ${shared} of them also here. ${tagline}`,
    cite: 'How to cite',
  },

  timeline: {
    label: 'Timeline',
    picture: (n: number, from: string, to: string) =>
      `${papers(n)} on a line of months from ${from} to ${to}`,
    caption: (named: boolean) =>
      `Papers by month. ${named ? 'Heights only keep the names apart.' : 'Each head is a paper; stems grow where months are crowded.'}`,
    undated: (n: number) => ` ${papers(n)} without a date ${n === 1 ? 'is' : 'are'} not shown.`,
    month: 'Month',
    papers: 'Papers',
    paper: 'Paper',
  },

  authorsPage: {
    title: 'Authors',
    description: (many: string) =>
      `Index of the ${many} named by the papers of the survey, by family name.`,
    bar: (many: string) => `${many}, by family name; the figure is the number of papers`,
    letterBar: (many: string) => `${many}; the figure is the number of papers`,
    none: 'The sources of this survey name no authors.',
    most: 'With most papers',
    letters: 'Letters',
    other: 'Other',
    otherSigns: 'other signs',
    letterTitle: (letter: string) => `Authors: ${letter}`,
    letterDescription: (many: string, letter: string) =>
      `The ${many} of the survey whose family names begin with ${letter}.`,
  },

  author: {
    author: 'Author',
    description: (n: number, name: string, titles: string) =>
      `${papers(n)} by ${name} in the survey: ${titles}`,
    inSurvey: (n: number) => `${papers(n)} in this survey`,
    about: 'About this author',
    alsoAs: 'Also printed as',
    themes: 'Themes',
    papers: 'Papers',
    toldApart: 'How authors are told apart',
    toldApartHtml: (to: To) =>
      `Papers are gathered by the printed name; two persons of one name share a page. <a href="${to('/about/#authors')}">More</a>`,
    with: 'Written with',
    andOthers: (n: number) => `And ${count(n, 'other')}.`,
    crowd: (n: number, most: number) => `${papers(n)} with more than ${most} authors left out.`,
  },

  data: {
    title: 'Data',
    description:
      'The survey as files: one JSON document with a published schema, and the bibliography for reference managers, spreadsheets and programs.',
    heading: 'The survey as data',
    lead: (n: number) =>
      `Everything the pages show of ${papers(n)}, as files. Addresses and shapes stay; new fields may join.`,
    terms: 'Terms',
    termsHtml: (licence: string) =>
      `The survey’s own text is under ${licence}; abstracts belong to their authors.`,
    files: 'Files',
    tableOfFiles: 'Table of files',
    file: 'File',
    format: 'Format',
    holds: 'What it holds',
    held: HELD,
    everywhereHtml: (to: To) =>
      `Each theme has the same files for its papers beside its page, and each paper its own, from <code>cite.bib</code> to <code>cite.jsonl</code>. A search, an author’s papers and every list can be exported in the same formats. New papers are told of in an <a href="${to('/feed.xml')}">Atom feed</a> and a <a href="${to('/feed.json')}">JSON feed</a>. Text is UTF-8.`,
    harvestHtml: (to: To, capabilities: string) =>
      `Harvesters that speak ResourceSync begin at the <a href="${to(capabilities)}">capability list</a>. It leads to a list of all papers and themes as of the last edition, and to one of what each edition created, updated and deleted: the same that the <a href="${to('/changes/')}">changes</a> tell readers.`,
    permalinkHtml:
      'A permalink is found among <code>works</code>, else among <code>departed</code>, which says what it was merged into or why it was withdrawn.',
    fields: 'Fields',
    fieldsHtml: (to: To) =>
      `The fields of <code>survey.json</code>, as its <a href="${to('/data/survey.schema.json')}">JSON Schema</a> says. A line of <code>works.jsonl</code> has the fields under <code>works[]</code>.`,
    tableOfFields: 'Table of fields',
    /** What a field of the data holds, the names by those of JSON Schema. */
    types: {
      names: {
        string: 'text',
        integer: 'whole number',
        number: 'number',
        boolean: 'true or false',
        object: 'object',
        null: 'null',
      },
      oneOf: 'one of a list of words',
      numbers: (n: number) => `${n} numbers`,
      listOf: (of: string) => `list of ${of}`,
      or: ' or ',
    },
    field: 'Field',
    type: 'Type',
    always: 'Always there',
    yes: 'yes',
    no: 'no',
  },

  readingList: {
    title: 'Reading list',
    description: 'The papers that you have saved, kept in your browser.',
    kept: 'Saved papers are kept in this browser only, on this device: there is no account, and nothing is sent. Whoever clears the browser’s data clears the list too; its address or an export keeps it elsewhere.',
    needsScript: 'Saving papers needs JavaScript.',
  },

  search: {
    title: 'Search',
    description: (n: number) =>
      `Search ${papers(n)}: titles, authors, abstracts, identifiers, venues and themes.`,
    label: 'Search titles, abstracts and authors',
    placeholder: 'Titles, abstracts, authors',
    button: 'Search',
    order: 'Order',
    narrow: 'Narrow the list',
    needsScript: 'Searching needs JavaScript. Everything can be reached without it:',
    canBeSearched: (n: number) =>
      `${papers(n)} can be searched by words of title, abstract, authors, venue and theme, by arXiv identifier and DOI.`,
    orBrowse: 'Or browse',
    papers: 'papers',
    themes: 'themes',
    authors: 'authors',
    sources: 'sources',
    dialog: 'Search the survey',
    close: 'Close the search',
    best: 'Best matches',
    move: 'move',
    open: 'open',
    dismiss: 'close',
    page: 'Search page',
    how: 'How to search',
    signs: {
      words: 'papers with both words, in any form: plural, other endings, British spelling',
      phrase: 'the words exactly as they are, in this order',
      without: 'without a word; also -"a phrase" and -author:gu',
      or: 'one of two',
      years: 'papers of these years',
    },
    /** What each field of a query looks at. */
    fields: {
      title: 'words of the title',
      author: 'names of authors',
      abstract: 'words of the abstract',
      theme: 'themes',
      keyword: 'keywords',
      venue: 'where it was published',
      year: 'year or years',
      type: 'kind of publication',
      has: 'code, an abstract or math',
      source: 'the listing it came from',
      arxiv: 'arXiv identifier',
      doi: 'DOI',
    },
    forms:
      'A word also finds its plural and other endings, British and American spelling, words without their accents, compounds with and without hyphens, Greek letters by name, and acronyms that the survey’s papers explain; what counted is said above the results. Words such as “the” count only in quotes.',
  },

  sources: {
    title: 'Sources',
    recordsIn: (records: number, seeds: number) =>
      `${count(records, 'source record')} in ${count(seeds, 'seed')}`,
    folded: (n: number) => `${count(n, 'duplicate')} folded into the paper they repeat`,
    leftOut: (n: number) => `${n} left out by hand`,
    inSurvey: (n: number) => `${papers(n)} in the survey`,
    description: (seeds: number, sum: string) =>
      `The ${count(seeds, 'seed')} the survey was read from: ${sum}. Every byte is accounted for.`,
    lead: 'The survey was read from these listings, kept as they were pasted. Each byte of them is either a field of a paper, furniture of the page it came from, a separator, or shown as not read.',
    none: 'No sources have been added yet.',
    toPapers: 'From records to papers',
    records: 'Records',
    duplicates: 'Duplicates',
    leftOutHead: 'Left out',
    papers: 'Papers',
    withoutAbstract: 'Of these without a full abstract',
    of: (profile: string) => ` of ${profile}`,
    about: (name: string) => `About ${name}`,
    file: 'File',
    size: 'Size',
    messages: 'Messages',
    source: 'Source',
    description1: (label: string, records: number, bytes: string, fate: string) =>
      `${label}, line by line: ${count(records, 'record')} in ${bytes}, each linked to its paper. ${fate}.`,
    pasted: ', pasted as text.',
    notRead: ', not read and not published.',
    download: 'Download',
    text: 'Text',
    formulas: 'Formulas',
    aboutSeed: 'About this seed',
    format: 'Format',
    notKnown: 'not known',
    everyByte: 'Every byte',
    claims: 'The page claims',
    claimed: (papersClaimed: number, held: number) =>
      `${papers(papersClaimed)}; the copy holds ${held}`,
    alsoIn: 'Also in',
    inOrder: (n: number) => `${count(n, 'record')} in the order of the file`,
    line: 'Line',
    paper: 'Paper',
    lineByLine: 'Text, line by line',
    lineNumber: (n: number) => `Line ${n}`,
    printedAndRebuilt: 'Formulas, printed and rebuilt',
    rebuiltHtml:
      'The page this was copied from takes dollars and backslashes from formulas. What was put back stands beside what is printed. Stripped again, it gives the same text; what the author wrote may still differ in a letter’s style. What may be prose is set only where that is likely enough; what only a formula leaves behind, such as <code>^{2}</code>, by its likeliest reading.',
    seed: (name: string) => `Seed ${name}`,
    emptyFile: 'The file is empty',
    fate: {
      field: 'fields',
      chrome: 'page furniture',
      separator: 'separators',
      nothing: 'nothing unread',
      unread: (part: string) => `${part} not read`,
    },
    marks: {
      title: 'title',
      names: 'authors',
      id: 'identifier',
      data: 'date, comment and other fields',
      url: 'link',
      text: 'abstract: unmarked',
      notation: 'labels and delimiters of fields',
      chrome: 'page furniture',
      private: 'withheld: local paths, mail addresses, notes of a library’s owner',
      unparsed: 'not read',
    },
    withheld: 'Withheld',
    withheldHere: (bytes: number) => `${count(bytes, 'byte')} withheld`,
    withheldInAll: (bytes: number, places: number) =>
      `${count(bytes, 'byte')} in ${count(places, 'place')}: private, and published nowhere`,
    recordAbove: (fields: string) => `${fields} of the record above`,
    excluded: (title: string, reason: string) => `${title}, left out: ${reason}`,
    noPage: 'Record without a page',
  },

  screening: {
    again: 'Searched again',
    fresh: 'New',
    vanished: 'No longer found',
    copyText: 'Copy the text',
    colon: ': ',
    title: 'Screening',
    lead: 'Where the papers of this review were found, and what became of every record on the way to the included ones.',
    flow: 'Flow of the review',
    databases: 'Identification of studies via databases and registers',
    others: 'Identification of studies via other methods',
    identified: 'Records identified',
    before: 'Records removed before screening',
    duplicates: 'Duplicate records',
    removed: 'Records removed for other reasons',
    screened: 'Records screened',
    unscreened: 'Records not yet screened',
    excluded: 'Records excluded',
    sought: 'Reports sought for retrieval',
    notRetrieved: 'Reports not retrieved',
    assessed: 'Reports assessed for eligibility',
    unassessed: 'Reports not yet assessed',
    excludedFullText: 'Reports excluded',
    included: 'Reports of included studies',
    noReason: 'No reason stated',
    contested: 'Decisions that contradict each other',
    methods: 'Methods text',
    sets: 'Download the sets',
    asSvg: 'The flow as SVG',
    asCsv: 'The flow as CSV',
    sources: 'Sources',
    phases: {
      identification: 'Identification',
      screening: 'Screening',
      included: 'Included',
    },
    kinds: {
      database: 'Database',
      register: 'Register',
      website: 'Website',
      organisation: 'Organisation',
      citation: 'Citation searching',
      other: 'Other source',
    },
    set: {
      included: 'Included',
      excluded: 'Excluded',
      undecided: 'Undecided',
    },
    searched: (on: string) => `searched ${on}`,
    edition: (name: string) => `Edition ${name} of the survey.`,
    software: (version: string) =>
      `Read and deduplicated with Florilegium ${version}. Numbers and terms are those of PRISMA 2020 (doi:10.1136/bmj.n71).`,
  },

  report: {
    title: 'Report on the sources',
    description: (n: { records: number; duplicates: number; excluded: number; papers: number }) =>
      `What became of ${count(n.records, 'source record')}: ${count(n.duplicates, 'duplicate')}, ${n.excluded} left out, ${papers(n.papers)} included; where every byte went, and where sources disagree.`,
    lead: 'What became of every record and every byte, what the reading has to say, and where sources disagree.',
    toPapers: 'From records to papers',
    what: 'What',
    howMany: 'How many',
    sum: 'The sum',
    sumText: (n: { records: number; duplicates: number; excluded: number; papers: number }) =>
      `${count(n.records, 'record')} − ${count(n.duplicates, 'duplicate')} − ${number(n.excluded)} left out = ${papers(n.papers)}.`,
    everyByte: 'Every byte',
    noSeed: 'No sources have been added yet.',
    bytesOfSeeds: 'Bytes of each seed',
    bytesCaption: 'Bytes of each seed by what became of them',
    seed: 'Seed',
    readAs: 'Read as',
    records: 'Records',
    fields: 'Fields',
    furniture: 'Furniture',
    separators: 'Separators',
    notRead: 'Not read',
    textNotRead: 'Text that was not read',
    mathematics: 'Mathematics',
    noFormulas: 'No title and no abstract of this survey holds a formula.',
    aboutMath: 'About mathematics',
    aboutMathText:
      'Counted in the titles and abstracts that the survey shows. Some sites take the TeX from formulas. It is put back where one reading is likely enough and gives the same text when stripped again; the rest is left as printed. Each source page shows both side by side.',
    messages: 'Messages',
    aboutMessages: 'About messages',
    asTextHtml: 'The same <a href="messages.txt">as lines of text</a>.',
    nothing: 'Nothing to report.',
    disagree: 'Where sources disagree',
    agree: 'Sources agree wherever they state the same field of the same paper.',
    aboutDisagree: 'About disagreements',
    aboutDisagreeText:
      'The value a page shows is chosen by rule; the others are kept and listed here and on the paper’s page.',
    report: 'Report',
    none: 'None.',
    leftOutByHand: 'Left out by hand',
    alsoInHtml: (place: string) => `also in ${place}`,
    shown: 'shown: ',
    also: 'also: ',
    papers: 'Papers',
    recordsHead: 'Records',
    /** Behind the number of each. */
    steps: {
      records: (n: number): string => (n === 1 ? 'source record found' : 'source records found'),
      duplicates: (n: number): string =>
        n === 1
          ? 'duplicate, folded into the paper it repeats'
          : 'duplicates, folded into the paper they repeat',
      excluded: (_n: number): string => 'left out by hand, each with a reason',
      included: (n: number): string => `${n === 1 ? 'paper' : 'papers'} in the survey`,
      incomplete: (_n: number): string => 'of them without a full abstract',
    },
    lists: {
      records: {
        title: 'Source records',
        lead: 'Every record a seed holds, in file order, with the paper it became.',
      },
      duplicates: {
        title: 'Duplicates',
        lead: 'Records that describe a paper another record describes. Nothing they say is lost.',
      },
      incomplete: {
        title: 'Incomplete papers',
        lead: 'Papers in the survey whose full abstract no source gives.',
      },
      excluded: {
        title: 'Left out by hand',
        lead: 'What a correction or a decision leaves out of the survey, each with its reason.',
      },
      disagreements: {
        title: 'Where sources disagree',
        lead: 'Fields for which sources of one paper give different values.',
      },
    },
    listDescription: (title: string, total: number, lead: string) => `${title} (${total}). ${lead}`,
    lack: {
      none: 'no abstract in any source',
      cut: 'the copy ends inside the abstract',
    },
    formulas: 'Formulas',
    texts: 'Titles and abstracts',
    textCount: (n: number) => count(n, 'text'),
    commandsIn: (n: number, texts: number) => `${count(n, 'command')} in ${count(texts, 'text')}`,
    formulasIn: (n: number, texts: number) => `${count(n, 'formula')} in ${count(texts, 'text')}`,
    math: {
      intact: {
        title: 'Formulas that came intact',
        lead: 'LaTeX in the source, set as it stands.',
        label: 'intact: LaTeX in the source',
      },
      mended: {
        title: 'Mended formulas',
        lead: 'LaTeX in the source, but with angle brackets where braces were; the braces are put back.',
        label: 'mended: angle brackets made braces again',
      },
      repaired: {
        title: 'Rebuilt formulas',
        lead: 'The page that was copied takes dollars and backslashes from formulas. These were put back; stripping them again gives the text of the source.',
        label: 'rebuilt from a listing that had lost its TeX',
      },
      left: {
        title: 'Left as the listing prints it',
        lead: 'Text that looks like a stripped formula and was not rebuilt, because it may be prose or its reading is too doubtful.',
        label: 'left as the listing prints it',
      },
      set: {
        title: 'Formulas that are set',
        lead: 'Formulas set as HTML and MathML, wherever they came from.',
        label: 'formulas set as HTML and MathML',
      },
      'not-set': {
        title: 'Formulas that cannot be set',
        lead: 'Shown as LaTeX source, each with the reason.',
        label: 'shown as LaTeX because they cannot be set',
      },
      'unknown-commands': {
        title: 'Unknown commands',
        lead: 'Authors’ own commands in formulas: their names are set upright in place of what they stand for.',
        label: 'unknown commands, shown by their name',
      },
      'texts-without': {
        title: 'Texts without a formula',
        lead: 'Titles and abstracts that have no formula.',
        label: 'titles and abstracts without a formula',
      },
      'texts-set': {
        title: 'Texts with every formula set',
        lead: 'Titles and abstracts of which every formula is set.',
        label: 'with every formula set',
      },
      'texts-partly': {
        title: 'Texts set in part',
        lead: 'Titles and abstracts in which something is left as the listing prints it, or shown as LaTeX.',
        label: 'with something left as printed, or shown as LaTeX',
      },
    },
  },
};

/** What the scripts of the site say. */
export const scripts = {
  copied: 'Copied',
  lightPage: 'Light page',
  darkPage: 'Dark page',
  newerEdition: 'A newer edition of this survey is ready.',
  reload: 'Reload',
  notNow: 'Not now',
};

/** What is said where papers are exported. */
export const exporting = {
  failure: 'The papers could not be read. Load the page again: the survey may have changed since.',
  collecting: 'Collecting the papers …',
  format: 'Format ',
  download: 'Download',
  copy: 'Copy',
  from: (n: number, survey: string, edition: string | undefined) =>
    `${n === 1 ? '1 paper' : `${n} papers`} of “${survey}”${edition === undefined ? '' : `, edition ${edition}`}, found by`,
  saved: (name: string) => `Saved as ${name}.`,
  copied: (format: string) => `Copied as ${format}.`,
  offer: (n: number) => (n === 1 ? 'Export this paper' : `Export these ${n} papers`),
};

/** What is said of the reading list. */
export const reading = {
  save: 'Save to the reading list',
  saveOne: (title: string) => `Save to the reading list: ${title}`,
  count: (n: number) => `${n} ${n === 1 ? 'paper' : 'papers'} on the reading list, in this browser`,
  notKept: 'This browser keeps nothing, or no more than it has.',
  empty: 'Nothing is saved yet. Every paper has a button that saves it.',
  shared: (n: number) => `${n} ${n === 1 ? 'paper' : 'papers'} chosen by somebody, at this address`,
  addAll: 'Add all to my reading list',
  share: 'Address of this list',
  print: 'Print',
  removeAll: 'Remove all',
  own: 'My reading list',
  gone: 'Not in this survey any more: ',
  newSince: (n: number) => `${n} ${n === 1 ? 'paper is' : 'papers are'} new since your last visit`,
  nothingNew: 'Nothing is new since your last visit.',
  fresh: 'New',
  fileName: 'reading list',
};

/** What the search says. */
export const searching = {
  papers: (n: number) => `${n} ${n === 1 ? 'paper' : 'papers'}`,
  themes: 'Themes',
  pagesHead: 'Pages',
  papersHead: 'Papers',
  papersBefore: 'Papers: ',
  etAl: ' et al.',
  /** What was found, as a sentence without its stop. */
  found: (
    n: { papers: number; themes: number; pages: number },
    query: string,
    beginning?: string,
  ) =>
    `${series(
      [
        papers(n.papers),
        ...(n.themes > 0 ? [count(n.themes, 'theme')] : []),
        ...(n.pages > 0 ? [count(n.pages, 'page')] : []),
      ],
      ', ',
      ' and ',
    )}${query === '' ? '' : ` for ${quoted(query)}`}${
      beginning === undefined ? '' : `, with words starting with ${quoted(`${beginning}…`)}`
    }`,
  noPaperHas: (words: readonly string[]) =>
    `No paper has ${series(words.map(quoted), ', ', ' or ')}.`,
  noPaperHasAll: 'No paper has all of this.',
  alsoAs: (word: string, forms: readonly string[], more: number) =>
    `${quoted(word)} also as ${forms.join(', ')}${more > 0 ? ` and ${count(more, 'more form')}` : ''}`,
  nearWith: (words: readonly string[]) =>
    `Near: papers with ${series(words.map(quoted), ', ', ' and ')}`,
  nearSome: 'Near: papers with some of the words',
  nearOnly: 'Near: no paper has all of the words, these have some',
  didYouMean: 'Did you mean ',
  /** Behind what was meant. */
  questionEnd: '? ',
  takesIt: ' in the field takes it.',
  recent: 'Recent searches, kept in this browser',
  forget: (query: string) => `Forget ${query}`,
  clear: 'Clear all choices',
  all: (n: number) => `All ${n}`,
  allValues: (label: string, n: number) => `${label}: all ${n} values`,
  without: 'Without ',
  more: (n: number, of: number) => `Show ${n} more of ${of}`,
  nothing: 'Nothing here contains this. ',
  fewerChoices: 'Try fewer words or fewer choices.',
  otherWords: 'Try other or fewer words.',
  nothingFor: (query: string) => `Nothing found for ${quoted(query)}.`,
  page: 'Search page',
  allResults: (n: number) => (n === 1 ? 'The one result' : `All ${n} results`),
  tryAgain: 'Try again',
  edit: (term: string) => `Edit ${term}`,
  takeOut: (term: string) => `Take out ${term}`,
  terms: 'Terms of this search',
  noIndex:
    'There is no search index beside this page, which was opened from disk. If it stands in a zip file, extract the whole folder first.',
  searching: 'Searching …',
  notLoaded: 'The search index could not be loaded. Check the connection and try again.',
  facets: {
    theme: 'Theme',
    keyword: 'Keyword',
    year: 'Year',
    type: 'Type',
    source: 'Source',
    venue: 'Venue',
    with: 'With',
    own: 'From screening',
  },
  with: { Code: 'Code', Abstract: 'Abstract', 'Rebuilt math': 'Rebuilt math' },
  orders: { best: 'Best match', newest: 'Newest', oldest: 'Oldest', title: 'Title' },
  problems: {
    noWord: 'There is no letter or digit here to look up.',
    openQuote: 'A quotation mark is not closed; the phrase goes to the end.',
    brackets: 'Brackets group nothing here; OR joins the terms beside it.',
    or: 'OR stands between two terms.',
    noField: (name: string) => `${quoted(`${name}:`)} is no field; it was looked up as a word.`,
    noValue: (name: string, sample: string) =>
      `${quoted(`${name}:`)} names nothing; a sample is ${sample}.`,
    noYear: (value: string) =>
      `${quoted(`year:${value}`)} is no year; samples are year:2024 and year:2024..2026.`,
  },
};
