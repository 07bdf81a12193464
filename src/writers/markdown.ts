import type { Citable } from '../model/index.ts';
import { toPlain } from '../text/index.ts';
import { addressOf, permalinkUrl } from './addresses.ts';
import type { CitableWriter, CitingSite } from './writer.ts';

/** A reading list in Markdown (CommonMark): title with its permalink, authors, venue, date, identifiers, abstract. */
export const markdown: CitableWriter = {
  format: 'markdown',
  label: 'Markdown',
  extension: 'md',
  mediaType: 'text/markdown',
  holds: 'A reading list with abstracts.',
  write: (works, { site }) => works.map((work) => item(work, site)).join('\n'),
};

function item(work: Citable, site: CitingSite): string {
  const { authors, venue, issued, abstract } = work.fields;
  const names = authors?.value.names.map((name) => name.literal) ?? [];
  if (names.length > 0 && authors?.value.more) names.push('et al.');
  const identifiers = work.identifiers.map(({ value }) =>
    value.scheme === 'url'
      ? `<${value.value}>`
      : `[${value.scheme}:${escapeMarkdown(value.value)}](${addressOf(value)})`,
  );
  const lines = [
    `**[${escapeMarkdown(toPlain(work.title.value.rich))}](${permalinkUrl(work, site)})**`,
    escapeMarkdown(names.join(', ')),
    [venue ? `*${escapeMarkdown(venue.value)}*` : '', issued?.value.iso ?? '', ...identifiers]
      .filter(Boolean)
      .join(' · '),
  ].filter(Boolean);
  const text = abstract ? `\n  ${escapeMarkdown(toPlain(abstract.value.rich))}\n` : '';
  return `- ${lines.join('\\\n  ')}\n${text}`;
}

/** Characters CommonMark may take for markup anywhere in a line. */
const SPECIAL = /[\\`*_[\]<>#&|~$]/g;

function escapeMarkdown(text: string): string {
  // A blank line or a number at the beginning of a line would end the paragraph.
  return text.replace(/\s+/g, ' ').replace(SPECIAL, String.raw`\$&`);
}
