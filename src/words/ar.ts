import { type FieldWords, fieldWord } from './fields.ts';
import { eachSaid, figures, partsOf, series, spaced } from './formats.ts';
import type { PageWords, ScriptWords } from './words.ts';

const { number, decimal, share } = /* @__PURE__ */ figures(',', '.', '%');

const MONTHS = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغسطس',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
];

/** A noun as figures take it: one, two, three to ten, eleven to ninety-nine, and whole hundreds. */
type Forms = readonly [one: string, two: string, few: string, many: string, hundreds: string];

const PAPER: Forms = ['ورقة واحدة', 'ورقتان', 'أوراق', 'ورقة', 'ورقة'];
const THEME: Forms = ['موضوع واحد', 'موضوعان', 'مواضيع', 'موضوعًا', 'موضوع'];
const AUTHOR: Forms = ['مؤلف واحد', 'مؤلفان', 'مؤلفين', 'مؤلفًا', 'مؤلف'];
const LIST: Forms = ['قائمة واحدة', 'قائمتان', 'قوائم', 'قائمة', 'قائمة'];
const RECORD: Forms = ['سجل واحد', 'سجلان', 'سجلات', 'سجلًا', 'سجل'];
const DUPLICATE: Forms = ['مكرر واحد', 'مكرران', 'مكررات', 'مكررًا', 'مكرر'];
const TEXT: Forms = ['نص واحد', 'نصان', 'نصوص', 'نصًا', 'نص'];
const PAGE: Forms = ['صفحة واحدة', 'صفحتان', 'صفحات', 'صفحة', 'صفحة'];
const FORMULA: Forms = ['صيغة واحدة', 'صيغتان', 'صيغ', 'صيغة', 'صيغة'];
const BYTE: Forms = ['بايت واحد', 'بايتان', 'بايتات', 'بايتًا', 'بايت'];

const count = (n: number, [one, two, few, many, hundreds]: Forms): string => {
  if (n === 1) return one;
  if (n === 2) return two;
  const rest = n % 100;
  return `${number(n)} ${rest >= 3 && rest <= 10 ? few : rest >= 11 ? many : hundreds}`;
};
const date = (iso: string): string => {
  const [year, month, day] = partsOf(iso);
  return spaced(day, month && MONTHS[month - 1], year);
};
const list = (items: readonly string[]) => series(items, '، ', ' و');
const papers = (n: number) => count(n, PAPER);
const quoted = (text: string) => `«${text}»`;

const FIELDS: FieldWords = {
  title: 'العنوان',
  subtitle: 'العنوان الفرعي',
  authors: 'المؤلفون',
  author: 'المؤلف',
  et_al: 'علامة مؤلفين آخرين',
  author_count: 'عدد المؤلفين',
  abstract: 'الملخص',
  arxiv: 'معرّف arXiv',
  doi: 'DOI',
  openreview: 'معرّف OpenReview',
  acl: 'معرّف ACL Anthology',
  pmid: 'معرّف PubMed',
  url: 'الرابط',
  issued: 'التاريخ',
  date: 'التاريخ',
  posted: 'تاريخ المسودة الأولية',
  updated: 'تاريخ التحديث',
  year: 'السنة',
  categories: 'فئات الموضوع',
  comment: 'تعليق',
  venue: 'جهة النشر',
  venue_subtitle: 'العنوان الفرعي لجهة النشر',
  venue_short: 'الاسم المختصر لجهة النشر',
  container_title_short: 'الاسم المختصر لجهة النشر',
  volume: 'المجلد',
  issue: 'العدد',
  page: 'الصفحات',
  pages: 'الصفحات',
  article_number: 'رقم المقال',
  publisher: 'الناشر',
  publisher_place: 'مكان النشر',
  editor: 'المحرر',
  editors: 'المحررون',
  translator: 'المترجم',
  translators: 'المترجمون',
  chapter: 'الفصل',
  chapter_number: 'الفصل',
  page_count: 'عدد الصفحات',
  number_of_pages: 'عدد الصفحات',
  edition: 'الطبعة',
  series: 'السلسلة',
  collection_title: 'السلسلة',
  series_number: 'الرقم في السلسلة',
  collection_number: 'الرقم في السلسلة',
  isbn: 'ISBN',
  issn: 'ISSN',
  institution: 'المؤسسة',
  event: 'الحدث',
  event_place: 'مكان الحدث',
  event_date: 'تاريخ الحدث',
  language: 'اللغة',
  keyword: 'الكلمة المفتاحية',
  keywords: 'الكلمات المفتاحية',
  version: 'الإصدار',
  genre: 'الجنس',
  status: 'الحالة',
  note: 'ملاحظة',
  citation_key: 'مفتاح الاستشهاد',
  journal_ref: 'مرجع المجلة',
  code_url: 'الشيفرة',
  has_code: 'علامة وجود شيفرة',
  score: 'الدرجة',
  org: 'المؤسسة',
  upvotes: 'الأصوات',
  comments: 'التعليقات',
  type: 'النوع',
  other: 'غير ذلك',
  private: 'خاص',
  identifiers: 'المعرّفات',
  themes: 'المواضيع',
};

/** Kinds of listings, by their English names. */
const LISTINGS: Record<string, string> = {
  'arXiver author page': 'صفحة مؤلف في arXiver',
  'Markdown list of papers': 'قائمة أوراق بصيغة Markdown',
  'Hugging Face dataset viewer': 'عارض بيانات Hugging Face',
  'dblp person page': 'صفحة شخص في dblp',
  'Google Scholar profile': 'ملف في Google Scholar',
  'list of identifiers': 'قائمة معرّفات',
  'Hugging Face papers page': 'صفحة أوراق في Hugging Face',
  'scholarfeed author page': 'صفحة مؤلف في scholarfeed',
  'table of papers (CSV or TSV)': 'جدول أوراق (CSV أو TSV)',
  'arXiv search results': 'نتائج بحث في arXiv',
  'arXiv mailing': 'رسالة بريدية من arXiv',
  'PubMed citations (.nbib)': 'استشهادات PubMed ‏(.nbib)',
  'Web of Science export': 'تصدير من Web of Science',
  'works of OpenAlex, Semantic Scholar, Lens or DataCite (JSON)':
    'أعمال من OpenAlex أو Semantic Scholar أو Lens أو DataCite ‏(JSON)',
  'arXiv listing': 'قائمة من arXiv',
  'arXiv API answer or feed': 'رد واجهة arXiv البرمجية أو موجز',
  'arXiv metadata (OAI-PMH)': 'بيانات وصفية من arXiv ‏(OAI-PMH)',
  'arXiv abstract page': 'صفحة ملخص في arXiv',
  'data of papers (layout inferred)': 'بيانات أوراق (بنية مستنتجة)',
  'labelled records (layout inferred)': 'سجلات موسومة (بنية مستنتجة)',
  'repeating blocks (layout inferred)': 'كتل متكررة (بنية مستنتجة)',
  'Unknown text': 'نص غير معروف',
  'PDF document': 'مستند PDF',
  'ZIP archive, or a document of Word, Excel or OpenOffice':
    'أرشيف ZIP، أو مستند Word أو Excel أو OpenOffice',
  'survey file (JSON or JSON Lines)': 'ملف استعراض (JSON أو JSON Lines)',
};

const HELD: Record<string, string> = {
  survey: 'كل ما تعرضه الصفحات، وأين قُرئت كل قيمة.',
  schema: 'شكل ملف الاستعراض (المسودة 2020-12).',
  bibtex: 'لبرنامج BibTeX وأنماطه التقليدية؛ والصيغ بلغة LaTeX، مع الملخصات.',
  biblatex: 'لبرنامجي biblatex وbiber: تواريخ كاملة وحقول eprint، مع الملخصات.',
  ris: 'لبرامج Zotero وEndNote وMendeley وPapers.',
  'csl-json': 'لبرنامجي Zotero وpandoc ومعالجات الاستشهاد.',
  enw: 'لبرنامج EndNote: يُفتح بنقرة مزدوجة.',
  'endnote-xml': 'لبرامج EndNote وCitavi وMendeley: الشيء نفسه بصيغة XML.',
  csv: 'صف لكل ورقة، للجداول الحسابية.',
  markdown: 'قائمة قراءة مع الملخصات.',
  'json-lines': 'ورقة في كل سطر، كعنصر من works في ملف الاستعراض.',
};

/** Arabic words of the pages. */
export const pages: PageWords = {
  language: 'ar',
  number,
  share,
  percent: (n) => `${n}%`,
  date,
  month: (iso) => date(iso.slice(0, 7)),
  bytes: (n) =>
    n < 1000
      ? count(n, BYTE)
      : n < 1e6
        ? `${decimal(n / 1e3)} كيلوبايت`
        : `${decimal(n / 1e6)} ميغابايت`,
  list,
  comma: '، ',
  quoted,
  inWords: (n) =>
    'لا شيء|واحدة|اثنتان|ثلاث|أربع|خمس|ست|سبع|ثمانٍ|تسع|عشر'.split('|')[n] ?? number(n),
  lines: ([first, last]) => (first === last ? `السطر ${first}` : `الأسطر ${first} إلى ${last}`),
  papers,
  themes: (n) => count(n, THEME),
  authors: (n) => count(n, AUTHOR),
  seeds: (n) => count(n, LIST),
  records: (n) => count(n, RECORD),
  sourceRecords: (n) =>
    count(n, ['سجل مصدر واحد', 'سجلّا مصدر', 'سجلات مصدر', 'سجل مصدر', 'سجل مصدر']),
  duplicates: (n) => count(n, DUPLICATE),
  entries: (n) => count(n, ['مدخل واحد', 'مدخلان', 'مداخل', 'مدخلًا', 'مدخل']),
  fields: (n) => count(n, ['حقل واحد', 'حقلان', 'حقول', 'حقلًا', 'حقل']),
  values: (n) => count(n, ['قيمة واحدة', 'قيمتان', 'قيم', 'قيمة', 'قيمة']),
  remarks: (n) => count(n, ['ملاحظة واحدة', 'ملاحظتان', 'ملاحظات', 'ملاحظة', 'ملاحظة']),
  messages: (n) => count(n, ['رسالة واحدة', 'رسالتان', 'رسائل', 'رسالة', 'رسالة']),
  lineCount: (n) => count(n, ['سطر واحد', 'سطران', 'أسطر', 'سطرًا', 'سطر']),
  field: (name) => fieldWord(FIELDS, name),
  listing: (label) => eachSaid(LISTINGS, label),
  scheme: { url: 'الرابط' },
  severity: { error: 'خطأ', warning: 'تحذير', note: 'تنبيه' },
  severities: {
    error: (n) => count(n, ['خطأ واحد', 'خطآن', 'أخطاء', 'خطأ', 'خطأ']),
    warning: (n) => count(n, ['تحذير واحد', 'تحذيران', 'تحذيرات', 'تحذيرًا', 'تحذير']),
    note: (n) => count(n, ['تنبيه واحد', 'تنبيهان', 'تنبيهات', 'تنبيهًا', 'تنبيه']),
  },
  undated: 'بلا تاريخ',
  upTo: (year) => `حتى ${year}`,
  sameAsTable: 'الشيء نفسه في جدول',
  newestFirst: 'الأحدث أولًا',
  editionOf: (name, changed) => `إصدار ${date(name)}${changed ? '، مع تغييرات لاحقة' : ''}`,
  editionWithin: (label) => label,

  frame: {
    skip: 'انتقل إلى النص',
    main: 'القائمة الرئيسة',
    papers: 'الأوراق',
    themes: 'المواضيع',
    authors: 'المؤلفون',
    sources: 'المصادر',
    about: 'حول',
    search: 'بحث',
    curatedBy: 'إشراف:',
    licenceHtml: (licence) => `نص الاستعراض برخصة ${licence}؛ الملخصات ملك لمؤلفيها.`,
    madeWith: 'صُنع باستخدام Florilegium.',
    howMade: 'كيف أُعدّ',
    report: 'تقرير عن المصادر',
    changes: 'التغييرات',
    howToCite: 'كيفية الاستشهاد',
    offlineCopy: (edition) =>
      edition === undefined ? 'نسخة بلا اتصال' : `نسخة بلا اتصال، ${date(edition)}`,
    see: (reason, link) => `${reason}انظر ${link}.`,
  },

  home: {
    survey: 'استعراض',
    inNumbers: 'الاستعراض بالأرقام',
    papers: 'الأوراق',
    span: (from, to) => (from === to ? `، من ${to}` : `، من ${from} إلى ${to}`),
    themes: 'المواضيع',
    authors: 'المؤلفون',
    sources: 'المصادر',
    readDrawings: 'كيف تُقرأ الرسوم',
    stalks: 'كل ساق سنة، وارتفاعها عدد الأوراق، بمقياس واحد لجميع المواضيع.',
    several: (homeless) =>
      `قد ترد الورقة في عدة مواضيع.${homeless === 0 ? '' : ` خارج المواضيع: ${papers(homeless)}.`}`,
    themesByYear: 'المواضيع حسب السنة',
    latest: 'أحدث الأوراق',
    none: 'لم تُضف أي أوراق بعد.',
    more: 'أوراق أخرى',
    all: (n) => (n === 1 ? papers(n) : `جميع الأوراق (${number(n)})`),
    cite: 'كيفية الاستشهاد',
    permalinksHtml: (to) =>
      `للإشارة إلى ورقة واحدة استعمل رابطها الدائم. تُثبَّت الروابط الدائمة عند أول ظهور للورقة ولا تُعطى لغيرها أبدًا. وما جاء به كل إصدار مذكور في <a href="${to('/changes/')}">التغييرات</a>.`,
    data: 'البيانات',
    allFiles: 'جميع الملفات',
    reference: (title, n) => `${title}: استعراض (${papers(n)})`,
    in: (whole) => `في: ${whole}`,
  },

  found: {
    survey: (n, from, to) =>
      n === 0
        ? 'استعراض لأوراق بحثية.'
        : `استعراض للأدبيات: ${papers(n)}${from === undefined ? '' : from === to ? ` من سنة ${from}` : ` من ${from} إلى ${to}`}.`,
    filedUnder: (keyword) => `مصنفة تحت ${quoted(keyword)}.`,
    filedScope: (keyword) => `الأوراق التي تصنفها مصادر هذا الاستعراض تحت ${quoted(keyword)}.`,
    wordsScope: (terms) =>
      `الأوراق التي ترد هذه الكلمات في عناوينها وملخصاتها أكثر من غيرها: ${terms}.`,
    sameAuthors: (n) => (n === 1 ? 'مؤلف مشترك' : 'مؤلفون مشتركون'),
    alike: {
      identifier: 'أحد المعرّفات هو نفسه',
      title: 'العنوانان متطابقان',
      almost: (part) => `الملخصان متطابقان تقريبًا (${part} من نصهما)`,
      share: (part) => `يشترك الملخصان في ${part} من نصهما`,
      but: (common, apart) => `${common.join(' و')}، لكن ${apart}`,
      apart: {
        correction: 'تصحيحًا يفصل بينهما',
        identifiers: 'المعرّفات مختلفة',
        others: 'معرّفات أخرى مختلفة',
        titles: 'العنوانين مختلفان',
        unproven: 'لا شيء يدل على أنهما ورقة واحدة',
      },
    },
  },

  cite: { showBibtex: 'إظهار BibTeX', copyBibtex: 'نسخ BibTeX' },

  licences: {
    title: 'الرخص',
    lead: 'ما صُنع به هذا الموقع، وبأي رخص يحصل عليه القراء.',
    parts: 'البرامج والخطوط',
    part: 'الجزء',
    licence: 'الرخصة',
    citeproc:
      'يصوغ المراجع برنامج citeproc-js، Copyright (c) 2009-2019 Frank Bennett، برخصة Common Public Attribution License (CPAL 1.0) أو GNU Affero General Public License حسب اختيارك؛ ومصدره في github.com/Juris-M/citeproc-js.',
  },

  about: {
    licencesHtml: (to) =>
      `للبرامج والخطوط المرفقة بهذه الصفحات <a href="${to('/licences/')}">رخص</a> خاصة بها.`,
    title: 'حول',
    description:
      'ما هذا الاستعراض، وكيف قُرئت أوراقه، وكيف تُستخرج المواضيع والأوراق ذات الصلة، وكيف يُستشهد به ويُصحَّح.',
    heading: 'كيف أُعدّ هذا الاستعراض',
    inNumbers: 'بالأرقام',
    sources: 'المصادر',
    sourceRecords: 'سجلات المصادر',
    papers: 'الأوراق',
    themes: 'المواضيع',
    edition: 'الإصدار',
    reading: 'كيف قُرئت الأوراق',
    readingHtml: (to, n) => [
      `يبدأ الاستعراض بقوائم أوراق (${count(n.seeds, LIST)}) لُصقت من صفحات الويب أو صدّرتها برامج أخرى، وحُفظت بايتًا بايتًا (لا تُنشر المسارات المحلية وعناوين البريد التي فيها). ولكل نوع من القوائم قارئ يستخرج منها الأوراق. كل قيمة يأخذها تُتتبَّع إلى ملفها وأسطرها، وكل بايت لا يأخذه محسوب بوصفه من زوائد الصفحة أو فاصلًا أو غير مقروء؛ ويمكن قراءة <a href="${to('/sources/')}">المصادر</a> سطرًا سطرًا بهذه العلامات.`,
      `السجلات التي تحمل المعرّف نفسه، أو العنوان نفسه وملخصًا متشابهًا، هي ورقة واحدة: ${count(n.records, RECORD)} ← ${papers(n.papers)}. وحيث تختلف المصادر تعرض الصفحة قيمة واحدة وتحفظ البقية تحت «من أين نعرف هذا». والأوراق المتشابهة التي ليست ورقة واحدة تذكر ذلك وتشير إحداها إلى الأخرى.`,
    ],
    keptText:
      'يحفظ الاستعراض من كل ورقة ما تذكره مصادرها: العنوان والمؤلفون والمحررون والمترجمون والملخص والنوع وصنف العمل على وجه أدق (كتيّب أو فيلم أو قضية قانونية) والمجلة أو وقائع المؤتمر أو الكتاب والمجلد والعدد والفصل والصفحات أو رقم المقالة وعدد الصفحات والناشر ومكانه والطبعة والسلسلة وISBN وISSN والجامعة أو المؤسسة والحدث بمكانه وأيامه واللغة والنسخة والكلمات المفتاحية والعناوين والفئات والمعرّفات ويوم النشر، وبمعزل عنه يوم إيداع النسخة الأولية، والمفتاح الذي يُستشهد بها به. ويُحسم مرة واحدة كيف نُشرت، لتقول الصفحة والمراجع والتنزيلات والبيانات الوصفية الشيء نفسه. ولا تُسمى الورقة نسخة أولية إلا حيث يقول مصدر ذلك، أو حيث يحفظها خادم نسخ أولية ولا يحويها شيء آخر.',
    correctedHtml: (corrected, inferred) =>
      `ما لا تقوله المصادر يجوز أن يُدخل يدويًا أو يُبحث عنه في سجلات arXiv وCrossref وDataCite وOpenAlex، على هيئة تصحيح له سبب ودليل؛ ${corrected === 0 ? 'ولا تصحيح لأي ورقة' : `وعدد الأوراق المصححة: ${number(corrected)}`}. وما لا يقوله هذا ولا ذاك يجوز أن يُستنتج بقاعدة، وعندئذ تسميه الصفحة مستنتجًا${inferred > 0 ? ` (عدد العناوين المستنتجة: ${number(inferred)})` : ''}. ولا يُضاف شيء آخر: الملخص الذي ينقطع في مصدره ينقطع هنا.`,
    formulasHtml: (to) =>
      `الصيغ المكتوبة بلغة LaTeX في المصدر تُنضَّد منها. وبعض القوائم تنزع العلامات التي تجعل النص صيغة، فيعيدها نموذج صغير مدرَّب حيث يكون واثقًا، وحيث لا يمكن أن يكون قد ورد إلا صيغة فبأرجح القراءات؛ وقد يخطئ. ويجب أن يعطي نزع العلامات من جديد نص المصدر، وإلا بقي النص كما كان. وتذكر صفحة الورقة عدد الصيغ المستعادة وتعرض كلًا منها بجانب النص الذي صيغت منه؛ وتعرض صفحة المصدر الاثنين جنبًا إلى جنب، ويحصي <a href="${to('/report/#mathematics')}">التقرير</a> ما استُعيد وما تُرك.`,
    assigning: 'كيف تُسند المواضيع',
    assigningHtml: (suggested) =>
      `${
        suggested
          ? 'لكل موضوع وصف للنطاق وقواعد، ولأغلب ما يكتبه الناس نص أيضًا. أما المواضيع الموسومة بأنها مقترحة فقد وجدها البرنامج: تُجمع الأوراق التي تصنفها مصادرها تحت كلمة مفتاحية واحدة أو التي تتشارك نصوصها الكلمات من أوجه كثيرة، ثم تُلائَم القواعد معها.'
          : 'كل موضوع مكتوب يدويًا: وصف للنطاق ونص وقواعد.'
      } والقواعد مصطلحات لها أوزان؛ يُحسب المصطلح في العنوان ثلاثة أضعاف حسابه في الملخص، وكل ورود آخر يُحسب أقل. وتنتمي الورقة إلى موضوع إذا بلغت مصطلحاتها عتبته، وإلى ثلاثة مواضيع على الأكثر. ويجوز أن توضع ورقة في موضوع أو تُستبعد منه يدويًا. ولا يقرر أي نموذج: النص نفسه والقواعد نفسها يعطيان دائمًا المواضيع نفسها، وتذكر صفحة كل ورقة المصطلحات التي وضعتها هناك.`,
    related: 'كيف تُستخرج الأوراق ذات الصلة',
    relatedText:
      'تكون ورقتان ذواتَي صلة إذا اشترك عنواناهما وملخصاهما في كلمات لا تستعملها إلا أوراق قليلة أخرى من الاستعراض، أو إذا كان لهما مؤلفون مشتركون. وتُذكر الكلمات والأسماء مع كل رابط.',
    authors: 'المؤلفون',
    authorsText:
      'تُجمع الأوراق تحت اسم المؤلف كما طُبع. والكتابات التي لا تختلف إلا في حالة الأحرف أو علامات التشكيل أو الترقيم تُجمع معًا وتُذكر. ويتقاسم شخصان يحملان الاسم نفسه صفحة واحدة؛ ولا يخمّن الاستعراض من هو من.',
    permalinks: 'الروابط الدائمة والاستشهاد',
    permalinksHtml: (to) =>
      `يُثبَّت الرابط الدائم للورقة عند أول ظهورها، ولا يتغير أبدًا ولا يُعطى لغيرها؛ رابط الورقة المدموجة يقود إلى ما دُمجت فيه، ورابط المسحوبة يذكر السبب. وما جاء به كل إصدار مذكور في <a href="${to('/changes/')}">التغييرات</a>. ويقود المعرّف إلى ورقته من عنوان مثل /id/arxiv/2401.01234/ أو /id/doi/10.1000/182/. وتقدم صفحة كل ورقة مرجعًا وملفات BibTeX وRIS وCSL JSON؛ وتذكر <a href="${to('/#cite')}">الصفحة الأولى</a> كيف يُستشهد بالاستعراض كله. ويمكن تنزيل كل ذلك: <a href="${to('/data/survey.json')}">JSON</a> و<a href="${to('/data/works.bib')}">BibTeX</a> و<a href="${to('/data/works.ris')}">RIS</a> و<a href="${to('/data/works.csl.json')}">CSL JSON</a>.`,
    offline: 'القراءة بلا اتصال',
    offlineText: (kept) =>
      `النسخة بلا اتصال، المرتبطة في أسفل كل صفحة، هي الاستعراض كله مع بحثه في ملف مضغوط واحد.${kept ? ' كما يحتفظ متصفحك بالاستعراض بعد زيارته: كله إن كان صغيرًا، وإلا فالبحث والصفحات التي قرأتها. وتخبرك ملاحظة في أسفل الصفحة حين يصبح إصدار أحدث جاهزًا.' : ''}`,
    correcting: 'كيفية تصحيحه',
    correctingText:
      'تُصلَح المعلومة الخاطئة أو الناقصة بتصحيح: أسطر قليلة في ملف من مجلد content/corrections تذكر الورقة والحقل والقيمة الصحيحة والسبب وأين يمكن التحقق منها. أما القوائم نفسها فلا تُعدَّل أبدًا.',
    tellHtml: (curator) => ` أخبر ${curator}، المسؤول عن الاستعراض.`,
    answers: (curator) => ` المسؤول عن الاستعراض: ${curator}.`,
    licence: 'الرخصة',
    licenceHtml: (licence) =>
      `نص الاستعراض نفسه برخصة ${licence}. والعناوين والملخصات ملك لمؤلفيها وتُنقل كما تطبعها المصادر. وخطوط الموقع، Source Serif 4 وSource Sans 3، برخصة SIL Open Font License.`,
  },

  changes: {
    title: 'التغييرات',
    label: 'التغييرات',
    description: 'ما أضافه كل إصدار من الاستعراض وغيّره ودمجه وسحبه.',
    heading: 'ما غيّره كل إصدار',
    lead: 'الإصدار حالة منشورة من الاستعراض يمكن الاستشهاد بها بتاريخها. وتُثبَّت الروابط الدائمة بأول إصدار ترد فيه.',
    unreleased: 'لم يصدر بعد',
    since: 'منذ آخر إصدار',
    added: 'أُضيف',
    changed: 'تغيّر',
    merged: 'دُمج',
    withdrawn: 'سُحب',
    returned: 'عاد',
    dropped: 'زال قبل الإصدار',
    themesAdded: 'مواضيع مضافة',
    themesChanged: 'مواضيع منقحة',
    themesRemoved: 'مواضيع محذوفة',
    before: (title) => `؛ سابقًا: ${title}`,
    into: (permalink, reason) => `في ${permalink}. ${reason}`,
    editions: 'الإصدارات',
    allNew: (n) => `${papers(n)}؛ كل شيء جديد.`,
    state: (n, nothing) => `${papers(n)}${nothing ? '؛ لم يتغير شيء' : ''}.`,
  },

  editions: {
    title: 'الإصدارات',
    label: 'الإصدارات',
    description: 'كل حالة منشورة من الاستعراض: كما كانت، وما تغيّر منذئذ.',
    heading: 'إصدارات الاستعراض',
    lead: 'الإصدار حالة منشورة من الاستعراض. تُحفظ نسخة منه كما كان: صفحة فيها جميع الأوراق والمواضيع والنصوص، وملف مضغوط يُقرأ من القرص بغير هذا الموقع.',
    none: 'لم يُنشر أي إصدار بعد.',
    asItWas: 'كما كان',
    archive: (size) => `ملف مضغوط، ${size}`,
    noCopy: 'صدر قبل أن تُحفظ النسخ.',
    changesTo: (edition) => `التغييرات حتى ${edition}`,
    now: 'الآن',
    between: (from, to) => `من ${from} إلى ${to}`,
    betweenDescription: (from, to) => `ما تغيّر في الاستعراض بين ${from} و${to}.`,
    older: (n) =>
      `تُعرض الفروق بين أحدث الإصدارات (${number(n)})؛ ويطبع الأمر “florilegium changes” فروق أي إصدارين.`,
    copyNote:
      'هذا هو الاستعراض كما كان في هذا الإصدار. تُحفظ الصفحة بلا تغيير؛ والاستعراض كما هو الآن في',
    copyDescription: (survey, edition) => `${survey}، كما كان. ${edition}.`,
    suggested: 'موضوع مقترح',
    inEditions: 'في الإصدارات',
    firstHere: 'هنا أول مرة',
    themeChanged: (added, removed, revised) =>
      [
        ...(added > 0 ? [`زيادة ${papers(added)}`] : []),
        ...(removed > 0 ? [`نقص ${papers(removed)}`] : []),
        ...(revised ? ['نُقّح النص'] : []),
      ].join('، '),
  },

  notFound: {
    title: 'الصفحة غير موجودة',
    description: 'هذا العنوان لا يقود إلى أي صفحة من الاستعراض.',
    lead: 'هذا العنوان لا يقود إلى أي صفحة من الاستعراض. والروابط الدائمة للأوراق لا تتغير أبدًا، فربما سقط حرف، أو لم يكن الرابط صحيحًا قط.',
    beginHtml: (to) =>
      `أو ابدأ من <a href="${to('/papers/')}">جميع الأوراق</a> أو <a href="${to('/themes/')}">المواضيع</a> أو <a href="${to('/')}">الصفحة الأولى</a>.`,
  },

  offline: {
    title: 'غير محفوظة للقراءة بلا اتصال',
    description: 'ما يُعرض حين لا يوجد اتصال ولم تُحفظ الصفحة.',
    label: 'لا اتصال',
    heading: 'لم تُحفظ هذه الصفحة للقراءة بلا اتصال',
    lead: 'لا يوجد اتصال، وليس هذا العنوان من الصفحات التي حفظها متصفحك. حاول مرة أخرى حين تكون متصلًا: يبقى العنوان كما هو.',
    keptHtml: (to) =>
      `المحفوظ: <a href="${to('/')}">الصفحة الأولى</a> و<a href="${to('/papers/')}">قائمة الأوراق</a> و<a href="${to('/themes/')}">المواضيع</a> و<a href="${to('/search/')}">البحث</a> والصفحات التي قرأتها.`,
    readme: ({ edition, url, licence }) =>
      `في هذا المجلد الاستعراض كله للقراءة بلا شبكة.
افتح index.html في متصفح. البحث والمواضيع والمصادر والتصدير تعمل من هنا.

إن بدت الصفحات عارية أو لم يجد البحث فهرسه فالمجلد ما زال داخل الملف المضغوط: استخرج كل شيء أولًا.
أبقِ الملفات معًا؛ ويمكن تغيير اسم المجلد أو نقله أو وضعه على قرص للقراءة فقط.

${edition === undefined ? '' : `الإصدار: ${edition}\n`}العنوان العام: ${url}
رخصة نص الاستعراض: ${licence}
الملخصات ملك لمؤلفيها.
البيانات في المجلد data/: JSON وBibTeX وRIS وCSL JSON.
`,
  },

  lists: {
    papers: 'الأوراق',
    description: (n) =>
      `أوراق الاستعراض (${number(n)})، الأحدث أولًا، مع المؤلفين وجهة النشر والمواضيع وأول جملة من كل ملخص.`,
    pageDescription: (from, to, of) =>
      `الأوراق من ${from} إلى ${to} من أصل ${of} في الاستعراض، الأحدث أولًا.`,
    atVenue: (venue) => `الأوراق في ${venue}`,
    atVenueDescription: (n, venue) => `${papers(n)} من الاستعراض نُشرت في ${venue}، الأحدث أولًا.`,
    withCode: 'أوراق لها شيفرة',
    withCodeDescription: (n) => `${papers(n)} من الاستعراض نشر مؤلفوها شيفرتهم، الأحدث أولًا.`,
    onTheme: (theme) => `الأوراق في موضوع ${theme}`,
    onThemeDescription: (n, theme) => `${papers(n)} من موضوع ${theme}، الأحدث أولًا.`,
    page: (title, page) => `${title}، الصفحة ${page}`,
    range: (from, to) => `، من ${number(from)} إلى ${number(to)}`,
    all: (n) => (n === 1 ? papers(n) : `جميع الأوراق (${number(n)})`),
    narrow: 'تضييق القائمة',
    none: 'لم تُضف أي أوراق بعد.',
    pages: 'الصفحات',
    next: 'الصفحة التالية',
    hereFor: (evidence) => `هنا بسبب: ${evidence}`,
    export: (one) => (one ? 'تصدير هذه الورقة' : 'تصدير هذه الأوراق'),
  },

  authorsOf: {
    missing: 'المؤلفون غير مسجلين',
    oneUnnamed: 'مؤلف واحد، واسمه غير مسجل',
    unnamed: (n) => `${count(n, AUTHOR)}، والأسماء غير مسجلة`,
    etAl: ' وآخرون',
    andMore: (n) => ` وآخرون (${number(n)})`,
    andOthers: ' وآخرون',
    all: (n) => `جميع المؤلفين (${number(n)})`,
    counted: (stated, named) =>
      `عدد المؤلفين في المصدر: ${number(stated)}، والمسمَّون منهم: ${number(named)}.`,
    moreThanNamed: 'يذكر المصدر أن المؤلفين أكثر ممن يسميهم.',
  },

  publication: {
    types: {
      article: 'نسخة أولية',
      book: 'كتاب',
      dataset: 'مجموعة بيانات',
      manuscript: 'مخطوط',
      patent: 'براءة اختراع',
      report: 'تقرير',
      software: 'برنامج',
      speech: 'محاضرة',
      standard: 'معيار',
      thesis: 'رسالة جامعية',
      webpage: 'صفحة ويب',
      'post-weblog': 'تدوينة',
      'article-journal': 'مقالة في مجلة علمية',
      'article-magazine': 'مقالة في مجلة',
      'article-newspaper': 'مقالة في صحيفة',
      'paper-conference': 'ورقة مؤتمر',
      chapter: 'فصل من كتاب',
      'entry-dictionary': 'مدخل في معجم',
      'entry-encyclopedia': 'مدخل في موسوعة',
      review: 'مراجعة',
      other: 'غير ذلك',
    },
    kinds: {
      abstract: 'ملخص',
      ancient: 'نص قديم',
      'archival-collection': 'مجموعة أرشيفية',
      artwork: 'عمل فني',
      audio: 'تسجيل صوتي',
      bill: 'مشروع قانون',
      'book-review': 'مراجعة كتاب',
      booklet: 'كتيّب',
      broadcast: 'بث',
      case: 'قضية قانونية',
      catalog: 'فهرس',
      chart: 'رسم بياني أو جدول',
      classic: 'عمل كلاسيكي',
      collection: 'كتاب جماعي',
      database: 'قاعدة بيانات',
      equation: 'معادلة',
      event: 'حدث',
      figure: 'شكل',
      film: 'فيلم',
      government: 'وثيقة حكومية',
      grant: 'منحة',
      hearing: 'جلسة استماع',
      image: 'صورة',
      interview: 'مقابلة',
      legislation: 'تشريع',
      letter: 'رسالة',
      manual: 'دليل استعمال',
      map: 'خريطة',
      multimedia: 'وسائط متعددة',
      music: 'موسيقى',
      performance: 'عرض فني',
      periodical: 'دورية',
      post: 'منشور',
      proceedings: 'وقائع مؤتمر',
      reference: 'عمل مرجعي',
      regulation: 'لائحة',
      score: 'نوتة موسيقية',
      treaty: 'معاهدة',
      'unenacted-bill': 'مشروع قانون لم يُقرّ',
      video: 'فيديو',
    },
    volume: (text) => `مج. ${text}`,
    issue: (text) => `ع. ${text}`,
    pages: (text) => `ص. ${text}`,
    article: (text) => `مقالة ${text}`,
    editor: (n) => (n > 1 ? 'المحررون' : 'المحرر'),
    translator: (n) => (n > 1 ? 'المترجمون' : 'المترجم'),
    kind: 'الصنف',
    chapter: 'الفصل',
    pageCount: 'عدد الصفحات',
    publisher: 'الناشر',
    institution: 'المؤسسة',
    edition: 'الطبعة',
    series: 'السلسلة',
    event: 'الحدث',
    language: 'اللغة',
    version: 'النسخة',
  },

  paper: {
    paper: 'ورقة',
    description: 'المعرّفات والاستشهاد والمواضيع والمصدر.',
    workingTitle: (rule) => `عنوان مؤقت مستنتج (${rule})؛ لا يطبع أي مصدر عنوانًا.`,
    posted: 'أُودعت ',
    fromIdentifier: ' (مستنتج من معرّف arXiv)',
    yearInferred: ' (السنة مستنتجة)',
    preprintPostedHtml: (time) => `أُودعت النسخة الأولية ${time}`,
    code: 'الشيفرة',
    cite: 'الاستشهاد',
    sources: 'المصادر',
    identifiers: 'المعرّفات',
    identifier: 'المعرّف',
    noIdentifier: 'لم يوجد في المصادر',
    class: 'الفئة',
    keywords: 'الكلمات المفتاحية',
    venue: 'جهة النشر',
    atVenue: (n, venue) => `${papers(n)} في ${venue}`,
    journalRef: 'مرجع المجلة',
    comment: 'تعليق المؤلفين',
    permalink: 'الرابط الدائم',
    abstract: 'الملخص',
    noAbstract: 'لا يطبع أي مصدر من مصادر هذا الاستعراض ملخصًا لهذه الورقة.',
    breaksOff: 'ينقطع المصدر هنا؛ ونسخته من الملخص ناقصة.',
    compare: 'قارن بين الاثنين',
    orOriginalHtml: (original) => ` أو اقرأ الأصل: ${original}`,
    themesAndSource: 'المواضيع ومصدر الملخص',
    themes: 'المواضيع',
    textFrom: 'النص من',
    byHandHtml: 'أُدخل يدويًا؛ <a href="#sources">انظر السبب</a>',
    inferred: (rule) => `مستنتج: ${rule}`,
    partNotMade: 'تعذّر إعداد هذا الجزء من الصفحة؛ والبقية كاملة.',
    copyPermalink: 'نسخ الرابط الدائم',
    download: 'تنزيل',
    copyReference: 'نسخ المرجع',
    otherStyles: (styles) => `أنماط أخرى: ${styles}`,
    copyStyle: (style) => `نسخ المرجع بنمط ${style}`,
    copy: 'نسخ',
    aboutPermalink: 'حول الرابط الدائم',
    released: 'الرابط الدائم مسجل في دفتر الاستعراض ولن يتغير.',
    provisional: 'يصبح الرابط الدائم ثابتًا مع الإصدار القادم من الاستعراض.',
    suggest: 'اقترح تصحيحًا',
    citedHere: 'مستشهَد بها في هذا الاستعراض',
    related: 'أوراق ذات صلة',
    notTheSame: 'ليست الورقة نفسها: ',
    howRelated: 'كيف تُستخرج الأوراق ذات الصلة',
    howRelatedHtml: (to) =>
      `استُخرجت بالمصطلحات والمؤلفين المشتركين؛ <a href="${to('/about/#related')}">كيف يجري ذلك</a>.`,
    citation: (n, name) => `الاستشهاد ${n}: ${name}`,
  },

  evidence: {
    inTitle: ' (في العنوان)',
    filedUnder: (keyword) => `مصنفة تحت ${quoted(keyword)}`,
    byHand: 'وُضعت هنا يدويًا',
    class: (term) => `الفئة ${term}`,
    identifier: (term) => `المعرّف ${term}`,
    fallback: 'لم توجد مصطلحات أي موضوع آخر',
  },

  gone: {
    title: (title) => `مسحوبة: ${title}`,
    label: 'مسحوبة',
    text: (reason, on) =>
      `سُحبت هذه الورقة من الاستعراض${on === undefined ? '' : ` في ${date(on)}`}. ${reason}`,
    screened: (reason, on) =>
      `استُبعدت هذه الورقة عند الفرز${on === undefined ? '' : ` (${date(on)})`}. ${reason}`,
    moved: (title, reason) => `دُمجت الورقة ${quoted(title)} في ورقة أخرى. ${reason}`,
    permalinkHtml: (to, permalink) =>
      `كان الرابط الدائم ${permalink} لهذه الورقة ولا يُعطى لغيرها أبدًا. وبقية ما في الاستعراض تجدها في <a href="${to('/papers/')}">جميع الأوراق</a>؛ وتذكر <a href="${to('/changes/')}">التغييرات</a> متى خرجت.`,
    lastRecord: 'آخر سجل معروف',
    moreAuthors: (n) => `وآخرون (${number(n)})`,
    date: 'التاريخ',
    venue: 'جهة النشر',
    abstractHash: 'بصمة الملخص',
  },

  left: {
    toCite: 'للاستشهاد بسطر',
    thisState: 'هذه الحالة من النص',
    earlier: 'حالات سابقة',
    moved: 'انتقلت',
    removed: 'أُزيلت',
    movedTitle: (title) => `انتقلت: ${title}`,
    removedTitle: (title) => `أُزيلت: ${title}`,
    what: {
      themes: 'الموضوع',
      pages: 'النص',
      sources: 'المصدر',
      authors: 'المؤلف',
      'papers/venue': 'جهة النشر',
      editions: 'الإصدار',
    },
    movedText: (what, title, reason) => `لصفحة ${what} ${quoted(title)} عنوان آخر الآن. ${reason}`,
    removedText: (what, title, on, reason) =>
      `صفحة ${what} ${quoted(title)} خرجت من الاستعراض${on === undefined ? '' : ` مع إصدار ${date(on)}`}. ${reason}`,
    keptHtml: (to, address) =>
      `يُحفظ العنوان ${address} لما كان عنده. وتذكر <a href="${to('/changes/')}">التغييرات</a> متى خرج.`,
    papers: 'الأوراق',
    papersText: 'هذه كانت عنده في آخر إصدار قبل خروجه.',
    state: (name, digest) => `${name}، الحالة ${digest}`,
    stateDescription: (name, digest, said) => `${name}، سطرًا سطرًا، في الحالة ${digest}. ${said}`,
    stateNow:
      'هذا العنوان للمصدر كما هو الآن ولا يكون أبدًا لحالة أخرى منه: السطر المستشهَد به هنا يبقى ذلك السطر.',
    stateFormer: 'حالة سابقة من المصدر. كل سطر تحت الرقم الذي كان له، مع موضعه الآن.',
    stateGone: (reason) => `حالة سابقة من مصدر لم يعد في الاستعراض. ${reason}`,
    nowHtml: (link) => `المصدر كما هو الآن، مع ما قُرئ منه: ${link}.`,
    aboutState: 'حول هذه الحالة',
    address: 'العنوان',
    released: 'صدرت',
    called: 'كان اسمها',
    text: 'النص، سطرًا سطرًا',
    line: (line) => `السطر ${line}`,
    lineNow: (line) => `السطر ${line} الآن`,
    lineGone: 'لم يعد هذا السطر في المصدر.',
  },

  origin: {
    lookedUp: 'من سجل خارجي',
    byHand: 'أُدخل يدويًا',
    inferred: (rule) => `مستنتج: ${rule}`,
    place: (file, line) => `content/${file}${line === undefined ? '' : `، السطر ${line}`}`,
  },

  provenance: {
    heading: 'من أين نعرف هذا',
    byHand: (fields) => `أُدخل يدويًا، بسبب ودليل: ${fields}.`,
    lookedUp: (fields) => `من سجل خارجي، مع عنوانه: ${fields}.`,
    byRule: (fields) => `مستنتج بقاعدة: ${fields}.`,
    yearInferred: 'لا يطبع المصدر سنة؛ استُنتجت من بقية الصفحة.',
    noSeed: 'لا تصف أي قائمة هذه الورقة.',
    oneRecord: 'سجل مصدر واحد: ',
    manyRecords: (n) => `سجلات المصادر (${n}): `,
    sourceRecord: 'سجل المصدر',
    recordIn: (seed, lines) => `سجل المصدر في ${seed}، ${lines}`,
    field: 'الحقل',
    asPrinted: 'كما طُبع',
    line: 'السطر',
    corrections: 'التصحيحات',
    evidence: 'الدليل:',
    inferred: 'مستنتج',
    year: 'السنة',
    yearRule: 'السنة: لا يطبع المصدر إلا اليوم والشهر؛ والسنة توافق بقية صفحته',
    mathematics: 'الرياضيات',
    intactText: 'الصيغ المكتوبة بلغة LaTeX في المصدر نُضّدت كما طُبعت.',
    leftText: 'تُركت كما تطبعها المصادر:',
    disagreements: 'الاختلافات',
    none: 'لا شيء',
    agree: 'تتفق سجلات المصادر حيثما تذكر الحقل نفسه.',
    onlyOne: 'سجل مصدر واحد فقط يصف هذه الورقة.',
    remarks: 'ملاحظات المصادر',
    noFact: 'ما يقوله موقع عن قرائه ليس حقيقة عن الورقة.',
    comments: (n) => count(n, ['تعليق واحد', 'تعليقان', 'تعليقات', 'تعليقًا', 'تعليق']),
    commentsAre: (value) => `التعليقات: ${value}`,
    upvotes: (n) => count(n, ['صوت واحد', 'صوتان', 'أصوات', 'صوتًا', 'صوت']),
    upvotesAre: (value) => `الأصوات: ${value}`,
    hasCode: 'علامة على وجود شيفرة',
    authorCount: (n) => `عدد المؤلفين: ${number(n)}`,
  },

  math: {
    formulas: (n) => count(n, FORMULA),
    all: (total, n, origin) => `${total}، ${n > 1 ? 'كلها ' : ''}${origin}`,
    intact: 'سليمة',
    mended: 'مُصلَحة',
    repaired: 'مستعادة',
    left: (n) => `تُركت كما طُبعت: ${n}`,
    notRebuilt: (left) =>
      `لم تُستعد الرياضيات: ما يبدو صيغًا (${left}) تُرك كما طبعته قائمة فقدت TeX.`,
    rebuilt: (rebuilt, left, total) =>
      `استُعيدت الرياضيات من قائمة فقدت TeX: ${
        rebuilt < total ? `${rebuilt} من ${count(total, FORMULA)}` : count(total, FORMULA)
      }${left === 0 ? '' : `؛ وتُرك كما طُبع هناك: ${left}`}.`,
    reasons: {
      doubtful: 'لا قراءة لها بوصفها صيغة مؤكدة بما يكفي',
      irreversible: 'نزع علامات الصيغة الأرجح لا يعيد هذا النص',
      unreadable: 'لا يمكن تنضيد الصيغة الأرجح',
      'beside-intact': 'صيغ أخرى من النص احتفظت بـ TeX',
    },
    noConfidence: 'لا شيء',
    confidence: (words) => `الثقة ${words}`,
    printedAndRebuilt: 'الصيغ كما طُبعت وكما استُعيدت',
    asListed: 'كما تطبعها القائمة',
    asRebuilt: 'كما استُعيدت',
    confidenceHead: 'الثقة',
    leftOut: 'مستبعدة من الاستعراض',
    leftBecause: (reason) => `تُركت: ${reason}.`,
  },

  themesPage: {
    title: 'المواضيع',
    description: (many) =>
      `مواضيع الاستعراض (${many}): ما يجمعه كل منها، وكم ورقة فيه، ومن أي سنوات.`,
    none: (n) =>
      n === 1
        ? 'هذا الاستعراض غير مقسّم إلى مواضيع؛ وفيه ورقة واحدة.'
        : `هذا الاستعراض غير مقسّم إلى مواضيع؛ وأوراقه (${number(n)}) في قائمة واحدة.`,
    written:
      'كل موضوع قطعة من الكتابة الاستعراضية بجانبها أدلتها والأوراق التي تجمعها. وقد ترد الورقة في عدة مواضيع.',
    suggested: (many) =>
      `مقترح: رتّب البرنامج هذه الأوراق بالكلمات التي تتشاركها أو بما تصنفها مصادرها تحته؛ ولم يراجع أي شخص ${many ? 'هذه المواضيع' : 'الموضوع'}.`,
    all: 'جميع المواضيع',
    howHtml: (to) => `<a href="${to('/about/#themes')}">كيف تُسند الأوراق إلى المواضيع</a>`,
    byYear: 'حسب السنة',
    mark: 'مقترح',
    papersBefore: 'الأوراق: ',
    inYear: (n, year) => `${n} في ${year}`,
    noDated: 'لا أوراق مؤرخة',
    areaOfDot: 'مساحة النقطة هي عدد الأوراق التي قُدّمت أو نُشرت أول مرة في تلك السنة.',
    byThemeAndYear: 'الأوراق حسب الموضوع والسنة',
    theme: 'الموضوع',
  },

  theme: {
    theme: 'موضوع',
    suggested: 'موضوع مقترح',
    survey: 'الاستعراض',
    papers: 'الأوراق',
    neighbours: 'المواضيع المجاورة',
    about: 'حول هذا الموضوع',
    scope: 'النطاق',
    origin: 'الأصل',
    written: 'كُتب',
    inCommon: 'المشترك',
    inTheirWords: 'بكلماتهم',
    when: 'متى',
    none: 'لا ورقة تستوفي قواعد هذا الموضوع.',
    inOrder: 'بترتيب الاستعراض',
    alsoHere: 'هنا أيضًا، الأحدث أولًا',
    newestFirst: 'الأحدث أولًا',
    all: (n) =>
      n === 1 ? 'الورقة الوحيدة في هذا الموضوع' : `جميع أوراق هذا الموضوع (${number(n)})`,
    howChosen: 'كيف اختيرت هذه الأوراق',
    chosenBy: 'اختيرت بـ',
    catchAll: 'يأخذ هذا الموضوع الأوراق التي لم يأخذها أي موضوع آخر.',
    filedUnder: (keywords) => `مصنفة تحت ${keywords}.`,
    terms: (terms) => `مصطلحات في العنوان أو الملخص: ${terms}.`,
    notWith: (terms) => `بغير: ${terms}.`,
    pinned: (n) => `وُضعت يدويًا: ${papers(n)}.`,
    filesHtml: (files, feed) => `هذه القائمة على هيئة ${files}، أو ${feed}.`,
    feed: 'خلاصتها',
    underEachHtml: (to) =>
      `تحت كل ورقة المصطلحات التي وُجدت فيها. <a href="${to('/about/#themes')}">كيف يجري ذلك</a>.`,
    shared: (n, shared, tagline) => `${papers(n)}، منها هنا أيضًا: ${shared}. ${tagline}`,
    cite: 'كيفية الاستشهاد',
  },

  timeline: {
    label: 'خط زمني',
    picture: (n, from, to) => `${papers(n)} على خط من الأشهر من ${from} إلى ${to}`,
    caption: (named) =>
      `الأوراق حسب الشهر. ${named ? 'الارتفاعات لا تفعل إلا أن تباعد بين الأسماء.' : 'كل رأس ورقة؛ وتطول السيقان حيث تزدحم الأشهر.'}`,
    undated: (n) => ` أوراق بلا تاريخ لا تظهر: ${number(n)}.`,
    month: 'الشهر',
    papers: 'الأوراق',
    paper: 'الورقة',
  },

  authorsPage: {
    title: 'المؤلفون',
    description: (many) => `فهرس المؤلفين الذين تسميهم أوراق الاستعراض (${many})، حسب اسم العائلة.`,
    bar: (many) => `${many}، حسب اسم العائلة؛ والرقم عدد الأوراق`,
    letterBar: (many) => `${many}؛ والرقم عدد الأوراق`,
    none: 'لا تسمي مصادر هذا الاستعراض أي مؤلفين.',
    most: 'الأكثر أوراقًا',
    letters: 'الحروف',
    other: 'غير ذلك',
    otherSigns: 'علامات أخرى',
    letterTitle: (letter) => `المؤلفون: ${letter}`,
    letterDescription: (many, letter) =>
      `مؤلفو الاستعراض الذين يبدأ اسم عائلتهم بالحرف ${letter} (${many}).`,
  },

  author: {
    author: 'مؤلف',
    description: (n, name, titles) => `${papers(n)} في الاستعراض من تأليف ${name}: ${titles}`,
    inSurvey: (n) => `${papers(n)} في هذا الاستعراض`,
    about: 'حول هذا المؤلف',
    alsoAs: 'طُبع أيضًا هكذا',
    themes: 'المواضيع',
    papers: 'الأوراق',
    toldApart: 'كيف يُميَّز المؤلفون',
    toldApartHtml: (to) =>
      `تُجمع الأوراق بالاسم المطبوع؛ ويتقاسم شخصان باسم واحد صفحة. <a href="${to('/about/#authors')}">المزيد</a>`,
    with: 'كتب مع',
    andOthers: (n) => `وآخرون (${number(n)}).`,
    crowd: (n, most) => `لم تُحسب ${papers(n)} لأكثر من ${most} مؤلفًا.`,
  },

  data: {
    title: 'البيانات',
    description:
      'الاستعراض ملفاتٍ: مستند JSON واحد له مخطط منشور، وقائمة المراجع لبرامج إدارة المراجع والجداول والبرامج.',
    heading: 'الاستعراض بياناتٍ',
    lead: (n) =>
      `كل ما تعرضه الصفحات (${papers(n)}) على هيئة ملفات. تبقى العناوين والأشكال؛ وقد تُضاف حقول جديدة.`,
    terms: 'الشروط',
    termsHtml: (licence) => `نص الاستعراض نفسه برخصة ${licence}؛ والملخصات ملك لمؤلفيها.`,
    files: 'الملفات',
    tableOfFiles: 'جدول الملفات',
    file: 'الملف',
    format: 'الصيغة',
    holds: 'ما فيه',
    held: HELD,
    everywhereHtml: (to) =>
      `لكل موضوع الملفات نفسها لأوراقه بجانب صفحته، ولكل ورقة ملفاتها من <code>cite.bib</code> إلى <code>cite.jsonl</code>. ويمكن تصدير نتيجة بحث وأوراق مؤلف وكل قائمة بالصيغ نفسها. وتُعلن الأوراق الجديدة في <a href="${to('/feed.xml')}">خلاصة Atom</a> و<a href="${to('/feed.json')}">خلاصة JSON</a>. والنص بترميز UTF-8.`,
    harvestHtml: (to, capabilities) =>
      `تبدأ برامج الجمع التي تتكلم ResourceSync من <a href="${to(capabilities)}">قائمة القدرات</a>. وهي تقود إلى قائمة بجميع الأوراق والمواضيع حسب آخر إصدار، وإلى قائمة بما أنشأه كل إصدار وحدّثه وحذفه: وهو ما تخبر به <a href="${to('/changes/')}">التغييرات</a> القراء.`,
    permalinkHtml:
      'يوجد الرابط الدائم في <code>works</code>، وإلا ففي <code>departed</code> الذي يذكر ما دُمج فيه أو سبب سحبه.',
    fields: 'الحقول',
    fieldsHtml: (to) =>
      `حقول <code>survey.json</code> كما يذكرها <a href="${to('/data/survey.schema.json')}">مخطط JSON</a>. ولسطر من <code>works.jsonl</code> الحقول التي تحت <code>works[]</code>.`,
    tableOfFields: 'جدول الحقول',
    types: {
      names: {
        string: 'نص',
        integer: 'عدد صحيح',
        number: 'عدد',
        boolean: 'صحيح أو خطأ',
        object: 'كائن',
        null: 'null',
      },
      oneOf: 'كلمة من قائمة',
      numbers: (n) => `${n} أعداد`,
      listOf: (of) => `قائمة: ${of}`,
      or: ' أو ',
    },
    field: 'الحقل',
    type: 'النوع',
    always: 'موجود دائمًا',
    yes: 'نعم',
    no: 'لا',
  },

  readingList: {
    title: 'قائمة القراءة',
    description: 'الأوراق التي حفظتها، في متصفحك.',
    kept: 'تُحفظ الأوراق في هذا المتصفح وحده، على هذا الجهاز: لا حساب، ولا يُرسل شيء. ومن يمسح بيانات المتصفح يمسح القائمة أيضًا؛ ويحفظها عنوانها أو تصديرها في مكان آخر.',
    needsScript: 'يحتاج حفظ الأوراق إلى JavaScript.',
  },

  search: {
    title: 'البحث',
    description: (n) =>
      `ابحث في ${papers(n)}: العناوين والمؤلفون والملخصات والمعرّفات وجهات النشر والمواضيع.`,
    label: 'ابحث في العناوين والملخصات والمؤلفين',
    placeholder: 'عناوين، ملخصات، مؤلفون',
    button: 'ابحث',
    order: 'الترتيب',
    narrow: 'تضييق القائمة',
    needsScript: 'يحتاج البحث إلى JavaScript. ويمكن بلوغ كل شيء بغيره:',
    canBeSearched: (n) =>
      `يمكن البحث (${papers(n)}) بكلمات العنوان والملخص والمؤلفين وجهة النشر والموضوع، وبمعرّف arXiv وDOI.`,
    orBrowse: 'أو تصفّح',
    papers: 'الأوراق',
    themes: 'المواضيع',
    authors: 'المؤلفين',
    sources: 'المصادر',
    dialog: 'ابحث في الاستعراض',
    close: 'أغلق البحث',
    best: 'أفضل النتائج',
    move: 'تنقّل',
    open: 'فتح',
    dismiss: 'إغلاق',
    page: 'صفحة البحث',
    how: 'كيفية البحث',
    signs: {
      words: 'الأوراق التي فيها الكلمتان بأي شكل: الجمع ونهايات أخرى',
      phrase: 'الكلمات كما هي تمامًا، بهذا الترتيب',
      without: 'بغير كلمة؛ وكذلك -"عبارة" و-author:gu',
      or: 'أحد الاثنين',
      years: 'أوراق هذه السنوات',
    },
    fields: {
      title: 'كلمات العنوان',
      author: 'أسماء المؤلفين',
      abstract: 'كلمات الملخص',
      theme: 'المواضيع',
      keyword: 'الكلمات المفتاحية',
      venue: 'أين نُشرت',
      year: 'السنة أو السنوات',
      type: 'نوع المنشور',
      has: 'شيفرة أو ملخص أو رياضيات',
      source: 'القائمة التي جاءت منها',
      arxiv: 'معرّف arXiv',
      doi: 'DOI',
    },
    forms:
      'تجد الكلمة الإنجليزية أيضًا جمعها ونهاياتها الأخرى والإملاء البريطاني والأمريكي، والكلمات بغير علاماتها، والمركبات بشرطة وبغيرها، والحروف اليونانية بأسمائها، والاختصارات التي تشرحها أوراق الاستعراض؛ وما حُسب مذكور فوق النتائج. وكلمات مثل «the» لا تُحسب إلا بين علامتي اقتباس.',
  },

  sources: {
    title: 'المصادر',
    recordsIn: (records, seeds) => `${count(records, RECORD)} في ${count(seeds, LIST)}`,
    folded: (n) => `${count(n, DUPLICATE)} ضُمّت إلى الورقة المكررة`,
    leftOut: (n) => `المستبعد يدويًا: ${n}`,
    inSurvey: (n) => `${papers(n)} في الاستعراض`,
    description: (seeds, sum) =>
      `القوائم التي قُرئ منها الاستعراض (${count(seeds, LIST)}): ${sum}. كل بايت محسوب.`,
    lead: 'قُرئ الاستعراض من هذه القوائم المحفوظة كما لُصقت. وكل بايت منها إما حقل من ورقة، أو من زوائد الصفحة التي جاء منها، أو فاصل، أو مبيَّن أنه غير مقروء.',
    none: 'لم تُضف أي مصادر بعد.',
    toPapers: 'من السجلات إلى الأوراق',
    records: 'السجلات',
    duplicates: 'المكررات',
    leftOutHead: 'المستبعد',
    papers: 'الأوراق',
    withoutAbstract: 'منها بلا ملخص كامل',
    of: (profile) => ` لـ ${profile}`,
    about: (name) => `حول ${name}`,
    file: 'الملف',
    size: 'الحجم',
    messages: 'الرسائل',
    source: 'مصدر',
    description1: (label, records, bytes, fate) =>
      `${label}، سطرًا سطرًا: ${count(records, RECORD)} في ${bytes}، وكل منها مرتبط بورقته. ${fate}.`,
    pasted: '، لُصق نصًا.',
    notRead: '، غير مقروء وغير منشور.',
    download: 'تنزيل',
    text: 'النص',
    formulas: 'الصيغ',
    aboutSeed: 'حول هذه القائمة',
    format: 'الصيغة',
    notKnown: 'غير معروفة',
    everyByte: 'كل بايت',
    claims: 'تقول الصفحة',
    claimed: (claimed, held) => `${papers(claimed)}؛ وفي النسخة ${held}`,
    alsoIn: 'أيضًا في',
    inOrder: (n) => `${count(n, RECORD)} بترتيب الملف`,
    line: 'السطر',
    paper: 'الورقة',
    lineByLine: 'النص، سطرًا سطرًا',
    lineNumber: (n) => `السطر ${n}`,
    printedAndRebuilt: 'الصيغ، مطبوعة ومستعادة',
    rebuiltHtml:
      'الصفحة التي نُسخ منها هذا تنزع من الصيغ علامات الدولار والشرطات المائلة العكسية. وما أُعيد موضوع بجانب المطبوع، ويعطي النص نفسه إذا نُزعت علاماته؛ وقد يختلف ما كتبه المؤلف في نمط حرف. وما قد يكون نثرًا لا يُنضَّد إلا حيث يكون ذلك راجحًا بما يكفي؛ وما لا تتركه إلا صيغة، مثل <code>^{2}</code>، يُنضَّد بأرجح قراءاته.',
    seed: (name) => `القائمة ${name}`,
    emptyFile: 'الملف فارغ',
    fate: {
      field: 'حقول',
      chrome: 'زوائد الصفحة',
      separator: 'فواصل',
      nothing: 'لا شيء غير مقروء',
      unread: (part) => `${part} غير مقروء`,
    },
    marks: {
      title: 'العنوان',
      names: 'المؤلفون',
      id: 'المعرّف',
      data: 'التاريخ والتعليق وحقول أخرى',
      url: 'الرابط',
      text: 'الملخص: بلا علامة',
      notation: 'أسماء الحقول وحدودها',
      chrome: 'زوائد الصفحة',
      private: 'محجوب: مسارات محلية، عناوين بريد، ملاحظات صاحب المكتبة',
      unparsed: 'غير مقروء',
    },
    withheld: 'محجوب',
    withheldHere: (bytes) => `حُجب ${count(bytes, BYTE)}`,
    withheldInAll: (bytes, places) =>
      `${count(bytes, BYTE)} في ${count(places, ['موضع واحد', 'موضعين', 'مواضع', 'موضعًا', 'موضع'])}: خاص، ولا يُنشر في أي مكان`,
    recordAbove: (fields) => `${fields} من السجل أعلاه`,
    excluded: (title, reason) => `${title}، مستبعدة: ${reason}`,
    noPage: 'سجل بلا صفحة',
  },

  screening: {
    again: 'بحث معاد',
    fresh: 'جديدة',
    vanished: 'لم تعد موجودة',
    copyText: 'انسخ النص',
    colon: ': ',
    title: 'الفرز',
    lead: 'أين وُجدت أوراق هذه المراجعة، وما مآل كل سجل حتى الإدراج.',
    flow: 'مسار المراجعة',
    databases: 'تحديد الدراسات عبر قواعد البيانات والسجلات',
    others: 'تحديد الدراسات بطرق أخرى',
    identified: 'السجلات المحددة',
    before: 'سجلات أزيلت قبل الفرز',
    duplicates: 'سجلات مكررة',
    removed: 'سجلات أزيلت لأسباب أخرى',
    screened: 'السجلات المفروزة',
    unscreened: 'سجلات لم تُفرز بعد',
    excluded: 'السجلات المستبعدة',
    sought: 'تقارير طُلب الحصول عليها',
    notRetrieved: 'تقارير تعذر الحصول عليها',
    assessed: 'تقارير قُيمت أهليتها',
    unassessed: 'تقارير لم تُقيَّم بعد',
    excludedFullText: 'التقارير المستبعدة',
    included: 'تقارير الدراسات المدرجة',
    noReason: 'دون ذكر سبب',
    contested: 'قرارات متعارضة',
    methods: 'نص لقسم المنهج',
    sets: 'تنزيل المجموعات',
    asSvg: 'المخطط بصيغة SVG',
    asCsv: 'المخطط بصيغة CSV',
    sources: 'المصادر',
    phases: {
      identification: 'التحديد',
      screening: 'الفرز',
      included: 'الإدراج',
    },
    kinds: {
      database: 'قاعدة بيانات',
      register: 'سجل دراسات',
      website: 'موقع ويب',
      organisation: 'منظمة',
      citation: 'البحث في الاستشهادات',
      other: 'مصدر آخر',
    },
    set: {
      included: 'مدرجة',
      excluded: 'مستبعدة',
      undecided: 'غير محسومة',
    },
    searched: (on) => `بُحث فيها بتاريخ ${on}`,
    edition: (name) => `إصدار الاستعراض ${name}.`,
    software: (version) =>
      `قُرئت وأزيلت مكرراتها بواسطة Florilegium ${version}. الأرقام والمصطلحات وفق PRISMA 2020 (doi:10.1136/bmj.n71).`,
  },

  report: {
    title: 'تقرير عن المصادر',
    description: (n) =>
      `مآل سجلات المصادر (${number(n.records)}): مكررات ${number(n.duplicates)}، مستبعدات ${number(n.excluded)}، أوراق ${number(n.papers)}؛ وأين ذهب كل بايت، وأين تختلف المصادر.`,
    lead: 'مآل كل سجل وكل بايت، وما تبيّن عند القراءة، وأين تختلف المصادر.',
    toPapers: 'من السجلات إلى الأوراق',
    what: 'ماذا',
    howMany: 'كم',
    sum: 'المجموع',
    sumText: (n) =>
      `السجلات ${number(n.records)} − المكررات ${number(n.duplicates)} − المستبعدات ${number(n.excluded)} = الأوراق ${number(n.papers)}.`,
    everyByte: 'كل بايت',
    noSeed: 'لم تُضف أي مصادر بعد.',
    bytesOfSeeds: 'بايتات كل قائمة',
    bytesCaption: 'بايتات كل قائمة حسب مآلها',
    seed: 'القائمة',
    readAs: 'قُرئت بوصفها',
    records: 'السجلات',
    fields: 'الحقول',
    furniture: 'الزوائد',
    separators: 'الفواصل',
    notRead: 'غير مقروء',
    textNotRead: 'نص لم يُقرأ',
    mathematics: 'الرياضيات',
    noFormulas: 'لا صيغة في عناوين هذا الاستعراض وملخصاته.',
    aboutMath: 'حول الرياضيات',
    aboutMathText:
      'محسوبة في العناوين والملخصات التي يعرضها الاستعراض. بعض المواقع تنزع TeX من الصيغ. ويُعاد حيث تكون قراءة واحدة راجحة بما يكفي وتعطي النص نفسه إذا نُزعت علاماتها؛ والبقية تُترك كما طُبعت. وتعرض صفحة كل مصدر الاثنين جنبًا إلى جنب.',
    messages: 'الرسائل',
    aboutMessages: 'حول الرسائل',
    asTextHtml: 'الشيء نفسه <a href="messages.txt">أسطرًا من النص</a>.',
    nothing: 'لا شيء للإبلاغ عنه.',
    disagree: 'أين تختلف المصادر',
    agree: 'تتفق المصادر حيثما تذكر الحقل نفسه للورقة نفسها.',
    aboutDisagree: 'حول الاختلافات',
    aboutDisagreeText:
      'القيمة التي تعرضها الصفحة تختارها قاعدة؛ وتُحفظ البقية وتُذكر هنا وفي صفحة الورقة.',
    report: 'تقرير',
    none: 'لا شيء.',
    leftOutByHand: 'مستبعد يدويًا',
    alsoInHtml: (place) => `أيضًا في ${place}`,
    shown: 'المعروض: ',
    also: 'أيضًا: ',
    papers: 'الأوراق',
    recordsHead: 'السجلات',
    steps: {
      records: () => 'من سجلات المصادر',
      duplicates: () => 'من المكررات، ضُمّت إلى الورقة التي تكررها',
      excluded: () => 'مستبعد يدويًا، ولكل سببه',
      included: () => 'من الأوراق في الاستعراض',
      incomplete: () => 'منها بلا ملخص كامل',
    },
    lists: {
      records: {
        title: 'سجلات المصادر',
        lead: 'كل سجل في قائمة، بترتيب الملف، مع الورقة التي صار إليها.',
      },
      duplicates: {
        title: 'المكررات',
        lead: 'سجلات تصف ورقة يصفها سجل آخر. لا يضيع شيء مما تقوله.',
      },
      incomplete: {
        title: 'أوراق ناقصة',
        lead: 'أوراق في الاستعراض لا يعطي أي مصدر ملخصها كاملًا.',
      },
      excluded: {
        title: 'مستبعد يدويًا',
        lead: 'أوراق وسجلات يستبعدها تصحيح أو قرار من الاستعراض، ولكل سببه.',
      },
      disagreements: {
        title: 'أين تختلف المصادر',
        lead: 'حقول تعطي لها مصادر الورقة الواحدة قيمًا مختلفة.',
      },
    },
    listDescription: (title, total, lead) => `${title} (${total}). ${lead}`,
    lack: {
      none: 'لا ملخص في أي مصدر',
      cut: 'تنتهي النسخة داخل الملخص',
    },
    formulas: 'الصيغ',
    texts: 'العناوين والملخصات',
    textCount: (n) => count(n, TEXT),
    commandsIn: (n, texts) =>
      `${count(n, ['أمر واحد', 'أمران', 'أوامر', 'أمرًا', 'أمر'])} في ${count(texts, TEXT)}`,
    formulasIn: (n, texts) => `${count(n, FORMULA)} في ${count(texts, TEXT)}`,
    math: {
      intact: {
        title: 'صيغ جاءت سليمة',
        lead: 'LaTeX في المصدر، منضَّد كما هو.',
        label: 'سليمة: LaTeX في المصدر',
      },
      mended: {
        title: 'صيغ مُصلَحة',
        lead: 'LaTeX في المصدر، لكن بأقواس زاويّة مكان المعقوفة؛ وقد أُعيدت المعقوفة.',
        label: 'مُصلَحة: أقواس زاويّة أُعيدت معقوفة',
      },
      repaired: {
        title: 'صيغ مستعادة',
        lead: 'الصفحة التي نُسخت تنزع من الصيغ علامات الدولار والشرطات العكسية. وقد أُعيدت؛ ونزعها من جديد يعطي نص المصدر.',
        label: 'مستعادة من قائمة فقدت TeX',
      },
      left: {
        title: 'متروكة كما تطبعها القائمة',
        lead: 'نص يبدو صيغة منزوعة العلامات ولم يُستعد، لأنه قد يكون نثرًا أو لأن قراءته مشكوك فيها كثيرًا.',
        label: 'متروكة كما تطبعها القائمة',
      },
      set: {
        title: 'صيغ منضَّدة',
        lead: 'صيغ منضَّدة بلغة HTML وMathML، من أينما جاءت.',
        label: 'صيغ منضَّدة بلغة HTML وMathML',
      },
      'not-set': {
        title: 'صيغ لا يمكن تنضيدها',
        lead: 'معروضة بمصدرها LaTeX، ولكل سببها.',
        label: 'معروضة بمصدرها LaTeX لأنه لا يمكن تنضيدها',
      },
      'unknown-commands': {
        title: 'أوامر غير معروفة',
        lead: 'أوامر خاصة بالمؤلفين في الصيغ: تُنضَّد أسماؤها قائمة مكان ما تدل عليه.',
        label: 'أوامر غير معروفة، معروضة بأسمائها',
      },
      'texts-without': {
        title: 'نصوص بلا صيغة',
        lead: 'عناوين وملخصات لا صيغة فيها.',
        label: 'عناوين وملخصات بلا صيغة',
      },
      'texts-set': {
        title: 'نصوص نُضّدت كل صيغها',
        lead: 'عناوين وملخصات نُضّدت كل صيغة فيها.',
        label: 'نُضّدت كل صيغها',
      },
      'texts-partly': {
        title: 'نصوص نُضّدت جزئيًا',
        lead: 'عناوين وملخصات تُرك فيها شيء كما تطبعه القائمة، أو عُرض بلغة LaTeX.',
        label: 'فيها شيء متروك كما طُبع، أو معروض بلغة LaTeX',
      },
    },
  },
};

/** Arabic words of the scripts. */
export const scripts: ScriptWords['scripts'] = {
  copied: 'نُسخ',
  lightPage: 'صفحة فاتحة',
  darkPage: 'صفحة داكنة',
  newerEdition: 'إصدار أحدث من هذا الاستعراض جاهز.',
  reload: 'أعد التحميل',
  notNow: 'ليس الآن',
};

/** What is said where papers are exported. */
export const exporting: ScriptWords['exporting'] = {
  failure: 'تعذّرت قراءة الأوراق. أعد تحميل الصفحة: ربما تغيّر الاستعراض منذ ذلك.',
  collecting: 'تُجمع الأوراق …',
  format: 'الصيغة ',
  download: 'تنزيل',
  copy: 'نسخ',
  from: (n, survey, edition) =>
    `الأوراق (${n}) من «${survey}»${edition === undefined ? '' : `، إصدار ${edition}`}، كما وجدها البحث`,
  saved: (name) => `حُفظ باسم ${name}.`,
  copied: (format) => `نُسخ بصيغة ${format}.`,
  offer: (n) => (n === 1 ? 'تصدير هذه الورقة' : `تصدير هذه الأوراق (${n})`),
};

/** What is said of the reading list. */
export const reading: ScriptWords['reading'] = {
  save: 'احفظ في قائمة القراءة',
  saveOne: (title) => `احفظ في قائمة القراءة: ${title}`,
  count: (n) => `${papers(n)} في قائمة القراءة، في هذا المتصفح`,
  notKept: 'هذا المتصفح لا يحفظ شيئًا، أو لا يحفظ أكثر مما لديه.',
  empty: 'لم يُحفظ شيء بعد. عند كل ورقة زر يحفظها.',
  shared: (n) => `${papers(n)} اختارها أحدهم، على هذا العنوان`,
  addAll: 'أضف الكل إلى قائمة قراءتي',
  share: 'عنوان هذه القائمة',
  print: 'طباعة',
  removeAll: 'أزل الكل',
  own: 'قائمة قراءتي',
  gone: 'لم تعد في هذا الاستعراض: ',
  newSince: (n) => `الجديد منذ زيارتك الأخيرة: ${papers(n)}`,
  nothingNew: 'لا جديد منذ زيارتك الأخيرة.',
  fresh: 'جديد',
  fileName: 'قائمة القراءة',
};

/** What the search says. */
export const searching: ScriptWords['searching'] = {
  papers,
  themes: 'المواضيع',
  pagesHead: 'الصفحات',
  papersHead: 'الأوراق',
  papersBefore: 'الأوراق: ',
  etAl: ' وآخرون',
  found: (n, query, beginning) =>
    `${papers(n.papers)}${n.themes > 0 ? ` و${count(n.themes, THEME)}` : ''}${n.pages > 0 ? ` و${count(n.pages, PAGE)}` : ''}${
      query === '' ? '' : ` عن ${quoted(query)}`
    }${beginning === undefined ? '' : `، بكلمات تبدأ بـ ${quoted(`${beginning}…`)}`}`,
  noPaperHas: (words) => `لا ورقة فيها ${series(words.map(quoted), '، ', ' أو ')}.`,
  noPaperHasAll: 'لا ورقة فيها كل هذا.',
  alsoAs: (word, forms, more) =>
    `${quoted(word)} أيضًا: ${forms.join('، ')}${more > 0 ? ` وأشكال أخرى (${more})` : ''}`,
  nearWith: (words) => `قريب: أوراق فيها ${series(words.map(quoted), '، ', ' و')}`,
  nearSome: 'قريب: أوراق فيها بعض الكلمات',
  nearOnly: 'قريب: لا ورقة فيها جميع الكلمات، وهذه فيها بعضها',
  didYouMean: 'هل تقصد ',
  questionEnd: '؟ ',
  takesIt: ' في الحقل يأخذه.',
  recent: 'عمليات بحث حديثة، محفوظة في هذا المتصفح',
  forget: (query) => `انسَ ${query}`,
  clear: 'امسح كل الاختيارات',
  all: (n) => `الكل (${n})`,
  allValues: (label, n) => `${label}: جميع القيم (${n})`,
  without: 'بغير ',
  more: (n, of) => `أظهر ${n} أخرى من ${of}`,
  nothing: 'لا شيء هنا يحوي هذا. ',
  fewerChoices: 'جرّب كلمات أقل أو اختيارات أقل.',
  otherWords: 'جرّب كلمات أخرى أو أقل.',
  nothingFor: (query) => `لم يوجد شيء عن ${quoted(query)}.`,
  page: 'صفحة البحث',
  allResults: (n) => (n === 1 ? 'النتيجة الوحيدة' : `جميع النتائج (${n})`),
  tryAgain: 'حاول مرة أخرى',
  edit: (term) => `عدّل ${term}`,
  takeOut: (term) => `أزل ${term}`,
  terms: 'مصطلحات هذا البحث',
  noIndex:
    'لا فهرس بحث بجانب هذه الصفحة التي فُتحت من القرص. إن كانت داخل ملف مضغوط فاستخرج المجلد كله أولًا.',
  searching: 'جارٍ البحث…',
  notLoaded: 'تعذّر تحميل فهرس البحث. تحقق من الاتصال وحاول مرة أخرى.',
  facets: {
    theme: 'الموضوع',
    keyword: 'الكلمة المفتاحية',
    year: 'السنة',
    type: 'النوع',
    source: 'المصدر',
    venue: 'جهة النشر',
    with: 'مع',
    own: 'من الفرز',
  },
  with: { Code: 'شيفرة', Abstract: 'ملخص', 'Rebuilt math': 'رياضيات مستعادة' },
  orders: { best: 'الأفضل مطابقة', newest: 'الأحدث', oldest: 'الأقدم', title: 'العنوان' },
  problems: {
    noWord: 'لا يوجد هنا حرف أو رقم للبحث عنه.',
    openQuote: 'علامة اقتباس لم تُغلق؛ تمتد العبارة إلى النهاية.',
    brackets: 'الأقواس لا تجمع شيئًا هنا؛ تربط OR بين المصطلحين بجانبها.',
    or: 'تقع OR بين مصطلحين.',
    noField: (name) => `${quoted(`${name}:`)} ليس حقلًا؛ بُحث عنه بوصفه كلمة.`,
    noValue: (name, sample) => `${quoted(`${name}:`)} لا يسمي شيئًا؛ مثال: ${sample}.`,
    noYear: (value) => `${quoted(`year:${value}`)} ليست سنة؛ مثالان: year:2024 وyear:2024..2026.`,
  },
};
