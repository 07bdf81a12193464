import { keep, recall } from '../../client/index.ts';

const NAME = `visit-${document.documentElement.dataset['survey'] ?? ''}`;
/** Hours after which a visit is over: what was new in it is then no longer. */
const A_VISIT = 12;

/** What a browser remembers of the last visit. */
interface Visit {
  /** File of the permalinks that were there. */
  file: string;
  /** Their digests, which are shorter than they are. */
  known: string;
  /** Permalinks that were not there at the visit before. */
  fresh: string[];
  /** When they were first seen, and when the visit before was, in milliseconds. */
  seen: number;
  before: number;
}

/** Papers that are new since the last visit, and when that was, in milliseconds. */
export interface News {
  permalinks: string[];
  before: number;
}

/**
 * What is new, by the permalinks that were there at the last visit. The first visit has no news.
 *
 * @param file names the permalinks there are now; they are read only when it has changed
 * @param now in milliseconds
 */
export async function news(
  file: string,
  read: (file: string) => Promise<readonly string[]>,
  now: number,
): Promise<News> {
  const last = lastVisit();
  if (last?.file === file) {
    const isOver = now - last.seen > A_VISIT * 3_600_000;
    const fresh = isOver ? [] : last.fresh;
    keep(NAME, JSON.stringify({ ...last, fresh, before: isOver ? now : last.before }));
    return { permalinks: fresh, before: last.before };
  }
  const permalinks = await read(file);
  const known = new Set(last?.known.split(' '));
  const fresh = last ? permalinks.filter((each) => !known.has(digest(each))) : [];
  const before = last?.before ?? now;
  const visit: Visit = { file, known: permalinks.map(digest).join(' '), fresh, seen: now, before };
  keep(NAME, JSON.stringify(visit));
  return { permalinks: fresh, before };
}

function lastVisit(): Visit | undefined {
  try {
    const kept: unknown = JSON.parse(recall(NAME) ?? 'null');
    return isVisit(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isVisit(value: unknown): value is Visit {
  return (
    typeof value === 'object' &&
    value !== null &&
    'file' in value &&
    'known' in value &&
    typeof value.known === 'string' &&
    'fresh' in value &&
    Array.isArray(value.fresh) &&
    'seen' in value &&
    'before' in value
  );
}

/** Fowler, Noll and Vo's digest (1a, 32 bits), in base 36. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
