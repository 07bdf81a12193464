// @module-tag exports-whole
import { describe, expect, it } from 'vitest';
import { itemKinds, type KindNames, type Survey } from '../../src/model/index.ts';
import { toPlain } from '../../src/text/index.ts';
import {
  biblatex,
  bibtex,
  cslJson,
  endNoteXml,
  enw,
  ris,
  type Writer,
} from '../../src/writers/index.ts';
import { read, readAll } from './read.ts';

/** What a format calls the works of a kind, and how a record of that type, with its title, looks in it. */
interface Format {
  writer: Writer;
  nameIn: (names: KindNames) => string | undefined;
  record: (type: string, title: string) => string;
  /** What stands around records. */
  around?: [string, string];
  between?: string;
}

const formats: Format[] = [
  {
    writer: bibtex,
    nameIn: ({ type, bibtex, biblatex }) => bibtex ?? (type === 'document' ? biblatex : undefined),
    record: entry,
  },
  { writer: biblatex, nameIn: (names) => names.biblatex, record: entry },
  {
    writer: ris,
    nameIn: (names) => names.ris,
    record: (type, title) => `TY  - ${type}\nTI  - ${title}\nAU  - Vas, Ada\nPY  - 2020\nER  - \n`,
  },
  {
    writer: cslJson,
    nameIn: (names) => names.csl,
    record: (type, title) => JSON.stringify({ id: title, 'citation-key': title, type, title }),
    around: ['[', ']'],
    between: ',',
  },
  {
    writer: enw,
    nameIn: (names) => names.endNote?.[0],
    record: (type, title) => `%0 ${type}\n%T ${title}\n%A Vas, Ada\n%D 2020\n`,
  },
  {
    writer: endNoteXml,
    nameIn: (names) => names.endNote?.[0],
    record: (type, title) =>
      `<record><ref-type name="${type}">1</ref-type><contributors><authors><author>Vas, Ada</author></authors></contributors><titles><title>${title}</title></titles></record>`,
    around: ['<xml><records>', '</records></xml>'],
  },
];

function entry(type: string, title: string): string {
  return `@${type}{${title.replaceAll(' ', '')}, title={${title}}, author={Vas, Ada}, year=2020}`;
}

/** Titles that no two kinds share more than a word of. */
const titleOf = (kind: string) => `The ${kind.split('').toSorted().join('')} of ${kind}`;

const byTitle = ({ works }: Survey) =>
  new Map(works.map((work) => [toPlain(work.title.value.rich), work]));

describe('a kind of works that only some formats have a name for', () => {
  it.each(formats)(
    'is in $writer.label what it was, and elsewhere the nearest',
    ({ writer, nameIn, record, around = ['', ''], between = '\n' }) => {
      const stated = Object.entries(itemKinds).flatMap(([kind, names]) => {
        const name = nameIn(names);
        return name === undefined ? [] : [{ name, names, title: titleOf(kind) }];
      });
      const records = stated.map(({ name, title }) => record(name, title)).join(between);
      const survey = read(`moss.${writer.extension}`, `${around[0]}${records}${around[1]}`);
      expect(survey.works).toHaveLength(stated.length);
      const works = byTitle(survey);
      for (const { name, names, title } of stated) {
        const work = works.get(title);
        expect(work?.publication.type, name).toBe(names.type);
        expect(work && writer.write([work], survey), name).toContain(name);
      }
      for (const other of formats) {
        const text = other.writer.write(survey.works, survey);
        const again = byTitle(read(`moss.${other.writer.extension}`, text));
        expect(again.size).toBe(works.size);
        for (const [title, { publication }] of works) {
          const { kind = 'map' } = publication;
          const isNamed = other.nameIn(itemKinds[kind]) !== undefined;
          expect(again.get(title)?.publication.kind, `${kind} in ${other.writer.label}`).toBe(
            isNamed ? kind : undefined,
          );
        }
      }
    },
  );

  it.each([
    [
      'an article in a journal',
      '@article{a, title={Moss}, journal={Hedges}, entrysubtype={newspaper}}',
    ],
    [
      'a letter in a journal',
      'Title,Document Type,Authors,Year,Source title\nMoss,Letter,A. Vas,2020,Hedges',
    ],
  ])('is none of %s', (_, text) => {
    const [work] = read(text.startsWith('@') ? 'moss.bib' : 'moss.csv', text).works;
    expect(work?.publication.type).toMatch(/^article-/);
    expect(work?.publication.kind).toBeUndefined();
  });

  it('is that of a source that says so, whatever others say less closely', () => {
    const { works } = readAll({
      '0.bib':
        '@incollection{a, title={Hedges Alone of Moss}, author={Vas, Ada}, booktitle={Moss}, doi={10.5555/moss}}',
      '1.bib':
        '@inbook{b, title={Hedges Alone of Moss}, author={Vas, Ada}, booktitle={Moss}, doi={10.5555/moss}}',
    });
    expect(works.map(({ publication }) => publication.kind)).toEqual(['inbook']);
  });
});

describe('the type of a record of Web of Science', () => {
  it.each([
    ['B', 'Article; Book Chapter', 'chapter'],
    ['B', 'Editorial Material; Book Chapter', 'chapter'],
    ['B', 'Proceedings Paper', 'paper-conference'],
    ['B', 'Book', 'book'],
    ['S', 'Review; Book Chapter', 'chapter'],
    ['S', 'Proceedings Paper', 'paper-conference'],
    ['J', 'Article; Early Access', 'article-journal'],
    ['J', 'Article; Proceedings Paper', 'article-journal'],
    ['J', 'Proceedings Paper', 'paper-conference'],
    ['J', 'Book Review', 'review'],
    ['P', 'Patent', 'patent'],
  ])('with PT %s and DT %s is %s', (pt, dt, type) => {
    const lines = [`PT ${pt}`, 'AU Vas, A', 'TI Hedges Alone', 'SO Handbook of Moss', `DT ${dt}`];
    const text = [
      'FN Clarivate Analytics Web of Science',
      'VR 1.0',
      ...lines,
      'PY 2020',
      'ER',
      'EF',
    ];
    expect(read('moss.txt', text.join('\n')).works[0]?.publication.type).toBe(type);
    const row = `PT\tAU\tTI\tSO\tDT\tPY\tUT\n${pt}\tVas, A\tHedges Alone\tHandbook of Moss\t${dt}\t2020\tWOS:1\n`;
    expect(read('moss.tsv', row).works[0]?.publication.type).toBe(type);
  });
});
