import { type FieldWords, fieldWord } from './fields.ts';
import { eachSaid, figures, partsOf, series, spaced } from './formats.ts';
import type { PageWords, ScriptWords } from './words.ts';

const { number, decimal, share } = /* @__PURE__ */ figures('\u202f', ',');

const MONTHS = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];

const count = (n: number, one: string, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;
const date = (iso: string): string => {
  const [year, month, day] = partsOf(iso);
  return spaced(day && `${day} de`, month && `${MONTHS[month - 1]} de`, year);
};
const list = (items: readonly string[]) => series(items, ', ', ' y ');
const papers = (n: number) => count(n, 'artículo');
const quoted = (text: string) => `«${text}»`;

const FIELDS: FieldWords = {
  title: 'título',
  subtitle: 'subtítulo',
  authors: 'autores',
  author: 'autor',
  et_al: 'marca de más autores',
  author_count: 'número de autores',
  abstract: 'resumen',
  arxiv: 'identificador de arXiv',
  doi: 'DOI',
  openreview: 'identificador de OpenReview',
  acl: 'identificador de ACL Anthology',
  pmid: 'identificador de PubMed',
  url: 'enlace',
  issued: 'fecha',
  date: 'fecha',
  posted: 'fecha del preprint',
  updated: 'actualización',
  year: 'año',
  categories: 'clases temáticas',
  comment: 'comentario',
  venue: 'medio de publicación',
  venue_subtitle: 'subtítulo del medio',
  venue_short: 'título abreviado del medio',
  container_title_short: 'título abreviado del medio',
  volume: 'volumen',
  issue: 'número',
  page: 'páginas',
  pages: 'páginas',
  article_number: 'número de artículo',
  publisher: 'editorial',
  publisher_place: 'lugar de publicación',
  editor: 'editor',
  editors: 'editores',
  translator: 'traductor',
  translators: 'traductores',
  chapter: 'capítulo',
  chapter_number: 'capítulo',
  page_count: 'número de páginas',
  number_of_pages: 'número de páginas',
  edition: 'edición',
  series: 'colección',
  collection_title: 'colección',
  series_number: 'número en la colección',
  collection_number: 'número en la colección',
  isbn: 'ISBN',
  issn: 'ISSN',
  institution: 'institución',
  event: 'evento',
  event_place: 'lugar del evento',
  event_date: 'fecha del evento',
  language: 'idioma',
  keyword: 'palabra clave',
  keywords: 'palabras clave',
  version: 'versión',
  genre: 'género',
  status: 'estado',
  note: 'nota',
  citation_key: 'clave de cita',
  journal_ref: 'referencia de revista',
  code_url: 'código',
  has_code: 'marca de código',
  score: 'puntuación',
  org: 'organización',
  upvotes: 'votos',
  comments: 'comentarios',
  type: 'tipo',
  other: 'otros',
  private: 'privado',
  identifiers: 'identificadores',
  themes: 'temas',
};

/** Kinds of listings, by their English names. */
const LISTINGS: Record<string, string> = {
  'arXiver author page': 'página de autor de arXiver',
  'Markdown list of papers': 'lista de artículos en Markdown',
  'Hugging Face dataset viewer': 'visor de datos de Hugging Face',
  'dblp person page': 'página de persona de dblp',
  'Google Scholar profile': 'perfil de Google Scholar',
  'list of identifiers': 'lista de identificadores',
  'Hugging Face papers page': 'página de artículos de Hugging Face',
  'scholarfeed author page': 'página de autor de scholarfeed',
  'table of papers (CSV or TSV)': 'tabla de artículos (CSV o TSV)',
  'arXiv search results': 'resultados de búsqueda de arXiv',
  'arXiv mailing': 'correo de arXiv',
  'PubMed citations (.nbib)': 'citas de PubMed (.nbib)',
  'Web of Science export': 'exportación de Web of Science',
  'works of OpenAlex, Semantic Scholar, Lens or DataCite (JSON)':
    'obras de OpenAlex, Semantic Scholar, Lens o DataCite (JSON)',
  'arXiv listing': 'listado de arXiv',
  'arXiv API answer or feed': 'respuesta de la API de arXiv o canal',
  'arXiv metadata (OAI-PMH)': 'metadatos de arXiv (OAI-PMH)',
  'arXiv abstract page': 'página de resumen de arXiv',
  'data of papers (layout inferred)': 'datos de artículos (estructura inferida)',
  'labelled records (layout inferred)': 'registros etiquetados (estructura inferida)',
  'repeating blocks (layout inferred)': 'bloques repetidos (estructura inferida)',
  'Unknown text': 'texto desconocido',
  'PDF document': 'documento PDF',
  'ZIP archive, or a document of Word, Excel or OpenOffice':
    'archivo ZIP, o documento de Word, Excel u OpenOffice',
  'survey file (JSON or JSON Lines)': 'archivo de un estudio (JSON o JSON Lines)',
};

const HELD: Record<string, string> = {
  survey: 'Todo lo que muestran las páginas, y dónde se leyó cada valor.',
  schema: 'La forma del archivo del panorama (borrador 2020-12).',
  bibtex: 'Para BibTeX y sus estilos clásicos; fórmulas en LaTeX, con resúmenes.',
  biblatex: 'Para biblatex y biber: fechas completas y campos eprint, con resúmenes.',
  ris: 'Para Zotero, EndNote, Mendeley y Papers.',
  'csl-json': 'Para Zotero, pandoc y procesadores de citas.',
  enw: 'Para EndNote: se abre con un doble clic.',
  'endnote-xml': 'Para EndNote, Citavi y Mendeley: lo mismo en XML.',
  csv: 'Una fila por artículo, para hojas de cálculo.',
  markdown: 'Una lista de lectura con resúmenes.',
  'json-lines': 'Un artículo por línea, como un elemento de works en el archivo del panorama.',
};

/** Spanish words of the pages. */
export const pages: PageWords = {
  language: 'es',
  number,
  share,
  percent: (n) => `${n}\u00a0%`,
  date,
  month: (iso) => date(iso.slice(0, 7)),
  bytes: (n) =>
    n < 1000 ? `${n} bytes` : n < 1e6 ? `${decimal(n / 1e3)} kB` : `${decimal(n / 1e6)} MB`,
  list,
  comma: ', ',
  quoted,
  inWords: (n) =>
    'ninguno uno dos tres cuatro cinco seis siete ocho nueve diez'.split(' ')[n] ?? number(n),
  lines: ([first, last]) => (first === last ? `línea ${first}` : `líneas ${first} a ${last}`),
  papers,
  themes: (n) => count(n, 'tema'),
  authors: (n) => count(n, 'autor', 'autores'),
  seeds: (n) => count(n, 'lista'),
  records: (n) => count(n, 'registro'),
  sourceRecords: (n) => count(n, 'registro de origen', 'registros de origen'),
  duplicates: (n) => count(n, 'duplicado'),
  entries: (n) => count(n, 'entrada'),
  fields: (n) => count(n, 'campo'),
  values: (n) => count(n, 'valor', 'valores'),
  remarks: (n) => count(n, 'observación', 'observaciones'),
  messages: (n) => count(n, 'mensaje'),
  lineCount: (n) => count(n, 'línea'),
  field: (name) => fieldWord(FIELDS, name),
  listing: (label) => eachSaid(LISTINGS, label),
  scheme: { url: 'Enlace' },
  severity: { error: 'Error', warning: 'Aviso', note: 'Nota' },
  severities: {
    error: (n) => count(n, 'error', 'errores'),
    warning: (n) => count(n, 'aviso'),
    note: (n) => count(n, 'nota'),
  },
  undated: 'Sin fecha',
  upTo: (year) => `hasta ${year}`,
  sameAsTable: 'Lo mismo en una tabla',
  newestFirst: 'los más recientes primero',
  editionOf: (name, changed) =>
    `Edición ${name.length > 7 ? 'del' : 'de'} ${date(name)}${changed ? ', con cambios posteriores' : ''}`,
  editionWithin: (label) => `${label.charAt(0).toLowerCase()}${label.slice(1)}`,

  frame: {
    skip: 'Ir al texto',
    main: 'Navegación principal',
    papers: 'Artículos',
    themes: 'Temas',
    authors: 'Autores',
    sources: 'Fuentes',
    about: 'Acerca de',
    search: 'Buscar',
    curatedBy: 'A cargo de',
    licenceHtml: (licence) =>
      `Texto del panorama bajo ${licence}; los resúmenes pertenecen a sus autores.`,
    madeWith: 'Hecho con Florilegium.',
    howMade: 'Cómo está hecho',
    report: 'Informe sobre las fuentes',
    changes: 'Cambios',
    howToCite: 'Cómo citar',
    offlineCopy: (edition) =>
      edition === undefined ? 'Copia sin conexión' : `Copia sin conexión, ${date(edition)}`,
    see: (reason, link) => `${reason}Véase ${link}.`,
  },

  home: {
    survey: 'Panorama',
    inNumbers: 'El panorama en cifras',
    papers: 'Artículos',
    span: (from, to) => (from === to ? `, de ${to}` : `, de ${from} a ${to}`),
    themes: 'Temas',
    authors: 'Autores',
    sources: 'Fuentes',
    readDrawings: 'Cómo leer los dibujos',
    stalks:
      'Cada tallo es un año; su altura es el número de artículos, en una misma escala para todos los temas.',
    several: (homeless) =>
      `Un artículo puede estar en varios temas.${homeless === 0 ? '' : homeless === 1 ? ' Un artículo no está en ninguno.' : ` ${papers(homeless)} no están en ninguno.`}`,
    themesByYear: 'Temas por año',
    latest: 'Últimos artículos',
    none: 'Todavía no se han añadido artículos.',
    more: 'Más artículos',
    all: (n) => (n === 1 ? papers(n) : `Los ${papers(n)}`),
    cite: 'Cómo citar',
    permalinksHtml: (to) =>
      `Para remitir a un artículo, use su enlace permanente. Queda fijado cuando el artículo aparece por primera vez y nunca se da a otro. Lo que trajo cada edición figura entre <a href="${to('/changes/')}">los cambios</a>.`,
    data: 'Datos',
    allFiles: 'todos los archivos',
    reference: (title, n) => `${title}: panorama de ${papers(n)}`,
    in: (whole) => `En: ${whole}`,
  },

  found: {
    survey: (n, from, to) =>
      n === 0
        ? 'Un panorama de la bibliografía.'
        : `Un panorama de ${papers(n)}${from === undefined ? '' : from === to ? ` de ${from}` : ` de ${from} a ${to}`}.`,
    filedUnder: (keyword) => `Archivados en ${quoted(keyword)}.`,
    filedScope: (keyword) =>
      `Artículos que las fuentes de este panorama archivan en ${quoted(keyword)}.`,
    wordsScope: (terms) =>
      `Artículos cuyos títulos y resúmenes contienen estas palabras más que otros: ${terms}.`,
    sameAuthors: (n) => (n === 1 ? 'un autor en común' : 'autores en común'),
    alike: {
      identifier: 'un identificador es el mismo',
      title: 'los títulos son iguales',
      almost: (share) => `los resúmenes son casi iguales (${share} de sus palabras)`,
      share: (share) => `los resúmenes comparten el ${share} de sus palabras`,
      but: (common, apart) => `${common.join(' y ')}, pero ${apart}`,
      apart: {
        correction: 'una corrección los mantiene separados',
        identifiers: 'los identificadores son distintos',
        others: 'otros son distintos',
        titles: 'los títulos son distintos',
        unproven: 'nada muestra que sean un solo artículo',
      },
    },
  },

  cite: { showBibtex: 'Mostrar BibTeX', copyBibtex: 'Copiar BibTeX' },

  licences: {
    title: 'Licencias',
    lead: 'Con qué está hecho este sitio y bajo qué licencias lo reciben los lectores.',
    parts: 'Programas y tipos de letra',
    part: 'Parte',
    licence: 'Licencia',
    citeproc:
      'Las referencias las compone citeproc-js, Copyright (c) 2009-2019 Frank Bennett, bajo la Common Public Attribution License (CPAL 1.0) o la GNU Affero General Public License, a elección; su código está en github.com/Juris-M/citeproc-js.',
  },

  about: {
    licencesHtml: (to) =>
      `Los programas y tipos de letra de estas páginas tienen <a href="${to('/licences/')}">licencias</a> propias.`,
    title: 'Acerca de',
    description:
      'Qué es este panorama, cómo se leyeron sus artículos, cómo se hallan los temas y los artículos afines, y cómo citarlo y corregirlo.',
    heading: 'Cómo está hecho este panorama',
    inNumbers: 'En cifras',
    sources: 'Fuentes',
    sourceRecords: 'Registros de origen',
    papers: 'Artículos',
    themes: 'Temas',
    edition: 'Edición',
    reading: 'Cómo se leyeron los artículos',
    readingHtml: (to, n) => [
      `El panorama parte de ${count(n.seeds, 'lista')} de artículos, ${n.seeds === 1 ? 'pegada de páginas web o exportada por otros programas, y conservada' : 'pegadas de páginas web o exportadas por otros programas, y conservadas'} byte a byte (las rutas locales y las direcciones de correo no se publican). Un lector para cada clase de lista encuentra en ella los artículos. Cada valor que toma remite a su archivo y sus líneas, y cada byte que no toma se cuenta como adorno de la página, como separador o como no leído. <a href="${to('/sources/')}">Las fuentes</a> pueden leerse línea por línea con estas marcas.`,
      `Los registros con el mismo identificador, o con el mismo título y un resumen parecido, son un solo artículo: ${count(n.records, 'registro')} ${n.records === 1 ? 'da' : 'dan'} ${papers(n.papers)}. Donde las fuentes discrepan, la página muestra un valor y guarda los demás en «De dónde lo sabemos». Los artículos que se parecen sin ser el mismo lo dicen y remiten el uno al otro.`,
    ],
    keptText:
      'De cada artículo se guarda lo que indican sus fuentes: título, autores, editores y traductores, resumen, tipo y, más en concreto, qué es (folleto, película, caso judicial), revista, actas o libro, volumen, número, capítulo, páginas o número de artículo, número de páginas, editorial y lugar, edición, serie, ISBN e ISSN, universidad o institución, evento con su lugar y sus días, idioma, versión, palabras clave, encabezados y clases, identificadores, el día de publicación y, aparte, el día en que se depositó el preprint, y la clave con que se cita. Cómo apareció se decide una sola vez, para que la página, las referencias, las descargas y los metadatos digan lo mismo. Solo se llama preprint si lo dice una fuente o si lo contiene un servidor de preprints y nada más.',
    correctedHtml: (corrected, inferred) =>
      `Lo que las fuentes no dicen puede introducirse a mano, o buscarse en los registros de arXiv, Crossref, DataCite y OpenAlex, como corrección con motivo y prueba; ${corrected === 0 ? 'ningún artículo tiene una' : corrected === 1 ? 'un artículo tiene una' : `${papers(corrected)} tienen una`}. Lo que ni unas ni otros dicen puede inferirse por una regla, y entonces la página lo llama inferido${inferred > 0 ? `, como ${inferred === 1 ? 'el título de un artículo' : `los títulos de ${papers(inferred)}`}` : ''}. No se añade nada más: un resumen que se corta en su fuente se corta aquí.`,
    formulasHtml: (to) =>
      `Las fórmulas que son LaTeX en una fuente se componen a partir de él. Algunas listas quitan los signos que hacen de un texto una fórmula. Un pequeño modelo entrenado los repone donde está seguro, y donde solo pudo haber una fórmula, según la lectura más probable; puede equivocarse. Quitar de nuevo los signos debe dar el texto de la fuente; si no, el texto queda como estaba. La página del artículo dice cuántas fórmulas se reconstruyeron y muestra cada una junto al texto del que salió; la página de la fuente las pone lado a lado, y el <a href="${to('/report/#mathematics')}">informe</a> cuenta y enumera lo reconstruido y lo que quedó.`,
    assigning: 'Cómo se asignan los temas',
    assigningHtml: (suggested) =>
      `${
        suggested
          ? 'Un tema tiene una nota de alcance y reglas; la mayoría de los que escribe una persona tienen también un texto. Los temas marcados como propuestos los halló el programa: artículos que sus fuentes archivan bajo una palabra clave, o cuyos textos comparten palabras en muchos aspectos, van juntos, y las reglas se ajustan a ellos.'
          : 'Cada tema está escrito a mano: una nota de alcance, un texto y reglas.'
      } Las reglas son términos con pesos; un término cuenta en el título el triple que en el resumen, y cada mención siguiente cuenta menos. Un artículo pertenece a un tema cuando sus términos alcanzan el umbral del tema, y a tres temas como máximo. Un artículo puede también ponerse en un tema, o apartarse de él, a mano. Ningún modelo decide: el mismo texto y las mismas reglas dan siempre los mismos temas, y la página de cada artículo enumera los términos que lo llevaron allí.`,
    related: 'Cómo se hallan los artículos afines',
    relatedText:
      'Dos artículos son afines cuando sus títulos y resúmenes comparten palabras que pocos otros artículos del panorama usan, o cuando comparten autores. Las palabras y los nombres en que se funda cada enlace se imprimen con él.',
    authors: 'Autores',
    authorsText:
      'Los artículos se reúnen bajo un autor por el nombre impreso. Las grafías que solo difieren en mayúsculas, acentos o puntuación se toman juntas y se enumeran. Dos personas del mismo nombre comparten página; el panorama no adivina quién es quién.',
    permalinks: 'Enlaces permanentes y citas',
    permalinksHtml: (to) =>
      `El enlace permanente de un artículo queda fijado cuando aparece por primera vez, no cambia nunca y nunca se da a otro; el de uno fusionado lleva más allá, y el de uno retirado dice por qué. Lo que trajo cada edición figura entre <a href="${to('/changes/')}">los cambios</a>. Un identificador lleva a su artículo desde una dirección como /id/arxiv/2401.01234/ o /id/doi/10.1000/182/. La página de cada artículo ofrece una referencia, BibTeX, RIS y CSL JSON; <a href="${to('/#cite')}">la primera página</a> dice cómo citar el panorama entero. Todo puede descargarse: <a href="${to('/data/survey.json')}">JSON</a>, <a href="${to('/data/works.bib')}">BibTeX</a>, <a href="${to('/data/works.ris')}">RIS</a> y <a href="${to('/data/works.csl.json')}">CSL JSON</a>.`,
    offline: 'Leer sin conexión',
    offlineText: (kept) =>
      `La copia sin conexión, enlazada al pie de cada página, es el panorama entero con su búsqueda en un archivo comprimido.${kept ? ' Además, su navegador guarda el panorama tras una visita: entero cuando es pequeño; si no, la búsqueda y las páginas que ha leído. Un aviso al pie de la página dice cuándo hay una edición más reciente.' : ''}`,
    correcting: 'Cómo corregirlo',
    correctingText:
      'Un dato erróneo o ausente se remedia con una corrección: unas líneas en un archivo de la carpeta content/corrections que nombran el artículo, el campo, el valor correcto, el motivo y dónde puede comprobarse. Las listas mismas nunca se modifican.',
    tellHtml: (curator) => ` Escriba a ${curator}, que responde del panorama.`,
    answers: (curator) => ` ${curator} responde del panorama.`,
    licence: 'Licencia',
    licenceHtml: (licence) =>
      `El texto propio del panorama está bajo ${licence}. Los títulos y resúmenes pertenecen a sus autores y se citan como las fuentes los imprimen. Las tipografías del sitio, Source Serif 4 y Source Sans 3, están bajo la SIL Open Font License.`,
  },

  changes: {
    title: 'Cambios',
    label: 'Cambios',
    description: 'Lo que cada edición del panorama añadió, cambió, fusionó y retiró.',
    heading: 'Lo que cambió cada edición',
    lead: 'Una edición es un estado publicado del panorama, que puede citarse por su fecha. Los enlaces permanentes quedan fijados por la primera edición en que figuran.',
    unreleased: 'Aún sin publicar',
    since: 'Desde la última edición',
    added: 'Añadidos',
    changed: 'Cambiados',
    merged: 'Fusionados',
    withdrawn: 'Retirados',
    returned: 'De vuelta',
    dropped: 'Idos antes de publicarse',
    themesAdded: 'Temas añadidos',
    themesChanged: 'Temas revisados',
    themesRemoved: 'Temas suprimidos',
    before: (title) => `; antes: ${title}`,
    into: (permalink, reason) => `En ${permalink}. ${reason}`,
    editions: 'Ediciones',
    allNew: (n) => `${papers(n)}; todo es nuevo.`,
    state: (n, nothing) => `${papers(n)}${nothing ? '; nada cambió' : ''}.`,
  },

  editions: {
    title: 'Ediciones',
    label: 'Ediciones',
    description:
      'Cada estado publicado del panorama: como era, y lo que ha cambiado desde entonces.',
    heading: 'Ediciones del panorama',
    lead: 'Una edición es un estado publicado del panorama. Se guarda una copia tal como era: una página con todos los artículos, temas y textos, y un archivo que se lee desde el disco sin este sitio.',
    none: 'Aún no se ha publicado ninguna edición.',
    asItWas: 'Como era',
    archive: (size: string) => `Archivo, ${size}`,
    noCopy: 'Publicada antes de que se guardaran copias.',
    changesTo: (edition: string) => `Cambios hasta ${edition}`,
    now: 'ahora',
    between: (from: string, to: string) => `De ${from} a ${to}`,
    betweenDescription: (from: string, to: string) =>
      `Lo que cambió en el panorama entre ${from} y ${to}.`,
    older: (n: number) =>
      `Se muestran las diferencias entre las últimas ${number(n)} ediciones; la orden «florilegium changes» imprime las de dos cualesquiera.`,
    copyNote:
      'Este es el panorama tal como era en esta edición. La página no cambia; el panorama de hoy está en',
    copyDescription: (survey: string, edition: string) => `${survey}, tal como era. ${edition}.`,
    suggested: 'Tema propuesto',
    inEditions: 'En ediciones',
    firstHere: 'primero aquí',
    themeChanged: (added: number, removed: number, revised: boolean) =>
      [
        ...(added > 0 ? [`${papers(added)} más`] : []),
        ...(removed > 0 ? [`${papers(removed)} menos`] : []),
        ...(revised ? ['texto revisado'] : []),
      ].join(', '),
  },

  notFound: {
    title: 'Página no encontrada',
    description: 'Esta dirección no lleva a ninguna página del panorama.',
    lead: 'Esta dirección no lleva a ninguna página del panorama. Los enlaces permanentes de los artículos no cambian nunca; quizá falte una letra, o el enlace nunca fue correcto.',
    beginHtml: (to) =>
      `O empiece por <a href="${to('/papers/')}">todos los artículos</a>, <a href="${to('/themes/')}">los temas</a> o <a href="${to('/')}">la primera página</a>.`,
  },

  offline: {
    title: 'No guardada para leer sin conexión',
    description: 'Lo que se muestra cuando no hay conexión y la página no se guardó.',
    label: 'Sin conexión',
    heading: 'Esta página no se guardó para leer sin conexión',
    lead: 'No hay conexión, y esta dirección no está entre las páginas que su navegador ha guardado. Vuelva a intentarlo con conexión: la dirección sigue siendo la misma.',
    keptHtml: (to) =>
      `Se guardan <a href="${to('/')}">la primera página</a>, <a href="${to('/papers/')}">la lista de artículos</a>, <a href="${to('/themes/')}">los temas</a>, <a href="${to('/search/')}">la búsqueda</a> y las páginas que ha leído.`,
    readme: ({ edition, url, licence }) =>
      `Esta carpeta contiene el panorama entero para leerlo sin red.
Abra index.html en un navegador. La búsqueda, los temas, las fuentes y las exportaciones funcionan desde aquí.

Si las páginas se ven desnudas o la búsqueda no halla índice, la carpeta sigue dentro del archivo zip: extráigala entera primero.
Mantenga juntos los archivos; la carpeta puede renombrarse, moverse o estar en un disco de solo lectura.

${edition === undefined ? '' : `Edición: ${edition}\n`}Dirección pública: ${url}
Licencia del texto propio del panorama: ${licence}
Los resúmenes pertenecen a sus autores.
Los datos están en la carpeta data/: JSON, BibTeX, RIS y CSL JSON.
`,
  },

  lists: {
    papers: 'Artículos',
    description: (n) =>
      `${papers(n)} del panorama, los más recientes primero, con autores, medio de publicación, temas y la primera frase de cada resumen.`,
    pageDescription: (from, to, of) =>
      `Artículos ${from} a ${to} de los ${of} del panorama, los más recientes primero.`,
    atVenue: (venue) => `Artículos en ${venue}`,
    atVenueDescription: (n, venue) =>
      `${papers(n)} del panorama aparecidos en ${venue}, los más recientes primero.`,
    withCode: 'Artículos con código',
    withCodeDescription: (n) =>
      `${papers(n)} del panorama cuyos autores publicaron su código, los más recientes primero.`,
    onTheme: (theme) => `Artículos sobre ${theme}`,
    onThemeDescription: (n, theme) => `${papers(n)} del tema ${theme}, los más recientes primero.`,
    page: (title, page) => `${title}, página ${page}`,
    range: (from, to) => `, ${number(from)} a ${number(to)}`,
    all: (n) => (n === 1 ? papers(n) : `Los ${papers(n)}`),
    narrow: 'Acotar la lista',
    none: 'Todavía no se han añadido artículos.',
    pages: 'Páginas',
    next: 'Página siguiente',
    hereFor: (evidence) => `Aquí por: ${evidence}`,
    export: (one) => (one ? 'Exportar este artículo' : 'Exportar estos artículos'),
  },

  authorsOf: {
    missing: 'Autores no registrados',
    oneUnnamed: 'Un autor, nombre no registrado',
    unnamed: (n) => `${number(n)} autores, nombres no registrados`,
    etAl: ' et al.',
    andMore: (n) => (n === 1 ? ' y otro' : ` y otros ${number(n)}`),
    andOthers: ' y otros',
    all: (n) => `Los ${number(n)} autores`,
    counted: (stated, named) =>
      `La fuente cuenta ${count(stated, 'autor', 'autores')} y nombra ${number(named)}.`,
    moreThanNamed: 'La fuente dice que hay más autores de los que nombra.',
  },

  publication: {
    types: {
      article: 'Prepublicación',
      book: 'Libro',
      dataset: 'Conjunto de datos',
      manuscript: 'Manuscrito',
      patent: 'Patente',
      report: 'Informe',
      software: 'Programa',
      speech: 'Ponencia',
      standard: 'Norma',
      thesis: 'Tesis',
      webpage: 'Página web',
      'post-weblog': 'Entrada de blog',
      'article-journal': 'Artículo de revista',
      'article-magazine': 'Artículo de magacín',
      'article-newspaper': 'Artículo de prensa',
      'paper-conference': 'Comunicación de congreso',
      chapter: 'Capítulo',
      'entry-dictionary': 'Entrada de diccionario',
      'entry-encyclopedia': 'Entrada de enciclopedia',
      review: 'Reseña',
      other: 'Otro',
    },
    kinds: {
      abstract: 'Resumen',
      ancient: 'Texto antiguo',
      'archival-collection': 'Fondo de archivo',
      artwork: 'Obra de arte',
      audio: 'Grabación de audio',
      bill: 'Proyecto de ley',
      'book-review': 'Reseña de libro',
      booklet: 'Folleto',
      broadcast: 'Emisión',
      case: 'Caso judicial',
      catalog: 'Catálogo',
      chart: 'Gráfico o tabla',
      classic: 'Obra clásica',
      collection: 'Obra colectiva',
      database: 'Base de datos',
      equation: 'Ecuación',
      event: 'Evento',
      figure: 'Figura',
      film: 'Película',
      government: 'Documento oficial',
      grant: 'Subvención',
      hearing: 'Audiencia',
      image: 'Imagen',
      interview: 'Entrevista',
      legislation: 'Ley',
      letter: 'Carta',
      manual: 'Manual',
      map: 'Mapa',
      multimedia: 'Multimedia',
      music: 'Música',
      performance: 'Representación',
      periodical: 'Publicación periódica',
      post: 'Mensaje',
      proceedings: 'Actas',
      reference: 'Obra de referencia',
      regulation: 'Reglamento',
      score: 'Partitura',
      treaty: 'Tratado',
      'unenacted-bill': 'Proyecto de ley no aprobado',
      video: 'Vídeo',
    },
    volume: (text) => `vol. ${text}`,
    issue: (text) => `n.º ${text}`,
    pages: (text) => (text.includes('–') ? `pp. ${text}` : `p. ${text}`),
    article: (text) => `art. ${text}`,
    editor: (n) => (n > 1 ? 'Editores' : 'Editor'),
    translator: (n) => (n > 1 ? 'Traductores' : 'Traductor'),
    kind: 'Clase de obra',
    chapter: 'Capítulo',
    pageCount: 'Número de páginas',
    publisher: 'Editorial',
    institution: 'Institución',
    edition: 'Edición',
    series: 'Colección',
    event: 'Evento',
    language: 'Idioma',
    version: 'Versión',
  },

  paper: {
    paper: 'Artículo',
    description: 'Identificadores, cita, temas y procedencia.',
    workingTitle: (rule) => `Título provisional, inferido (${rule}); ninguna fuente imprime uno.`,
    posted: 'depositado el ',
    fromIdentifier: ' (inferido del identificador de arXiv)',
    yearInferred: ' (año inferido)',
    preprintPostedHtml: (time) => `prepublicación depositada: ${time}`,
    code: 'Código',
    cite: 'Citar',
    sources: 'Fuentes',
    identifiers: 'Identificadores',
    identifier: 'Identificador',
    noIdentifier: 'ninguno hallado en las fuentes',
    class: 'Clase',
    keywords: 'Palabras clave',
    venue: 'Medio de publicación',
    atVenue: (n, venue) => `${papers(n)} en ${venue}`,
    journalRef: 'Referencia de revista',
    comment: 'Comentario de los autores',
    permalink: 'Enlace permanente',
    abstract: 'Resumen',
    noAbstract: 'Ninguna fuente de este panorama imprime un resumen de este artículo.',
    breaksOff: 'La fuente se corta aquí; su copia del resumen está incompleta.',
    compare: 'Comparar ambos',
    orOriginalHtml: (original) => ` o leer el original: ${original}`,
    themesAndSource: 'Temas y fuente del resumen',
    themes: 'Temas',
    textFrom: 'Texto de',
    byHandHtml: 'Introducido a mano; <a href="#sources">ver por qué</a>',
    inferred: (rule) => `Inferido: ${rule}`,
    partNotMade: 'Esta parte de la página no pudo hacerse; lo demás está completo.',
    copyPermalink: 'Copiar enlace permanente',
    download: 'Descargar',
    copyReference: 'Copiar referencia',
    otherStyles: (styles) => `Otros estilos: ${styles}`,
    copyStyle: (style) => `Copiar referencia ${style}`,
    copy: 'Copiar',
    aboutPermalink: 'Sobre el enlace permanente',
    released: 'El enlace permanente consta en el registro del panorama y no cambiará.',
    provisional: 'El enlace permanente será definitivo con la próxima edición del panorama.',
    suggest: 'Proponer una corrección',
    citedHere: 'Citado en este panorama',
    related: 'Artículos afines',
    notTheSame: 'No es el mismo artículo: ',
    howRelated: 'Cómo se hallan los artículos afines',
    howRelatedHtml: (to) =>
      `Hallados por términos y autores comunes; <a href="${to('/about/#related')}">cómo se hace</a>.`,
    citation: (n, name) => `Cita ${n}: ${name}`,
  },

  evidence: {
    inTitle: ' (título)',
    filedUnder: (keyword) => `archivado en «${keyword}»`,
    byHand: 'puesto aquí a mano',
    class: (term) => `clase ${term}`,
    identifier: (term) => `identificador ${term}`,
    fallback: 'no se hallaron términos de otro tema',
  },

  gone: {
    title: (title) => `Retirado: ${title}`,
    label: 'Retirado',
    text: (reason, on) =>
      `Este artículo se retiró del panorama${on === undefined ? '' : ` el ${date(on)}`}. ${reason}`,
    screened: (reason, on) =>
      `Este artículo se excluyó en el cribado${on === undefined ? '' : ` (${date(on)})`}. ${reason}`,
    moved: (title, reason) => `El artículo «${title}» se fusionó con otro. ${reason}`,
    permalinkHtml: (to, permalink) =>
      `El enlace permanente ${permalink} designaba este artículo y nunca se da a otro. Lo demás que contiene el panorama está entre <a href="${to('/papers/')}">todos los artículos</a>; <a href="${to('/changes/')}">los cambios</a> dicen cuándo se fue.`,
    lastRecord: 'Último registro conocido',
    moreAuthors: (n) => `y otros ${number(n)}`,
    date: 'Fecha',
    venue: 'Medio de publicación',
    abstractHash: 'Resumen, como hash',
  },

  left: {
    toCite: 'Para citar una línea',
    thisState: 'Este estado del texto',
    earlier: 'Estados anteriores',
    moved: 'Trasladado',
    removed: 'Suprimido',
    movedTitle: (title) => `Trasladado: ${title}`,
    removedTitle: (title) => `Suprimido: ${title}`,
    what: {
      themes: 'tema',
      pages: 'página',
      sources: 'fuente',
      authors: 'autor',
      'papers/venue': 'medio de publicación',
      editions: 'edición',
    },
    movedText: (what, title, reason) =>
      `La página «${title}» (${what}) tiene ahora otra dirección. ${reason}`,
    removedText: (what, title, on, reason) =>
      `«${title}» (${what}) dejó el panorama${on === undefined ? '' : ` con la edición ${on.length > 7 ? 'del' : 'de'} ${date(on)}`}. ${reason}`,
    keptHtml: (to, address) =>
      `La dirección ${address} queda reservada para lo que había en ella. <a href="${to('/changes/')}">Los cambios</a> dicen cuándo se fue.`,
    papers: 'Artículos',
    papersText: 'Estos figuraban allí en la última publicación antes de que se fuera.',
    state: (name, digest) => `${name}, estado ${digest}`,
    stateDescription: (name, digest, said) =>
      `${name}, línea por línea, en el estado ${digest}. ${said}`,
    stateNow:
      'Esta dirección designa la fuente tal como es ahora y nunca otro estado de ella: una línea citada aquí sigue siendo esa línea.',
    stateFormer:
      'Un estado anterior de la fuente. Cada línea figura con el número que tenía, y con el lugar donde está ahora.',
    stateGone: (reason) =>
      `Un estado anterior de una fuente que ya no está en el panorama. ${reason}`,
    nowHtml: (link) => `La fuente tal como es ahora, con lo que se leyó de ella: ${link}.`,
    aboutState: 'Sobre este estado',
    address: 'Dirección',
    released: 'Publicado',
    called: 'Se llamaba',
    text: 'Texto, línea por línea',
    line: (line) => `Línea ${line}`,
    lineNow: (line) => `Línea ${line} ahora`,
    lineGone: 'Esta línea ya no está en la fuente.',
  },

  origin: {
    lookedUp: 'consultado',
    byHand: 'introducido a mano',
    inferred: (rule) => `inferido: ${rule}`,
    place: (file, line) => `content/${file}${line === undefined ? '' : `, línea ${line}`}`,
  },

  provenance: {
    heading: 'De dónde lo sabemos',
    byHand: (fields) => `Introducido a mano, con motivo y prueba: ${fields}.`,
    lookedUp: (fields) => `Consultado, con la dirección del registro: ${fields}.`,
    byRule: (fields) => `Inferido por regla: ${fields}.`,
    yearInferred: 'La fuente no imprime año; se infirió del resto de la página.',
    noSeed: 'Ninguna lista describe este artículo.',
    oneRecord: 'Un registro de origen: ',
    manyRecords: (n) => `${n} registros de origen: `,
    sourceRecord: 'Registro de origen',
    recordIn: (seed, lines) => `Registro de origen en ${seed}, ${lines}`,
    field: 'Campo',
    asPrinted: 'Tal como se imprime',
    line: 'Línea',
    corrections: 'Correcciones',
    evidence: 'Pruebas:',
    inferred: 'Inferido',
    year: 'año',
    yearRule: 'Año: la fuente solo imprime día y mes; el año concuerda con el resto de su página',
    mathematics: 'Matemáticas',
    intactText: 'Las fórmulas que son LaTeX en la fuente se componen tal como se imprimen.',
    leftText: 'Dejado como la fuente lo imprime:',
    disagreements: 'Discrepancias',
    none: 'ninguna',
    agree: 'Los registros de origen concuerdan donde indican el mismo campo.',
    onlyOne: 'Un solo registro de origen describe este artículo.',
    remarks: 'Observaciones de las fuentes',
    noFact: 'Lo que un sitio dice de sus lectores no es un hecho sobre el artículo.',
    comments: (n) => count(n, 'comentario'),
    commentsAre: (value) => `comentarios: ${value}`,
    upvotes: (n) => count(n, 'voto'),
    upvotesAre: (value) => `votos: ${value}`,
    hasCode: 'una marca de que hay código',
    authorCount: (n) => `un recuento de ${count(n, 'autor', 'autores')}`,
  },

  math: {
    formulas: (n) => count(n, 'fórmula'),
    all: (total, n, origin) => `${total}, ${n > 1 ? 'todas ' : ''}${origin}${n > 1 ? 's' : ''}`,
    intact: 'intacta',
    mended: 'reparada',
    repaired: 'reconstruida',
    left: (n) => (n === 1 ? '1 dejada como se imprime' : `${n} dejadas como se imprimen`),
    notRebuilt: (left) =>
      `Matemáticas sin reconstruir: ${left === 1 ? 'lo que parece una fórmula queda' : `${left} fórmulas probables quedan`} como lo imprime una lista que había perdido su TeX.`,
    rebuilt: (rebuilt, left, total) =>
      `Matemáticas reconstruidas: ${
        rebuilt < total
          ? `${rebuilt} de ${count(total, 'fórmula')}`
          : total === 1
            ? 'la única fórmula'
            : `las ${total} fórmulas`
      } a partir de una lista que había perdido su TeX${left === 0 ? '' : `; ${left} dejadas como allí se imprimen`}.`,
    reasons: {
      doubtful: 'ninguna lectura como fórmula es bastante segura',
      irreversible: 'la fórmula más probable, sin sus signos, no devuelve este texto',
      unreadable: 'la fórmula más probable no puede componerse',
      'beside-intact': 'otras fórmulas del texto conservaron su TeX',
    },
    noConfidence: 'ninguna',
    confidence: (words) => `confianza ${words}`,
    printedAndRebuilt: 'Fórmulas tal como se imprimen y reconstruidas',
    asListed: 'Como la imprime la lista',
    asRebuilt: 'Reconstruida',
    confidenceHead: 'Confianza',
    leftOut: 'Fuera del panorama',
    leftBecause: (reason) => `Dejado: ${reason}.`,
  },

  themesPage: {
    title: 'Temas',
    description: (many) =>
      `Los temas del panorama (${many}): qué reúne cada uno, cuántos artículos contiene y de qué años.`,
    none: (n) =>
      `Este panorama no se divide en temas; ${n === 1 ? 'su artículo figura' : `sus ${papers(n)} figuran`} en una sola lista.`,
    written:
      'Cada tema es un fragmento de panorama con sus pruebas al lado y los artículos que reúne. Un artículo puede estar en varios.',
    suggested: (many) =>
      `Propuesto: el programa ordenó estos artículos por las palabras que comparten o por aquello bajo lo que sus fuentes los archivan; nadie ha revisado ${many ? 'estos temas' : 'el tema'}.`,
    all: 'Todos los temas',
    howHtml: (to) =>
      `<a href="${to('/about/#themes')}">Cómo se asignan los artículos a los temas</a>`,
    byYear: 'Por año',
    mark: 'propuesto',
    papersBefore: 'Artículos: ',
    inYear: (n, year) => `${n} en ${year}`,
    noDated: 'ningún artículo con fecha',
    areaOfDot:
      'El área de un punto es el número de artículos enviados o publicados por primera vez ese año.',
    byThemeAndYear: 'Artículos por tema y año',
    theme: 'Tema',
  },

  theme: {
    theme: 'Tema',
    suggested: 'Tema propuesto',
    survey: 'Panorama',
    papers: 'Artículos',
    neighbours: 'Vecinos',
    about: 'Sobre este tema',
    scope: 'Alcance',
    origin: 'Origen',
    written: 'Escrito',
    inCommon: 'En común',
    inTheirWords: 'En sus palabras',
    when: 'Cuándo',
    none: 'Ningún artículo cumple las reglas de este tema.',
    inOrder: 'En el orden del panorama',
    alsoHere: 'También aquí, los más recientes primero',
    newestFirst: 'Los más recientes primero',
    all: (n) => `${n === 1 ? 'El único artículo' : `Los ${papers(n)}`} de este tema`,
    howChosen: 'Cómo se eligieron estos artículos',
    chosenBy: 'Elegidos por',
    catchAll: 'Este tema toma los artículos que ningún otro tomó.',
    filedUnder: (keywords) => `Archivados en ${keywords}.`,
    terms: (terms) => `Términos del título o el resumen: ${terms}.`,
    notWith: (terms) => `No con: ${terms}.`,
    pinned: (n) => `${papers(n)} ${n === 1 ? 'puesto' : 'puestos'} a mano.`,
    filesHtml: (files, feed) => `Esta lista en ${files}, o su ${feed}.`,
    feed: 'canal',
    underEachHtml: (to) =>
      `Bajo cada artículo figuran los términos hallados en él. <a href="${to('/about/#themes')}">Cómo se hace</a>.`,
    shared: (n, shared, tagline) => `${papers(n)}, ${shared} de ellos también aquí. ${tagline}`,
    cite: 'Cómo citar',
  },

  timeline: {
    label: 'Cronología',
    picture: (n, from, to) => `${papers(n)} en una línea de meses, de ${from} a ${to}`,
    caption: (named) =>
      `Artículos por mes. ${named ? 'Las alturas solo separan los nombres.' : 'Cada cabeza es un artículo; los tallos crecen donde los meses están llenos.'}`,
    undated: (n) => ` ${papers(n)} sin fecha no se ${n === 1 ? 'muestra' : 'muestran'}.`,
    month: 'Mes',
    papers: 'Artículos',
    paper: 'Artículo',
  },

  authorsPage: {
    title: 'Autores',
    description: (many) =>
      `Índice de los autores (${many}) que nombran los artículos del panorama, por apellido.`,
    bar: (many) => `${many}, por apellido; la cifra es el número de artículos`,
    letterBar: (many) => `${many}; la cifra es el número de artículos`,
    none: 'Las fuentes de este panorama no nombran autores.',
    most: 'Con más artículos',
    letters: 'Letras',
    other: 'Otros',
    otherSigns: 'otros signos',
    letterTitle: (letter) => `Autores: ${letter}`,
    letterDescription: (many, letter) =>
      `Autores del panorama (${many}) cuyo apellido empieza por ${letter}.`,
  },

  author: {
    author: 'Autor',
    description: (n, name, titles) => `${papers(n)} de ${name} en el panorama: ${titles}`,
    inSurvey: (n) => `${papers(n)} en este panorama`,
    about: 'Sobre esta persona',
    alsoAs: 'También impreso como',
    themes: 'Temas',
    papers: 'Artículos',
    toldApart: 'Cómo se distinguen los autores',
    toldApartHtml: (to) =>
      `Los artículos se reúnen por el nombre impreso; dos personas del mismo nombre comparten página. <a href="${to('/about/#authors')}">Más</a>`,
    with: 'Escrito con',
    andOthers: (n) => (n === 1 ? 'Y otro.' : `Y otros ${number(n)}.`),
    crowd: (n, most) => `${papers(n)} de más de ${most} autores sin contar.`,
  },

  data: {
    title: 'Datos',
    description:
      'El panorama en archivos: un documento JSON con esquema publicado, y la bibliografía para gestores de referencias, hojas de cálculo y programas.',
    heading: 'El panorama como datos',
    lead: (n) =>
      `Todo lo que las páginas muestran de ${papers(n)}, en archivos. Direcciones y formas se mantienen; pueden sumarse campos nuevos.`,
    terms: 'Condiciones',
    termsHtml: (licence) =>
      `El texto propio del panorama está bajo ${licence}; los resúmenes pertenecen a sus autores.`,
    files: 'Archivos',
    tableOfFiles: 'Tabla de archivos',
    file: 'Archivo',
    format: 'Formato',
    holds: 'Qué contiene',
    held: HELD,
    everywhereHtml: (to) =>
      `Cada tema tiene los mismos archivos para sus artículos junto a su página, y cada artículo los suyos, de <code>cite.bib</code> a <code>cite.jsonl</code>. Una búsqueda, los artículos de un autor y toda lista pueden exportarse en los mismos formatos. De los artículos nuevos informan un <a href="${to('/feed.xml')}">canal Atom</a> y un <a href="${to('/feed.json')}">canal JSON</a>. El texto es UTF-8.`,
    harvestHtml: (to, capabilities) =>
      `Los recolectores que hablan ResourceSync empiezan por la <a href="${to(capabilities)}">lista de capacidades</a>. Lleva a una lista de todos los artículos y temas de la última edición, y a otra de lo que cada edición creó, actualizó y borró: lo mismo que <a href="${to('/changes/')}">los cambios</a> dicen a los lectores.`,
    permalinkHtml:
      'Un enlace permanente se halla en <code>works</code>; si no, en <code>departed</code>, que dice con qué se fusionó o por qué se retiró.',
    fields: 'Campos',
    fieldsHtml: (to) =>
      `Los campos de <code>survey.json</code>, según su <a href="${to('/data/survey.schema.json')}">JSON Schema</a>. Una línea de <code>works.jsonl</code> tiene los campos bajo <code>works[]</code>.`,
    tableOfFields: 'Tabla de campos',
    types: {
      names: {
        string: 'texto',
        integer: 'número entero',
        number: 'número',
        boolean: 'verdadero o falso',
        object: 'objeto',
        null: 'null',
      },
      oneOf: 'una palabra de una lista',
      numbers: (n) => `${n} números`,
      listOf: (of) => `lista: ${of}`,
      or: ' o ',
    },
    field: 'Campo',
    type: 'Tipo',
    always: 'Siempre presente',
    yes: 'sí',
    no: 'no',
  },

  readingList: {
    title: 'Lista de lectura',
    description: 'Los artículos que ha guardado, conservados en su navegador.',
    kept: 'Los artículos guardados se conservan solo en este navegador, en este dispositivo: no hay cuenta y no se envía nada. Quien borra los datos del navegador borra también la lista; su dirección o una exportación la conserva en otro lugar.',
    needsScript: 'Guardar artículos requiere JavaScript.',
  },

  search: {
    title: 'Búsqueda',
    description: (n) =>
      `Buscar en ${papers(n)}: títulos, autores, resúmenes, identificadores, medios de publicación y temas.`,
    label: 'Buscar en títulos, resúmenes y autores',
    placeholder: 'Títulos, resúmenes, autores',
    button: 'Buscar',
    order: 'Orden',
    narrow: 'Acotar la lista',
    needsScript: 'La búsqueda necesita JavaScript. Sin él se llega a todo así:',
    canBeSearched: (n) =>
      `${papers(n)} ${n === 1 ? 'puede' : 'pueden'} buscarse por palabras del título, el resumen, los autores, el medio de publicación y el tema, por identificador de arXiv y DOI.`,
    orBrowse: 'O recorra',
    papers: 'los artículos',
    themes: 'los temas',
    authors: 'los autores',
    sources: 'las fuentes',
    dialog: 'Buscar en el panorama',
    close: 'Cerrar la búsqueda',
    best: 'Mejores resultados',
    move: 'elegir',
    open: 'abrir',
    dismiss: 'cerrar',
    page: 'Página de búsqueda',
    how: 'Cómo buscar',
    signs: {
      words:
        'artículos con ambas palabras, en cualquier forma: plural, otras terminaciones, otra grafía',
      phrase: 'las palabras exactas, en este orden',
      without: 'sin una palabra; también -"una frase" y -author:gu',
      or: 'una de las dos',
      years: 'artículos de estos años',
    },
    fields: {
      title: 'palabras del título',
      author: 'nombres de autores',
      abstract: 'palabras del resumen',
      theme: 'temas',
      keyword: 'palabras clave',
      venue: 'dónde se publicó',
      year: 'año o años',
      type: 'clase de publicación',
      has: 'código, resumen o matemáticas',
      source: 'la lista de la que procede',
      arxiv: 'identificador de arXiv',
      doi: 'DOI',
    },
    forms:
      'Una palabra halla también su plural y otras terminaciones, la grafía británica y la estadounidense, palabras sin sus acentos, compuestos con guion y sin él, letras griegas por su nombre, y siglas que los artículos del panorama explican; lo que contó se dice sobre los resultados. Palabras como «el» o «the» solo cuentan entre comillas.',
  },

  sources: {
    title: 'Fuentes',
    recordsIn: (records, seeds) =>
      `${count(records, 'registro de origen', 'registros de origen')} en ${count(seeds, 'lista')}`,
    folded: (n) =>
      `${count(n, 'duplicado')} ${n === 1 ? 'unido' : 'unidos'} al artículo que ${n === 1 ? 'repite' : 'repiten'}`,
    leftOut: (n) => `${n} excluidos a mano`,
    inSurvey: (n) => `${papers(n)} en el panorama`,
    description: (seeds, sum) =>
      `Las fuentes del panorama (${count(seeds, 'lista')}): ${sum}. Cada byte está contado.`,
    lead: 'El panorama se leyó de estas listas, conservadas tal como se pegaron. Cada byte de ellas es un campo de un artículo, adorno de la página de la que vino, un separador, o se muestra como no leído.',
    none: 'Todavía no se han añadido fuentes.',
    toPapers: 'De registros a artículos',
    records: 'Registros',
    duplicates: 'Duplicados',
    leftOutHead: 'Excluidos',
    papers: 'Artículos',
    withoutAbstract: 'De ellos sin resumen completo',
    of: (profile) => ` de ${profile}`,
    about: (name) => `Sobre ${name}`,
    file: 'Archivo',
    size: 'Tamaño',
    messages: 'Mensajes',
    source: 'Fuente',
    description1: (label, records, bytes, fate) =>
      `${label}, línea por línea: ${count(records, 'registro')} en ${bytes}, cada uno enlazado con su artículo. ${fate}.`,
    pasted: ', pegada como texto.',
    notRead: ', ni leída ni publicada.',
    download: 'Descargar',
    text: 'Texto',
    formulas: 'Fórmulas',
    aboutSeed: 'Sobre esta lista',
    format: 'Formato',
    notKnown: 'desconocido',
    everyByte: 'Cada byte',
    claims: 'La página anuncia',
    claimed: (claimed, held) => `${papers(claimed)}; la copia contiene ${held}`,
    alsoIn: 'También en',
    inOrder: (n) => `${count(n, 'registro')} en el orden del archivo`,
    line: 'Línea',
    paper: 'Artículo',
    lineByLine: 'Texto, línea por línea',
    lineNumber: (n) => `Línea ${n}`,
    printedAndRebuilt: 'Fórmulas, impresas y reconstruidas',
    rebuiltHtml:
      'La página de la que se copió esto quita a las fórmulas los dólares y las barras inversas. Lo repuesto figura junto a lo impreso. Sin esos signos da el mismo texto; lo que escribió el autor puede diferir aún en el estilo de una letra. Lo que puede ser prosa solo se compone donde es bastante probable; lo que solo una fórmula deja atrás, como <code>^{2}</code>, según su lectura más probable.',
    seed: (name) => `Lista ${name}`,
    emptyFile: 'El archivo está vacío',
    fate: {
      field: 'campos',
      chrome: 'adorno de la página',
      separator: 'separadores',
      nothing: 'nada sin leer',
      unread: (part) => `${part} sin leer`,
    },
    marks: {
      title: 'título',
      names: 'autores',
      id: 'identificador',
      data: 'fecha, comentario y otros campos',
      url: 'enlace',
      text: 'resumen: sin marca',
      notation: 'etiquetas y delimitadores de campos',
      chrome: 'adorno de la página',
      private: 'retenido: rutas locales, direcciones de correo, notas del dueño de una biblioteca',
      unparsed: 'sin leer',
    },
    withheld: 'Retenido',
    withheldHere: (bytes) => `${count(bytes, 'byte')} ${bytes === 1 ? 'retenido' : 'retenidos'}`,
    withheldInAll: (bytes, places) =>
      `${count(bytes, 'byte')} en ${count(places, 'lugar', 'lugares')}: privados, no publicados en ninguna parte`,
    recordAbove: (fields) => `${fields} del registro anterior`,
    excluded: (title, reason) => `${title}, excluido: ${reason}`,
    noPage: 'Registro sin página',
  },

  screening: {
    again: 'Búsquedas repetidas',
    fresh: 'Nuevos',
    vanished: 'Ya no encontrados',
    copyText: 'Copiar el texto',
    colon: ': ',
    title: 'Cribado',
    lead: 'Dónde se encontraron los artículos de esta revisión y qué fue de cada registro hasta los incluidos.',
    flow: 'Flujo de la revisión',
    databases: 'Identificación de estudios en bases de datos y registros',
    others: 'Identificación de estudios por otros métodos',
    identified: 'Registros identificados',
    before: 'Registros eliminados antes del cribado',
    duplicates: 'Registros duplicados',
    removed: 'Registros eliminados por otras razones',
    screened: 'Registros cribados',
    unscreened: 'Registros aún no cribados',
    excluded: 'Registros excluidos',
    sought: 'Informes buscados',
    notRetrieved: 'Informes no recuperados',
    assessed: 'Informes evaluados para elegibilidad',
    unassessed: 'Informes aún no evaluados',
    excludedFullText: 'Informes excluidos',
    included: 'Informes de estudios incluidos',
    noReason: 'Sin motivo indicado',
    contested: 'Decisiones que se contradicen',
    methods: 'Texto para los métodos',
    sets: 'Descargar los conjuntos',
    asSvg: 'El flujo en SVG',
    asCsv: 'El flujo en CSV',
    sources: 'Fuentes',
    phases: {
      identification: 'Identificación',
      screening: 'Cribado',
      included: 'Incluidos',
    },
    kinds: {
      database: 'Base de datos',
      register: 'Registro de estudios',
      website: 'Sitio web',
      organisation: 'Organización',
      citation: 'Búsqueda de citas',
      other: 'Otra fuente',
    },
    set: {
      included: 'Incluidos',
      excluded: 'Excluidos',
      undecided: 'Sin decidir',
    },
    searched: (on) => `consultada el ${on}`,
    edition: (name) => `Edición ${name} del panorama.`,
    software: (version) =>
      `Leído y sin duplicados con Florilegium ${version}. Números y términos según PRISMA 2020 (doi:10.1136/bmj.n71).`,
  },

  report: {
    title: 'Informe sobre las fuentes',
    description: (n) =>
      `Qué fue de ${count(n.records, 'registro de origen', 'registros de origen')}: ${count(n.duplicates, 'duplicado')}, ${n.excluded} excluidos, ${papers(n.papers)} incluidos; adónde fue cada byte, y dónde discrepan las fuentes.`,
    lead: 'Qué fue de cada registro y de cada byte, qué tiene que decir la lectura, y dónde discrepan las fuentes.',
    toPapers: 'De registros a artículos',
    what: 'Qué',
    howMany: 'Cuántos',
    sum: 'La suma',
    sumText: (n) =>
      `${count(n.records, 'registro')} − ${count(n.duplicates, 'duplicado')} − ${count(n.excluded, 'excluido')} = ${papers(n.papers)}.`,
    everyByte: 'Cada byte',
    noSeed: 'Todavía no se han añadido fuentes.',
    bytesOfSeeds: 'Bytes de cada lista',
    bytesCaption: 'Bytes de cada lista según lo que fue de ellos',
    seed: 'Lista',
    readAs: 'Leída como',
    records: 'Registros',
    fields: 'Campos',
    furniture: 'Adorno',
    separators: 'Separadores',
    notRead: 'Sin leer',
    textNotRead: 'Texto que no se leyó',
    mathematics: 'Matemáticas',
    noFormulas: 'Ningún título ni resumen de este panorama contiene fórmulas.',
    aboutMath: 'Sobre las matemáticas',
    aboutMathText:
      'Contado en los títulos y resúmenes que muestra el panorama. Algunos sitios quitan el TeX a las fórmulas. Se repone donde una lectura es bastante probable y da el mismo texto al quitarlo de nuevo; el resto se deja como se imprime. Cada página de fuente muestra ambos lado a lado.',
    messages: 'Mensajes',
    aboutMessages: 'Sobre los mensajes',
    asTextHtml: 'Los mismos <a href="messages.txt">como líneas de texto</a>.',
    nothing: 'Nada que informar.',
    disagree: 'Dónde discrepan las fuentes',
    agree: 'Las fuentes concuerdan donde indican el mismo campo del mismo artículo.',
    aboutDisagree: 'Sobre las discrepancias',
    aboutDisagreeText:
      'El valor que muestra una página lo elige una regla; los demás se guardan y se enumeran aquí y en la página del artículo.',
    report: 'Informe',
    none: 'Ninguno.',
    leftOutByHand: 'Excluido a mano',
    alsoInHtml: (place) => `también en ${place}`,
    shown: 'se muestra: ',
    also: 'también: ',
    papers: 'Artículos',
    recordsHead: 'Registros',
    steps: {
      records: (n) => (n === 1 ? 'registro de origen hallado' : 'registros de origen hallados'),
      duplicates: (n) =>
        n === 1
          ? 'duplicado, unido al artículo que repite'
          : 'duplicados, unidos al artículo que repiten',
      excluded: (n) => `${n === 1 ? 'excluido' : 'excluidos'} a mano, cada uno con un motivo`,
      included: (n) => `${n === 1 ? 'artículo' : 'artículos'} en el panorama`,
      incomplete: () => 'de ellos sin resumen completo',
    },
    lists: {
      records: {
        title: 'Registros de origen',
        lead: 'Cada registro de una lista, en el orden del archivo, con el artículo en que se convirtió.',
      },
      duplicates: {
        title: 'Duplicados',
        lead: 'Registros que describen un artículo que otro ya describe. Nada de lo que dicen se pierde.',
      },
      incomplete: {
        title: 'Artículos incompletos',
        lead: 'Artículos del panorama cuyo resumen completo no da ninguna fuente.',
      },
      excluded: {
        title: 'Excluidos a mano',
        lead: 'Lo que una corrección o una decisión deja fuera del panorama, cada cosa con su motivo.',
      },
      disagreements: {
        title: 'Dónde discrepan las fuentes',
        lead: 'Campos para los que las fuentes de un artículo dan valores distintos.',
      },
    },
    listDescription: (title, total, lead) => `${title} (${total}). ${lead}`,
    lack: { none: 'ningún resumen en ninguna fuente', cut: 'la copia acaba dentro del resumen' },
    formulas: 'Fórmulas',
    texts: 'Títulos y resúmenes',
    textCount: (n) => count(n, 'texto'),
    commandsIn: (n, texts) => `${count(n, 'orden', 'órdenes')} en ${count(texts, 'texto')}`,
    formulasIn: (n, texts) => `${count(n, 'fórmula')} en ${count(texts, 'texto')}`,
    math: {
      intact: {
        title: 'Fórmulas intactas',
        lead: 'LaTeX en la fuente, compuesto tal como está.',
        label: 'intactas: LaTeX en la fuente',
      },
      mended: {
        title: 'Fórmulas reparadas',
        lead: 'LaTeX en la fuente, pero con paréntesis angulares donde había llaves; las llaves se han repuesto.',
        label: 'reparadas: paréntesis angulares vueltos llaves',
      },
      repaired: {
        title: 'Fórmulas reconstruidas',
        lead: 'La página copiada quita a las fórmulas dólares y barras inversas. Se han repuesto; al quitarlos se obtiene el texto de la fuente.',
        label: 'reconstruidas a partir de una lista que había perdido su TeX',
      },
      left: {
        title: 'Dejado como lo imprime la lista',
        lead: 'Texto que parece una fórmula sin sus signos y no se reconstruyó, porque puede ser prosa o su lectura es demasiado dudosa.',
        label: 'dejado como lo imprime la lista',
      },
      set: {
        title: 'Fórmulas compuestas',
        lead: 'Fórmulas compuestas como HTML y MathML, vengan de donde vengan.',
        label: 'fórmulas compuestas como HTML y MathML',
      },
      'not-set': {
        title: 'Fórmulas que no pueden componerse',
        lead: 'Mostradas como LaTeX, cada una con el motivo.',
        label: 'mostradas como LaTeX porque no pueden componerse',
      },
      'unknown-commands': {
        title: 'Órdenes desconocidas',
        lead: 'Órdenes propias de los autores en las fórmulas: su nombre se compone en redonda en lugar de lo que significan.',
        label: 'órdenes desconocidas, mostradas por su nombre',
      },
      'texts-without': {
        title: 'Textos sin fórmulas',
        lead: 'Títulos y resúmenes sin fórmulas.',
        label: 'títulos y resúmenes sin fórmulas',
      },
      'texts-set': {
        title: 'Textos con todas las fórmulas compuestas',
        lead: 'Títulos y resúmenes cuyas fórmulas están todas compuestas.',
        label: 'con todas las fórmulas compuestas',
      },
      'texts-partly': {
        title: 'Textos compuestos en parte',
        lead: 'Títulos y resúmenes en los que algo queda como lo imprime la lista o se muestra como LaTeX.',
        label: 'con algo dejado como se imprime o mostrado como LaTeX',
      },
    },
  },
};

/** Spanish words of the scripts. */
export const scripts: ScriptWords['scripts'] = {
  copied: 'Copiado',
  lightPage: 'Página clara',
  darkPage: 'Página oscura',
  newerEdition: 'Hay una edición más reciente de este panorama.',
  reload: 'Recargar',
  notNow: 'Ahora no',
};

/** What is said where papers are exported. */
export const exporting: ScriptWords['exporting'] = {
  failure:
    'No se pudieron leer los artículos. Recargue la página: el panorama puede haber cambiado.',
  collecting: 'Reuniendo los artículos…',
  format: 'Formato ',
  download: 'Descargar',
  copy: 'Copiar',
  from: (n, survey, edition) =>
    `${n === 1 ? '1 artículo' : `${n} artículos`} de «${survey}»${edition === undefined ? '' : `, edición ${edition}`}, ${n === 1 ? 'encontrado' : 'encontrados'} con`,
  saved: (name) => `Guardado como ${name}.`,
  copied: (format) => `Copiado como ${format}.`,
  offer: (n) => (n === 1 ? 'Exportar este artículo' : `Exportar estos ${n} artículos`),
};

/** What the search says. */
export const reading: ScriptWords['reading'] = {
  save: 'Guardar en la lista de lectura',
  saveOne: (title) => `Guardar en la lista de lectura: ${title}`,
  count: (n) =>
    `${n} ${n === 1 ? 'artículo' : 'artículos'} en la lista de lectura, en este navegador`,
  notKept: 'Este navegador no conserva nada, o nada más.',
  empty: 'Aún no hay nada guardado. Cada artículo tiene un botón para ello.',
  shared: (n) =>
    `${n} ${n === 1 ? 'artículo elegido' : 'artículos elegidos'} por alguien, en esta dirección`,
  addAll: 'Añadir todo a mi lista de lectura',
  share: 'Dirección de esta lista',
  print: 'Imprimir',
  removeAll: 'Quitar todo',
  own: 'Mi lista de lectura',
  gone: 'Ya no está en este panorama: ',
  newSince: (n) =>
    `${n} ${n === 1 ? 'artículo es nuevo' : 'artículos son nuevos'} desde su última visita`,
  nothingNew: 'No hay nada nuevo desde su última visita.',
  fresh: 'Nuevo',
  fileName: 'lista de lectura',
};

export const searching: ScriptWords['searching'] = {
  papers: (n) => `${n} ${n === 1 ? 'artículo' : 'artículos'}`,
  themes: 'Temas',
  pagesHead: 'Páginas',
  papersHead: 'Artículos',
  papersBefore: 'Artículos: ',
  etAl: ' et al.',
  found: (n, query, beginning) =>
    `${series(
      [
        papers(n.papers),
        ...(n.themes > 0 ? [count(n.themes, 'tema', 'temas')] : []),
        ...(n.pages > 0 ? [count(n.pages, 'página', 'páginas')] : []),
      ],
      ', ',
      ' y ',
    )}${query === '' ? '' : ` para ${quoted(query)}`}${
      beginning === undefined ? '' : `, con palabras que empiezan por ${quoted(`${beginning}…`)}`
    }`,
  noPaperHas: (words) => `Ningún artículo contiene ${series(words.map(quoted), ', ', ' o ')}.`,
  noPaperHasAll: 'Ningún artículo contiene todo esto.',
  alsoAs: (word, forms, more) =>
    `${quoted(word)} también como ${forms.join(', ')}${more > 0 ? ` y ${more === 1 ? 'otra forma' : `otras ${more} formas`}` : ''}`,
  nearWith: (words) => `Cerca: artículos con ${series(words.map(quoted), ', ', ' y ')}`,
  nearSome: 'Cerca: artículos con algunas de las palabras',
  nearOnly: 'Cerca: ningún artículo tiene todas las palabras; estos tienen algunas',
  didYouMean: '¿Quiso decir ',
  questionEnd: '? ',
  takesIt: ' en el campo lo toma.',
  recent: 'Búsquedas recientes, guardadas en este navegador',
  forget: (query) => `Olvidar ${query}`,
  clear: 'Quitar todas las opciones',
  all: (n) => `Los ${n}`,
  allValues: (label, n) => `${label}: los ${n} valores`,
  without: 'Sin ',
  more: (n, of) => `Mostrar ${n} más de ${of}`,
  nothing: 'Nada aquí contiene esto. ',
  fewerChoices: 'Pruebe con menos palabras o menos opciones.',
  otherWords: 'Pruebe con otras palabras o con menos.',
  nothingFor: (query) => `No se halló nada para ${quoted(query)}.`,
  page: 'Página de búsqueda',
  allResults: (n) => (n === 1 ? 'El único resultado' : `Los ${n} resultados`),
  tryAgain: 'Reintentar',
  edit: (term) => `Editar ${term}`,
  takeOut: (term) => `Quitar ${term}`,
  terms: 'Términos de esta búsqueda',
  noIndex:
    'No hay índice de búsqueda junto a esta página, abierta desde el disco. Si está en un archivo zip, extraiga primero toda la carpeta.',
  searching: 'Buscando…',
  notLoaded: 'No se pudo cargar el índice de búsqueda. Compruebe la conexión y reinténtelo.',
  facets: {
    theme: 'Tema',
    keyword: 'Palabra clave',
    year: 'Año',
    type: 'Clase',
    source: 'Fuente',
    venue: 'Medio de publicación',
    with: 'Con',
    own: 'Del cribado',
  },
  with: { Code: 'Código', Abstract: 'Resumen', 'Rebuilt math': 'Fórmulas reconstruidas' },
  orders: {
    best: 'Mejor coincidencia',
    newest: 'Más recientes',
    oldest: 'Más antiguos',
    title: 'Título',
  },
  problems: {
    noWord: 'Aquí no hay ninguna letra ni cifra que buscar.',
    openQuote: 'Falta cerrar unas comillas; la frase llega hasta el final.',
    brackets: 'Los paréntesis no agrupan nada aquí; OR une los términos a sus lados.',
    or: 'OR va entre dos términos.',
    noField: (name) => `${quoted(`${name}:`)} no es un campo; se buscó como palabra.`,
    noValue: (name, sample) => `${quoted(`${name}:`)} no nombra nada; un ejemplo es ${sample}.`,
    noYear: (value) =>
      `${quoted(`year:${value}`)} no es un año; ejemplos: year:2024 y year:2024..2026.`,
  },
};
