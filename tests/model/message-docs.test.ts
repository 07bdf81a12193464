import { join } from 'node:path';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { messageCatalogue } from '../../src/model/index.ts';
import { readers } from '../../src/readers/index.ts';

const HEAD = `# Messages

What a build, \`florilegium check\` and the report of a site can say about a survey. Codes are permanent; other programs
may rely on them. An error stops the build, a warning names something to look at, a note something to know.

This page is made from \`src/model/message-catalogue.ts\`: \`node tests/run.ts --project unit
tests/model/message-docs.test.ts -u\` writes it.
`;

/** What belongs to a message and would be too long for it. */
const MORE: Readonly<Record<string, string>> = {
  'unknown-format': `\nReaders look for:\n\n${readers.map(({ label, signs }) => `- ${label}: ${signs}`).join('\n')}\n`,
};

it('every message is documented on one page', async () => {
  const sections = Object.entries(messageCatalogue).map(
    ([code, { severities, meaning, remedy }]) =>
      `## ${code}\n\n_${severities.join(' or ')}_\n\n${meaning} ${remedy}\n${MORE[code] ?? ''}`,
  );
  const page = await format([HEAD, ...sections].join('\n'), {
    parser: 'markdown',
    printWidth: 100,
  });
  await expect(page).toMatchFileSnapshot(join(import.meta.dirname, '../../docs/messages.md'));
});
