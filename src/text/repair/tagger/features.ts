import { type Token, type Vocabulary, classes, coarse, scriptContext } from '../tokens/index.ts';
import { hashText, mix } from './hash.ts';
import { bucket, type TemplateGroup, templateNumbers } from './templates.ts';
import { wordSet } from '../../word-set.ts';

/** For each token the numbers of its features; `joint` are those that also look at the tag of the token before. */
export interface Features {
  single: Uint32Array[];
  joint: Uint32Array[];
}

const units = wordSet(
  'x B M K k GB MB ms s dB kHz Hz nm mm cm km m kg g eV keV MeV GeV TeV K pp pt px fps th st nd rd D d bit bits T',
);

type Atoms = ReturnType<ReturnType<typeof atomsOf>>;

/** Features of a token by itself. The place of a template is part of its features' numbers: {@link templateNumbers}. */
const SINGLE: readonly TemplateGroup<Atoms>[] = [
  {
    templates: [
      () => [],
      (t) => [t.text],
      (t) => [t.class],
      (t) => [t.before],
      (t) => [t.after],
      (t) => [t.text, t.before],
      (t) => [t.text, t.after],
      (t) => [t.text, t.before, t.after],
      (t) => [t.class, t.classBefore, t.classAfter],
      (t) => [t.class, t.before, t.after],
      (t) => [t.class, t.classBefore, t.classAfter, t.classBefore2],
      (t) => [t.class, t.classBefore, t.classAfter, t.classAfter2],
      (t) => [t.class, t.classesBefore, t.classesAfter],
      (t) => [t.class, t.left],
      (t) => [t.class, t.right],
      (t) => [t.text, t.left],
      (t) => [t.text, t.right],
      (t) => [t.class, t.left, t.right],
      (t) => [t.class, t.classLeft, t.classRight],
      (t) => [t.class, t.classLeft, t.classRight, t.classesBeside2],
      (t) => [t.text, t.classLeft, t.classRight],
      (t) => [t.class, t.classLeft, t.classLeft2, t.classLeft3],
      (t) => [t.class, t.classRight, t.classRight2, t.classRight3],
      (t) => [t.class, t.left, t.left2],
      (t) => [t.class, t.right, t.right2],
      (t) => [t.class, t.left2],
      (t) => [t.class, t.right2],
      (t) => [t.class, t.before2],
      (t) => [t.class, t.after2],
      (t) => [t.shape],
      (t) => [t.shape, t.class],
      (t) => [t.shape, t.text],
      (t) => [t.signs, t.class],
      (t) => [t.signs, t.signsBefore, t.signsAfter, t.class],
      (t) => [t.shape, t.shapeBefore, t.class],
      (t) => [t.shape, t.shapeAfter, t.class],
    ],
  },
  {
    when: ({ script }) => script !== 0,
    templates: [
      (t) => [t.script, t.class],
      (t) => [t.script, t.class, t.density],
      (t) => [t.script, t.class, t.beforeScript],
      (t) => [t.script, t.class, t.wordBeforeChunk],
    ],
  },
  {
    templates: [
      (t) => [t.class, t.coarseBeside, t.coarseAfter2, t.coarseAfter3],
      (t) => [t.class, t.coarseBeside, t.coarseBefore2, t.coarseBefore3],
      (t) => [t.text, t.coarseBefore, t.coarseAfter, t.coarseBeside2],
    ],
  },
  {
    when: ({ bracket }) => bracket !== 0,
    templates: [
      (t) => [t.bracket, t.class],
      (t) => [t.bracket, t.class, t.beforeBracket],
      (t) => [t.bracket, t.bracketLength, t.beforeBracket, t.class],
      (t) => [t.bracket, t.inBracket, t.beforeBracket, t.class],
    ],
  },
  {
    when: ({ kind }) => kind === 'space',
    templates: [
      (t) => [t.textLeft, t.textRight],
      (t) => [t.classLeft, t.textRight],
      (t) => [t.textLeft, t.classRight],
    ],
  },
  {
    when: ({ kind }) => kind !== 'space',
    templates: [
      (t) => [t.certainty, t.class],
      (t) => [t.certainty, t.count, t.class],
      (t) => [t.certainty, t.class, t.classLeft, t.classRight],
      (t) => [t.certainty, t.classBefore, t.classAfter, t.class],
      (t) => [t.count, t.text],
      (t) => [t.density, t.class],
      (t) => [t.density, t.class, t.classBefore, t.classAfter],
      (t) => [t.density, t.text],
      (t) => [t.lostElsewhere, t.class],
      (t) => [t.lost, t.density, t.class, t.classesBeside],
      (t) => [t.density, t.before, t.class, t.after],
      (t) => [t.density, t.classAndNext, t.classAfter2, t.classAfter3],
      (t) => [t.isCertain, t.class],
    ],
  },
  {
    when: ({ kind }) => kind === 'word',
    templates: [
      (t) => [t.ending, t.length],
      (t) => [t.beginning, t.length],
      (t) => [t.isUnit, t.classBefore, t.classAfter],
    ],
  },
];

/** Features of a token and its tag's predecessor, numbered apart from those of {@link SINGLE}. */
const JOINT: readonly TemplateGroup<Atoms>[] = [
  {
    templates: [
      () => [],
      (t) => [t.class, t.classBefore],
      (t) => [t.class, t.classBefore, t.classAfter],
      (t) => [t.text, t.classBefore],
      (t) => [t.class, t.before],
      (t) => [t.classLeft, t.class, t.classRight],
      (t) => [t.signs, t.class],
      (t) => [t.class, t.left, t.right],
    ],
  },
];
const FIRST_JOINT = 1000;

/** Numbers of all features of all tokens, in the order of the tokens. Takes time linear in the text's length. */
export function features(tokens: readonly Token[], vocabulary: Vocabulary, size: number): Features {
  const atomsAt = atomsOf(tokens, classes(tokens, vocabulary));
  const single: Uint32Array[] = [];
  const joint: Uint32Array[] = [];
  for (const [i, token] of tokens.entries()) {
    const atoms = atomsAt(token, i);
    single.push(Uint32Array.from(templateNumbers(SINGLE, atoms, size)));
    joint.push(Uint32Array.from(templateNumbers(JOINT, atoms, size, FIRST_JOINT)));
  }
  return { single, joint };
}

/** Stands where there is no token. */
const NONE = 1;

/** The atoms of each token of a text. */
function atomsOf(tokens: readonly Token[], cls: readonly string[]) {
  const n = tokens.length;
  const textIds = tokens.map(({ text }) => hashText(text));
  const classIds = cls.map(hashText);
  const coarseIds = tokens.map((token) => hashText(coarse(token)));
  const nameIds = tokens.map(({ kind }, i) => (kind === 'number' ? classIds : textIds)[i] ?? NONE);
  const textAt = (i: number) => textIds[i] ?? NONE;
  const classAt = (i: number) => classIds[i] ?? NONE;
  const coarseAt = (i: number) => coarseIds[i] ?? NONE;
  const nameAt = (i: number) => nameIds[i] ?? NONE;
  const { left, right, edge } = neighbours(cls);
  const { chunkOf, shapes, signs } = chunks(cls);
  const { enclosing, closing } = brackets(tokens);
  const { certainty, count, density, lostElsewhere, lost, isCertain } = wholeText(
    tokens,
    cls,
    left,
    right,
  );
  return (token: Token, i: number) => {
    const [l = -1, r = n] = [left[i], right[i]];
    const [l2, r2] = [left[l] ?? -1, right[r] ?? n];
    const [l3, r3] = [left[l2] ?? -1, right[r2] ?? n];
    const chunk = chunkOf[i] ?? 0;
    const context = scriptContext(tokens, i);
    const isScript = token.text === '^' || token.text === '_';
    const from = enclosing[i] ?? -1;
    const until = closing[from] ?? -1;
    const isWord = token.kind === 'word';
    return {
      kind: token.kind,
      // The token, as text (a number by its class) and as class.
      text: nameAt(i),
      class: classAt(i),
      // The tokens beside it, blanks included.
      before: nameAt(i - 1),
      before2: nameAt(i - 2),
      after: nameAt(i + 1),
      after2: nameAt(i + 2),
      classBefore: classAt(i - 1),
      classBefore2: classAt(i - 2),
      classAfter: classAt(i + 1),
      classAfter2: classAt(i + 2),
      classAfter3: classAt(i + 3),
      classesBefore: mix(classAt(i - 1), classAt(i - 2)),
      classesAfter: mix(classAt(i + 1), classAt(i + 2)),
      classesBeside: mix(classAt(i - 1), classAt(i + 1)),
      classAndNext: mix(classAt(i), classAt(i + 1)),
      // The tokens on its left and right past blanks.
      left: nameAt(l),
      left2: nameAt(l2),
      right: nameAt(r),
      right2: nameAt(r2),
      textLeft: textAt(l),
      textRight: textAt(r),
      classLeft: classAt(l),
      classLeft2: classAt(l2),
      classLeft3: classAt(l3),
      classRight: classAt(r),
      classRight2: classAt(r2),
      classRight3: classAt(r3),
      classesBeside2: mix(classAt(l2), classAt(r2)),
      // The chunk between blanks it stands in, and those beside it.
      shape: shapes[chunk] ?? NONE,
      shapeBefore: shapes[chunk - 2] ?? NONE,
      shapeAfter: shapes[chunk + 2] ?? NONE,
      signs: signs[chunk] ?? 0,
      signsBefore: signs[chunk - 2] ?? NONE,
      signsAfter: signs[chunk + 2] ?? NONE,
      wordBeforeChunk: nameAt(edge[i] ?? -1),
      // The script at it or behind it.
      script: context === '' ? 0 : hashText(context),
      beforeScript: coarseAt(i - (isScript ? 2 : 1)),
      // Its neighbours in very few kinds.
      coarseBefore: coarseAt(i - 1),
      coarseBefore2: coarseAt(i - 2),
      coarseBefore3: coarseAt(i - 3),
      coarseAfter: coarseAt(i + 1),
      coarseAfter2: coarseAt(i + 2),
      coarseAfter3: coarseAt(i + 3),
      coarseBeside: mix(coarseAt(i - 1), coarseAt(i + 1)),
      coarseBeside2: mix(coarseAt(i - 2), coarseAt(i + 2)),
      // The bracket it stands in.
      bracket: from < 0 ? 0 : textAt(from),
      bracketLength: until < 0 ? 0 : bucket(until - from),
      beforeBracket: classAt(from - 1),
      inBracket: classAt(from + 1),
      // What the whole text says.
      certainty: certainty(token, i),
      count: count(token),
      density,
      lostElsewhere: lostElsewhere(i),
      lost,
      isCertain: isCertain[i] ?? 0,
      // The letters of a word.
      beginning: isWord ? hashText(token.text.slice(0, 3)) : 0,
      ending: isWord ? hashText(token.text.slice(-3)) : 0,
      length: Math.min(token.text.length, 8),
      isUnit: units.has(token.text) ? 1 : 0,
    };
  };
}

/** For each token the ones on its left and right past blanks, and the last before its chunk's blank. */
function neighbours(cls: readonly string[]): Record<'left' | 'right' | 'edge', Int32Array> {
  const n = cls.length;
  const [left, right, edge] = [new Int32Array(n), new Int32Array(n), new Int32Array(n)];
  for (let i = 0, last = -1, end = -1; i < n; i++) {
    left[i] = last;
    if (cls[i] === ' ') end = i - 1;
    else last = i;
    edge[i] = end;
  }
  for (let i = n - 1, next = n; i >= 0; i--) {
    right[i] = next;
    if (cls[i] !== ' ') next = i;
  }
  return { left, right, edge };
}

/** Signs that a chunk may hold, by class, each kind a bit. */
const SIGNS = ['_^', '=<>|', 'GCDS', '{}', '-', 'wpTPQX'];
/** Characters of the longest shape. */
const LONGEST_SHAPE = 14;

/** The chunks between blanks: which each token stands in, and of each its shape and what stands in it. */
function chunks(cls: readonly string[]) {
  const chunkOf = new Int32Array(cls.length);
  const shapes: number[] = [];
  const signs: number[] = [];
  for (let i = 0; i < cls.length;) {
    let end = i + 1;
    if (cls[i] !== ' ') while (end < cls.length && cls[end] !== ' ') end++;
    let shape = '';
    let held = 0;
    for (const c of cls.slice(i, end)) {
      if (shape.length < LONGEST_SHAPE && c !== shape.at(-1)) shape += c;
      const bit = SIGNS.findIndex((sign) => sign.includes(c));
      if (bit >= 0) held |= 1 << bit;
    }
    chunkOf.fill(shapes.length, i, end);
    shapes.push(hashText(shape));
    signs.push(held);
    i = end;
  }
  return { chunkOf, shapes, signs };
}

/** For each token the opening bracket it stands in, and for each of those the closing one; -1 where there is none. */
function brackets(tokens: readonly Token[]): Record<'enclosing' | 'closing', Int32Array> {
  const enclosing = new Int32Array(tokens.length).fill(-1);
  const closing = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  for (const [i, { text }] of tokens.entries()) {
    if (text === ')' || text === ']' || text === '}') {
      const from = open.pop();
      if (from === undefined) continue;
      closing[from] = i;
      enclosing[i] = from;
    } else {
      enclosing[i] = open.at(-1) ?? -1;
      if (text === '(' || text === '[' || text === '{') open.push(i);
    }
  }
  return { enclosing, closing };
}

/** Classes beside which a token is math for certain, and those that hold a lost command or Greek. */
const CERTAIN = /[_^GCD=]/;
const LOST = /[CDGS]/;

/** What a text as a whole says of its tokens: how often the same stands in it, and how much math is in it. */
function wholeText(
  tokens: readonly Token[],
  cls: readonly string[],
  left: Int32Array,
  right: Int32Array,
) {
  const certain = new Map<string, number>();
  const occurrences = new Map<string, number>();
  const isCertain = new Uint8Array(tokens.length);
  let mathLike = 0;
  let lost = 0;
  const proves = (i: number | undefined) => CERTAIN.test(cls[i ?? -1] ?? '');
  const isLost = (i: number) => LOST.test(cls[i] ?? '');
  for (const [i, { text }] of tokens.entries()) {
    if (cls[i] === ' ') continue;
    occurrences.set(text, (occurrences.get(text) ?? 0) + 1);
    if (proves(i)) mathLike++;
    if (isLost(i)) lost++;
    const onLeft = proves(left[i]) && cls[left[i] ?? -1] !== 'G';
    if (proves(i - 1) || proves(i + 1) || onLeft || proves(right[i])) {
      isCertain[i] = 1;
      certain.set(text, (certain.get(text) ?? 0) + 1);
    }
  }
  const density = bucket(Math.floor((200 * mathLike) / (tokens.length + 50)));
  return {
    certainty: ({ text }: Token, i: number) =>
      bucket((certain.get(text) ?? 0) - (isCertain[i] ?? 0)),
    count: ({ text }: Token) => bucket(occurrences.get(text) ?? 0),
    density,
    lostElsewhere: (i: number) => bucket(lost - (isLost(i) ? 1 : 0)),
    lost: bucket(lost),
    isCertain,
  };
}
