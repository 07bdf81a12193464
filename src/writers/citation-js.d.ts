/** The part of citation-js that the writers use; the packages carry no types. */
declare module '@citation-js/core' {
  export const plugins: {
    output: {
      /** The text of CSL-JSON items in a format a plugin registered. */
      format(name: 'ris', items: readonly object[]): string;
    };
  };
}
declare module '@citation-js/plugin-ris';
