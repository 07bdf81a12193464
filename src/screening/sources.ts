import type { Site } from '../model/index.ts';
import type { SourceOfSeed } from './flow.ts';

/**
 * Says what the seeds of a survey were found in, as its site file tells; of a folder and a file in it, the file's word counts.
 * A seed that it does not name is a database by the seed's own name.
 */
export function sourceTeller(
  { screening }: Pick<Site, 'screening'>,
  nameOf: (seed: string) => string,
): SourceOfSeed {
  const sources = screening?.sources ?? [];
  return (seed) => {
    const told =
      sources.find(({ seeds }) => seeds.includes(seed)) ??
      sources.find(({ seeds }) =>
        seeds.some((path) => path.endsWith('/') && seed.startsWith(path)),
      );
    if (told === undefined) return { name: nameOf(seed), kind: 'database' };
    const { name, kind, searched } = told;
    return { name, kind, searched };
  };
}
