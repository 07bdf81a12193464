import { arxivAbstract } from './formats/arxiv-abstract.ts';
import { arxivOai } from './formats/arxiv-oai.ts';
import { arxivAtom } from './formats/arxiv-atom.ts';
import { arxivListing } from './formats/arxiv-listing.ts';
import { arxivEmail } from './formats/arxiv-email.ts';
import { arxivSearch } from './formats/arxiv-search.ts';
import { table } from './formats/table/index.ts';
import { arxiverAuthor } from './formats/arxiver-author.ts';
import { awesomeList } from './formats/awesome-list/index.ts';
import { bibtex } from './formats/bibtex/index.ts';
import { datasetViewer } from './formats/dataset-viewer.ts';
import { dblp } from './formats/dblp.ts';
import { googleScholar } from './formats/google-scholar.ts';
import { identifierList } from './formats/identifier-list.ts';
import { huggingFacePapers } from './formats/hugging-face-papers/index.ts';
import { pubmedNbib } from './formats/pubmed-nbib.ts';
import { webOfScience } from './formats/web-of-science.ts';
import { cslJson } from './formats/csl-json.ts';
import { zoteroRdf } from './formats/zotero-rdf.ts';
import type { Reader } from './seed/reader.ts';
import { ris } from './formats/ris.ts';
import { scholarfeedAuthor } from './formats/scholarfeed-author.ts';
import type { SeedText } from './seed/seed-text.ts';

export type { Range, Reader, Segment } from './seed/reader.ts';
export { decodeSeed, type SeedText, textWithin } from './seed/seed-text.ts';

/** Every seed format that can be read. A new one is one file, one line here and one folder of cases. */
export const readers: readonly Reader[] = [
  arxiverAuthor,
  awesomeList,
  bibtex,
  datasetViewer,
  dblp,
  googleScholar,
  identifierList,
  huggingFacePapers,
  ris,
  scholarfeedAuthor,
  table,
  arxivSearch,
  arxivEmail,
  pubmedNbib,
  webOfScience,
  cslJson,
  arxivListing,
  zoteroRdf,
  arxivAtom,
  arxivOai,
  arxivAbstract,
];

/** Confidence from which a reader wants a text. */
export const CONFIDENT = 0.5;

/** Lead over the next reader below which two readers count as equally sure. */
const CLEAR_LEAD = 0.05;

export interface Detection {
  /** The one reader that knows the text; null when none does, or when two are equally sure. */
  reader: Reader | null;
  /** Of the surest reader, 0 to 1. */
  confidence: number;
  /** Every reader's answer, surest first. */
  tried: { format: string; confidence: number }[];
}

/** Asks every reader and lets exactly one win; a tie or low confidence is nobody's text. */
export function detectReader(text: SeedText, among: readonly Reader[] = readers): Detection {
  const answers = among
    .map((reader) => ({ reader, confidence: reader.detect(text) }))
    .sort((a, b) => b.confidence - a.confidence || compare(a.reader.format, b.reader.format));
  const [first, second] = answers;
  const confidence = first?.confidence ?? 0;
  const clear = confidence >= CONFIDENT && confidence - (second?.confidence ?? 0) >= CLEAR_LEAD;
  return {
    reader: clear && first !== undefined ? first.reader : null,
    confidence,
    tried: answers.map((answer) => ({
      format: answer.reader.format,
      confidence: answer.confidence,
    })),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
