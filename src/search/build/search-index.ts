import { createIndex, type IndexFile } from 'pagefind';
import { WORD_CHARACTERS } from '../contract.ts';
import type { Survey } from '../../model/index.ts';
import { searchRecords } from './record.ts';

/** Above this many records, fragments share files: fewer, smaller downloads and a smaller site. */
const MAX_FRAGMENTS = 200;

/** The engine, its description of the index, and the index; Pagefind's own interfaces stay behind. */
const NEEDED =
  /^(?:pagefind\.js|pagefind-entry\.json|wasm\..+\.pagefind|.+\.pf_(?:meta|index|filter|fragment))$/;

/**
 * Makes the search index of a survey.
 *
 * Records come from the survey, so pages need not be parsed again and KaTeX's markup stays out of the index.
 *
 * @returns files by path below the index's folder: `pagefind.js`, `index/en_1c5283a.pf_index`
 * @throws when Pagefind refuses a record, with its reasons
 */
export async function makeSearchIndex(survey: Survey): Promise<IndexFile[]> {
  const created = await createIndex({
    forceLanguage: survey.site.language,
    includeCharacters: WORD_CHARACTERS,
    maxFragments: MAX_FRAGMENTS,
  });
  const { index } = created;
  if (!index) throw new Error(`Pagefind made no index: ${created.errors.join('; ')}`);
  try {
    for (const record of searchRecords(survey)) {
      const { errors } = await index.addHTMLFile(record);
      if (errors.length > 0)
        throw new Error(`Pagefind refused ${record.url}: ${errors.join('; ')}`);
    }
    const { errors, files } = await index.getFiles();
    if (errors.length > 0) throw new Error(`Pagefind wrote no index: ${errors.join('; ')}`);
    return files.filter(({ path }) => NEEDED.test(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await index.deleteIndex();
  }
}
