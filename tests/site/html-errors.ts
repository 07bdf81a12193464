import { HtmlValidate } from 'html-validate';
import type { BuiltPage } from './pages.ts';

/** The HTML standard and its rules for accessibility; what is left to Prettier and to taste is off. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Astro writes both forms of void elements, and the standard allows both.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    // The matches under the field of a combobox have no native element; a code block or table that scrolls is a region
    // and stays what it is.
    'prefer-native-element': ['error', { exclude: ['listbox', 'region'] }],
    // KaTeX places glyphs by style.
    'no-inline-style': 'off',
    // Titles of papers are as long as they are.
    'long-title': 'off',
  },
});

/** What is wrong with the markup of pages, each with page, line and rule. */
export async function htmlErrors(pages: readonly BuiltPage[]): Promise<string[]> {
  const found: string[] = [];
  for (const { path, html } of pages) {
    const report = await validator.validateString(html, path);
    for (const { messages } of report.results) {
      for (const { severity, ruleId, line, column, message } of messages) {
        if (severity === 2) found.push(`${path}:${line}:${column} ${ruleId}: ${message}`);
      }
    }
  }
  return found;
}
