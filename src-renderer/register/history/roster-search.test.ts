import { expect, test } from 'vitest';
import type { RosterEntry } from '#shared/contract/register.contract.ts';
import { matching } from './roster-search.ts';

function entry(fullName: string, studentNumber: string): RosterEntry {
  return {
    studentId: crypto.randomUUID(),
    studentNumber,
    fullName,
    matchable: false,
    mark: null,
    unsure: false,
    seenAt: null,
  };
}

const roster = [entry('Émile Öztürk', '0041'), entry('Ann Lee', '0102')];

test.each([
  ['', ['Émile Öztürk', 'Ann Lee']],
  ['  emile ', ['Émile Öztürk']],
  ['OZTU', ['Émile Öztürk']],
  ['0102', ['Ann Lee']],
  ['nobody', []],
])('searching %j finds %j', (search, names) => {
  expect(matching(roster, search).map((one) => one.fullName)).toEqual(names);
});
