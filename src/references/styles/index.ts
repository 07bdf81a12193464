import apa from './apa.csl?raw';
import chicago from './chicago.csl?raw';
import ieee from './ieee.csl?raw';
import english from './locale-en.xml?raw';
import mla from './mla.csl?raw';
import nature from './nature.csl?raw';
import vancouver from './vancouver.csl?raw';

/** A citation style. */
export interface Style {
  /** Permanent name, good for ids and file names: `ieee`. */
  name: string;
  /** `IEEE` */
  label: string;
  /** The style as a CSL document. */
  csl: string;
}

/** The styles in which pages offer a reference, in their order. */
export const styles: readonly Style[] = [
  { name: 'apa', label: 'APA', csl: apa },
  { name: 'ieee', label: 'IEEE', csl: ieee },
  { name: 'chicago', label: 'Chicago', csl: chicago },
  { name: 'mla', label: 'MLA', csl: mla },
  { name: 'vancouver', label: 'Vancouver', csl: vancouver },
  { name: 'nature', label: 'Nature', csl: nature },
];

export { english };
