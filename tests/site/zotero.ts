import type { BuiltPage } from './pages.ts';
import { attribute, elements, hasClass } from './pages.ts';

/** A name as Zotero keeps it; one without parts has only a last name. */
export interface ZoteroCreator {
  lastName: string;
  firstName: string;
}

/** An item as Zotero makes it of a page. */
export interface ZoteroItem {
  itemType: string;
  title: string;
  creators: ZoteroCreator[];
  date: string;
  abstractNote: string;
  DOI: string;
  /** Journal, proceedings or book. */
  publicationTitle: string;
  archiveID: string;
  repository: string;
  url: string;
}

/** Values of `<meta name>` in order, by name. */
export function metasOf(page: BuiltPage): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const element of elements(page.document)) {
    const name = element.tagName === 'meta' ? attribute(element, 'name') : undefined;
    const content = attribute(element, 'content');
    if (name === undefined || content === undefined) continue;
    const known = metas.get(name);
    if (known) known.push(content);
    else metas.set(name, [content]);
  }
  return metas;
}

/** Tags that decide the type of an item, in the order in which they are asked (its translator “Embedded Metadata”). */
const HIGHWIRE_TYPES = [
  ['citation_journal_title', 'journalArticle'],
  ['citation_technical_report_institution', 'report'],
  ['citation_conference_title', 'conferencePaper'],
  ['citation_inbook_title', 'bookSection'],
  ['citation_dissertation_institution', 'thesis'],
] as const;

/**
 * The items Zotero finds in a page's embedded metadata, by what it documents
 * (https://www.zotero.org/support/dev/exposing_metadata, and Google Scholar's inclusion guidelines for the `citation_`
 * tags it names): a page with a title in its tags is one item; `citation_` tags that name a container or a house decide
 * its type, and only without them a declared `z:itemType`; `citation_` tags go before others; names are `Family, Given` or end with the family name.
 *
 * A page that has COinS besides offers those for choice.
 */
export function embeddedItems(page: BuiltPage): ZoteroItem[] {
  const metas = metasOf(page);
  const first = (...names: string[]) => names.flatMap((name) => metas.get(name) ?? [])[0] ?? '';
  if (first('citation_title', 'DC.title') === '') return contextItems(page);
  const guessed = HIGHWIRE_TYPES.find(([tag]) => first(tag) !== '')?.[1];
  const item: ZoteroItem = {
    itemType: guessed ?? (first('z:itemType') || 'webpage'),
    title: first('citation_title', 'DC.title'),
    creators: (metas.get('citation_author') ?? metas.get('DC.creator') ?? []).map(creator),
    date: first('citation_publication_date', 'citation_online_date', 'DC.date').replaceAll(
      '/',
      '-',
    ),
    abstractNote: first('citation_abstract', 'DC.description', 'description'),
    DOI: first('citation_doi'),
    publicationTitle: first(...HIGHWIRE_TYPES.map(([tag]) => tag)),
    archiveID: first('z:archiveID'),
    repository: first('z:repository'),
    url: first('citation_public_url', 'citation_abstract_html_url'),
  };
  return [item, ...contextItems(page)];
}

/** The fifteen elements that the KEV format for Dublin Core has (registry of the OpenURL framework, `mtx:dc`). */
const DUBLIN_CORE = new Set(
  'contributor coverage creator date description format identifier language publisher relation rights source subject title type'.split(
    ' ',
  ),
);

/**
 * A context object in key/encoded-value form (ANSI/NISO Z39.88, part 3) whose referent is described in Dublin Core:
 * values by element.
 *
 * @throws when a pair has no value, an escape is not UTF-8, or a key belongs to no such object
 */
export function readContextObject(text: string): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const pair of text.split('&')) {
    const split = pair.indexOf('=');
    const key = pair.slice(0, split);
    const value = decodeURIComponent(pair.slice(split + 1).replaceAll('+', ' '));
    const known =
      ['url_ver', 'ctx_ver', 'rft_val_fmt', 'rft_id'].includes(key) ||
      (key.startsWith('rft.') && DUBLIN_CORE.has(key.slice('rft.'.length)));
    if (split < 1 || value === '' || !known) throw new Error(`${pair} is no part of one`);
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  for (const [key, value] of [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
  ] as const) {
    const found = values.get(key) ?? [];
    if (found.length !== 1 || found[0] !== value) throw new Error(`${key} is ${found.join(', ')}`);
  }
  return values;
}

/** The context objects of a page's COinS: titles of `<span class="Z3988">`, in order. */
export function contextTexts(page: BuiltPage): string[] {
  return [...elements(page.document)]
    .filter((each) => each.tagName === 'span' && hasClass(each, 'Z3988'))
    .map((each) => attribute(each, 'title') ?? '');
}

/** The items of a page's COinS. */
export function contextItems(page: BuiltPage): ZoteroItem[] {
  return contextTexts(page).map((text) => {
    const values = readContextObject(text);
    const all = (key: string) => values.get(key) ?? [];
    const doi = [...all('rft_id'), ...all('rft.identifier')].find((id) =>
      id.startsWith('info:doi/'),
    );
    return {
      itemType: all('rft.type')[0] ?? 'webpage',
      title: all('rft.title')[0] ?? '',
      creators: all('rft.creator').map(creator),
      date: all('rft.date')[0] ?? '',
      abstractNote: all('rft.description')[0] ?? '',
      DOI: doi?.slice('info:doi/'.length) ?? '',
      publicationTitle: all('rft.relation')[0] ?? '',
      archiveID: '',
      repository: '',
      url: all('rft.source')[0] ?? '',
    };
  });
}

/** `Gu, Hao` and `Hao Gu` are last name Gu, first name Hao; a comma at the end keeps a name in one piece. */
function creator(name: string): ZoteroCreator {
  const [lastName = '', firstName] = name.split(/, ?/u);
  if (firstName !== undefined) return { lastName, firstName };
  const words = name.split(' ');
  return { lastName: words.at(-1) ?? '', firstName: words.slice(0, -1).join(' ') };
}
