import { hasMath, parseTex, toHtml } from '../text/index.ts';
import { escapeHtml } from './html.ts';

/** Sentences of survey prose as one quotation in HTML; what stands between dollars is set as a formula. */
export function quotation(sentences: readonly string[]): string {
  const quoted = sentences.map((sentence) =>
    sentence.includes('$') ? toHtml(parseTex(sentence).rich) : escapeHtml(sentence),
  );
  return `“${quoted.join(' … ')}”`;
}

/** Whether a quotation of these sentences holds a formula. */
export function quotesMath(sentences: readonly string[]): boolean {
  return sentences.some((sentence) => sentence.includes('$') && hasMath(parseTex(sentence).rich));
}
