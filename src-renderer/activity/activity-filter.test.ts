import { expect, test } from 'vitest';
import { filtersFor } from './activity-filter.ts';

test('nobody is offered a filter that must stay empty for them', () => {
  expect(filtersFor('teacher')).toEqual(['all', 'registers', 'camera']);
  expect(filtersFor('office')).toEqual(['all', 'registers']);
  expect(filtersFor('admin')).toEqual(['all', 'registers', 'camera', 'enrolment', 'admin']);
});
