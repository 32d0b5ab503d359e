import { expect, it } from 'vitest';
import { planFolder } from './picture-folder.ts';

const file = (webkitRelativePath: string, type = 'image/jpeg') => ({
  name: webkitRelativePath.split('/').at(-1) ?? '',
  type,
  webkitRelativePath,
});

const students = [
  { id: 'a', studentNumber: '7', fullName: 'Asha Rao', enrolment: 'enrolled' as const },
  { id: 'b', studentNumber: '8', fullName: 'Bo Lin', enrolment: 'noConsent' as const },
  { id: 'c', studentNumber: '9', fullName: 'Sam', enrolment: 'enrolled' as const },
  { id: 'd', studentNumber: '10', fullName: 'Sam', enrolment: 'enrolled' as const },
];

it('sorts pictures by whose folder they are in', () => {
  const plan = planFolder(
    [
      file('Photos/7_Asha/1.jpg'),
      file('Photos/7_Asha/spring/2.png', 'image/png'),
      file('Photos/Asha Rao/3.jpg'),
      file('Photos/Bo Lin/4.jpg'),
      file('Photos/Visitors/5.jpg'),
      file('Photos/Sam/6.jpg'),
      file('Photos/7.jpg'),
      file('Photos/7_Asha/notes.txt', 'text/plain'),
      file('Photos/.DS_Store', ''),
    ],
    students,
  );
  const { pictures, ...rest } = plan;
  expect(pictures.map(({ path, truth }) => [path, truth])).toEqual([
    ['7_Asha/1.jpg', 'a'],
    ['7_Asha/spring/2.png', 'a'],
    ['Asha Rao/3.jpg', 'a'],
    ['Bo Lin/4.jpg', null],
    ['Visitors/5.jpg', null],
  ]);
  expect(rest).toEqual({
    folder: 'Photos',
    students: 1,
    strangers: ['Visitors'],
    notEnrolled: ['Bo Lin'],
    ambiguous: ['Sam'],
    loose: 1,
    others: 1,
  });
});

it('has nothing to test in an empty folder', () => {
  expect(planFolder([], students)).toMatchObject({ folder: '', pictures: [], students: 0 });
});
