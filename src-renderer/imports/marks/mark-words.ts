import i18next from 'i18next';
import { formatCalendarDay, formatClock } from '#renderer/app/format.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { MarkRowPreview } from '#shared/contract/imports.contract.ts';

/** Which register a mark goes into: when, of which class and subject. */
export function registerWords({ day, minutes, className, subjectName }: MarkRowPreview): string {
  const when = day === null ? '' : formatCalendarDay(day);
  const time = minutes === null ? '' : formatClock(minutes);
  return [[when, time].filter(Boolean).join(' '), className, subjectName]
    .filter(Boolean)
    .join(' · ');
}

/** What will happen to the mark, in a line. */
export function markVerdictWords({ verdict, status }: MarkRowPreview): string {
  switch (verdict.kind) {
    case 'new':
      return i18next.t('imports:marks.verdict.new', { status });
    case 'changed':
      return i18next.t('imports:marks.verdict.changed', { from: verdict.from, to: status });
    case 'unchanged':
      return i18next.t('imports:marks.verdict.unchanged', { status });
    case 'kept':
      return i18next.t('imports:marks.verdict.kept', { there: verdict.there, status });
    case 'skipped':
      return i18next.t('imports:marks.verdict.skipped', { status });
    case 'problem': {
      const { why, value } = verdict.problem;
      return i18next.t(`imports:marks.problem.${why}`, { value });
    }
    default:
      return assertNever(verdict);
  }
}
