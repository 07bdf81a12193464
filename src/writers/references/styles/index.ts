import { apa } from './apa.ts';
import { chicago } from './chicago.ts';
import { ieee } from './ieee.ts';
import { mla } from './mla.ts';
import { nature } from './nature.ts';
import { vancouver } from './vancouver.ts';

/** A citation style. */
export interface Style {
  /** Permanent name, good for ids and file names: `ieee`. */
  name: string;
  /** `IEEE` */
  label: string;
  /** The style as a CSL document. */
  csl: string;
}

/**
 * The styles in which pages offer a reference. They are written for the kinds of work a survey holds, because no package
 * carries all six, and because the full APA style alone takes ten milliseconds a reference.
 */
export const styles: readonly Style[] = [
  { name: 'apa', label: 'APA', csl: apa },
  { name: 'ieee', label: 'IEEE', csl: ieee },
  { name: 'chicago', label: 'Chicago', csl: chicago },
  { name: 'mla', label: 'MLA', csl: mla },
  { name: 'vancouver', label: 'Vancouver', csl: vancouver },
  { name: 'nature', label: 'Nature', csl: nature },
];

export { english } from './locale.ts';
