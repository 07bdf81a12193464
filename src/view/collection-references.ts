/** What names entries of a collection, for `getEntries()`. */
export const paperReferences = (permalinks: readonly string[]) =>
  permalinks.map((id) => ({ collection: 'papers' as const, id }));
