import type { PermalinkLedger, Survey } from '../model/index.ts';
import { addressInOrder, releaseAddresses } from './addresses/index.ts';
import { entryInOrder, releasePermalinks } from './naming/index.ts';

/** The ledger after a release of the survey: every permalink, every other address, and the states of its sources. */
export function releaseLedger(survey: Survey, edition: string): PermalinkLedger {
  const { permalinkLedger, editions } = survey;
  const copies = editions.filter(({ copied }) => copied).map((each) => each.edition);
  return {
    version: 5,
    permalinks: releasePermalinks(survey, permalinkLedger, edition),
    ...releaseAddresses(survey, permalinkLedger, editions, edition, [
      ...new Set([...copies, edition]),
    ]),
  };
}

/** The text of `content/permalinks.json`: what differs between two releases differs in few lines. */
export function permalinkLedgerText({
  version,
  permalinks,
  addresses,
  states,
}: PermalinkLedger): string {
  const papers = permalinks.map((entry) =>
    JSON.stringify(entryInOrder(entry), null, 1).replace(/^/gm, '  '),
  );
  const lists = [
    ['permalinks', papers],
    ...(addresses === undefined
      ? []
      : [
          [
            'addresses',
            addresses.map((entry) => `  ${JSON.stringify(addressInOrder(entry))}`),
          ] as const,
          ['states', (states ?? []).map((state) => `  ${JSON.stringify(state)}`)] as const,
        ]),
  ] as const;
  const text = lists.map(([name, lines]) =>
    lines.length === 0 ? ` "${name}": []` : ` "${name}": [\n${lines.join(',\n')}\n ]`,
  );
  return `{\n "version": ${addresses === undefined ? 3 : Math.max(4, version)},\n${text.join(',\n')}\n}\n`;
}
