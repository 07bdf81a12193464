import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Correction, SourceRecord } from '../../../src/model/index.ts';
import { merge } from '../../../src/pipeline/merging/merge.ts';
import { abstractOf, correction, decided, emptyLedger, type Said, source } from '../make.ts';

const reason = 'seen by hand';

function grouping(records: readonly SourceRecord[], corrections: readonly Correction[] = []) {
  const merged = merge(decided(records, corrections), corrections, emptyLedger);
  return {
    groups: merged.groups
      .map(({ members }) => members.map(({ source: { key } }) => key).sort())
      .sort(),
    twins: merged.groups.flatMap(({ nearTwins }) => nearTwins.map((twin) => twin.reason)),
    leftOut: merged.leftOut.map(({ record }) => record.source.key),
    excluded: merged.excluded.map(({ members }) => members.map(({ source: { key } }) => key)),
    codes: merged.messages.map(({ code, severity }) => `${severity} ${code}`),
  };
}

/** Records `a.txt#1`, `a.txt#2`, … */
const records = (...said: Said[]) => said.map((one, index) => source(one, `a.txt#${index + 1}`));

const together = [['a.txt#1', 'a.txt#2']];
const apart = [['a.txt#1'], ['a.txt#2']];

describe('texts of one title by the same people', () => {
  const book = { title: 'Hedges of the world', authors: 'Cy Moss', type: 'book' };
  const column = { title: 'From the hedge', authors: 'Ada Quill', venue: 'Journal of Hedges' };
  const thesis = { title: 'On wet sand', authors: 'Bo Fox', type: 'phdthesis', year: '2018' };
  const chapter = { title: 'The pond', authors: 'Di Lee', type: 'incollection' };

  it.each<[string, Said, Said]>([
    ['editions', { ...book, edition: '1', isbn: '0' }, { ...book, edition: '7th' }],
    ['volumes', { ...book, volume: '1' }, { ...book, volume: '2' }],
    [
      'columns in two issues',
      { ...column, volume: '80', issue: '1', pages: '10-11' },
      { ...column, volume: '80', issue: '2', pages: '200-201' },
    ],
    [
      'reports in two volumes',
      { ...column, volume: '3', pages: '1-9' },
      { ...column, volume: '4', pages: '11-19' },
    ],
    [
      'a chapter and its reprint in another book',
      { ...chapter, venue: 'Handbook of Ponds', pages: '10-20', year: '2001' },
      { ...chapter, venue: 'Readings in Gardens', pages: '110-130', year: '2010' },
    ],
  ])('are two where they are %s', (_, one, other) => {
    expect(grouping(records(one, other)).groups).toEqual(apart);
    // A record that could be of either is of neither.
    const { volume: _volume, edition: _edition, issue: _issue, pages: _pages, ...bare } = one;
    expect(grouping(records(one, other, bare)).groups).toHaveLength(3);
  });

  it.each<[string, Said]>([
    ['article', { ...thesis, type: 'article', venue: 'Annals of Sand', year: '2020' }],
    ['paper', { ...thesis, type: 'inproceedings', venue: 'Sand Days', year: '2018' }],
    ['book', { ...thesis, type: 'book', year: '2019' }],
  ])('are two where they are a thesis and the %s that was made of it', (_, printed) => {
    expect(grouping(records(thesis, printed)).groups).toEqual(apart);
    expect(
      grouping(records({ ...thesis, doi: '10.5555/a' }, { ...printed, doi: '10.5555/a' })).groups,
    ).toEqual(together);
  });

  it.each<[string, Said, Said]>([
    ['a thesis is on a preprint server', thesis, { ...thesis, type: 'article', venue: 'arXiv' }],
    ['a thesis is said to be no more than a work', thesis, { ...thesis, type: 'misc' }],
    [
      'one book is called in two ways',
      { ...chapter, venue: 'Handbook of Ponds', pages: '10-20', year: '2001' },
      { ...chapter, venue: 'Handb. Ponds', pages: '10-20', year: '2001' },
    ],
    [
      'a chapter was out early',
      { ...chapter, venue: 'Handbook of Ponds', pages: '10-20', year: '2001' },
      { ...chapter, venue: 'Handb. Ponds', year: '2000' },
    ],
    ['one does not say which edition', { ...book, edition: '2' }, book],
    ['an edition is said in words', { ...book, edition: '2' }, { ...book, edition: 'revised' }],
    [
      'a volume is mistaken',
      { ...column, volume: '80', pages: '10-11' },
      { ...column, volume: '2020', pages: '10' },
    ],
    [
      'one is an early copy',
      { ...column, volume: 'PP', issue: '99', pages: '1-1' },
      { ...column, volume: '80', issue: '3', pages: '200-201' },
    ],
    [
      'they stand at a conference and in a journal',
      { ...column, volume: '80', pages: '10-11' },
      { ...column, venue: 'Hedge Days', volume: '3', pages: '1-4' },
    ],
  ])('are one where %s', (_, one, other) => {
    expect(grouping(records(one, other)).groups).toEqual(together);
  });
});

describe('records of one paper', () => {
  it('share an identifier, however it is written', () => {
    expect(
      grouping(
        records(
          { arxiv: 'arXiv:2501.00001v1', abstract: abstractOf(1) },
          { doi: '10.48550/arXiv.2501.00001' },
        ),
      ).groups,
    ).toEqual(together);
  });

  it('share a title and an abstract that was changed a little', () => {
    const abstract = abstractOf(1);
    expect(
      grouping(
        records(
          { title: 'A Title', abstract },
          { title: 'a title!', abstract: `${abstract} More words here.` },
        ),
      ).groups,
    ).toEqual(together);
  });

  it('share a title, and one abstract is the beginning of the other', () => {
    const abstract = abstractOf(1, 120);
    const cut = `${abstract.slice(0, 150)}…`;
    expect(
      grouping(records({ title: 'A title', abstract }, { title: 'A title', abstract: cut })).groups,
    ).toEqual(together);
  });

  it('share a title, and one has no abstract', () => {
    expect(
      grouping(records({ title: 'A title', abstract: abstractOf(1) }, { title: 'A Title' })).groups,
    ).toEqual(together);
  });

  it('share a title and authors, and the summary of one is made of sentences of the other', () => {
    const said = { title: 'A title', authors: 'Ann Lee, Bo Fox' };
    expect(
      grouping(
        records(
          { ...said, abstract: abstractOf(1, 120) },
          { ...said, abstract: abstractOf(1, 120).split(' ').slice(40, 70).join(' ') },
        ),
      ).groups,
    ).toEqual(together);
  });

  it('share a title and an abstract, whatever names are printed', () => {
    const said = { title: 'A title', abstract: abstractOf(1) };
    expect(
      grouping(records({ ...said, authors: 'OpenWalks' }, { ...said, authors: 'Ann Lee' })).groups,
    ).toEqual(together);
  });

  it('are listed when no identifier brought them together, with the line that parts them', () => {
    const said = { title: 'A title', abstract: abstractOf(1) };
    const { messages } = merge(
      decided([source({ ...said, doi: '10.1000/1' }, 'a.txt#1'), source(said, 'b.txt#1')]),
      [],
      emptyLedger,
    );
    expect(messages.map(({ code, text, hint }) => [code, text, hint])).toEqual([
      [
        'merged-by-likeness',
        'a.txt#1 and b.txt#1 (“A title”) were taken for one paper, as they share title and 100 % of the wording of their abstracts.',
        'If they are two, write into a file of content/corrections/: - { keep_apart: [{ doi: "10.1000/1" }, { title: "A title", seed: "b.txt" }], reason: "Two papers." }.',
      ],
    ]);
  });

  it('share an abstract, where one has no title', () => {
    expect(
      grouping(
        records(
          { arxiv: '2501.00001', abstract: abstractOf(1) },
          { title: 'A title', abstract: abstractOf(1) },
        ),
      ).groups,
    ).toEqual(together);
  });

  it('are joined by a correction whatever their identifiers', () => {
    const merges = correction({
      merge: [{ arxiv: '2501.00001' }, { arxiv: '2502.00002' }],
      reason,
    });
    expect(
      grouping(records({ arxiv: '2501.00001' }, { arxiv: '2502.00002' }), [merges]).groups,
    ).toEqual(together);
  });
});

describe('records of two papers', { tags: 'twins-apart' }, () => {
  it('have different identifiers of one scheme, even with the same title and abstract, and point at each other', () => {
    const said = { title: 'A title', abstract: abstractOf(1) };
    const { groups, twins } = grouping(
      records({ ...said, arxiv: '2501.00001' }, { ...said, arxiv: '2502.00002' }),
    );
    expect(groups).toEqual(apart);
    expect(twins).toEqual(
      Array(2).fill(
        'the titles are the same and the abstracts are almost the same (100\u00a0% of their wording), but the identifiers are different',
      ),
    );
  });

  it('have one abstract and different titles; they point at each other', () => {
    const { groups, twins } = grouping(
      records(
        { title: 'One title', abstract: abstractOf(1) },
        { title: 'Another', abstract: abstractOf(1) },
      ),
    );
    expect(groups).toEqual(apart);
    expect(twins).toEqual(
      Array(2).fill(
        'the abstracts are almost the same (100\u00a0% of their wording), but the titles are different',
      ),
    );
  });

  it('have one title and different abstracts', () => {
    expect(
      grouping(
        records(
          { title: 'Notes', abstract: abstractOf(1) },
          { title: 'Notes', abstract: abstractOf(2) },
        ),
      ).groups,
    ).toEqual(apart);
  });

  it('have one title and one author, and abstracts that disagree', () => {
    const said = { title: 'Walks in the South', authors: 'Ann Lee', date: '2024' };
    expect(
      grouping(records({ ...said, abstract: abstractOf(1) }, { ...said, abstract: abstractOf(2) }))
        .groups,
    ).toEqual(apart);
  });

  it('are not joined by a third record of their title and author that has no abstract', () => {
    const said = { title: 'Walks in the South', authors: 'Ann Lee' };
    const { groups } = grouping(
      records({ ...said, abstract: abstractOf(1) }, { ...said, abstract: abstractOf(2) }, said),
    );
    expect(groups).toHaveLength(3);
  });

  it.each(['Editorial', 'Guest Editorial', 'Preface', 'Introduction', 'Call for Papers'])(
    'have the heading %s, one author and one year',
    (title) => {
      const said = { title, authors: 'Ann Lee', date: '2024' };
      expect(grouping(records(said, { ...said, abstract: abstractOf(2) })).groups).toEqual(apart);
    },
  );

  it('have one title, versions of one abstract and other authors', () => {
    const abstract = abstractOf(1, 30);
    expect(
      grouping(
        records(
          { title: 'A title', authors: 'Ann Lee', abstract: `${abstract} ${abstractOf(2, 30)}` },
          { title: 'A title', authors: 'Bo Fox', abstract: `${abstract} ${abstractOf(3, 30)}` },
        ),
      ).groups,
    ).toEqual(apart);
  });

  it('have one title, no abstract and different authors', () => {
    expect(
      grouping(
        records({ title: 'Notes', authors: 'Ann Lee' }, { title: 'Notes', authors: 'Bo Fox' }),
      ).groups,
    ).toEqual(apart);
  });

  it('are kept apart by a correction', () => {
    const said = { title: 'A title', abstract: abstractOf(1) };
    const seeds = [source(said, 'a.txt#1'), source(said, 'b.txt#1')];
    const keeps = correction({
      keep_apart: [
        { title: 'A title', seed: 'a.txt' },
        { title: 'A title', seed: 'b.txt' },
      ],
      reason,
    });
    const { groups, twins } = grouping(seeds, [keeps]);
    expect(groups).toEqual([['a.txt#1'], ['b.txt#1']]);
    expect(twins[0]).toContain('a correction keeps them apart');
  });

  it('are not joined through a third that could be of either', () => {
    const said = { title: 'A title', abstract: abstractOf(1) };
    expect(
      grouping(records({ ...said, arxiv: '2501.00001' }, { ...said, arxiv: '2502.00002' }, said))
        .groups,
    ).toEqual([['a.txt#1'], ['a.txt#2'], ['a.txt#3']]);
  });

  it('are told apart for an untitled record by the closer abstract', () => {
    const common = abstractOf(1, 200);
    expect(
      grouping(
        records(
          { title: 'One', abstract: `${common} first ending of all` },
          { title: 'Two', abstract: `${common} second ending of all` },
          { arxiv: '2501.00001', abstract: `${common} second ending of all` },
        ),
      ).groups,
    ).toEqual([['a.txt#1'], ['a.txt#2', 'a.txt#3']]);
  });
});

describe('corrections that cannot be followed', () => {
  it('are an error when they merge what is kept apart', () => {
    const targets = [{ arxiv: '2501.00001' }, { arxiv: '2502.00002' }];
    const both = [
      correction({ keep_apart: targets, reason }, 1),
      correction({ merge: targets, reason }, 2),
    ];
    const { groups, codes } = grouping(
      records({ arxiv: '2501.00001' }, { arxiv: '2502.00002' }),
      both,
    );
    expect(groups).toEqual(apart);
    expect(codes).toEqual(['error corrections-contradict']);
  });

  it('are a warning when they name no paper', () => {
    const { codes } = grouping(records({ title: 'A' }), [
      correction({ exclude: { title: 'B' }, reason }),
    ]);
    expect(codes).toEqual(['warning correction-without-paper']);
  });
});

describe('excluding', { tags: 'nothing-lost' }, () => {
  const said = { title: 'A title', abstract: abstractOf(1) };
  const seeds = [source(said, 'a.txt#1'), source(said, 'b.txt#1')];

  it('takes out a paper with all its records', () => {
    const { groups, excluded } = grouping(seeds, [
      correction({ exclude: { title: 'A title' }, reason }),
    ]);
    expect(groups).toEqual([]);
    expect(excluded.map((keys) => keys.sort())).toEqual([['a.txt#1', 'b.txt#1']]);
  });

  it('takes out the records of one seed where it names one', () => {
    const { groups, leftOut } = grouping(seeds, [
      correction({ exclude: { title: 'A title', seed: 'a.txt' }, reason }),
    ]);
    expect(groups).toEqual([['b.txt#1']]);
    expect(leftOut).toEqual(['a.txt#1']);
  });
});

const saying = fc.record(
  {
    title: fc.constantFrom('One', 'Two', 'Three'),
    arxiv: fc.constantFrom('2501.00001', '2502.00002', '2503.00003'),
    doi: fc.constantFrom('10.1000/1', '10.1000/2'),
    abstract: fc.constantFrom(
      abstractOf(1),
      `${abstractOf(1)} and a few more words`,
      abstractOf(2),
      `${abstractOf(1, 40)}…`,
    ),
    authors: fc.constantFrom('Ann Lee', 'Bo Fox', 'Ann Lee, Bo Fox'),
  },
  { requiredKeys: [] },
);

/** What each group says, without keys: the same for every order and every file name. */
function saidOf(all: readonly SourceRecord[]): string[] {
  const { groups } = merge(decided(all), [], emptyLedger);
  return groups
    .map(({ members }) =>
      members
        .map((one) => one.profile.content)
        .sort()
        .join('\n'),
    )
    .sort();
}

describe('grouping', () => {
  it(
    'does not depend on the order of records and the names of files',
    { tags: 'same-output' },
    () => {
      fc.assert(
        fc.property(
          fc
            .array(saying, { maxLength: 9 })
            .chain((all) =>
              fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
            ),
          ([all, shuffled]) => {
            const first = all.map((said, index) => source(said, `a.txt#${index}`));
            const second = shuffled.map((said, index) => source(said, `z${9 - index}.txt#1`));
            expect(saidOf(second)).toEqual(saidOf(first));
          },
        ),
        { numRuns: 300 },
      );
    },
  );

  it('never puts two identifiers of one scheme into one paper', () => {
    fc.assert(
      fc.property(fc.array(saying, { maxLength: 9 }), (all) => {
        const { groups } = merge(decided(records(...all)), [], emptyLedger);
        for (const { members } of groups) {
          for (const scheme of ['arxiv', 'doi']) {
            const values = members.flatMap(({ profile }) => profile.identifiers.get(scheme) ?? []);
            expect(new Set(values).size).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('puts every record into exactly one paper', { tags: 'nothing-lost' }, () => {
    fc.assert(
      fc.property(fc.array(saying, { maxLength: 9 }), (all) => {
        const made = records(...all);
        expect(grouping(made).groups.flat().sort()).toEqual(made.map(({ key }) => key).sort());
      }),
    );
  });
});
