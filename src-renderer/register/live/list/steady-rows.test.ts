import { describe, expect, it } from 'vitest';
import { steadyIds } from './steady-rows.ts';

const before = { question: 'unmarked', ids: ['a', 'b', 'c'] };
const marked = { question: 'unmarked', ids: ['b', 'c'] };

describe('steadyIds', () => {
  it('keeps a row in place that a mark takes out of the filter, while the list is worked', () => {
    expect(steadyIds(before, marked, true)).toBe(before);
  });

  it('lets it go once nobody is in the list', () => {
    expect(steadyIds(before, marked, false)).toBe(marked);
  });

  it('answers another question at once', () => {
    const other = { question: 'all', ids: ['a', 'b', 'c', 'd'] };
    expect(steadyIds(before, other, true)).toBe(other);
  });

  it('changes nothing where the rows are the same', () => {
    expect(steadyIds(before, { ...before, ids: [...before.ids] }, false)).toBe(before);
  });
});
