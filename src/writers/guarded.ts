/** What of a writer a guard needs. */
type Write<T, C> = (works: readonly T[], context: C) => string;

/** The same without the works it fails on, so that no paper costs the others their export. */
export function guarded<T, C>(write: Write<T, C>): Write<T, C> {
  return (works, context) => {
    try {
      return write(works, context);
    } catch {
      return write(
        works.filter((work) => !failsOn(write, work, context)),
        context,
      );
    }
  };
}

/** Whether a writer fails on a work. */
export function failsOn<T, C>(write: Write<T, C>, work: T, context: C): boolean {
  try {
    write([work], context);
    return false;
  } catch {
    return true;
  }
}
