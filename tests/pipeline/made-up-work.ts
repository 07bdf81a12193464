import type { Publication, RichText, Sourced, TextValue, Work } from '../../src/model/index.ts';

function sourced<T>(value: T): Sourced<T> {
  return { value, from: { kind: 'inferred', rule: 'made up for a test' } };
}

function text(value: string): Sourced<TextValue> {
  const rich: RichText = [{ type: 'text', value }];
  return sourced({ rich, source: value });
}

/** Of a work of which nothing is known. */
export const bare: Publication = { type: 'document', isPreprint: false, editors: [] };

/** A work with nothing but what classifying and relating read. */
export function madeUpWork(
  permalink: string,
  title: string,
  abstract?: string,
  authors: readonly string[] = [],
): Work {
  return {
    permalink,
    released: false,
    citationKey: permalink,
    title: text(title),
    fields: {
      ...(abstract === undefined ? {} : { abstract: text(abstract) }),
      ...(authors.length === 0
        ? {}
        : { authors: sourced({ names: authors.map((literal) => ({ literal })), more: false }) }),
    },
    publication: bare,
    identifiers: [],
    keywords: [],
    records: [],
    observations: [],
    truncated: false,
    themes: [],
    related: [],
    nearTwins: [],
    mentions: [],
  };
}
