import type { ItemType } from '../../model/index.ts';
import { itemTypes } from '../../model/index.ts';
import table from './item-types.json' with { type: 'json' };

const known: ReadonlySet<string> = new Set(itemTypes);
const isItemType = (type: string): type is ItemType => known.has(type);

/** Types by every name that formats have for them, letters only and small. */
const byName = new Map(
  Object.entries(table).flatMap(([type, names]) =>
    isItemType(type) ? names.map((name) => [name, type] as const) : [],
  ),
);

/**
 * The CSL type that a printed type stands for, undefined where it says none: `@inproceedings`, `CPAPER`,
 * `Journal Article`, `journal-article`, `J`, `journalArticle`. CSL's own names mean what CSL says, where `article` is a
 * preprint; elsewhere it is one of a journal.
 *
 * @param format permanent name of the reader that found it
 */
export function itemTypeOf(printed: string, format: string): ItemType | undefined {
  const exact = printed.trim();
  if (format === 'csl-json' && isItemType(exact)) return exact;
  // `Article; Early Access` of Web of Science
  for (const part of exact.split(';')) {
    const type = byName.get(part.toLowerCase().replace(/[^a-z]/g, ''));
    if (type !== undefined) return type;
  }
  return undefined;
}
