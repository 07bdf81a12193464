import { type HtmlTag, readHtml } from '../../text/index.ts';

/** A stretch of a page, in UTF-16 code units. */
export interface Stretch {
  start: number;
  end: number;
}

/** An attribute that names a place: where it stands, and the address with character references decoded. */
export interface Address extends Stretch {
  /** `href` */
  attribute: string;
  /** `../themes/` */
  value: string;
  /** What stands before the address: `0; url=` in a page that only leads elsewhere. */
  lead: string;
}

/** What the bundle must know of a page. */
export interface Markup {
  addresses: Address[];
  /** What works only on a web server: font preloads, `crossorigin`, the manifest, elements marked `data-online`. */
  online: Stretch[];
  /** Ends of the start tags marked `data-bundle-size`, where the size of the bundle belongs. */
  sizes: number[];
  /** End of the start tag of the body. */
  body: number;
  /** Targets of fragments. */
  ids: Set<string>;
}

/** Attributes whose value is one address. */
const ADDRESSES = new Set([
  'action',
  'cite',
  'data',
  'formaction',
  'href',
  'poster',
  'src',
  'xlink:href',
]);
/** Values of `rel` of elements without use on disk: browsers fetch these by rules that forbid files, or to install the site. */
const ONLINE_RELATIONS = new Set(['preload', 'modulepreload', 'manifest', 'apple-touch-icon']);

/** `0; url=../papers/a/`, `5;URL='../'` */
const refresh = /^(\s*\d+\s*;\s*url\s*=\s*['"]?)([^'"]*)/iu;

/**
 * Reads the tags of a page.
 *
 * @param html a whole document
 * @throws when an element marked `data-online` does not end, or an attribute holds several addresses
 */
export function readMarkup(html: string): Markup {
  const markup: Markup = { addresses: [], online: [], sizes: [], body: 0, ids: new Set() };
  let open: { name: string; start: number } | undefined;

  const onStart = ({ name: element, from, to, attributes }: HtmlTag) => {
    const said = (name: string) => attributes.get(name)?.value;
    if (attributes.has('data-bundle-size')) markup.sizes.push(to);
    if (open) return;
    if (element === 'body') markup.body = to;
    if (attributes.has('data-online')) {
      open = { name: element, start: from };
      return;
    }
    if (element === 'link' && ONLINE_RELATIONS.has(said('rel') ?? '')) {
      markup.online.push({ start: from, end: to });
      return;
    }
    for (const [name, { value, ...place }] of attributes) {
      const stretch = { start: place.from, end: place.to };
      if (name === 'id') markup.ids.add(value);
      else if (name === 'crossorigin') markup.online.push(stretch);
      else if (ADDRESSES.has(name))
        markup.addresses.push({ ...stretch, attribute: name, lead: '', value });
      else if (name === 'content' && said('http-equiv')?.toLowerCase() === 'refresh') {
        const [, lead, target] = refresh.exec(value) ?? [];
        if (lead !== undefined && target !== undefined)
          markup.addresses.push({ ...stretch, attribute: name, lead, value: target });
      }
      if (name === 'srcset' || name === 'imagesrcset') {
        throw new Error(`The offline bundle cannot follow ${name}="${value}": use src.`);
      }
    }
  };
  readHtml(html, {
    onStart,
    onEnd({ name, to }) {
      if (open?.name !== name) return;
      markup.online.push({ start: open.start, end: to });
      open = undefined;
    },
  });
  if (open) throw new Error(`<${open.name} data-online> does not end`);
  return markup;
}
