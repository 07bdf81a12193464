import { escapeHtml } from '../text/index.ts';
import type { PageWords } from '../words/index.ts';
import type { FlowBox, FlowChart, FlowLane, FlowRow } from './chart.ts';

/** Lengths in units of the drawing, which is as wide as a small telephone shows at full size. */
const size = { strip: 22, main: 158, gap: 16, side: 144, lane: 340, between: 24, text: 12 };
const line = 15;
/** What a finger needs (WCAG 2.2, target size). */
const least = 24;
const padding = 5;
const rise = 20;
/** So high is a phase that its name fits beside it. */
const shortestPhase = 76;

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

const heightOf = (texts: readonly Line[]) =>
  texts.reduce((sum, { lines }) => sum + tall(lines), 2 * padding);
const tall = (lines: readonly string[]) => Math.max(least, lines.length * line + 6);

/**
 * The flow as a drawing with the boxes of PRISMA 2020. Colours and font are attributes, which the styles of a page override and
 * a file of its own needs.
 *
 * @param label what the drawing is called
 * @param link address of a list, where numbers shall lead to theirs
 * @param stacked whether columns stand below each other, for narrow pages
 */
export function flowSvg(
  chart: FlowChart,
  words: PageWords,
  {
    label,
    link,
    stacked = false,
  }: { label: string; link?: (path: string) => string; stacked?: boolean },
): string {
  const { number, screening: say } = words;
  const shapes: string[] = [];
  const draw = (box: Placed, texts: readonly Line[], kind: string) => {
    const bold = kind === 'title' ? ' font-weight="600"' : '';
    shapes.push(
      `<g class="${kind}"><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="3" fill="${kind === 'title' ? '#eee' : '#fff'}" stroke="#555"/>`,
    );
    let y = box.y + padding + (box.height - heightOf(texts)) / 2;
    for (const { lines, path } of texts) {
      const height = tall(lines);
      const first = y + (height - lines.length * line) / 2 + size.text - 0.5;
      const spans = lines.map(
        (text, index) =>
          `<tspan x="${box.x + box.width / 2}" y="${first + index * line}">${escapeHtml(text)}</tspan>`,
      );
      const text = `<text text-anchor="middle"${bold}>${spans.join(' ')}</text>`;
      shapes.push(
        path === undefined || link === undefined
          ? text
          : `<a href="${escapeHtml(link(path))}"><rect class="hit" x="${box.x}" y="${y}" width="${box.width}" height="${height}" fill="none"/>${text}</a>`,
      );
      y += height;
    }
    shapes.push('</g>');
  };
  const arrow = (x1: number, y1: number, x2: number, y2: number) => {
    const head =
      x1 === x2
        ? `M${x2 - 3} ${y2 - 5}L${x2} ${y2}L${x2 + 3} ${y2 - 5}`
        : `M${x2 - 5} ${y2 - 3}L${x2} ${y2}L${x2 - 5} ${y2 + 3}`;
    shapes.push(`<path d="M${x1} ${y1}L${x2} ${y2}${head}" fill="none" stroke="#555"/>`);
  };
  const strip = (x: number, from: number, to: number, name: string) => {
    const [cx, cy] = [x + 9, (from + to) / 2];
    shapes.push(
      `<g class="phase"><rect x="${x}" y="${from}" width="18" height="${to - from}" rx="3" fill="#ddd"/><text text-anchor="middle" font-weight="600" transform="translate(${cx + 4} ${cy}) rotate(-90)">${escapeHtml(name)}</text></g>`,
    );
  };
  const rowLine =
    (width: number) =>
    (row: FlowRow): Line => ({
      lines: wrap(`${row.label} (n\u00a0=\u00a0${number(row.count)})`, width - 2 * padding),
      path: row.path,
    });
  const boxLines = ({ head, rows }: FlowBox, width: number): Line[] => [
    ...(head === undefined ? [] : [{ lines: wrap(head, width - 2 * padding) }]),
    ...rows.map(rowLine(width)),
  ];

  /** Draws lanes beside each other from `top`; returns where they end, and the middle of the last box of each. */
  const drawLanes = (lanes: readonly FlowLane[], top: number) => {
    const at = (index: number) => index * (size.lane + size.between);
    let y = top;
    const width = size.lane - size.strip;
    const titles = lanes.map(({ title }) => [{ lines: wrap(title, width - 2 * padding) }]);
    const titleHeight = Math.max(...titles.map(heightOf));
    titles.forEach((title, index) => {
      draw({ x: at(index) + size.strip, y, width, height: titleHeight }, title, 'title');
    });
    y += titleHeight + rise / 2;
    const last = lanes.map(() => 0);
    const names = (['identified', 'screened', 'sought', 'assessed'] as const).filter((name) =>
      lanes.some(({ steps }) => steps.some((step) => step.name === name)),
    );
    const phases = new Map<'identification' | 'screening', [from: number, to: number]>();
    for (const name of names) {
      let tallest = 0;
      lanes.forEach(({ steps }, index) => {
        const step = steps.find((each) => each.name === name);
        if (step === undefined) return;
        const x = at(index) + size.strip;
        const main = boxLines(step.main, size.main);
        const height = heightOf(main);
        if ((last[index] ?? 0) > 0)
          arrow(x + size.main / 2, last[index] ?? 0, x + size.main / 2, y);
        draw({ x, y, width: size.main, height }, main, 'box');
        last[index] = y + height;
        let sideY = y;
        step.side.forEach((box, place) => {
          const texts = boxLines(box, size.side);
          const own = heightOf(texts);
          const sideX = x + size.main + size.gap;
          if (place === 0) {
            const middle = y + Math.min(height, own) / 2;
            arrow(x + size.main, middle, sideX, middle);
          }
          draw({ x: sideX, y: sideY, width: size.side, height: own }, texts, 'box side');
          sideY += own + 6;
        });
        tallest = Math.max(tallest, height, sideY - 6 - y);
        const [from = y] = phases.get(step.phase) ?? [];
        phases.set(step.phase, [from, Math.max(y + tallest, phases.get(step.phase)?.[1] ?? 0)]);
      });
      y += tallest + rise;
    }
    lanes.forEach((_, index) => {
      for (const [phase, [from, to]] of phases) strip(at(index), from, to, say.phases[phase]);
    });
    return {
      y,
      ends: lanes.map((_, index) => ({
        x: at(index) + size.strip + size.main / 2,
        y: last[index] ?? 0,
      })),
    };
  };

  const rowsOfLanes = stacked ? chart.lanes.map((lane) => [lane]) : [chart.lanes];
  let bottom = 0;
  let ends: { x: number; y: number }[] = [];
  for (const lanes of rowsOfLanes) {
    const drawn = drawLanes(lanes, bottom);
    bottom = drawn.y;
    ends = drawn.ends;
  }
  const last = ends.at(-1)?.x ?? 0;
  const included = boxLines(chart.included, size.main);
  const box: Placed = {
    x: size.strip,
    y: bottom,
    width: Math.max(size.main, last + size.main / 2 - size.strip),
    height: Math.max(heightOf(included), shortestPhase),
  };
  for (const end of ends) arrow(end.x, end.y, end.x, bottom);
  draw(box, included, 'box');
  strip(0, bottom, bottom + box.height, say.phases.included);
  const width = stacked
    ? size.lane
    : chart.lanes.length * (size.lane + size.between) - size.between;
  const height = bottom + box.height + 1;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 ${width + 2} ${height + 1}" width="${width + 2}" height="${height + 1}" role="group" aria-label="${escapeHtml(label)}" font-family="system-ui, sans-serif" font-size="${size.text}" fill="#111">${shapes.join('')}</svg>`;
}

/** A letter of a script whose letters are as wide as they are high: `漢`, `あ`, `（` */
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/u;

const widthOf = (text: string) =>
  [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? size.text : size.text * 0.56), 0);

/** Places at which a line may end: behind a blank that may be broken at, and around wide letters. */
const BREAK =
  /(?<= )|(?<=[\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60])|(?=[\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF])/u;
/** Letters of a word that surely fit on a line. */
const LONGEST = /.{1,20}/gsu;

/** The lines of a text that fit into a width; a word that is longer is cut. */
function wrap(text: string, width: number): string[] {
  const parts = text
    .split(BREAK)
    .flatMap((part) => (widthOf(part.trimEnd()) > width ? (part.match(LONGEST) ?? []) : [part]));
  const lines: string[] = [];
  let current = '';
  for (const part of parts) {
    if (current !== '' && widthOf((current + part).trimEnd()) > width) {
      lines.push(current.trimEnd());
      current = part;
    } else current += part;
  }
  return [...lines, current.trimEnd()];
}
