import type { Citable, Work } from '../model/index.ts';

/** What references need of a work, without where each value was read. */
export function citableOf(work: Work): Citable {
  const {
    permalink,
    citationKey,
    otherKeys,
    latin,
    title,
    fields,
    identifiers,
    keywords,
    publication,
  } = work;
  const { authors, categories, codeUrl, abstract, note } = fields;
  return {
    permalink,
    citationKey,
    ...(otherKeys ? { otherKeys } : {}),
    ...(latin ? { latin } : {}),
    title: {
      value: {
        rich: title.value.rich,
        ...(title.value.caseKept ? { caseKept: title.value.caseKept } : {}),
      },
    },
    publication,
    fields: {
      ...(authors ? { authors: { value: authors.value } } : {}),
      ...(categories ? { categories: { value: categories.value } } : {}),
      ...(codeUrl ? { codeUrl: { value: codeUrl.value } } : {}),
      ...(abstract ? { abstract: { value: { rich: abstract.value.rich } } } : {}),
      ...(note ? { note: { value: note.value } } : {}),
    },
    identifiers: identifiers.map(({ value }) => ({ value })),
    keywords: keywords.map(({ value }) => ({ value })),
  };
}
