import { keep, recall } from './memory.ts';

/** A choice between light and dark. */
export type Scheme = 'light' | 'dark';

const NAME = 'scheme';

/** What the reader chose on an earlier page, or null. */
export function rememberedScheme(): Scheme | null {
  const known = recall(NAME);
  return known === 'light' || known === 'dark' ? known : null;
}

/** Remembers a choice for other pages; where the browser keeps nothing it holds for this one only. */
export function rememberScheme(scheme: Scheme): void {
  keep(NAME, scheme);
}
