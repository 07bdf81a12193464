import type { Decision, Survey, Work } from '../model/index.ts';
import { namedAs } from '../pipeline/index.ts';
import { collapse, withoutPrivate } from '../text/index.ts';

/** The fields that `show` of `content/site.yaml` names, as the sources of a paper have them: each value once, under its name. */
export function shownFields(
  work: Pick<Work, 'records'>,
  { site, records }: Pick<Survey, 'site' | 'records'>,
): (readonly [label: string, value: string])[] {
  if (site.show === undefined) return [];
  const isShown = namedAs(site.show);
  const fields = work.records.flatMap((key) => records.get(key)?.raw.fields ?? []);
  const shown = new Map<string, readonly [string, string]>();
  for (const { name, label = name, value, ...rest } of fields) {
    const printed = collapse(value);
    if (printed === '' || !isShown({ name, label, ...rest })) continue;
    shown.set(JSON.stringify([label, printed]), [label, printed]);
  }
  return [...shown.values()];
}

/** What columns of a table of decisions say of a paper: each value once, under its name. */
export function ownColumns(
  decisions: readonly Decision[],
  columns: readonly string[],
): (readonly [label: string, value: string])[] {
  return columns.flatMap((name) =>
    [...new Set(decisions.flatMap(({ more }) => more[name] ?? []))].map(
      (value) => [name, collapse(withoutPrivate(value))] as const,
    ),
  );
}
