import type { Name, Site, Work } from '../model/index.ts';
import { toPlain } from '../text/index.ts';
import { addressOf, identifierOf, permalinkUrl } from '../writers/index.ts';
import { invertedName, itemType } from './embedded.ts';

/**
 * A paper as an OpenURL context object for the `title` of a `<span class="Z3988">` (COinS), in the Dublin Core format,
 * whose `rft.type` Zotero reads as its own item type. An author list that goes on ends in `others`, as in BibTeX.
 *
 * @param most authors that are named
 */
export function contextObject(work: Work, site: Site, most = Number.POSITIVE_INFINITY): string {
  const { authors } = work.fields;
  const { issued, containerTitle } = work.publication;
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
    ['rft.date', issued?.iso],
    ['rft.relation', containerTitle],
    ['rft_id', doi && `info:doi/${doi}`],
    ...work.identifiers.map(({ value }): [string, string] => ['rft.identifier', addressOf(value)]),
    ['rft.source', permalinkUrl(work, site)],
  ];
  return pairs
    .flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : []))
    .join('&');
}

/** As elsewhere; the comma at the end of `OpenAI Team,` keeps a name without parts in one piece. */
function inverted(name: Name): string {
  const isOne = name.family === undefined && name.literal.includes(' ');
  return isOne ? `${name.literal},` : invertedName(name);
}
