import type { Work } from '../../model/index.ts';

/** A work that has all but its names: the permalink and the citation key. */
export type Unnamed = Omit<Work, 'permalink' | 'released' | 'citationKey' | 'otherKeys' | 'latin'>;
