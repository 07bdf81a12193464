import { hash32, hex } from '../hashes.ts';
import { identifierKey } from '../reading/index.ts';
import type { Unnamed } from './unnamed.ts';

/** The end of a permalink that tells a work from others that would have the same one, whatever files it stands in. */
export function markOf(work: Unnamed): string {
  const content = JSON.stringify([
    work.identifiers.map(({ value }) => identifierKey(value)),
    work.title.value.source,
    work.fields.abstract?.value.source ?? '',
    work.fields.authors?.value.names.map(({ literal }) => literal) ?? [],
    work.publication.issued?.iso ?? '',
  ]);
  return `-${hex(hash32(content))}`;
}

/** True when a permalink was told from others by what the work says. */
export function contentMark(work: Unnamed | undefined, permalink: string): boolean {
  return work !== undefined && permalink.endsWith(markOf(work));
}
