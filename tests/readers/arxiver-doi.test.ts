import { expect, test } from 'vitest';
import { doiLength } from '../../src/readers/formats/arxiver-author.ts';

// The bar stands where the DOI ends and the next abstract begins.
test.each([
  '10.1145/1234567.7654321|With the rise of gardens',
  '10.1002/gdn.70005|Novelty is hard',
  '10.1109/3DG57658.2022.00012|Neural gardens',
  '10.1109/TGRD.2024.1234567|GPT-4 digs',
  '10.1109/TGRD.2024.1234567|GPT-3.5 digs deeper',
  '10.1109/LGA.2021.3062323|A new bed',
  '10.18653/v1/2024.grd-long.123|Large gardens',
  '10.1609/grdn.v38i5.28219|Recent rain',
  '10.1093/garden/stz123|We dig',
  '10.1016/S0893-6080(05)80023-1|Hedges matter',
  '10.1007/JGRD05(2021)123|We dig',
  '10.1103/GardenD.103.L123501|We dig',
  '10.1017/S002211200999123X|The wall',
  '10.48550/arXiv.2501.00001|We dig',
  '10.3233/GRDA200123|In a garden',
  '10.1016/j.garden.2024.127890|$D^2$-gardens grow',
  '10.1016/j.garden.2024.127890|“Gardens” grow',
  '10.1111/tits.garden|We dig',
  '10.1145/1234567.7654321| With a blank between',
  '10.1017/pasa.2021.x|',
])('%s', (marked) => {
  const [doi = '', abstract = ''] = marked.split('|');
  expect((doi + abstract).slice(0, doiLength(doi + abstract))).toBe(doi);
});
