import type { Loader } from 'astro/loaders';
import { getSurvey } from '../loaders/index.ts';
import { toHtml } from '../text/index.ts';
import { authorsInShort, type SurveyView, viewOf } from '../view/index.ts';

/** An entry before its schema has seen it. */
interface Entry {
  id: string;
  data: Record<string, unknown>;
}

/** Loads the entries that a survey has for one collection: all of them each time, for the survey is read anew. */
function surveyLoader(name: string, entriesOf: (view: SurveyView) => Entry[]) {
  return {
    name: `florilegium-${name}`,
    load: async ({ store, parseData, generateDigest }) => {
      const entries = entriesOf(viewOf(await getSurvey()));
      store.clear();
      for (const { id, data } of entries) {
        store.set({ id, data: await parseData({ id, data }), digest: generateDigest(data) });
      }
    },
  } satisfies Loader;
}

/** Papers, newest first. Kept small, for Astro's store is read as a whole: what lists show and no more. */
export const papers = () =>
  surveyLoader('papers', (view) =>
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
    })),
  );

/** Themes, in order of the survey. */
export const themes = () =>
  surveyLoader('themes', ({ survey }) =>
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
    })),
  );

/** Seeds, in order of path. */
export const seeds = () =>
  surveyLoader('seeds', (view) =>
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
    })),
  );
