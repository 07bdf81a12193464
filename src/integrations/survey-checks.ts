import type { AstroIntegration } from 'astro';
import { forgetSurvey, getSurvey, type SurveyFolders } from '../loaders/index.ts';
import { formatMessage, summarise } from '../pipeline/index.ts';

/**
 * Stops the build before a page is written when the survey has an error, and prints what it has to say.
 * In dev, pages follow every change in the survey's folders.
 */
export function surveyChecks(folders: SurveyFolders): AstroIntegration {
  return {
    name: 'florilegium:checks',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.watcher.add([folders.seeds, folders.content]);
        server.watcher.on('all', (_event, file) => {
          if (!file.startsWith(folders.seeds) && !file.startsWith(folders.content)) return;
          forgetSurvey();
          server.moduleGraph.invalidateAll();
          server.ws.send({ type: 'full-reload' });
        });
      },
      'astro:build:start': async ({ logger }) => {
        const { flow, messages } = await getSurvey();
        const errors = messages.filter((message) => message.severity === 'error');
        for (const message of messages.filter(({ severity }) => severity === 'warning')) {
          logger.warn(formatMessage(message));
        }
        for (const message of errors) logger.error(formatMessage(message));
        if (errors.length > 0) {
          throw new Error(
            `The survey has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}, listed above. Nothing was published.`,
          );
        }
        logger.info(
          `${flow.records} records, ${flow.duplicates} duplicates, ${flow.included} papers; ${summarise(messages)}. "npm run -s florilegium -- check" lists them.`,
        );
      },
    },
  };
}
