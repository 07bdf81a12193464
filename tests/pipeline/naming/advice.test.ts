// @module-tag permalinks-stay
import { describe, expect, it } from 'vitest';
import { parseCorrections } from '../../../src/loaders/input.ts';
import {
  type PermalinkEntry,
  type PermalinkLedger,
  siteSchema,
  type Survey,
} from '../../../src/model/index.ts';
import { buildSurvey } from '../../../src/pipeline/index.ts';
import { abstractOf, emptyLedger, released as releasedLedger } from '../make.ts';

/** What a person has before them: seeds of BibTeX by path, the lines of a file of corrections, and the ledger. */
interface Desk {
  seeds: Record<string, string>;
  corrections: string;
  ledger: PermalinkLedger;
}

function build({ seeds, corrections, ledger }: Desk): Survey {
  return buildSurvey({
    site: siteSchema.parse({}),
    seeds: Object.entries(seeds).map(([path, text]) => ({
      path,
      bytes: new TextEncoder().encode(text),
    })),
    themes: [],
    corrections: parseCorrections(corrections, 'hand.yaml'),
    permalinks: ledger,
  });
}

const errorsOf = (survey: Survey) => survey.messages.filter(({ severity }) => severity === 'error');

/** The lines that an error offers, in the order in which it does. */
function offered(hint = ''): string[] {
  return [...hint.matchAll(/- (\{ .+? \})(?= or - |[.;] |\.$|; or run)/gu)].map(([line]) => line);
}

/** Does what the errors say, literally, until there is none; `choose` picks one of the lines offered. */
function obey(
  desk: Desk,
  choose: (lines: string[]) => string | undefined = ([line]) => line,
): Desk {
  let at = desk;
  for (let round = 0; round < 4; round += 1) {
    const [error] = errorsOf(build(at));
    if (error === undefined) return at;
    const line = choose(offered(error.hint));
    const [, permalink] = /withdraw (\S+) --reason/.exec(error.hint ?? '') ?? [];
    if (line !== undefined) at = { ...at, corrections: `${at.corrections}\n${line}\n` };
    else if (permalink !== undefined) at = { ...at, ledger: withdrawn(at.ledger, permalink) };
    else throw new Error(`no advice: ${error.text} ${error.hint}`);
  }
  throw new Error(
    errorsOf(build(at))
      .map(({ text, hint }) => `${text} ${hint}`)
      .join('\n'),
  );
}

function withdrawn(ledger: PermalinkLedger, permalink: string): PermalinkLedger {
  return {
    ...ledger,
    permalinks: ledger.permalinks.map((entry) =>
      entry.permalink === permalink
        ? { ...entry, fate: { status: 'withdrawn', on: '2026-02', reason: 'Gone.' } }
        : entry,
    ),
  };
}

function release(desk: Desk): Desk {
  const survey = build(desk);
  expect(errorsOf(survey)).toEqual([]);
  return { ...desk, ledger: releasedLedger(survey, desk.ledger, '2026-01') };
}

/** By permalink: the number of the abstract of the paper that stands there. */
function shelf(survey: Survey): Record<string, string | undefined> {
  return Object.fromEntries(
    survey.works.map(({ permalink, fields }) => [
      permalink,
      /word(\d+)x/.exec(fields.abstract?.value.source ?? '')?.[1],
    ]),
  );
}

const entry = (title: string, number: number, more = '') =>
  `@misc{k${number}, title = {${title}}, abstract = {${abstractOf(number, 30)}}, year = {2022}${more}}\n`;
const arxiv = (id: string) => `, eprint = {${id}}, archiveprefix = {arXiv}`;
const desk = (seeds: Record<string, string>, corrections = ''): Desk => ({
  seeds,
  corrections,
  ledger: emptyLedger,
});
const codes = (survey: Survey) => errorsOf(survey).map(({ code }) => code);

describe('the papers of a wrong merge that was released', () => {
  const two =
    entry('Two in One, extended', 9, arxiv('2301.00009')) +
    entry('Two in One', 8, arxiv('2201.00008'));
  const merged = release(
    desk(
      { 'a.bib': two },
      "- merge: [{ arxiv: '2201.00008' }, { arxiv: '2301.00009' }]\n  reason: One.",
    ),
  );
  const parted = {
    ...merged,
    corrections: "- keep_apart: [{ arxiv: '2201.00008' }, { arxiv: '2301.00009' }]\n  reason: Two.",
  };

  it('both answer to its permalink, and the build says so instead of choosing', () => {
    expect(merged.ledger.permalinks.map(({ permalink }) => permalink)).toEqual([
      'arxiv-2201.00008',
    ]);
    expect(codes(build(parted))).toEqual(['permalink-torn']);
    expect(codes(build({ ...merged, corrections: '' }))).toEqual(['permalink-torn']);
  });

  it('are told apart by the line that the error offers: first the paper that the permalink names', () => {
    const obeyed = obey(parted);
    expect(shelf(build(obeyed))).toEqual({ 'arxiv-2201.00008': '8', 'arxiv-2301.00009': '9' });
  });

  it('stay so after the release, with the correction and without', () => {
    const released = release(obey(parted));
    for (const corrections of [released.corrections, parted.corrections]) {
      const survey = build({ ...released, corrections });
      expect(codes(survey)).toEqual([]);
      expect(shelf(survey)).toEqual({ 'arxiv-2201.00008': '8', 'arxiv-2301.00009': '9' });
    }
    const [first] = released.ledger.permalinks;
    expect(first).toMatchObject({ title: 'Two in One', identifiers: [{ value: '2201.00008' }] });
    expect(first?.other_titles).toBeUndefined();
  });

  it('are one again by the other line', () => {
    const obeyed = obey({ ...merged, corrections: '' }, (lines) => lines.at(-1));
    expect(build(obeyed).works).toHaveLength(1);
  });

  it('may be told the other way round', () => {
    const line =
      "- split: arxiv-2201.00008\n  keeps: { arxiv: '2301.00009' }\n  leaves: [{ arxiv: '2201.00008' }]\n  reason: So cited.";
    const survey = build({ ...merged, corrections: line });
    expect(codes(survey)).toEqual([]);
    expect(shelf(survey)['arxiv-2201.00008']).toBe('9');
  });

  it('are noticed even where a release has given the permalink to the wrong one', () => {
    const wrong = (permalink: string, value: string, title: string): PermalinkEntry => ({
      permalink,
      since: '2026-01',
      title,
      identifiers: [{ scheme: 'arxiv', value }],
      fate: { status: 'current' },
    });
    const ledger: PermalinkLedger = {
      version: 2,
      permalinks: [
        wrong('arxiv-2201.00008', '2301.00009', 'Two in One, extended'),
        wrong('arxiv-2201.00008-e7d395b5', '2201.00008', 'Two in One'),
      ],
    };
    const broken = { ...parted, ledger };
    expect(codes(build(broken))).toEqual(['permalink-torn']);
    // One line is enough: what the paper was released under otherwise leads to what it keeps.
    const [line] = offered(errorsOf(build(broken))[0]?.hint);
    const survey = build({ ...broken, corrections: `${parted.corrections}\n${line}\n` });
    expect(codes(survey)).toEqual([]);
    expect(shelf(survey)).toEqual({ 'arxiv-2201.00008': '8', 'arxiv-2301.00009': '9' });
    expect(survey.departed).toMatchObject([
      { permalink: 'arxiv-2201.00008-e7d395b5', fate: { into: 'arxiv-2201.00008' } },
    ]);
  });

  it('without identifiers both answer by their titles', () => {
    const plain = release(
      desk(
        { 'a.bib': entry('Notes', 1) + entry('Notes on hedges', 2) },
        '- merge: [{ title: Notes }, { title: Notes on hedges }]\n  reason: One.',
      ),
    );
    // The title that was not shown when it was merged is known from before.
    const [first] = plain.ledger.permalinks;
    const other = first?.title === 'Notes' ? 'Notes on hedges' : 'Notes';
    const ledger: PermalinkLedger = {
      version: 3,
      permalinks: plain.ledger.permalinks.map((each) => ({ ...each, other_titles: [other] })),
    };
    const open = { ...plain, ledger, corrections: '' };
    expect(codes(build(open))).toEqual(['permalink-torn']);
    expect(codes(build(obey(open)))).toEqual([]);
  });
});

describe('a paper whose identifiers vanish', () => {
  it('keeps its permalink by title and abstract', () => {
    const released = release(desk({ 'a.bib': entry('Ivy', 1, arxiv('2101.00010')) }));
    const survey = build({ ...released, seeds: { 'a.bib': entry('Ivy', 1) } });
    expect(codes(survey)).toEqual([]);
    expect(shelf(survey)).toEqual({ 'arxiv-2101.00010': '1' });
  });

  it('is asked for when a paper with another of its identifiers could be meant as well', () => {
    const doi = ', doi = {10.1000/ivy}';
    const released = release(desk({ 'a.bib': entry('Ivy', 1, arxiv('2101.00010') + doi) }));
    const open = { ...released, seeds: { 'a.bib': entry('Ivy', 1) + entry('Elder', 2, doi) } };
    expect(codes(build(open))).toEqual(['permalink-torn']);
    expect(codes(build(obey(open)))).toEqual([]);
  });
});

describe('a paper that answers to two released permalinks', () => {
  const released = release(
    desk({
      'a.bib': entry('One walk', 1, arxiv('2501.00001')),
      'b.bib': entry('Two walks', 2, ', doi = {10.1000/two}'),
    }),
  );
  const united = {
    ...released,
    seeds: { 'a.bib': entry('One walk', 1, `${arxiv('2501.00001')}, doi = {10.1000/two}`) },
  };

  it('is an error, and one paper by the line it offers', () => {
    expect(codes(build(united))).toEqual(['permalink-shared']);
    const survey = build(obey(united));
    expect(shelf(survey)).toEqual({ 'arxiv-2501.00001': '1' });
    expect(survey.departed).toMatchObject([{ permalink: 'doi-10.1000-two' }]);
  });
});

describe('a permalink without a paper', () => {
  const released = release(desk({ 'a.bib': entry('One walk', 1, arxiv('2501.00001')) }));

  it('is withdrawn by the command that the error names', () => {
    const survey = build(obey({ ...released, seeds: {} }));
    expect(survey.departed).toMatchObject([
      { permalink: 'arxiv-2501.00001', fate: { status: 'withdrawn' } },
    ]);
  });

  it('goes to the paper of its title and abstract that got another identifier, by the line it offers', () => {
    const other = { 'a.bib': entry('One walk', 1, arxiv('2501.00009')) };
    expect(codes(build({ ...released, seeds: other }))).toEqual(['permalink-lost']);
    expect(shelf(build(obey({ ...released, seeds: other })))).toEqual({ 'arxiv-2501.00001': '1' });
  });
});

it('two papers of one heading, author and year stay two, whatever comes later', () => {
  const roe = ', author = {Roe, Rita}';
  const released = release(
    desk({
      'a.bib': entry('Editorial', 1, `${roe}, doi = {10.1000/1}`) + entry('Editorial', 2, roe),
    }),
  );
  const before = shelf(build(released));
  expect(Object.values(before).sort()).toEqual(['1', '2']);
  const third = entry('Editorial', 3, roe);
  expect(shelf(build({ ...released, seeds: { ...released.seeds, 'b.bib': third } }))).toMatchObject(
    before,
  );
});

it('the paper of a heading that left is lost, and not the one of the same heading by other authors', () => {
  const bare = (author: string) =>
    `@misc{k, title = {Editorial}, author = {${author}}, year = {2022}}\n`;
  const seeds = { 'a.bib': bare('Roe, Rita'), 'b.bib': bare('Fox, Bo') };
  const released = release(desk(seeds));
  const left = { ...released, seeds: { 'a.bib': seeds['a.bib'] } };
  expect(codes(build(left))).toEqual(['permalink-lost']);
  const initials = { ...released, seeds: { ...seeds, 'a.bib': bare('Roe, R.') } };
  expect(codes(build(initials))).toEqual([]);
});

it('a paper that was merged into one that is withdrawn is left out with a warning', () => {
  const one = entry('One walk', 1, arxiv('2501.00001'));
  const two = entry('Two walks', 2, ', doi = {10.1000/two}');
  const merge = "- merge: [{ arxiv: '2501.00001' }, { doi: 10.1000/two }]\n  reason: One.";
  const apart = release(desk({ 'a.bib': one, 'b.bib': two }));
  const merged = release({ ...apart, corrections: merge });
  const [into] = Object.keys(shelf(build(merged)));
  const left = {
    ...merged,
    ledger: withdrawn(merged.ledger, into ?? ''),
    corrections: '',
    seeds: into?.startsWith('arxiv') ? { 'b.bib': two } : { 'a.bib': one },
  };
  const survey = build(left);
  expect(survey.works).toEqual([]);
  expect(survey.messages.map(({ code }) => code)).toContain('withdrawn-paper-in-seeds');
});

describe('editions of one title by the same people', () => {
  const edition = (key: string, number: number, year: number) =>
    `@book{${key}, title={Hedges of the world}, author={Moss, Cy}, edition={${number}}, year={${year}}}\n`;
  const first = edition('a', 1, 1998);
  const second = edition('b', 2, 2014);
  const keysAt = (desk: Desk) => {
    const survey = build(desk);
    expect(errorsOf(survey)).toEqual([]);
    return Object.fromEntries(survey.works.map((work) => [work.permalink, work.citationKey]));
  };
  const both = { 'hedges-of-the-world-1998': 'a', 'hedges-of-the-world-2014': 'b' };

  it('leave the permalink to the one that has it when another comes', () => {
    const desk = release({ seeds: { 'a.bib': first }, corrections: '', ledger: emptyLedger });
    expect(keysAt({ ...desk, seeds: { 'a.bib': second + first } })).toEqual(both);
  });

  it('that were released as one leave the permalink to the one of its year', () => {
    const merged =
      '- { merge: [{ permalink: hedges-of-the-world-1998 }, { permalink: hedges-of-the-world-2014 }], reason: One. }';
    const seeds = { 'a.bib': first + second };
    const desk = release({ seeds, corrections: merged, ledger: emptyLedger });
    expect(Object.keys(keysAt(desk))).toEqual(['hedges-of-the-world-1998']);
    expect(Object.keys(keysAt({ ...desk, corrections: '' })).sort()).toEqual(Object.keys(both));
  });
});
