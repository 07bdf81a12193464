import type { CorrectedRecord } from './correct.ts';
import type { Profile } from '../naming/index.ts';
import { addTo } from '../lists.ts';

/** So many different records of a set are compared with those of another, at most. */
const mostFaces = 16;

/** Begins the mark of a `keep_apart` correction, beside the marks that identifiers leave. */
export const apartPrefix = 'keep apart ';

/** Disjoint sets of records, each with what no two of its members may differ in. */
export class RecordSets {
  readonly #records: readonly CorrectedRecord[];
  readonly #index: ReadonlyMap<CorrectedRecord, number>;
  readonly #parent: number[];
  readonly #size: number[];
  /** By root: value by scheme (or by `keep_apart` correction). */
  readonly #marks: Map<string, string>[];
  readonly #titles: Set<string>[];
  /** By root: profiles of its records, those that say the same once. */
  readonly #faces: Map<string, Profile>[];

  constructor(records: readonly CorrectedRecord[]) {
    this.#records = records;
    this.#index = new Map(records.map((record, index) => [record, index]));
    this.#parent = records.map((_, index) => index);
    this.#size = records.map(() => 1);
    this.#marks = records.map((record) => new Map(record.profile.identifiers));
    this.#titles = records.map((record) => new Set(record.profile.titles));
    this.#faces = records.map(({ profile }) => new Map([[faceOf(profile), profile]]));
  }

  /** Number of the set a record is in. */
  root(record: CorrectedRecord): number {
    let at = this.#index.get(record) ?? -1;
    for (let up = this.#parent[at] ?? at; up !== at; up = this.#parent[at] ?? at) {
      this.#parent[at] = this.#parent[up] ?? up;
      at = up;
    }
    return at;
  }

  marks(record: CorrectedRecord): Map<string, string> {
    return this.#marks[this.root(record)] ?? new Map();
  }

  titles(record: CorrectedRecord): ReadonlySet<string> {
    return this.#titles[this.root(record)] ?? new Set();
  }

  /** What the records of a set say, for comparing it with another. */
  faces(record: CorrectedRecord): Profile[] {
    return [...(this.#faces[this.root(record)]?.values() ?? [])];
  }

  conflict(a: CorrectedRecord, b: CorrectedRecord): boolean {
    const left = this.marks(a);
    const right = this.marks(b);
    const [few, many] = left.size <= right.size ? [left, right] : [right, left];
    for (const [key, value] of few) {
      const other = many.get(key);
      if (other !== undefined && other !== value) return true;
    }
    return false;
  }

  /** Makes one set of two. Where their marks differ the mark of the larger set stays. */
  union(a: CorrectedRecord, b: CorrectedRecord): void {
    let [into, from] = [this.root(a), this.root(b)];
    if (into === from) return;
    if ((this.#size[into] ?? 0) < (this.#size[from] ?? 0)) [into, from] = [from, into];
    this.#parent[from] = into;
    this.#size[into] = (this.#size[into] ?? 0) + (this.#size[from] ?? 0);
    const marks = this.#marks[into];
    for (const [key, value] of this.#marks[from] ?? [])
      if (marks?.has(key) === false) marks.set(key, value);
    const titles = this.#titles[into];
    for (const title of this.#titles[from] ?? []) titles?.add(title);
    const faces = this.#faces[into];
    for (const [key, face] of this.#faces[from] ?? [])
      if (faces !== undefined && faces.size < mostFaces) faces.set(key, face);
  }

  /** Makes one set of two unless they differ in something they must not differ in. */
  tryUnion(a: CorrectedRecord, b: CorrectedRecord): boolean {
    if (this.root(a) === this.root(b)) return true;
    if (this.conflict(a, b)) return false;
    this.union(a, b);
    return true;
  }

  /** Members of each set, sets and members in the order of the records. */
  list(): CorrectedRecord[][] {
    const lists = new Map<number, CorrectedRecord[]>();
    for (const record of this.#records) addTo(lists, this.root(record), record);
    return [...lists.values()];
  }
}

/** Equal for profiles that say the same of abstract, authors and place. */
function faceOf({ abstract, authors, titles, place }: Profile): string {
  return JSON.stringify([abstract?.likeness.folded, authors, titles, place]);
}
