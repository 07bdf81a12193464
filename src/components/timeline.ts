import type { IsoDate } from '../model/index.ts';
import { escapeHtml } from './html.ts';

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
const NAME_LANE = 29;
const HEAD_LANE = 10;
/** More lanes than this and the names go. */
const MOST_LANES = 8;
/** Mean width of a character at 13 px, and the gap between a name and the next stem. */
const CHARACTER = 6.6;
const GAP = 14;

/** Month of a date as a number of months since year 0; a date without a month stands in the middle of its year. */
function monthOf(iso: IsoDate): number {
  return Number(iso.slice(0, 4)) * 12 + (iso.length > 4 ? Number(iso.slice(5, 7)) - 1 : 5.5);
}

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
  const from = monthOf(first.iso);
  const span = Math.max(1, monthOf(last.iso) - from);
  const xOf = (month: number) => SIDE + ((month - from) / span) * (WIDTH - 2 * SIDE);

  let placed = inLanes(points, xOf, (point) => point.name.length * CHARACTER + GAP);
  const named = Math.max(...placed.map(({ lane }) => lane)) < MOST_LANES;
  if (!named) placed = inLanes(points, xOf, () => 9);

  const step = named ? NAME_LANE : HEAD_LANE;
  const lanes = 1 + Math.max(...placed.map(({ lane }) => lane));
  const base = 14 + lanes * step + (named ? 0 : 8);
  const parts = [`<path class="h" d="M${SIDE - 4} ${base}H${WIDTH - SIDE + 4}"/>`];
  parts.push(...ticks(from, from + span, xOf, base));
  for (const { x, lane, name } of placed) {
    const y = base - 25 - lane * step + (named ? 0 : 13);
    parts.push(
      `<path class="k" d="M${x} ${base}V${y}"/><circle class="d" cx="${x}" cy="${y}" r="4"/>`,
    );
    if (!named) continue;
    const room = x + 9 + name.length * CHARACTER <= WIDTH;
    const [at, anchor] = room ? [x + 9, ''] : [x - 9, ' text-anchor="end"'];
    parts.push(`<text x="${at.toFixed(1)}" y="${y + 4.5}"${anchor}>${escapeHtml(name)}</text>`);
  }
  return { width: WIDTH, height: base + 36, svg: parts.join(''), named };
}

/** Puts each point on the lowest lane where it overlaps nothing. */
function inLanes(
  points: readonly Point[],
  xOf: (month: number) => number,
  widthOf: (point: Point) => number,
): Placed[] {
  const taken: [from: number, to: number][][] = [];
  return points.map((point) => {
    const x = Number(xOf(monthOf(point.iso)).toFixed(1));
    const width = widthOf(point);
    const [from, to] = x + width > WIDTH + GAP ? [x - width, x + GAP] : [x - GAP / 2, x + width];
    let lane = 0;
    while (taken[lane]?.some((other) => other[0] < to && from < other[1])) lane += 1;
    (taken[lane] ??= []).push([from, to]);
    return { ...point, x, lane };
  });
}

/** A tick and its year at every January on the line; every second or fifth year where the line is long. */
function ticks(from: number, to: number, xOf: (month: number) => number, base: number): string[] {
  const years = Math.floor(to / 12) - Math.ceil(from / 12) + 1;
  const every = years > 20 ? 5 : years > 9 ? 2 : 1;
  const parts: string[] = [];
  for (let year = Math.ceil(from / 12); year * 12 <= to; year += 1) {
    if (year % every !== 0) continue;
    const x = xOf(year * 12).toFixed(1);
    parts.push(
      `<path class="h" d="M${x} ${base}v7"/><text class="s" x="${x}" y="${base + 22}" text-anchor="middle">${year}</text>`,
    );
  }
  return parts;
}
