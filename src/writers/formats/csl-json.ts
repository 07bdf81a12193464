import { toCslItem } from '../csl-item.ts';
import type { CitableWriter } from '../writer.ts';

/** CSL-JSON, the exchange form of Zotero, pandoc and citation processors. */
export const cslJson: CitableWriter = {
  format: 'csl-json',
  label: 'CSL JSON',
  extension: 'json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  holds: 'For Zotero, pandoc and citation processors.',
  write: (works) => `${JSON.stringify(works.map(toCslItem), null, 2)}\n`,
};
