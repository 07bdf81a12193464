/** Places in few characters, in their order: `0-3 7 9-12`. */
export function placesInShort(places: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run && run[1] + 1 === place) run[1] = place;
    else runs.push([place, place]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join(' ');
}

/** The places that {@link placesInShort} has written. */
export function readPlaces(text: string): number[] {
  return text.split(' ').flatMap((run) => {
    const [first = Number.NaN, last = first] = run.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, step) => first + step);
  });
}
