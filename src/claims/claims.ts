import { parseTex, sentenceEnds, toPlain } from '../text/index.ts';
import { amountsOf } from './amounts.ts';
import type { Claim } from './claim.ts';
import { rowsOf } from './rows.ts';
import { studiedBy } from './settings.ts';
import { standingOf } from './standing.ts';

/** A stop between two sentences that a listing glued together: `at baseline.Participants were`. */
const GLUED = /(?<=[\p{Ll})\]%][.?!])(?=\p{Lu}\p{Ll})/gu;

/** A sentence longer than this is a table or a list that lost its lines. */
const LONGEST = 2000;

/** The sentences of a text, verbatim, without the white space between them. */
function slices(text: string): string[] {
  const ends = [...sentenceEnds(text), ...Array.from(text.matchAll(GLUED), ({ index }) => index)];
  const found: string[] = [];
  let from = 0;
  for (const end of [...ends.sort((a, b) => a - b), text.length]) {
    const sentence = text.slice(from, end).trim();
    if (sentence !== '') found.push(sentence);
    from = end;
  }
  return found;
}

/**
 * What an abstract reports in numbers, in the order of the text. Rows whose standing is in doubt are left out: a
 * number that tells what is known, what was set up, or how sure a test is, is none.
 *
 * @param text - an abstract as a source has it, marks of TeX included
 */
export function claimsOf(text: string): Claim[] {
  const own = slices(text);
  const plain = own.map((sentence) => toPlain(parseTex(sentence).rich));
  const standing = standingOf(plain);
  const studied = studiedBy(plain);
  return own.flatMap((sentence, i) => {
    const [read = '', stands] = [plain[i], standing[i]];
    if (stands === undefined || stands.background || read.length > LONGEST) return [];
    return rowsOf(read, amountsOf(read), stands.finding).map((row) => ({
      sentence,
      ...row,
      on: row.on ?? studied,
    }));
  });
}
