import type { Token } from '../tokens/index.ts';

/** The tokens from..to-1. */
export interface Stretch {
  from: number;
  to: number;
}

/** Without the blanks, stops and halves of brackets at its edges, which say nothing. */
function trimmed(tokens: readonly Token[], { from, to }: Stretch): Stretch {
  let [a, b] = [from, to];
  const text = (i: number) => tokens[i]?.text ?? '';
  const isEdge = (i: number) => tokens[i]?.kind === 'space' || ',;:.'.includes(text(i));
  const closes = (i: number) => {
    let depth = 0;
    for (let k = i; k < b; k++) {
      if ('([{'.includes(text(k))) depth++;
      else if (')]}'.includes(text(k)) && --depth === 0) return true;
    }
    return false;
  };
  const opens = (i: number) => {
    let depth = 0;
    for (let k = i; k >= a; k--) {
      if (')]}'.includes(text(k))) depth++;
      else if ('([{'.includes(text(k)) && --depth === 0) return true;
    }
    return false;
  };
  while (a < b && (isEdge(a) || ('([{'.includes(text(a)) && !closes(a)) || ')]}'.includes(text(a))))
    a++;
  while (
    b > a &&
    (isEdge(b - 1) || '([{'.includes(text(b - 1)) || (')]}'.includes(text(b - 1)) && !opens(b - 1)))
  )
    b--;
  return { from: a, to: b };
}

/** Signs and lost commands that compare what stands before them with what follows. */
const comparison =
  /^(?:[=<>]|[A-Za-z]*(?:in|leq?|geq?|neq?|sim|approx|equiv|to|rightarrow|ll|gg|times|lesssim|gtrsim))$/;

/**
 * Where a formula ends that ends before `end` but for what only numbers say: `= 1`, `0.05` after `leq`, `(1,2]` after
 * `in`. A number with a script or letters begins a formula of its own.
 */
function numbersEnd(tokens: readonly Token[], end: number): number {
  const text = (i: number) => tokens[i]?.text ?? '';
  const pastBlank = (i: number) => (tokens[i]?.kind === 'space' ? i + 1 : i);
  const whole = (i: number) => {
    const after = tokens[i + 1];
    const glued = after?.kind === 'word' || after?.kind === 'greek';
    return tokens[i]?.kind === 'number' && !glued && !'^_{'.includes(after?.text ?? ' ');
  };
  if (whole(end)) return end + 1;
  let i = end;
  if (!comparison.test(text(end - 1))) {
    i = pastBlank(i);
    if (text(i) !== '=') return end;
    i++;
  }
  i = pastBlank(i);
  if (text(i) === '-') i++;
  if (whole(i)) return i + 1;
  if (text(i) !== '(' && text(i) !== '[') return end;
  for (let k = i + 1; k < i + 12; k++) {
    const c = text(k);
    if ((c === ')' || c === ']') && k > i + 1) return k + 1;
    if (!whole(k) && c !== ',' && c !== '-' && tokens[k]?.kind !== 'space') return end;
  }
  return end;
}

/**
 * Whether of a base and its script the script alone is a formula, as most authors write it: the degrees of `360^circ`,
 * the power in a name such as `A^2RD`.
 */
function isScriptAlone(tokens: readonly Token[], from: number, to: number): boolean {
  const text = (i: number) => tokens[i]?.text ?? '';
  const [start, end] =
    text(from + 2) === '{' && text(to - 1) === '}' ? [from + 3, to - 1] : [from + 2, to];
  if (text(from + 1) !== '^' || end !== start + 1) return false;
  if (tokens[from]?.kind === 'number') return text(start) === 'circ';
  return (
    /^[A-Z]$/.test(text(from)) && tokens[start]?.kind === 'number' && tokens[to]?.kind === 'word'
  );
}

/** How far the `right` of a `left` is looked for. */
const MAX_PAIR = 60;

/** Where a formula ends that holds a lost `\\left(`: after its `\\right)`, if that follows. */
function rightEnd(tokens: readonly Token[], from: number, to: number): number {
  let open = 0;
  for (let i = from; i < to; i++) {
    if (tokens[i]?.text === 'left') open++;
    else if (tokens[i]?.text === 'right') open--;
  }
  for (let i = to; open > 0 && i < Math.min(tokens.length - 1, to + MAX_PAIR); i++) {
    if (tokens[i]?.text === 'right' && tokens[i + 1]?.kind === 'mark') return i + 2;
  }
  return to;
}

/** Trims what says nothing, takes in what is glued on and closes brackets; undefined when nothing is left. */
export function settle(tokens: readonly Token[], stretch: Stretch): Stretch | undefined {
  let { from: a, to: b } = trimmed(tokens, stretch);
  if (a === b) return undefined;
  b = rightEnd(tokens, a, b);
  const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
  for (let round = 0; round < 8; round++) {
    const open: string[] = [];
    let unopened: string | undefined;
    for (let i = a; i < b; i++) {
      const t = tokens[i]?.text ?? '';
      if (t === '(' || t === '[' || t === '{') open.push(t);
      else if (t === ')' || t === ']' || t === '}') {
        if (open.length > 0) open.pop();
        else unopened ??= t;
      }
    }
    const next = tokens[b]?.text ?? '';
    const before = tokens[a - 1]?.text ?? '';
    if (open.length > 0 && next in pairs) b++;
    else if (unopened !== undefined && before === pairs[unopened]) a--;
    else break;
  }
  const first = tokens[a]?.text ?? '';
  if (first !== '^' && first !== '_' && tokens[a - 1]?.kind === 'number') a--;
  b = numbersEnd(tokens, b);
  if (isScriptAlone(tokens, a, b)) a++;
  return { from: a, to: b };
}
