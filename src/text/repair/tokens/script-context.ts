import { commandNames } from './commands.ts';
import type { Token } from './tokens.ts';

/** What stands at a place, in very few kinds: a capitalised word, another word, a number, else the character. */
export function coarse(token: Token | undefined): string {
  if (!token) return '';
  if (token.kind === 'word') return token.text.charAt(0) <= 'Z' ? 'U' : 'l';
  if (token.kind === 'number') return '9';
  if (token.kind === 'space' || token.kind === 'greek') return token.kind;
  return token.text;
}

/**
 * What a script hangs on, what it is and what follows it: `D^2VLM` is a name whose author set only the `^2` as math,
 * `O(D^2)` a formula. Empty when no script stands at `i`, and its base not either.
 */
export function scriptContext(tokens: readonly Token[], i: number): string {
  const isMark = (k: number) => tokens[k]?.text === '^' || tokens[k]?.text === '_';
  const at = isMark(i) ? i : isMark(i + 1) ? i + 1 : -1;
  if (at < 0) return '';
  const base = tokens[at - 1];
  const braced = tokens[at + 1]?.text === '{';
  let end = at + 2;
  if (braced) while (end < at + 12 && end < tokens.length && tokens[end - 1]?.text !== '}') end++;
  const script = tokens[braced ? at + 2 : at + 1];
  const name =
    base && base.text.length > 1 ? (base.text === base.text.toUpperCase() ? 'N' : 'n') : '';
  const after = tokens[end];
  const next = after?.text === '-' ? `-${coarse(tokens[end + 1])}` : coarse(after);
  const said =
    script?.kind === 'word' && commandNames.has(script.text) ? script.text : coarse(script);
  return `${tokens[at]?.text}${coarse(base)}${name}${said}${end - at > 4 ? '+' : ''} ${next}`;
}
