import { describe, expect, it } from 'vitest';
import type { Name, Work } from '../../src/model/index.ts';
import { publicationOf } from '../../src/pipeline/merging/publication.ts';
import { references } from '../../src/references/index.ts';
import { parseTex } from '../../src/text/index.ts';
import { madeUpWork } from '../pipeline/made-up-work.ts';

const from = { kind: 'inferred', rule: 'made up for a test' } as const;

const ada: Name = { literal: 'Ada Lovelace', given: 'Ada', family: 'Lovelace' };
const charles: Name = { literal: 'Charles Babbage', given: 'Charles', family: 'Babbage' };
const grace: Name = { literal: 'Grace M. Hopper', given: 'Grace M.', family: 'Hopper' };
const ludwig: Name = {
  literal: 'Ludwig van Beethoven',
  given: 'Ludwig',
  particle: 'van',
  family: 'Beethoven',
};
const martin: Name = {
  literal: 'Martin Luther King Jr.',
  given: 'Martin Luther',
  family: 'King',
  suffix: 'Jr.',
};
const xiaoming: Name = { literal: '王小明' };

/** `Ann One`, `Ann Two`, … with families in the order of the alphabet. */
const crowd = (count: number): Name[] =>
  Array.from({ length: count }, (_, index) => {
    const family = `Fam${index + 1}`;
    return { literal: `Ann ${family}`, given: 'Ann', family };
  });

interface Said {
  authors?: Name[];
  more?: boolean;
  date?: string;
  venue?: string;
  arxiv?: string;
  doi?: string;
}

function work({ authors = [], more = false, date, venue, arxiv, doi }: Said): Work {
  const made = madeUpWork('a-work', 'Sparse attention');
  const identifiers = [
    ...(arxiv === undefined ? [] : [{ value: { scheme: 'arxiv' as const, value: arxiv }, from }]),
    ...(doi === undefined ? [] : [{ value: { scheme: 'doi' as const, value: doi }, from }]),
  ];
  const stated = {
    ...(date === undefined ? {} : { issued: { value: { iso: date, yearInferred: false }, from } }),
    ...(venue === undefined ? {} : { venue: { value: venue, from } }),
  };
  return {
    ...made,
    publication: publicationOf(stated, identifiers),
    fields: {
      ...(authors.length === 0 ? {} : { authors: { value: { names: authors, more }, from } }),
      ...stated,
    },
    identifiers,
  };
}

/** The work in every style, by name of the style. */
const cited = (said: Said) =>
  Object.fromEntries(references(work(said)).map(({ name, plain }) => [name, plain]));

const arxiv = '2507.17249';
const url = 'https://arxiv.org/abs/2507.17249';

describe('a preprint', () => {
  it('of one author names archive and number as each style has it', () => {
    expect(cited({ authors: [ada], date: '2025-07-23', arxiv })).toEqual({
      apa: `Lovelace, A. (2025). Sparse attention (arXiv:${arxiv}). arXiv. ${url}`,
      ieee: `A. Lovelace, “Sparse attention.” arXiv, Jul. 23, 2025. [Online]. Available: ${url}`,
      chicago: `Lovelace, Ada. 2025. “Sparse Attention.” arXiv. ${url}.`,
      mla: `Lovelace, Ada. Sparse Attention. arXiv:${arxiv}, arXiv, 23 July 2025, ${url}.`,
      vancouver: `Lovelace A. Sparse attention [Internet]. arXiv; 2025. Available from: ${url}`,
      nature: `Lovelace, A. Sparse attention. Preprint at ${url} (2025).`,
    });
  });

  it('without a date says so where the style asks for it', () => {
    const plain = cited({ authors: [ada], doi: '10.1000/abc' });
    expect(plain['apa']).toMatch(/^Lovelace, A\. \(n\.d\.\)\. Sparse attention/u);
    expect(plain['chicago']).toMatch(/^Lovelace, Ada\. n\.d\. “Sparse Attention\.”/u);
    for (const name of ['ieee', 'mla', 'vancouver', 'nature']) {
      expect(plain[name]).not.toMatch(/\(\)|, ,|\. \.|undefined|NaN/u);
    }
  });

  it('without an author begins with its title', () => {
    const plain = cited({ date: '2023', arxiv });
    expect(plain['apa']).toBe(`Sparse attention (arXiv:${arxiv}). (2023). arXiv. ${url}`);
    for (const reference of Object.values(plain))
      expect(reference).toMatch(/^“?Sparse attention/iu);
  });

  it('without archive and number has no address, least of all that of the survey', () => {
    const plain = cited({ authors: [ada], date: '2023' });
    for (const reference of Object.values(plain)) {
      expect(reference).not.toMatch(/https?:|Internet|Online/);
      expect(reference).toMatch(/[.)”]$/);
      expect(reference).not.toContain('Preprint');
    }
  });
});

describe('a published paper', () => {
  it('in proceedings names them', () => {
    expect(
      cited({
        authors: [ada, charles],
        date: '2025-07-23',
        venue: 'ICML 2025',
        doi: '10.1000/abc',
        arxiv,
      }),
    ).toEqual({
      apa: 'Lovelace, A., & Babbage, C. (2025). Sparse attention. ICML 2025. https://doi.org/10.1000/abc',
      ieee: 'A. Lovelace and C. Babbage, “Sparse attention,” in ICML 2025, 2025. doi: 10.1000/abc.',
      chicago:
        'Lovelace, Ada, and Charles Babbage. 2025. “Sparse Attention.” In ICML 2025. https://doi.org/10.1000/abc.',
      mla: 'Lovelace, Ada, and Charles Babbage. “Sparse Attention.” ICML 2025, 2025, https://doi.org/10.1000/abc.',
      vancouver:
        'Lovelace A, Babbage C. Sparse attention. In: ICML 2025 [Internet]. 2025. Available from: https://doi.org/10.1000/abc',
      nature: 'Lovelace, A. & Babbage, C. Sparse attention. in ICML 2025 (2025). doi:10.1000/abc.',
    });
  });

  it('in a journal names volume, issue and pages', () => {
    expect(
      cited({ authors: [ada], date: '2022', venue: 'JMLR 23(131):1-74, 2022', doi: '10.1000/abc' }),
    ).toEqual({
      apa: 'Lovelace, A. (2022). Sparse attention. JMLR, 23(131), 1–74. https://doi.org/10.1000/abc',
      ieee: 'A. Lovelace, “Sparse attention,” JMLR, vol. 23, no. 131, pp. 1–74, 2022, doi: 10.1000/abc.',
      chicago:
        'Lovelace, Ada. 2022. “Sparse Attention.” JMLR 23 (131): 1–74. https://doi.org/10.1000/abc.',
      mla: 'Lovelace, Ada. “Sparse Attention.” JMLR, vol. 23, no. 131, 2022, pp. 1–74, https://doi.org/10.1000/abc.',
      vancouver:
        'Lovelace A. Sparse attention. JMLR [Internet]. 2022;23(131):1–74. Available from: https://doi.org/10.1000/abc',
      nature: 'Lovelace, A. Sparse attention. JMLR 23, 1–74 (2022).',
    });
  });
});

describe('authors', () => {
  /** What stands before the title or the year. */
  const who = (said: Said) =>
    Object.fromEntries(
      Object.entries(cited({ date: '2025', arxiv, ...said })).map(([name, plain]) => [
        name,
        plain.split(/,? “|[.]? \(2025\)|[.] 2025|[.]? Sparse attention/iu)[0],
      ]),
    );

  it.each([
    {
      authors: [ada, charles],
      expected: {
        apa: 'Lovelace, A., & Babbage, C',
        ieee: 'A. Lovelace and C. Babbage',
        chicago: 'Lovelace, Ada, and Charles Babbage',
        mla: 'Lovelace, Ada, and Charles Babbage',
        vancouver: 'Lovelace A, Babbage C',
        nature: 'Lovelace, A. & Babbage, C',
      },
    },
    {
      authors: [ada, charles, grace],
      expected: {
        apa: 'Lovelace, A., Babbage, C., & Hopper, G. M',
        ieee: 'A. Lovelace, C. Babbage, and G. M. Hopper',
        chicago: 'Lovelace, Ada, Charles Babbage, and Grace M. Hopper',
        mla: 'Lovelace, Ada, et al',
        vancouver: 'Lovelace A, Babbage C, Hopper GM',
        nature: 'Lovelace, A., Babbage, C. & Hopper, G. M',
      },
    },
    {
      authors: crowd(7),
      expected: {
        apa: 'Fam1, A., Fam2, A., Fam3, A., Fam4, A., Fam5, A., Fam6, A., & Fam7, A',
        ieee: 'A. Fam1 et al.',
        chicago: 'Fam1, Ann, Ann Fam2, Ann Fam3, Ann Fam4, Ann Fam5, Ann Fam6, and Ann Fam7',
        mla: 'Fam1, Ann, et al',
        vancouver: 'Fam1 A, Fam2 A, Fam3 A, Fam4 A, Fam5 A, Fam6 A, et al',
        nature: 'Fam1, A. et al',
      },
    },
    {
      authors: [ludwig, martin, xiaoming],
      expected: {
        apa: 'van Beethoven, L., King, M. L., Jr., & 王小明',
        ieee: 'L. van Beethoven, M. L. King Jr., and 王小明',
        chicago: 'Beethoven, Ludwig van, Martin Luther King Jr., and 王小明',
        mla: 'van Beethoven, Ludwig, et al',
        vancouver: 'van Beethoven L, King ML Jr, 王小明',
        nature: 'van Beethoven, L., King, M. L., Jr., & 王小明',
      },
    },
  ])('are $authors.length in each style’s way', ({ authors, expected }) => {
    expect(who({ authors })).toEqual(expected);
  });

  it('are all named up to the number each style allows, and no more', () => {
    const named = (count: number, style: string) =>
      (cited({ authors: crowd(count), date: '2025', arxiv })[style]?.match(/Fam\d+/gu) ?? [])
        .length;
    // APA 9.8: twenty; of more the first nineteen and the last.
    expect([20, 21, 22].map((count) => named(count, 'apa'))).toEqual([20, 20, 20]);
    expect(cited({ authors: crowd(22), date: '2025', arxiv })['apa']).toContain(
      'Fam19, A., … Fam22, A. (2025)',
    );
    expect([6, 7].map((count) => named(count, 'ieee'))).toEqual([6, 1]);
    expect([10, 11].map((count) => named(count, 'chicago'))).toEqual([10, 7]);
    expect([2, 3].map((count) => named(count, 'mla'))).toEqual([2, 1]);
    expect([6, 7].map((count) => named(count, 'vancouver'))).toEqual([6, 6]);
    expect([5, 6].map((count) => named(count, 'nature'))).toEqual([5, 1]);
  });

  it('of a list that goes on are not passed off as all', () => {
    const starts = (authors: Name[]) =>
      Object.entries(cited({ authors, more: true, date: '2025', arxiv })).map(([name, printed]) => [
        name,
        printed.slice(0, printed.indexOf('et al.') + 'et al.'.length),
      ]);
    expect(Object.fromEntries(starts([ada]))).toEqual({
      apa: 'Lovelace, A., et al.',
      ieee: 'A. Lovelace et al.',
      chicago: 'Lovelace, Ada, et al.',
      mla: 'Lovelace, Ada, et al.',
      vancouver: 'Lovelace A, et al.',
      nature: 'Lovelace, A. et al.',
    });
    expect(Object.fromEntries(starts([ada, charles]))).toEqual({
      apa: 'Lovelace, A., Babbage, C., et al.',
      ieee: 'A. Lovelace, C. Babbage, et al.',
      chicago: 'Lovelace, Ada, Charles Babbage, et al.',
      mla: 'Lovelace, Ada, et al.',
      vancouver: 'Lovelace A, Babbage C, et al.',
      nature: 'Lovelace, A., Babbage, C. et al.',
    });
  });
});

describe('a text longer than any reference has room for', () => {
  it('is cut, as what the engine does with it would take hours', () => {
    const made = work({ authors: [ada], date: '2025', arxiv });
    const title = {
      ...made.title,
      value: { ...made.title.value, rich: [text('walk '.repeat(20_000))] },
    };
    for (const { plain } of references({ ...made, title })) {
      expect(plain).toMatch(/walk walk.*…/iu);
      expect(plain.length).toBeLessThan(1500);
    }
  });
});

const text = (value: string) => ({ type: 'text' as const, value });

describe('titles that every object has', () => {
  it.each(['__proto__', 'constructor', 'valueOf'])('%s is a title', (title) => {
    const made = {
      ...work({ date: '2025' }),
      title: { value: { rich: [text(title)], source: title }, from },
    };
    const cited = references(made);
    expect(cited).toHaveLength(references(work({ date: '2025' })).length);
    expect(cited.filter(({ plain }) => !plain.toLowerCase().includes(title.toLowerCase()))).toEqual(
      [],
    );
  });
});

describe('names that every object has', () => {
  it.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf'])(
    '%s is a name, and the works after it have their references',
    (name) => {
      const author: Name = { literal: `${name} ${name}`, given: name, family: name };
      const made = references(work({ authors: [author] }));
      expect(made.filter(({ plain }) => !plain.includes(name))).toEqual([]);
      expect(references(work({ authors: [ada] }))).toHaveLength(made.length);
    },
  );
});

describe('a title with formulas', () => {
  it('keeps the blanks around them, and the words that they are parts of as they are', () => {
    const made = work({ authors: [ada], date: '2020', venue: 'Annals of Hedges' });
    const title = parseTex('On $O(n + m)$ hedges and R$^4$ec').rich;
    const printed = references({
      ...made,
      title: { value: { rich: title, source: '' }, from },
    });
    expect(printed).toHaveLength(6);
    for (const { plain } of printed) {
      expect(plain).toMatch(/On O\(n \+ m\) hedges and R⁴ec\b/iu);
      expect(plain).toContain('O(n + m)');
      expect(plain).toContain('R⁴ec');
    }
  });
});
