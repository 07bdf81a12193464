import type { ToolResults } from './tools.ts';

/** What files begin with that people take for exports, and what to do with them. */
const wrongFiles: readonly (readonly [beginning: string, is: string, hint: string])[] = [
  ['%PDF-', 'a PDF', 'Export the list of papers, with decisions, as CSV or RIS.'],
  [
    'PK\u0003\u0004',
    'a ZIP archive or a workbook of a spreadsheet',
    'Unpack it and import the CSV or RIS in it, or save the sheet as CSV.',
  ],
  ['<', 'a web page or XML', 'Export the list of papers, with decisions, as CSV or RIS.'],
];

/**
 * Why a file gives no decisions, and what to do, in sentences.
 *
 * @param file as it is called to the person
 */
export function withoutDecisions(
  file: string,
  bytes: Uint8Array,
  { tool, undecided, problems }: ToolResults,
): string {
  const head = new TextDecoder().decode(bytes.subarray(0, 1000)).trimStart();
  const wrong = wrongFiles.find(([beginning]) => head.startsWith(beginning));
  if (wrong !== undefined) return `${file} is ${wrong[1]}, and no list of papers. ${wrong[2]}`;
  if (head === '') return `${file} is empty. Export it again.`;
  const told = problems
    .slice(0, 5)
    .map(
      ({ line, text, hint }) => `\n  ${file}:${line} ${[text, hint].filter(Boolean).join('. ')}`,
    );
  return `${file} holds no decision that is known (${tool}, ${undecided} papers without one). If all of its papers were decided on alike, say so: --decision exclude.${told.join('')}`;
}
