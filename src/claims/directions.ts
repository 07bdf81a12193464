/** Words that say that something rose or is more. */
const UP =
  'higher|more|greater|larger|better|faster|quicker|longer|stronger|increas\\w+|improv\\w+|gain(?:s|ed|ing)?|ris(?:es|e|ing|en)|rose|boost\\w*|speed(?:s|ed)?[- ]?ups?|speeds?|accelerat\\w+|grow(?:s|th|ing|n)?|grew|uplift|enhanc\\w+|outperform\\w*|surpass\\w*|exceed\\w*|rais(?:es|e|ed|ing)|beat(?:s|ing)?|advanc(?:es|ing)|elevat\\w+|outweigh\\w*|heavier|multiplier';
/** Words that say that something fell or is less. */
const DOWN =
  'lower\\w*|fewer|less|smaller|shorter|slower|cheaper|lighter|weaker|reduc\\w+|decreas\\w+|declin\\w+|drop(?:s|ped|ping)?|fall(?:s|ing|en)?|fell|shrink\\w*|shrank|sav(?:es|e|ed|ing|ings)|cut(?:s|ting)?|loss(?:es)?|los(?:es|t|ing)|minimi[sz]\\w+|shorten\\w*|halv\\w+|degrad\\w+|worse\\w*|shed(?:s|ding)?|slash\\w*|trim\\w*|deteriorat\\w+|attenuat\\w+|suppress\\w*|mitigat\\w+|curtail\\w*';

/** Comparatives and nouns that may follow a number, with what may stand between. */
const NOTHING_MUCH =
  '(?:(?:relative|absolute|average|mean|overall|additional|total|significant|further|statistically|net|potential|maximum|median|performance|approximate|end-to-end)\\s+){0,3}';
const after = new RegExp(
  `^\\s*(?:in\\s+)?${NOTHING_MUCH}(?:of\\s+)?(?:(?<up>${UP})|(?<down>${DOWN}))(?![\\p{L}])`,
  'iu',
);
/** A noun that ends in a change: `5.7 % WER reduction`. */
const compound =
  /^\s*(?!(?:of|in|for|on|to|and|with)\s)(?:[\p{L}\d-]+\s+){1,3}(?:(?<up>increases?|improvements?|gains?|rises?|boosts?|speed-?ups?|growth|acceleration)|(?<down>decreases?|reductions?|declines?|drops?|savings?|losses|loss|degradation|cuts?))(?![\p{L}])/iu;
const word = new RegExp(`(?<![\\p{L}-])(?:(?<up>${UP})|(?<down>${DOWN}))(?![\\p{L}])`, 'giu');

export type Direction = 'up' | 'down';

/** A word of direction: which, and where it stands. */
export interface Turn {
  direction: Direction;
  word: string;
  start: number;
  end: number;
}

const turned = (match: RegExpExecArray | RegExpMatchArray): Turn => {
  const found = match.groups?.['up'] ?? match.groups?.['down'] ?? '';
  const end = (match.index ?? 0) + match[0].length;
  return {
    direction: match.groups?.['up'] === undefined ? 'down' : 'up',
    word: found.toLowerCase(),
    start: end - found.length,
    end,
  };
};

/** The comparative or change that a number is followed by. */
export function turnAfter(text: string): Turn | undefined {
  const match = after.exec(text) ?? compound.exec(text);
  return match ? turned(match) : undefined;
}

/** The last word of direction of what stands before a number. */
export function lastTurn(text: string): Turn | undefined {
  const all = [...text.matchAll(word)];
  const last = all.at(-1);
  return last && turned(last);
}
