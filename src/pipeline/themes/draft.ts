import type { Theme } from '../../model/index.ts';

/** What a draft lists of a paper. */
interface Listed {
  permalink: string;
  /** Plain text. */
  title: string;
}

/** Ends a comment of MDX before its end. */
const COMMENT_END = /\*\//g;

/**
 * The text of `content/themes/<slug>.mdx` that adopts a suggested theme: its label, scope note and rules, which put the
 * same papers into it, and no prose; the papers stand in a comment, so that the survey can be written beside them.
 */
export function themeDraft(theme: Theme, papers: readonly Listed[]): string {
  const { terms, keywords = [], share, leftOver, threshold } = theme.rules;
  const line = (name: string, value: string | number | boolean | undefined) =>
    value === undefined ? [] : [`${name}: ${JSON.stringify(value)}`];
  const list = (name: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`  ${name}:`, ...items.map((item) => `    - ${item}`)];
  return [
    '---',
    ...line('label', theme.label),
    ...line('tagline', theme.tagline),
    ...line('scopeNote', theme.scopeNote),
    'rules:',
    ...list(
      'keywords',
      keywords.map((keyword) => JSON.stringify(keyword)),
    ),
    ...list(
      'terms',
      terms.map((term) =>
        typeof term === 'string'
          ? JSON.stringify(term)
          : `{ term: ${JSON.stringify(term.term)}, weight: ${term.weight} }`,
      ),
    ),
    ...line('  share', share),
    ...line('  leftOver', leftOver),
    ...line('  threshold', threshold),
    '---',
    '',
    '{/*',
    `The survey of this theme is written here. Its papers, likeliest first:`,
    '',
    ...papers.map(({ permalink, title }) => `- ${permalink}: ${title.replace(COMMENT_END, '* /')}`),
    '*/}',
    '',
  ].join('\n');
}
