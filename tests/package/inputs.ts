/** Listings of the kinds strangers begin with, made up: the same count gives the same text. */

const THINGS = 'hedge moss lamp kettle ferry gravel orchard sparrow lantern harbour'.split(' ');
const VERBS = 'bend measure count mend sort carry weigh follow'.split(' ');
const FAMILIES = 'Quill Tarn Ito Elk Fox Lee Marsh Novak Okafor Prada'.split(' ');
const GIVEN = 'Anna Olaf Kenji Cy Bea Ann Ivo Zora Chidi Luz'.split(' ');

const pick = (from: readonly string[], at: number) => from[at % from.length] ?? '';
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What one made-up paper is about, by its number. */
function paper(at: number) {
  const thing = pick(THINGS, at);
  const verb = pick(VERBS, Math.floor(at / 3));
  const other = pick(THINGS, at * 7 + 3);
  return {
    title: `How to ${verb} a ${thing} beside the ${other}: part ${at + 1}`,
    authors: [at, at + 4].map((n) => ({ given: pick(GIVEN, n), family: pick(FAMILIES, n * 3) })),
    year: 2015 + (at % 10),
    journal: `Journal of ${capital(thing)} Studies`,
    doi: `10.1000/${thing}.${at + 1}`,
    abstract: `We ${verb} every ${thing} that stands beside a ${other}, and say what of it stays after ${at + 2} winters. The ${other} is measured first, and the ${thing} follows from it.`,
    keywords: [thing, other],
  };
}

const papers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => paper(from + index));

/** A library as Zotero exports it in BibTeX. */
export function zoteroLibrary(count: number): string {
  return papers(0, count)
    .map(
      ({ title, authors, year, journal, doi, abstract, keywords }, at) => `
@article{${authors[0]?.family.toLowerCase()}_${keywords[0]}_${year}_${at},
	title = {${title}},
	volume = {${at + 1}},
	issn = {1234-5679},
	url = {https://example.org/${at}},
	doi = {${doi}},
	abstract = {${abstract} It holds that \${x}_{${at}} \\leq y^2$.},
	language = {en},
	urldate = {2026-01-05},
	journal = {${journal}},
	author = {${authors.map(({ given, family }) => `${family}, ${given}`).join(' and ')}},
	month = mar,
	year = {${year}},
	keywords = {${keywords.join(', ')}},
	pages = {${at * 10 + 1}--${at * 10 + 9}},
	file = {Full Text:/home/somebody/Zotero/storage/ABCD${at}/paper.pdf:application/pdf},
}
`,
    )
    .join('');
}

/** A result of Web of Science as plain text, of the papers from one number to another. */
export function webOfScience(from: number, to: number): string {
  const records = papers(from, to).map(
    ({ title, authors, year, journal, doi, abstract, keywords }) =>
      [
        'PT J',
        `AU ${authors.map(({ given, family }) => `${family}, ${given.charAt(0)}`).join('\n   ')}`,
        `AF ${authors.map(({ given, family }) => `${family}, ${given}`).join('\n   ')}`,
        `TI ${title}`,
        `SO ${journal.toUpperCase()}`,
        'LA English',
        'DT Article',
        `DE ${keywords.join('; ')}`,
        `AB ${abstract}`,
        `PY ${year}`,
        'VL 3',
        `DI ${doi}`,
        'ER',
        '',
      ].join('\n'),
  );
  return `FN Clarivate Analytics Web of Science\nVR 1.0\n${records.join('\n')}\nEF\n`;
}

/** The same as Scopus prints it in CSV. */
export function scopus(from: number, to: number): string {
  const cell = (text: string | number) => `"${String(text).replaceAll('"', '""')}"`;
  const head = [
    ...['Authors', 'Author full names', 'Title', 'Year', 'Source title', 'Volume', 'DOI'],
    ...['Abstract', 'Author Keywords', 'Document Type', 'Source', 'EID'],
  ];
  const rows = papers(from, to).map(
    ({ title, authors, year, journal, doi, abstract, keywords }, at) => [
      authors.map(({ given, family }) => `${family} ${given.charAt(0)}.`).join('; '),
      authors.map(({ given, family }, n) => `${family}, ${given} (1000${at}${n})`).join('; '),
      ...[title, year, journal, 3, doi, abstract, keywords.join('; ')],
      ...['Article', 'Scopus', `2-s2.0-${at}`],
    ],
  );
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

/** A list of papers in Markdown, under headings. */
export function markdownList(): string {
  const item = (at: number) => {
    const { title, authors, year } = paper(at);
    const names = authors.map(({ given, family }) => `${given} ${family}`).join(', ');
    return `- [${title}](https://arxiv.org/abs/24${String((at % 12) + 1).padStart(2, '0')}.0${1000 + at}). ${names}. ${year}.`;
  };
  const section = (heading: string, from: number) =>
    `## ${heading}\n\n${[from, from + 1, from + 2].map(item).join('\n')}\n`;
  return `# Papers to read\n\nA list.\n\n${section('Hedges and moss', 20)}\n${section('On lamps', 30)}`;
}

/** Papers of other fields than computing, each as its databases print them. */
export const otherFields: Readonly<Record<string, string>> = {
  'medicine.nbib': [0, 1, 2]
    .map(
      (at) => `PMID- ${30000001 + at}
OWN - NLM
DP  - ${2012 + at} Mar
TI  - Effect of ${['walking', 'mosses', 'lamp light'][at]} on recovery: a randomised trial.
PG  - 1${at}-19
LID - 10.1000/recovery.${at} [doi]
AB  - BACKGROUND: It is common. METHODS: We randomised ${100 + at} adults. RESULTS: The
      hazard ratio was 0.8${at} (95% CI 0.71-0.95; P<0.05). CONCLUSIONS: It helps.
FAU - Novak, Zora
AU  - Novak Z
LA  - eng
PT  - Randomized Controlled Trial
JT  - Journal of hedge medicine
MH  - Adult
`,
    )
    .join('\n'),
  'history.bib': `@book{marsh68, title={The Lamp-Lighters' Guild of Tarn, 1340--1520}, author={Marsh, Edith}, year={1968}, publisher={Lamp Press}, address={Tarn}}
@incollection{quill91, title={Bread, grain and the price of winters}, author={Quill, Anna}, booktitle={Towns and Their Hedges}, editor={Prada, Luz and Fox, Cleo}, pages={33--71}, year={1991}, publisher={Gravel Books}}
@manual{anon1620, title={A True Relation of the Great Frost}, year={1620}, note={Printed for the author}}
`,
  'chemistry.ris': `TY  - JOUR
AU  - Ito, Kenji
TI  - Synthesis of Fe3+-bridged lamellae at 300 K
T2  - J. Hedge Chem.
PY  - 2019
VL  - 101
SP  - 1
EP  - 8
DO  - 10.1000/lamellae.1
AB  - The ligand yields <i>trans</i>-[M(L)<sub>2</sub>]<sup>2+</sup> in 80% yield at 25 °C.
ER  - 
`,
  'titles.bib': ['On gravel', 'Of lamps', 'What a ferry weighs']
    .map((title, at) => `@misc{t${at}, title={${title}}}\n`)
    .join(''),
};

/** Papers in German, Arabic and Chinese. */
export const otherLanguages: Readonly<Record<string, string>> = {
  'deutsch.bib': `@article{m1, title={Über das Messen der Moose}, author={M{\\"u}ller, J{\\"o}rg and Gro{\\ss}, Käthe}, journal={Zeitschrift für Heckenkunde}, year={2008}, abstract={Moose werden mit dem Maßband gemessen. Die Messung ist ungenau.}}
`,
  'arabic.bib': `@article{a1, title={قياس الطحالب على الحجارة}, author={حسن, فاطمة and أحمد, ليلى}, journal={مجلة الدراسات الزراعية}, year={2011}, doi={10.1000/ar.1}, abstract={تقاس الطحالب بالشريط. والقياس غير دقيق.}}
`,
  'chinese.ris': `TY  - JOUR
AU  - 王伟
AU  - 刘洋
TI  - 冬季树篱的研究
T2  - 农业研究学报
PY  - 2014
AB  - 树篱生长缓慢。养护树篱需要耐心。
ER  - 
`,
};
