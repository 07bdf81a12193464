/** How alike points are, from 0 to 1: a row for each point. */
export type Likeness = readonly Float32Array[];

/**
 * Joins clusters, those first whose points are on average most alike, until there are as few as wanted or none are alike.
 *
 * @param clusters the points of each
 * @param apart so many of the first clusters are never joined with each other
 * @returns the clusters that are left, those kept apart first
 */
export function averageLink(
  likeness: Likeness,
  clusters: readonly (readonly number[])[],
  apart: number,
  wanted: number,
): number[][] {
  const members = clusters.map((points) => [...points]);
  const live = new Set(members.keys());
  const alike = members.map((points) =>
    Float32Array.from(members, (others) => meanLikeness(likeness, points, others)),
  );
  const best = members.map(() => ({ other: -1, value: 0 }));
  const look = (at: number) => {
    const found = { other: -1, value: 0 };
    for (const other of live) {
      const value = alike[at]?.[other] ?? 0;
      if (value <= found.value || other === at || (at < apart && other < apart)) continue;
      found.other = other;
      found.value = value;
    }
    best[at] = found;
  };
  for (const at of live) look(at);
  while (live.size > wanted) {
    let first = -1;
    let most = 0;
    for (const at of live) {
      const value = best[at]?.value ?? 0;
      if (value <= most) continue;
      most = value;
      first = at;
    }
    const second = best[first]?.other ?? -1;
    const [kept, gone] = [Math.min(first, second), Math.max(first, second)];
    const [mine, theirs] = [members[kept], members[gone]];
    const [row, other] = [alike[kept], alike[gone]];
    if (!mine || !theirs || !row || !other) break;
    live.delete(gone);
    for (const at of live) {
      const sum = (row[at] ?? 0) * mine.length + (other[at] ?? 0) * theirs.length;
      const mean = sum / (mine.length + theirs.length);
      row[at] = mean;
      const back = alike[at];
      if (back) back[kept] = mean;
    }
    for (const point of theirs) mine.push(point);
    for (const at of live) {
      const nearest = best[at]?.other;
      if (at === kept || nearest === kept || nearest === gone) look(at);
    }
  }
  return [...live].map((at) => members[at] ?? []);
}

/** How alike the points of two clusters are on average, none of them beside itself. */
export function meanLikeness(
  likeness: Likeness,
  points: readonly number[],
  others: readonly number[],
): number {
  let sum = 0;
  let pairs = 0;
  for (const point of points) {
    const row = likeness[point];
    for (const other of others) {
      if (other === point) continue;
      sum += row?.[other] ?? 0;
      pairs += 1;
    }
  }
  return pairs === 0 ? 0 : sum / pairs;
}
