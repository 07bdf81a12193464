import { phraseAfter, phraseAt } from './phrases.ts';

/** Words for what others made, which something is better than. */
const SYSTEM =
  /(?:\b(?:models?|baselines?|methods?|approach(?:es)?|systems?|state[- ]of[- ]the[- ]arts?|SOTA|backbones?|algorithms?|competitors?)(?:\s\p{Lu}\S*)*$)|^(?:the )?(?:previous|prior|existing|best)\b/u;

/** What is beaten by a number: `outperforms X by`, and `improves X by` where X is a system and no measure. */
export function beaten(before: string): string | null {
  const { object, sure } =
    /(?<![\p{L}-])(?:(?<sure>outperform\w*|surpass\w*|exceed\w*|beat(?:s|ing)?|accelerat\w+|improv(?:es|ing|ed)? (?:up)?on|improv(?:es|ing|ed)? over)|improv(?:e|es|ing|ed)|enhanc(?:es|ing|ed)|boost(?:s|ing|ed)?)\s+(?<object>(?:[^,;(]|\([^)]*\))*?)\s+by\s*$/iu.exec(
      before,
    )?.groups ?? {};
  if (object === undefined) return null;
  const isSystem = sure !== undefined || (SYSTEM.test(object) && !object.includes(' of '));
  return isSystem ? phraseAt(object) : null;
}

/** What a change is in, where that is a measure and no place: `in accuracy`, but not `in hard scenarios`. */
export function measureIn(text: string): string | null {
  const found = /^\s*(?:on average )?(?:in|for|in terms of)\s/.exec(text);
  const phrase = found ? phraseAt(text.slice(found[0].length)) : null;
  const isPlace =
    /\b(?:scenarios?|settings?|regimes?|models?|tasks?|data ?sets?|domains?|benchmarks?|cases|languages|groups?|patients)\b/i;
  return phrase === null || isPlace.test(phrase) ? null : phrase;
}

/** What stands behind a number after `than`, `over`, `compared with`. */
export const comparedBehind = (text: string) =>
  phraseAfter(
    text,
    'than(?: that of| those of| with| for| in)?|compared (?:with|to)|in comparison (?:with|to)|relative to|over(?! time)|versus|vs\\.?|against|beyond|w\\.r\\.t\\.|with respect to|as opposed to|instead of',
  );

/** The same further on in the sentence, after the words that are sure. */
export const comparedLater = (text: string) =>
  phraseAfter(text, 'than(?! \\d)|compared (?:with|to)|versus|vs\\.?');

/** What a sentence as a whole compares with. */
export function comparedWith(plain: string): string | null {
  const object =
    /(?<![\p{L}-])(?:outperform\w*|surpass\w*|improv(?:es|ing) (?:up)?on(?! \w+ of)|improves(?= [^,;]*,)|(?:comparable|similar|equal|competitive)(?: [\p{L}-]+){0,3} (?:to|with)|compared (?:with|to)|relative to|superior to|that compared [^,;]{2,40}? with)\s+(?<object>(?:[^,;(]|\([^)]*\))*)/iu.exec(
      plain,
    )?.groups?.['object'];
  return object === undefined ? null : phraseAt(object);
}

/** Words before a number that the one before it is compared with: `0.19 vs 0.09`. */
const COMPARED =
  /(?:\bvs\.?|\bversus|\bcompared (?:with|to)(?: [\p{L}-]+){0,4}|\bagainst|\bthan|\bover)(?: an?| the)?(?: \p{L}+){0,2}\s*$/iu;

/** Whether a number is the one that the number before it is compared with. */
export const isCompared = (before: string) => COMPARED.test(before);

/** What the number of the other side is called: `compared to the baseline accuracy of 46.35 for GPT-4`. */
export function otherSide(before: string, value: string, after: string): string {
  const named = /\bcompared (?:with|to)(?: the)?((?: [\p{L}-]+)*)\s*$/iu.exec(before)?.[1]?.trim();
  const whose = /^\s*(?:for|in|of|on|with)\s[^,;.()]{0,60}/.exec(after)?.[0] ?? '';
  return `${named ? `${named} ` : ''}${value}${whose}`;
}

/** Groups that something is compared with. */
const CONTROL =
  /\b(?:placebo|controls?|untreated|usual care|standard care|conventional|baselines?|sham)\b/i;

/** Whether the words next to a number speak of a group that something is compared with. */
export const isControl = (words: string) => CONTROL.test(words.slice(0, 40));

/** Words between two numbers up to those that compare them: `of the women on placebo compared with`. */
export const sideBefore = (between: string) =>
  between.split(/,?\s*(?:compared|\bvs\b|versus|\bthan\b|against)/)[0] ?? '';
