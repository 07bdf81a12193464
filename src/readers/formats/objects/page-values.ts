import { decodeHTML } from 'entities';
import { type HtmlTag, collapse, readHtml, attributeValue } from '../../../text/index.ts';
import { doiStart } from '../../fields/index.ts';
import { type Data, type Value, jsonIn, valueAt } from '../../scan/index.ts';
import { type Range, cover, isPage } from '../../seed/index.ts';
import names from './page-names.json' with { type: 'json' };

/** What vocabularies for pages call what a table has another name for. */
const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(names));

// `citation_title`, `bepress_citation_title`, `DC.Creator`, `dcterms.issued`, `prism.volume`
const META = /^(?:(?:bepress_)?(citation)_|(dc|dcterms|prism|eprints)\.)([\w.-]{2,40})$/iu;

/** What Dublin Core calls papers, for pages of any kind have a title and a creator. */
const OF_PAPER =
  /^(?:journal ?article|article-journal|preprint|thesis|dissertation|conference ?paper)/iu;

/** Kinds of schema.org that are papers. */
const SCHOLARLY = /^(?:https?:\/\/schema\.org\/)?(?:\w*ScholarlyArticle|Thesis)$/u;

/**
 * What a page of the web says to machines of the papers on it: Highwire's or Dublin Core's `<meta>`, `ScholarlyArticle` of
 * schema.org, and COinS. Each paper once. Null for a text that is no page, or says nothing.
 */
export function pageData(text: string): Data | null {
  if (!isPage(text)) return null;
  const stated: (Property & { vocabulary: string })[] = [];
  const roots: Value[] = [];
  /** True within a script of data. */
  let isData = false;
  readHtml(text, {
    onStart(tag) {
      const said = (name: string) => tag.attributes.get(name)?.value ?? '';
      isData = tag.name === 'script' && /^application\/ld\+json$/iu.test(said('type'));
      if (tag.name === 'meta') stated.push(...statedIn(text, tag));
      else if (tag.name === 'span' && /(?:^|\s)Z3988(?:\s|$)/u.test(said('class')))
        roots.push(...contextObject(text, tag));
    },
    onText(from, to) {
      if (isData) roots.push(...articlesIn(text, { from, to }));
    },
  });
  const all = once([...ofHead(stated), ...roots].map(named));
  return all.length === 0
    ? null
    : { roots: all, cut: false, isEachARecord: true, isStandard: true };
}

/** Objects without those that have a title of one before. */
function once(objects: readonly Value[]): Value[] {
  const titles = new Set<string>();
  return objects.filter(({ properties }) => {
    const title = properties.find(({ key }) => key.toLowerCase() === 'title')?.value.text ?? '';
    const letters = title.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
    const isNew = !titles.has(letters);
    titles.add(letters);
    return isNew;
  });
}

type Property = Value['properties'][number];

const textAt = (range: Range, text: string) => valueAt(range, range, { kind: 'text', text });

function statedIn(text: string, { attributes }: HtmlTag): (Property & { vocabulary: string })[] {
  const name = attributes.get('name') ?? attributes.get('property');
  const content = attributes.get('content');
  const [, citation, other, key = ''] = META.exec(name?.value ?? '') ?? [];
  const vocabulary = (citation ?? other)?.toLowerCase();
  const value = collapse(content?.value ?? '');
  if (!(vocabulary && name && content && value)) return [];
  return [
    {
      vocabulary,
      key: key.replace(/^identifier\./iu, '').replace(/^date\./iu, ''),
      place: attributeValue(text, name),
      value: textAt(attributeValue(text, content), value),
    },
  ];
}

/** The one paper that the head of a page is about, in the fullest of its vocabularies. */
function ofHead(stated: readonly (Property & { vocabulary: string })[]): Value[] {
  const of = (...vocabularies: string[]) =>
    stated.filter(({ vocabulary }) => vocabularies.includes(vocabulary));
  const isTitled = (properties: readonly Property[]) =>
    properties.some(({ key }) => /^title$/iu.test(key));
  const highwire = of('citation');
  const others = of('dc', 'dcterms', 'prism', 'eprints');
  const isOfPaper = others.some(
    ({ value }) => doiStart(value.text) !== undefined || OF_PAPER.test(value.text),
  );
  const properties = isTitled(highwire) ? highwire : isTitled(others) && isOfPaper ? others : [];
  return properties.length === 0 ? [] : [objectOf(properties)];
}

function objectOf(properties: readonly Property[]): Value {
  const sorted = properties
    .flatMap(({ place, value }) => [place, value.whole])
    .sort((a, b) => a.from - b.from);
  const from = cover(sorted)?.from ?? 0;
  const range = { from, to: Math.max(...sorted.map((each) => each.to)) };
  return valueAt(range, range, { kind: 'object', properties: [...properties] });
}

/** The objects of a script of JSON that are papers, with what a journal around them says beside them. */
function articlesIn(text: string, { from, to }: Range): Value[] {
  const script = text.slice(from, to);
  const data = jsonIn(text.slice(0, to), from + (script.length - script.trimStart().length));
  const found: Value[] = [];
  const walk = (value: Value) => {
    if (isScholarly(value)) found.push(withJournal(value));
    else
      for (const inner of [...value.items, ...value.properties.map((each) => each.value)])
        walk(inner);
  };
  for (const root of data?.roots ?? []) walk(root);
  return found;
}

function isScholarly({ properties }: Value): boolean {
  const type = properties.find(({ key }) => key === '@type')?.value;
  return [type, ...(type?.items ?? [])].some(
    (each) => each !== undefined && SCHOLARLY.test(each.text),
  );
}

function withJournal(article: Value): Value {
  const above: Property[] = [];
  let outer = article;
  for (let level = 0; level < 3; level += 1) {
    const inner = outer.properties.find(({ key }) => key === 'isPartOf')?.value;
    if (inner === undefined) break;
    above.push(
      ...inner.properties.map((each) =>
        /^name$/u.test(each.key) ? { ...each, key: 'journal' } : each,
      ),
    );
    outer = inner;
  }
  const own = article.properties.filter(({ key }) => key !== 'isPartOf');
  return {
    ...article,
    properties: [...own, ...above.filter(({ key }) => !key.startsWith('@') && key !== 'isPartOf')],
  };
}

// `rft.atitle=A+Title`, `rft_id=info:doi/10.1000/182`, with `&` or `&amp;` between
const PAIR = /(?:^|&(?:amp;|#38;)?)(rft(?:\.|_)[a-z]{1,10})=([^&;]{1,4000})/giu;

function contextObject(text: string, tag: HtmlTag): Value[] {
  const title = tag.attributes.get('title');
  if (title === undefined) return [];
  const range = attributeValue(text, title);
  const properties = Array.from(
    text.slice(range.from, range.to).matchAll(PAIR),
    (match): Property => {
      const to = range.from + match.index + match[0].length;
      const printed = match[2] ?? '';
      const said = unescaped(printed);
      const key = (match[1] ?? '').slice(4).toLowerCase();
      const id = /^(?:info:doi\/|https?:\/\/(?:dx\.)?doi\.org\/)(?=10\.)/iu.exec(said)?.[0];
      const from = to - printed.length;
      return {
        key: key === 'id' ? (id === undefined ? 'url' : 'doi') : key,
        place: { from: from - 1 - (match[1] ?? '').length, to: from - 1 },
        value: textAt({ from, to }, id === undefined ? said : said.slice(id.length)),
      };
    },
  );
  const isNamed = properties.some(({ key }) => /^[ab]?title$/u.test(key));
  const person = properties.filter(({ key }) => /^au(?:first|last)$/u.test(key));
  if (person.length === 2 && !properties.some(({ key }) => key === 'au')) {
    const parts = person.map((part) => ({
      ...part,
      key: part.key === 'aufirst' ? 'given' : 'family',
    }));
    properties.push({ key: 'au', place: tag, value: objectOf(parts) });
  }
  return isNamed ? [{ ...objectOf(properties), whole: tag }] : [];
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(decodeHTML(value).replaceAll('+', ' ')).trim();
  } catch {
    return decodeHTML(value).replaceAll('+', ' ').trim();
  }
}

/** An object whose keys are those of tables, with people in one list. */
function named(object: Value): Value {
  const properties: Property[] = [];
  for (const property of object.properties) {
    const folded = property.key
      .replaceAll(/(?<=[a-z\d])(?=[A-Z])/gu, ' ')
      .replaceAll(/[\s_.-]+/gu, ' ')
      .toLowerCase();
    const isDoi =
      /^(?:identifier|same as|id|url)$/u.test(folded) &&
      doiStart(property.value.text) !== undefined;
    const key = isDoi ? 'doi' : (NAMES.get(folded) ?? property.key);
    const known = key === 'author' ? properties.find((each) => each.key === key) : undefined;
    if (known === undefined) properties.push({ ...property, key });
    else {
      const items =
        known.value.kind === 'list'
          ? [...known.value.items, property.value]
          : [known.value, property.value];
      const range = { from: items[0]?.whole.from ?? 0, to: property.value.whole.to };
      known.value = valueAt(range, range, { kind: 'list', items });
    }
  }
  return { ...object, properties };
}
