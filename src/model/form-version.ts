/** What is said of a file whose form has a number that this program does not know. */
export const formVersion = (last: number) =>
  `a version ${last === 1 ? '1' : `from 1 to ${last}`} was expected; a later program wrote the file, which this one does not read: npm update florilegium`;
