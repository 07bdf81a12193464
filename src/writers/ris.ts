import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { toCslItem } from './csl-item.ts';
import type { Writer } from './writer.ts';

/** RIS, for EndNote, Mendeley, Zotero and Papers. */
export const ris: Writer = {
  format: 'ris',
  label: 'RIS',
  extension: 'ris',
  mediaType: 'application/x-research-info-systems',
  write: (works, { site }) => {
    const items = works.map((work) => toCslItem(work, site));
    return `${plugins.output.format('ris', items).trimEnd()}\n`;
  },
};
