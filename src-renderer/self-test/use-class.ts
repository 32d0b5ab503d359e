import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/query-client.ts';
import type { Student } from '#shared/contract/people.contract.ts';

/** A class under test, and how it is changed. */
export interface ClassUnderTest {
  classId: string | null;
  onClass: (classId: string) => void;
}

const NOBODY: readonly Student[] = [];

/** The class under test: its name and students; nobody while none is chosen or they are read. */
export function useClass(classId: string | null) {
  const classes = useQuery(api.people.classes.list.queryOptions({ input: {} }));
  const students = useQuery(
    api.people.students.list.queryOptions({
      input: { classId: classId ?? undefined },
      enabled: classId !== null,
    }),
  );
  const loaded = classId === null ? undefined : students.data;
  return {
    className: classes.data?.find(({ id }) => id === classId)?.name ?? '',
    students: loaded ?? NOBODY,
    noneEnrolled: loaded?.every(({ enrolment }) => enrolment !== 'enrolled') ?? false,
    error: classes.error ?? students.error,
  };
}

/** Finds the name of a student by id; the empty text of one who is not in the class. */
export function nameFinder(students: readonly Student[]): (studentId: string) => string {
  const names = new Map(students.map(({ id, fullName }) => [id, fullName]));
  return (studentId) => names.get(studentId) ?? '';
}
