import type { Name } from '../model/index.ts';

// `山田太郎`, `김철수`: the family name comes first in every text; katakana alone is a foreign name
const FAMILY_FIRST =
  /^(?=.*[\p{Script=Han}\p{Script=Hangul}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー・\s]+$/u;

/** True for a name in Chinese, Japanese or Korean letters. */
export function isFamilyFirstScript(name: string): boolean {
  return FAMILY_FIRST.test(name);
}

/** The name in reading order: `Hao Gu` for `Gu, Hao`, `王小明` for `王, 小明`. */
export function displayName(name: Name): string {
  if (name.family === undefined) return name.literal;
  if (name.given !== undefined && isFamilyFirstScript(`${name.family}${name.given}`)) {
    return name.literal.includes(',') ? `${name.family}${name.given}` : name.literal;
  }
  return [name.given, name.particle, name.family, name.suffix]
    .filter((part) => part !== undefined)
    .join(' ');
}
