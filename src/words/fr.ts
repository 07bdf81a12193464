import { type FieldWords, fieldWord } from './fields.ts';
import { eachSaid, figures, partsOf, series, spaced } from './formats.ts';
import type { PageWords, ScriptWords } from './words.ts';

const { number, decimal, share } = /* @__PURE__ */ figures('\u202f', ',', '\u202f%');

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

const count = (n: number, one: string, many = `${one}s`) => `${number(n)} ${n < 2 ? one : many}`;
const date = (iso: string): string => {
  const [year, month, day] = partsOf(iso);
  return spaced(day === 1 ? '1er' : day, month && MONTHS[month - 1], year);
};
const list = (items: readonly string[]) => series(items, ', ', ' et ');
const papers = (n: number) => count(n, 'article');
const quoted = (text: string) => `«\u00a0${text}\u00a0»`;

const FIELDS: FieldWords = {
  title: 'titre',
  subtitle: 'sous-titre',
  authors: 'auteurs',
  author: 'auteur',
  et_al: 'marque d’autres auteurs',
  author_count: 'nombre d’auteurs',
  abstract: 'résumé',
  arxiv: 'identifiant arXiv',
  doi: 'DOI',
  openreview: 'identifiant OpenReview',
  acl: 'identifiant ACL Anthology',
  pmid: 'identifiant PubMed',
  url: 'lien',
  issued: 'date',
  date: 'date',
  posted: 'date de la prépublication',
  updated: 'mise à jour',
  year: 'année',
  categories: 'classes',
  comment: 'commentaire',
  venue: 'support de publication',
  venue_subtitle: 'sous-titre du support',
  venue_short: 'titre abrégé du support',
  container_title_short: 'titre abrégé du support',
  volume: 'volume',
  issue: 'numéro',
  page: 'pages',
  pages: 'pages',
  article_number: 'numéro d’article',
  publisher: 'éditeur',
  publisher_place: 'lieu d’édition',
  editor: 'directeur',
  editors: 'directeurs',
  translator: 'traducteur',
  translators: 'traducteurs',
  chapter: 'chapitre',
  chapter_number: 'chapitre',
  page_count: 'nombre de pages',
  number_of_pages: 'nombre de pages',
  edition: 'édition',
  series: 'collection',
  collection_title: 'collection',
  series_number: 'numéro dans la collection',
  collection_number: 'numéro dans la collection',
  isbn: 'ISBN',
  issn: 'ISSN',
  institution: 'institution',
  event: 'événement',
  event_place: 'lieu de l’événement',
  event_date: 'date de l’événement',
  language: 'langue',
  keyword: 'mot-clé',
  keywords: 'mots-clés',
  version: 'version',
  genre: 'genre',
  status: 'état',
  note: 'note',
  citation_key: 'clé de citation',
  journal_ref: 'référence de revue',
  code_url: 'code',
  has_code: 'marque de code',
  score: 'score',
  org: 'organisation',
  upvotes: 'votes',
  comments: 'commentaires',
  type: 'type',
  other: 'autre',
  private: 'privé',
  identifiers: 'identifiants',
  themes: 'thèmes',
};

/** Kinds of listings, by their English names. */
const LISTINGS: Record<string, string> = {
  'arXiver author page': 'page d’auteur arXiver',
  'Markdown list of papers': 'liste d’articles en Markdown',
  'Hugging Face dataset viewer': 'visionneuse de données Hugging Face',
  'dblp person page': 'page de personne dblp',
  'Google Scholar profile': 'profil Google Scholar',
  'list of identifiers': 'liste d’identifiants',
  'Hugging Face papers page': 'page d’articles Hugging Face',
  'scholarfeed author page': 'page d’auteur scholarfeed',
  'table of papers (CSV or TSV)': 'tableau d’articles (CSV ou TSV)',
  'arXiv search results': 'résultats de recherche arXiv',
  'arXiv mailing': 'courriel d’arXiv',
  'PubMed citations (.nbib)': 'citations PubMed (.nbib)',
  'Web of Science export': 'export de Web of Science',
  'works of OpenAlex, Semantic Scholar, Lens or DataCite (JSON)':
    'œuvres d’OpenAlex, Semantic Scholar, Lens ou DataCite (JSON)',
  'arXiv listing': 'liste arXiv',
  'arXiv API answer or feed': 'réponse de l’API arXiv ou flux',
  'arXiv metadata (OAI-PMH)': 'métadonnées arXiv (OAI-PMH)',
  'arXiv abstract page': 'page de résumé arXiv',
  'data of papers (layout inferred)': 'données d’articles (structure déduite)',
  'labelled records (layout inferred)': 'notices étiquetées (structure déduite)',
  'repeating blocks (layout inferred)': 'blocs répétés (structure déduite)',
  'Unknown text': 'texte inconnu',
  'PDF document': 'document PDF',
  'ZIP archive, or a document of Word, Excel or OpenOffice':
    'archive ZIP, ou document Word, Excel ou OpenOffice',
  'survey file (JSON or JSON Lines)': 'fichier d’un état de l’art (JSON ou JSON Lines)',
};

const HELD: Record<string, string> = {
  survey: 'Tout ce que montrent les pages, et où chaque valeur a été lue.',
  schema: 'La forme du fichier de la synthèse (brouillon 2020-12).',
  bibtex: 'Pour BibTeX et ses styles classiques\u202f; formules en LaTeX, résumés compris.',
  biblatex: 'Pour biblatex et biber\u00a0: dates entières et champs eprint, résumés compris.',
  ris: 'Pour Zotero, EndNote, Mendeley et Papers.',
  'csl-json': 'Pour Zotero, pandoc et les processeurs de citations.',
  enw: 'Pour EndNote\u00a0: s’ouvre d’un double clic.',
  'endnote-xml': 'Pour EndNote, Citavi et Mendeley\u00a0: la même chose en XML.',
  csv: 'Une ligne par article, pour les tableurs.',
  markdown: 'Une liste de lecture avec les résumés.',
  'json-lines': 'Un article par ligne, comme un élément de works dans le fichier de la synthèse.',
};

/** French words of the pages. */
export const pages: PageWords = {
  language: 'fr',
  number,
  share,
  percent: (n) => `${n}\u202f%`,
  date,
  month: (iso) => date(iso.slice(0, 7)),
  bytes: (n) =>
    n < 1000 ? `${n} octets` : n < 1e6 ? `${decimal(n / 1e3)} ko` : `${decimal(n / 1e6)} Mo`,
  list,
  comma: ', ',
  quoted,
  inWords: (n) =>
    'aucun un deux trois quatre cinq six sept huit neuf dix'.split(' ')[n] ?? number(n),
  lines: ([first, last]) => (first === last ? `ligne ${first}` : `lignes ${first} à ${last}`),
  papers,
  themes: (n) => count(n, 'thème'),
  authors: (n) => count(n, 'auteur'),
  seeds: (n) => count(n, 'liste'),
  records: (n) => count(n, 'notice'),
  sourceRecords: (n) => count(n, 'notice source', 'notices sources'),
  duplicates: (n) => count(n, 'doublon'),
  entries: (n) => count(n, 'entrée'),
  fields: (n) => count(n, 'champ'),
  values: (n) => count(n, 'valeur'),
  remarks: (n) => count(n, 'remarque'),
  messages: (n) => count(n, 'message'),
  lineCount: (n) => count(n, 'ligne'),
  field: (name) => fieldWord(FIELDS, name),
  listing: (label) => eachSaid(LISTINGS, label),
  scheme: { url: 'Lien' },
  severity: { error: 'Erreur', warning: 'Avertissement', note: 'Note' },
  severities: {
    error: (n) => count(n, 'erreur'),
    warning: (n) => count(n, 'avertissement'),
    note: (n) => count(n, 'note'),
  },
  undated: 'Sans date',
  upTo: (year) => `jusqu’à ${year}`,
  sameAsTable: 'La même chose en tableau',
  newestFirst: 'du plus récent au plus ancien',
  editionOf: (name, changed) =>
    `Édition ${name.length > 7 ? 'du' : 'de'} ${date(name)}${changed ? ', avec des changements ultérieurs' : ''}`,
  editionWithin: (label) => `${label.charAt(0).toLowerCase()}${label.slice(1)}`,

  frame: {
    skip: 'Aller au texte',
    main: 'Navigation principale',
    papers: 'Articles',
    themes: 'Thèmes',
    authors: 'Auteurs',
    sources: 'Sources',
    about: 'À propos',
    search: 'Recherche',
    curatedBy: 'Établi par',
    licenceHtml: (licence) =>
      `Texte de la synthèse sous ${licence}\u202f; les résumés appartiennent à leurs auteurs.`,
    madeWith: 'Fait avec Florilegium.',
    howMade: 'Comment elle est faite',
    report: 'Rapport sur les sources',
    changes: 'Changements',
    howToCite: 'Comment citer',
    offlineCopy: (edition) =>
      edition === undefined ? 'Copie hors ligne' : `Copie hors ligne, ${date(edition)}`,
    see: (reason, link) => `${reason}Voir ${link}.`,
  },

  home: {
    survey: 'Synthèse',
    inNumbers: 'La synthèse en chiffres',
    papers: 'Articles',
    span: (from, to) => (from === to ? `, de ${to}` : `, de ${from} à ${to}`),
    themes: 'Thèmes',
    authors: 'Auteurs',
    sources: 'Sources',
    readDrawings: 'Comment lire les dessins',
    stalks:
      'Chaque tige est une année\u202f; sa hauteur est le nombre d’articles, à la même échelle pour tous les thèmes.',
    several: (homeless) =>
      `Un article peut figurer dans plusieurs thèmes.${homeless === 0 ? '' : homeless === 1 ? ' Un article ne figure dans aucun.' : ` ${papers(homeless)} ne figurent dans aucun.`}`,
    themesByYear: 'Thèmes par année',
    latest: 'Derniers articles',
    none: 'Aucun article n’a encore été ajouté.',
    more: 'Autres articles',
    all: (n) => (n < 2 ? papers(n) : `Les ${papers(n)}`),
    cite: 'Comment citer',
    permalinksHtml: (to) =>
      `Pour renvoyer à un article, servez-vous de son permalien. Il est fixé dès la première parution de l’article et n’est jamais donné à un autre. Ce qu’une édition a apporté figure parmi <a href="${to('/changes/')}">les changements</a>.`,
    data: 'Données',
    allFiles: 'tous les fichiers',
    reference: (title, n) => `${title}\u00a0: une synthèse de ${papers(n)}`,
    in: (whole) => `In\u00a0: ${whole}`,
  },

  found: {
    survey: (n, from, to) =>
      n === 0
        ? 'Une synthèse de la littérature.'
        : `Une synthèse de ${papers(n)}${from === undefined ? '' : from === to ? ` de ${from}` : ` de ${from} à ${to}`}.`,
    filedUnder: (keyword) => `Classés sous ${quoted(keyword)}.`,
    filedScope: (keyword) =>
      `Articles que les sources de cette synthèse classent sous ${quoted(keyword)}.`,
    wordsScope: (terms) =>
      `Articles dont les titres et résumés contiennent ces mots plus que les autres\u00a0: ${terms}.`,
    sameAuthors: (n) => (n === 1 ? 'un auteur commun' : 'auteurs communs'),
    alike: {
      identifier: 'un identifiant est le même',
      title: 'les titres sont les mêmes',
      almost: (share) => `les résumés sont presque les mêmes (${share} de leurs termes)`,
      share: (share) => `les résumés partagent ${share} de leurs termes`,
      but: (common, apart) => `${common.join(' et ')}, mais ${apart}`,
      apart: {
        correction: 'une correction les sépare',
        identifiers: 'les identifiants diffèrent',
        others: 'd’autres diffèrent',
        titles: 'les titres diffèrent',
        unproven: 'rien ne montre qu’il s’agit d’un seul article',
      },
    },
  },

  cite: { showBibtex: 'Afficher BibTeX', copyBibtex: 'Copier BibTeX' },

  licences: {
    title: 'Licences',
    lead: 'De quoi ce site est fait, et sous quelles licences les lecteurs le reçoivent.',
    parts: 'Programmes et polices',
    part: 'Partie',
    licence: 'Licence',
    citeproc:
      'Les références sont composées par citeproc-js, Copyright (c) 2009-2019 Frank Bennett, sous la Common Public Attribution License (CPAL 1.0) ou la GNU Affero General Public License, au choix\u202f; son code source est sur github.com/Juris-M/citeproc-js.',
  },

  about: {
    licencesHtml: (to) =>
      `Les programmes et les polices de ces pages ont leurs propres <a href="${to('/licences/')}">licences</a>.`,
    title: 'À propos',
    description:
      'Ce qu’est cette synthèse, comment ses articles ont été lus, comment les thèmes et les articles proches sont trouvés, et comment la citer et la corriger.',
    heading: 'Comment cette synthèse est faite',
    inNumbers: 'En chiffres',
    sources: 'Sources',
    sourceRecords: 'Notices sources',
    papers: 'Articles',
    themes: 'Thèmes',
    edition: 'Édition',
    reading: 'Comment les articles ont été lus',
    readingHtml: (to, n) => [
      `La synthèse part de ${count(n.seeds, 'liste')} d’articles, ${n.seeds < 2 ? 'collée depuis des pages web ou exportée par d’autres programmes, et conservée' : 'collées depuis des pages web ou exportées par d’autres programmes, et conservées'} octet par octet (les chemins locaux et les adresses de courriel n’en sont pas publiés). Un lecteur propre à chaque sorte de liste y trouve les articles. Chaque valeur qu’il prend renvoie à son fichier et à ses lignes\u202f; chaque octet qu’il ne prend pas est compté comme habillage de la page, comme séparateur ou comme non lu. <a href="${to('/sources/')}">Les sources</a> peuvent être lues ligne par ligne avec ces marques.`,
      `Des notices qui portent le même identifiant, ou le même titre et un résumé semblable, sont un seul article\u00a0: ${count(n.records, 'notice')} ${n.records < 2 ? 'donne' : 'donnent'} ${papers(n.papers)}. Là où les sources divergent, la page montre une valeur et garde les autres sous «\u00a0D’où nous le savons\u00a0». Les articles qui se ressemblent sans être le même le disent et renvoient l’un à l’autre.`,
    ],
    keptText:
      'De chaque article, la synthèse garde ce que ses sources indiquent\u00a0: titre, auteurs, éditeurs scientifiques et traducteurs, résumé, type et, plus précisément, ce qu’il est (brochure, film, affaire judiciaire), revue, actes ou livre, volume, numéro, chapitre, pages ou numéro d’article, nombre de pages, éditeur et lieu, édition, collection, ISBN et ISSN, université ou institution, événement avec son lieu et ses jours, langue, version, mots-clés, rubriques et classes, identifiants, le jour de la publication et, à part, celui du dépôt de la prépublication, et la clé sous laquelle on le cite. La façon dont il a paru est décidée une fois, pour que la page, les références, les téléchargements et les métadonnées disent la même chose. Il n’est appelé prépublication que si une source le dit, ou si un serveur de prépublications le contient et rien d’autre.',
    correctedHtml: (corrected, inferred) =>
      `Ce que les sources ne disent pas peut être saisi à la main, ou cherché dans les notices d’arXiv, de Crossref, de DataCite et d’OpenAlex, comme correction avec motif et preuve\u202f; ${corrected === 0 ? 'aucun article n’en a' : corrected === 1 ? 'un article en a une' : `${papers(corrected)} en ont une`}. Ce que ni les unes ni les autres ne disent peut être déduit par une règle, et la page le dit alors déduit${inferred > 0 ? `, comme ${inferred === 1 ? 'le titre d’un article' : `les titres de ${papers(inferred)}`}` : ''}. Rien d’autre n’est ajouté\u00a0: un résumé qui s’interrompt dans sa source s’interrompt ici.`,
    formulasHtml: (to) =>
      `Les formules qui sont du LaTeX dans une source sont composées d’après lui. Certaines listes enlèvent les signes qui font d’un texte une formule. Un petit modèle entraîné les remet là où il est sûr, et là où seule une formule a pu se trouver, selon la lecture la plus probable\u202f; il peut se tromper. Enlever de nouveau ces signes doit redonner le texte de la source, sinon le texte reste tel quel. La page de l’article dit combien de formules ont été reconstruites et montre chacune à côté du texte dont elle vient\u202f; la page de la source les met côte à côte, et le <a href="${to('/report/#mathematics')}">rapport</a> compte et énumère ce qui a été reconstruit et ce qui est resté.`,
    assigning: 'Comment les thèmes sont attribués',
    assigningHtml: (suggested) =>
      `${
        suggested
          ? 'Un thème a une note de portée et des règles\u202f; la plupart de ceux qu’une personne écrit ont aussi un texte. Les thèmes marqués comme proposés ont été trouvés par le programme\u00a0: des articles que leurs sources classent sous un même mot-clé, ou dont les textes partagent des mots à bien des égards, sont réunis, et les règles leur sont ajustées.'
          : 'Chaque thème est écrit à la main\u00a0: une note de portée, un texte et des règles.'
      } Les règles sont des termes avec des poids\u202f; un terme compte trois fois plus dans un titre que dans un résumé, et chaque mention suivante compte moins. Un article appartient à un thème quand ses termes atteignent le seuil du thème, et à trois thèmes au plus. Un article peut aussi être placé dans un thème, ou en être écarté, à la main. Aucun modèle ne décide\u00a0: le même texte et les mêmes règles donnent toujours les mêmes thèmes, et la page de chaque article énumère les termes qui l’y ont mis.`,
    related: 'Comment les articles proches sont trouvés',
    relatedText:
      'Deux articles sont proches quand leurs titres et leurs résumés partagent des mots que peu d’autres articles de la synthèse emploient, ou quand ils ont des auteurs en commun. Les mots et les noms qui fondent chaque lien sont imprimés avec lui.',
    authors: 'Auteurs',
    authorsText:
      'Les articles sont réunis sous un auteur d’après le nom imprimé. Les graphies qui ne diffèrent que par la casse, les accents ou la ponctuation sont prises ensemble et énumérées. Deux personnes du même nom partagent une page\u202f; la synthèse ne devine pas qui est qui.',
    permalinks: 'Permaliens et citation',
    permalinksHtml: (to) =>
      `Le permalien d’un article est fixé dès sa première parution, ne change jamais et n’est jamais donné à un autre\u202f; celui d’un article fusionné mène plus loin, celui d’un article retiré dit pourquoi. Ce qu’une édition a apporté figure parmi <a href="${to('/changes/')}">les changements</a>. Un identifiant mène à son article depuis une adresse comme /id/arxiv/2401.01234/ ou /id/doi/10.1000/182/. La page de chaque article offre une référence, BibTeX, RIS et CSL JSON\u202f; <a href="${to('/#cite')}">la première page</a> dit comment citer la synthèse entière. Tout peut être téléchargé\u00a0: <a href="${to('/data/survey.json')}">JSON</a>, <a href="${to('/data/works.bib')}">BibTeX</a>, <a href="${to('/data/works.ris')}">RIS</a> et <a href="${to('/data/works.csl.json')}">CSL JSON</a>.`,
    offline: 'Lire hors ligne',
    offlineText: (kept) =>
      `La copie hors ligne, au pied de chaque page, est la synthèse entière avec sa recherche dans une archive.${kept ? ' En outre, votre navigateur garde la synthèse après une visite\u00a0: en entier si elle est petite, sinon la recherche et les pages que vous avez lues. Un avis au pied de la page signale qu’une édition plus récente est prête.' : ''}`,
    correcting: 'Comment la corriger',
    correctingText:
      'Un fait faux ou manquant est réparé par une correction\u00a0: quelques lignes dans un fichier du dossier content/corrections, qui nomment l’article, le champ, la bonne valeur, le motif et l’endroit où elle se vérifie. Les listes elles-mêmes ne sont jamais modifiées.',
    tellHtml: (curator) => ` Écrivez à ${curator}, responsable de la synthèse.`,
    answers: (curator) => ` ${curator} est responsable de la synthèse.`,
    licence: 'Licence',
    licenceHtml: (licence) =>
      `Le texte propre de la synthèse est sous ${licence}. Les titres et les résumés appartiennent à leurs auteurs et sont cités comme les sources les impriment. Les polices du site, Source Serif 4 et Source Sans 3, sont sous la SIL Open Font License.`,
  },

  changes: {
    title: 'Changements',
    label: 'Changements',
    description: 'Ce que chaque édition de la synthèse a ajouté, changé, fusionné et retiré.',
    heading: 'Ce que chaque édition a changé',
    lead: 'Une édition est un état publié de la synthèse, que l’on cite par sa date. Les permaliens sont fixés par la première édition où ils figurent.',
    unreleased: 'Pas encore publié',
    since: 'Depuis la dernière édition',
    added: 'Ajoutés',
    changed: 'Changés',
    merged: 'Fusionnés',
    withdrawn: 'Retirés',
    returned: 'Revenus',
    dropped: 'Partis avant publication',
    themesAdded: 'Thèmes ajoutés',
    themesChanged: 'Thèmes révisés',
    themesRemoved: 'Thèmes supprimés',
    before: (title) => `\u202f; avant\u00a0: ${title}`,
    into: (permalink, reason) => `Dans ${permalink}. ${reason}`,
    editions: 'Éditions',
    allNew: (n) => `${papers(n)}\u202f; tout est nouveau.`,
    state: (n, nothing) => `${papers(n)}${nothing ? '\u202f; rien n’a changé' : ''}.`,
  },

  editions: {
    title: 'Éditions',
    label: 'Éditions',
    description:
      'Chaque état publié de la synthèse\u00a0: tel qu’il était, et ce qui a changé depuis.',
    heading: 'Éditions de la synthèse',
    lead: 'Une édition est un état publié de la synthèse. Une copie en est gardée telle quelle\u00a0: une page avec tous les articles, thèmes et textes, et une archive qui se lit depuis le disque sans ce site.',
    none: 'Aucune édition n’a encore été publiée.',
    asItWas: 'Telle qu’elle était',
    archive: (size: string) => `Archive, ${size}`,
    noCopy: 'Publiée avant que des copies soient gardées.',
    changesTo: (edition: string) => `Changements jusqu’à ${edition}`,
    now: 'maintenant',
    between: (from: string, to: string) => `De ${from} à ${to}`,
    betweenDescription: (from: string, to: string) =>
      `Ce qui a changé dans la synthèse entre ${from} et ${to}.`,
    older: (n: number) =>
      `Les différences sont montrées entre les ${number(n)} dernières éditions\u202f; la commande «\u00a0florilegium changes\u00a0» imprime celles de deux éditions quelconques.`,
    copyNote:
      'Voici la synthèse telle qu’elle était dans cette édition. La page reste inchangée\u202f; la synthèse d’aujourd’hui se trouve à',
    copyDescription: (survey: string, edition: string) =>
      `${survey}, telle qu’elle était. ${edition}.`,
    suggested: 'Thème proposé',
    inEditions: 'Dans les éditions',
    firstHere: 'd’abord ici',
    themeChanged: (added: number, removed: number, revised: boolean) =>
      [
        ...(added > 0 ? [`${papers(added)} de plus`] : []),
        ...(removed > 0 ? [`${papers(removed)} de moins`] : []),
        ...(revised ? ['texte révisé'] : []),
      ].join(', '),
  },

  notFound: {
    title: 'Page introuvable',
    description: 'Cette adresse ne mène à aucune page de la synthèse.',
    lead: 'Cette adresse ne mène à aucune page de la synthèse. Les permaliens des articles ne changent jamais\u202f: une lettre manque peut-être, ou le lien n’a jamais été juste.',
    beginHtml: (to) =>
      `Ou commencez par <a href="${to('/papers/')}">tous les articles</a>, <a href="${to('/themes/')}">les thèmes</a> ou <a href="${to('/')}">la première page</a>.`,
  },

  offline: {
    title: 'Page non conservée hors ligne',
    description: 'Ce qui s’affiche sans connexion quand la page n’a pas été conservée.',
    label: 'Pas de connexion',
    heading: 'Cette page n’a pas été conservée pour la lecture hors ligne',
    lead: 'Il n’y a pas de connexion, et cette adresse n’est pas parmi les pages que votre navigateur a conservées. Réessayez une fois en ligne\u00a0: l’adresse reste la même.',
    keptHtml: (to) =>
      `Sont conservés <a href="${to('/')}">la première page</a>, <a href="${to('/papers/')}">la liste des articles</a>, <a href="${to('/themes/')}">les thèmes</a>, <a href="${to('/search/')}">la recherche</a> et les pages que vous avez lues.`,
    readme: ({ edition, url, licence }) =>
      `Ce dossier contient la synthèse entière, à lire sans réseau.
Ouvrez index.html dans un navigateur. Recherche, thèmes, sources et exports fonctionnent d'ici.

Si les pages paraissent nues ou si la recherche ne trouve pas d'index, le dossier est encore dans le fichier zip : extrayez d'abord le tout.
Gardez les fichiers ensemble ; le dossier lui-même peut être renommé, déplacé ou placé sur un disque en lecture seule.

${edition === undefined ? '' : `Édition : ${edition}\n`}Adresse publique : ${url}
Licence du texte propre de la synthèse : ${licence}
Les résumés appartiennent à leurs auteurs.
Les données sont dans le dossier data/ : JSON, BibTeX, RIS et CSL JSON.
`,
  },

  lists: {
    papers: 'Articles',
    description: (n) =>
      `${papers(n)} de la synthèse, du plus récent au plus ancien, avec auteurs, support de publication, thèmes et première phrase de chaque résumé.`,
    pageDescription: (from, to, of) =>
      `Articles ${from} à ${to} sur ${of} de la synthèse, du plus récent au plus ancien.`,
    atVenue: (venue) => `Articles dans ${venue}`,
    atVenueDescription: (n, venue) =>
      `${papers(n)} de la synthèse parus dans ${venue}, du plus récent au plus ancien.`,
    withCode: 'Articles avec code',
    withCodeDescription: (n) =>
      `${papers(n)} de la synthèse dont les auteurs ont publié le code, du plus récent au plus ancien.`,
    onTheme: (theme) => `Articles sur ${theme}`,
    onThemeDescription: (n, theme) =>
      `${papers(n)} du thème ${theme}, du plus récent au plus ancien.`,
    page: (title, page) => `${title}, page ${page}`,
    range: (from, to) => `, ${number(from)} à ${number(to)}`,
    all: (n) => (n < 2 ? papers(n) : `Les ${papers(n)}`),
    narrow: 'Restreindre la liste',
    none: 'Aucun article n’a encore été ajouté.',
    pages: 'Pages',
    next: 'Page suivante',
    hereFor: (evidence) => `Ici pour\u00a0: ${evidence}`,
    export: (one) => (one ? 'Exporter cet article' : 'Exporter ces articles'),
  },

  authorsOf: {
    missing: 'Auteurs non enregistrés',
    oneUnnamed: 'Un auteur, nom non enregistré',
    unnamed: (n) => `${number(n)} auteurs, noms non enregistrés`,
    etAl: ' et al.',
    andMore: (n) => ` et ${count(n, 'autre')}`,
    andOthers: ' et d’autres',
    all: (n) => `Les ${number(n)} auteurs`,
    counted: (stated, named) =>
      `La source compte ${count(stated, 'auteur')} et en nomme ${number(named)}.`,
    moreThanNamed: 'La source dit qu’il y a plus d’auteurs qu’elle n’en nomme.',
  },

  publication: {
    types: {
      article: 'Prépublication',
      book: 'Livre',
      dataset: 'Jeu de données',
      manuscript: 'Manuscrit',
      patent: 'Brevet',
      report: 'Rapport',
      software: 'Logiciel',
      speech: 'Exposé',
      standard: 'Norme',
      thesis: 'Thèse',
      webpage: 'Page web',
      'post-weblog': 'Billet de blog',
      'article-journal': 'Article de revue',
      'article-magazine': 'Article de magazine',
      'article-newspaper': 'Article de journal',
      'paper-conference': 'Article de conférence',
      chapter: 'Chapitre',
      'entry-dictionary': 'Entrée de dictionnaire',
      'entry-encyclopedia': 'Article d’encyclopédie',
      review: 'Compte rendu',
      other: 'Autre',
    },
    kinds: {
      abstract: 'Résumé',
      ancient: 'Texte antique',
      'archival-collection': 'Fonds d’archives',
      artwork: 'Œuvre d’art',
      audio: 'Enregistrement sonore',
      bill: 'Projet de loi',
      'book-review': 'Recension',
      booklet: 'Brochure',
      broadcast: 'Émission',
      case: 'Affaire judiciaire',
      catalog: 'Catalogue',
      chart: 'Graphique ou tableau',
      classic: 'Œuvre classique',
      collection: 'Ouvrage collectif',
      database: 'Base de données',
      equation: 'Équation',
      event: 'Événement',
      figure: 'Figure',
      film: 'Film',
      government: 'Document officiel',
      grant: 'Subvention',
      hearing: 'Audition',
      image: 'Image',
      interview: 'Entretien',
      legislation: 'Texte de loi',
      letter: 'Lettre',
      manual: 'Manuel',
      map: 'Carte',
      multimedia: 'Multimédia',
      music: 'Musique',
      performance: 'Spectacle',
      periodical: 'Périodique',
      post: 'Message',
      proceedings: 'Actes',
      reference: 'Ouvrage de référence',
      regulation: 'Règlement',
      score: 'Partition',
      treaty: 'Traité',
      'unenacted-bill': 'Projet de loi non adopté',
      video: 'Vidéo',
    },
    volume: (text) => `vol. ${text}`,
    issue: (text) => `nº ${text}`,
    pages: (text) => `p. ${text}`,
    article: (text) => `art. ${text}`,
    editor: (n) => (n > 1 ? 'Éditeurs scientifiques' : 'Éditeur scientifique'),
    translator: (n) => (n > 1 ? 'Traducteurs' : 'Traducteur'),
    kind: 'Genre',
    chapter: 'Chapitre',
    pageCount: 'Nombre de pages',
    publisher: 'Éditeur',
    institution: 'Institution',
    edition: 'Édition',
    series: 'Collection',
    event: 'Événement',
    language: 'Langue',
    version: 'Version',
  },

  paper: {
    paper: 'Article',
    description: 'Identifiants, citation, thèmes et provenance.',
    workingTitle: (rule) => `Titre provisoire, déduit (${rule})\u202f; aucune source n’en imprime.`,
    posted: 'déposé le ',
    fromIdentifier: ' (déduit de l’identifiant arXiv)',
    yearInferred: ' (année déduite)',
    preprintPostedHtml: (time) => `prépublication déposée\u00a0: ${time}`,
    code: 'Code',
    cite: 'Citer',
    sources: 'Sources',
    identifiers: 'Identifiants',
    identifier: 'Identifiant',
    noIdentifier: 'aucun trouvé dans les sources',
    class: 'Classe',
    keywords: 'Mots-clés',
    venue: 'Support de publication',
    atVenue: (n, venue) => `${papers(n)} dans ${venue}`,
    journalRef: 'Référence de revue',
    comment: 'Commentaire des auteurs',
    permalink: 'Permalien',
    abstract: 'Résumé',
    noAbstract: 'Aucune source de cette synthèse n’imprime de résumé de cet article.',
    breaksOff: 'La source s’interrompt ici\u202f; sa copie du résumé est incomplète.',
    compare: 'Comparer les deux',
    orOriginalHtml: (original) => ` ou lire l’original\u00a0: ${original}`,
    themesAndSource: 'Thèmes et source du résumé',
    themes: 'Thèmes',
    textFrom: 'Texte de',
    byHandHtml: 'Saisi à la main\u202f; <a href="#sources">voir pourquoi</a>',
    inferred: (rule) => `Déduit\u00a0: ${rule}`,
    partNotMade: 'Cette partie de la page n’a pas pu être produite\u202f; le reste est complet.',
    copyPermalink: 'Copier le permalien',
    download: 'Télécharger',
    copyReference: 'Copier la référence',
    otherStyles: (styles) => `Autres styles\u00a0: ${styles}`,
    copyStyle: (style) => `Copier la référence ${style}`,
    copy: 'Copier',
    aboutPermalink: 'Sur le permalien',
    released: 'Le permalien est inscrit au registre de la synthèse et ne changera pas.',
    provisional: 'Le permalien devient définitif avec la prochaine édition de la synthèse.',
    suggest: 'Proposer une correction',
    citedHere: 'Cité dans cette synthèse',
    related: 'Articles proches',
    notTheSame: 'Pas le même article\u00a0: ',
    howRelated: 'Comment les articles proches sont trouvés',
    howRelatedHtml: (to) =>
      `Trouvés par termes et auteurs communs\u202f; <a href="${to('/about/#related')}">comment cela se fait</a>.`,
    citation: (n, name) => `Citation ${n}\u00a0: ${name}`,
  },

  evidence: {
    inTitle: ' (titre)',
    filedUnder: (keyword) => `classé sous «\u00a0${keyword}\u00a0»`,
    byHand: 'placé ici à la main',
    class: (term) => `classe ${term}`,
    identifier: (term) => `identifiant ${term}`,
    fallback: 'aucun terme d’un autre thème trouvé',
  },

  gone: {
    title: (title) => `Retiré\u00a0: ${title}`,
    label: 'Retiré',
    text: (reason, on) =>
      `Cet article a été retiré de la synthèse${on === undefined ? '' : ` le ${date(on)}`}. ${reason}`,
    screened: (reason, on) =>
      `Cet article a été exclu lors de la sélection${on === undefined ? '' : ` (${date(on)})`}. ${reason}`,
    moved: (title, reason) =>
      `L’article «\u00a0${title}\u00a0» a été fusionné avec un autre. ${reason}`,
    permalinkHtml: (to, permalink) =>
      `Le permalien ${permalink} désignait cet article et n’est jamais donné à un autre. Ce que la synthèse contient d’autre est parmi <a href="${to('/papers/')}">tous les articles</a>\u202f; <a href="${to('/changes/')}">les changements</a> disent quand il est parti.`,
    lastRecord: 'Dernière notice connue',
    moreAuthors: (n) => `et ${number(n)} de plus`,
    date: 'Date',
    venue: 'Support de publication',
    abstractHash: 'Résumé, haché',
  },

  left: {
    toCite: 'Pour citer une ligne',
    thisState: 'Cet état du texte',
    earlier: 'États antérieurs',
    moved: 'Déplacé',
    removed: 'Supprimé',
    movedTitle: (title) => `Déplacé\u00a0: ${title}`,
    removedTitle: (title) => `Supprimé\u00a0: ${title}`,
    what: {
      themes: 'thème',
      pages: 'page',
      sources: 'source',
      authors: 'auteur',
      'papers/venue': 'support de publication',
      editions: 'édition',
    },
    movedText: (what, title, reason) =>
      `La page «\u00a0${title}\u00a0» (${what}) a maintenant une autre adresse. ${reason}`,
    removedText: (what, title, on, reason) =>
      `«\u00a0${title}\u00a0» (${what}) a quitté la synthèse${on === undefined ? '' : ` avec l’édition ${on.length > 7 ? 'du' : 'de'} ${date(on)}`}. ${reason}`,
    keptHtml: (to, address) =>
      `L’adresse ${address} est réservée à ce qui s’y trouvait. <a href="${to('/changes/')}">Les changements</a> disent quand cela est parti.`,
    papers: 'Articles',
    papersText: 'Ceux-ci y figuraient lors de la dernière publication avant son départ.',
    state: (name, digest) => `${name}, état ${digest}`,
    stateDescription: (name, digest, said) =>
      `${name}, ligne par ligne, dans l’état ${digest}. ${said}`,
    stateNow:
      'Cette adresse désigne la source telle qu’elle est maintenant et jamais un autre état\u00a0: une ligne citée ici reste cette ligne.',
    stateFormer:
      'Un état antérieur de la source. Chaque ligne y a le numéro qu’elle avait, avec l’endroit où elle est maintenant.',
    stateGone: (reason) =>
      `Un état antérieur d’une source qui n’est plus dans la synthèse. ${reason}`,
    nowHtml: (link) =>
      `La source telle qu’elle est maintenant, avec ce qui en a été lu\u00a0: ${link}.`,
    aboutState: 'Sur cet état',
    address: 'Adresse',
    released: 'Publié',
    called: 'S’appelait',
    text: 'Texte, ligne par ligne',
    line: (line) => `Ligne ${line}`,
    lineNow: (line) => `Ligne ${line} maintenant`,
    lineGone: 'Cette ligne n’est plus dans la source.',
  },

  origin: {
    lookedUp: 'recherché',
    byHand: 'saisi à la main',
    inferred: (rule) => `déduit\u00a0: ${rule}`,
    place: (file, line) => `content/${file}${line === undefined ? '' : `, ligne ${line}`}`,
  },

  provenance: {
    heading: 'D’où nous le savons',
    byHand: (fields) => `Saisi à la main, avec motif et preuve\u00a0: ${fields}.`,
    lookedUp: (fields) => `Recherché, avec l’adresse de la notice\u00a0: ${fields}.`,
    byRule: (fields) => `Déduit par règle\u00a0: ${fields}.`,
    yearInferred: 'La source n’imprime pas d’année\u202f; elle est déduite du reste de la page.',
    noSeed: 'Aucune liste ne décrit cet article.',
    oneRecord: 'Une notice source\u00a0: ',
    manyRecords: (n) => `${n} notices sources\u00a0: `,
    sourceRecord: 'Notice source',
    recordIn: (seed, lines) => `Notice source dans ${seed}, ${lines}`,
    field: 'Champ',
    asPrinted: 'Tel qu’imprimé',
    line: 'Ligne',
    corrections: 'Corrections',
    evidence: 'Preuves\u00a0:',
    inferred: 'Déduit',
    year: 'année',
    yearRule:
      'Année\u00a0: la source n’imprime que le jour et le mois\u202f; l’année s’accorde au reste de sa page',
    mathematics: 'Formules',
    intactText: 'Les formules qui sont du LaTeX dans la source sont composées telles qu’imprimées.',
    leftText: 'Laissé tel que la source l’imprime\u00a0:',
    disagreements: 'Désaccords',
    none: 'aucun',
    agree: 'Les notices sources s’accordent là où elles indiquent le même champ.',
    onlyOne: 'Une seule notice source décrit cet article.',
    remarks: 'Remarques des sources',
    noFact: 'Ce qu’un site dit de ses lecteurs n’est pas un fait sur l’article.',
    comments: (n) => count(n, 'commentaire'),
    commentsAre: (value) => `commentaires\u00a0: ${value}`,
    upvotes: (n) => count(n, 'vote'),
    upvotesAre: (value) => `votes\u00a0: ${value}`,
    hasCode: 'une marque qu’un code existe',
    authorCount: (n) => `un décompte de ${count(n, 'auteur')}`,
  },

  math: {
    formulas: (n) => count(n, 'formule'),
    all: (total, n, origin) => `${total}, ${n > 1 ? 'toutes ' : ''}${origin}${n > 1 ? 's' : ''}`,
    intact: 'intacte',
    mended: 'réparée',
    repaired: 'reconstruite',
    left: (n) => (n < 2 ? `${n} laissée telle qu’imprimée` : `${n} laissées telles qu’imprimées`),
    notRebuilt: (left) =>
      `Mathématiques non reconstruites\u00a0: ${left === 1 ? 'ce qui semble une formule est laissé tel que l’imprime' : `${left} formules probables sont laissées telles que les imprime`} une liste qui avait perdu son TeX.`,
    rebuilt: (rebuilt, left, total) =>
      `Mathématiques reconstruites\u00a0: ${
        rebuilt < total
          ? `${rebuilt} sur ${count(total, 'formule')}`
          : total === 1
            ? 'l’unique formule'
            : `les ${total} formules`
      } d’après une liste qui avait perdu son TeX${left === 0 ? '' : `\u202f; ${left} laissées telles qu’elle les imprime`}.`,
    reasons: {
      doubtful: 'aucune lecture comme formule n’est assez sûre',
      irreversible: 'la formule la plus probable, sans ses signes, ne redonne pas ce texte',
      unreadable: 'la formule la plus probable ne peut être composée',
      'beside-intact': 'd’autres formules du texte ont gardé leur TeX',
    },
    noConfidence: 'aucune',
    confidence: (words) => `confiance ${words}`,
    printedAndRebuilt: 'Formules telles qu’imprimées et reconstruites',
    asListed: 'Telle que la liste l’imprime',
    asRebuilt: 'Reconstruite',
    confidenceHead: 'Confiance',
    leftOut: 'Laissé hors de la synthèse',
    leftBecause: (reason) => `Laissé\u00a0: ${reason}.`,
  },

  themesPage: {
    title: 'Thèmes',
    description: (many) =>
      `Les thèmes de la synthèse (${many})\u00a0: ce que chacun réunit, combien d’articles y figurent, et de quelles années.`,
    none: (n) =>
      `Cette synthèse n’est pas divisée en thèmes\u202f; ${n < 2 ? 'son article figure' : `ses ${papers(n)} figurent`} dans une seule liste.`,
    written:
      'Chaque thème est un morceau de synthèse avec ses preuves à côté, et les articles qu’il réunit. Un article peut figurer dans plusieurs.',
    suggested: (many) =>
      `Proposé\u00a0: le programme a classé ces articles d’après les mots qu’ils partagent ou d’après ce sous quoi leurs sources les classent\u202f; personne n’a révisé ${many ? 'ces thèmes' : 'ce thème'}.`,
    all: 'Tous les thèmes',
    howHtml: (to) =>
      `<a href="${to('/about/#themes')}">Comment les articles sont attribués aux thèmes</a>`,
    byYear: 'Par année',
    mark: 'proposé',
    papersBefore: 'Articles\u00a0: ',
    inYear: (n, year) => `${n} en ${year}`,
    noDated: 'aucun article daté',
    areaOfDot:
      'L’aire d’un point est le nombre d’articles soumis ou publiés pour la première fois cette année-là.',
    byThemeAndYear: 'Articles par thème et par année',
    theme: 'Thème',
  },

  theme: {
    theme: 'Thème',
    suggested: 'Thème proposé',
    survey: 'Synthèse',
    papers: 'Articles',
    neighbours: 'Voisins',
    about: 'Sur ce thème',
    scope: 'Portée',
    origin: 'Origine',
    written: 'Écrit',
    inCommon: 'En commun',
    inTheirWords: 'Dans leurs propres mots',
    when: 'Quand',
    none: 'Aucun article ne satisfait les règles de ce thème.',
    inOrder: 'Dans l’ordre de la synthèse',
    alsoHere: 'Aussi ici, du plus récent au plus ancien',
    newestFirst: 'Du plus récent au plus ancien',
    all: (n) => `${n < 2 ? 'Le seul article' : `Les ${papers(n)}`} de ce thème`,
    howChosen: 'Comment ces articles ont été choisis',
    chosenBy: 'Choisis par',
    catchAll: 'Ce thème prend les articles qu’aucun autre n’a pris.',
    filedUnder: (keywords) => `Classés sous ${keywords}.`,
    terms: (terms) => `Termes du titre ou du résumé\u00a0: ${terms}.`,
    notWith: (terms) => `Pas avec\u00a0: ${terms}.`,
    pinned: (n) => `${papers(n)} ${n < 2 ? 'placé' : 'placés'} à la main.`,
    filesHtml: (files, feed) => `Cette liste en ${files}, ou son ${feed}.`,
    feed: 'flux',
    underEachHtml: (to) =>
      `Sous chaque article figurent les termes qui y ont été trouvés. <a href="${to('/about/#themes')}">Comment cela se fait</a>.`,
    shared: (n, shared, tagline) => `${papers(n)}, dont ${shared} aussi ici. ${tagline}`,
    cite: 'Comment citer',
  },

  timeline: {
    label: 'Chronologie',
    picture: (n, from, to) => `${papers(n)} sur une ligne de mois, de ${from} à ${to}`,
    caption: (named) =>
      `Articles par mois. ${named ? 'Les hauteurs ne font que séparer les noms.' : 'Chaque tête est un article\u202f; les tiges montent là où les mois sont chargés.'}`,
    undated: (n) =>
      ` ${papers(n)} sans date ${n < 2 ? 'n’est pas montré' : 'ne sont pas montrés'}.`,
    month: 'Mois',
    papers: 'Articles',
    paper: 'Article',
  },

  authorsPage: {
    title: 'Auteurs',
    description: (many) =>
      `Index des auteurs (${many}) que nomment les articles de la synthèse, par nom de famille.`,
    bar: (many) => `${many}, par nom de famille\u202f; le chiffre est le nombre d’articles`,
    letterBar: (many) => `${many}\u202f; le chiffre est le nombre d’articles`,
    none: 'Les sources de cette synthèse ne nomment pas d’auteurs.',
    most: 'Avec le plus d’articles',
    letters: 'Lettres',
    other: 'Autres',
    otherSigns: 'd’autres signes',
    letterTitle: (letter) => `Auteurs\u00a0: ${letter}`,
    letterDescription: (many, letter) =>
      `Auteurs de la synthèse (${many}) dont le nom de famille commence par ${letter}.`,
  },

  author: {
    author: 'Auteur',
    description: (n, name, titles) => `${papers(n)} de ${name} dans la synthèse\u00a0: ${titles}`,
    inSurvey: (n) => `${papers(n)} dans cette synthèse`,
    about: 'Sur cette personne',
    alsoAs: 'Aussi imprimé comme',
    themes: 'Thèmes',
    papers: 'Articles',
    toldApart: 'Comment les auteurs sont distingués',
    toldApartHtml: (to) =>
      `Les articles sont réunis par nom imprimé\u202f; deux personnes du même nom partagent une page. <a href="${to('/about/#authors')}">En savoir plus</a>`,
    with: 'Écrit avec',
    andOthers: (n) => `Et ${count(n, 'autre')}.`,
    crowd: (n, most) => `${papers(n)} de plus de ${most} auteurs non pris en compte.`,
  },

  data: {
    title: 'Données',
    description:
      'La synthèse en fichiers\u00a0: un document JSON avec schéma publié, et la bibliographie pour gestionnaires de références, tableurs et programmes.',
    heading: 'La synthèse en données',
    lead: (n) =>
      `Tout ce que les pages montrent de ${papers(n)}, en fichiers. Adresses et formes restent\u202f; de nouveaux champs peuvent s’ajouter.`,
    terms: 'Conditions',
    termsHtml: (licence) =>
      `Le texte propre de la synthèse est sous ${licence}\u202f; les résumés appartiennent à leurs auteurs.`,
    files: 'Fichiers',
    tableOfFiles: 'Tableau des fichiers',
    file: 'Fichier',
    format: 'Format',
    holds: 'Ce qu’il contient',
    held: HELD,
    everywhereHtml: (to) =>
      `Chaque thème a les mêmes fichiers pour ses articles à côté de sa page, et chaque article les siens, de <code>cite.bib</code> à <code>cite.jsonl</code>. Une recherche, les articles d’un auteur et toute liste peuvent être exportés dans les mêmes formats. Les nouveaux articles sont annoncés par un <a href="${to('/feed.xml')}">flux Atom</a> et un <a href="${to('/feed.json')}">flux JSON</a>. Le texte est en UTF-8.`,
    harvestHtml: (to, capabilities) =>
      `Les moissonneurs qui parlent ResourceSync commencent par la <a href="${to(capabilities)}">liste des capacités</a>. Elle mène à une liste de tous les articles et thèmes de la dernière édition, et à une autre de ce que chaque édition a créé, mis à jour et supprimé\u00a0: la même chose que <a href="${to('/changes/')}">les changements</a> disent aux lecteurs.`,
    permalinkHtml:
      'Un permalien se trouve parmi <code>works</code>, sinon parmi <code>departed</code>, qui dit avec quoi il a été fusionné ou pourquoi il a été retiré.',
    fields: 'Champs',
    fieldsHtml: (to) =>
      `Les champs de <code>survey.json</code>, selon son <a href="${to('/data/survey.schema.json')}">JSON Schema</a>. Une ligne de <code>works.jsonl</code> a les champs sous <code>works[]</code>.`,
    tableOfFields: 'Tableau des champs',
    types: {
      names: {
        string: 'texte',
        integer: 'nombre entier',
        number: 'nombre',
        boolean: 'vrai ou faux',
        object: 'objet',
        null: 'null',
      },
      oneOf: 'un mot d’une liste',
      numbers: (n) => `${n} nombres`,
      listOf: (of) => `liste : ${of}`,
      or: ' ou ',
    },
    field: 'Champ',
    type: 'Type',
    always: 'Toujours présent',
    yes: 'oui',
    no: 'non',
  },

  readingList: {
    title: 'Liste de lecture',
    description: 'Les articles que vous avez gardés, conservés dans votre navigateur.',
    kept: 'Les articles gardés restent dans ce navigateur seulement, sur cet appareil\u00a0: il n’y a pas de compte, et rien n’est envoyé. Effacer les données du navigateur efface aussi la liste\u202f; son adresse ou une exportation la conserve ailleurs.',
    needsScript: 'Garder des articles demande JavaScript.',
  },

  search: {
    title: 'Recherche',
    description: (n) =>
      `Chercher parmi ${papers(n)}\u00a0: titres, auteurs, résumés, identifiants, lieux de publication et thèmes.`,
    label: 'Chercher dans les titres, les résumés et les auteurs',
    placeholder: 'Titres, résumés, auteurs',
    button: 'Chercher',
    order: 'Ordre',
    narrow: 'Restreindre la liste',
    needsScript: 'La recherche demande JavaScript. Tout est accessible sans lui\u00a0:',
    canBeSearched: (n) =>
      `${papers(n)} ${n < 2 ? 'peut être trouvé' : 'peuvent être trouvés'} par les mots du titre, du résumé, des auteurs, du support de publication et du thème, par identifiant arXiv et DOI.`,
    orBrowse: 'Ou parcourez',
    papers: 'les articles',
    themes: 'les thèmes',
    authors: 'les auteurs',
    sources: 'les sources',
    dialog: 'Chercher dans la synthèse',
    close: 'Fermer la recherche',
    best: 'Meilleurs résultats',
    move: 'choisir',
    open: 'ouvrir',
    dismiss: 'fermer',
    page: 'Page de recherche',
    how: 'Comment chercher',
    signs: {
      words:
        'articles contenant les deux mots, sous toute forme\u00a0: pluriel, autres terminaisons, autre orthographe',
      phrase: 'exactement ces mots, dans cet ordre',
      without: 'sans un mot\u202f; aussi -"une suite de mots" et -author:gu',
      or: 'l’un des deux',
      years: 'articles de ces années',
    },
    fields: {
      title: 'mots du titre',
      author: 'noms d’auteurs',
      abstract: 'mots du résumé',
      theme: 'thèmes',
      keyword: 'mots-clés',
      venue: 'où il a paru',
      year: 'année ou années',
      type: 'sorte de publication',
      has: 'code, résumé ou mathématiques',
      source: 'la liste dont il vient',
      arxiv: 'identifiant arXiv',
      doi: 'DOI',
    },
    forms:
      'Un mot trouve aussi son pluriel et d’autres terminaisons, les orthographes britannique et américaine, les mots sans leurs accents, les composés avec et sans trait d’union, les lettres grecques par leur nom, et les sigles que les articles de la synthèse expliquent\u202f; ce qui a compté est dit au-dessus des résultats. Des mots comme «\u00a0le\u00a0» ou «\u00a0the\u00a0» ne comptent qu’entre guillemets.',
  },

  sources: {
    title: 'Sources',
    recordsIn: (records, seeds) =>
      `${count(records, 'notice source', 'notices sources')} dans ${count(seeds, 'liste')}`,
    folded: (n) => `${count(n, 'doublon')} ${n < 2 ? 'réuni' : 'réunis'} à l’article répété`,
    leftOut: (n) => `${n} ${n < 2 ? 'écartée' : 'écartées'} à la main`,
    inSurvey: (n) => `${papers(n)} dans la synthèse`,
    description: (seeds, sum) =>
      `Les sources de la synthèse (${count(seeds, 'liste')})\u00a0: ${sum}. Chaque octet est compté.`,
    lead: 'La synthèse a été lue dans ces listes, conservées telles qu’elles ont été collées. Chacun de leurs octets est un champ d’un article, un habillage de la page d’où il vient, un séparateur, ou montré comme non lu.',
    none: 'Aucune source n’a encore été ajoutée.',
    toPapers: 'Des notices aux articles',
    records: 'Notices',
    duplicates: 'Doublons',
    leftOutHead: 'Écartées',
    papers: 'Articles',
    withoutAbstract: 'Dont sans résumé complet',
    of: (profile) => ` de ${profile}`,
    about: (name) => `Sur ${name}`,
    file: 'Fichier',
    size: 'Taille',
    messages: 'Messages',
    source: 'Source',
    description1: (label, records, bytes, fate) =>
      `${label}, ligne par ligne\u00a0: ${count(records, 'notice')} en ${bytes}, chacune liée à son article. ${fate}.`,
    pasted: ', collée comme texte.',
    notRead: ', ni lue ni publiée.',
    download: 'Télécharger',
    text: 'Texte',
    formulas: 'Formules',
    aboutSeed: 'Sur cette liste',
    format: 'Format',
    notKnown: 'inconnu',
    everyByte: 'Chaque octet',
    claims: 'La page annonce',
    claimed: (claimed, held) => `${papers(claimed)}\u202f; la copie en contient ${held}`,
    alsoIn: 'Aussi dans',
    inOrder: (n) => `${count(n, 'notice')} dans l’ordre du fichier`,
    line: 'Ligne',
    paper: 'Article',
    lineByLine: 'Texte, ligne par ligne',
    lineNumber: (n) => `Ligne ${n}`,
    printedAndRebuilt: 'Formules, imprimées et reconstruites',
    rebuiltHtml:
      'La page d’où ceci a été copié enlève aux formules leurs dollars et leurs barres obliques inverses. Ce qui a été remis figure à côté de ce qui est imprimé. Sans ces signes, on retrouve le même texte\u202f; ce que l’auteur a écrit peut encore différer par le style d’une lettre. Ce qui peut être de la prose n’est composé que si c’est assez probable\u202f; ce que seule une formule laisse derrière elle, comme <code>^{2}</code>, selon sa lecture la plus probable.',
    seed: (name) => `Liste ${name}`,
    emptyFile: 'Le fichier est vide',
    fate: {
      field: 'champs',
      chrome: 'habillage',
      separator: 'séparateurs',
      nothing: 'rien de non lu',
      unread: (part) => `${part} non lu`,
    },
    marks: {
      title: 'titre',
      names: 'auteurs',
      id: 'identifiant',
      data: 'date, commentaire et autres champs',
      url: 'lien',
      text: 'résumé\u00a0: sans marque',
      notation: 'étiquettes et délimiteurs des champs',
      chrome: 'habillage de la page',
      private:
        'retenu\u00a0: chemins locaux, adresses de courriel, notes du propriétaire d’une bibliothèque',
      unparsed: 'non lu',
    },
    withheld: 'Retenu',
    withheldHere: (bytes) => `${count(bytes, 'octet')} ${bytes < 2 ? 'retenu' : 'retenus'}`,
    withheldInAll: (bytes, places) =>
      `${count(bytes, 'octet')} en ${count(places, 'endroit')}\u00a0: privés, publiés nulle part`,
    recordAbove: (fields) => `${fields} de la notice ci-dessus`,
    excluded: (title, reason) => `${title}, écarté\u00a0: ${reason}`,
    noPage: 'Notice sans page',
  },

  screening: {
    again: 'Recherches répétées',
    fresh: 'Nouveaux',
    vanished: 'Plus trouvés',
    copyText: 'Copier le texte',
    colon: '\u00a0: ',
    title: 'Sélection',
    lead: 'Où les articles de cette revue ont été trouvés, et ce que chaque notice est devenue jusqu’à l’inclusion.',
    flow: 'Déroulement de la revue',
    databases: 'Identification des études par les bases de données et les registres',
    others: 'Identification des études par d’autres méthodes',
    identified: 'Notices identifiées',
    before: 'Notices retirées avant la sélection',
    duplicates: 'Doublons',
    removed: 'Notices retirées pour d’autres raisons',
    screened: 'Notices examinées',
    unscreened: 'Notices pas encore examinées',
    excluded: 'Notices exclues',
    sought: 'Rapports recherchés',
    notRetrieved: 'Rapports non obtenus',
    assessed: 'Rapports évalués pour l’éligibilité',
    unassessed: 'Rapports pas encore évalués',
    excludedFullText: 'Rapports exclus',
    included: 'Rapports des études incluses',
    noReason: 'Sans motif indiqué',
    contested: 'Décisions qui se contredisent',
    methods: 'Texte pour les méthodes',
    sets: 'Télécharger les ensembles',
    asSvg: 'Le diagramme en SVG',
    asCsv: 'Le diagramme en CSV',
    sources: 'Sources',
    phases: {
      identification: 'Identification',
      screening: 'Sélection',
      included: 'Inclusion',
    },
    kinds: {
      database: 'Base de données',
      register: 'Registre',
      website: 'Site web',
      organisation: 'Organisation',
      citation: 'Recherche par citations',
      other: 'Autre source',
    },
    set: {
      included: 'Inclus',
      excluded: 'Exclus',
      undecided: 'Indécis',
    },
    searched: (on) => `interrogée le ${on}`,
    edition: (name) => `Édition ${name} de la synthèse.`,
    software: (version) =>
      `Lu et dédoublonné avec Florilegium ${version}. Nombres et termes selon PRISMA 2020 (doi:10.1136/bmj.n71).`,
  },

  report: {
    title: 'Rapport sur les sources',
    description: (n) =>
      `Ce que sont devenues ${count(n.records, 'notice source', 'notices sources')}\u00a0: ${count(n.duplicates, 'doublon')}, ${n.excluded} écartées, ${papers(n.papers)} retenus\u202f; où est allé chaque octet, et où les sources divergent.`,
    lead: 'Ce que sont devenus chaque notice et chaque octet, ce que la lecture a à dire, et où les sources divergent.',
    toPapers: 'Des notices aux articles',
    what: 'Quoi',
    howMany: 'Combien',
    sum: 'La somme',
    sumText: (n) =>
      `${count(n.records, 'notice')} − ${count(n.duplicates, 'doublon')} − ${count(n.excluded, 'écartée')} = ${papers(n.papers)}.`,
    everyByte: 'Chaque octet',
    noSeed: 'Aucune source n’a encore été ajoutée.',
    bytesOfSeeds: 'Octets de chaque liste',
    bytesCaption: 'Octets de chaque liste selon ce qu’ils sont devenus',
    seed: 'Liste',
    readAs: 'Lue comme',
    records: 'Notices',
    fields: 'Champs',
    furniture: 'Habillage',
    separators: 'Séparateurs',
    notRead: 'Non lu',
    textNotRead: 'Texte qui n’a pas été lu',
    mathematics: 'Formules',
    noFormulas: 'Aucun titre ni résumé de cette synthèse ne contient de formule.',
    aboutMath: 'Sur les mathématiques',
    aboutMathText:
      'Compté dans les titres et les résumés que la synthèse montre. Certains sites enlèvent leur TeX aux formules. Il est remis là où une lecture est assez probable et redonne le même texte une fois enlevé\u202f; le reste est laissé tel qu’imprimé. Chaque page de source montre les deux côte à côte.',
    messages: 'Messages',
    aboutMessages: 'Sur les messages',
    asTextHtml: 'Les mêmes <a href="messages.txt">en lignes de texte</a>.',
    nothing: 'Rien à signaler.',
    disagree: 'Où les sources divergent',
    agree: 'Les sources s’accordent là où elles indiquent le même champ du même article.',
    aboutDisagree: 'Sur les désaccords',
    aboutDisagreeText:
      'La valeur qu’une page montre est choisie par règle\u202f; les autres sont gardées et énumérées ici et sur la page de l’article.',
    report: 'Rapport',
    none: 'Aucun.',
    leftOutByHand: 'Écarté à la main',
    alsoInHtml: (place) => `aussi dans ${place}`,
    shown: 'montré\u00a0: ',
    also: 'aussi\u00a0: ',
    papers: 'Articles',
    recordsHead: 'Notices',
    steps: {
      records: (n) => (n < 2 ? 'notice source trouvée' : 'notices sources trouvées'),
      duplicates: (n) =>
        n < 2
          ? 'doublon, réuni à l’article qu’il répète'
          : 'doublons, réunis à l’article qu’ils répètent',
      excluded: (n) => `${n < 2 ? 'écartée' : 'écartées'} à la main, chacune avec un motif`,
      included: (n) => `${n < 2 ? 'article' : 'articles'} dans la synthèse`,
      incomplete: () => 'dont sans résumé complet',
    },
    lists: {
      records: {
        title: 'Notices sources',
        lead: 'Chaque notice d’une liste, dans l’ordre du fichier, avec l’article qu’elle est devenue.',
      },
      duplicates: {
        title: 'Doublons',
        lead: 'Notices qui décrivent un article qu’une autre décrit déjà. Rien de ce qu’elles disent n’est perdu.',
      },
      incomplete: {
        title: 'Articles incomplets',
        lead: 'Articles de la synthèse dont aucune source ne donne le résumé complet.',
      },
      excluded: {
        title: 'Écartées à la main',
        lead: 'Ce qu’une correction ou une décision laisse hors de la synthèse, chaque fois avec son motif.',
      },
      disagreements: {
        title: 'Où les sources divergent',
        lead: 'Champs pour lesquels les sources d’un article donnent des valeurs différentes.',
      },
    },
    listDescription: (title, total, lead) => `${title} (${total}). ${lead}`,
    lack: { none: 'aucun résumé dans aucune source', cut: 'la copie s’arrête dans le résumé' },
    formulas: 'Formules',
    texts: 'Titres et résumés',
    textCount: (n) => count(n, 'texte'),
    commandsIn: (n, texts) => `${count(n, 'commande')} dans ${count(texts, 'texte')}`,
    formulasIn: (n, texts) => `${count(n, 'formule')} dans ${count(texts, 'texte')}`,
    math: {
      intact: {
        title: 'Formules intactes',
        lead: 'LaTeX dans la source, composé tel quel.',
        label: 'intactes\u00a0: LaTeX dans la source',
      },
      mended: {
        title: 'Formules réparées',
        lead: 'LaTeX dans la source, mais avec des chevrons au lieu d’accolades\u202f; les accolades sont remises.',
        label: 'réparées\u00a0: chevrons redevenus accolades',
      },
      repaired: {
        title: 'Formules reconstruites',
        lead: 'La page copiée enlève aux formules dollars et barres obliques inverses. Ils ont été remis\u202f; les enlever redonne le texte de la source.',
        label: 'reconstruites d’après une liste qui avait perdu son TeX',
      },
      left: {
        title: 'Laissé tel que la liste l’imprime',
        lead: 'Texte qui ressemble à une formule sans ses signes et n’a pas été reconstruit, parce qu’il peut être de la prose ou que sa lecture est trop douteuse.',
        label: 'laissé tel que la liste l’imprime',
      },
      set: {
        title: 'Formules composées',
        lead: 'Formules composées en HTML et MathML, d’où qu’elles viennent.',
        label: 'formules composées en HTML et MathML',
      },
      'not-set': {
        title: 'Formules impossibles à composer',
        lead: 'Montrées en LaTeX, chacune avec la raison.',
        label: 'montrées en LaTeX faute de pouvoir être composées',
      },
      'unknown-commands': {
        title: 'Commandes inconnues',
        lead: 'Commandes propres aux auteurs dans les formules\u00a0: leur nom est composé en romain à la place de ce qu’elles désignent.',
        label: 'commandes inconnues, montrées par leur nom',
      },
      'texts-without': {
        title: 'Textes sans formule',
        lead: 'Titres et résumés sans formule.',
        label: 'titres et résumés sans formule',
      },
      'texts-set': {
        title: 'Textes dont toutes les formules sont composées',
        lead: 'Titres et résumés dont chaque formule est composée.',
        label: 'dont chaque formule est composée',
      },
      'texts-partly': {
        title: 'Textes composés en partie',
        lead: 'Titres et résumés où quelque chose est laissé tel que la liste l’imprime, ou montré en LaTeX.',
        label: 'avec quelque chose laissé tel qu’imprimé ou montré en LaTeX',
      },
    },
  },
};

/** French words of the scripts. */
export const scripts: ScriptWords['scripts'] = {
  copied: 'Copié',
  lightPage: 'Page claire',
  darkPage: 'Page sombre',
  newerEdition: 'Une édition plus récente de cette synthèse est prête.',
  reload: 'Recharger',
  notNow: 'Pas maintenant',
};

/** What is said where papers are exported. */
export const exporting: ScriptWords['exporting'] = {
  failure:
    'Les articles n’ont pas pu être lus. Rechargez la page\u00a0: la synthèse a peut-être changé entre-temps.',
  collecting: 'Rassemblement des articles…',
  format: 'Format ',
  download: 'Télécharger',
  copy: 'Copier',
  from: (n, survey, edition) =>
    `${n === 1 ? '1 article' : `${n} articles`} de «\u00a0${survey}\u00a0»${edition === undefined ? '' : `, édition ${edition}`}, ${n === 1 ? 'trouvé' : 'trouvés'} par`,
  saved: (name) => `Enregistré sous ${name}.`,
  copied: (format) => `Copié en ${format}.`,
  offer: (n) => (n === 1 ? 'Exporter cet article' : `Exporter ces ${n} articles`),
};

/** What the search says. */
export const reading: ScriptWords['reading'] = {
  save: 'Ajouter à la liste de lecture',
  saveOne: (title) => `Ajouter à la liste de lecture\u00a0: ${title}`,
  count: (n) =>
    `${n} ${n < 2 ? 'article' : 'articles'} dans la liste de lecture, dans ce navigateur`,
  notKept: 'Ce navigateur ne garde rien, ou rien de plus.',
  empty: 'Rien n’est encore gardé. Chaque article a un bouton pour cela.',
  shared: (n) =>
    `${n} ${n < 2 ? 'article choisi' : 'articles choisis'} par quelqu’un, à cette adresse`,
  addAll: 'Tout ajouter à ma liste de lecture',
  share: 'Adresse de cette liste',
  print: 'Imprimer',
  removeAll: 'Tout retirer',
  own: 'Ma liste de lecture',
  gone: 'N’est plus dans cette synthèse\u00a0: ',
  newSince: (n) =>
    `${n} ${n < 2 ? 'article est nouveau' : 'articles sont nouveaux'} depuis votre dernière visite`,
  nothingNew: 'Rien de nouveau depuis votre dernière visite.',
  fresh: 'Nouveau',
  fileName: 'liste de lecture',
};

export const searching: ScriptWords['searching'] = {
  papers: (n) => `${n} ${n < 2 ? 'article' : 'articles'}`,
  themes: 'Thèmes',
  pagesHead: 'Pages',
  papersHead: 'Articles',
  papersBefore: 'Articles\u00a0: ',
  etAl: ' et al.',
  found: (n, query, beginning) =>
    `${series(
      [
        papers(n.papers),
        ...(n.themes > 0 ? [count(n.themes, 'thème', 'thèmes')] : []),
        ...(n.pages > 0 ? [count(n.pages, 'page', 'pages')] : []),
      ],
      ', ',
      ' et ',
    )}${query === '' ? '' : ` pour ${quoted(query)}`}${
      beginning === undefined ? '' : `, avec les mots commençant par ${quoted(`${beginning}…`)}`
    }`,
  noPaperHas: (words) => `Aucun article ne contient ${series(words.map(quoted), ', ', ' ou ')}.`,
  noPaperHasAll: 'Aucun article ne contient tout cela.',
  alsoAs: (word, forms, more) =>
    `${quoted(word)} aussi comme ${forms.join(', ')}${more > 0 ? ` et ${count(more, 'autre forme', 'autres formes')}` : ''}`,
  nearWith: (words) => `Proche\u00a0: articles avec ${series(words.map(quoted), ', ', ' et ')}`,
  nearSome: 'Proche\u00a0: articles avec certains des mots',
  nearOnly: 'Proche\u00a0: aucun article n’a tous les mots, ceux-ci en ont certains',
  didYouMean: 'Vouliez-vous dire ',
  questionEnd: '\u202f? ',
  takesIt: ' dans le champ l’adopte.',
  recent: 'Recherches récentes, gardées dans ce navigateur',
  forget: (query) => `Oublier ${query}`,
  clear: 'Effacer tous les choix',
  all: (n) => `Les ${n}`,
  allValues: (label, n) => `${label}\u00a0: les ${n} valeurs`,
  without: 'Sans ',
  more: (n, of) => `Afficher ${n} de plus sur ${of}`,
  nothing: 'Rien ici ne contient cela. ',
  fewerChoices: 'Essayez moins de mots ou moins de choix.',
  otherWords: 'Essayez d’autres mots ou moins de mots.',
  nothingFor: (query) => `Rien trouvé pour ${quoted(query)}.`,
  page: 'Page de recherche',
  allResults: (n) => (n < 2 ? 'Le seul résultat' : `Les ${n} résultats`),
  tryAgain: 'Réessayer',
  edit: (term) => `Modifier ${term}`,
  takeOut: (term) => `Retirer ${term}`,
  terms: 'Termes de cette recherche',
  noIndex:
    'Il n’y a pas d’index de recherche à côté de cette page, ouverte depuis le disque. Si elle est dans un fichier zip, extrayez d’abord le dossier entier.',
  searching: 'Recherche en cours…',
  notLoaded: 'L’index de recherche n’a pas pu être chargé. Vérifiez la connexion et réessayez.',
  facets: {
    theme: 'Thème',
    keyword: 'Mot-clé',
    year: 'Année',
    type: 'Type',
    source: 'Source',
    venue: 'Support de publication',
    with: 'Avec',
    own: 'De la sélection',
  },
  with: { Code: 'Code', Abstract: 'Résumé', 'Rebuilt math': 'Formules reconstruites' },
  orders: { best: 'Pertinence', newest: 'Plus récents', oldest: 'Plus anciens', title: 'Titre' },
  problems: {
    noWord: 'Il n’y a ici ni lettre ni chiffre à chercher.',
    openQuote: 'Un guillemet n’est pas fermé\u202f; la suite de mots va jusqu’à la fin.',
    brackets: 'Les parenthèses ne groupent rien ici\u202f; OR joint les termes à ses côtés.',
    or: 'OR se place entre deux termes.',
    noField: (name) => `${quoted(`${name}:`)} n’est pas un champ\u202f; cherché comme un mot.`,
    noValue: (name, sample) =>
      `${quoted(`${name}:`)} ne nomme rien\u202f; un exemple est ${sample}.`,
    noYear: (value) =>
      `${quoted(`year:${value}`)} n’est pas une année\u202f; exemples\u00a0: year:2024 et year:2024..2026.`,
  },
};
