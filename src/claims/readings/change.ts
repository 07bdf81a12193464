import { beaten, measureIn } from '../comparisons.ts';
import { lastTurn, type Turn, turnAfter } from '../directions.ts';
import { phraseAt, phraseBefore } from '../phrases.ts';
import type { Place } from '../place.ts';
import { METRIC } from '../vocabulary.ts';
import { behindList, changed, implied, level, type Reading } from './reading.ts';

const IN = /^\s*(?:in|of|on)\s/;

/** `2.3× faster inference`, `40 % fewer tokens`, `a 5 point drop in the discount`, `a 20 % FLOPs reduction`. */
export function changeBehind({ amount, before, after }: Place): Reading | undefined {
  const direct = turnAfter(after);
  const text = direct ? after : behindList(after);
  const turn = direct ?? turnAfter(text);
  if (!turn || (amount.unit === null && !/^(?:higher|lower|more|fewer|less)/.test(turn.word))) {
    return undefined;
  }
  const { direction, word, start, end } = turn;
  const noun = phraseAt(text.slice(end).replace(IN, ''));
  const compound = text.slice(0, start).trim();
  const own = /^(?:$|in\b|relative|absolute|average)/i.test(compound) ? null : compound;
  if (own !== null && noun === null) return changed(amount.unit, direction, own);
  const subject = before.replace(
    /(?:\b(?:is|are|was|were|be|been|achiev\w+|with|ha[sd]|have))?\s*(?:\ban? )?$/iu,
    '',
  );
  const measure =
    implied(word, noun) ??
    own ??
    (word.startsWith('multiplier') ? 'speedup' : null) ??
    phraseBefore(subject);
  return changed(amount.unit, direction, measure);
}

/** `doubling attribution consensus`. */
export function multiple({ amount, before, after }: Place): Reading | undefined {
  if (!/^(?:doubl|tripl|quadrup|halv)/i.test(amount.value)) return undefined;
  return changed('x', amount.low < 1 ? 'down' : 'up', phraseAt(after) ?? phraseBefore(before));
}

/** `the share has risen from 9 % in the first years to 22 %`. */
export function moved({ before }: Place): Reading | undefined {
  const found =
    /(?<what>[^,;]*?)\s(?:ha[sd]\s|have\s)?(?:\p{L}+ly\s)?(?<verb>\p{L}+)\s(?:\p{L}+ly\s)?from\s[^,;]*?\d[^,;]*?\sto\s*$/iu.exec(
      before,
    )?.groups;
  const turn = lastTurn(found?.['verb'] ?? '');
  if (!turn || !/(?:s|ed|en|ell|ose|ew|ank)$/.test(turn.word)) return undefined;
  const what = (found?.['what'] ?? '').replace(/^.*\bthat\b/, '').replace(/\s(?:ha[sd]|have)$/, '');
  return { ...level(phraseBefore(what)), direction: turn.direction };
}

const BY = /(?<![\p{L}])by(?: an?)?(?: factor of)?\s*$/iu;

/** Whether a number follows `by`, as the size of a change does. */
export const isBy = ({ before }: Place) => BY.test(before);

/** `reduces the memory by 40 %`, `outperforms the best by 3 points in accuracy`. */
export function changeBy(place: Place): Reading | undefined {
  const { amount, before, after, finding } = place;
  const { unit } = amount;
  if (unit === null && !METRIC.test(`${before} ${after}`)) return undefined;
  // `a rise in rents moves wages by 0.3 %`: where to, nobody says.
  const carried = /\b(?:moves?|shifts?|changes?|alters?|affects?)\s+(?<what>.+)$/.exec(
    before.replace(BY, ''),
  )?.groups?.['what'];
  if (carried !== undefined) return level(phraseAt(carried));
  const turn = lastTurn(before);
  const between = turn ? before.slice(turn.end) : '';
  if (turn && !/[,;]\s*\p{L}+ing\b.*\bby\b/u.test(between)) {
    const verb = before.slice(0, turn.start);
    // `when reducing the table by 75 %` is a condition, `improved by 30 % in 25 % of patients` a definition.
    if (/\b(?:when|if|after)\s+(?:\p{L}+ly\s+)?$/iu.test(verb) || /^\s*in\s\d/.test(after)) {
      return undefined;
    }
    return changed(unit, turn.direction, implied(turn.word, measureBy(place, turn)));
  }
  if (unit === null || !finding) return undefined;
  const measure = phraseBefore(before.replace(/(?:\s\p{L}+)?\sby(?: an?)?\s*$/iu, ''));
  return { ...level(measure), kind: unit === 'x' ? 'ratio' : 'level' };
}

/** What was changed by a number: the object of its verb, or its subject. */
function measureBy({ before, after }: Place, turn: Turn): string | null {
  if (beaten(before) !== null) return measureIn(after);
  const object = before.slice(turn.end).replace(BY, '');
  // `reducing time by 44 % and memory by 51 %`: the last of several.
  const last = /.*\bby\b.*?\b(?:and|while)\s(?<last>.*)$/.exec(object)?.groups?.['last'] ?? object;
  return phraseAt(last) ?? phraseBefore(before.slice(0, turn.start));
}

/** `a reduction of 30 %`, `gains of up to 30`, `drops only 3 %`. */
export function changeBefore({ amount, before, after }: Place): Reading | undefined {
  const { unit } = amount;
  const turn = lastTurn(before);
  const isShare = unit === null || unit === '%' || unit === 'x' || unit === 'points';
  if (!turn || !isShare || /^(?:exceed|surpass|outperform|beat)/.test(turn.word)) return undefined;
  const between = before.slice(turn.end);
  const of =
    /^(?:\s+(?:in|on)\s+(?<what>[^,;()]{2,60}?))?\s+(?:of|by|is|was|were|are)(?: an?)?\s*$/iu.exec(
      between,
    );
  const direct = unit !== null && /^\s*(?:an?|its?)?\s*$/iu.test(between);
  if (!of && !direct) return undefined;
  const inside = of?.groups?.['what'];
  const isNoun = /^(?:gain|improv|reduc|decreas|increas|drop|declin|sav|los)/.test(turn.word);
  const measure =
    (inside === undefined ? null : phraseAt(inside)) ??
    (isNoun && /^\s*(?:in|on)\s/.test(after) ? phraseAt(after.replace(IN, '')) : null) ??
    phraseBefore(before.slice(0, turn.start));
  return changed(unit, turn.direction, implied(turn.word, measure));
}

const GIVES =
  /(?:achiev\w+|yield\w*|deliver\w*|obtain\w*|provid\w+|produc\w+|reach\w*|by|of|a|up to|is|are|with|to|than|and|attain\w*|offer\w*|at)\s*$/iu;

/** `achieves a 2.1× compute multiplier`. */
export function factor({ amount, before, after, finding }: Place): Reading | undefined {
  if (!finding || !GIVES.test(before)) return undefined;
  const measure = phraseAt(after) ?? phraseBefore(before);
  return measure === null ? undefined : changed('x', amount.low < 1 ? 'down' : 'up', measure);
}

/** `MRR@10: +36.7 %`. */
export function plus({ amount, before }: Place): Reading | undefined {
  if (!amount.value.startsWith('+') || (amount.unit !== '%' && amount.unit !== 'points')) {
    return undefined;
  }
  return changed(amount.unit, 'up', phraseBefore(before.replace(/[:(]\s*$/, '')));
}
