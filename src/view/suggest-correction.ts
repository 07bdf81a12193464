import type { Site, Work } from '../model/index.ts';
import { permalinkUrl } from '../writers/index.ts';
import { toPlain } from '../text/index.ts';

/** Facts a reader may mend, as `florilegium correct` calls them. */
const FIELDS = ['title', 'authors', 'abstract', 'date', 'venue', 'arxiv', 'doi', 'code_url'];

/**
 * Address that opens an issue or a mail with what a correction needs to say: the paper, its permalink and the fields.
 * Undefined where the survey names no place for corrections.
 */
export function suggestionUrl(work: Work, site: Site): string | undefined {
  const { corrections } = site;
  if (corrections === undefined) return undefined;
  const title = `Correction: ${toPlain(work.title.value.rich)}`;
  const body = [
    `Paper: ${toPlain(work.title.value.rich)}`,
    `Permalink: ${permalinkUrl(work, site)}`,
    '',
    'What is right (leave out what needs no correction):',
    '',
    ...FIELDS.map((field) => `${field}: `),
    '',
    'Where it can be checked (address): ',
    '',
  ].join('\n');
  if ('mail' in corrections) {
    // RFC 6068: lines end in CRLF, and blanks are %20.
    const mail = body.replaceAll('\n', '\r\n');
    return `mailto:${encodeURIComponent(corrections.mail).replace('%40', '@')}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(mail)}`;
  }
  const place = corrections.issues.replace(/\/(?:issues\/?)?$/, '');
  return `${place}/issues/new?title=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
}
