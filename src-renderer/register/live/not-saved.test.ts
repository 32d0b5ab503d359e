import { expect, it } from 'vitest';
import { addFaces, addHandMark, withoutFaces, withoutStudent } from './not-saved.ts';

const full = new Error('full');

it('keeps the latest wish for a student', () => {
  const first = addHandMark(null, { studentId: 'ann', code: 'P' }, full);
  const then = addHandMark(first, { studentId: 'ann', code: null }, full);
  expect(then.byHand).toEqual([{ studentId: 'ann', code: null }]);
});

it('is gone only when every student and the faces are through', () => {
  const both = addFaces(addHandMark(null, { studentId: 'ann', code: 'P' }, full), full);
  expect(withoutStudent(both, 'ann')).toMatchObject({ byHand: [], faces: true });
  expect(withoutFaces(both)).toMatchObject({ byHand: [{ studentId: 'ann' }], faces: false });
  expect(withoutFaces(withoutStudent(both, 'ann'))).toBeNull();
});

it('does not let one student through for another', () => {
  const notSaved = addHandMark(null, { studentId: 'ann', code: 'P' }, full);
  expect(withoutStudent(notSaved, 'bea')).toEqual(notSaved);
});
