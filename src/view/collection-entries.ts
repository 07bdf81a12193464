import { toHtml } from '../text/index.ts';
import type { SurveyView } from './survey-view.ts';
import { authorsInShort } from './words.ts';

/** An entry of a collection of Astro before its schema has seen it. */
export interface StoredEntry {
  id: string;
  data: Record<string, unknown>;
}

/** Papers, newest first. Kept small, for Astro's store is read as a whole: what lists show and no more. */
const papers = (view: SurveyView): StoredEntry[] =>
  view.survey.works.map((work, place) => ({
    id: work.permalink,
    data: {
      place,
      title: view.title(work),
      plainTitle: view.titlePlain(work),
      authors: authorsInShort(work.fields.authors?.value, view.words),
      issued: work.publication.issued?.iso,
      venue: work.publication.containerTitle,
      opening: toHtml(view.opening(work)),
      hasCode: work.fields.codeUrl !== undefined,
      themes: work.themes.map(({ slug }) => slug),
    },
  }));

/** Themes, in order of the survey. */
const themes = ({ survey }: SurveyView): StoredEntry[] =>
  survey.themes.map((theme, place) => ({
    id: theme.slug,
    data: {
      place,
      label: theme.label,
      tagline: theme.tagline,
      scopeNote: theme.scopeNote,
      suggested: theme.suggested === true,
      written: theme.written,
      papers: theme.works,
    },
  }));

/** Seeds, in order of path. */
const seeds = (view: SurveyView): StoredEntry[] =>
  view.survey.seeds.map((seed, place) => ({
    id: view.sourceName(seed.path),
    data: {
      place,
      path: seed.path,
      name: view.seedName(seed.path),
      format: seed.format,
      label: seed.label,
      profile: seed.facts.profile,
      bytes: seed.bytes,
      lines: seed.lineCount,
      records: seed.records.length,
      messages: seed.messages.length,
      account: seed.account.totals,
    },
  }));

/** What a survey has for its collections, by name. */
export const collectionEntries = { papers, themes, seeds };
