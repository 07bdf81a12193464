import type { Citable, Identifier } from '../../model/index.ts';
import { displayName, toPlain } from '../../text/index.ts';
import { addressOf, permalinkUrl } from '../addresses.ts';
import type { CitableWriter, CitingSite } from '../writer.ts';

/** A reading list in Markdown (CommonMark): title with its permalink, authors, venue, date, identifiers, abstract. */
export const markdown: CitableWriter = {
  format: 'markdown',
  label: 'Markdown',
  extension: 'md',
  mediaType: 'text/markdown',
  holds: 'A reading list with abstracts.',
  write: (works, { site, remark = [] }) =>
    (remark.length === 0
      ? ''
      : `${remark.map((line) => (line.startsWith('https://') ? `<${line}>` : escapeMarkdown(line))).join('\\\n')}\n\n`) +
    works.map((work) => item(work, site)).join('\n'),
};

function item(work: Citable, site: CitingSite): string {
  const { authors, abstract } = work.fields;
  const { containerTitle, issued } = work.publication;
  const names = authors?.value.names.map(displayName) ?? [];
  if (names.length > 0 && authors?.value.more) names.push('et al.');
  return markdownItem({
    title: toPlain(work.title.value.rich),
    url: permalinkUrl(work, site),
    names,
    facts: [containerTitle ? `*${escapeMarkdown(containerTitle)}*` : '', issued?.iso ?? ''],
    identifiers: work.identifiers.map(({ value }) => value),
    text: abstract ? toPlain(abstract.value.rich) : '',
  });
}

/** An item of a reading list; empty parts are left out. */
export function markdownItem({
  title,
  url,
  names,
  facts,
  identifiers,
  text,
}: {
  title: string;
  url: string;
  names: readonly string[];
  /** In Markdown. */
  facts: readonly string[];
  identifiers: readonly Identifier[];
  /** A paragraph of its own. */
  text: string;
}): string {
  const links = identifiers.map((identifier) =>
    identifier.scheme === 'url'
      ? `<${identifier.value}>`
      : `[${identifier.scheme}:${escapeMarkdown(identifier.value)}](${destination(identifier)})`,
  );
  const lines = [
    `**[${escapeMarkdown(title)}](${url})**`,
    escapeMarkdown(names.join(', ')),
    [...facts, ...links].filter(Boolean).join(' · '),
  ].filter(Boolean);
  const paragraph = text === '' ? '' : `\n  ${escapeMarkdown(text)}\n`;
  return `- ${lines.join('\\\n  ')}\n${paragraph}`;
}

/** An address that does not end a link before its time: a DOI may have a parenthesis of its own. */
function destination(identifier: Identifier): string {
  return addressOf(identifier).replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'));
}

/** Characters CommonMark may take for markup anywhere in a line. */
const SPECIAL = /[\\`*_[\]<>#&|~$]/g;

function escapeMarkdown(text: string): string {
  // A blank line or a number at the beginning of a line would end the paragraph.
  return text.replace(/\s+/g, ' ').replace(SPECIAL, String.raw`\$&`);
}
