import type { TextValue } from '../../model/index.ts';
import { beginning, balancedDirections, parseTex, sentences, wordSet } from '../../text/index.ts';

/** Characters of a working title, at most. */
const longest = 110;
/** Below this many words a description says too little to be a title. */
const fewestWords = 3;

/** What a paper proposes stands among its first sentences; a text that never ends is not read to its end. */
const sentencesRead = 40;
/** Words of an object that are looked at: more than a title holds. */
const wordsRead = 60;

/** How much each verb says that its object is what the paper is about. */
const contributionVerbs = verbForms([
  [3, 'propose present introduce'],
  [2.5, 'develop devise design formulate'],
  [2, 'describe outline build survey review create'],
  [
    1.5,
    'study investigate explore examine analyze analyse tackle address revisit release construct consider',
  ],
  [1, 'provide offer derive establish prove give'],
]);

function verbForms(
  table: readonly (readonly [weight: number, verbs: string])[],
): ReadonlyMap<string, number> {
  const forms = new Map<string, number>();
  for (const [weight, verbs] of table) {
    for (const verb of verbs.split(' ')) {
      const third = verb.endsWith('y') ? `${verb.slice(0, -1)}ies` : `${verb}s`;
      const past = verb.endsWith('e') ? `${verb}d` : `${verb}ed`;
      for (const form of [verb, third, past]) forms.set(form, weight);
    }
  }
  return forms;
}

/** Words that may stand between `we` and the verb: `we are the first to outline`. */
const betweenSubjectAndVerb = wordSet(
  'also first firstly then further therefore thus here hence now and to are is the have has next finally additionally',
);
const paperNouns = wordSet(
  'paper work study research article survey thesis report letter review manuscript',
);
/** Words of praise that a title does without: `a novel`, `a simple yet effective`. */
const praise = wordSet(
  'novel new innovative simple effective powerful promising straightforward first-of-its-kind pioneering elegant',
);
const joiners = new Set(['yet', 'but', 'and']);
/** Nouns that describe nothing by themselves: `a framework`. */
const bareHeads = wordSet(
  'approach method framework model system technique algorithm strategy architecture pipeline tool solution scheme methodology paradigm regime process function mechanism set series',
);
/** Words that tell no thing from another of its kind. */
const vague = wordSet(
  'a an the our first unified unifying general generic systematic principled training whole complete comprehensive new',
);
/** A description may end before one of these. */
const prepositions = wordSet(
  'for via on with by in from through using over under across against between among without within toward towards into',
);
/** A clause that says what the thing does begins here. */
const clauseWords = new Set(['that', 'to']);
/** A description ends here. */
const stops = wordSet(
  'which where whose when while whereas because since so such thereby including enabling allowing aiming named called dubbed termed coined consisting',
);
/** Words a description does not end with. */
const tails = new Set([
  ...prepositions,
  ...'of and or the a an having than as is are based built tailored designed published paired compared'.split(
    ' ',
  ),
]);
/** Kinds of survey, and the word after which their subject comes. */
const surveyNouns = wordSet('introduction overview review survey summary');

/** A formula stands in the text as one word while it is taken apart. */
const formula = /\$\$[^$]*\$\$|\$(?:\\.|[^$\\])*\$/g;
const placeholder = /\uE000(\d+)\uE001/g;

/** A title made up from an abstract, and by which rule, in words for the reader. */
export interface InferredTitle {
  title: TextValue;
  rule: string;
}

interface Candidate {
  text: string;
  score: number;
  rule: string;
}

/**
 * A working title from an abstract's own words: the name of what it proposes with its description (`X: a framework for
 * Y`), else the description, else the first clause. Undefined for an abstract without words.
 */
export function inferTitle(abstract: TextValue): InferredTitle | undefined {
  const formulas: string[] = [];
  const masked = abstract.source.replace(
    formula,
    (math) => `\uE000${formulas.push(math) - 1}\uE001`,
  );
  const lines = sentences(masked).slice(0, sentencesRead);
  const candidates: Candidate[] = [];
  lines.forEach((line, index) => {
    const before = lines.slice(0, index).join(' ');
    for (const candidate of fromSentence(line, before, masked)) {
      candidates.push({ ...candidate, score: candidate.score - index / 10 });
    }
  });
  const fitting = candidates.filter(({ text }) => fits(text, formulas));
  fitting.sort((a, b) => b.score - a.score);
  const best = fitting[0] ?? firstClause(lines[0] ?? '');
  if (best === undefined) return undefined;
  // A clause may end before the sign that ends another direction of writing.
  const source = balancedDirections(capitalised(unmask(best.text, formulas)));
  return { title: { rich: parseTex(source).rich, source }, rule: best.rule };
}

function unmask(text: string, formulas: readonly string[]): string {
  return text.replace(placeholder, (_, index: string) => formulas[Number(index)] ?? '');
}

/** True for a text short enough for a title that leaves no bracket open. */
function fits(text: string, formulas: readonly string[]): boolean {
  return unmask(text, formulas).length <= longest && isBalanced(text);
}

function isBalanced(text: string): boolean {
  const closers: string[] = [];
  for (const character of text) {
    if (character === '(') closers.push(')');
    else if (character === '{') closers.push('}');
    else if ((character === ')' || character === '}') && closers.pop() !== character) return false;
  }
  return closers.length === 0;
}

function capitalised(text: string): string {
  const [first = ''] = text.split(/[\s:]/, 1);
  return /^[a-z]+(?:-[a-z]+)*$/.test(first) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** Titles that one sentence offers. `before` is the text up to it, `whole` the abstract. */
function fromSentence(sentence: string, before: string, whole: string): Candidate[] {
  const words = sentence.split(/\s+/).filter((word) => word !== '');
  const candidates: Candidate[] = [];
  let open = false;
  words.forEach((word, index) => {
    const lower = word.toLowerCase().replace(/,$/, '');
    const previous = words[index - 1]?.toLowerCase() ?? '';
    if (isSubject(lower, previous)) {
      open = true;
      return;
    }
    const weight = contributionVerbs.get(lower);
    if (!open || weight === undefined || !followsSubject(words, index)) return;
    const object = words
      .slice(index + 1, index + 1 + wordsRead)
      .join(' ')
      .replace(/[.!?]+$/, '');
    const found = fromObject(object, before, whole);
    if (found !== undefined) candidates.push({ ...found, score: found.score + weight });
  });
  return candidates;
}

/** `we`, `this paper`, `our work` */
function isSubject(word: string, previous: string): boolean {
  if (word === 'we') return true;
  return paperNouns.has(word) && ['this', 'our', 'the', 'present'].includes(previous);
}

/** True when the verb at `index` has the paper or its authors for subject, a few small words or an `and` apart. */
function followsSubject(words: readonly string[], index: number): boolean {
  const previous = (words[index - 1] ?? '').toLowerCase();
  if (previous === 'and' || previous === 'then') return true;
  for (let at = index - 1; at >= 0 && at >= index - 6; at -= 1) {
    const word = (words[at] ?? '').toLowerCase().replace(/,$/, '');
    if (isSubject(word, (words[at - 1] ?? '').toLowerCase())) return true;
    if (!betweenSubjectAndVerb.has(word) && !word.endsWith('ly')) return false;
  }
  return false;
}

/** `BTC-LLM`, `KAN-AD`, a formula: a capital, a digit or a formula in it. */
const nameLike = /[A-Z0-9\uE000]/;
/** `HAP`, `HiT-LBM`, `R4ec` in brackets. */
const abbreviation = /^[^\s()]{2,24}$/;
/** `a`, `an`, `the`, `our` at the start of a description. */
const article = /^(an?|the|our|one|another)\s+(.*)$/i;
/** `PERSCEN, an innovative approach that …`; name, article, rest. */
const apposition = /^((?:the\s+)?[^,;:.]{1,60}),\s+((?:an?|the|our)\s.*)$/;
/** `DaSLaM, which uses …`, `OneRec that reshapes …`; name, clause. */
const acting = /^([^,;:.]{1,60}?),?\s+(?:which|that)\s+(?!is\b|are\b|we\b|can\b)([a-z]+s\s.*)$/;
/** `a continual learning method named Region-Based Optimization (RegO) for …` */
const coined =
  /^(.{3,90}?),?\s+(?:named|called|dubbed|termed|coined|namely|referred to|which we call)\s+(?:as\s+)?(.*)$/;
/** `Region-Based Optimization (RegO) for audio`; name, abbreviation, rest. */
const nameFirst =
  /^([^,;:.()]{1,60}?)(?:\s+\(([^()]{2,30})\))?(?=[,;:.]|\s+(?:for|that|which|to|by|via|with|on|in|using|and)\s|$)(.*)$/;
/** `a hybrid attribution and pruning (HAP) framework`; words before, abbreviation, words after. */
const abbreviated = /^([^()]{3,100}?)\s+\(([^()]{2,24})\)(.*)$/;
/** `the task of reasoning about X` */
const task =
  /^(?:the|a|an)\s+(?:new\s+|novel\s+)?(?:task|problem|concept|notion|setting|question|idea)\s+of\s+(.*)$/;

const namedRule = 'name and description of what the abstract proposes';
const nameRule = 'name of what the abstract proposes';

/** Objects that are no subject of a paper: `to use …`, `our source code`. */
const idle =
  /^(?:to|that|how|whether|why|it|them|us|its|their|(?:our|the|all|extensive|a series of)\s+(?:source\s+)?(?:codes?|data|experiments?|implementation))\b/i;
/** A dash before a description: `SoT (Syzygy of Thoughts)-a framework`, `X — the first framework`. */
const dash = /(?:\s*(?:—|–|---?)\s*|(?<=\))-)(?=(?:an?|the)\s)/g;

function fromObject(printed: string, before: string, whole: string): Candidate | undefined {
  if (idle.test(printed)) return undefined;
  const object = printed.replace(dash, ', ');
  return (
    fromApposition(object) ??
    fromCoined(object) ??
    fromTask(object) ??
    fromAbbreviated(object, before) ??
    fromActing(object) ??
    fromDescription(object, whole)
  );
}

function fromApposition(object: string): Candidate | undefined {
  const [, name = '', rest = ''] = apposition.exec(object) ?? [];
  if (name === '') return undefined;
  if (isName(name)) return named(name, rest, 4);
  const isTerm = name.split(' ').length <= 4 && !article.test(name) && /^an?\s/i.test(rest);
  return isTerm ? named(name, rest, 2) : undefined;
}

/** `DaSLaM, which uses a generator to …` -> `DaSLaM uses a generator`. */
function fromActing(object: string): Candidate | undefined {
  const [, name = '', clause = ''] = acting.exec(object) ?? [];
  if (!isName(name)) return undefined;
  const text = describe(`${name} ${clause}`, '');
  if (text === undefined || text.length <= name.length)
    return { text: name, score: 0, rule: nameRule };
  return { text, score: 2, rule: 'what the abstract says of the method it names' };
}

function fromCoined(object: string): Candidate | undefined {
  const [, description = '', rest = ''] = coined.exec(object) ?? [];
  if (description === '' || description.includes(', ')) return undefined;
  const [, name = '', short, tail = ''] = nameFirst.exec(rest) ?? [];
  if (!nameLike.test(name)) return undefined;
  return named(
    short === undefined ? name : `${name} (${short})`,
    description + tail.replace(/^,/, ''),
    4,
  );
}

function fromTask(object: string): Candidate | undefined {
  const subject = task.exec(object)?.[1];
  if (subject === undefined) return undefined;
  const [, words = '', letters = ''] = abbreviated.exec(subject) ?? [];
  const isShort = abbreviation.test(letters) && !/[,;]/.test(words);
  const text = isShort ? `${words} (${letters})` : describe(subject, '');
  if (text === undefined || text.split(' ').length < fewestWords) return undefined;
  return { text, score: 3, rule: 'task the abstract sets' };
}

function fromAbbreviated(object: string, before: string): Candidate | undefined {
  const [, words = '', letters = '', rest = ''] = abbreviated.exec(object) ?? [];
  if (
    !abbreviation.test(letters) ||
    !/[A-Z\uE000]/.test(letters) ||
    /[,;:]/.test(words.replaceAll(', ', ' '))
  )
    return undefined;
  if (hasWord(before, letters)) return undefined;
  const count = words.split(' ').length;
  if (count > 12 || [...clauseWords, ...stops].some((word) => words.includes(` ${word} `)))
    return undefined;
  if (article.test(words)) {
    return standsFor(letters, words) ? named(letters, words + rest, 3) : undefined;
  }
  if (!isName(words)) return undefined;
  const tail = describe(`${words} (${letters})${rest}`, '');
  return tail === undefined ? undefined : { text: tail, score: 3, rule: namedRule };
}

/** True when letters in brackets shorten the words from their first or second on: `HAP`, `hybrid attribution and pruning`. */
function standsFor(letters: string, words: string): boolean {
  const bare = words.replace(article, '$2').toLowerCase();
  const wanted = letters.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.includes('\uE000') || wanted === '') return true;
  const first = withoutPraise(words).split(/\s+/).slice(1, 3);
  if (!first.some((word) => word.toLowerCase().startsWith(wanted.charAt(0)))) return false;
  let at = -1;
  return [...wanted].every((letter) => {
    at = bare.indexOf(letter, at + 1);
    return at >= 0;
  });
}

function hasWord(text: string, word: string): boolean {
  return text.split(/[^\p{L}\p{N}\uE000\uE001-]+/u).includes(word);
}

function fromDescription(object: string, whole: string): Candidate | undefined {
  if (!article.test(object)) {
    const [, name = ''] = nameFirst.exec(object) ?? [];
    const text = isName(name) ? describe(object, '') : undefined;
    return text === undefined || text.split(' ').length < fewestWords
      ? undefined
      : { text, score: 1.5, rule: 'what the abstract proposes' };
  }
  const text = surveyTitle(object, whole) ?? describe(object, '');
  if (text === undefined || text.split(' ').length < fewestWords) return undefined;
  const says = text.split(' ').length > fewestWords + 1;
  return { text, score: says ? 1 : -1, rule: 'what the abstract proposes' };
}

/** `over 180 papers on` */
const countedPapers =
  /^(?:over |more than |about )?\d+\s+(?:papers|studies|works|articles)\s+(?:on|about)\s+/;

/** `a systematic introduction for X` in a survey -> `X: a survey`. */
function surveyTitle(object: string, whole: string): string | undefined {
  const words = object.split(' ');
  const at = words.findIndex((word) => surveyNouns.has(word));
  const kind = ['survey', 'review', 'overview'].find((word) => hasWord(whole.toLowerCase(), word));
  if (
    at < 1 ||
    at > 5 ||
    kind === undefined ||
    !/^(?:of|on|for|to|into|about)$/.test(words[at + 1] ?? '')
  )
    return undefined;
  const suffix = kind === 'overview' ? ': an overview' : `: a ${kind}`;
  const subject = describe(
    words
      .slice(at + 2)
      .join(' ')
      .replace(countedPapers, ''),
    suffix,
  );
  return subject === undefined || subject.split(' ').length < fewestWords
    ? undefined
    : subject + suffix;
}

/** `Sub-MoE`, `Region-Based Optimization`: few words, the first with a capital, a digit or a formula. */
function isName(words: string): boolean {
  const list = words.replace(/^the\s+/i, '').split(/\s+/);
  return (
    list.length <= 8 &&
    nameLike.test(list[0] ?? '') &&
    !/^(?:An?|The|Our|This|These)$/.test(list[0] ?? '')
  );
}

/** `Name: a description`. */
function named(name: string, description: string, score: number): Candidate | undefined {
  const prefix = `${name.replace(/^the\s+/i, '')}: `;
  const text = describe(description, prefix);
  if (text === undefined) return { text: prefix.slice(0, -2), score: score - 2, rule: nameRule };
  return { text: prefix + text, score, rule: namedRule };
}

/** The longest beginning of a description that reads as a whole and fits beside `other`, praise left out. */
function describe(description: string, other: string): string | undefined {
  const words = withoutPraise(description).split(/\s+/);
  const room = longest - other.length;
  return endings(words)
    .map((end) => withoutTail(words.slice(0, end)))
    .filter((text) => text !== '' && isBalanced(text) && !pointing.test(text))
    .findLast((text) => text.length <= room);
}

/** A description that points back says nothing alone: `a method to address these problems`. */
const pointing = /\b(?:these|this|those|such|it|they)\b/i;

/** The words without small ones and stops at their end: `The root causes` for `The root causes of,`. */
function withoutTail(words: readonly string[]): string {
  let end = words.length;
  while (end > 0 && tails.has(words[end - 1]?.toLowerCase().replace(/[,;:.]+$/, '') ?? ''))
    end -= 1;
  return words
    .slice(0, end)
    .join(' ')
    .replace(/[,;:.]+$/, '');
}

/** Places where a description may end, in words; the last is where it must. */
function endings(words: readonly string[]): number[] {
  const ends: number[] = [];
  let depth = 0;
  let phrases = 0;
  let inList = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const lower = word.toLowerCase();
    if (index > 0 && depth === 0) {
      const isBare = isBareHead(words.slice(0, index));
      const says =
        clauseWords.has(lower) && !(lower === 'to' && words[index - 1]?.endsWith('ed') === true);
      if (stops.has(lower) || (says && !isBare)) return [...ends, index];
      if (prepositions.has(lower) || clauseWords.has(lower)) {
        if (!isBare) ends.push(index);
        phrases += 1;
        if (phrases > 3) return ends;
      }
    }
    depth += count(word, '(') - count(word, ')');
    if (depth === 0 && /[;:]$/.test(word)) return [...ends, index + 1];
    if (depth > 0 || !word.endsWith(',')) continue;
    if (!isListComma(words, index, inList)) return [...ends, index + 1];
    inList = true;
  }
  return [...ends, words.length];
}

function count(word: string, character: string): number {
  return word.split(character).length - 1;
}

/** `an approach`, `the first system`, `a unified framework`: nothing that tells it from others. */
function isBareHead(words: readonly string[]): boolean {
  const [head = '', ...others] = words.map((word) => word.toLowerCase()).reverse();
  return bareHeads.has(head) && others.every((word) => vague.has(word));
}

/** True for the comma of `reasoning, reflection and refinement`: an `and` follows within a few words, no clause between. */
function isListComma(words: readonly string[], index: number, inList: boolean): boolean {
  if (index === 1 && article.test(words.join(' '))) return true;
  if (words[index + 1]?.endsWith(',') === true) return true;
  if (inList && words[index - 1]?.endsWith(',') === true) return true;
  const next = words.slice(index + 1, index + 5).map((word) => word.toLowerCase());
  const and = next.findIndex((word) => word === 'and' || word === 'or');
  if (and < 0 || (and === 0 && !inList)) return false;
  return next
    .slice(0, and)
    .every(
      (word) => !stops.has(word) && !clauseWords.has(word) && !/^(?:an?|the|our|we)$/.test(word),
    );
}

/** `a framework` for `a novel and simple framework`, with the article that fits. */
function withoutPraise(description: string): string {
  const [, lead = '', rest = ''] = article.exec(description) ?? [];
  if (lead === '') return description;
  const words = rest.split(/\s+/);
  let from = 0;
  for (;;) {
    const word = (words[from] ?? '').toLowerCase().replace(/,$/, '');
    const next = (words[from + 1] ?? '').toLowerCase();
    if (praise.has(word)) from += 1;
    else if (from > 0 && joiners.has(word))
      from += praise.has(next) || next === 'efficient' ? 2 : 1;
    else break;
  }
  if (from === 0) return description;
  const kept = words.slice(from).join(' ');
  const indefinite = /^an?$/i.test(lead);
  return `${indefinite ? articleFor(kept) : lead} ${kept}`;
}

/** Letters whose names begin with a vowel: `an LLM`, `an SVD`. */
const vowelNames = /^[AEFHILMNORSX][A-Z]/;
/** Words written with a vowel and spoken without, and the other way round. */
const spokenConsonant = /^(?:uni|use|usu|util|eu|one|once)/i;
const spokenVowel = /^(?:hour|honest|heir)/i;

function articleFor(words: string): 'a' | 'an' {
  if (/^[A-Z]{2}/.test(words)) return vowelNames.test(words) ? 'an' : 'a';
  if (spokenConsonant.test(words)) return 'a';
  return /^[aeiou]/i.test(words) || spokenVowel.test(words) ? 'an' : 'a';
}

/** `Background:` and the like at the start of a structured abstract. */
const label =
  /^(?:background|introduction|objectives?|motivation|purpose|aims?|context)\s*[:.]\s*/i;

/** A first word whose clause is not a whole: `Although …, …`. */
const dependent =
  /^(?:although|though|despite|while|whereas|as|when|given|with|since|because|if|in|for)$/i;

/** The first clause of a sentence, shortened between words where it is too long. */
function firstClause(sentence: string): Candidate | undefined {
  const words = sentence
    .replace(label, '')
    .replace(/[.!?]+$/, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const comma = words.findIndex(
    (word, index) =>
      !dependent.test(words[0] ?? '') &&
      index >= fewestWords &&
      /[,;:]$/.test(word) &&
      isBalanced(words.slice(0, index + 1).join(' ')),
  );
  const clause = (comma < 0 ? words : words.slice(0, comma + 1)).join(' ').replace(/[,;:]$/, '');
  const rule = 'first clause of the abstract';
  if (clause.length <= longest) return { text: clause, score: 0, rule };
  const end = clause.lastIndexOf(' ', longest - 1);
  return { text: `${beginning(clause, end > 0 ? end : longest - 1)}…`, score: 0, rule };
}
