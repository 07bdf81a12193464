import { describe, expect, it } from 'vitest';
import type { Correction, SourceRecord } from '../../../src/model/index.ts';
import { assemble } from '../../../src/pipeline/merging/assemble.ts';
import { displayName, toPlain } from '../../../src/text/index.ts';
import { abstractOf, correction, decided, evidence, page, located, source } from '../make.ts';

const reason = 'looked up';

function work(records: readonly SourceRecord[], corrections: readonly Correction[] = []) {
  const keys = records.map(({ key }) => key);
  const made = assemble(decided(records, corrections), {
    stripsMath: (format) => format === 'stripping',
    place: (key) => keys.indexOf(key),
  });
  return {
    ...made.work,
    codes: made.messages.map(({ code, severity }) => `${severity} ${code}`),
    seen: (field: string) =>
      made.work.observations
        .filter((observation) => observation.field === field)
        .map(({ value, standing, from }) => [value, standing, from.kind]),
  };
}

const set = (values: Extract<Correction, { match: unknown }>['set'], line = 1) =>
  correction({ match: { arxiv: '2501.00001' }, set: values, reason, evidence }, line);

const arxiv = '2501.00001';

describe('the shown title', () => {
  it('is the one with its math before the one of a site that strips it', () => {
    const records = [
      source({ arxiv, title: 'R^4ec: Parts' }, 'a.txt#1', 'stripping'),
      source({ arxiv, title: '$R^4$ec: Parts' }, 'b.txt#1'),
    ];
    const made = work(records);
    expect(made.title.value.source).toBe('$R^4$ec: Parts');
    expect(made.seen('title').map(([, standing]) => standing)).toEqual(['agrees', 'shown']);
  });

  it('is the correction’s where it differs, and the seed’s own where it is the same', () => {
    const seed = source({ arxiv, title: 'Parts' });
    expect(work([seed], [set({ title: 'Parts and wholes' })]).seen('title')).toEqual([
      ['Parts', 'differs', 'seed'],
      ['Parts and wholes', 'shown', 'correction'],
    ]);
    expect(work([seed], [set({ title: 'Parts' })]).seen('title')).toEqual([
      ['Parts', 'shown', 'seed'],
      ['Parts', 'agrees', 'correction'],
    ]);
  });

  it('leaves the titles of other versions beside it', () => {
    const other = correction({
      match: { arxiv },
      set: { venue: 'V' },
      other_titles: ['An older title'],
      reason,
      evidence,
    });
    expect(work([source({ arxiv, title: 'Parts' })], [other]).seen('title')).toContainEqual([
      'An older title',
      'differs',
      'correction',
    ]);
  });

  it(
    'is inferred from the abstract when no source gives one, and says so',
    { tags: 'nothing-invented' },
    () => {
      const { title } = work([source({ abstract: 'We propose XFormer, a framework for parts.' })]);
      expect(toPlain(title.value.rich)).toBe('XFormer: a framework for parts');
      expect(title.from).toMatchObject({ kind: 'inferred', basis: { record: 'a.txt#1' } });
    },
  );

  it('stands in for a title that cannot be inferred either', () => {
    const { title } = work([source({ arxiv })]);
    expect(toPlain(title.value.rich)).toBe('Paper arxiv:2501.00001');
    expect(title.from.kind).toBe('inferred');
  });
});

describe('the shown abstract', () => {
  it('is the whole one, of which the cut one is a part', () => {
    const whole = `${abstractOf(1, 90)}.`;
    const cut = `${whole.slice(0, 200)}…`;
    const made = work([
      source({ arxiv, abstract: cut }, 'a.txt#1'),
      source({ arxiv, abstract: whole }, 'b.txt#1'),
    ]);
    expect(made.fields.abstract?.value.source).toBe(whole);
    expect(made.truncated).toBe(false);
    expect(made.seen('abstract').map(([, standing]) => standing)).toEqual(['agrees', 'shown']);
  });

  it('is the whole one even where the cut one is longer', () => {
    const whole = `${abstractOf(1, 40)}.`;
    const cut = `${abstractOf(1, 70)} …`;
    const made = work([
      source({ arxiv, abstract: cut }, 'a.txt#1'),
      source({ arxiv, abstract: whole }, 'b.txt#1'),
    ]);
    expect(made.fields.abstract?.value.source).toBe(whole);
  });

  it('leaves the work truncated where only a cut one is known', () => {
    expect(work([source({ arxiv, abstract: 'It begins …' })]).truncated).toBe(true);
  });

  it('differs from one that says something else', () => {
    const made = work([
      source({ arxiv, abstract: abstractOf(1, 80) }, 'a.txt#1'),
      source({ arxiv, abstract: abstractOf(2) }, 'b.txt#1'),
    ]);
    expect(made.seen('abstract').map(([, standing]) => standing)).toEqual(['shown', 'differs']);
  });
});

describe('the shown authors', () => {
  it('are the longer list; a shortened one and a count agree with it', () => {
    const made = work([
      source({ arxiv, authors: 'Ann Lee, Bo Fox et al.' }, 'a.txt#1'),
      source({ arxiv, author_count: '3' }, 'b.txt#1'),
      source({ arxiv, authors: 'Ann Lee, Bo Fox, Cy Gu' }, 'c.txt#1'),
    ]);
    expect(made.seen('authors')).toEqual([
      ['Ann Lee, Bo Fox et al.', 'agrees', 'seed'],
      ['3 authors', 'agrees', 'seed'],
      ['Ann Lee, Bo Fox, Cy Gu', 'shown', 'seed'],
    ]);
  });

  it('differ from another count and from a list that begins otherwise', () => {
    const made = work([
      source({ arxiv, author_count: '4' }, 'a.txt#1'),
      source({ arxiv, authors: 'Cy Gu et al.' }, 'b.txt#1'),
      source({ arxiv, authors: 'Ann Lee, Bo Fox, Cy Gu' }, 'c.txt#1'),
    ]);
    expect(made.seen('authors').map(([, standing]) => standing)).toEqual([
      'differs',
      'differs',
      'shown',
    ]);
  });
});

describe('of what several sources state, the shown value', () => {
  const shown = (...records: Record<string, string>[]) => {
    const made = work(records.map((fields, at) => source({ arxiv, ...fields }, `${at}.txt#1`)));
    return (field: 'title' | 'abstract' | 'venue' | 'authors') => {
      if (field === 'title') return made.title.value.source;
      const value = made.fields[field]?.value;
      if (value === undefined || typeof value === 'string') return value;
      return 'names' in value ? value.names.map(({ literal }) => literal).join('; ') : value.source;
    };
  };
  const either = <K extends 'title' | 'abstract' | 'venue' | 'authors'>(
    field: K,
    worse: string,
    better: string,
  ) => {
    expect(shown({ [field]: worse }, { [field]: better })(field)).toBe(better);
    expect(shown({ [field]: better }, { [field]: worse })(field)).toBe(better);
  };

  it.each([
    [
      'has no capitals throughout',
      'OWLS AND THEIR SEAMS IN WINTER',
      'Owls and Their Seams in Winter',
    ],
    ['has no mark of a footnote', 'Owls and Their Seams*', 'Owls and Their Seams'],
    ['has no mark of a footnote in TeX', 'Owls and Their Seams$^{*}$', 'Owls and Their Seams'],
    ['has no stop of a database', 'Owls and their seams.', 'Owls and their seams'],
    ['keeps the star of a name', 'Owls Search with A', 'Owls Search with A*'],
    ['has its subtitle', 'Owls', 'Owls: Their Seams'],
  ])('of a title %s', (_, worse, better) => {
    either('title', worse, better);
  });

  const whole = 'Purpose. We sew owls. Methods. Needles and thread. Results. All owls hold.';
  it.each([
    ['is a structured one whole', 'Purpose.', whole],
    ['says nothing of rights', `${whole} © 2021 The Authors. All rights reserved.`, whole],
    ['does not call itself one', `Abstract ${whole}`, whole],
  ])('of an abstract %s', (_, worse, better) => {
    either('abstract', worse, better);
  });

  it('of an abstract is the whole one even where only its site strips math', () => {
    const records = [
      source({ arxiv, abstract: 'Purpose.' }, 'a.txt#1'),
      source({ arxiv, abstract: whole }, 'b.txt#1', 'stripping'),
    ];
    expect(work(records).fields.abstract?.value.source).toBe(whole);
  });

  it.each([
    ['JOURNAL OF OWLS', 'Journal of Owls'],
    ['NATURE', 'Nature'],
    ['J. Owls', 'Journal of Owls'],
  ])('of a container is not “%s” but “%s”', (worse, better) => {
    either('venue', worse, better);
  });

  it.each([
    ['Doe E.M.; Roe G.', 'Doe, Erika M.; Roe, Gerd'],
    ['DOE, Erika; ROE, Gerd', 'Doe, Erika; Roe, Gerd'],
    ['Muller, Jorg; Roe, Gerd', 'Müller, Jörg; Roe, Gerd'],
  ])('of authors is not “%s” but “%s”', (worse, better) => {
    either('authors', worse, better);
  });

  it('of a container is none where a book would stand in itself', () => {
    const book = { title: 'A Book of Owls', venue: 'A BOOK OF OWLS' };
    expect(work([source({ ...book, type: 'Book' })]).publication.containerTitle).toBeUndefined();
    expect(work([source({ ...book, type: 'Article' })]).publication.containerTitle).toBeDefined();
  });

  it('leaves the others as observations', { tags: 'nothing-lost' }, () => {
    const records = [
      source({ arxiv, title: 'OWLS AND THEIR SEAMS' }, 'a.txt#1'),
      source({ arxiv, title: 'Owls and Their Seams' }, 'b.txt#1'),
    ];
    expect(work(records).seen('title')).toEqual([
      ['OWLS AND THEIR SEAMS', 'agrees', 'seed'],
      ['Owls and Their Seams', 'shown', 'seed'],
    ]);
  });
});

describe('a correction', () => {
  it('takes volume, issue and pages from a citation that begins with its journal, and from no other', () => {
    const cited = { title: 'T', venue: 'Moss Lett' };
    const own = 'Moss Lett. 2021 Mar 4;12(1):34-56. doi: 10.1000/1.';
    expect(work([source({ ...cited, journal_ref: own })]).publication).toMatchObject({
      containerTitle: 'Moss Lett',
      volume: '12',
      issue: '1',
      page: '34–56',
    });
    expect(
      work([source({ ...cited, journal_ref: own, volume: '13', pages: '7' })]).publication,
    ).toMatchObject({ volume: '13', page: '7' });
    const other = own.replace('Moss', 'Fern');
    expect(work([source({ ...cited, journal_ref: other })]).publication.volume).toBeUndefined();
  });

  it('is held by the server that its source names as its house', () => {
    const posted = { title: 'T', type: 'posted-content', doi: '10.1101/2022.01.03.470000' };
    const made = work([source({ ...posted, publisher: 'Cold Spring', institution: 'bioRxiv' })]);
    expect(made.publication).toMatchObject({ isPreprint: true, archive: { name: 'bioRxiv' } });
    // Programs that have one place for both are told the server.
    expect(made.publication.publisher).toBeUndefined();
  });

  it('sets whatever a seed can say of a publication', () => {
    const stated = source({ arxiv, title: 'Owls', venue: 'Owl Notes', volume: '1' });
    const { publication } = work(
      [stated],
      [
        set({
          type: 'chapter',
          venue: 'A Book of Owls',
          volume: '2',
          pages: '3--9',
          publisher: 'Owl Press',
          editors: ['Ito, Kenji'],
          isbn: '0-00-000000-2',
          event: 'Owls 2020',
          date: '2020-05',
          posted: '2019-12-01',
        }),
      ],
    );
    expect(publication).toMatchObject({
      type: 'chapter',
      containerTitle: 'A Book of Owls',
      volume: '2',
      page: '3–9',
      publisher: 'Owl Press',
      editors: [{ family: 'Ito', given: 'Kenji' }],
      isbn: '0-00-000000-2',
      event: 'Owls 2020',
      issued: { iso: '2020-05', of: 'publication' },
      posted: '2019-12-01',
    });
  });
});

describe('the shown date', () => {
  const inferred = () =>
    page([
      located({ arxiv, title: 'A', date: 'May 12' }, 'a.txt#1'),
      located({ title: 'B', date: 'Dec 1, 2025' }, 'a.txt#2'),
    ]).records.slice(0, 1);

  it('is that of the publication, and that of the record of its preprint stands beside it', () => {
    const doi = '10.1000/owls.1';
    const preprint = source({ arxiv, doi, title: 'Owls', date: '2019-04' }, 'b.txt#1');
    const published = source({ doi, title: 'Owls', venue: 'Owl Notes', date: '2021' }, 'a.txt#1');
    for (const records of [
      [preprint, published],
      [published, preprint],
    ]) {
      expect(work(records).publication).toMatchObject({
        containerTitle: 'Owl Notes',
        issued: { iso: '2021', of: 'publication' },
        posted: '2019-04',
      });
    }
    expect(work([preprint]).publication.issued?.iso).toBe('2019-04');
  });

  it.each([
    [
      'a year that its container does not name',
      { venue: 'ECCV 2022 Workshops', year: '2023' },
      '2023',
    ],
    [
      'a month in a year before its container’s',
      { venue: 'Owl Notes 2021', date: '2020-11' },
      '2020-11',
    ],
    ['none but the year of its container', { venue: 'ICLR 2024' }, '2024'],
    ['the month of its preprint', { arxiv, venue: 'ICLR 2026', date: '2025-01' }, '2026'],
    ['the year of its preprint', { arxiv, venue: 'ICLR 2026', year: '2025' }, '2026'],
    ['a year after that of its preprint', { arxiv, venue: 'ICLR 2025', year: '2026' }, '2026'],
  ])('of a record with %s is of the publication', (_, fields, iso) => {
    const { issued } = work([source({ title: 'Owls', ...fields })]).publication;
    expect(issued).toMatchObject({ iso, of: 'publication' });
  });

  it('is the more precise one, and one with a printed year before an inferred one', () => {
    const made = work([...inferred(), source({ arxiv, date: '2026-05' }, 'b.txt#1')]);
    expect(made.fields.issued?.value).toEqual({ iso: '2026-05', yearInferred: false });
    const dated = work([
      source({ arxiv, year: '2024' }, 'a.txt#1'),
      source({ arxiv, date: 'May 2, 2024' }, 'b.txt#1'),
    ]);
    expect(dated.fields.issued?.value.iso).toBe('2024-05-02');
    expect(dated.seen('issued').map(([, standing]) => standing)).toEqual(['agrees', 'shown']);
  });

  it('is certain once a correction confirms an inferred year', () => {
    const made = work(inferred(), [set({ date: '2026-05-12' })]);
    expect(made.fields.issued).toMatchObject({
      value: { iso: '2026-05-12', yearInferred: false },
      from: { kind: 'correction' },
    });
    expect(made.seen('issued')).toEqual([
      ['May 12', 'agrees', 'inferred'],
      ['2026-05-12', 'shown', 'correction'],
    ]);
  });

  it('keeps the day of the seed when a correction confirms its month', () => {
    const made = work([source({ arxiv, date: 'May 2, 2024' })], [set({ date: '2024-05' })]);
    expect(made.fields.issued).toMatchObject({
      value: { iso: '2024-05-02' },
      from: { kind: 'seed' },
    });
  });
});

describe('a published paper', () => {
  const published = {
    title: 'Owls and Their Seams',
    doi: '10.1000/owls.1',
    type: 'inproceedings',
    venue: 'Owl Days',
    year: '2018',
    publisher: 'Owl Press',
  };
  const { title, doi } = published;

  it.each([
    [
      'names arXiv as its journal',
      { arxiv, type: 'article', venue: 'arXiv preprint', year: '2019' },
    ],
    [
      'names CoRR and a volume of it',
      { arxiv, type: 'article', venue: 'CoRR', volume: 'abs/2501.1' },
    ],
    [
      'has the long name of CoRR',
      { arxiv, venue: 'Computing Research Repository', date: '2025-01' },
    ],
    [
      'is of bioRxiv',
      { type: 'JOUR', venue: 'bioRxiv : the preprint server for biology', pages: '2018.1' },
    ],
    [
      'is of SSRN',
      { type: 'JOUR', venue: 'SSRN Electronic Journal', issn: '1556-5068', year: '2016' },
    ],
    ['is of a server named after arXiv', { type: 'JOUR', venue: 'EcoEvoRxiv', year: '2016' }],
    ['is cited as Scholar cites SSRN', { venue: 'Available at SSRN 3456789', year: '2016' }],
    ['says “Preprint at”', { venue: 'Preprint at medRxiv', date: '2017-02-03' }],
    ['has arXiv as its publisher', { type: 'misc', publisher: 'arXiv', year: '2017' }],
    ['has no journal', { arxiv, type: 'article', date: '2018-04' }],
    ['has no type', { arxiv, publisher: 'Cornell', status: 'preprint', version: '2' }],
  ])('stays one where the record of its preprint %s', (_, preprint) => {
    const alone = work([source(published)]).publication;
    const other = source({ title, doi, ...preprint }, 'b.txt#1');
    for (const records of [
      [source(published), other],
      [other, source(published)],
    ]) {
      const made = work(records);
      const { posted: _posted, archive: _archive, ...shown } = made.publication;
      expect(shown).toEqual(alone);
    }
    expect(work([other]).publication.isPreprint).toBe(true);
  });

  it('has the date and the server of its preprint beside its own', { tags: 'nothing-lost' }, () => {
    const preprint = { title, doi, venue: 'bioRxiv', date: '2017-02-03', publisher: 'Laboratory' };
    const made = work([source(published), source(preprint, 'b.txt#1')]);
    expect(made.publication).toMatchObject({ posted: '2017-02-03', archive: { name: 'bioRxiv' } });
    // No disagreement: both say the truth, each of its own.
    expect(made.seen('venue')).toContainEqual(['bioRxiv', 'remark', 'seed']);
    expect(made.seen('publisher')).toContainEqual(['Laboratory', 'remark', 'seed']);
    expect(made.seen('issued')).toContainEqual(['2017-02-03', 'remark', 'seed']);
  });

  it('has no date of posting but one that fits its arXiv identifier', () => {
    const preprint = { title, doi, arxiv, type: 'article' };
    const posted = (year: string) =>
      work([source(published), source({ ...preprint, year }, 'b.txt#1')]).publication.posted;
    expect([posted('2025'), posted('2026')]).toEqual(['2025', undefined]);
  });

  it('is no posting in the month of its arXiv identifier, where a volume stands beside it', () => {
    const dated = { title, arxiv: '1602.00002', date: '2016-02', venue: 'Owl Days' };
    const of = (more: object) => work([source({ ...dated, ...more })]).publication.issued?.of;
    expect([of({ volume: '3' }), of({ pages: '1-9' }), of({})]).toEqual([
      'publication',
      'publication',
      'posting',
    ]);
  });

  it('is none where its container is a server, whatever that is said to be', () => {
    const { publication } = work([source({ title, type: 'inproceedings', venue: 'ArXiv' })]);
    expect(publication).toMatchObject({ type: 'article', archive: { name: 'arXiv' } });
  });

  it('is no preprint for the university that runs arXiv', () => {
    const thesis = work([source({ title, type: 'phdthesis', institution: 'Cornell University' })]);
    expect(thesis.publication).toMatchObject({ type: 'thesis', institution: 'Cornell University' });
    expect(thesis.publication.archive).toBeUndefined();
  });

  it('is on the server that posted it, whoever runs that', () => {
    const { publication } = work([
      source({ title, type: 'posted-content', institution: 'bioRxiv', publisher: 'openRxiv' }),
    ]);
    expect(publication).toMatchObject({ type: 'article', archive: { name: 'bioRxiv' } });
    expect(publication.publisher ?? publication.institution).toBeUndefined();
  });

  it('is of the type that says more, whatever another source calls an article', () => {
    const article = source({ title, doi, type: 'JOUR', venue: 'Owl Days' }, 'b.txt#1');
    expect(work([source(published), article]).publication.type).toBe('paper-conference');
  });
});

describe('identifiers and remarks', () => {
  it('keep every statement, the replaced one too', { tags: 'nothing-lost' }, () => {
    const made = work(
      [source({ arxiv, score: '9' })],
      [set({ arxiv: '2502.00002', doi: '10.1000/1' })],
    );
    expect(made.identifiers.map(({ value }) => value.value)).toEqual(['2502.00002', '10.1000/1']);
    expect(made.seen('identifier')).toEqual([
      ['arxiv:2501.00001', 'differs', 'seed'],
      ['arxiv:2502.00002', 'shown', 'correction'],
      ['doi:10.1000/1', 'shown', 'correction'],
    ]);
    expect(made.seen('score')).toEqual([['9', 'remark', 'seed']]);
  });

  it('are the same for any order of the records', () => {
    const records = [
      source({ arxiv, title: 'One title', date: 'May 2, 2024', venue: 'V' }, 'a.txt#1'),
      source({ arxiv, title: 'One  title', date: 'May 3, 2024', venue: 'W' }, 'b.txt#1'),
    ];
    const values = (made: ReturnType<typeof work>) => [
      made.title.value,
      made.fields.issued?.value,
      made.fields.venue?.value,
    ];
    expect(values(work(records.toReversed()))).toEqual(values(work(records)));
  });
});

describe('two corrections of one field', () => {
  it('are an error when they differ, and none when they do not', () => {
    const record = source({ arxiv });
    expect(work([record], [set({ venue: 'V' }, 1), set({ venue: 'W' }, 2)])).toMatchObject({
      fields: { venue: { value: 'V' } },
      codes: ['error corrections-disagree'],
    });
    expect(work([record], [set({ venue: 'V' }, 1), set({ venue: 'V' }, 2)]).codes).toEqual([]);
  });
});

describe('names of one paper in several sources', () => {
  const named = (...lists: string[]) => {
    const made = work(lists.map((authors, index) => source({ arxiv, authors }, `${index}.txt#1`)));
    return {
      names: made.fields.authors?.value.names.map(displayName),
      kind: made.fields.authors?.from.kind,
      standings: made.seen('authors').map(([, standing]) => standing),
    };
  };

  it('are those of the longest list, each in full where any source has it so', () => {
    expect(named('J. Moss; A.-M. Reed; C. van Dyk', 'John Moss; Anne-Marie Reed; et al.')).toEqual({
      names: ['John Moss', 'Anne-Marie Reed', 'C. van Dyk'],
      kind: 'inferred',
      standings: ['agrees', 'agrees'],
    });
    expect(named('Moss JB, Reed A, Fern O', 'Moss, John Bo; et al.').names).toEqual([
      'John Bo Moss',
      'A Reed',
      'O Fern',
    ]);
    expect(named('J. Moss; Ann Reed', 'John Moss; A. Reed').names).toEqual([
      'John Moss',
      'Ann Reed',
    ]);
  });

  it('keep the accents that only the list of initials has', () => {
    expect(named('K. Müller; A. Reed', 'Karl Muller; et al.').names).toEqual([
      'Karl Müller',
      'A. Reed',
    ]);
  });

  it('stay initials where nobody says whose, or two people may be meant', () => {
    const twins = 'J. Wang; J. Wang; O. Fern';
    const of = (full: string) => named(twins, full);
    expect(of('Jing Wang; et al.')).toMatchObject({
      names: ['J. Wang', 'J. Wang', 'O. Fern'],
      kind: 'seed',
    });
    expect(of('Otto Ferns; et al.').kind).toBe('seed');
    expect(of('Anna Fern; et al.').kind).toBe('seed');
  });
});

describe('a reference to a journal', () => {
  it.each([
    ['Annals of Hedges 12 (2021) 436-444', ['Annals of Hedges', '12', undefined, '436–444']],
    ['Annals of Hedges 12 (2021): 436-444', ['Annals of Hedges', '12', undefined, '436–444']],
    ['Hedge. Rev. D 98, 030001 (2021)', ['Hedge. Rev. D', '98', undefined, '030001']],
    ['Hedge.Rev.D98:030001,2021', ['Hedge.Rev.D', '98', undefined, '030001']],
    ['JHEDGE 05 (2021) 012', ['JHEDGE', '05', undefined, '012']],
    [
      'IEEE Trans. on Hedges, vol. 3, no. 2, pp. 1-10, Feb. 2021',
      ['IEEE Trans. on Hedges', '3', '2', '1–10'],
    ],
    ['Moss Letters, Volume 12, Issue 3, 2021, Pages 4-10', ['Moss Letters', '12', '3', '4–10']],
    ['Ann. Hedges, 12(3), 101--119, 2021', ['Ann. Hedges', '12', '3', '101–119']],
    ['JHEDGE 1905:123,2021', ['JHEDGE', '1905', undefined, '123']],
    ['Hedges & Moss C (2021) 78: 123', ['Hedges & Moss C', '78', undefined, '123']],
    ['Moss 2021, 20(5), 329', ['Moss', '20', '5', '329']],
    ['Ann. of Moss (2) 189 (2021), no. 1, 1--100', ['Ann. of Moss (2)', '189', '1', '1–100']],
    ['Moss Rev. A 98, 012345 – Published 6 July 2021', ['Moss Rev. A', '98', undefined, '012345']],
    ['Trans. Moss, Vol. 64, No. 4, April 2021, pp. 5-60', ['Trans. Moss', '64', '4', '5–60']],
    [
      'Moss Methods, Volume 15, Issue 1 (May 10, 2021) moss:1234',
      ['Moss Methods', '15', '1', undefined],
    ],
    ['Moss Letters (2021)', ['Moss Letters', undefined, undefined, undefined]],
    ['Transactions on Moss (08/2021)', ['Transactions on Moss', undefined, undefined, undefined]],
    ['CVPR 2021, pp. 770-778', ['CVPR 2021', undefined, undefined, '770–778']],
  ])('“%s” says its name, volume, issue, pages and year', (journal_ref, expected) => {
    const made = work([source({ arxiv, title: 'T', date: '2020-12-24', journal_ref })]);
    const { publication } = made;
    const { containerTitle, volume, issue, page } = publication;
    expect([containerTitle, volume, issue, page]).toEqual(expected);
    expect(publication).toMatchObject({ issued: { iso: '2021' }, posted: '2020-12-24' });
  });

  const meeting = 'Proceedings of the 3rd Conference on Moss';
  const systems = 'Advances in Neural Information Processing Systems';
  it.each([
    [
      `In ${meeting}, PMLR 162:12-24, 2021.`,
      { containerTitle: meeting, collectionTitle: 'PMLR', volume: '162', page: '12–24' },
    ],
    [
      `${meeting}, LNCS vol 1107, pp. 3-11, 2021`,
      { containerTitle: meeting, collectionTitle: 'LNCS', volume: '1107', page: '3–11' },
    ],
    [
      'EPTCS 310, 2021, pp. 1-15. In Proceedings MOSS 2020, arXiv:2001.00001',
      { containerTitle: 'Proceedings MOSS 2020', collectionTitle: 'EPTCS', volume: '310' },
    ],
    [
      `${systems} 35 (NeurIPS 2021)`,
      { containerTitle: systems, volume: '35', event: 'NeurIPS 2021' },
    ],
    [`${systems}, 33, 18-19, 2021`, { containerTitle: systems, volume: '33', page: '18–19' }],
    ['Published as a conference paper at ICLR 2021', { containerTitle: 'ICLR 2021' }],
    [`${meeting}, Ghent, 2021, pp. 4-9`, { containerTitle: `${meeting}, Ghent`, page: '4–9' }],
  ])('“%s” says what proceedings these are', (journal_ref, expected) => {
    const { publication } = work([source({ arxiv, title: 'T', date: '2020-12-24', journal_ref })]);
    expect(publication).toMatchObject({
      type: 'paper-conference',
      issued: { iso: '2021', of: 'publication' },
      ...expected,
    });
  });

  it.each([
    ['Proc. ACM Moss 3, MOSS, Article 12 (January 2021)', 'paper-conference'],
    ['Proc. ACM Program. Lang. 3, POPL, Article 12 (January 2021)', 'article-journal'],
    ['Proc. Natl. Acad. Sci. 115 (2021) 12-13', 'article-journal'],
  ])('“%s” says whether its proceedings are a journal', (journal_ref, type) => {
    expect(work([source({ arxiv, title: 'T', journal_ref })]).publication.type).toBe(type);
  });

  it.each(['Handbook of Moss, Part 3', 'Moss, vol. 21 no. 3, Ferns (June 3, 2019) mm:48'])(
    '“%s” stays as it is where not all of it is understood',
    (journal_ref) => {
      const { publication } = work([source({ arxiv, title: 'T', journal_ref })]);
      expect(publication.containerTitle).toBe(journal_ref);
    },
  );

  it('counts less than what its source states beside it', () => {
    const stated = { title: 'T', venue: 'Moss 12, 34-56 (2021)', pages: '7--8', issue: '9' };
    expect(work([source(stated)]).publication).toMatchObject({
      volume: '12',
      issue: '9',
      page: '7–8',
    });
  });
});

describe('of several records of a published paper', () => {
  const shownOf = (...stated: Record<string, string>[]) => {
    const made = [stated, stated.toReversed()].map((fields) =>
      work(
        fields.map((each, at) =>
          source({ title: 'Owls', doi: '10.1000/1', ...each }, `${at}.txt#1`),
        ),
      ),
    );
    const [publication, other] = made.map((each) => each.publication);
    expect(other).toEqual(publication);
    return publication;
  };

  it('the one in which it stands in an issue dates it, and says that it is no longer in press', () => {
    const final = { venue: 'Owl Notes', volume: '12', pages: '3–9', year: '2021' };
    const early = { venue: 'Owl Notes', date: '2020-11-03', status: 'Early Access' };
    const made = shownOf(final, early);
    expect(made).toMatchObject({ volume: '12', issued: { iso: '2021' } });
    expect(made?.status).toBeUndefined();
    expect(shownOf(early)).toMatchObject({ status: 'Early Access', issued: { iso: '2020-11-03' } });
    expect(shownOf(final, { venue: 'Owl Notes', date: '2021-03-04' })?.issued?.iso).toBe(
      '2021-03-04',
    );
  });

  it('those of a conference lend no page to those of a journal, where both begin on the first', () => {
    const talk = { type: 'inproceedings', venue: 'Owl Days', pages: '1–10', year: '2010' };
    const article = {
      type: 'article',
      venue: 'Owl Notes',
      volume: '42',
      pages: '1–40',
      year: '2013',
    };
    const whole = [shownOf(talk), shownOf(article)].map((each) => [
      each?.containerTitle,
      each?.volume,
      each?.page,
    ]);
    const made = shownOf(talk, article);
    expect(whole).toContainEqual([made?.containerTitle, made?.volume, made?.page]);
  });

  it('one that says where it was to stand says no more once another says where it does', () => {
    const submitted = { type: 'article', venue: 'Submitted to Owl Notes', year: '2020' };
    const made = shownOf({ type: 'article', venue: 'Moss Notes', year: '2021' }, submitted);
    expect(made).toMatchObject({ type: 'article-journal', containerTitle: 'Moss Notes' });
    expect(made?.status).toBeUndefined();
    const alone = shownOf(submitted);
    expect(alone).toMatchObject({ status: 'Submitted to Owl Notes', isPreprint: false });
    expect(alone?.containerTitle).toBeUndefined();
  });

  it('one on a preprint server that is under review, or that its authors say will appear, is a preprint or of its journal', () => {
    const posted = { title: 'T', arxiv: '2401.00001', type: 'article' };
    expect(work([source({ ...posted, venue: 'Under review' })]).publication).toMatchObject({
      type: 'article',
      isPreprint: true,
      status: 'Under review',
    });
    expect(
      work([source({ ...posted, journal_ref: 'To appear in Owl Notes' })]).publication,
    ).toMatchObject({ type: 'article-journal', isPreprint: false, containerTitle: 'Owl Notes' });
  });

  it('the one that names its proceedings names its container, and not one that names their series', () => {
    const series = 'Lecture Notes in Owls (including subseries Lecture Notes in Small Owls)';
    const named = { type: 'inproceedings', venue: 'Owl Days 2021', volume: '123', year: '2021' };
    const filed = { type: 'Conference paper', venue: series, volume: '123 LNO', year: '2021' };
    expect(shownOf(named, filed)).toMatchObject({ containerTitle: 'Owl Days 2021', volume: '123' });
    expect(shownOf(filed)).toMatchObject({ containerTitle: series, volume: '123 LNO' });
    const own = { ...named, series: 'Owl Studies' };
    expect(
      shownOf(own, { ...filed, venue: 'Owl Studies (Printed in Ghent)' })?.containerTitle,
    ).toBe('Owl Days 2021');
  });

  it('those of one appearance say where it stands, and none of another', () => {
    const talk = { type: 'inproceedings', venue: 'Owl Days', pages: '1–9', year: '2019' };
    const article = {
      type: 'article',
      venue: 'Owl Notes',
      volume: '12',
      pages: '34–56',
      year: '2021',
    };
    const thesis = { type: 'phdthesis', institution: 'University of Owls', year: '2018' };
    const report = { type: 'techreport', institution: 'Owl House', year: '2018' };
    const shown = {
      type: 'article-journal',
      containerTitle: 'Owl Notes',
      volume: '12',
      page: '34–56',
      issued: { iso: '2021', of: 'publication', yearInferred: false },
      isPreprint: false,
      editors: [],
    };
    const edited = { ...talk, publisher: 'Owl Press', editors: 'Kenji Ito' };
    for (const other of [talk, edited, thesis, report]) {
      expect(shownOf(article, other)).toEqual(shown);
    }
    expect(shownOf(talk, { ...talk, publisher: 'Owl Press' }, article)).toMatchObject({
      type: 'paper-conference',
      containerTitle: 'Owl Days',
      page: '1–9',
      issued: { iso: '2019' },
    });
    // What agrees in volume or pages is one, whatever it is called.
    const short = { type: 'article', venue: 'OD', pages: '1–9', year: '2019', volume: '3' };
    expect(shownOf(talk, short)).toMatchObject({ containerTitle: 'Owl Days', volume: '3' });
  });

  it('the one that has pages has them before another’s number of an article', () => {
    const paged = { venue: 'Owl Notes', volume: '12', pages: '3–9' };
    const numbered = { venue: 'Owl Notes', volume: '12', pages: '104512' };
    expect(shownOf(paged, numbered)?.page).toBe('3–9');
  });

  it('those whose numbers differ in hyphens alone agree', () => {
    const made = work([
      source(
        { title: 'Owls', doi: '10.1000/1', isbn: '9783161484100', issn: '15740000' },
        'a.txt#1',
      ),
      source(
        { title: 'Owls', doi: '10.1000/1', isbn: '978-3-16-148410-0', issn: '1574-0000' },
        'b.txt#1',
      ),
    ]);
    expect(made.seen('isbn')).toEqual([
      ['9783161484100', 'agrees', 'seed'],
      ['978-3-16-148410-0', 'shown', 'seed'],
    ]);
    expect(made.publication.issn).toBe('1574-0000');
    expect(made.seen('issn').map(([value]) => value)).toEqual(['1574-0000', '1574-0000']);
  });
});

describe('the DOI that arXiv gives', () => {
  const doi = '10.48550/arXiv.2501.00001';

  it('is that of a preprint where a source states it, and of no published paper', () => {
    const archives = [
      { title: 'Owls', doi },
      { title: 'Owls', arxiv },
      { title: 'Owls', doi, venue: 'Owl Notes' },
    ].map((fields) => work([source(fields)]).publication.archive?.doi);
    expect(archives).toEqual([doi, undefined, undefined]);
  });
});
