// The full stop, with closing quotes, brackets or a formula's `$`, of `as shown (in part).`, `"Really?"`, `完了。`
const SENTENCE_END = /[.?!…。！？][\s"'”’»)\]}*$]*$/u;

// The address at the end of `Code is at https://example.org/repo`; authors often leave the full stop out.
const ADDRESS_END = /(?:https?:\/\/|www\.)[^\s]+$/u;

// `for example (e.g.` and the like: a stop that ends no sentence
const ABBREVIATION_END = /(?:^|[\s(])(?:e\.g|i\.e|cf|vs|resp|Fig|Eq|Sec|Tab)\.$/u;

// `. W` of `is slow. We show`: one sentence ends and another begins
const SENTENCE_BREAK = /[.?!]["'”’)]? +["'“‘(]?\p{Lu}/u;

/** How far back from its end a text is looked at; enough for any address. */
const TAIL = 400;

/** True when a text stops where a sentence or an address does, false when it breaks off. */
export function endsSentence(text: string): boolean {
  const tail = text.slice(-TAIL).trimEnd();
  if (ABBREVIATION_END.test(tail)) return false;
  return SENTENCE_END.test(tail) || ADDRESS_END.test(tail);
}

/** True when a line has more than one sentence in it, as an abstract has and a title has not. */
export function hasSentenceBreak(text: string): boolean {
  return SENTENCE_BREAK.test(text);
}

/** True for running text of the length of an abstract: `We study ... . We show ... .`. */
export function isProse(text: string): boolean {
  return (
    text.length >= 250 || (text.length >= 100 && (endsSentence(text) || hasSentenceBreak(text)))
  );
}
