import i18next from 'i18next';
import { assertNever } from '#shared/assert-never.ts';
import type {
  StudentChange,
  StudentRowPreview,
  StudentVerdict,
} from '#shared/contract/imports.contract.ts';
import type { RowNote, RowProblem } from '#shared/imports/row-verdict.ts';

/** What is wrong with a row, and how to mend it. */
export function problemWords({ why, field, value }: RowProblem): string {
  return i18next.t(`imports:problem.${why}`, {
    field: i18next.t(`imports:field.${field}`),
    value,
  });
}

function changeWords({ what, from, to }: StudentChange): string {
  const field = i18next.t(`imports:change.${what}`);
  return from === ''
    ? i18next.t('imports:change.added', { field, to })
    : i18next.t('imports:change.fromTo', { field, from, to });
}

/** What of the row is left out although the row is taken over. */
export function noteWords(notes: readonly RowNote[]): string {
  return notes.map(({ why, value }) => i18next.t(`imports:note.${why}`, { value })).join(' ');
}

function guardianWords(count: number, phones: readonly string[]): string {
  if (count === 0) return '';
  const guardians = i18next.t('imports:verdict.withGuardians', { count });
  if (phones.length === 0) return guardians;
  return i18next.t('imports:verdict.phones', { guardians, phones: phones.join(', ') });
}

/** What will happen to the student, in a line. */
export function verdictWords(
  verdict: StudentVerdict,
  { guardians: count, phones }: Pick<StudentRowPreview, 'guardians' | 'phones'>,
): string {
  switch (verdict.kind) {
    case 'new':
      return guardianWords(count, phones);
    case 'changed':
      return verdict.changes.map(changeWords).join('; ');
    case 'unchanged':
      return '';
    case 'problem':
      return problemWords(verdict.problem);
    default:
      return assertNever(verdict);
  }
}

/** The ID that stands in the list, where it is not the student's. */
export function listedWords(number: string | null): string {
  return number === null ? '' : i18next.t('imports:zeros.listed', { number });
}
