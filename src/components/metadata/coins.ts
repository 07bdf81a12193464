import type { Site, Work } from '../../model/index.ts';
import { toPlain } from '../../text/index.ts';
import { addressOf, identifierOf, permalinkUrl } from '../../writers/index.ts';
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
  const [first] = names;
  const doi = identifierOf(work, 'doi');
  const pairs: [key: string, value: string | undefined][] = [
    ['url_ver', 'Z39.88-2004'],
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', itemType(work)],
    ['rft.title', toPlain(work.title.value.rich)],
    ['rft.aulast', first?.family && [first.particle, first.family].filter(Boolean).join(' ')],
    ['rft.aufirst', first?.family && first.given],
    ...names.slice(0, most).map(({ literal }): [string, string] => ['rft.au', literal]),
    ['rft.au', names.length > most || authors?.value.more ? 'others' : undefined],
    ['rft.date', issued?.value.iso],
    ['rft_id', doi && `info:doi/${doi}`],
    ...work.identifiers.map(({ value }): [string, string] => ['rft.identifier', addressOf(value)]),
    ['rft.source', permalinkUrl(work, site)],
  ];
  return pairs
    .flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : []))
    .join('&');
}
