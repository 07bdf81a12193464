import { type Found, type Range, trimmed } from '../seed/index.ts';

// `Article` and ` Early Access` of `Article; Early Access`
const KIND = /[^;]+/g;

/** The types in one document type of Web of Science, and that a paper stands in no issue yet, which is no type. */
export function documentTypes(text: string, range: Range): Found[] {
  return Array.from(text.slice(range.from, range.to).matchAll(KIND), (match): Found => {
    const from = range.from + match.index;
    const place = trimmed(text, { from, to: from + match[0].length });
    const isEarly = /^early access$/i.test(text.slice(place.from, place.to));
    return { name: isEarly ? 'status' : 'type', range: place };
  }).filter(({ range: place }) => place.to > place.from);
}
