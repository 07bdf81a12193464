import { describe, expect, it } from 'vitest';
import { archiveAddress, archivedAt } from '../../src/model/index.ts';

describe('an identifier in an archive', () => {
  it.each([
    ['hal', 'hal-01234567', 'https://hal.science/hal-01234567'],
    ['JSTOR', '2285659', 'https://www.jstor.org/stable/2285659'],
    ['googlebooks', 'zyTCAlFPjgYC', 'https://books.google.com/books?id=zyTCAlFPjgYC'],
    ['hdl', '2027/abc.12', 'https://hdl.handle.net/2027/abc.12'],
    ['ssrn', '1234567', 'https://ssrn.com/abstract=1234567'],
    ['PMCID', 'PMC1234567', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567'],
    ['Cryptology ePrint Archive', '2020/123', 'https://eprint.iacr.org/2020/123'],
  ])('of %s, %s, leads to an address that leads back', (archive, id, address) => {
    expect(archiveAddress(archive, id)).toBe(address);
    expect(archivedAt(address)?.id).toBe(id);
    expect(archiveAddress(archivedAt(address)?.type ?? '', id)).toBe(address);
  });

  it.each([
    ['hal', 'a talk'],
    ['shed', '2020/123'],
    ['', 'hal-01234567'],
  ])('of “%s” that “%s” is none of leads nowhere', (archive, id) => {
    expect(archiveAddress(archive, id)).toBeUndefined();
  });

  it('is not what any address of its host holds', () => {
    expect(archivedAt('https://hal.science/search/index')).toBeUndefined();
    expect(archivedAt('https://pond.example/hal-01234567')).toBeUndefined();
  });
});
