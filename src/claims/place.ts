import type { Amount } from './amounts.ts';

/** A number in its sentence. */
export interface Place {
  amount: Amount;
  plain: string;
  /** What stands before it, in the same bracket or between the same semicolons. */
  before: string;
  /** What stands behind it there. */
  after: string;
  /** The sentence up to it. */
  lead: string;
  /** Whether the sentence says in so many words that something was found. */
  finding: boolean;
}

/** Where a number stands. */
export function placeOf(plain: string, amount: Amount, finding: boolean): Place {
  const { from, end } = amount;
  const lead = plain.slice(0, from);
  const open = lead.lastIndexOf('(');
  const inBracket = open > lead.lastIndexOf(')');
  const start = Math.max(lead.lastIndexOf(';') + 1, inBracket ? open + 1 : 0);
  const rest = plain.slice(end);
  const base = { amount, plain, lead, finding };
  // `8/15 ≈ 0.5333`, `φ ≈ 0.77`: the number says what the sign before it is.
  if (/^[≈∼=]/.test(plain.slice(from))) {
    return { ...base, before: plain.slice(start, from).replace(/\S+\s*$/, ''), after: rest };
  }
  const stop = inBracket ? /[;)]/.exec(rest) : /;/.exec(rest);
  return {
    ...base,
    before: plain.slice(start, from),
    after: rest.slice(0, stop?.index ?? rest.length),
  };
}
