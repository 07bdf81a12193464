import { expect } from 'vitest';
import { parseCorrections } from '../../../../src/loaders/input.ts';
import {
  type Edition,
  type Message,
  pageSchema,
  type PermalinkLedger,
  siteSchema,
  type Survey,
  type SurveyInput,
  themeSchema,
} from '../../../../src/model/index.ts';
import { buildSurvey, editionOf, releaseLedger } from '../../../../src/pipeline/index.ts';
import { venuesOf } from '../../../../src/pipeline/addresses/venues.ts';
import { abstractOf, emptyLedger } from '../../make.ts';
import { papers, type PaperStep, type Step } from './steps.ts';

/** One paper of the world, and what its seed says of it. What it is never changes: its number, and its words. */
interface Paper {
  number: number;
  inSeeds: boolean;
  arxiv: boolean;
  doi: boolean;
  /** How often it was renamed. */
  names: number;
  /** How often words were put before its abstract. */
  revisions: number;
  authors: string[];
  excluded: boolean;
  venue: string;
  /** Number of the paper that a correction says it is. */
  same: number | undefined;
}

const trees = ['alder', 'birch', 'cedar', 'dogwood', 'elder'];
const venues = ['Annals of Trees', 'Forest Letters', 'Trees and Forests'];
const titleOf = ({ number, names }: Paper) =>
  `Wonders of ${trees[number]} ${'again '.repeat(names)}seen`;
const arxivOf = (number: number) => `2501.0000${number + 1}`;
const doiOf = (number: number) => `10.1000/paper.${number}`;

/** `- { split: … }`, as an error offers it: from its dash to the end of the line of YAML. */
const OFFERED = /- \{ .+? \}(?=[.;]| or - )/gu;

/** A world that steps are taken in. Who keeps the survey knows which paper is which, and otherwise does what errors say. */
export class World {
  readonly papers: Paper[] = Array.from({ length: papers }, (_, number) => ({
    number,
    inSeeds: number < 3,
    arxiv: number % 2 === 0,
    doi: number === 1,
    names: 0,
    revisions: 0,
    authors: [`Ann ${trees[number]}`],
    excluded: false,
    venue: venues[number % 2] ?? '',
    same: undefined,
  }));
  ledger: PermalinkLedger = emptyLedger;
  readonly history: string[] = [];
  readonly #editions: Edition[] = [];
  /** Terms by slug. */
  #themes = new Map([
    ['wonders', 'wonders'],
    ['alders', 'alder'],
  ]);
  /** Texts of the survey's own pages by slug. */
  #pages = new Map([['methods', 'How it was done.']]);
  #host = 0;
  #file = 0;
  #comments = 0;
  #turned = false;
  #made = 0;
  /** Lines written because an error offered them. */
  readonly #lines: string[] = [];
  /** By permalink: the paper that it is of. */
  readonly #meant = new Map<string, number>();
  /** Papers that were ever said to be one. */
  readonly #united: [number, number][] = [];
  /** By address of a source state: the words of its lines. */
  readonly #states = new Map<string, string[]>();
  /** Every address that was ever released, with the kinds of things that may stand there. */
  readonly #addresses = new Set<string>();

  input(): SurveyInput {
    return {
      site: siteSchema.parse({ url: `https://host-${this.#host}.example/survey/` }),
      seeds: this.#seeds().map(([path, text]) => ({
        path,
        bytes: new TextEncoder().encode(text),
      })),
      themes: Array.from(this.#themes, ([slug, term]) => ({
        slug,
        file: `themes/${slug}.mdx`,
        frontMatter: themeSchema.parse({
          label: `On ${term}`,
          tagline: 'A theme.',
          scopeNote: 'All.',
          rules: { terms: [{ term, weight: 3 }] },
        }),
        body: '',
        bodyLine: 1,
      })),
      pages: Array.from(this.#pages, ([slug, body]) => ({
        slug,
        file: `pages/${slug}.mdx`,
        frontMatter: pageSchema.parse({ title: 'A page' }),
        body,
        bodyLine: 4,
      })),
      corrections: parseCorrections(this.#corrections(), 'all.yaml'),
      permalinks: this.ledger,
      editions: this.#editions,
      copies: this.#editions.map(({ edition }) => edition),
    };
  }

  build(): Survey {
    return buildSurvey(this.input());
  }

  errors(survey = this.build()): Message[] {
    return survey.messages.filter(({ severity }) => severity === 'error');
  }

  /** Two files: the papers of odd numbers and the others, so that each is edited while the other stays. */
  #seeds(): [string, string][] {
    const shown = this.papers.filter(({ inSeeds }) => inSeeds);
    const entries = (this.#turned ? shown.toReversed() : shown).map((each) => ({
      odd: each.number % 2 === 1,
      text: entryOf(each),
    }));
    const text = (odd: boolean) =>
      entries
        .filter((each) => each.odd === odd)
        .map((each) => each.text)
        .join('');
    const comments = Array.from({ length: this.#comments }, (_, index) => `% note ${index}\n`);
    return [
      [`even-${this.#file}.bib`, comments.join('') + text(false)],
      ['odd.bib', `% the others\n${text(true)}`],
    ];
  }

  #corrections(): string {
    const target = (number: number) => {
      const each = this.papers[number];
      return { title: each === undefined ? '?' : titleOf(each) };
    };
    const own = this.papers.flatMap((each) => [
      ...(each.same === undefined
        ? []
        : [{ merge: [target(each.number), target(each.same)], reason: 'One paper.' }]),
      ...(each.excluded ? [{ exclude: target(each.number), reason: 'No paper.' }] : []),
    ]);
    return [...own.map((line) => `- ${JSON.stringify(line)}`), ...this.#lines].join('\n');
  }

  take(step: Step): void {
    this.history.push(JSON.stringify(step));
    if (step.do === 'release') this.release();
    else if ('entry' in step) this.#withdraw(step);
    else if (step.do === 'theme') this.#themes = this.#rewritten(this.#themes, step.to, 'theme');
    else if (step.do === 'page') this.#pages = this.#rewritten(this.#pages, step.to, 'page');
    else if (step.do === 'host') this.#host += 1;
    else if (step.do === 'source') {
      if (step.to === 'rename') this.#file += 1;
      else if (step.to === 'comment') this.#comments += 1;
      else this.#turned = !this.#turned;
    } else this.#change(step);
  }

  /** The files of a kind by slug, one of them renamed, dropped or rewritten, or a new one beside them. */
  #rewritten(
    files: ReadonlyMap<string, string>,
    how: 'rename' | 'drop' | 'add' | 'rewrite',
    kind: string,
  ): Map<string, string> {
    this.#made += 1;
    const made = `${kind}-${this.#made}`;
    if (how === 'add') return new Map([...files, [made, trees[this.#made % papers] ?? '']]);
    const [first, ...others] = files;
    if (first === undefined || how === 'drop') return new Map(others);
    return new Map([...others, [made, how === 'rename' ? first[1] : `${first[1]}*`]]);
  }

  #change(step: PaperStep): void {
    const each = this.papers[step.paper];
    if (each === undefined) return;
    if (step.do === 'add') each.inSeeds = true;
    else if (step.do === 'remove') each.inSeeds = false;
    else if (step.do === 'rename') each.names += 1;
    else if (step.do === 'identify') each.arxiv = true;
    else if (step.do === 'publish') each.doi = true;
    else if (step.do === 'forget') [each.arxiv, each.doi] = [false, false];
    else if (step.do === 'exclude') each.excluded = true;
    else if (step.do === 'include') each.excluded = false;
    else if (step.do === 'split') each.same = undefined;
    else if (step.do === 'revise') each.revisions += 1;
    else if (step.do === 'respell') each.authors = each.authors.map((name) => `${name} Jr`);
    else if (step.do === 'divide')
      each.authors = each.authors.map((name) => `${name} One`).concat('Bo Fox');
    else if (step.do === 'venue')
      each.venue = venues[(venues.indexOf(each.venue) + 1) % venues.length] ?? '';
    else if (step.do === 'author') each.authors = [...(this.papers[step.other]?.authors ?? [])];
    else if (step.other !== step.paper) {
      each.same = step.other;
      this.#united.push([step.paper, step.other]);
    }
  }

  #withdraw({ do: what, entry }: Extract<Step, { entry: number }>): void {
    const { permalinks } = this.ledger;
    const chosen = permalinks[entry % Math.max(1, permalinks.length)];
    if (what === 'withdraw' && chosen !== undefined) this.#setFate(chosen.permalink, 'An error.');
    if (what === 'return' && chosen?.fate.status === 'withdrawn') this.#setFate(chosen.permalink);
  }

  /** As `florilegium withdraw` does, or undoes. */
  #setFate(permalink: string, reason?: string): void {
    const fate =
      reason === undefined
        ? ({ status: 'current' } as const)
        : ({ status: 'withdrawn', on: '2026-11', reason } as const);
    this.ledger = {
      ...this.ledger,
      permalinks: this.ledger.permalinks.map((each) =>
        each.permalink === permalink ? { ...each, fate } : each,
      ),
    };
  }

  /** Does what errors say until there is none: the line that fits what is known of the papers, else the first. */
  obey(): void {
    for (let round = 0; round < 12; round += 1) {
      const [error] = this.errors();
      if (error === undefined) return;
      this.history.push(`${error.code}: ${error.text}`);
      this.#follow(error);
    }
    throw new Error(
      `${this.#told()}\n${this.errors()
        .map(({ text, hint }) => `${text} ${hint}`)
        .join('\n')}`,
    );
  }

  #follow({ code, text, hint = '' }: Message): void {
    const lines = [...hint.matchAll(OFFERED)].map(([line]) => line);
    const [, permalink] = /withdraw (\S+) --reason/.exec(hint) ?? [];
    if (code === 'permalink-lost' && permalink !== undefined) {
      // What is lost has left the listings; a paper that is merely like it is another one.
      const meant = this.#meant.get(permalink);
      const fitting = lines.find((each) => this.#numbersIn(each).includes(meant ?? -1));
      if (fitting === undefined) this.#setFate(permalink, 'An error.');
      else this.#write(fitting);
      return;
    }
    const line = code === 'permalink-torn' ? this.#splitting(lines, text) : lines[0];
    if (line !== undefined) this.#write(line);
    else if (code === 'corrections-contradict') this.#makePeace(text);
    else throw new Error(`${this.#told()}\nno advice: ${code} ${text} ${hint}`);
  }

  #write(line: string): void {
    this.history.push(line);
    this.#lines.push(line);
    // What is written down as one paper is one from then on.
    if (!line.includes('merge:')) return;
    const [first, ...others] = this.#numbersIn(line);
    for (const other of others) if (first !== undefined) this.#united.push([first, other]);
  }

  /** “Say in one place what is one paper and what is two.” */
  #makePeace(text: string): void {
    const line = this.#lines.findIndex((each) => each.includes('merge:'));
    if (line >= 0) this.#lines.splice(line, 1);
    else {
      const merging = this.papers.find(({ same }) => same !== undefined);
      if (merging === undefined) throw new Error(`${this.#told()}\nno peace: ${text}`);
      merging.same = undefined;
    }
  }

  /** The line offered that lets the paper keep the permalink that it is of, the two exchanged where that is so. */
  #splitting(lines: readonly string[], text: string): string | undefined {
    const [line] = lines;
    const [, permalink = ''] = /released permalink (\S+) /.exec(text) ?? [];
    const meant = this.#meant.get(permalink);
    const parts =
      /^(- \{ split: "[^"]+", keeps: )(\{ .+? \})(, leaves: \[)(\{ .+? \})(\], .+)$/u.exec(
        line ?? '',
      );
    if (parts === null || meant === undefined) return line;
    const [, head = '', keeps = '', middle = '', leaves = '', tail = ''] = parts;
    const isOther =
      !this.#numbersIn(keeps).includes(meant) && this.#numbersIn(leaves).includes(meant);
    return isOther ? head + leaves + middle + keeps + tail : line;
  }

  /** Numbers of the papers that a line speaks of. */
  #numbersIn(line: string): number[] {
    return this.papers
      .filter(
        (each) =>
          line.includes(arxivOf(each.number)) ||
          line.includes(doiOf(each.number)) ||
          trees.some((tree, number) => number === each.number && line.includes(` ${tree} `)),
      )
      .map(({ number }) => number)
      .concat(
        [...this.#meant].flatMap(([permalink, number]) =>
          line.includes(`permalink: "${permalink}"`) ? [number] : [],
        ),
      );
  }

  /** Releases when nothing speaks against it. */
  release(): void {
    const survey = this.build();
    if (this.errors(survey).length > 0) return;
    const edition = `2026-${String(this.#editions.length + 1).padStart(2, '0')}`;
    const ledger = releaseLedger(survey, edition);
    const known = new Set(ledger.permalinks.map(({ permalink }) => permalink));
    for (const { permalink } of this.ledger.permalinks) expect(known).toContain(permalink);
    for (const work of survey.works) {
      if (this.#meant.has(work.permalink)) continue;
      const held = papersIn(survey, work.permalink);
      const named = held.find((number) => this.#isNamedAfter(work.permalink, number));
      const number = named ?? held[0];
      if (number !== undefined) this.#meant.set(work.permalink, number);
    }
    this.ledger = ledger;
    this.#editions.push(editionOf(survey, edition));
    for (const { address } of ledger.addresses ?? []) this.#addresses.add(address);
    for (const { digest, path } of survey.sources) {
      const text = this.#seeds().find(([name]) => name === path)?.[1] ?? '';
      this.#states.set(digest, text.split('\n'));
    }
  }

  #isNamedAfter(permalink: string, number: number): boolean {
    const slug = `wonders-of-${trees[number]}-`;
    return (
      permalink === `arxiv-${arxivOf(number)}` ||
      permalink === `doi-${doiOf(number).replace('/', '-')}` ||
      permalink.startsWith(slug)
    );
  }

  /** A paper, and those that were ever said to be one with it. */
  #withUnited(number: number): Set<number> {
    const all = new Set([number]);
    for (let before = 0; before !== all.size;) {
      before = all.size;
      for (const [a, b] of this.#united) if (all.has(a) || all.has(b)) all.add(a).add(b);
    }
    return all;
  }

  /** Holds what was promised of every address that was ever released. */
  check(): void {
    const survey = this.build();
    expect(this.errors(survey), this.#told()).toEqual([]);
    this.#checkPapers(survey);
    this.#checkAddresses(survey);
    this.#checkLines(survey);
  }

  #checkPapers(survey: Survey): void {
    const departed = new Map(survey.departed.map((each) => [each.permalink, each.fate]));
    const shown = new Set(survey.works.map(({ permalink }) => permalink));
    expect(shown.size).toBe(survey.works.length);
    const united = this.papers.flatMap(({ number, same }) =>
      same === undefined ? [] : [number, same],
    );
    const written = this.#lines.filter((line) => line.includes('merge:'));
    const merged = new Set([...united, ...written.flatMap((line) => this.#numbersIn(line))]);
    for (const [permalink, meant] of this.#meant) {
      const fate = departed.get(permalink);
      const say = `${permalink} is of paper ${meant}\n${this.#told()}`;
      expect(shown.has(permalink) !== (fate !== undefined), say).toBe(true);
      if (fate?.status === 'withdrawn') {
        expect(fate.reason, say).toMatch(/No paper|An error/);
        continue;
      }
      const end = fate?.into ?? permalink;
      if (departed.get(end)?.status === 'withdrawn') continue;
      const held = papersIn(survey, end);
      expect(shown.has(end), say).toBe(true);
      expect(
        held.some((number) => this.#withUnited(meant).has(number)),
        say,
      ).toBe(true);
      // Where nobody says that it is another one, it is this one, whatever was said before.
      const paper = this.papers[meant];
      const alone = !merged.has(meant);
      if (paper?.inSeeds && !paper.excluded && alone) expect(held, say).toContain(meant);
    }
  }

  #checkAddresses(survey: Survey): void {
    const now = new Set([
      ...survey.themes.map(({ slug }) => `themes/${slug}`),
      ...survey.pages.map(({ slug }) => `pages/${slug}`),
      ...venuesOf(survey.works).map(({ slug }) => `papers/venue/${slug}`),
      ...survey.sources.map(({ address }) => address),
      ...survey.people.map(({ slug }) => `authors/${slug}`),
      ...survey.editions.map(({ edition }) => `editions/${edition}`),
    ]);
    const departed = new Map(survey.departedAddresses.map((each) => [each.address, each.fate]));
    for (const address of this.#addresses) {
      const fate = departed.get(address);
      expect(now.has(address) !== (fate !== undefined), `${address}\n${this.#told()}`).toBe(true);
      if (fate?.status !== 'moved') continue;
      expect(
        now.has(fate.to) || departed.get(fate.to)?.status === 'removed',
        `${address} to ${fate.to}\n${this.#told()}`,
      ).toBe(true);
    }
  }

  #checkLines(survey: Survey): void {
    for (const [digest, before] of this.#states) {
      const state = survey.states.find((each) => each.digest === digest);
      expect(state, this.#told()).toBeDefined();
      const now =
        this.#seeds()
          .find(([path]) => path === state?.seed)?.[1]
          .split('\n') ?? [];
      state?.now.forEach((line, index) => {
        if (line > 0) expect(now[line - 1], this.#told()).toBe(before[index]);
      });
    }
  }

  #told(): string {
    return this.history.join('\n');
  }
}

/** Numbers of the papers whose records a work is made of. */
function papersIn(survey: Survey, permalink: string): number[] {
  const work = survey.works.find((each) => each.permalink === permalink);
  return (work?.records ?? []).flatMap((key) => {
    const text = survey.records.get(key)?.fields.abstract?.value.source ?? '';
    const [, number] = /word(\d+)x/.exec(text) ?? [];
    return number === undefined ? [] : [Number(number)];
  });
}

/** The paper's entry in a seed of BibTeX. */
function entryOf(paper: Paper): string {
  const { number, arxiv, doi, revisions, authors, venue } = paper;
  const fields = [
    `title = {${titleOf(paper)}}`,
    `author = {${authors.join(' and ')}}`,
    `journal = {${venue}}`,
    `abstract = {${abstractOf(number, 40)}${' and more of it'.repeat(revisions)}}`,
    ...(arxiv ? [`eprint = {${arxivOf(number)}}`, 'archiveprefix = {arXiv}'] : []),
    ...(doi ? [`doi = {${doiOf(number)}}`] : []),
  ];
  return `@article{key${number},\n  ${fields.join(',\n  ')}\n}\n`;
}
