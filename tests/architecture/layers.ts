/**
 * The folders of `src` from the ground up. A folder may import those on lines above its own, and nothing else;
 * ARCHITECTURE.md shows the same table.
 */
export const layers: readonly (readonly string[])[] = [
  ['model'],
  ['text', 'words'],
  ['claims', 'readers', 'writers'],
  ['screening'],
  ['pipeline'],
  ['loaders'],
  ['assets', 'client', 'view'],
  [
    'collections',
    'export',
    'metadata',
    'offline',
    'prose',
    'references',
    'report',
    'service-worker',
  ],
  ['editions', 'provenance', 'search'],
  ['reading-list'],
  ['layouts'],
  ['components'],
  ['pages'],
  ['integrations'],
  ['cli'],
];

/** Folders whose code is the same on every machine and at any time: no disk, network, clock, chance or Astro. */
export const pure: readonly string[] = [
  'model',
  'text',
  'words',
  'claims',
  'readers',
  'writers',
  'screening',
  'pipeline',
];
