import { escapeHtml } from '../text/index.ts';
import type { PageWords } from '../words/index.ts';
import type { FlowBox, FlowChart, FlowLane, LaneStep } from './chart.ts';
import { widthOf, wrap } from './wrap.ts';

/** Lengths in units of the drawing, which is as wide as a small telephone shows at full size. */
const size = { strip: 22, gap: 16, between: 24, text: 12 };
/** Widths of a column and of what stands in it, of one among others and of one that has their room for itself. */
const NARROW = { lane: 340, main: 158, side: 144 };
const WIDE = { lane: 704, main: 340, side: 326 };
const line = 15;
/** What a finger needs (WCAG 2.2, target size). */
const least = 24;
const padding = 5;
const rise = 20;
/** Between boxes on one side. */
const seam = 6;
/** Bold letters are so much wider. */
const bold = 1.12;
/** So high is a phase that its name fits beside it. */
const heightOfPhase = (name: string) => widthOf(name, size.text * bold) + 2 * padding;

/** A text on its lines, and the list that it opens. */
interface Line {
  lines: string[];
  path?: string;
}

interface Placed {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Shapes as SVG, and where they end. */
interface Drawn {
  shapes: string;
  bottom: number;
}

/** The middle of the lower edge of a box, from which an arrow goes on. */
interface End {
  x: number;
  y: number;
}

/** What drawings are made with. */
interface Pen {
  words: PageWords;
  size: typeof NARROW;
  link: ((path: string) => string) | undefined;
  /** Where something that begins here, from the side that reading begins on, has its left edge. */
  left: (from: number, width?: number) => number;
  /** 1 where reading goes to the right, else -1. */
  onward: 1 | -1;
}

/**
 * The flow as a drawing with the boxes of PRISMA 2020. Colours and font are attributes, which the styles of a page override and
 * a file of its own needs.
 *
 * @param label what the drawing is called
 * @param link address of a list, where numbers shall lead to theirs
 * @param stacked whether columns stand below each other, for narrow pages
 * @param direction in which the words are read, and so the drawing
 */
export function flowSvg(
  chart: FlowChart,
  words: PageWords,
  {
    label,
    link,
    stacked = false,
    direction = 'ltr',
  }: {
    label: string;
    link?: (path: string) => string;
    stacked?: boolean;
    direction?: 'ltr' | 'rtl';
  },
): string {
  const columns = stacked ? 1 : chart.lanes.length;
  const own = stacked || columns > 1 ? NARROW : WIDE;
  const width = columns * (own.lane + size.between) - size.between;
  const isRtl = direction === 'rtl';
  const pen: Pen = {
    words,
    size: own,
    link,
    left: (from, wide = 0) => (isRtl ? width - from - wide : from),
    onward: isRtl ? -1 : 1,
  };
  const shapes: string[] = [];
  let top = 0;
  let ends: End[] = [];
  for (const lanes of stacked ? chart.lanes.map((lane) => [lane]) : [chart.lanes]) {
    const drawn = drawLanes(lanes, top, pen);
    shapes.push(drawn.shapes);
    top = drawn.bottom;
    ends = drawn.ends;
  }
  const texts = linesOf(chart.included, own.main, pen);
  const last = ends.at(-1)?.x ?? 0;
  const box: Placed = {
    x: size.strip,
    y: top,
    width: Math.max(own.main, last + own.main / 2 - size.strip),
    height: Math.max(heightOf(texts), heightOfPhase(words.screening.phases.included)),
  };
  const bottom = top + box.height;
  shapes.push(
    ...ends.map((end) => arrow(end.x, end.y, end.x, top, pen)),
    drawBox(box, texts, 'box', pen),
    drawPhase(0, [top, bottom], words.screening.phases.included, pen),
  );
  // A file of its own is looked at on any ground.
  const ground =
    link === undefined
      ? `<rect x="-1" y="-1" width="${width + 2}" height="${bottom + 2}" fill="#fff"/>`
      : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 ${width + 2} ${bottom + 2}" width="${width + 2}" height="${bottom + 2}" role="group" aria-label="${escapeHtml(label)}" font-family="system-ui, sans-serif" font-size="${size.text}" fill="#111"${isRtl ? ' direction="rtl"' : ''}>${ground}${shapes.join('')}</svg>`;
}

/** The steps of each phase, from top to bottom. */
const PHASES = [
  ['identification', ['identified']],
  ['screening', ['screened', 'sought', 'assessed']],
] as const;

/** Lanes beside each other: their titles, each step of all on one level, and the names of phases along them. */
function drawLanes(lanes: readonly FlowLane[], top: number, pen: Pen): Drawn & { ends: End[] } {
  const leftOf = (index: number) => index * (pen.size.lane + size.between);
  const titles = drawTitles(lanes, top, leftOf, pen);
  const shapes = [titles.shapes];
  let y = titles.bottom + rise / 2;
  const ends = new Map<number, End>();
  const reaches: [phase: string, reach: [from: number, to: number]][] = [];
  for (const [phase, names] of PHASES) {
    const from = y;
    const name = pen.words.screening.phases[phase];
    let to = from + heightOfPhase(name);
    for (const each of names) {
      let bottom = y;
      for (const [index, { steps }] of lanes.entries()) {
        const step = steps.find((other) => other.name === each);
        if (step === undefined) continue;
        const before = ends.get(index);
        if (before !== undefined) shapes.push(arrow(before.x, before.y, before.x, y, pen));
        const drawn = drawStep(step, leftOf(index) + size.strip, y, pen);
        shapes.push(drawn.shapes);
        ends.set(index, drawn.end);
        bottom = Math.max(bottom, drawn.bottom);
      }
      to = Math.max(to, bottom);
      if (bottom > y) y = bottom + rise;
    }
    y = to + rise;
    reaches.push([name, [from, to]]);
  }
  for (const index of lanes.keys()) {
    for (const [name, reach] of reaches) shapes.push(drawPhase(leftOf(index), reach, name, pen));
  }
  return { shapes: shapes.join(''), bottom: y, ends: [...ends.values()] };
}

function drawTitles(
  lanes: readonly FlowLane[],
  y: number,
  leftOf: (index: number) => number,
  pen: Pen,
): Drawn {
  const width = pen.size.lane - size.strip;
  const titles = lanes.map(({ title }) => [{ lines: fitting(title, width / bold) }]);
  const height = Math.max(...titles.map(heightOf));
  const shapes = titles.map((title, index) =>
    drawBox({ x: leftOf(index) + size.strip, y, width, height }, title, 'title', pen),
  );
  return { shapes: shapes.join(''), bottom: y + height };
}

/** The box of those that go on, and beside it those of the ones that leave. */
function drawStep({ main, side }: LaneStep, x: number, y: number, pen: Pen): Drawn & { end: End } {
  const texts = linesOf(main, pen.size.main, pen);
  const height = heightOf(texts);
  const shapes = [drawBox({ x, y, width: pen.size.main, height }, texts, 'box', pen)];
  const right = x + pen.size.main;
  let next = y;
  for (const [index, box] of side.entries()) {
    const own = linesOf(box, pen.size.side, pen);
    const tall = heightOf(own);
    const middle = y + Math.min(height, tall) / 2;
    if (index === 0) shapes.push(arrow(right, middle, right + size.gap, middle, pen));
    const place = { x: right + size.gap, y: next, width: pen.size.side, height: tall };
    shapes.push(drawBox(place, own, 'box side', pen));
    next += tall + seam;
  }
  return {
    shapes: shapes.join(''),
    bottom: Math.max(y + height, next - seam),
    end: { x: x + pen.size.main / 2, y: y + height },
  };
}

/** The lines of a box: each number is one text, and leads to its list. */
const linesOf = ({ head, rows }: FlowBox, width: number, { words }: Pen): Line[] => [
  ...(head === undefined ? [] : [{ lines: fitting(head, width) }]),
  ...rows.map(({ label, count, path }) => ({
    lines: fitting(`${label} (n\u00a0=\u00a0${words.number(count)})`, width),
    path,
  })),
];

const fitting = (text: string, width: number) => wrap(text, width - 2 * padding, size.text);

const heightOf = (texts: readonly Line[]) =>
  texts.reduce((sum, { lines }) => sum + heightOfText(lines), 2 * padding);
const heightOfText = (lines: readonly string[]) => Math.max(least, lines.length * line + 6);

function drawBox(
  box: Placed,
  texts: readonly Line[],
  kind: 'title' | 'box' | 'box side',
  pen: Pen,
): string {
  const isTitle = kind === 'title';
  let y = box.y + padding + (box.height - heightOf(texts)) / 2;
  const drawn = texts.map((text) => {
    const place = { x: box.x, y, width: box.width, height: heightOfText(text.lines) };
    y += place.height;
    return drawText(place, text, isTitle, pen);
  });
  return `<g class="${kind}"><rect x="${pen.left(box.x, box.width)}" y="${box.y}" width="${box.width}" height="${box.height}" rx="3" fill="${isTitle ? '#eee' : '#fff'}" stroke="#555"/>${drawn.join('')}</g>`;
}

function drawText(
  { x, y, width, height }: Placed,
  { lines, path }: Line,
  isBold: boolean,
  { link, left }: Pen,
): string {
  const first = y + (height - lines.length * line) / 2 + size.text - 0.5;
  const spans = lines.map(
    (text, index) =>
      `<tspan x="${left(x + width / 2)}" y="${first + index * line}">${escapeHtml(text)}</tspan>`,
  );
  const text = `<text text-anchor="middle"${isBold ? ' font-weight="600"' : ''}>${spans.join(' ')}</text>`;
  return path === undefined || link === undefined
    ? text
    : `<a href="${escapeHtml(link(path))}"><rect class="hit" x="${left(x, width)}" y="${y}" width="${width}" height="${height}" fill="none"/>${text}</a>`;
}

function arrow(from: number, y1: number, to: number, y2: number, { left, onward }: Pen): string {
  const [x1, x2] = [left(from), left(to)];
  const back = x2 - 5 * onward;
  const head =
    x1 === x2
      ? `M${x2 - 3} ${y2 - 5}L${x2} ${y2}L${x2 + 3} ${y2 - 5}`
      : `M${back} ${y2 - 3}L${x2} ${y2}L${back} ${y2 + 3}`;
  return `<path d="M${x1} ${y1}L${x2} ${y2}${head}" fill="none" stroke="#555"/>`;
}

/** The name of a phase, along all of its boxes. */
function drawPhase(
  x: number,
  [from, to]: readonly [number, number],
  name: string,
  { left, onward }: Pen,
): string {
  return `<g class="phase"><rect x="${left(x, 18)}" y="${from}" width="18" height="${to - from}" rx="3" fill="#ddd"/><text text-anchor="middle" font-weight="600" transform="translate(${left(x + 13)} ${(from + to) / 2}) rotate(${-90 * onward})">${escapeHtml(name)}</text></g>`;
}
