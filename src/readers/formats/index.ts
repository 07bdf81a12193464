import type { Reader } from '../seed/index.ts';
import { blocks } from './blocks/index.ts';
import { labels } from './labels.ts';
import { objects } from './objects/index.ts';
import { arxivAbstract } from './arxiv-abstract.ts';
import { arxivAtom } from './arxiv-atom.ts';
import { arxivEmail } from './arxiv-email.ts';
import { arxivListing } from './arxiv-listing.ts';
import { arxivOai } from './arxiv-oai.ts';
import { arxivSearch } from './arxiv-search.ts';
import { arxiverAuthor } from './arxiver-author.ts';
import { awesomeList } from './awesome-list/index.ts';
import { bibtex } from './bibtex/index.ts';
import { cslJson } from './csl-json.ts';
import { datasetViewer } from './dataset-viewer.ts';
import { dblp } from './dblp.ts';
import { endNoteXml } from './endnote-xml.ts';
import { enw } from './enw.ts';
import { googleScholar } from './google-scholar.ts';
import { huggingFacePapers } from './hugging-face-papers/index.ts';
import { identifierList } from './identifier-list.ts';
import { pubmedNbib } from './pubmed-nbib.ts';
import { ris } from './ris.ts';
import { scholarfeedAuthor } from './scholarfeed-author.ts';
import { surveyJson } from './survey-json.ts';
import { table } from './table/index.ts';
import { webOfScience } from './web-of-science.ts';
import { worksJson } from './works-json.ts';
import { zoteroRdf } from './zotero-rdf.ts';

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
  enw,
  endNoteXml,
  scholarfeedAuthor,
  surveyJson,
  table,
  arxivSearch,
  arxivEmail,
  pubmedNbib,
  webOfScience,
  cslJson,
  worksJson,
  arxivListing,
  zoteroRdf,
  arxivAtom,
  arxivOai,
  arxivAbstract,
  objects,
  labels,
  blocks,
];
