import { ContentError, readEditionCopy, surveyFolders } from '../loaders/index.ts';
import { type EditionArchive, unpackEdition } from './archive.ts';

/** Name of the archive of an edition beside its page. */
export const ARCHIVE = 'edition.zip';

/** The last one read: its files are asked for one after the other. */
let last: { key: string; edition: Promise<EditionArchive> } | undefined;

/**
 * The copy of the survey as it was in an edition.
 *
 * @throws ContentError when it is not there, or not as it was released
 */
export function openEdition(edition: string): Promise<EditionArchive> {
  const { content } = surveyFolders();
  const key = `${content}\0${edition}`;
  if (last?.key !== key) last = { key, edition: read(content, edition) };
  return last.edition;
}

async function read(content: string, edition: string): Promise<EditionArchive> {
  const archive = await readEditionCopy(content, edition);
  try {
    return unpackEdition(archive, edition);
  } catch (error) {
    throw new ContentError([
      {
        file: `content/editions/${edition}.zip`,
        text: `the copy of the edition cannot be used: ${error instanceof Error ? error.message : String(error)}`,
        hint: 'Put the file back as the release wrote it; a copy is never edited.',
      },
    ]);
  }
}
