/** The part of citeproc-js that the writers use; the package carries no types. */
declare module 'citeproc' {
  export class Engine {
    constructor(
      system: { retrieveLocale(language: string): string; retrieveItem(id: string): object },
      style: string,
      language: string,
      forceLanguage: boolean,
    );
    /** What it keeps of the works it has seen. */
    registry: {
      namereg: { addname: (id: string, name: object, place: number) => void };
      ambigcites: object;
    };
    updateItems(ids: readonly string[]): void;
    makeBibliography(): [parameters: object, entries: string[]];
  }
  const CSL: { Engine: typeof Engine };
  export default CSL;
}
