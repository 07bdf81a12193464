import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAuthors } from '../../../src/pipeline/reading/author-list.ts';
import { readName } from '../../../src/pipeline/reading/names.ts';
import { displayName } from '../../../src/text/index.ts';
import { located, page, source } from '../make.ts';

const inReadingOrder = (list: string) => readAuthors(list).names.map(displayName);

it('a comma of Arabic parts a family name from a given one, as any comma does', () => {
  expect(readName('حسن، فاطمة')).toMatchObject({ family: 'حسن', given: 'فاطمة' });
});

describe('initials at the end of a name', () => {
  it.each([
    ['Doe E.M.', ['E.M. Doe']],
    ['Doe E. M.', ['E. M. Doe']],
    ['Doe E.M., Roe G.P.', ['E.M. Doe', 'G.P. Roe']],
    ['Doe E.M., Roe G.P., van der Berg C.', ['E.M. Doe', 'G.P. Roe', 'C. van der Berg']],
    ['Doe E.M.; Roe-Poe J.-P.', ['E.M. Doe', 'J.-P. Roe-Poe']],
    ['Ivanov Yu.A.', ['Yu.A. Ivanov']],
    ['García López M.', ['M. García López']],
    ['Lee A', ['A Lee']],
    ['Ng A.Y., E W., Lee C.', ['A.Y. Ng', 'W. E', 'C. Lee']],
    ['St. John A.B., Lee C.', ['A.B. St. John', 'C. Lee']],
    ['Smith JA, Lee A, van Dyk BCD', ['JA Smith', 'A Lee', 'BCD van Dyk']],
    ['Smith JA, Bird Study Group, Lee A', ['JA Smith', 'Bird Study Group', 'A Lee']],
  ])('“%s” puts the family name first', (list, names) => {
    expect(inReadingOrder(list)).toEqual(names);
  });

  it.each([
    ['Wei Wang 0001, Bo J. Fox 0023', ['Wei Wang', 'Bo J. Fox']],
    ['Agent 007', ['Agent 007']],
    ['Lee A. (1), Fox B. (2)', ['A. Lee', 'B. Fox']],
    ['Ann Lee*, Bo Fox†, Cy Roe²', ['Ann Lee', 'Bo Fox', 'Cy Roe']],
    ['A. Lee and B. Fox (eds.)', ['A. Lee', 'B. Fox']],
    ['Ann Lee 1,2, Bo Fox 2', ['Ann Lee', 'Bo Fox']],
    ['Lee, Ann (University of Ghent); Fox, Bo', ['Ann Lee', 'Bo Fox']],
    ['Dr. Ann Lee, Prof. Dr. Bo Fox', ['Ann Lee', 'Bo Fox']],
    ['Lee A., on behalf of the Bird Study Group', ['A. Lee', 'Bird Study Group']],
    ['Lee A.; [No author name available]', ['A. Lee']],
    ['Ann Lee (0000-0001-2345-6789), Bo Fox', ['Ann Lee', 'Bo Fox']],
    ['Lee A.1,2', ['A. Lee']],
    ['Ann Lee¹, Bo Fox¹,²', ['Ann Lee', 'Bo Fox']],
    ['Ann Lee¹·², Bo Fox²', ['Ann Lee', 'Bo Fox']],
    ['Ann Lee a,b, Bo Fox b', ['Ann Lee', 'Bo Fox']],
    ['Ann Lee [1], Bo Fox [1,2]', ['Ann Lee', 'Bo Fox']],
    ['Ann Lee (MIT), Bo Fox (ETH)', ['Ann Lee', 'Bo Fox']],
    ['1. Ann Lee 2. Bo Fox', ['Ann Lee', 'Bo Fox']],
    ['(1) Lee, Ann, (2) Fox, Bo', ['Ann Lee', 'Bo Fox']],
    ['Lee, Ann, editor', ['Ann Lee']],
  ])('“%s” has names without what lists add to them', (list, names) => {
    expect(inReadingOrder(list)).toEqual(names);
  });

  it.each([
    ['张三，李四', ['张三', '李四']],
    ['张三、李四', ['张三', '李四']],
    ['Ann Lee · Bo Fox', ['Ann Lee', 'Bo Fox']],
    ['محمد علي، فاطمة حسن', ['محمد علي', 'فاطمة حسن']],
    ['Ann Lee/Bo Fox', ['Ann Lee', 'Bo Fox']],
    ['안철수·박영희', ['안철수', '박영희']],
    ['李明 王芳 张伟', ['李明', '王芳', '张伟']],
    ['Ann Lee und Bo Fox', ['Ann Lee', 'Bo Fox']],
    ['Ann Lee et Bo Fox', ['Ann Lee', 'Bo Fox']],
    ['Lee, A.; Fox, B.; and Roe, C.', ['A. Lee', 'B. Fox', 'C. Roe']],
  ])('“%s” is parted at signs that stand in no name', (list, names) => {
    expect(inReadingOrder(list)).toEqual(names);
  });

  it.each([
    ['A Lee…', ['A Lee']],
    ['A Lee, B Fox, ...', ['A Lee', 'B Fox']],
    ['Lee A, Fox B, et al.,', ['A Lee', 'B Fox']],
    ['Lee A, Fox B, et alii', ['A Lee', 'B Fox']],
    ['Ann Lee, Bo Fox, +12 more', ['Ann Lee', 'Bo Fox']],
    ['Иванов И.И., Петров П.П. и др.', ['И.И. Иванов', 'П.П. Петров']],
    ['Lee, A. u. a.', ['A. Lee']],
    ['张三; 李四; 等', ['张三', '李四']],
    ['김철수, 이영희 외', ['김철수', '이영희']],
    ['Lee A., Fox B. et alia', ['A. Lee', 'B. Fox']],
    ['Lee A, Fox B, et al. (2020)', ['A Lee', 'B Fox']],
    ['Lee, A., Fox, B., … Roe, C.', ['A. Lee', 'B. Fox', 'C. Roe']],
    ['Lee A. … Roe C.', ['A. Lee', 'C. Roe']],
    ['Ann Lee, +3 authors, Bo Fox', ['Ann Lee', 'Bo Fox']],
    ['Lee, A., et al', ['A. Lee']],
    ['Moss, John Bo; et al.', ['John Bo Moss']],
    ['Lee, Ann and Fox, Bo, et al.', ['Ann Lee', 'Bo Fox']],
    ['Ann Lee, Bo Fox, [et al.]', ['Ann Lee', 'Bo Fox']],
    ['Ann Lee, Bo Fox (12 additional authors not shown)', ['Ann Lee', 'Bo Fox']],
    ['Lee A., & 12 more', ['A. Lee']],
    ['李明，王芳等', ['李明', '王芳']],
    ['Ann Lee y otros', ['Ann Lee']],
    ['Ann Lee et autres', ['Ann Lee']],
    ['Ann Lee und andere', ['Ann Lee']],
    ['Lee, Ann, Bo Fox, et al.', ['Ann Lee', 'Bo Fox']],
    ['others', []],
  ])('“%s” has more names than it prints', (list, names) => {
    expect(inReadingOrder(list)).toEqual(names);
    expect(readAuthors(list).more).toBe(true);
  });

  it('has its suffix, on whichever side of the comma it stands', () => {
    expect(source({ author: 'King Jr., Martin' }).fields.authors?.value.names).toEqual([
      { literal: 'King Jr., Martin', family: 'King', given: 'Martin', suffix: 'Jr.' },
    ]);
    expect(source({ author: 'King, Martin L Jr' }).fields.authors?.value.names).toEqual([
      { literal: 'King, Martin L Jr', family: 'King', given: 'Martin L', suffix: 'Jr' },
    ]);
  });

  it.each([
    ['山田 太郎', '山田 太郎', '山田'],
    ['王, 小明', '王小明', '王'],
    ['김, 철수', '김철수', '김'],
    ['ジョン スミス', 'ジョン スミス', 'スミス'],
  ])('“%s” is read in the order of its script', (printed, shown, family) => {
    const [name] = source({ author: printed }).fields.authors?.value.names ?? [];
    expect(name && displayName(name)).toBe(shown);
    expect(name?.family).toBe(family);
  });

  it.each([
    ['A. Lee, B. Fox', ['A. Lee', 'B. Fox'], false],
    ['Ann Lee, Bo M. Fox, Cy Moss', ['Ann Lee', 'Bo M. Fox', 'Cy Moss'], false],
    ['Ann Lee, Bo Fox', ['Bo Fox Ann Lee'], true],
    ['García Márquez, Gabriel José', ['Gabriel José García Márquez'], true],
    ['De Souza, João Paulo', ['João Paulo De Souza'], false],
    ['Lee, Ann', ['Ann Lee'], false],
    ['Lee A., Fox B.', ['A. Lee', 'B. Fox'], false],
    ['Lee, A. and Fox, B.', ['A. Lee', 'B. Fox'], false],
    ['Bo Fox & Cy Moss', ['Bo Fox', 'Cy Moss'], false],
    ['Barnes and Noble', ['Barnes and Noble'], false],
    ['WANG Xiaoming, LI Hao', ['Xiaoming WANG', 'Hao LI'], false],
    ['1. Ann Lee 2. Bo Fox', ['Ann Lee', 'Bo Fox'], false],
    ['{World Bank}', ['World Bank'], false],
  ])(
    '“%s” in the place of one name is divided only where it surely is a list',
    (author, names, isDoubtful) => {
      const { records, codes } = page([located({ author })]);
      expect(records[0]?.fields.authors?.value.names.map(displayName)).toEqual(names);
      expect(codes.includes('author-perhaps-two')).toBe(isDoubtful);
    },
  );

  it('gives family, given and particle', () => {
    expect(readAuthors('van der Berg C.').names).toEqual([
      { literal: 'van der Berg C.', family: 'Berg', given: 'C.', particle: 'van der' },
    ]);
  });

  it.each([
    ['Jiequn Han, Weinan E', ['Han', 'E']],
    ['Ann Lee, Mistral AI', ['Lee', 'AI']],
    ['Mistral AI', ['AI']],
    ['E. M. Doe', ['Doe']],
    ['J. Doe A.', ['A.']],
  ])('“%s” keeps the last word as the family name', (list, families) => {
    expect(readAuthors(list).names.map(({ family }) => family)).toEqual(families);
  });

  it('goes by all names where they are given one at a time', () => {
    const families = (names: string[]) => {
      const record = located({});
      record.fields = names.map((value) => ({
        name: 'author',
        value,
        span: { start: 0, end: value.length },
      }));
      const read = page([record]).records[0];
      return read?.fields.authors?.value.names.map(({ family }) => family);
    };
    expect(families(['Smith JA', 'Lee A'])).toEqual(['Smith', 'Lee']);
    expect(families(['Jiequn Han', 'Weinan E'])).toEqual(['Han', 'E']);
  });
});

describe('a list of names', () => {
  it.each([
    ['王小明, 李四', ['王小明', '李四']],
    ['김철수; 이영희', ['김철수', '이영희']],
    ['Иванов И.И., Петров П.', ['И.И. Иванов', 'П. Петров']],
    ['Nguyễn Văn An, Trần Thị Bích', ['Nguyễn Văn An', 'Trần Thị Bích']],
    ['World Health Organization, Erika Doe', ['World Health Organization', 'Erika Doe']],
    ['ATLAS Collaboration', ['ATLAS Collaboration']],
    ['World Bank; Bank of Ghent', ['World Bank', 'Bank of Ghent']],
    ['International Monetary Fund', ['International Monetary Fund']],
    [
      'European Commission, Joint Research Centre',
      ['European Commission', 'Joint Research Centre'],
    ],
    ['A.Lee, B.Fox', ['A. Lee', 'B. Fox']],
    ['Lee, Ann, Fox, Bo, McRoe, Cy', ['Ann Lee', 'Bo Fox', 'Cy McRoe']],
    ['Lee, Ann, and Fox, Bo', ['Ann Lee', 'Bo Fox']],
    ['Lee, Ann, Bo Fox, and Cy Moss', ['Ann Lee', 'Bo Fox', 'Cy Moss']],
    ['Lee, Ann M., and Bo Fox', ['Ann M. Lee', 'Bo Fox']],
    ['Lee, A., B. Fox, and C. Moss', ['A. Lee', 'B. Fox', 'C. Moss']],
    ['OpenAI, Ann Lee, and Bo Fox', ['OpenAI', 'Ann Lee', 'Bo Fox']],
    ['Google, Ann Lee, and Bo Fox', ['Google', 'Ann Lee', 'Bo Fox']],
    ['LEE A, FOX B', ['LEE A', 'FOX B']],
    ['WANG Xiaoming, LI Hao', ['Xiaoming WANG', 'Hao LI']],
    ['NASA Goddard, Ann Lee', ['NASA Goddard', 'Ann Lee']],
    ['Kim Min-jun, Park Ji-hoon', ['Min-jun Kim', 'Ji-hoon Park']],
    ['Ann Lee-fox, Bo Fox', ['Ann Lee-fox', 'Bo Fox']],
    ['Lee, Fox, Moss and Ray', ['Lee', 'Fox', 'Moss', 'Ray']],
    ['OpenAI, Hedge, NVIDIA, Gate', ['OpenAI', 'Hedge', 'NVIDIA', 'Gate']],
    [
      'Universität Gent, Deutsche Heckengesellschaft',
      ['Universität Gent', 'Deutsche Heckengesellschaft'],
    ],
    ['Ann Lee, Ph.D.; Bo Fox, M.D., Ph.D.', ['Ann Lee Ph.D.', 'Bo Fox M.D., Ph.D.']],
    [
      'Петров Пётр Петрович, Анна Ильинична Фомина',
      ['Пётр Петрович Петров', 'Анна Ильинична Фомина'],
    ],
    ['OpenAI', ['OpenAI']],
    ['Plato, Aristotle of Stagira', ['Plato', 'Aristotle of Stagira']],
    [
      'Doe, Erika; van der Berg, Carla; Roe, Gerd, Jr.',
      ['Erika Doe', 'Carla van der Berg', 'Gerd Roe Jr.'],
    ],
    ['Gerd Roe Jr., Erika Doe', ['Gerd Roe Jr.', 'Erika Doe']],
    [
      'Ludwig van Beethoven and Charles de la Vallée Poussin',
      ['Ludwig van Beethoven', 'Charles de la Vallée Poussin'],
    ],
  ])('“%s” is read name by name', (list, names) => {
    expect(inReadingOrder(list)).toEqual(names);
  });

  it.each([
    ['Smith,John', 'Smith', 'John'],
    ['Smith, John, Jr.', 'Smith', 'John'],
    ['Smith, Jr., John', 'Smith', 'John'],
    ['John Smith Jr.', 'Smith', 'John'],
    ['Doe Jr EM', 'Doe', 'EM'],
    ['WANG Xiaoming', 'WANG', 'Xiaoming'],
    ['Xiaoming WANG', 'WANG', 'Xiaoming'],
    ['Ann DE LA TOUR', 'DE LA TOUR', 'Ann'],
    ['Kim Min-jun', 'Kim', 'Min-jun'],
    ['Luc Van Gool', 'Van Gool', 'Luc'],
    ['Guy Van den Broeck', 'Van den Broeck', 'Guy'],
    ['Ursula K. Le Guin', 'Le Guin', 'Ursula K.'],
    ['Nguyen Van Hung', 'Hung', 'Nguyen Van'],
    ['Hung Van Nguyen', 'Nguyen', 'Hung Van'],
    ['Santiago Ramón y Cajal', 'Ramón y Cajal', 'Santiago'],
    ['Ramón y Cajal, Santiago', 'Ramón y Cajal', 'Santiago'],
    ["Sean O'Neil", "O'Neil", 'Sean'],
    ["Jean d'Alembert", "d'Alembert", 'Jean'],
    ['Muhammad al-Khwarizmi', 'al-Khwarizmi', 'Muhammad'],
    ['bell hooks', 'hooks', 'bell'],
  ])('that is “%s” alone has its family name and its given one', (list, family, given) => {
    expect(readAuthors(list).names).toMatchObject([{ family, given }]);
    expect(readName(list)).toMatchObject({ family, given });
  });

  it.each([
    ["Gerard 't Hooft", "'t", 'Hooft'],
    ["'t Hooft, Gerard", "'t", 'Hooft'],
    ['Humboldt, Alexander von', 'von', 'Humboldt'],
    ['bin Omar, Abdullah', 'bin', 'Omar'],
  ])('that is “%s” alone has its particle', (list, particle, family) => {
    expect(readAuthors(list).names).toMatchObject([{ particle, family }]);
  });

  const family = fc.constantFrom('Doe', 'Roe-Poe', "O'Neil", 'García López', 'Müller', 'Петров');
  const particle = fc.constantFrom('', '', 'van', 'van der', 'de la', 'von');
  const initials = fc.constantFrom('E.', 'E.M.', 'J.-P.', 'Yu.A.', 'G. P.');
  const person = fc.record({ family, particle, initials });

  it('with the family name first and initials behind is divided at commas, whatever the names', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 6 }), (people) => {
        const printed = people.map((each) =>
          [each.particle, each.family, each.initials].filter((part) => part !== '').join(' '),
        );
        const { names, more } = readAuthors(printed.join(', '));
        expect(more).toBe(false);
        expect(names.map((name) => [name.particle ?? '', name.family, name.given])).toEqual(
          people.map((each) => [each.particle, each.family, each.initials]),
        );
      }),
    );
  });
});

describe('lists that are not complete', () => {
  it.each(['Doe E.M. et al.', 'Doe E.M., et al', 'Doe E.M. et.al.', 'Doe E.M. et.al'])(
    '“%s” says so and names one author',
    (list) => {
      const { value } = source({ authors: list }).fields.authors ?? {};
      expect(value?.more).toBe(true);
      expect(value?.names.map(displayName)).toEqual(['E.M. Doe']);
    },
  );
});
