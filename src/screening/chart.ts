import type { ScreenedPaper } from '../model/index.ts';
import type { PageWords } from '../words/index.ts';
import type { FlowColumn, FlowReason, ListedRecord, RepeatedSearch, ReviewFlow } from './flow.ts';

/** One number of the flow: what it counts, and the list that it opens. */
export interface FlowRow {
  label: string;
  count: number;
  /** `/screening/excluded/#r1` */
  path: string;
  /** True for one that is a part of the number before it: a source, a reason. */
  isPart?: true;
}

/** One box of the diagram. */
export interface FlowBox {
  /** What stands above its numbers, where that is no number itself. */
  head?: string;
  rows: FlowRow[];
}

/** What is done with papers from left to right: those that go on, and those that leave. */
export interface LaneStep {
  /** Steps of one name stand beside each other. */
  name: 'identified' | 'screened' | 'sought' | 'assessed';
  main: FlowBox;
  side: FlowBox[];
}

/** One column of the diagram. */
export interface FlowLane {
  title: string;
  steps: LaneStep[];
}

/** The diagram of PRISMA 2020 as boxes, and the lists behind its numbers. */
export interface FlowChart {
  lanes: FlowLane[];
  included: FlowBox;
  lists: FlowList[];
}

/** A list behind a number, or behind several, of which each is a group. */
export interface FlowList {
  /** Last part of the address: `/screening/excluded/`. */
  slug: string;
  title: string;
  groups: {
    /** What links lead to: `r1`. */
    id?: string;
    title?: string;
    entries: (ScreenedPaper | ListedRecord)[];
  }[];
}

/** What a flow says in a box or a list, in the words of a language. */
export function chartOf(
  { databases, others }: ReviewFlow,
  words: PageWords,
  nameOf: (record: string) => ListedRecord,
): FlowChart {
  const columns = [
    laneOf(databases, '', words, nameOf),
    ...(others.identified.length > 0 ? [laneOf(others, 'other-', words, nameOf)] : []),
  ];
  const { screening: say } = words;
  const included = [...databases.included, ...others.included];
  return {
    lanes: columns.map(({ lane }) => lane),
    included: { rows: [rowOf(say.included, included.length, 'included')] },
    lists: [
      ...columns.flatMap(({ lists }) => lists),
      { slug: 'included', title: say.included, groups: [{ entries: included }] },
    ],
  };
}

const pathOf = (slug: string, id?: string) =>
  `/screening/${slug}/${id === undefined ? '' : `#${id}`}`;

const rowOf = (label: string, count: number, slug: string, id?: string): FlowRow => ({
  label,
  count,
  path: pathOf(slug, id),
  ...(id === undefined ? {} : { isPart: true }),
});

/** Rows of a box, and the list that they open. */
interface Counted {
  rows: [total: FlowRow, ...parts: FlowRow[]];
  list: FlowList;
}

/** A column of a flow as a lane, and the lists behind its numbers, in their order. */
function laneOf(
  column: FlowColumn,
  prefix: '' | 'other-',
  words: PageWords,
  nameOf: (record: string) => ListedRecord,
): { lane: FlowLane; lists: FlowList[] } {
  const { screening: say } = words;
  const counted = (
    name: string,
    title: string,
    groups: FlowList['groups'],
    showsParts = false,
  ): Counted => {
    const slug = prefix + name;
    const total = groups.reduce((sum, { entries }) => sum + entries.length, 0);
    const parts = groups.map((group) =>
      rowOf(group.title ?? title, group.entries.length, slug, group.id),
    );
    return {
      rows: [rowOf(title, total, slug), ...(showsParts ? parts : [])],
      list: { slug, title, groups },
    };
  };
  const listed = (
    name: string,
    title: string,
    entries: readonly (ScreenedPaper | ListedRecord)[],
  ) => counted(name, title, [{ entries: [...entries] }]);
  const byReason = (name: string, title: string, groups: readonly FlowReason[]) =>
    counted(
      name,
      title,
      groups.map(({ reason = say.noReason, papers }, index) => ({
        id: `r${index + 1}`,
        title: reason,
        entries: papers,
      })),
      groups.some(({ reason }) => reason !== undefined),
    );

  const identified = counted(
    'identified',
    say.identified,
    column.sources.map(({ kind, name, records }, index) => ({
      id: `s${index + 1}`,
      title: `${say.kinds[kind]}${say.colon}${name}`,
      entries: records.map(nameOf),
    })),
    true,
  );
  const duplicates = listed('duplicates', say.duplicates, column.duplicates);
  const removed = listed('removed', say.removed, column.removed);
  const screened = listed('screened', say.screened, column.screened);
  const unscreened = listed('unscreened', say.unscreened, column.unscreened);
  const excluded = byReason('excluded', say.excluded, column.excluded);
  const sought = listed('sought', say.sought, column.sought);
  const notRetrieved = listed('not-retrieved', say.notRetrieved, column.notRetrieved);
  const assessed = listed('assessed', say.assessed, column.assessed);
  const excludedLate = byReason(
    'excluded-full-text',
    say.excludedFullText,
    column.excludedFullText,
  );
  const unassessed = listed('unassessed', say.unassessed, column.unassessed);

  const boxOf = ({ rows }: Counted): FlowBox => ({ rows });
  const has = ({ rows: [total] }: Counted) => total.count > 0;
  // The template has no removal for other methods; what is removed all the same must be told.
  const before = [duplicates, removed].filter(
    (each) => has(each) || (each === duplicates && prefix === ''),
  );
  const isScreened = prefix === '' || has(excluded) || has(unscreened);
  const steps: LaneStep[] = [
    {
      name: 'identified',
      main: boxOf(identified),
      side:
        before.length > 0 ? [{ head: say.before, rows: before.flatMap(({ rows }) => rows) }] : [],
    },
    {
      name: 'screened',
      main: boxOf(screened),
      side: [excluded, ...[unscreened].filter(has)].map(boxOf),
    },
    { name: 'sought', main: boxOf(sought), side: [boxOf(notRetrieved)] },
    {
      name: 'assessed',
      main: boxOf(assessed),
      side: [excludedLate, ...[unassessed].filter(has)].map(boxOf),
    },
  ];
  return {
    lane: {
      title: prefix === '' ? say.databases : say.others,
      steps: steps.filter(({ name }) => name !== 'screened' || isScreened),
    },
    lists: [
      identified,
      duplicates,
      removed,
      screened,
      unscreened,
      excluded,
      sought,
      notRetrieved,
      assessed,
      excludedLate,
      unassessed,
    ].map(({ list }) => list),
  };
}

/** What was found again, and the lists of it. */
export function repeatedLists(
  repeated: readonly RepeatedSearch[],
  words: PageWords,
): { name: string; searched: string; rows: FlowRow[]; lists: FlowList[] }[] {
  const { screening: say } = words;
  return repeated.map(({ name, searched, fresh, vanished }, index) => {
    const lists = (
      [
        ['new', say.fresh, fresh],
        ['gone', say.vanished, vanished],
      ] as const
    ).map(([slug, label, entries]) => ({
      slug: `search-${index + 1}-${slug}`,
      title: `${name}${say.colon}${label}`,
      groups: [{ entries }],
      row: rowOf(label, entries.length, `search-${index + 1}-${slug}`),
    }));
    return { name, searched, rows: lists.map(({ row }) => row), lists };
  });
}

/** Every number of a lane, in the order of its steps. */
export const rowsOf = ({ steps }: FlowLane): FlowRow[] =>
  steps.flatMap(({ main, side }) => [main, ...side].flatMap(({ rows }) => rows));

/** What a methods section says of a flow: sources with the days of search, every number, the program and the edition. */
export function methodsText(
  { lanes, included }: FlowChart,
  { databases, others }: ReviewFlow,
  words: PageWords,
  { version, edition }: { version: string; edition?: string | undefined },
): string {
  const { screening: say, number, date } = words;
  const { colon } = say;
  const searched = [...databases.sources, ...others.sources].flatMap(({ name, searches }) =>
    searches.length === 0 ? [] : [`${name}${colon}${say.searched(words.list(searches.map(date)))}`],
  );
  const said = ({ label, count }: FlowRow) => `${label}${colon}${number(count)}`;
  const counted = (rows: readonly FlowRow[]) =>
    rows
      .map((row, index) => {
        if (!row.isPart) return `${index > 0 ? '; ' : ''}${said(row)}`;
        const [open, shut] = [!rows[index - 1]?.isPart, !rows[index + 1]?.isPart];
        return `${open ? ' (' : ', '}${said(row)}${shut ? ')' : ''}`;
      })
      .join('');
  return [
    ...lanes.map((lane) => `${lane.title}${colon}${counted(rowsOf(lane))}.`),
    `${counted(included.rows)}.`,
    ...(searched.length > 0 ? [`${searched.join('; ')}.`] : []),
    say.software(version),
    ...(edition === undefined ? [] : [say.edition(edition)]),
  ].join(' ');
}
