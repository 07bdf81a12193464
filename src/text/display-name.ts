import type { Name } from '../model/index.ts';

/** The name in reading order: `Hao Gu` for `Gu, Hao`. */
export function displayName(name: Name): string {
  if (name.family === undefined) return name.literal;
  return [name.given, name.particle, name.family, name.suffix]
    .filter((part) => part !== undefined)
    .join(' ');
}
