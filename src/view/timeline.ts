import type { IsoDate } from '../model/index.ts';
import { escapeHtml } from '../text/index.ts';

interface Point {
  iso: IsoDate;
  name: string;
}

interface Placed extends Point {
  x: number;
  lane: number;
}

export interface Picture {
  width: number;
  height: number;
  /** The inside of the `svg` element. */
  svg: string;
  /** Whether the stems carry names; a crowded line has none. */
  named: boolean;
}

const WIDTH = 664;
const SIDE = 20;
/** Height of one lane of names, and of one head where stems carry no names. */
const NAME_LANE = 27;
const HEAD_LANE = 10;
/** More lanes than this and the names go. */
const MOST_LANES = 9;
/** Mean width of a character at 13 px, and where a name begins beside its stem. */
const CHARACTER = 6.4;
const BESIDE = 9;
/** Least room between a name and the next stem. */
const GAP = 6;
/** Least part of the width that the line of months takes, however long the last names are. */
const LEAST_LINE = 0.6;

/** A date as a number of days, months taken as 31 days; one without a month stands in the middle of its year. */
function dayOf(iso: IsoDate): number {
  const [year = '0', month, day] = iso.split('-');
  const months = Number(year) * 12 + (month === undefined ? 5.5 : Number(month) - 1);
  return months * 31 + (day === undefined ? 15 : Number(day) - 1);
}

const JANUARIES = 12 * 31;

/**
 * A line of months with a stem for every paper.
 *
 * @param points papers in order of date
 * @returns undefined when there is nothing to draw
 */
export function timeline(points: readonly Point[]): Picture | undefined {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return undefined;
  const from = dayOf(first.iso);
  const span = Math.max(31, dayOf(last.iso) - from);
  const part = (iso: IsoDate) => (dayOf(iso) - from) / span;

  const line = (right: number, width: (point: Point) => number) => {
    const xOf = (at: number) => Number((SIDE + at * (right - SIDE)).toFixed(1));
    const placed = inLanes(
      points.map((point) => ({ ...point, x: xOf(part(point.iso)), width: width(point) })),
    );
    return { placed, xOf, lanes: 1 + Math.max(...placed.map(({ lane }) => lane)) };
  };
  const nameWidth = ({ name }: Point) => BESIDE + name.length * CHARACTER + GAP;
  const room = Math.min(
    WIDTH - SIDE,
    ...points.map((p) => SIDE + (WIDTH - nameWidth(p) - SIDE) / Math.max(part(p.iso), 1e-6)),
  );
  const withNames = line(Math.max(LEAST_LINE * WIDTH, room), nameWidth);
  const named = withNames.lanes <= MOST_LANES;
  const { placed, xOf, lanes } = named ? withNames : line(WIDTH - SIDE, () => BESIDE);

  const step = named ? NAME_LANE : HEAD_LANE;
  const lowest = named ? 25 : 14;
  const base = 10 + lowest + (lanes - 1) * step;
  const parts = [`<path class="h" d="M${SIDE - 4} ${base}H${WIDTH - 4}"/>`];
  parts.push(...ticks(from, from + span, (day) => xOf((day - from) / span), base));
  for (const { x, lane, name } of placed) {
    const y = base - lowest - lane * step;
    parts.push(
      `<path class="k" d="M${x} ${base}V${y}"/><circle class="d" cx="${x}" cy="${y}" r="4"/>`,
    );
    if (named)
      parts.push(`<text x="${(x + BESIDE).toFixed(1)}" y="${y + 4.5}">${escapeHtml(name)}</text>`);
  }
  return { width: WIDTH, height: base + 36, svg: parts.join(''), named };
}

/**
 * Lanes in which no stem crosses a name: each point stands above every later one whose stem rises within its width.
 *
 * @param points from left to right
 */
function inLanes(points: readonly (Point & { x: number; width: number })[]): Placed[] {
  const placed: Placed[] = [];
  for (const point of points.toReversed()) {
    let lane = 0;
    for (const later of placed) {
      if (later.x > point.x + point.width) continue;
      lane = Math.max(lane, later.lane + 1);
    }
    placed.push({ iso: point.iso, name: point.name, x: point.x, lane });
  }
  return placed.reverse();
}

/** A tick and its year at every January on the line; every second or fifth year where the line is long. */
function ticks(from: number, to: number, xOf: (day: number) => number, base: number): string[] {
  const years = Math.floor(to / JANUARIES) - Math.ceil(from / JANUARIES) + 1;
  const every = years > 20 ? 5 : years > 9 ? 2 : 1;
  const parts: string[] = [];
  for (let year = Math.ceil(from / JANUARIES); year * JANUARIES <= to; year += 1) {
    if (year % every !== 0) continue;
    const x = xOf(year * JANUARIES);
    parts.push(
      `<path class="h" d="M${x} ${base}v7"/><text class="s" x="${x}" y="${base + 22}" text-anchor="middle">${year}</text>`,
    );
  }
  return parts;
}
