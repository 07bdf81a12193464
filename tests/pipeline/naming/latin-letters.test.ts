import { describe, expect, it } from 'vitest';
import { bibtex, biblatex } from '../../../src/writers/index.ts';
import { read } from '../../publication/read.ts';

const entry = (fields: string) =>
  `@article{moss, title = {池と苔 in ponds}, year = {2020}, journal = {Annals of Ponds}, ${fields}}`;

/** An entry as BibTeX has it for pdfLaTeX. */
const written = (fields: string, writer = bibtex) => {
  const survey = read('moss.bib', entry(fields));
  return writer.write(survey.works, survey);
};

describe('letters that pdfLaTeX cannot set', () => {
  it('are written as they are read in Chinese where nothing says otherwise', () => {
    const chinese = '@article{wang, title = {苔}, author = {王小明}, year = {2020}}';
    const survey = read('wang.bib', chinese);
    expect(bibtex.write(survey.works, survey)).toContain('author        = {{WangXiaoMing}}');
  });

  it('are left open in a Japanese work, whose ideographs have other readings', () => {
    const kana = written('author = {山田 太郎}');
    expect(kana).toContain('?to? in ponds');
    expect(kana).toMatch(/author += \{.*\?/u);
    expect(kana).not.toMatch(/Shan|Tian|Tai/iu);
    const stated =
      '@article{yamada, title = {苔}, author = {山田 太郎}, year = {2020}, langid = {japanese}}';
    const survey = read('yamada.bib', stated);
    expect(bibtex.write(survey.works, survey)).not.toMatch(/Shan|Tian|Tai/iu);
  });

  it('have a letter for each of Arabic, the alef too', () => {
    const arabic = '@article{saleh, title = {خليج}, author = {الصالح, سالم}, year = {2020}}';
    const survey = read('saleh.bib', arabic);
    expect(bibtex.write(survey.works, survey)).toContain('author        = {alsalh, salm}');
  });

  it('stay as they are in the file for biblatex', () => {
    const text = written('author = {山田 太郎}', biblatex);
    expect(text).toContain('池と苔 in ponds');
    expect(text).toContain('山田');
  });
});
