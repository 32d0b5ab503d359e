import type { DueStudent } from '#shared/contract/privacy.contract.ts';
import type { StudentRule } from '#shared/privacy/retention.ts';

/** Students of whom the same goes on the same day, or who are kept. */
export interface DueStudents {
  key: string;
  rule: StudentRule;
  /** null: they are kept. */
  eraseOn: string | null;
  students: DueStudent[];
}

/** By day and rule, in the order given; those who are kept come last. */
export function groupsOf(students: readonly DueStudent[]): DueStudents[] {
  const inOrder = students.toSorted((one, other) => Number(one.kept) - Number(other.kept));
  const groups = Map.groupBy(inOrder, ({ rule, eraseOn, kept }) =>
    kept ? `kept ${rule}` : `${eraseOn} ${rule}`,
  );
  return [...groups].flatMap(([key, some]) => {
    const [first] = some;
    if (!first) return [];
    return { key, rule: first.rule, eraseOn: first.kept ? null : first.eraseOn, students: some };
  });
}
