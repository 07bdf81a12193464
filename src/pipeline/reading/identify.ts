import type {
  FieldName,
  Identifier,
  IdentifierScheme,
  Message,
  Remark,
  Sourced,
  SourceRecord,
} from '../../model/index.ts';
import { compareIdentifiers, readIdentifier } from './identifiers.ts';
import type { Locate } from './locate.ts';

/** Fields that hold identifiers and the scheme each is read as. */
const schemeOfField: { readonly [F in FieldName]?: IdentifierScheme } = {
  arxiv: 'arxiv',
  doi: 'doi',
  openreview: 'openreview',
  acl: 'acl',
  pmid: 'pmid',
  url: 'url',
};

/**
 * The record with the identifiers it states in its fields for identifiers and addresses, never those in its prose, in
 * the order of `identifierSchemes`. A record names one paper: of two identifiers of one scheme the first printed stays,
 * a field of its own before an address; the other becomes a remark and a message tells of it.
 */
export function identify(
  record: SourceRecord,
  locate: Locate,
): { record: SourceRecord; messages: Message[] } {
  const source = { file: record.seed, lines: record.raw.lines };
  const messages: Message[] = [];
  const identifiers: Sourced<Identifier>[] = [];
  const remarks: Sourced<Remark>[] = [];
  const fields = record.raw.fields.filter(({ name }) => schemeOfField[name] !== undefined);
  fields.sort((a, b) => Number(a.name === 'url') - Number(b.name === 'url'));
  for (const field of fields) {
    const scheme = schemeOfField[field.name];
    if (scheme === undefined) continue;
    const from = locate(record.raw, field.span);
    const identifier = readIdentifier(scheme, field.value);
    if (identifier === undefined) {
      remarks.push({ value: { name: field.name, value: field.value.trim() }, from });
      messages.push({
        code: 'identifier-unreadable',
        severity: 'warning',
        source,
        text: `“${field.value.trim()}” stands where ${nounOf[scheme]} is expected and is none.`,
        hint: 'The value is kept as a remark; give the right one in a correction if the paper has one.',
      });
      continue;
    }
    const same = identifiers.filter(({ value }) => value.scheme === identifier.scheme);
    if (same.some(({ value }) => value.value === identifier.value)) continue;
    const [first] = same;
    if (first === undefined || identifier.scheme === 'url') {
      identifiers.push({ value: identifier, from });
      continue;
    }
    remarks.push({ value: { name: field.name, value: field.value.trim() }, from });
    messages.push({
      code: 'identifier-conflict',
      severity: 'warning',
      source,
      text: `The record gives two identifiers of the scheme ${identifier.scheme}: ${first.value.value} and ${identifier.value}; the first is taken.`,
      hint: `If the first is wrong, set the right one in a correction for this paper.`,
    });
  }
  identifiers.sort((a, b) => compareIdentifiers(a.value, b.value));
  return { record: { ...record, identifiers, remarks: [...record.remarks, ...remarks] }, messages };
}

const nounOf: Record<IdentifierScheme, string> = {
  arxiv: 'an arXiv identifier',
  doi: 'a DOI',
  openreview: 'an OpenReview identifier',
  acl: 'an ACL Anthology identifier',
  pmid: 'a PubMed identifier',
  url: 'an address',
};
