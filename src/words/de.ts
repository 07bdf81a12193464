import { type FieldWords, fieldWord } from './fields.ts';
import { eachSaid, figures, partsOf, series, spaced } from './formats.ts';
import type { PageWords, ScriptWords } from './words.ts';

const { number, decimal, share } = /* @__PURE__ */ figures('.', ',');

const MONTHS = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
];

const count = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;
const date = (iso: string): string => {
  const [year, month, day] = partsOf(iso);
  return spaced(day && `${day}.`, month && MONTHS[month - 1], year);
};
const list = (items: readonly string[]) => series(items, ', ', ' und ');
const papers = (n: number) => count(n, 'Arbeit', 'Arbeiten');
const quoted = (text: string) => `„${text}“`;

const FIELDS: FieldWords = {
  title: 'Titel',
  subtitle: 'Untertitel',
  authors: 'Autoren',
  author: 'Autor',
  et_al: 'Zeichen weiterer Autoren',
  author_count: 'Zahl der Autoren',
  abstract: 'Zusammenfassung',
  arxiv: 'arXiv-Kennung',
  doi: 'DOI',
  openreview: 'OpenReview-Kennung',
  acl: 'ACL-Anthology-Kennung',
  pmid: 'PubMed-Kennung',
  url: 'Link',
  issued: 'Datum',
  date: 'Datum',
  posted: 'Datum des Preprints',
  updated: 'Stand',
  year: 'Jahr',
  categories: 'Fachklassen',
  comment: 'Bemerkung',
  venue: 'Erschienen in',
  venue_subtitle: 'Untertitel der Quelle',
  venue_short: 'Kurztitel der Quelle',
  container_title_short: 'Kurztitel der Quelle',
  volume: 'Band',
  issue: 'Heft',
  page: 'Seiten',
  pages: 'Seiten',
  article_number: 'Artikelnummer',
  publisher: 'Verlag',
  publisher_place: 'Verlagsort',
  editor: 'Herausgeber',
  editors: 'Herausgeber',
  translator: 'Übersetzer',
  translators: 'Übersetzer',
  chapter: 'Kapitel',
  chapter_number: 'Kapitel',
  page_count: 'Seitenzahl',
  number_of_pages: 'Seitenzahl',
  edition: 'Auflage',
  series: 'Reihe',
  collection_title: 'Reihe',
  series_number: 'Nummer in der Reihe',
  collection_number: 'Nummer in der Reihe',
  isbn: 'ISBN',
  issn: 'ISSN',
  institution: 'Institution',
  event: 'Veranstaltung',
  event_place: 'Ort der Veranstaltung',
  event_date: 'Datum der Veranstaltung',
  language: 'Sprache',
  keyword: 'Schlagwort',
  keywords: 'Schlagwörter',
  version: 'Fassung',
  genre: 'Gattung',
  status: 'Status',
  note: 'Notiz',
  citation_key: 'Zitierschlüssel',
  journal_ref: 'Zeitschriftenangabe',
  code_url: 'Code',
  has_code: 'Zeichen für Code',
  score: 'Punkte',
  org: 'Einrichtung',
  upvotes: 'Zustimmungen',
  comments: 'Kommentare',
  type: 'Typ',
  other: 'Sonstiges',
  private: 'privat',
  identifiers: 'Kennungen',
  themes: 'Themen',
};

/** Kinds of listings, by their English names. */
const LISTINGS: Record<string, string> = {
  'arXiver author page': 'arXiver-Autorenseite',
  'Markdown list of papers': 'Markdown-Liste von Arbeiten',
  'Hugging Face dataset viewer': 'Datensatzansicht von Hugging Face',
  'dblp person page': 'dblp-Personenseite',
  'Google Scholar profile': 'Google-Scholar-Profil',
  'list of identifiers': 'Liste von Kennungen',
  'Hugging Face papers page': 'Hugging-Face-Seite von Arbeiten',
  'scholarfeed author page': 'scholarfeed-Autorenseite',
  'table of papers (CSV or TSV)': 'Tabelle von Arbeiten (CSV oder TSV)',
  'arXiv search results': 'arXiv-Suchergebnisse',
  'arXiv mailing': 'arXiv-Rundmail',
  'PubMed citations (.nbib)': 'PubMed-Zitate (.nbib)',
  'Web of Science export': 'Export aus Web of Science',
  'works of OpenAlex, Semantic Scholar, Lens or DataCite (JSON)':
    'Werke von OpenAlex, Semantic Scholar, Lens oder DataCite (JSON)',
  'arXiv listing': 'arXiv-Liste',
  'arXiv API answer or feed': 'Antwort der arXiv-API oder Feed',
  'arXiv metadata (OAI-PMH)': 'arXiv-Metadaten (OAI-PMH)',
  'arXiv abstract page': 'arXiv-Abstractseite',
  'data of papers (layout inferred)': 'Daten von Arbeiten (Aufbau erschlossen)',
  'labelled records (layout inferred)': 'beschriftete Einträge (Aufbau erschlossen)',
  'repeating blocks (layout inferred)': 'wiederkehrende Blöcke (Aufbau erschlossen)',
  'Unknown text': 'unbekannter Text',
  'PDF document': 'PDF-Dokument',
  'ZIP archive, or a document of Word, Excel or OpenOffice':
    'ZIP-Archiv oder ein Dokument von Word, Excel oder OpenOffice',
  'survey file (JSON or JSON Lines)': 'Datei einer Übersicht (JSON oder JSON Lines)',
};

const HELD: Record<string, string> = {
  survey: 'Alles, was die Seiten zeigen, und wo jeder Wert gelesen wurde.',
  schema: 'Die Gestalt der Datei der Übersicht (Entwurf 2020-12).',
  bibtex: 'Für BibTeX und seine klassischen Stile; Formeln in LaTeX, mit Zusammenfassungen.',
  biblatex: 'Für biblatex und biber: ganze Daten und eprint-Felder, mit Zusammenfassungen.',
  ris: 'Für Zotero, EndNote, Mendeley und Papers.',
  'csl-json': 'Für Zotero, pandoc und Zitierprogramme.',
  enw: 'Für EndNote: öffnet sich mit einem Doppelklick.',
  'endnote-xml': 'Für EndNote, Citavi und Mendeley: dasselbe als XML.',
  csv: 'Eine Zeile je Arbeit, für Tabellen.',
  markdown: 'Eine Leseliste mit Zusammenfassungen.',
  'json-lines': 'Eine Arbeit je Zeile, wie ein Element von works in der Datei der Übersicht.',
};

/** German words of the pages. */
export const pages: PageWords = {
  language: 'de',
  number,
  share,
  percent: (n) => `${n}\u00a0%`,
  date,
  month: (iso) => date(iso.slice(0, 7)),
  bytes: (n) =>
    n < 1000 ? `${n} Bytes` : n < 1e6 ? `${decimal(n / 1e3)} kB` : `${decimal(n / 1e6)} MB`,
  list,
  comma: ', ',
  quoted,
  inWords: (n) =>
    'keine eine zwei drei vier fünf sechs sieben acht neun zehn'.split(' ')[n] ?? number(n),
  lines: ([first, last]) => (first === last ? `Zeile ${first}` : `Zeilen ${first} bis ${last}`),
  papers,
  themes: (n) => count(n, 'Thema', 'Themen'),
  authors: (n) => count(n, 'Autor', 'Autoren'),
  seeds: (n) => count(n, 'Liste', 'Listen'),
  records: (n) => count(n, 'Eintrag', 'Einträge'),
  sourceRecords: (n) => count(n, 'Quelleneintrag', 'Quelleneinträge'),
  duplicates: (n) => count(n, 'Dublette', 'Dubletten'),
  entries: (n) => count(n, 'Eintrag', 'Einträge'),
  fields: (n) => count(n, 'Feld', 'Felder'),
  values: (n) => count(n, 'Wert', 'Werte'),
  remarks: (n) => count(n, 'Bemerkung', 'Bemerkungen'),
  messages: (n) => count(n, 'Meldung', 'Meldungen'),
  lineCount: (n) => count(n, 'Zeile', 'Zeilen'),
  field: (name) => fieldWord(FIELDS, name),
  listing: (label) => eachSaid(LISTINGS, label),
  scheme: { url: 'Link' },
  severity: { error: 'Fehler', warning: 'Warnung', note: 'Hinweis' },
  severities: {
    error: (n) => count(n, 'Fehler', 'Fehler'),
    warning: (n) => count(n, 'Warnung', 'Warnungen'),
    note: (n) => count(n, 'Hinweis', 'Hinweise'),
  },
  undated: 'Ohne Datum',
  upTo: (year) => `bis ${year}`,
  sameAsTable: 'Dasselbe als Tabelle',
  newestFirst: 'neueste zuerst',
  editionOf: (name, changed) =>
    `Ausgabe ${name.length > 7 ? 'vom' : 'von'} ${date(name)}${changed ? ', mit späteren Änderungen' : ''}`,
  editionWithin: (label) => label,

  frame: {
    skip: 'Zum Text springen',
    main: 'Hauptmenü',
    papers: 'Arbeiten',
    themes: 'Themen',
    authors: 'Autoren',
    sources: 'Quellen',
    about: 'Über',
    search: 'Suche',
    curatedBy: 'Herausgegeben von',
    licenceHtml: (licence) =>
      `Text der Übersicht unter ${licence}; die Zusammenfassungen gehören ihren Autoren.`,
    madeWith: 'Gemacht mit Florilegium.',
    howMade: 'Wie sie entstand',
    report: 'Bericht über die Quellen',
    changes: 'Änderungen',
    howToCite: 'Wie man zitiert',
    offlineCopy: (edition) =>
      edition === undefined ? 'Offline-Kopie' : `Offline-Kopie, ${date(edition)}`,
    see: (reason, link) => `${reason}Siehe ${link}.`,
  },

  home: {
    survey: 'Übersicht',
    inNumbers: 'Die Übersicht in Zahlen',
    papers: 'Arbeiten',
    span: (from, to) => (from === to ? `, von ${to}` : `, von ${from} bis ${to}`),
    themes: 'Themen',
    authors: 'Autoren',
    sources: 'Quellen',
    readDrawings: 'Wie die Zeichnungen zu lesen sind',
    stalks:
      'Jeder Halm ist ein Jahr; seine Höhe ist die Zahl der Arbeiten, in einem Maßstab für alle Themen.',
    several: (homeless) =>
      `Eine Arbeit kann in mehreren Themen stehen.${homeless === 0 ? '' : homeless === 1 ? ' Eine Arbeit steht in keinem.' : ` ${papers(homeless)} stehen in keinem.`}`,
    themesByYear: 'Themen nach Jahren',
    latest: 'Neueste Arbeiten',
    none: 'Es sind noch keine Arbeiten aufgenommen.',
    more: 'Weitere Arbeiten',
    all: (n) => (n === 1 ? papers(n) : `Alle ${papers(n)}`),
    cite: 'Wie man zitiert',
    permalinksHtml: (to) =>
      `Auf eine einzelne Arbeit verweist ihr Permalink. Er steht fest, sobald die Arbeit zum ersten Mal erscheint, und wird nie neu vergeben. Was eine Ausgabe brachte, steht unter <a href="${to('/changes/')}">Änderungen</a>.`,
    data: 'Daten',
    allFiles: 'alle Dateien',
    reference: (title, n) => `${title}: eine Übersicht über ${papers(n)}`,
    in: (whole) => `In: ${whole}`,
  },

  found: {
    survey: (n, from, to) =>
      n === 0
        ? 'Eine Literaturübersicht.'
        : `Eine Übersicht über ${papers(n)}${from === undefined ? '' : from === to ? ` aus dem Jahr ${from}` : ` aus den Jahren ${from} bis ${to}`}.`,
    filedUnder: (keyword) => `Geführt unter ${quoted(keyword)}.`,
    filedScope: (keyword) =>
      `Arbeiten, die die Quellen dieser Übersicht unter ${quoted(keyword)} führen.`,
    wordsScope: (terms) =>
      `Arbeiten, deren Titel und Zusammenfassungen diese Wörter häufiger haben als andere: ${terms}.`,
    sameAuthors: (n) => (n === 1 ? 'gemeinsamer Autor' : 'gemeinsame Autoren'),
    alike: {
      identifier: 'eine Kennung ist dieselbe',
      title: 'die Titel sind gleich',
      almost: (share) => `die Zusammenfassungen sind fast gleich (${share} ihres Wortlauts)`,
      share: (share) => `die Zusammenfassungen teilen ${share} ihres Wortlauts`,
      but: (common, apart) => `${common.join(' und ')}, aber ${apart}`,
      apart: {
        correction: 'eine Berichtigung hält sie auseinander',
        identifiers: 'die Kennungen sind verschieden',
        others: 'andere sind verschieden',
        titles: 'die Titel sind verschieden',
        unproven: 'nichts zeigt, dass sie eine Arbeit sind',
      },
    },
  },

  cite: { showBibtex: 'BibTeX zeigen', copyBibtex: 'BibTeX kopieren' },

  licences: {
    title: 'Lizenzen',
    lead: 'Womit diese Seiten gemacht sind und unter welchen Lizenzen Leser es bekommen.',
    parts: 'Programme und Schriften',
    part: 'Teil',
    licence: 'Lizenz',
    citeproc:
      'Nachweise setzt citeproc-js, Copyright (c) 2009-2019 Frank Bennett, nach Wahl unter der Common Public Attribution License (CPAL 1.0) oder der GNU Affero General Public License; sein Quelltext steht unter github.com/Juris-M/citeproc-js.',
  },

  about: {
    licencesHtml: (to) =>
      `Die Programme und Schriften dieser Seiten haben eigene <a href="${to('/licences/')}">Lizenzen</a>.`,
    title: 'Über diese Übersicht',
    description:
      'Was diese Übersicht ist, wie ihre Arbeiten gelesen wurden, wie Themen und verwandte Arbeiten gefunden werden und wie man sie zitiert und berichtigt.',
    heading: 'Wie diese Übersicht entstand',
    inNumbers: 'In Zahlen',
    sources: 'Quellen',
    sourceRecords: 'Quelleneinträge',
    papers: 'Arbeiten',
    themes: 'Themen',
    edition: 'Ausgabe',
    reading: 'Wie die Arbeiten gelesen wurden',
    readingHtml: (to, n) => [
      `Am Anfang ${n.seeds === 1 ? 'steht' : 'stehen'} ${count(n.seeds, 'Liste', 'Listen')} von Arbeiten, von Webseiten eingefügt oder von anderen Programmen ausgegeben und Byte für Byte aufbewahrt (lokale Pfade und Mailadressen darin werden nicht veröffentlicht). Ein Leser für jede Art von Liste findet die Arbeiten darin. Jeder Wert, den er nimmt, lässt sich zu seiner Datei und seinen Zeilen zurückverfolgen; jedes Byte, das er nicht nimmt, ist als Beiwerk der Seite, als Trennzeichen oder als nicht gelesen verzeichnet. <a href="${to('/sources/')}">Die Quellen</a> lassen sich mit diesen Zeichen Zeile für Zeile lesen.`,
      `Einträge mit derselben Kennung oder mit demselben Titel und ähnlicher Zusammenfassung sind eine Arbeit: ${count(n.records, 'Eintrag ergibt', 'Einträge ergeben')} ${papers(n.papers)}. Wo Quellen einander widersprechen, zeigt die Seite einen Wert und bewahrt die anderen unter „Woher wir das wissen“. Arbeiten, die einander gleichen und nicht dieselbe sind, sagen das und verweisen aufeinander.`,
    ],
    keptText:
      'Von jeder Arbeit bewahrt die Übersicht, was ihre Quellen angeben: Titel, Autoren, Herausgeber und Übersetzer, Zusammenfassung, Art und, genauer, was sie ist (Broschüre, Film, Rechtsfall), Zeitschrift, Tagungsband oder Buch, Band, Heft, Kapitel, Seiten oder Artikelnummer, Seitenzahl, Verlag und Ort, Auflage, Reihe, ISBN und ISSN, Hochschule oder Einrichtung, Veranstaltung mit Ort und Tagen, Sprache, Fassung, Schlagwörter, Überschriften und Klassen, Kennungen, den Tag des Erscheinens und, davon getrennt, den Tag, an dem ein Preprint eingestellt wurde, und den Schlüssel, unter dem sie zitiert wird. Wie sie erschienen ist, wird einmal entschieden, damit Seite, Literaturangaben, Downloads und Metadaten dasselbe sagen. Preprint heißt sie nur, wo eine Quelle es sagt oder ein Preprint-Server sie hat und nichts anderes sie enthält.',
    correctedHtml: (corrected, inferred) =>
      `Was die Quellen nicht sagen, kann von Hand eingetragen oder in den Verzeichnissen von arXiv, Crossref, DataCite und OpenAlex nachgeschlagen werden, als Berichtigung mit Grund und Beleg; ${corrected === 0 ? 'keine Arbeit hat eine' : corrected === 1 ? 'eine Arbeit hat eine' : `${papers(corrected)} haben eine`}. Was beide nicht sagen, kann eine Regel erschließen, und dann nennt die Seite es erschlossen${inferred > 0 ? `, wie ${inferred === 1 ? 'den Titel einer Arbeit' : `die Titel von ${papers(inferred)}`}` : ''}. Sonst wird nichts hinzugefügt: Eine Zusammenfassung, die in ihrer Quelle abbricht, bricht hier ab.`,
    formulasHtml: (to) =>
      `Formeln, die in einer Quelle LaTeX sind, werden daraus gesetzt. Manche Listen nehmen die Zeichen weg, die Text zur Formel machen. Ein kleines trainiertes Modell setzt sie wieder ein, wo es sicher ist, und wo nur eine Formel gestanden haben kann, nach der wahrscheinlichsten Lesart; es kann irren. Nimmt man die Zeichen wieder weg, muss der Text der Quelle entstehen, sonst bleibt der Text, wie er war. Die Seite der Arbeit sagt, wie viele Formeln wiederhergestellt wurden, und zeigt jede neben dem Text, aus dem sie entstand; die Seite der Quelle stellt beides nebeneinander, und der <a href="${to('/report/#mathematics')}">Bericht</a> zählt und nennt, was wiederhergestellt wurde und was blieb.`,
    assigning: 'Wie Themen zugeordnet werden',
    assigningHtml: (suggested) =>
      `${
        suggested
          ? 'Ein Thema hat eine Beschreibung und Regeln; die meisten, die Menschen schreiben, haben auch einen Text. Als vorgeschlagen bezeichnete Themen fand das Programm: Arbeiten, die ihre Quellen unter einem Schlagwort führen oder deren Texte in vielerlei Hinsicht Wörter teilen, stehen beisammen, und die Regeln sind ihnen angepasst.'
          : 'Jedes Thema ist von Hand geschrieben: eine Beschreibung, ein Text und Regeln.'
      } Die Regeln sind Begriffe mit Gewichten; ein Begriff zählt im Titel dreimal so viel wie in der Zusammenfassung, und jede weitere Nennung zählt weniger. Eine Arbeit gehört zu einem Thema, wenn ihre Begriffe dessen Schwelle erreichen, und zu höchstens drei Themen. Eine Arbeit kann auch von Hand zu einem Thema gestellt oder von ihm ferngehalten werden. Kein Modell entscheidet: Gleicher Text und gleiche Regeln ergeben immer dieselben Themen, und die Seite jeder Arbeit nennt die Begriffe, die sie dorthin brachten.`,
    related: 'Wie verwandte Arbeiten gefunden werden',
    relatedText:
      'Zwei Arbeiten sind verwandt, wenn ihre Titel und Zusammenfassungen Wörter teilen, die wenige andere Arbeiten der Übersicht gebrauchen, oder wenn sie Autoren gemeinsam haben. Die Wörter und Namen hinter jedem Verweis stehen dabei.',
    authors: 'Autoren',
    authorsText:
      'Arbeiten sind unter dem gedruckten Namen versammelt. Schreibungen, die sich nur in Groß- und Kleinschreibung, Akzenten oder Satzzeichen unterscheiden, werden zusammengenommen und aufgeführt. Zwei Personen gleichen Namens teilen sich eine Seite; die Übersicht rät nicht, wer wer ist.',
    permalinks: 'Permalinks und Zitieren',
    permalinksHtml: (to) =>
      `Der Permalink einer Arbeit steht fest, sobald sie zum ersten Mal erscheint; er ändert sich nie und wird nie neu vergeben. Der einer zusammengelegten Arbeit führt weiter, der einer zurückgezogenen sagt, warum. Was eine Ausgabe brachte, steht unter <a href="${to('/changes/')}">Änderungen</a>. Eine Kennung führt von einer Adresse wie /id/arxiv/2401.01234/ oder /id/doi/10.1000/182/ zu ihrer Arbeit. Die Seite jeder Arbeit bietet eine Literaturangabe, BibTeX, RIS und CSL JSON; wie man die ganze Übersicht zitiert, sagt <a href="${to('/#cite')}">die erste Seite</a>. Alles lässt sich herunterladen: <a href="${to('/data/survey.json')}">JSON</a>, <a href="${to('/data/works.bib')}">BibTeX</a>, <a href="${to('/data/works.ris')}">RIS</a> und <a href="${to('/data/works.csl.json')}">CSL JSON</a>.`,
    offline: 'Offline lesen',
    offlineText: (kept) =>
      `Die Offline-Kopie, auf die der Fuß jeder Seite verweist, ist die ganze Übersicht mit ihrer Suche in einem Archiv.${kept ? ' Außerdem bewahrt Ihr Browser die Übersicht nach einem Besuch auf: ganz, wenn sie klein ist, sonst die Suche und die Seiten, die Sie gelesen haben. Ein Hinweis am Fuß der Seite sagt, wenn eine neuere Ausgabe bereitliegt.' : ''}`,
    correcting: 'Wie man sie berichtigt',
    correctingText:
      'Eine falsche oder fehlende Angabe wird durch eine Berichtigung behoben: wenige Zeilen in einer Datei des Ordners content/corrections, die die Arbeit, das Feld, den richtigen Wert, den Grund und die Stelle nennen, an der er sich prüfen lässt. Die Quellen selbst werden nie geändert.',
    tellHtml: (curator) => ` Schreiben Sie ${curator}, verantwortlich für die Übersicht.`,
    answers: (curator) => ` ${curator} ist für die Übersicht verantwortlich.`,
    licence: 'Lizenz',
    licenceHtml: (licence) =>
      `Der eigene Text der Übersicht steht unter ${licence}. Titel und Zusammenfassungen gehören ihren Autoren und sind so wiedergegeben, wie die Quellen sie drucken. Die Schriften der Seiten, Source Serif 4 und Source Sans 3, stehen unter der SIL Open Font License.`,
  },

  changes: {
    title: 'Änderungen',
    label: 'Änderungen',
    description: 'Was jede Ausgabe der Übersicht hinzufügte, änderte, zusammenlegte und zurückzog.',
    heading: 'Was jede Ausgabe änderte',
    lead: 'Eine Ausgabe ist ein veröffentlichter Stand der Übersicht, der sich mit seinem Datum zitieren lässt. Permalinks stehen mit der ersten Ausgabe fest, in der sie vorkommen.',
    unreleased: 'Noch nicht veröffentlicht',
    since: 'Seit der letzten Ausgabe',
    added: 'Hinzugefügt',
    changed: 'Geändert',
    merged: 'Zusammengelegt',
    withdrawn: 'Zurückgezogen',
    returned: 'Wieder da',
    dropped: 'Vor der Veröffentlichung entfallen',
    themesAdded: 'Neue Themen',
    themesChanged: 'Überarbeitete Themen',
    themesRemoved: 'Entfallene Themen',
    before: (title) => `; zuvor: ${title}`,
    into: (permalink, reason) => `In ${permalink}. ${reason}`,
    editions: 'Ausgaben',
    allNew: (n) => `${papers(n)}; alles ist neu.`,
    state: (n, nothing) => `${papers(n)}${nothing ? '; nichts änderte sich' : ''}.`,
  },

  editions: {
    title: 'Ausgaben',
    label: 'Ausgaben',
    description:
      'Jeder veröffentlichte Stand der Übersicht: wie er war und was sich seitdem geändert hat.',
    heading: 'Ausgaben der Übersicht',
    lead: 'Eine Ausgabe ist ein veröffentlichter Stand der Übersicht. Eine Kopie davon bleibt, wie sie war: eine Seite mit allen Arbeiten, Themen und Texten, und ein Archiv, das ohne diese Website von der Platte gelesen werden kann.',
    none: 'Noch ist keine Ausgabe veröffentlicht.',
    asItWas: 'Wie sie war',
    archive: (size: string) => `Archiv, ${size}`,
    noCopy: 'Veröffentlicht, bevor Kopien aufbewahrt wurden.',
    changesTo: (edition: string) => `Änderungen bis ${edition}`,
    now: 'heute',
    between: (from: string, to: string) => `Von ${from} bis ${to}`,
    betweenDescription: (from: string, to: string) =>
      `Was sich in der Übersicht zwischen ${from} und ${to} geändert hat.`,
    older: (n: number) =>
      `Unterschiede werden zwischen den letzten ${number(n)} Ausgaben gezeigt; der Befehl „florilegium changes“ druckt die von zwei beliebigen.`,
    copyNote:
      'Dies ist die Übersicht, wie sie in dieser Ausgabe war. Die Seite bleibt unverändert; die Übersicht von heute steht unter',
    copyDescription: (survey: string, edition: string) => `${survey}, wie sie war. ${edition}.`,
    suggested: 'Vorgeschlagenes Thema',
    inEditions: 'In Ausgaben',
    firstHere: 'zuerst hier',
    themeChanged: (added: number, removed: number, revised: boolean) =>
      [
        ...(added > 0 ? [`${papers(added)} mehr`] : []),
        ...(removed > 0 ? [`${papers(removed)} weniger`] : []),
        ...(revised ? ['Text überarbeitet'] : []),
      ].join(', '),
  },

  notFound: {
    title: 'Seite nicht gefunden',
    description: 'Diese Adresse führt zu keiner Seite der Übersicht.',
    lead: 'Diese Adresse führt zu keiner Seite der Übersicht. Permalinks von Arbeiten ändern sich nie; vielleicht fehlt ein Buchstabe, oder der Verweis war nie richtig.',
    beginHtml: (to) =>
      `Oder beginnen Sie mit <a href="${to('/papers/')}">allen Arbeiten</a>, <a href="${to('/themes/')}">den Themen</a> oder <a href="${to('/')}">der ersten Seite</a>.`,
  },

  offline: {
    title: 'Nicht für das Lesen ohne Verbindung aufbewahrt',
    description: 'Was erscheint, wenn keine Verbindung besteht und die Seite nicht aufbewahrt ist.',
    label: 'Keine Verbindung',
    heading: 'Diese Seite wurde nicht für das Lesen ohne Verbindung aufbewahrt',
    lead: 'Es besteht keine Verbindung, und diese Adresse gehört nicht zu den Seiten, die Ihr Browser aufbewahrt hat. Versuchen Sie es mit Verbindung noch einmal: Die Adresse bleibt dieselbe.',
    keptHtml: (to) =>
      `Aufbewahrt sind <a href="${to('/')}">die erste Seite</a>, <a href="${to('/papers/')}">die Liste der Arbeiten</a>, <a href="${to('/themes/')}">die Themen</a>, <a href="${to('/search/')}">die Suche</a> und die Seiten, die Sie gelesen haben.`,
    readme: ({ edition, url, licence }) =>
      `Dieser Ordner enthält die ganze Übersicht zum Lesen ohne Netz.
Öffnen Sie index.html in einem Browser. Suche, Themen, Quellen und Ausgabe von Dateien arbeiten von hier.

Sehen die Seiten kahl aus oder findet die Suche kein Verzeichnis, so liegt der Ordner noch in der Zip-Datei: Entpacken Sie zuerst alles.
Lassen Sie die Dateien beisammen; der Ordner selbst darf umbenannt, verschoben und auf einen schreibgeschützten Datenträger gelegt werden.

${edition === undefined ? '' : `Ausgabe: ${edition}\n`}Öffentliche Adresse: ${url}
Lizenz des eigenen Textes der Übersicht: ${licence}
Die Zusammenfassungen gehören ihren Autoren.
Die Daten stehen im Ordner data/: JSON, BibTeX, RIS und CSL JSON.
`,
  },

  lists: {
    papers: 'Arbeiten',
    description: (n) =>
      `Alle ${papers(n)} der Übersicht, neueste zuerst, mit Autoren, Publikationsorgan, Themen und dem ersten Satz jeder Zusammenfassung.`,
    pageDescription: (from, to, of) =>
      `Arbeiten ${from} bis ${to} der ${of} in der Übersicht, neueste zuerst.`,
    atVenue: (venue) => `Arbeiten in ${venue}`,
    atVenueDescription: (n, venue) =>
      `${papers(n)} der Übersicht, erschienen in ${venue}, neueste zuerst.`,
    withCode: 'Arbeiten mit Code',
    withCodeDescription: (n) =>
      `${papers(n)} der Übersicht, deren Autoren ihren Code veröffentlicht haben, neueste zuerst.`,
    onTheme: (theme) => `Arbeiten zu ${theme}`,
    onThemeDescription: (n, theme) => `${papers(n)} des Themas ${theme}, neueste zuerst.`,
    page: (title, page) => `${title}, Seite ${page}`,
    range: (from, to) => `, ${number(from)} bis ${number(to)}`,
    all: (n) => (n === 1 ? papers(n) : `Alle ${papers(n)}`),
    narrow: 'Liste eingrenzen',
    none: 'Es sind noch keine Arbeiten aufgenommen.',
    pages: 'Seiten',
    next: 'Nächste Seite',
    hereFor: (evidence) => `Hier wegen: ${evidence}`,
    export: (one) => (one ? 'Diese Arbeit exportieren' : 'Diese Arbeiten exportieren'),
  },

  authorsOf: {
    missing: 'Autoren nicht verzeichnet',
    oneUnnamed: 'Ein Autor, Name nicht verzeichnet',
    unnamed: (n) => `${number(n)} Autoren, Namen nicht verzeichnet`,
    etAl: ' u. a.',
    andMore: (n) => ` und ${count(n, 'weiterer', 'weitere')}`,
    andOthers: ' und andere',
    all: (n) => `Alle ${number(n)} Autoren`,
    counted: (stated, named) =>
      `Die Quelle zählt ${count(stated, 'Autor', 'Autoren')} und nennt ${number(named)}.`,
    moreThanNamed: 'Der Quelle nach gibt es mehr Autoren, als sie nennt.',
  },

  publication: {
    types: {
      article: 'Preprint',
      book: 'Buch',
      dataset: 'Datensatz',
      manuscript: 'Manuskript',
      patent: 'Patent',
      report: 'Bericht',
      software: 'Software',
      speech: 'Vortrag',
      standard: 'Norm',
      thesis: 'Hochschulschrift',
      webpage: 'Webseite',
      'post-weblog': 'Blogbeitrag',
      'article-journal': 'Zeitschriftenaufsatz',
      'article-magazine': 'Magazinbeitrag',
      'article-newspaper': 'Zeitungsartikel',
      'paper-conference': 'Konferenzbeitrag',
      chapter: 'Kapitel',
      'entry-dictionary': 'Wörterbucheintrag',
      'entry-encyclopedia': 'Enzyklopädieartikel',
      review: 'Rezension',
      other: 'Sonstiges',
    },
    kinds: {
      abstract: 'Abstract',
      ancient: 'Antiker Text',
      'archival-collection': 'Archivbestand',
      artwork: 'Kunstwerk',
      audio: 'Tonaufnahme',
      bill: 'Gesetzentwurf',
      'book-review': 'Buchbesprechung',
      booklet: 'Broschüre',
      broadcast: 'Sendung',
      case: 'Rechtsfall',
      catalog: 'Katalog',
      chart: 'Diagramm oder Tabelle',
      classic: 'Klassisches Werk',
      collection: 'Sammelband',
      database: 'Datenbank',
      equation: 'Gleichung',
      event: 'Veranstaltung',
      figure: 'Abbildung',
      film: 'Film',
      government: 'Amtliches Dokument',
      grant: 'Förderung',
      hearing: 'Anhörung',
      image: 'Bild',
      interview: 'Interview',
      legislation: 'Gesetz',
      letter: 'Brief',
      manual: 'Handbuch',
      map: 'Karte',
      multimedia: 'Multimedia',
      music: 'Musik',
      performance: 'Aufführung',
      periodical: 'Periodikum',
      post: 'Beitrag',
      proceedings: 'Tagungsband',
      reference: 'Nachschlagewerk',
      regulation: 'Verordnung',
      score: 'Partitur',
      treaty: 'Vertrag',
      'unenacted-bill': 'Nicht verabschiedeter Gesetzentwurf',
      video: 'Video',
    },
    volume: (text) => `Bd. ${text}`,
    issue: (text) => `Nr. ${text}`,
    pages: (text) => `S. ${text}`,
    article: (text) => `Art. ${text}`,
    editor: () => 'Herausgeber',
    translator: () => 'Übersetzer',
    kind: 'Gattung',
    chapter: 'Kapitel',
    pageCount: 'Seitenzahl',
    publisher: 'Verlag',
    institution: 'Einrichtung',
    edition: 'Auflage',
    series: 'Reihe',
    event: 'Veranstaltung',
    language: 'Sprache',
    version: 'Version',
  },

  paper: {
    paper: 'Arbeit',
    description: 'Kennungen, Zitat, Themen und Herkunft.',
    workingTitle: (rule) => `Arbeitstitel, erschlossen (${rule}); keine Quelle druckt einen.`,
    posted: 'eingestellt am ',
    fromIdentifier: ' (aus der arXiv-Kennung erschlossen)',
    yearInferred: ' (Jahr erschlossen)',
    preprintPostedHtml: (time) => `Preprint eingestellt: ${time}`,
    code: 'Code',
    cite: 'Zitieren',
    sources: 'Quellen',
    identifiers: 'Kennungen',
    identifier: 'Kennung',
    noIdentifier: 'keine in den Quellen gefunden',
    class: 'Klasse',
    keywords: 'Schlagwörter',
    venue: 'Erschienen in',
    atVenue: (n, venue) => `${papers(n)} in ${venue}`,
    journalRef: 'Zeitschriftenangabe',
    comment: 'Bemerkung der Autoren',
    permalink: 'Permalink',
    abstract: 'Abstract',
    noAbstract: 'Keine Quelle dieser Übersicht druckt eine Zusammenfassung dieser Arbeit.',
    breaksOff: 'Hier bricht die Quelle ab; ihre Kopie der Zusammenfassung ist unvollständig.',
    compare: 'Beides vergleichen',
    orOriginalHtml: (original) => ` oder das Original lesen: ${original}`,
    themesAndSource: 'Themen und Quelle der Zusammenfassung',
    themes: 'Themen',
    textFrom: 'Text aus',
    byHandHtml: 'Von Hand eingetragen; <a href="#sources">warum</a>',
    inferred: (rule) => `Erschlossen: ${rule}`,
    partNotMade:
      'Dieser Teil der Seite konnte nicht hergestellt werden; alles Übrige ist vollständig.',
    copyPermalink: 'Permalink kopieren',
    download: 'Herunterladen',
    copyReference: 'Literaturangabe kopieren',
    otherStyles: (styles) => `Andere Stile: ${styles}`,
    copyStyle: (style) => `Literaturangabe nach ${style} kopieren`,
    copy: 'Kopieren',
    aboutPermalink: 'Über den Permalink',
    released: 'Der Permalink ist im Verzeichnis der Übersicht festgehalten und ändert sich nicht.',
    provisional: 'Der Permalink steht mit der nächsten Ausgabe der Übersicht fest.',
    suggest: 'Berichtigung vorschlagen',
    citedHere: 'In dieser Übersicht zitiert',
    related: 'Verwandte Arbeiten',
    notTheSame: 'Nicht dieselbe Arbeit: ',
    howRelated: 'Wie verwandte Arbeiten gefunden werden',
    howRelatedHtml: (to) =>
      `Gefunden über gemeinsame Begriffe und Autoren; <a href="${to('/about/#related')}">wie das geschieht</a>.`,
    citation: (n, name) => `Zitat ${n}: ${name}`,
  },

  evidence: {
    inTitle: ' (Titel)',
    filedUnder: (keyword) => `geführt unter „${keyword}“`,
    byHand: 'von Hand hierher gestellt',
    class: (term) => `Klasse ${term}`,
    identifier: (term) => `Kennung ${term}`,
    fallback: 'Begriffe keines anderen Themas gefunden',
  },

  gone: {
    title: (title) => `Zurückgezogen: ${title}`,
    label: 'Zurückgezogen',
    text: (reason, on) =>
      `Diese Arbeit wurde ${on === undefined ? '' : `am ${date(on)} `}aus der Übersicht zurückgezogen. ${reason}`,
    screened: (reason, on) =>
      `Diese Arbeit wurde bei der Sichtung ausgeschlossen${on === undefined ? '' : ` (${date(on)})`}. ${reason}`,
    moved: (title, reason) =>
      `Die Arbeit „${title}“ wurde mit einer anderen zusammengelegt. ${reason}`,
    permalinkHtml: (to, permalink) =>
      `Der Permalink ${permalink} stand für diese Arbeit und wird nie neu vergeben. Was die Übersicht sonst enthält, steht unter <a href="${to('/papers/')}">allen Arbeiten</a>; wann sie ging, sagen <a href="${to('/changes/')}">die Änderungen</a>.`,
    lastRecord: 'Letzter bekannter Eintrag',
    moreAuthors: (n) => `und ${number(n)} weitere`,
    date: 'Datum',
    venue: 'Erschienen in',
    abstractHash: 'Zusammenfassung, gehasht',
  },

  left: {
    toCite: 'Um eine Zeile zu zitieren',
    thisState: 'Dieser Stand des Textes',
    earlier: 'Frühere Stände',
    moved: 'Umgezogen',
    removed: 'Entfernt',
    movedTitle: (title) => `Umgezogen: ${title}`,
    removedTitle: (title) => `Entfernt: ${title}`,
    what: {
      themes: 'Thema',
      pages: 'Seite',
      sources: 'Quelle',
      authors: 'Name',
      'papers/venue': 'Publikationsorgan',
      editions: 'Ausgabe',
    },
    movedText: (what, title, reason) =>
      `Die Seite „${title}“ (${what}) hat jetzt eine andere Adresse. ${reason}`,
    removedText: (what, title, on, reason) =>
      `„${title}“ (${what}) ist ${on === undefined ? '' : `mit der Ausgabe vom ${date(on)} `}aus der Übersicht gegangen. ${reason}`,
    keptHtml: (to, address) =>
      `Die Adresse ${address} bleibt dem vorbehalten, was hier stand. Wann es ging, sagen <a href="${to('/changes/')}">die Änderungen</a>.`,
    papers: 'Arbeiten',
    papersText: 'Sie standen bei der letzten Veröffentlichung hier.',
    state: (name, digest) => `${name}, Stand ${digest}`,
    stateDescription: (name, digest, said) =>
      `${name}, Zeile für Zeile, im Stand ${digest}. ${said}`,
    stateNow:
      'Diese Adresse steht für die Quelle, wie sie jetzt ist, und nie für einen anderen Stand: Eine hier zitierte Zeile bleibt diese Zeile.',
    stateFormer:
      'Ein früherer Stand der Quelle. Jede Zeile steht unter ihrer damaligen Nummer, mit der Stelle, an der sie jetzt ist.',
    stateGone: (reason) =>
      `Ein früherer Stand einer Quelle, die nicht mehr in der Übersicht ist. ${reason}`,
    nowHtml: (link) => `Die Quelle, wie sie jetzt ist, mit dem, was daraus gelesen wurde: ${link}.`,
    aboutState: 'Über diesen Stand',
    address: 'Adresse',
    released: 'Veröffentlicht',
    called: 'Hieß',
    text: 'Text, Zeile für Zeile',
    line: (line) => `Zeile ${line}`,
    lineNow: (line) => `Jetzt Zeile ${line}`,
    lineGone: 'Diese Zeile steht nicht mehr in der Quelle.',
  },

  origin: {
    lookedUp: 'nachgeschlagen',
    byHand: 'von Hand eingetragen',
    inferred: (rule) => `erschlossen: ${rule}`,
    place: (file, line) => `content/${file}${line === undefined ? '' : `, Zeile ${line}`}`,
  },

  provenance: {
    heading: 'Woher wir das wissen',
    byHand: (fields) => `Von Hand eingetragen, mit Grund und Beleg: ${fields}.`,
    lookedUp: (fields) => `Nachgeschlagen, mit der Adresse des Eintrags: ${fields}.`,
    byRule: (fields) => `Nach einer Regel erschlossen: ${fields}.`,
    yearInferred: 'Die Quelle druckt kein Jahr; es ist aus dem Rest der Seite erschlossen.',
    noSeed: 'Keine Quelle beschreibt diese Arbeit.',
    oneRecord: 'Ein Quelleneintrag: ',
    manyRecords: (n) => `${n} Quelleneinträge: `,
    sourceRecord: 'Quelleneintrag',
    recordIn: (seed, lines) => `Quelleneintrag in ${seed}, ${lines}`,
    field: 'Feld',
    asPrinted: 'Wie gedruckt',
    line: 'Zeile',
    corrections: 'Berichtigungen',
    evidence: 'Belege:',
    inferred: 'Erschlossen',
    year: 'Jahr',
    yearRule: 'Jahr: Die Quelle druckt nur Tag und Monat; das Jahr passt zum Rest ihrer Seite',
    mathematics: 'Mathematik',
    intactText: 'Formeln, die in der Quelle LaTeX sind, sind wie gedruckt gesetzt.',
    leftText: 'So gelassen, wie die Quelle es druckt:',
    disagreements: 'Widersprüche',
    none: 'keine',
    agree: 'Die Quelleneinträge stimmen überein, wo sie dasselbe Feld angeben.',
    onlyOne: 'Nur ein Quelleneintrag beschreibt diese Arbeit.',
    remarks: 'Bemerkungen der Quellen',
    noFact: 'Was eine Website über ihre Leser sagt, ist keine Tatsache über die Arbeit.',
    comments: (n) => count(n, 'Kommentar', 'Kommentare'),
    commentsAre: (value) => `Kommentare: ${value}`,
    upvotes: (n) => count(n, 'Stimme', 'Stimmen'),
    upvotesAre: (value) => `Stimmen: ${value}`,
    hasCode: 'ein Zeichen, dass es Code gibt',
    authorCount: (n) => `eine Zählung von ${count(n, 'Autor', 'Autoren')}`,
  },

  math: {
    formulas: (n) => count(n, 'Formel', 'Formeln'),
    all: (total, n, origin) => `${total}, ${n > 1 ? 'alle ' : ''}${origin}`,
    intact: 'unversehrt',
    mended: 'ausgebessert',
    repaired: 'wiederhergestellt',
    left: (n) => `${n} wie gedruckt belassen`,
    notRebuilt: (left) =>
      `Mathematik nicht wiederhergestellt: ${left === 1 ? 'was wie eine Formel aussieht, ist' : `${left} wahrscheinliche Formeln sind`} belassen, wie eine Liste ohne TeX sie druckt.`,
    rebuilt: (rebuilt, left, total) =>
      `Mathematik wiederhergestellt: ${
        rebuilt < total
          ? `${rebuilt} von ${count(total, 'Formel', 'Formeln')}`
          : total === 1
            ? 'die eine Formel'
            : `alle ${total} Formeln`
      } aus einer Liste, die ihr TeX verloren hatte${left === 0 ? '' : `; ${left} wie dort gedruckt belassen`}.`,
    reasons: {
      doubtful: 'keine Lesart als Formel ist sicher genug',
      irreversible: 'die wahrscheinlichste Formel gibt ohne ihre Zeichen nicht diesen Text',
      unreadable: 'die wahrscheinlichste Formel lässt sich nicht setzen',
      'beside-intact': 'andere Formeln des Textes haben ihr TeX behalten',
    },
    noConfidence: 'keine',
    confidence: (words) => `Sicherheit ${words}`,
    printedAndRebuilt: 'Formeln, wie gedruckt und wie wiederhergestellt',
    asListed: 'Wie die Liste sie druckt',
    asRebuilt: 'Wiederhergestellt',
    confidenceHead: 'Sicherheit',
    leftOut: 'Aus der Übersicht gelassen',
    leftBecause: (reason) => `Belassen: ${reason}.`,
  },

  themesPage: {
    title: 'Themen',
    description: (many) =>
      `Die Themen der Übersicht (${many}): was jedes versammelt, wie viele Arbeiten darin stehen und aus welchen Jahren.`,
    none: (n) =>
      `Diese Übersicht ist nicht in Themen gegliedert; ihre ${n === 1 ? 'eine Arbeit steht' : `${papers(n)} stehen`} in einer Liste.`,
    written:
      'Jedes Thema ist ein Stück Übersicht mit seinen Belegen daneben und den Arbeiten, die es versammelt. Eine Arbeit kann in mehreren stehen.',
    suggested: (many) =>
      `Vorgeschlagen: Das Programm hat diese Arbeiten nach den Wörtern geordnet, die sie teilen, oder danach, worunter ihre Quellen sie führen; niemand hat ${many ? 'diese Themen' : 'das Thema'} überarbeitet.`,
    all: 'Alle Themen',
    howHtml: (to) => `<a href="${to('/about/#themes')}">Wie Arbeiten Themen zugeordnet werden</a>`,
    byYear: 'Nach Jahren',
    mark: 'vorgeschlagen',
    papersBefore: 'Arbeiten: ',
    inYear: (n, year) => `${n} im Jahr ${year}`,
    noDated: 'keine datierten Arbeiten',
    areaOfDot:
      'Die Fläche eines Punktes ist die Zahl der Arbeiten, die in jenem Jahr zuerst eingereicht oder veröffentlicht wurden.',
    byThemeAndYear: 'Arbeiten nach Thema und Jahr',
    theme: 'Thema',
  },

  theme: {
    theme: 'Thema',
    suggested: 'Vorgeschlagenes Thema',
    survey: 'Übersicht',
    papers: 'Arbeiten',
    neighbours: 'Nachbarn',
    about: 'Über dieses Thema',
    scope: 'Umfang',
    origin: 'Herkunft',
    written: 'Geschrieben',
    inCommon: 'Gemeinsam',
    inTheirWords: 'In ihren Worten',
    when: 'Wann',
    none: 'Keine Arbeit erfüllt die Regeln dieses Themas.',
    inOrder: 'In der Reihenfolge der Übersicht',
    alsoHere: 'Außerdem hier, neueste zuerst',
    newestFirst: 'Neueste zuerst',
    all: (n) => `${n === 1 ? 'Die eine Arbeit' : `Alle ${papers(n)}`} dieses Themas`,
    howChosen: 'Wie diese Arbeiten gewählt wurden',
    chosenBy: 'Gewählt nach',
    catchAll: 'Dieses Thema nimmt die Arbeiten, die kein anderes nahm.',
    filedUnder: (keywords) => `Geführt unter ${keywords}.`,
    terms: (terms) => `Begriffe in Titel oder Zusammenfassung: ${terms}.`,
    notWith: (terms) => `Nicht mit: ${terms}.`,
    pinned: (n) => `${papers(n)} von Hand hierher gestellt.`,
    filesHtml: (files, feed) => `Diese Liste als ${files} oder als ${feed}.`,
    feed: 'Feed',
    underEachHtml: (to) =>
      `Unter jeder Arbeit stehen die in ihr gefundenen Begriffe. <a href="${to('/about/#themes')}">Wie das geschieht</a>.`,
    shared: (n, shared, tagline) => `${papers(n)}, davon ${shared} auch hier. ${tagline}`,
    cite: 'Wie man zitiert',
  },

  timeline: {
    label: 'Zeitleiste',
    picture: (n, from, to) => `${papers(n)} auf einer Linie von Monaten, ${from} bis ${to}`,
    caption: (named) =>
      `Arbeiten nach Monaten. ${named ? 'Die Höhen halten nur die Namen auseinander.' : 'Jeder Kopf ist eine Arbeit; Stiele wachsen, wo Monate gedrängt sind.'}`,
    undated: (n) => ` ${papers(n)} ohne Datum ${n === 1 ? 'ist' : 'sind'} nicht gezeigt.`,
    month: 'Monat',
    papers: 'Arbeiten',
    paper: 'Arbeit',
  },

  authorsPage: {
    title: 'Autoren',
    description: (many) =>
      `Verzeichnis der Autoren (${many}), die die Arbeiten der Übersicht nennen, nach Familiennamen.`,
    bar: (many) => `${many}, nach Familiennamen; die Zahl ist die der Arbeiten`,
    letterBar: (many) => `${many}; die Zahl ist die der Arbeiten`,
    none: 'Die Quellen dieser Übersicht nennen keine Autoren.',
    most: 'Mit den meisten Arbeiten',
    letters: 'Buchstaben',
    other: 'Andere',
    otherSigns: 'anderen Zeichen',
    letterTitle: (letter) => `Autoren: ${letter}`,
    letterDescription: (many, letter) =>
      `Autoren der Übersicht (${many}), deren Familiennamen mit ${letter} beginnen.`,
  },

  author: {
    author: 'Autor',
    description: (n, name, titles) => `${papers(n)} von ${name} in der Übersicht: ${titles}`,
    inSurvey: (n) => `${papers(n)} in dieser Übersicht`,
    about: 'Über diese Person',
    alsoAs: 'Auch gedruckt als',
    themes: 'Themen',
    papers: 'Arbeiten',
    toldApart: 'Wie Autoren unterschieden werden',
    toldApartHtml: (to) =>
      `Arbeiten sind nach dem gedruckten Namen versammelt; zwei Personen gleichen Namens teilen sich eine Seite. <a href="${to('/about/#authors')}">Mehr</a>`,
    with: 'Gemeinsam mit',
    andOthers: (n) => `Und ${count(n, 'weiterer', 'weitere')}.`,
    crowd: (n, most) => `${papers(n)} mit mehr als ${most} Autoren nicht berücksichtigt.`,
  },

  data: {
    title: 'Daten',
    description:
      'Die Übersicht als Dateien: ein JSON-Dokument mit veröffentlichtem Schema und das Literaturverzeichnis für Literaturverwaltung, Tabellen und Programme.',
    heading: 'Die Übersicht als Daten',
    lead: (n) =>
      `Alles, was die Seiten von ${papers(n)} zeigen, als Dateien. Adressen und Formen bleiben; neue Felder können hinzukommen.`,
    terms: 'Bedingungen',
    termsHtml: (licence) =>
      `Der eigene Text der Übersicht steht unter ${licence}; die Zusammenfassungen gehören ihren Autoren.`,
    files: 'Dateien',
    tableOfFiles: 'Tabelle der Dateien',
    file: 'Datei',
    format: 'Format',
    holds: 'Was sie enthält',
    held: HELD,
    everywhereHtml: (to) =>
      `Jedes Thema hat neben seiner Seite dieselben Dateien für seine Arbeiten, und jede Arbeit ihre eigenen, von <code>cite.bib</code> bis <code>cite.jsonl</code>. Eine Suche, die Arbeiten eines Autors und jede Liste lassen sich in denselben Formaten ausgeben. Von neuen Arbeiten berichten ein <a href="${to('/feed.xml')}">Atom-Feed</a> und ein <a href="${to('/feed.json')}">JSON-Feed</a>. Der Text ist UTF-8.`,
    harvestHtml: (to, capabilities) =>
      `Programme, die ResourceSync sprechen, beginnen bei der <a href="${to(capabilities)}">Capability List</a>. Sie führt zu einer Liste aller Arbeiten und Themen der letzten Ausgabe und zu einer, was jede Ausgabe anlegte, änderte und löschte: dasselbe, was die <a href="${to('/changes/')}">Änderungen</a> Lesern sagen.`,
    permalinkHtml:
      'Ein Permalink steht unter <code>works</code>, sonst unter <code>departed</code>; dort steht, womit er zusammengelegt oder warum er zurückgezogen wurde.',
    fields: 'Felder',
    fieldsHtml: (to) =>
      `Die Felder von <code>survey.json</code>, wie das <a href="${to('/data/survey.schema.json')}">JSON Schema</a> sie beschreibt. Eine Zeile von <code>works.jsonl</code> hat die Felder unter <code>works[]</code>.`,
    tableOfFields: 'Tabelle der Felder',
    types: {
      names: {
        string: 'Text',
        integer: 'ganze Zahl',
        number: 'Zahl',
        boolean: 'wahr oder falsch',
        object: 'Objekt',
        null: 'null',
      },
      oneOf: 'eines aus einer Liste von Wörtern',
      numbers: (n) => `${n} Zahlen`,
      listOf: (of) => `Liste: ${of}`,
      or: ' oder ',
    },
    field: 'Feld',
    type: 'Typ',
    always: 'Immer da',
    yes: 'ja',
    no: 'nein',
  },

  readingList: {
    title: 'Leseliste',
    description: 'Die Arbeiten, die Sie gemerkt haben, aufbewahrt in Ihrem Browser.',
    kept: 'Gemerkte Arbeiten bleiben nur in diesem Browser, auf diesem Gerät: Es gibt kein Konto, und nichts wird gesendet. Wer die Daten des Browsers löscht, löscht auch die Liste; ihre Adresse oder ein Export bewahrt sie anderswo.',
    needsScript: 'Zum Merken von Arbeiten ist JavaScript nötig.',
  },

  search: {
    title: 'Suche',
    description: (n) =>
      `${papers(n)} durchsuchen: Titel, Autoren, Zusammenfassungen, Kennungen, Publikationsorgane und Themen.`,
    label: 'Titel, Zusammenfassungen und Autoren durchsuchen',
    placeholder: 'Titel, Zusammenfassungen, Autoren',
    button: 'Suchen',
    order: 'Reihenfolge',
    narrow: 'Liste eingrenzen',
    needsScript: 'Die Suche braucht JavaScript. Ohne es ist alles so zu erreichen:',
    canBeSearched: (n) =>
      `${papers(n)} ${n === 1 ? 'lässt' : 'lassen'} sich nach Wörtern in Titel, Zusammenfassung, Autoren, Publikationsorgan und Thema, nach arXiv-Kennung und DOI durchsuchen.`,
    orBrowse: 'Oder blättern Sie in',
    papers: 'Arbeiten',
    themes: 'Themen',
    authors: 'Autoren',
    sources: 'Quellen',
    dialog: 'Die Übersicht durchsuchen',
    close: 'Suche schließen',
    best: 'Beste Treffer',
    move: 'wählen',
    open: 'öffnen',
    dismiss: 'schließen',
    page: 'Suchseite',
    how: 'So sucht man',
    signs: {
      words:
        'Arbeiten mit beiden Wörtern, in jeder Form: Plural, andere Endungen, andere Schreibung',
      phrase: 'genau diese Wörter in dieser Reihenfolge',
      without: 'ohne ein Wort; auch -"eine Wortfolge" und -author:gu',
      or: 'eines von beiden',
      years: 'Arbeiten dieser Jahre',
    },
    fields: {
      title: 'Wörter des Titels',
      author: 'Namen der Autoren',
      abstract: 'Wörter der Zusammenfassung',
      theme: 'Themen',
      keyword: 'Schlagwörter',
      venue: 'wo sie erschien',
      year: 'Jahr oder Jahre',
      type: 'Art der Veröffentlichung',
      has: 'Code, Zusammenfassung oder Mathematik',
      source: 'die Liste, aus der sie kam',
      arxiv: 'arXiv-Kennung',
      doi: 'DOI',
    },
    forms:
      'Ein Wort findet auch seinen Plural und andere Endungen, britische und amerikanische Schreibung, Wörter ohne ihre Akzente, Zusammensetzungen mit und ohne Bindestrich, griechische Buchstaben mit ihrem Namen und Abkürzungen, die die Arbeiten der Übersicht erklären; was zählte, steht über den Ergebnissen. Wörter wie „der“ oder „the“ zählen nur in Anführungszeichen.',
  },

  sources: {
    title: 'Quellen',
    recordsIn: (records, seeds) =>
      `${count(records, 'Quelleneintrag', 'Quelleneinträge')} in ${count(seeds, 'Liste', 'Listen')}`,
    folded: (n) => `${count(n, 'Dublette', 'Dubletten')} zu der Arbeit gelegt, die sie wiederholen`,
    leftOut: (n) => `${n} von Hand ausgelassen`,
    inSurvey: (n) => `${papers(n)} in der Übersicht`,
    description: (seeds, sum) =>
      `Woraus die Übersicht gelesen wurde (${count(seeds, 'Liste', 'Listen')}): ${sum}. Jedes Byte ist verzeichnet.`,
    lead: 'Die Übersicht wurde aus diesen Listen gelesen, die so aufbewahrt sind, wie sie eingefügt wurden. Jedes Byte ist entweder ein Feld einer Arbeit, Beiwerk der Seite, von der es kam, ein Trennzeichen oder als nicht gelesen gezeigt.',
    none: 'Es sind noch keine Quellen aufgenommen.',
    toPapers: 'Von Einträgen zu Arbeiten',
    records: 'Einträge',
    duplicates: 'Dubletten',
    leftOutHead: 'Ausgelassen',
    papers: 'Arbeiten',
    withoutAbstract: 'Davon ohne volle Zusammenfassung',
    of: (profile) => ` von ${profile}`,
    about: (name) => `Über ${name}`,
    file: 'Datei',
    size: 'Größe',
    messages: 'Meldungen',
    source: 'Quelle',
    description1: (label, records, bytes, fate) =>
      `${label}, Zeile für Zeile: ${count(records, 'Eintrag', 'Einträge')} in ${bytes}, jeder mit seiner Arbeit verknüpft. ${fate}.`,
    pasted: ', als Text eingefügt.',
    notRead: ', nicht gelesen und nicht veröffentlicht.',
    download: 'Herunterladen',
    text: 'Text',
    formulas: 'Formeln',
    aboutSeed: 'Über diese Liste',
    format: 'Format',
    notKnown: 'nicht bekannt',
    everyByte: 'Jedes Byte',
    claims: 'Die Seite behauptet',
    claimed: (claimed, held) => `${papers(claimed)}; die Kopie enthält ${held}`,
    alsoIn: 'Auch in',
    inOrder: (n) => `${count(n, 'Eintrag', 'Einträge')} in der Reihenfolge der Datei`,
    line: 'Zeile',
    paper: 'Arbeit',
    lineByLine: 'Text, Zeile für Zeile',
    lineNumber: (n) => `Zeile ${n}`,
    printedAndRebuilt: 'Formeln, gedruckt und wiederhergestellt',
    rebuiltHtml:
      'Die Seite, von der dies kopiert wurde, nimmt Formeln ihre Dollarzeichen und umgekehrten Schrägstriche. Was wieder eingesetzt wurde, steht neben dem Gedruckten. Ohne die Zeichen ergibt es denselben Text; was die Autoren schrieben, kann im Stil eines Buchstabens dennoch anders sein. Was Prosa sein kann, ist nur gesetzt, wo es wahrscheinlich genug ist; was nur eine Formel zurücklässt, wie <code>^{2}</code>, nach der wahrscheinlichsten Lesart.',
    seed: (name) => `Liste ${name}`,
    emptyFile: 'Die Datei ist leer',
    fate: {
      field: 'Felder',
      chrome: 'Beiwerk der Seite',
      separator: 'Trennzeichen',
      nothing: 'nichts ungelesen',
      unread: (part) => `${part} nicht gelesen`,
    },
    marks: {
      title: 'Titel',
      names: 'Autoren',
      id: 'Kennung',
      data: 'Datum, Bemerkung und andere Felder',
      url: 'Link',
      text: 'Zusammenfassung: ohne Zeichen',
      notation: 'Bezeichner und Grenzen von Feldern',
      chrome: 'Beiwerk der Seite',
      private: 'zurückgehalten: lokale Pfade, Mailadressen, Notizen der Besitzer einer Sammlung',
      unparsed: 'nicht gelesen',
    },
    withheld: 'Zurückgehalten',
    withheldHere: (bytes) => `${count(bytes, 'Byte', 'Bytes')} zurückgehalten`,
    withheldInAll: (bytes, places) =>
      `${count(bytes, 'Byte', 'Bytes')} an ${count(places, 'Stelle', 'Stellen')}: privat und nirgends veröffentlicht`,
    recordAbove: (fields) => `${fields} des Eintrags darüber`,
    excluded: (title, reason) => `${title}, ausgelassen: ${reason}`,
    noPage: 'Eintrag ohne Seite',
  },

  screening: {
    again: 'Erneut gesucht',
    fresh: 'Neu',
    vanished: 'Nicht mehr gefunden',
    copyText: 'Text kopieren',
    colon: ': ',
    title: 'Sichtung',
    lead: 'Wo die Arbeiten dieser Übersicht gefunden wurden und was aus jedem Eintrag auf dem Weg zu den eingeschlossenen wurde.',
    flow: 'Verlauf der Auswahl',
    databases: 'Identifizierung von Studien über Datenbanken und Register',
    others: 'Identifizierung von Studien über andere Wege',
    identified: 'Identifizierte Einträge',
    before: 'Vor der Sichtung entfernte Einträge',
    duplicates: 'Dubletten',
    removed: 'Aus anderen Gründen entfernte Einträge',
    screened: 'Gesichtete Einträge',
    unscreened: 'Noch nicht gesichtete Einträge',
    excluded: 'Ausgeschlossene Einträge',
    sought: 'Zur Beschaffung gesuchte Berichte',
    notRetrieved: 'Nicht beschaffte Berichte',
    assessed: 'Auf Eignung geprüfte Berichte',
    unassessed: 'Noch nicht geprüfte Berichte',
    excludedFullText: 'Ausgeschlossene Berichte',
    included: 'Berichte eingeschlossener Studien',
    noReason: 'Kein Grund angegeben',
    contested: 'Widersprüche',
    methods: 'Text für den Methodenteil',
    sets: 'Mengen als Dateien',
    asSvg: 'Der Verlauf als SVG',
    asCsv: 'Der Verlauf als CSV',
    sources: 'Quellen',
    phases: {
      identification: 'Identifizierung',
      screening: 'Sichtung',
      included: 'Eingeschlossen',
    },
    kinds: {
      database: 'Datenbank',
      register: 'Register',
      website: 'Website',
      organisation: 'Organisation',
      citation: 'Suche über Zitate',
      other: 'Andere Quelle',
    },
    set: {
      included: 'Eingeschlossen',
      excluded: 'Ausgeschlossen',
      undecided: 'Unentschieden',
    },
    searched: (on) => `durchsucht am ${on}`,
    edition: (name) => `Ausgabe ${name} der Übersicht.`,
    software: (version) =>
      `Gelesen und von Dubletten befreit mit Florilegium ${version}. Zahlen und Begriffe nach PRISMA 2020 (doi:10.1136/bmj.n71).`,
  },

  report: {
    title: 'Bericht über die Quellen',
    description: (n) =>
      `Was aus ${n.records === 1 ? 'einem Quelleneintrag' : `${number(n.records)} Quelleneinträgen`} wurde: ${count(n.duplicates, 'Dublette', 'Dubletten')}, ${n.excluded} ausgelassen, ${papers(n.papers)} aufgenommen; wohin jedes Byte ging und wo Quellen einander widersprechen.`,
    lead: 'Was aus jedem Eintrag und jedem Byte wurde, was beim Lesen auffiel und wo Quellen einander widersprechen.',
    toPapers: 'Von Einträgen zu Arbeiten',
    what: 'Was',
    howMany: 'Wie viele',
    sum: 'Die Summe',
    sumText: (n) =>
      `${count(n.records, 'Eintrag', 'Einträge')} − ${count(n.duplicates, 'Dublette', 'Dubletten')} − ${number(n.excluded)} ausgelassen = ${papers(n.papers)}.`,
    everyByte: 'Jedes Byte',
    noSeed: 'Es sind noch keine Quellen aufgenommen.',
    bytesOfSeeds: 'Bytes jeder Liste',
    bytesCaption: 'Bytes jeder Liste nach dem, was aus ihnen wurde',
    seed: 'Liste',
    readAs: 'Gelesen als',
    records: 'Einträge',
    fields: 'Felder',
    furniture: 'Beiwerk',
    separators: 'Trennzeichen',
    notRead: 'Nicht gelesen',
    textNotRead: 'Text, der nicht gelesen wurde',
    mathematics: 'Mathematik',
    noFormulas: 'Kein Titel und keine Zusammenfassung dieser Übersicht enthält eine Formel.',
    aboutMath: 'Über Mathematik',
    aboutMathText:
      'Gezählt in den Titeln und Zusammenfassungen, die die Übersicht zeigt. Manche Websites nehmen Formeln ihr TeX. Es ist wieder eingesetzt, wo eine Lesart wahrscheinlich genug ist und ohne die Zeichen denselben Text ergibt; das Übrige bleibt wie gedruckt. Jede Seite einer Quelle zeigt beides nebeneinander.',
    messages: 'Meldungen',
    aboutMessages: 'Über Meldungen',
    asTextHtml: 'Dieselben <a href="messages.txt">als Textzeilen</a>.',
    nothing: 'Nichts zu berichten.',
    disagree: 'Wo Quellen einander widersprechen',
    agree: 'Die Quellen stimmen überein, wo sie dasselbe Feld derselben Arbeit angeben.',
    aboutDisagree: 'Über Widersprüche',
    aboutDisagreeText:
      'Welchen Wert eine Seite zeigt, entscheidet eine Regel; die anderen sind bewahrt und hier und auf der Seite der Arbeit aufgeführt.',
    report: 'Bericht',
    none: 'Keine.',
    leftOutByHand: 'Von Hand ausgelassen',
    alsoInHtml: (place) => `auch in ${place}`,
    shown: 'gezeigt: ',
    also: 'auch: ',
    papers: 'Arbeiten',
    recordsHead: 'Einträge',
    steps: {
      records: (n) => (n === 1 ? 'Quelleneintrag gefunden' : 'Quelleneinträge gefunden'),
      duplicates: (n) =>
        n === 1
          ? 'Dublette, zu der Arbeit gelegt, die sie wiederholt'
          : 'Dubletten, zu der Arbeit gelegt, die sie wiederholen',
      excluded: () => 'von Hand ausgelassen, je mit einem Grund',
      included: (n) => `${n === 1 ? 'Arbeit' : 'Arbeiten'} in der Übersicht`,
      incomplete: () => 'davon ohne volle Zusammenfassung',
    },
    lists: {
      records: {
        title: 'Quelleneinträge',
        lead: 'Jeder Eintrag jeder Liste in der Reihenfolge der Datei, mit der Arbeit, die er wurde.',
      },
      duplicates: {
        title: 'Dubletten',
        lead: 'Einträge, die eine Arbeit beschreiben, die schon ein anderer beschreibt. Nichts, was sie sagen, geht verloren.',
      },
      incomplete: {
        title: 'Unvollständige Arbeiten',
        lead: 'Arbeiten der Übersicht, deren volle Zusammenfassung keine Quelle gibt.',
      },
      excluded: {
        title: 'Von Hand ausgelassen',
        lead: 'Was eine Berichtigung oder Entscheidung aus der Übersicht lässt, je mit ihrem Grund.',
      },
      disagreements: {
        title: 'Wo Quellen einander widersprechen',
        lead: 'Felder, für die Quellen einer Arbeit verschiedene Werte geben.',
      },
    },
    listDescription: (title, total, lead) => `${title} (${total}). ${lead}`,
    lack: {
      none: 'keine Zusammenfassung in irgendeiner Quelle',
      cut: 'die Kopie endet in der Zusammenfassung',
    },
    formulas: 'Formeln',
    texts: 'Titel und Zusammenfassungen',
    textCount: (n) => count(n, 'Text', 'Texte'),
    commandsIn: (n, texts) =>
      `${count(n, 'Befehl', 'Befehle')} in ${count(texts, 'Text', 'Texten')}`,
    formulasIn: (n, texts) =>
      `${count(n, 'Formel', 'Formeln')} in ${count(texts, 'Text', 'Texten')}`,
    math: {
      intact: {
        title: 'Unversehrte Formeln',
        lead: 'LaTeX in der Quelle, so gesetzt, wie es dasteht.',
        label: 'unversehrt: LaTeX in der Quelle',
      },
      mended: {
        title: 'Ausgebesserte Formeln',
        lead: 'LaTeX in der Quelle, aber mit spitzen Klammern statt geschweiften; die geschweiften sind wieder da.',
        label: 'ausgebessert: aus spitzen Klammern wieder geschweifte',
      },
      repaired: {
        title: 'Wiederhergestellte Formeln',
        lead: 'Die kopierte Seite nimmt Formeln ihre Dollarzeichen und umgekehrten Schrägstriche. Diese sind wieder eingesetzt; ohne sie entsteht der Text der Quelle.',
        label: 'wiederhergestellt aus einer Liste, die ihr TeX verloren hatte',
      },
      left: {
        title: 'Belassen, wie die Liste es druckt',
        lead: 'Text, der wie eine Formel ohne ihre Zeichen aussieht und nicht wiederhergestellt wurde, weil er Prosa sein kann oder seine Lesart zu unsicher ist.',
        label: 'belassen, wie die Liste es druckt',
      },
      set: {
        title: 'Gesetzte Formeln',
        lead: 'Formeln, als HTML und MathML gesetzt, woher sie auch kamen.',
        label: 'Formeln, als HTML und MathML gesetzt',
      },
      'not-set': {
        title: 'Formeln, die sich nicht setzen lassen',
        lead: 'Als LaTeX gezeigt, je mit dem Grund.',
        label: 'als LaTeX gezeigt, weil sie sich nicht setzen lassen',
      },
      'unknown-commands': {
        title: 'Unbekannte Befehle',
        lead: 'Eigene Befehle der Autoren in Formeln: Statt dessen, wofür sie stehen, ist ihr Name aufrecht gesetzt.',
        label: 'unbekannte Befehle, mit ihrem Namen gezeigt',
      },
      'texts-without': {
        title: 'Texte ohne Formel',
        lead: 'Titel und Zusammenfassungen ohne Formel.',
        label: 'Titel und Zusammenfassungen ohne Formel',
      },
      'texts-set': {
        title: 'Texte, in denen jede Formel gesetzt ist',
        lead: 'Titel und Zusammenfassungen, in denen jede Formel gesetzt ist.',
        label: 'mit jeder Formel gesetzt',
      },
      'texts-partly': {
        title: 'Teilweise gesetzte Texte',
        lead: 'Titel und Zusammenfassungen, in denen etwas wie gedruckt belassen oder als LaTeX gezeigt ist.',
        label: 'mit etwas, das wie gedruckt belassen oder als LaTeX gezeigt ist',
      },
    },
  },
};

/** German words of the scripts. */
export const scripts: ScriptWords['scripts'] = {
  copied: 'Kopiert',
  lightPage: 'Helle Seite',
  darkPage: 'Dunkle Seite',
  newerEdition: 'Eine neuere Ausgabe dieser Übersicht liegt bereit.',
  reload: 'Neu laden',
  notNow: 'Jetzt nicht',
};

/** What is said where papers are exported. */
export const exporting: ScriptWords['exporting'] = {
  failure:
    'Die Arbeiten konnten nicht gelesen werden. Laden Sie die Seite neu: Die Übersicht kann sich seither geändert haben.',
  collecting: 'Die Arbeiten werden zusammengestellt …',
  format: 'Format ',
  download: 'Herunterladen',
  copy: 'Kopieren',
  from: (n, survey, edition) =>
    `${n === 1 ? '1 Arbeit' : `${n} Arbeiten`} aus „${survey}“${edition === undefined ? '' : `, Ausgabe ${edition}`}, gefunden mit`,
  saved: (name) => `Gespeichert als ${name}.`,
  copied: (format) => `Kopiert als ${format}.`,
  offer: (n) => (n === 1 ? 'Diese Arbeit exportieren' : `Diese ${n} Arbeiten exportieren`),
};

/** What the search says. */
export const reading: ScriptWords['reading'] = {
  save: 'Auf die Leseliste',
  saveOne: (title) => `Auf die Leseliste: ${title}`,
  count: (n) => `${n} ${n === 1 ? 'Arbeit' : 'Arbeiten'} auf der Leseliste, in diesem Browser`,
  notKept: 'Dieser Browser bewahrt nichts auf, oder nicht mehr, als er hat.',
  empty: 'Noch ist nichts gemerkt. Bei jeder Arbeit steht ein Knopf dafür.',
  shared: (n) =>
    `${n} ${n === 1 ? 'Arbeit' : 'Arbeiten'}, von jemandem ausgewählt, unter dieser Adresse`,
  addAll: 'Alle auf meine Leseliste',
  share: 'Adresse dieser Liste',
  print: 'Drucken',
  removeAll: 'Alle entfernen',
  own: 'Meine Leseliste',
  gone: 'Nicht mehr in dieser Übersicht: ',
  newSince: (n) => `${n} ${n === 1 ? 'Arbeit ist' : 'Arbeiten sind'} neu seit Ihrem letzten Besuch`,
  nothingNew: 'Seit Ihrem letzten Besuch ist nichts neu.',
  fresh: 'Neu',
  fileName: 'Leseliste',
};

export const searching: ScriptWords['searching'] = {
  papers: (n) => `${n} ${n === 1 ? 'Arbeit' : 'Arbeiten'}`,
  themes: 'Themen',
  pagesHead: 'Seiten',
  papersHead: 'Arbeiten',
  papersBefore: 'Arbeiten: ',
  etAl: ' u. a.',
  found: (n, query, beginning) =>
    `${series(
      [
        papers(n.papers),
        ...(n.themes > 0 ? [count(n.themes, 'Thema', 'Themen')] : []),
        ...(n.pages > 0 ? [count(n.pages, 'Seite', 'Seiten')] : []),
      ],
      ', ',
      ' und ',
    )}${query === '' ? '' : ` zu ${quoted(query)}`}${
      beginning === undefined ? '' : `, mit Wörtern, die mit ${quoted(`${beginning}…`)} beginnen`
    }`,
  noPaperHas: (words) => `Keine Arbeit enthält ${series(words.map(quoted), ', ', ' oder ')}.`,
  noPaperHasAll: 'Keine Arbeit enthält all dies.',
  alsoAs: (word, forms, more) =>
    `${quoted(word)} auch als ${forms.join(', ')}${more > 0 ? ` und ${count(more, 'weitere Form', 'weitere Formen')}` : ''}`,
  nearWith: (words) => `Nahe: Arbeiten mit ${series(words.map(quoted), ', ', ' und ')}`,
  nearSome: 'Nahe: Arbeiten mit einigen der Wörter',
  nearOnly: 'Nahe: Keine Arbeit hat alle Wörter, diese haben einige',
  didYouMean: 'Meinten Sie ',
  questionEnd: '? ',
  takesIt: ' im Feld übernimmt es.',
  recent: 'Letzte Suchen, in diesem Browser aufbewahrt',
  forget: (query) => `${query} vergessen`,
  clear: 'Auswahl aufheben',
  all: (n) => `Alle ${n}`,
  allValues: (label, n) => `${label}: alle ${n} Werte`,
  without: 'Ohne ',
  more: (n, of) => `${n} weitere von ${of} zeigen`,
  nothing: 'Nichts hier enthält dies. ',
  fewerChoices: 'Versuchen Sie weniger Wörter oder eine kleinere Auswahl.',
  otherWords: 'Versuchen Sie andere oder weniger Wörter.',
  nothingFor: (query) => `Nichts gefunden zu ${quoted(query)}.`,
  page: 'Suchseite',
  allResults: (n) => (n === 1 ? 'Das eine Ergebnis' : `Alle ${n} Ergebnisse`),
  tryAgain: 'Noch einmal versuchen',
  edit: (term) => `${term} bearbeiten`,
  takeOut: (term) => `${term} entfernen`,
  terms: 'Begriffe dieser Suche',
  noIndex:
    'Neben dieser Seite, die von der Festplatte geöffnet wurde, liegt kein Suchverzeichnis. Steht sie in einer Zip-Datei, so entpacken Sie zuerst den ganzen Ordner.',
  searching: 'Suche läuft …',
  notLoaded:
    'Das Suchverzeichnis konnte nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  facets: {
    theme: 'Thema',
    keyword: 'Schlagwort',
    year: 'Jahr',
    type: 'Art',
    source: 'Quelle',
    venue: 'Erschienen in',
    with: 'Mit',
    own: 'Aus der Sichtung',
  },
  with: {
    Code: 'Code',
    Abstract: 'Zusammenfassung',
    'Rebuilt math': 'Wiederhergestellte Formeln',
  },
  orders: { best: 'Bester Treffer', newest: 'Neueste', oldest: 'Älteste', title: 'Titel' },
  problems: {
    noWord: 'Hier steht kein Buchstabe und keine Ziffer, die sich suchen ließen.',
    openQuote: 'Ein Anführungszeichen ist nicht geschlossen; die Wortfolge reicht bis zum Ende.',
    brackets: 'Klammern fassen hier nichts zusammen; OR verbindet die Begriffe neben sich.',
    or: 'OR steht zwischen zwei Begriffen.',
    noField: (name) => `${quoted(`${name}:`)} ist kein Feld; es wurde als Wort gesucht.`,
    noValue: (name, sample) => `${quoted(`${name}:`)} nennt nichts; ein Beispiel ist ${sample}.`,
    noYear: (value) =>
      `${quoted(`year:${value}`)} ist kein Jahr; Beispiele sind year:2024 und year:2024..2026.`,
  },
};
