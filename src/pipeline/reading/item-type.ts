import { itemKinds, itemTypes } from '../../model/index.ts';
import type { ItemKind, ItemType, KindNames, SourceRecord } from '../../model/index.ts';
import table from './item-types.json' with { type: 'json' };

const known: ReadonlySet<string> = new Set(itemTypes);
const isItemType = (type: string): type is ItemType => known.has(type);

/** Types by every name that formats have for them, letters only and small. */
const byName = new Map(
  Object.entries(table).flatMap(([type, names]) =>
    isItemType(type) ? names.map((name) => [name, type] as const) : [],
  ),
);

type NameIn = (names: KindNames, kind: string) => string | undefined;

/** By the format that a type is printed in, what it calls the kinds of works. */
const NAMES: ReadonlyMap<string, NameIn> = new Map<string, NameIn>([
  ['bibtex', ({ biblatex }) => biblatex],
  ['csl-json', ({ csl }) => csl],
  ['ris', ({ ris }) => ris],
  ['enw', ({ endNote }) => endNote?.[0]],
  ['endnote-xml', ({ endNote }) => endNote?.[0]],
  ['zotero-rdf', ({ zotero }) => zotero],
  // Of Zotero; other tables have their types in words with capitals: `Letter`.
  ['table', ({ zotero }) => zotero],
  ['survey-json', (_, kind) => kind],
]);

/** Formats whose types are those of CSL, by the same names. */
const HAS_CSL_TYPES: ReadonlySet<string> = new Set(['csl-json', 'survey-json']);

/** Kinds by format and name. */
const kinds = new Map(
  [...NAMES].map(([format, nameIn]) => [
    format,
    new Map(
      Object.entries(itemKinds).flatMap(([kind, names]) => {
        const name = nameIn(names, kind);
        return name !== undefined && isItemKind(kind) ? [[name, kind] as const] : [];
      }),
    ),
  ]),
);

function isItemKind(kind: string): kind is ItemKind {
  return Object.hasOwn(itemKinds, kind);
}

/**
 * The kind of work that a printed type names more closely than its CSL type does: `@inbook`, `CASE`, `Edited Book`.
 *
 * @param format permanent name of the reader that found it
 */
function itemKindOf(printed: string, format: string): ItemKind | undefined {
  const name = printed.trim();
  // BibTeX has its types in any case.
  return kinds.get(format)?.get(format === 'bibtex' ? name.toLowerCase() : name);
}

/**
 * The CSL type that a printed type stands for, undefined where it says none: `@inproceedings`, `CPAPER`,
 * `Journal Article`, `journal-article`, `J`, `journalArticle`. CSL's own names mean what CSL says, where `article` is a
 * preprint; elsewhere it is one of a journal.
 *
 * @param format permanent name of the reader that found it
 */
export function itemTypeOf(printed: string, format: string): ItemType | undefined {
  const exact = printed.trim();
  if (HAS_CSL_TYPES.has(format) && isItemType(exact)) return exact;
  const kind = itemKindOf(exact, format);
  if (kind !== undefined) return itemKinds[kind].type;
  // `Article; Early Access` of Web of Science
  for (const part of exact.split(';')) {
    const type = byName.get(part.toLowerCase().replace(/[^a-z]/g, ''));
    if (type !== undefined) return type;
  }
  return undefined;
}

/** What the source of a record calls the work more closely than its type does. */
export function statedKind({ fields, raw, format }: SourceRecord): ItemKind | undefined {
  if (fields.type?.from.kind !== 'seed') return undefined;
  const { start } = fields.type.from.span;
  const field = raw.fields.find(({ span }) => span.start === start);
  return field && itemKindOf(field.value, format);
}
