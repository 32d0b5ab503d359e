import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Described } from './metrics.ts';
import { judgePairs, readPairs } from './pairs.ts';
import { parsePairs } from './parse-pairs.ts';

describe('pairs.csv', () => {
  const expected = [
    { x: 'a.jpg', y: 'b.jpg', same: true },
    { x: 'a.jpg', y: join('some one', 'c, d.jpg'), same: false },
  ];

  test.each([
    ['as it should be', 'file_x,file_y,Decision\na.jpg,b.jpg,Yes\na.jpg,"some one/c, d.jpg",No\n'],
    [
      'from Windows, with a byte order mark and blank lines',
      '\uFEFFfile_x,file_y,Decision\r\na.jpg,.\\b.jpg,Yes\r\n\r\na.jpg,"some one\\c, d.jpg",No\r\n,,\r\n',
    ],
    [
      'columns in another order and case, answers as numbers',
      'Nr,DECISION,File_Y,FILE_X\n1,1,b.jpg,a.jpg\n2,0,"some one/c, d.jpg", a.jpg \n',
    ],
    ['semicolons', '"file_x";"file_y";"Decision"\na.jpg;./b.jpg;yes\na.jpg;some one/c, d.jpg;NO'],
  ])('%s', (_, text) => {
    expect(parsePairs(text)).toEqual(expected);
  });

  test.each([
    ['a column that is not there', 'file_x,file_y\na,b', /no column Decision.*"file_x,file_y"/],
    ['an answer that is none', 'file_x,file_y,Decision\na,b,yes\na,b,maybe', /line 3.*maybe/],
    ['a file that is not named', 'file_x,file_y,Decision\na,,yes', /line 2: a file is missing/],
    ['a file elsewhere', 'file_x,file_y,Decision\na,..\\b.jpg,yes', /line 2.*outside the folder/],
    ['no pair of one person', 'file_x,file_y,Decision\na,b,no', /no pair with Yes/],
    ['no pair of two people', 'file_x,file_y,Decision\na,b,yes', /no pair with No/],
    ['an empty file', '', /no column file_x/],
  ])('says what is wrong: %s', (_, text, message) => {
    expect(() => parsePairs(text)).toThrow(message);
  });
});

describe('a folder of pairs', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollcall-pairs-'));
    await writeFile(join(folder, 'a.jpg'), '');
    await writeFile(join(folder, 'b.jpg'), '');
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('paths are those of the folder, each picture once', async () => {
    await writeFile(
      join(folder, 'pairs.csv'),
      'file_x,file_y,Decision\na.jpg,.\\b.jpg,Yes\nb.jpg,a.jpg,No',
    );
    const [a, b] = [join(folder, 'a.jpg'), join(folder, 'b.jpg')];
    expect(await readPairs(folder)).toEqual({
      pairs: [
        { x: a, y: b, same: true },
        { x: b, y: a, same: false },
      ],
      files: [a, b],
    });
  });

  test('pictures that are not there are named before anything runs', async () => {
    const rows = [1, 2, 3, 4, 5, 6].map((n) => `a.jpg,gone${n}.jpg,${n % 2}`);
    await writeFile(join(folder, 'pairs.csv'), `file_x,file_y,Decision\n${rows.join('\n')}`);
    await expect(readPairs(folder)).rejects.toThrow(
      /^6 of 7 pictures .*gone1\.jpg.*gone5\.jpg, and 1 more\.$/,
    );
  });
});

test('accuracy and rates are over the pairs that could be judged', () => {
  const items: Described[] = ['a', 'b', 'c'].map((file, i) => ({
    person: '',
    file,
    vector: Float32Array.of([0, 0.1, 0.3][i] ?? 0),
  }));
  const near = (x: Described, y: Described) =>
    1 - Math.abs((x.vector[0] ?? 0) - (y.vector[0] ?? 0));
  const pairs = [
    { x: 'a', y: 'b', same: true },
    { x: 'a', y: 'c', same: true },
    { x: 'b', y: 'c', same: false },
    { x: 'a', y: 'no face', same: false },
  ];
  const { result } = judgePairs(pairs, items, near, 0.85);
  expect(result).toMatchObject({ pairs: 4, pairsJudged: 3, tar_far_01: 0.5 });
  expect(result.accuracy).toBeCloseTo(2 / 3);
  expect(result.threshold).toEqual({ threshold: 0.85, far: 0, frr: 0.5 });
});
