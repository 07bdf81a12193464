import { keyboardForm } from '../../text/index.ts';

/** Longest name without its extension, in characters: systems allow 255 bytes, and a character may take four. */
const LONGEST = 60;

/**
 * Name of a file from what a reader asked for, fit for any file system: `mixture-of-experts-2025.bib`.
 *
 * @param parts words of the query and of the choices made; `papers` where nothing is left of them
 * @param last what stands at the end, however long the others are: the name of an edition
 */
export function fileName(parts: readonly string[], extension: string, last = ''): string {
  const words = keyboardForm(parts.join(' '))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  const stem = [...words]
    .slice(0, LONGEST)
    .join('')
    .replace(/^-+|-+$/g, '');
  return `${stem === '' ? 'papers' : stem}${last === '' ? '' : `-${last}`}.${extension}`;
}
