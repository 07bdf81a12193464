/** The part of citation-js that the tests read exports with; the packages carry no types. */
declare module '@citation-js/core' {
  export const plugins: {
    input: {
      /** Items of CSL-JSON in a text of any format a plugin knows. */
      chain(text: string, options: { generateGraph: boolean }): Record<string, unknown>[];
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
