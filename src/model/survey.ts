import type { OwnPage, WrittenPage } from './page.ts';
import type { Correction } from './correction.ts';
import type { Decision, RowProblem, Screening } from './decision.ts';
import type { Changes, Edition, ReleasedEdition } from './edition.ts';
import type { MathCoverage } from './math-coverage.ts';
import type { Message } from './message.ts';
import type { Person } from './name.ts';
import type { Departed, PermalinkLedger } from './permalink.ts';
import type { CitableState, DepartedAddress, PublishedSource } from './released-address.ts';
import type { SourceRecord } from './record.ts';
import type { Seed, SeedReading, UnreadFile } from './seed.ts';
import type { DescribedSite, Site } from './site.ts';
import type { Theme, ThemeFrontMatter } from './theme.ts';
import type { Work } from './work.ts';

/** What became of the records, as in a PRISMA flow: `records - duplicates - excluded = included`. */
export interface Flow {
  records: number;
  /** Records of a paper that another record also describes, whether it is included or not. */
  duplicates: number;
  /** Works without an abstract or with a truncated one; they are included. */
  incomplete: number;
  /** Papers left out, and records left out of papers that stay. */
  excluded: number;
  included: number;
}

/** A paper left out by decisions, or because its permalink is withdrawn; or one record left out of a paper that stays. */
export interface Exclusion {
  /** Keys of its records, in file order. */
  records: readonly string[];
  title: string;
  /** That none is stated, where none is. */
  reason: string;
  file: string;
  /** Absent when the permalink ledger leaves it out. */
  line?: number;
}

/** The one tree that pages, search, exports and report read. */
export interface Survey {
  site: DescribedSite;
  /** Newest first, then by title; works without a date last. */
  works: Work[];
  themes: Theme[];
  /** In the order of the navigation. */
  pages: OwnPage[];
  people: Person[];
  /** In order of path. */
  seeds: SeedReading[];
  /** By key. */
  records: ReadonlyMap<string, SourceRecord>;
  exclusions: Exclusion[];
  /** What became of every paper; absent where nobody decided anything. */
  screening?: Screening;
  /** Released permalinks without a paper of their own, in order of permalink. */
  departed: Departed[];
  /** Released addresses of themes, own pages, sources, authors and venues without a page of their own, in order of address. */
  departedAddresses: DepartedAddress[];
  /** The sources as they are published, in order of path. */
  sources: PublishedSource[];
  /** States of sources that can be cited, by digest. */
  states: CitableState[];
  /** The ledger that the permalinks come from. */
  permalinkLedger: PermalinkLedger;
  /** Released states, oldest first. */
  editions: ReleasedEdition[];
  /** What it has that its last edition had not; absent when that is nothing. */
  unreleased?: Changes;
  flow: Flow;
  math: MathCoverage;
  messages: Message[];
}

/** Everything a survey is made from, already read from disk. */
export interface SurveyInput {
  site: Site;
  seeds: Seed[];
  /** What in the seeds folder is no seed. */
  unread?: UnreadFile[];
  themes: WrittenTheme[];
  /** In any order. */
  pages?: WrittenPage[];
  corrections: Correction[];
  /** What `content/decisions.csv` says; absent when there is no such file. */
  decisions?: Decision[];
  /** Rows of it that are none. */
  unreadDecisions?: RowProblem[];
  permalinks: PermalinkLedger;
  /** In any order. */
  editions?: Edition[];
  /** Names of the editions with a copy of the survey as it was. */
  copies?: string[];
}

/** A theme as a person wrote it. */
export interface WrittenTheme {
  slug: string;
  /** `themes/mixture-of-experts.mdx` */
  file: string;
  frontMatter: ThemeFrontMatter;
  /** The prose after the front matter, MDX. */
  body: string;
  /** Line of the file on which the body begins, from 1. */
  bodyLine: number;
}
