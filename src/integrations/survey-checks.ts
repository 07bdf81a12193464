import type { AstroIntegration } from 'astro';
import { forgetSurvey, getSurvey, lateMessages, type SurveyFolders } from '../loaders/index.ts';
import { hasAddress } from '../model/index.ts';
import { formatMessage, messageDigest, summarise } from '../pipeline/index.ts';
import { wordsFor } from '../words/index.ts';
import { printDetails, printStage } from './stage-log.ts';

/**
 * Stops the build before a page is written when the survey has an error, and prints what it has to say.
 * In dev, pages follow every change in the survey's folders.
 */
export function surveyChecks(folders: SurveyFolders): AstroIntegration {
  return {
    name: 'florilegium:checks',
    hooks: {
      'astro:server:setup': ({ server, logger, refreshContent }) => {
        const follow = async () => {
          forgetSurvey();
          await refreshContent?.({}).catch((error: unknown) => logger.error(String(error)));
          server.moduleGraph.invalidateAll();
          server.ws.send({ type: 'full-reload' });
        };
        server.watcher.add([folders.seeds, folders.content]);
        server.watcher.on('all', (_event, file) => {
          if (file.startsWith(folders.seeds) || file.startsWith(folders.content)) void follow();
        });
      },
      'astro:build:start': async ({ logger }) => {
        const { site, flow, messages, seeds, themes } = await getSurvey();
        const say = wordsFor('en');
        const errors = messages.filter((message) => message.severity === 'error');
        for (const error of errors) logger.error(formatMessage(error));
        if (errors.length > 0) {
          throw new Error(
            `The survey has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}, listed above. Nothing was published.`,
          );
        }
        printStage(
          'Survey',
          `${say.records(flow.records)}, ${say.duplicates(flow.duplicates)}, ${say.papers(flow.included)}, ${say.themes(themes.length)}; ${summarise(messages)}`,
          // Reading began with the process.
          0,
        );
        printDetails(messageDigest(messages));
        if (seeds.length === 0) {
          printDetails([
            'There is no listing in seeds/ yet: put a copied page of papers or an export there.',
          ]);
        }
        if (hasAddress(site)) return;
        printDetails([
          `Permalinks begin with ${site.url} until content/site.yaml has the survey's url: set it before you publish.`,
        ]);
      },
      'astro:build:generated': () => printDetails(messageDigest(lateMessages())),
    },
  };
}
