import type { Citable, Work } from '../model/index.ts';

/** What references need of a work, without where each value was read. */
export function citableOf({ permalink, citationKey, title, fields, identifiers }: Work): Citable {
  const { authors, issued, venue, categories, codeUrl, abstract } = fields;
  return {
    permalink,
    citationKey,
    title: { value: { rich: title.value.rich } },
    fields: {
      ...(authors ? { authors: { value: authors.value } } : {}),
      ...(issued ? { issued: { value: { iso: issued.value.iso } } } : {}),
      ...(venue ? { venue: { value: venue.value } } : {}),
      ...(categories ? { categories: { value: categories.value } } : {}),
      ...(codeUrl ? { codeUrl: { value: codeUrl.value } } : {}),
      ...(abstract ? { abstract: { value: { rich: abstract.value.rich } } } : {}),
    },
    identifiers: identifiers.map(({ value }) => ({ value })),
  };
}
