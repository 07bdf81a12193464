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
export interface FlowStep {
  /** Steps of one name stand beside each other. */
  name: 'identified' | 'screened' | 'sought' | 'assessed';
  phase: 'identification' | 'screening';
  main: FlowBox;
  side: FlowBox[];
}

/** One column of the diagram. */
export interface FlowLane {
  title: string;
  steps: FlowStep[];
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
  const lists: FlowList[] = [];
  const lanes = [
    laneOf(databases, '', words, nameOf, lists),
    ...(others.identified.length > 0 ? [laneOf(others, 'other-', words, nameOf, lists)] : []),
  ];
  const { screening: say } = words;
  const included = [...databases.included, ...others.included];
  lists.push({ slug: 'included', title: say.included, groups: [{ entries: included }] });
  return {
    lanes,
    included: { rows: [rowOf(say.included, included.length, 'included')] },
    lists,
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

function laneOf(
  column: FlowColumn,
  prefix: '' | 'other-',
  words: PageWords,
  nameOf: (record: string) => ListedRecord,
  lists: FlowList[],
): FlowLane {
  const { screening: say } = words;
  const listed = (
    name: string,
    title: string,
    entries: readonly (ScreenedPaper | ListedRecord)[],
  ): FlowRow => {
    lists.push({ slug: prefix + name, title, groups: [{ entries: [...entries] }] });
    return rowOf(title, entries.length, prefix + name);
  };
  const byReason = (name: string, title: string, groups: readonly FlowReason[]): FlowRow[] => {
    const slug = prefix + name;
    const named = groups.map(({ reason = say.noReason, papers }, index) => ({
      id: `r${index + 1}`,
      title: reason,
      entries: papers,
    }));
    lists.push({ slug, title, groups: named });
    const total = named.reduce((sum, { entries }) => sum + entries.length, 0);
    const some = groups.some(({ reason }) => reason !== undefined);
    return [
      rowOf(title, total, slug),
      ...(some
        ? named.map(({ id, title: reason, entries }) => rowOf(reason, entries.length, slug, id))
        : []),
    ];
  };
  const ifAny = (row: FlowRow): FlowBox[] => (row.count > 0 ? [{ rows: [row] }] : []);

  const sources = column.sources.map(({ kind, name, records }, index) => ({
    id: `s${index + 1}`,
    title: `${say.kinds[kind]}${say.colon}${name}`,
    entries: records.map(nameOf),
  }));
  const identified = `${prefix}identified`;
  lists.push({ slug: identified, title: say.identified, groups: sources });
  const duplicates = listed('duplicates', say.duplicates, column.duplicates);
  const removed = listed('removed', say.removed, column.removed);
  // The template has no removal for other methods; what is removed all the same must be told.
  const before = [duplicates, removed].filter(
    ({ count }, index) => count > 0 || (index === 0 && prefix === ''),
  );
  const screened = listed('screened', say.screened, column.screened);
  const unscreened = ifAny(listed('unscreened', say.unscreened, column.unscreened));
  const excluded = byReason('excluded', say.excluded, column.excluded);
  const isScreened = prefix === '' || (excluded[0]?.count ?? 0) > 0 || unscreened.length > 0;
  const steps: FlowStep[] = [
    {
      name: 'identified',
      phase: 'identification',
      main: {
        rows: [
          rowOf(say.identified, column.identified.length, identified),
          ...sources.map(({ id, title, entries }) => rowOf(title, entries.length, identified, id)),
        ],
      },
      side: before.length > 0 ? [{ head: say.before, rows: before }] : [],
    },
    {
      name: 'screened',
      phase: 'screening',
      main: { rows: [screened] },
      side: [{ rows: excluded }, ...unscreened],
    },
    {
      name: 'sought',
      phase: 'screening',
      main: { rows: [listed('sought', say.sought, column.sought)] },
      side: [{ rows: [listed('not-retrieved', say.notRetrieved, column.notRetrieved)] }],
    },
    {
      name: 'assessed',
      phase: 'screening',
      main: { rows: [listed('assessed', say.assessed, column.assessed)] },
      side: [
        { rows: byReason('excluded-full-text', say.excludedFullText, column.excludedFullText) },
        ...ifAny(listed('unassessed', say.unassessed, column.unassessed)),
      ],
    },
  ];
  return {
    title: prefix === '' ? say.databases : say.others,
    steps: steps.filter(({ name }) => name !== 'screened' || isScreened),
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
