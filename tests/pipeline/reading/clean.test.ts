import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Name } from '../../../src/model/index.ts';
import { textValue } from '../../../src/pipeline/reading/clean.ts';
import { toPlain } from '../../../src/text/index.ts';
import { located, page, source } from '../make.ts';

const iso = (said: Parameters<typeof source>[0]) => source(said).fields.issued?.value;

describe('an abstract', () => {
  it.each([
    ['Abstract\n            We walk.', 'We walk.'],
    ['ABSTRACT: We walk.', 'We walk.'],
    ['Abstract—We walk.', 'We walk.'],
    ['الملخص: نمشي.', 'نمشي.'],
    ['Abstract interpretation walks.', 'Abstract interpretation walks.'],
    ['Abstract Art is walked past.', 'Abstract Art is walked past.'],
    ['Abstract', 'Abstract'],
  ])('printed “%s” begins with its first sentence', (printed, text) => {
    expect(source({ abstract: printed }).fields.abstract?.value.source).toBe(text);
  });
});

describe('a title', () => {
  const printed = (said: Parameters<typeof source>[0]) => {
    const { title } = source(said).fields;
    return title && [toPlain(title.value.rich), title.value.source];
  };

  it.each([
    ['Ponds.', 'Ponds', 'Ponds.'],
    ['[Moss in winter].', '[Moss in winter]', '[Moss in winter].'],
    ['Ponds of Moss Inc.', 'Ponds of Moss Inc.', 'Ponds of Moss Inc.'],
    ['Ponds, moss etc.', 'Ponds, moss etc.', 'Ponds, moss etc.'],
    ['Ponds...', 'Ponds...', 'Ponds...'],
  ])('“%s” is printed without the stop that closes it', (title, shown, kept) => {
    expect(printed({ title })).toEqual([shown, kept]);
  });

  it.each([
    ['Ponds', 'A First Look', 'Ponds: A First Look'],
    ['Ponds:', 'A First Look', 'Ponds: A First Look'],
    ['Ponds?', 'A First Look', 'Ponds? A First Look'],
    ['Ponds: A First Look', 'A First Look', 'Ponds: A First Look'],
  ])('“%s” with the subtitle “%s” is one', (title, subtitle, whole) => {
    expect(printed({ title, subtitle })?.[0]).toBe(whole);
    expect(source({ title: 'x', venue: title, venue_subtitle: subtitle }).fields.venue?.value).toBe(
      whole,
    );
  });

  it('with its subtitle is traced to both', () => {
    const { title } = source({ title: 'Ponds', author: 'Ann Lee', subtitle: 'A Look' }).fields;
    expect(title?.from).toMatchObject({ span: { start: 0 } });
    expect(title?.from).not.toEqual(source({ title: 'Ponds' }).fields.title?.from);
  });
});

describe('what stands for pages', () => {
  it.each([
    ['pp. 1--10', '1–10', undefined],
    ['p. e5', 'e5', undefined],
    ['S. 5-7', '5–7', undefined],
    ['S5--S7', 'S5–S7', undefined],
    ['1--10, 20--30', '1–10, 20–30', undefined],
    ['686-95', '686–95', undefined],
    ['S7-S15, xi-xv', 'S7–S15, xi–xv', undefined],
    ['S-1', 'S-1', undefined],
    ['A-I12', 'A-I12', undefined],
    ['12-1', '12-1', undefined],
    ['S-1 - S-9', 'S-1–S-9', undefined],
    ['Article 12', undefined, '12'],
    ['Art. no. e1002', undefined, 'e1002'],
    ['24 pages', undefined, undefined],
    ['n/a', undefined, undefined],
    ['--', undefined, undefined],
    ['0-0', undefined, undefined],
    ['N.PAG-N.PAG', undefined, undefined],
    ['1-1', '1', undefined],
    ['123--', '123', undefined],
    ['1-n/a', '1', undefined],
    ['iv-x', 'iv–x', undefined],
    ['e1-e9', 'e1–e9', undefined],
    // A hyphen of the number itself.
    ['A-I12_1-9', 'A-I12_1–9', undefined],
    ['A-I12_1--A-I12_9', 'A-I12_1–A-I12_9', undefined],
    ['Paper 7', undefined, '7'],
  ])('“%s” is what a reference prints, without words for it', (pages, page, number) => {
    const { fields } = source({ title: 'x', pages });
    expect([fields.page?.value, fields.articleNumber?.value]).toEqual([page, number]);
  });
});

it.each(['volume', 'issue', 'pages'])('“ahead-of-print” in the place of %s is a state', (name) => {
  const { fields } = source({ title: 'x', [name]: 'ahead-of-print' });
  expect(fields).toMatchObject({ status: { value: 'ahead-of-print' } });
  expect(Object.keys(fields).toSorted()).toEqual(['status', 'title']);
});

it.each([
  ['MAY 02-04, 2019', '2019-05-02/2019-05-04'],
  ['DEC 30, 2018-JAN 02, 2019', '2018-12-30/2019-01-02'],
  ['29 May 2019 through 2 June 2019', '2019-05-29/2019-06-02'],
  ['2-4 June 2019', '2019-06-02/2019-06-04'],
  ['2 June 2019', '2019-06-02'],
  ['2019-06-02/2019-06-04', '2019-06-02/2019-06-04'],
  ['ELECTR NETWORK, 2019', 'ELECTR NETWORK, 2019'],
  ['31-40 June 2019', '31-40 June 2019'],
])('the days of a conference are read where they can be: %s', (printed, days) => {
  expect(source({ title: 'x', event_date: printed }).fields.eventDate?.value).toBe(days);
});

describe('what stands for a date', () => {
  it.each(['in press', 'Forthcoming', '(submitted)', 'under review'])(
    '“%s” is a state, and no date that cannot be read',
    (year) => {
      const { records, codes } = page([located({ title: 'x', year })]);
      expect(records[0]?.fields.status?.value).toBe(year);
      expect(records[0]?.fields.issued).toBeUndefined();
      expect(codes).not.toContain('date-unreadable');
    },
  );
});

describe('dates', () => {
  it.each([
    ['May 12, 2022', '2022-05-12'],
    ['12 May 2022', '2022-05-12'],
    ['Sept. 3 2021', '2021-09-03'],
    ['May 2022', '2022-05'],
    ['2022', '2022'],
    ['2022-05', '2022-05'],
    ['2022-05-12T10:00:00Z', '2022-05-12'],
    ['Tue, 12 May 2022', '2022-05-12'],
    ['2025///', '2025'],
    ['2023/07/12/', '2023-07-12'],
    ['8/2020', '2020-08'],
    ['13/06/2017', '2017-06-13'],
    ['05/12/2022', '2022'],
    ['20230712', '2023-07-12'],
    ['2021-07-00', '2021-07'],
    ['2021-05-01/2021-05-03', '2021-05'],
    ['2001a', '2001'],
    ['to appear, 2003', '2003'],
    ['in press (2003)', '2003'],
    ['2020 Jan 15', '2020-01-15'],
    ['2020 Jan-Feb', '2020'],
    ['2020 Spring', '2020'],
    ['Epub 2020 Jan', '2020-01'],
    ['13-15 Dec. 2021', '2021-12'],
    ['June 12-16, 2023', '2023-06'],
    ['apr 20--24, 2020', '2020-04'],
    ['Jul-Aug 2021', '2021'],
    ['Third Quarter 2019', '2019'],
    ['2004-06-01/', '2004-06-01'],
    ['2004/..', '2004'],
    ['2018-21', '2018'],
    ['1982--1983', '1982'],
    ['1998–99', '1998'],
    ['2004-XX-XX', '2004'],
    ['2004-06%', '2004-06'],
  ])('reads %s as %s', (printed, expected) => {
    expect(iso({ title: 'A', date: printed })).toEqual({ iso: expected, yearInferred: false });
  });

  it.each(['Feb 30, 2022', 'Mayhem 3, 2022', 'Mayhem 2022', 'yesterday', '2022-13-01'])(
    'keeps %s as a remark, because it is no date that can be read in one way',
    (printed) => {
      const { records, codes } = page([located({ title: 'A', date: printed })]);
      expect(records[0]?.fields.issued).toBeUndefined();
      expect(records[0]?.remarks.map(({ value }) => value)).toEqual([
        { name: 'date', value: printed },
      ]);
      expect(codes).toEqual(['date-unreadable']);
    },
  );

  it('takes a month and a year that are printed apart', () => {
    expect(iso({ title: 'A', year: '2019', date: 'jul' })).toEqual({
      iso: '2019-07',
      yearInferred: false,
    });
  });

  it('takes a year printed apart from the day', () => {
    expect(iso({ title: 'A', date: 'May 12', year: '2019' })).toEqual({
      iso: '2019-05-12',
      yearInferred: false,
    });
  });

  it('gives a day without a year the year after the latest one the page prints, and says so', () => {
    const { records } = page([
      located({ title: 'A', date: 'Mar 18' }, 'a.txt#1'),
      located({ title: 'B', date: 'Dec 23, 2025' }, 'a.txt#2'),
      located({ title: 'C', date: 'May 12, 2022' }, 'a.txt#3'),
    ]);
    const issued = records[0]?.fields.issued;
    expect(issued?.value).toEqual({ iso: '2026-03-18', yearInferred: true });
    expect(issued?.from).toMatchObject({ kind: 'inferred', basis: { record: 'a.txt#1' } });
    expect(issued?.from.kind === 'inferred' && issued.from.rule).toContain('2025');
  });

  it('gives it the year of the page where the page prints its own', () => {
    const { records } = page([located({ title: 'A', date: 'Mar 18' })], {
      date: { month: 6, day: 15, year: 2024 },
    });
    expect(records[0]?.fields.issued?.value).toEqual({ iso: '2024-03-18', yearInferred: true });
  });

  it('gives it the year of its own arXiv identifier when the months agree', () => {
    expect(iso({ title: 'A', arxiv: '2303.01234', date: 'Mar 7' })).toEqual({
      iso: '2023-03-07',
      yearInferred: true,
    });
  });

  it('invents no year where nothing on the page tells', () => {
    const { records, codes } = page([located({ title: 'A', date: 'Mar 18' })]);
    expect(records[0]?.fields.issued).toBeUndefined();
    expect(records[0]?.remarks.map(({ value }) => value)).toEqual([
      { name: 'date', value: 'Mar 18' },
    ]);
    expect(codes).toEqual(['date-without-year']);
  });

  it('invents no year for a day after the day of the visit', () => {
    const { records } = page(
      [
        located({ title: 'A', date: 'Nov 3' }, 'a.txt#1'),
        located({ title: 'B', date: 'May 1, 2024' }, 'a.txt#2'),
      ],
      { date: { month: 6, day: 15 } },
    );
    expect(records[0]?.fields.issued).toBeUndefined();
  });
});

describe('authors', () => {
  const authors = (said: Parameters<typeof source>[0]) => source(said).fields.authors?.value;

  it('divides a printed list and keeps every name as printed', () => {
    const value = authors({ authors: 'Ann Lee, Bo van der Berg and C. Fox Jr. et al.' });
    expect(value?.more).toBe(true);
    expect(value?.names).toEqual([
      { literal: 'Ann Lee', given: 'Ann', family: 'Lee' },
      { literal: 'Bo van der Berg', given: 'Bo', particle: 'van der', family: 'Berg' },
      { literal: 'C. Fox Jr.', given: 'C.', family: 'Fox', suffix: 'Jr.' },
    ]);
  });

  it.each([
    ['Lee, Ann and van Dyk, Bo', ['Lee', 'Dyk']],
    ['Lee, A., Fox, C. D.', ['Lee', 'Fox']],
    ['Lee, Ann; Fox, Cy', ['Lee', 'Fox']],
    ['Ann Lee, Bo Dyk and Cy Fox, Di Gu', ['Lee', 'Dyk', 'Fox', 'Gu']],
    ['Ann Lee, John Fox, Jr., Cy Gu', ['Lee', 'Fox', 'Gu']],
  ])('finds the family names of %s', (printed, families) => {
    expect(authors({ authors: printed })?.names.map(({ family }) => family)).toEqual(families);
  });

  it('takes no part of the name of a group or of a single word for a family name', () => {
    expect(authors({ authors: 'Blue Sky Team, Plato' })?.names).toEqual([
      { literal: 'Blue Sky Team' },
      { literal: 'Plato' },
    ]);
  });

  it('keeps a count without names, and knows that a shorter list is not all', () => {
    expect(authors({ author_count: '6 authors' })).toEqual({ names: [], more: false, count: 6 });
    expect(authors({ authors: 'Ann Lee', author_count: '6' })).toMatchObject({
      more: true,
      count: 6,
    });
    expect(authors({ authors: 'Ann Lee', et_al: 'et al.' })).toMatchObject({ more: true });
  });
});

describe('categories', () => {
  const categories = (printed: string) => source({ categories: printed }).fields.categories;

  it.each([
    ['CL', ['cs.CL']],
    ['cs.LG; stat.ML', ['cs.LG', 'stat.ML']],
    ['Machine Learning (cs.LG), Optics (physics.optics)', ['cs.LG', 'physics.optics']],
    ['ML', ['stat.ML']],
    ['CO', ['CO']],
    ['XX', ['XX']],
    ['LG, LG', ['cs.LG']],
  ])('reads %s as %j', (printed, expected) => {
    expect(categories(printed)?.value).toEqual(expected);
  });

  it('says that it guessed where computer science is one of several archives with a code', () => {
    expect(categories('NA')).toMatchObject({ value: ['cs.NA'], from: { kind: 'inferred' } });
    expect(categories('CL')).toMatchObject({ from: { kind: 'seed' } });
  });
});

describe('names given one at a time', () => {
  const named = (...names: { value: string; parts?: Omit<Name, 'literal'> }[]) => {
    const record = located({ title: 'A' });
    names.forEach((name, index) => {
      const start = 10 + 20 * index;
      record.fields.push({ name: 'author', span: { start, end: start + 15 }, ...name });
    });
    return page([record]).records[0]?.fields.authors;
  };

  it.each([
    ['Gu, Hao', { given: 'Hao', family: 'Gu' }],
    ['van Dyk, Bo', { given: 'Bo', particle: 'van', family: 'Dyk' }],
    ['García Márquez, Gabriel', { given: 'Gabriel', family: 'García Márquez' }],
    ['Doe, Jr., John', { given: 'John', family: 'Doe', suffix: 'Jr.' }],
    ['Ludwig van Beethoven', { given: 'Ludwig', particle: 'van', family: 'Beethoven' }],
    ['Lee, A.', { given: 'A.', family: 'Lee' }],
  ])('reads %s', (literal, parts) => {
    expect(named({ value: literal })?.value.names).toEqual([{ literal, ...parts }]);
  });

  it('does not divide a name at its commas and words, however it is written', () => {
    const names = named({ value: 'Lee,\n   Ann' }, { value: 'Fox, Bo' })?.value.names;
    expect(names?.map(({ literal }) => literal)).toEqual(['Lee, Ann', 'Fox, Bo']);
  });

  it('takes the parts a format gives instead of guessing them', () => {
    const parts = { given: 'Gabriel', family: 'García Márquez' };
    const value = 'Gabriel García Márquez';
    expect(
      named({ value, parts }, { value: 'World Health Organization', parts: {} })?.value,
    ).toEqual({
      names: [{ literal: value, ...parts }, { literal: 'World Health Organization' }],
      more: false,
    });
  });

  it('traces the list from its first name to its last', () => {
    expect(named({ value: 'Lee, Ann' }, { value: 'Fox, Bo' })?.from).toMatchObject({
      span: { start: 10, end: 45 },
    });
  });
});

describe('what a publication is called', () => {
  const said = (record: Parameters<typeof source>[0]) => source({ title: 'A', ...record }).fields;

  it.each([
    [{ type: 'phdthesis' }, 'PhD thesis', 'inferred'],
    [{ type: 'mastersthesis' }, 'Master’s thesis', 'inferred'],
    [{ type: 'thesis', genre: 'mathesis' }, 'Master’s thesis', 'seed'],
    [{ type: 'phdthesis', genre: 'DPhil thesis' }, 'DPhil thesis', 'seed'],
    [{ type: 'phdthesis', genre: 'Thesis' }, undefined, undefined],
  ])('of %o is the kind of thesis %s', (record, genre, kind) => {
    expect(said(record).genre?.value).toBe(genre);
    expect(said(record).genre?.from.kind).toBe(kind);
    expect(said(record).type?.value).toBe('thesis');
  });

  it.each([
    ['edition', '2nd ed. 2018', '2nd'],
    ['edition', 'Third edition', 'Third'],
    ['edition', '3', '3'],
    ['issn', '20411723 (ISSN)', '2041-1723'],
    ['isbn', '9781450379984 (ISBN); 9781450379991 (print)', '9781450379984; 9781450379991'],
    ['status', 'inpress', 'in press'],
    ['status', 'Early Access', 'Early Access'],
  ] as const)('in its %s is of “%s” “%s”', (name, printed, kept) => {
    expect(said({ [name]: printed })[name]?.value).toBe(kept);
  });
});

describe('the rest', () => {
  it('keeps what is no fact about the paper, and a second value of a field, as remarks', () => {
    const { remarks } = source({
      title: 'A',
      score: '82.7',
      upvotes: '3',
      has_code: 'Code',
      org: 'pku',
    });
    expect(remarks.map(({ value }) => value.name)).toEqual(['score', 'upvotes', 'has_code', 'org']);
  });

  it('traces every value to its bytes', () => {
    const record = source({ title: 'One title', abstract: 'Words.' });
    expect(record.fields.title?.from).toMatchObject({ kind: 'seed', span: { start: 0, end: 9 } });
    expect(record.fields.abstract?.from).toMatchObject({ span: { start: 10, end: 16 } });
  });

  it('marks an abstract that trails off as truncated', () => {
    expect(source({ abstract: 'It begins and …' }).truncated).toBe(true);
    expect(source({ abstract: 'It ends.' }).truncated).toBe(false);
  });

  it('is idempotent: the source of a cleaned text cleans to the same', () => {
    const pieces = fc.constantFrom(
      ' ',
      '\n',
      '$x^2$',
      '\\emph{a}',
      'word',
      '{',
      '}',
      '~',
      '--',
      '46\\%',
      'é',
      '$',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const place = { file: 'a.txt' };
        const once = textValue(parts.join(''), [], place);
        expect(textValue(once.source, [], place)).toEqual(once);
      }),
    );
  });
});
