import { commandNames, splitRun } from './commands.ts';

/**
 * What the tagger reads one by one: a run of ASCII letters, a number, blanks, one letter of another script, one other
 * character, or something that is never math whatever stands in it (an address, a bare command, a word with letters
 * beyond ASCII).
 */
export type TokenKind = 'word' | 'number' | 'space' | 'greek' | 'mark' | 'opaque';

export interface Token {
  kind: TokenKind;
  text: string;
  start: number;
  end: number;
}

/**
 * In this order: an address, a bare command (`\pi`, `\%`), Greek, a word beyond ASCII (`naïve`), letters, a number
 * (`0.13`, `1,500`), blanks, any other character.
 */
const tokenPattern =
  /(https?:\/\/[^\s{}]+)|(\\(?:[a-zA-Z]+|[\s\S])?)|([Α-ωϑϕϖϱϵµ∂∇ℓ×±≤≥≈→∞∈∼−])|([A-Za-z]*[À-ɏ][A-Za-zÀ-ɏ]*)|([A-Za-z]+)|([0-9]+(?:[.,][0-9]+)*)|(\s+)|[\s\S]/gu;

/** A lost command that a capital follows, and no other command, stands before prose: `mu` in `muP`. */
const commandThenCapital = /^([a-z]{2,})(?=[A-Z])/;

/** `leArning` is a word written oddly, not `\\leArning`. */
const shortBeforeName =
  /^(?:in|to|le|ge|ne|ni|ll|gg|it|sup|sec|top|bot|cap|cup|det|max|min|exp|log|not|big)[A-Z][a-z]{2}/;

/** Parts a text into tokens that tile it. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const push = (kind: TokenKind, part: string, start: number) =>
    tokens.push({ kind, text: part, start, end: start + part.length });
  for (const m of text.matchAll(tokenPattern)) {
    const at = m.index;
    if (m[1] !== undefined || m[2] !== undefined || m[4] !== undefined) push('opaque', m[0], at);
    else if (m[3] !== undefined) push('greek', m[0], at);
    else if (m[5] !== undefined) {
      const head = commandThenCapital.exec(m[0])?.[1];
      if (
        head !== undefined &&
        commandNames.has(head) &&
        splitRun(m[0]).letters.length > 1 &&
        !shortBeforeName.test(m[0])
      ) {
        push('word', head, at);
        push('word', m[0].slice(head.length), at + head.length);
      } else push('word', m[0], at);
    } else if (m[6] !== undefined) push('number', m[0], at);
    else if (m[7] !== undefined) push('space', m[0], at);
    else push(m[0] === '$' ? 'opaque' : 'mark', m[0], at);
  }
  return tokens;
}
