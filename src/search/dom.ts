import { type Child, element } from '../client/browser.ts';
import type { Piece } from './excerpt.ts';

/** Text whose marked stretches stand in `<mark>`. */
export function marked(pieces: readonly Piece[]): Child[] {
  return pieces.map(({ text, marked: isMarked }) => (isMarked ? element('mark', {}, text) : text));
}
