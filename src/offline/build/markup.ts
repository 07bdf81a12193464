import { type Token, Tokenizer, TokenizerMode } from 'parse5';

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

/** How the text of elements is read that hold no markup (HTML 13.2.6.2). */
const TEXT_MODES: ReadonlyMap<string, Tokenizer['state']> = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
]);

/**
 * Reads the tags of a page.
 *
 * A tokenizer is enough: addresses stand in tags, and a tree of ten thousand pages takes minutes.
 *
 * @param html a whole document
 * @throws when an element marked `data-online` does not end, or an attribute holds several addresses
 */
export function readMarkup(html: string): Markup {
  const markup: Markup = { addresses: [], online: [], sizes: [], body: 0, ids: new Set() };
  let open: { name: string; start: number } | undefined;

  const onStartTag = (tag: Token.TagToken) => {
    const mode = TEXT_MODES.get(tag.tagName);
    if (mode !== undefined && !tag.selfClosing) tokenizer.state = mode;
    const { location } = tag;
    if (!location) return;
    const attributes = new Map(tag.attrs.map(({ name, value }) => [name, value]));
    if (attributes.has('data-bundle-size')) markup.sizes.push(location.endOffset);
    if (open) return;
    if (tag.tagName === 'body') markup.body = location.endOffset;
    if (attributes.has('data-online')) {
      open = { name: tag.tagName, start: location.startOffset };
      return;
    }
    if (tag.tagName === 'link' && ONLINE_RELATIONS.has(attributes.get('rel') ?? '')) {
      markup.online.push({ start: location.startOffset, end: location.endOffset });
      return;
    }
    for (const [name, value] of attributes) {
      const place = location.attrs?.[name];
      if (!place) continue;
      const stretch = { start: place.startOffset, end: place.endOffset };
      if (name === 'id') markup.ids.add(value);
      else if (name === 'crossorigin') markup.online.push(stretch);
      else if (ADDRESSES.has(name))
        markup.addresses.push({ ...stretch, attribute: name, lead: '', value });
      else if (name === 'content' && attributes.get('http-equiv')?.toLowerCase() === 'refresh') {
        const [, lead, target] = refresh.exec(value) ?? [];
        if (lead !== undefined && target !== undefined)
          markup.addresses.push({ ...stretch, attribute: name, lead, value: target });
      }
      if (name === 'srcset' || name === 'imagesrcset') {
        throw new Error(`The offline bundle cannot follow ${name}="${value}": use src.`);
      }
    }
  };
  const onEndTag = (tag: Token.TagToken) => {
    if (!open || tag.tagName !== open.name || !tag.location) return;
    markup.online.push({ start: open.start, end: tag.location.endOffset });
    open = undefined;
  };
  const ignore = () => undefined;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag,
      onEndTag,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
      onCharacter: ignore,
      onNullCharacter: ignore,
      onWhitespaceCharacter: ignore,
    },
  );
  tokenizer.write(html, true);
  if (open) throw new Error(`<${open.name} data-online> does not end`);
  return markup;
}
