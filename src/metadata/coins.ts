import type { Name, Site, Work } from '../model/index.ts';
import { toPlain } from '../text/index.ts';
import { addressOf, identifierOf, permalinkUrl } from '../writers/index.ts';
import { itemType } from './embedded.ts';

/**
 * A paper as an OpenURL context object for the `title` of a `<span class="Z3988">` (COinS), in the Dublin Core format,
 * whose `rft.type` Zotero reads as its own item type. An author list that goes on ends in `others`, as in BibTeX.
 *
 * @param most authors that are named
 */
export function contextObject(work: Work, site: Site, most = Number.POSITIVE_INFINITY): string {
  const { authors, issued } = work.fields;
  const names = authors?.value.names ?? [];
  const goesOn = names.length > most || (names.length > 0 && authors?.value.more);
  const doi = identifierOf(work, 'doi');
  const pairs: [key: string, value: string | undefined][] = [
    ['url_ver', 'Z39.88-2004'],
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', itemType(work)],
    ['rft.title', toPlain(work.title.value.rich)],
    ...names.slice(0, most).map((name): [string, string] => ['rft.creator', inverted(name)]),
    ['rft.creator', goesOn ? 'others' : undefined],
    ['rft.date', issued?.value.iso],
    ['rft_id', doi && `info:doi/${doi}`],
    ...work.identifiers.map(({ value }): [string, string] => ['rft.identifier', addressOf(value)]),
    ['rft.source', permalinkUrl(work, site)],
  ];
  return pairs
    .flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : []))
    .join('&');
}

/** `van Beethoven, Ludwig`; the comma at the end of `OpenAI Team,` keeps a name without parts in one piece. */
function inverted({ literal, family, given, particle, suffix }: Name): string {
  if (family === undefined) return literal.includes(' ') ? `${literal},` : literal;
  return [[particle, family].filter(Boolean).join(' '), [given, suffix].filter(Boolean).join(' ')]
    .filter((part) => part !== '')
    .join(', ');
}
