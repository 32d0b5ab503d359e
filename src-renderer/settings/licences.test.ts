import { expect, test } from 'vitest';
import { licencesMatching } from './licences.ts';

const shipped = (name: string, licence: string, models: string[] = []) => ({
  name,
  version: '1.0.0',
  licence,
  text: 'Text',
  models,
});
const all = [
  shipped('react', 'MIT'),
  shipped('xlsx', 'Apache-2.0'),
  shipped('human', 'MIT', ['iris.bin']),
];

test.each([
  ['', ['react', 'xlsx', 'human']],
  [' React ', ['react']],
  ['apache', ['xlsx']],
  ['iris', ['human']],
  ['gpl', []],
])('%j finds %j', (search, names) => {
  expect(licencesMatching(all, search).map(({ name }) => name)).toEqual(names);
});
