import type { EnrolmentState } from '../contract/people.contract.ts';

/** A student of the class under test, as far as folders are concerned. */
export interface KnownStudent {
  id: string;
  studentNumber: string;
  fullName: string;
  enrolment: EnrolmentState;
}

/** Whose pictures a folder holds. Everybody but `enrolled` ought to be named by nobody. */
export type FolderPerson =
  | { kind: 'enrolled'; studentId: string }
  | { kind: 'notEnrolled'; studentId: string }
  | { kind: 'stranger' }
  /** Several students have this name: only a student number tells them apart. */
  | { kind: 'ambiguous' };

/** As file systems and people change names: case, composed letters, and what stands between words. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-/\\:*?"<>|]+/g, ' ')
    .trim();
}

function hasNumber(folder: string, { studentNumber }: KnownStudent): boolean {
  const number = fold(studentNumber);
  return number !== '' && (folder === number || folder.startsWith(`${number} `));
}

/**
 * The student a folder is named after: by student number, by number and name (`007_Dev Rao`, where
 * the number decides), or by name.
 */
export function personOfFolder(name: string, students: readonly KnownStudent[]): FolderPerson {
  const folder = fold(name);
  const [byNumber] = students
    .filter((student) => hasNumber(folder, student))
    .toSorted((a, b) => b.studentNumber.length - a.studentNumber.length);
  if (byNumber) return asPerson(byNumber);
  const [student, namesake] = students.filter(({ fullName }) => fold(fullName) === folder);
  if (namesake) return { kind: 'ambiguous' };
  return student ? asPerson(student) : { kind: 'stranger' };
}

function asPerson({ id: studentId, enrolment }: KnownStudent): FolderPerson {
  return { kind: enrolment === 'enrolled' ? 'enrolled' : 'notEnrolled', studentId };
}
