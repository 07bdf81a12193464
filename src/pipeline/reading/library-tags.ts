import type { FieldName } from '../../model/index.ts';

/** Fields that tags of a library are read from. */
export const TAGGED: ReadonlySet<FieldName> = new Set(['keyword', 'keywords']);

/**
 * Tags by which the owner of a library, or a plug-in of Zotero, sorts its records, among keywords: read states, marks for
 * other devices, what went wrong, stars. `/unread`, `to read`, `_tablet`, `#nosource`, `⛔ No DOI found`, `★★★`
 */
const TAG =
  /(?<=^|[,;\n|•·])[^\S\n]*(?:\/[a-z][a-z _-]{1,30}|\\?_[a-z]+(?:\\?_[a-z]+)*|\\?#(?:nosource|broken[\w\\-]*|duplicate[\w\\-]*|multiple[\w\\-]*)|(?:[⛔❗❓⚠✅❌☑✔🔴🟠🟡🟢🔵⚪⚫]\uFE0F?)+(?:\s[^,;\n|•·]*)?|[★☆⭐🌟\s]*[★☆⭐🌟]|unread|(?:already|must|not|to[ -]?be|to)?[ -]?read(?<!(?:^|[,;\n|•·]\s*)read)(?: later| next)?|to[ -]?do)[^\S\n]*(?=$|[,;\n|•·])/giu;

/** Where such tags stand in a list of keywords. */
export function libraryTags(keywords: string): { from: number; to: number }[] {
  return Array.from(keywords.matchAll(TAG), ({ 0: tag, index }) => {
    const from = index + tag.length - tag.trimStart().length;
    return { from, to: from + tag.trim().length };
  });
}
