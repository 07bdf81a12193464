// @module-tag permalinks-stay
import { describe, expect, it } from 'vitest';
import { changesOf } from '../../src/view/changes.ts';
import { citeFiles, departedPages, resolversOf } from '../../src/view/departed.ts';
import { identifierPath } from '../../src/view/paths.ts';
import { suggestionUrl } from '../../src/view/suggest-correction.ts';
import {
  type Correction,
  type Edition,
  editionSchema,
  type PermalinkLedger,
  siteSchema,
  type Survey,
} from '../../src/model/index.ts';
import { buildSurvey, editionOf, editionText, releasedEditions } from '../../src/pipeline/index.ts';
import {
  abstractOf,
  correction,
  emptyLedger,
  released as releasedLedger,
} from '../pipeline/make.ts';
import { wordsFor } from '../../src/words/index.ts';

const words = wordsFor('en');

const one = `@article{a, title = {One walk}, eprint = {2501.00001}, archiveprefix = {arXiv}, abstract = {${abstractOf(1)}}}`;
const two = `@article{b, title = {Two walks & more}, doi = {10.1000/two(a;3)}, abstract = {${abstractOf(2)}}}`;
const three = `@article{c, title = {Three walks}, year = {2024}, abstract = {${abstractOf(3)}}}`;

interface Said {
  entries: readonly string[];
  corrections?: Correction[];
  permalinks?: PermalinkLedger;
  editions?: Edition[];
}

function build({ entries, corrections = [], permalinks = emptyLedger, editions = [] }: Said) {
  const bytes = new TextEncoder().encode(`${entries.join('\n\n')}\n`);
  const seeds = [{ path: 'list.bib', bytes }];
  const site = siteSchema.parse({ url: 'https://example.org/survey/' });
  return buildSurvey({ site, seeds, themes: [], corrections, permalinks, editions });
}

/** A survey of three papers, released. */
const released = build({ entries: [one, two, three] });
const ledger = releasedLedger(released, emptyLedger, '2026-01');
const first = editionOf(released, '2026-01');
const later = (said: Said) => build({ permalinks: ledger, editions: [first], ...said });
const errorsOf = ({ messages }: Survey) =>
  messages.filter(({ severity }) => severity === 'error').map(({ code }) => code);

const merging = correction({
  merge: [{ title: 'One walk' }, { title: 'Three walks' }],
  reason: 'renamed at publication',
});
const byPermalink = correction({
  merge: [{ permalink: 'arxiv-2501.00001' }, { permalink: 'three-walks-2024' }],
  reason: 'One paper.',
});
const excluding = correction({ exclude: { title: 'Two walks & more' }, reason: 'No paper.' }, 2);

describe('a permalink that was merged', () => {
  const survey = later({ entries: [one, two, three], corrections: [merging] });

  it('has a page that leads to the paper released first', () => {
    expect(errorsOf(survey)).toEqual([]);
    expect(departedPages(survey)).toEqual({
      moved: [
        {
          permalink: 'three-walks-2024',
          title: 'Three walks',
          reason: 'renamed at publication',
          into: 'arxiv-2501.00001',
          target: expect.stringMatching(/walk/),
        },
      ],
      gone: [],
    });
  });

  it('is cited as the paper it leads to', () => {
    const files = citeFiles(survey);
    expect(files.map(({ permalink, extension }) => `${permalink}.${extension}`)).toEqual([
      'three-walks-2024.bib',
      'three-walks-2024.biblatex.bib',
      'three-walks-2024.ris',
      'three-walks-2024.json',
      'three-walks-2024.enw',
      'three-walks-2024.csv',
      'three-walks-2024.md',
      'three-walks-2024.jsonl',
    ]);
    for (const { text } of files) expect(text).toContain('2501.00001');
  });

  it('is merged in the ledger from the next release on, whether the correction stays or not', () => {
    const next = releasedLedger(survey, ledger, '2026-02');
    const entry = next.permalinks.find(({ permalink }) => permalink === 'three-walks-2024');
    expect(entry?.fate).toEqual({
      status: 'merged',
      into: 'arxiv-2501.00001',
      on: '2026-02',
      reason: 'renamed at publication',
    });
    const gone = build({ entries: [one, two], permalinks: next });
    expect(errorsOf(gone)).toEqual([]);
    expect(departedPages(gone).moved).toHaveLength(1);
  });
});

describe('a permalink that was withdrawn', () => {
  const survey = later({ entries: [one, two, three], corrections: [excluding] });

  it('has a page that says what stood there and why it left', () => {
    expect(errorsOf(survey)).toEqual([]);
    expect(departedPages(survey).gone).toMatchObject([
      {
        permalink: 'doi-10.1000-two-a-3',
        title: 'Two walks & more',
        identifiers: [{ scheme: 'doi', value: '10.1000/two(a;3)' }],
        reason: 'No paper.',
      },
    ]);
  });

  it('is cited by its last title and identifiers, with a note', () => {
    const files = new Map(citeFiles(survey).map(({ extension, text }) => [extension, text]));
    expect(files.get('bib')).toMatch(/title\s+= \{Two walks \\& more\}/);
    for (const text of files.values()) {
      expect(text).toContain('10.1000/two(');
      expect(text).toContain('withdrawn from the survey');
      expect(text).toContain('No paper.');
    }
  });

  it('stays withdrawn when the ledger says so and a seed has the paper', () => {
    const permalinks: PermalinkLedger = {
      version: 2,
      permalinks: ledger.permalinks.map((entry) =>
        entry.permalink === 'three-walks-2024'
          ? { ...entry, fate: { status: 'withdrawn', on: '2026-02-03', reason: 'An error.' } }
          : entry,
      ),
    };
    const kept = later({ entries: [one, two, three], permalinks });
    expect(kept.works.map(({ permalink }) => permalink)).not.toContain('three-walks-2024');
    expect(kept.flow).toMatchObject({ records: 3, excluded: 1, included: 2 });
    expect(departedPages(kept).gone).toMatchObject([{ on: '2026-02-03', reason: 'An error.' }]);
  });
});

describe('a permalink whose paper no seed describes', () => {
  it('is an error that names it and says how to mend it', () => {
    const { messages } = later({ entries: [one, two] });
    const [lost] = messages.filter(({ severity }) => severity === 'error');
    expect(lost).toMatchObject({ code: 'permalink-lost' });
    expect(lost?.text).toContain('three-walks-2024');
    expect(lost?.hint).toMatch(/seed.*merge.*withdraw three-walks-2024 --reason/);
  });

  it('is kept by a correction that merges it into another paper', () => {
    const kept = correction({
      merge: [{ permalink: 'three-walks-2024' }, { arxiv: '2501.00001' }],
      reason: 'One paper.',
    });
    const survey = later({ entries: [one, two], corrections: [kept] });
    expect(survey.messages.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(departedPages(survey).moved).toMatchObject([
      { permalink: 'three-walks-2024', into: 'arxiv-2501.00001' },
    ]);
  });

  it('goes on as the permalink of a paper that is not released yet', () => {
    const renamed = `@article{d, title = {Walking thrice}, doi = {10.1000/d}, abstract = {${abstractOf(4)}}}`;
    const survey = later({
      entries: [one, two, renamed],
      corrections: [
        correction({
          merge: [{ permalink: 'three-walks-2024' }, { doi: '10.1000/d' }],
          reason: 'Rewritten.',
        }),
      ],
    });
    expect(errorsOf(survey)).toEqual([]);
    expect(survey.works.map(({ permalink }) => permalink)).toContain('three-walks-2024');
  });
});

describe('a permalink whose paper has another title and no identifier', () => {
  it('is what corrections can name the paper by', () => {
    const renamed = three.replace('Three walks', 'The last of all ways');
    const survey = later({ entries: [one, two, renamed], corrections: [byPermalink] });
    expect(errorsOf(survey)).toEqual([]);
    expect(survey.works).toHaveLength(2);
    expect(departedPages(survey).moved).toMatchObject([
      { permalink: 'three-walks-2024', into: 'arxiv-2501.00001' },
    ]);
  });
});

describe('a permalink of a paper that was merged with another one by hand', () => {
  it('names both, though only the other has an identifier', () => {
    const four = `@article{d, title = {Walking thrice}, doi = {10.1000/d}, abstract = {${abstractOf(4)}}}`;
    const said = {
      entries: [one, two, three, four],
      corrections: [
        correction({
          merge: [{ permalink: 'three-walks-2024' }, { doi: '10.1000/d' }],
          reason: 'One paper.',
        }),
      ],
    };
    const merged = later(said);
    const next = releasedLedger(merged, ledger, '2026-02');
    const again = build({ ...said, permalinks: next });
    expect(again.works.map(({ permalink }) => permalink)).toEqual(
      merged.works.map(({ permalink }) => permalink),
    );
    expect(again.works).toHaveLength(3);
  });

  it('does not name the other one after they are apart again', () => {
    const enriched = two.replace('doi', 'pmid = {38245678}, doi');
    const entries = [one, enriched, three];
    const together = correction({
      merge: [{ arxiv: '2501.00001' }, { title: 'Two walks & more' }],
      reason: 'One paper.',
    });
    const next = releasedLedger(later({ entries, corrections: [together] }), ledger, '2026-02');
    const apart = build({ entries, corrections: [byPermalink], permalinks: next });
    expect(errorsOf(apart)).toEqual([]);
    expect(apart.works.map(({ permalink }) => permalink).sort()).toEqual([
      'arxiv-2501.00001',
      'doi-10.1000-two-a-3',
    ]);
  });
});

describe('a resolver', () => {
  it('stands for every identifier, of papers and of released permalinks', () => {
    const survey = later({ entries: [one, two, three], corrections: [excluding] });
    expect(resolversOf(survey).map(({ path, permalink }) => [path, permalink])).toEqual([
      ['/id/arxiv/2501.00001/', 'arxiv-2501.00001'],
      ['/id/doi/10.1000/two(a~3b3)/', 'doi-10.1000-two-a-3'],
    ]);
  });

  it.each([
    ['doi', '10.1145/3711896.3737079', '/id/doi/10.1145/3711896.3737079/'],
    ['arxiv', 'cond-mat/9701067', '/id/arxiv/cond-mat/9701067/'],
    ['doi', '10.1000/../x', '/id/doi/10.1000/.~2e/x/'],
    ['doi', '10.1000//index.html', '/id/doi/10.1000/~/~69ndex.html/'],
    ['url', 'https://a.org/?q=ä', '/id/url/https~3a/~/a.org/~3fq~3d~c3~a4/'],
  ] as const)('of %s %s stands at %s', (scheme, value, path) => {
    expect(identifierPath({ scheme, value })).toBe(path);
  });

  it('is left out for a value that no folder can be named after', () => {
    expect(identifierPath({ scheme: 'url', value: `https://a.org/${'x'.repeat(300)}` })).toBe(
      undefined,
    );
  });
});

describe('the changes', () => {
  it('of a first edition are everything it has', () => {
    const [state] = changesOf(later({ entries: [one, two, three] }), words);
    expect(state).toMatchObject({ id: '2026-01', first: true, papers: 3 });
    expect(state?.changes.added).toHaveLength(3);
  });

  it('since the last edition are the difference of the data, field by field', () => {
    const four = `@article{e, title = {Four walks}, abstract = {${abstractOf(5)}}}`;
    const changed = one.replace('2501.00001}', '2501.00001}, doi = {10.1000/one}, year = {2025}');
    const survey = later({
      entries: [changed, two, three, four],
      corrections: [
        excluding,
        { ...merging, merge: [{ title: 'Three walks' }, { arxiv: '2501.00001' }] },
      ],
    });
    const [pending, edition, ...others] = changesOf(survey, words);
    expect(others).toEqual([]);
    expect(edition?.id).toBe('2026-01');
    expect(pending?.id).toBe('unreleased');
    expect(pending?.changes).toMatchObject({
      added: [{ permalink: 'four-walks', title: 'Four walks' }],
      merged: [{ permalink: 'three-walks-2024', into: 'arxiv-2501.00001' }],
      withdrawn: [{ permalink: 'doi-10.1000-two-a-3', reason: 'No paper.' }],
      returned: [],
      dropped: [],
    });
    const [change] = pending?.changes.changed ?? [];
    expect(change?.permalink).toBe('arxiv-2501.00001');
    expect(change?.fields).toEqual(expect.arrayContaining(['issued', 'identifiers']));
  });

  it('name a merged permalink again when it leads elsewhere', () => {
    const merged = (into: string) => ({
      permalink: 'a',
      status: 'merged' as const,
      into,
      reason: 'One.',
      title: 'A',
    });
    const names = ['2026-01', '2026-02', '2026-03'];
    const editions = ['b', 'b', 'c'].map((into, index) => ({
      ...first,
      edition: names[index] ?? '',
      departed: [merged(into)],
    }));
    const [, same, other] = releasedEditions(editions, []);
    expect(same?.changes.merged).toEqual([]);
    expect(other?.changes.merged).toMatchObject([{ permalink: 'a', into: 'c' }]);
  });

  it('of the same survey are none', () => {
    expect(changesOf(later({ entries: [three, one, two] }), words).map(({ id }) => id)).toEqual([
      '2026-01',
    ]);
  });

  it('are read from what a release writes, which is the same for the same survey', () => {
    const again = build({ entries: [two, three, one] });
    expect(editionText(editionOf(again, '2026-01'))).toBe(editionText(first));
    expect(editionSchema.parse(JSON.parse(editionText(first)))).toEqual(first);
  });
});

describe('the link for suggestions', () => {
  const [work] = released.works;
  if (work === undefined) throw new Error('a paper was expected');

  it('is absent when the survey names no place for them', () => {
    expect(suggestionUrl(work, released.site)).toBeUndefined();
  });

  it('opens an issue with title, permalink and fields', () => {
    const site = siteSchema.parse({ corrections: { issues: 'https://github.com/owner/repo' } });
    const url = new URL(suggestionUrl(work, site) ?? '');
    expect(url.origin + url.pathname).toBe('https://github.com/owner/repo/issues/new');
    expect(url.searchParams.get('body')).toContain(`/papers/${work.permalink}/`);
    expect(url.searchParams.get('body')).toMatch(/^authors: $/m);
  });

  it('opens a mail with the same', () => {
    const site = siteSchema.parse({ corrections: { mail: 'editor@example.org' } });
    const url = new URL(suggestionUrl(work, site) ?? '');
    expect(url.pathname).toBe('editor@example.org');
    expect(url.searchParams.get('body')).toContain(`/papers/${work.permalink}/\r\n`);
  });
});
