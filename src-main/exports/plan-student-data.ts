import type { ExportRequest } from '#shared/contract/exports.contract.ts';
import { wordsIn } from '#shared/words/words.ts';
import { readStudent } from '../people/students.service.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { readSchool } from '../settings/settings.queries.ts';
import type { ExportPlan } from './export-plan.ts';
import type { Exporter } from './exporter.ts';
import { studentExport } from './sheets/student-sheet.ts';

/** Everything about one student. @throws DomainError FORBIDDEN but for admins, NOT_FOUND */
export function planStudentData(
  { db, account, platform }: Exporter,
  { studentId }: Extract<ExportRequest, { what: 'everything' }>,
): ExportPlan {
  if (account.role !== 'admin') throw new DomainError('FORBIDDEN');
  const madeAt = platform.now();
  return studentExport(db, {
    student: readStudent(db, studentId),
    school: readSchool(db).name,
    words: wordsIn(platform.preferences.read().language),
    madeBy: account.displayName,
    madeAt,
    utcOffsetMinutes: platform.utcOffsetMinutes(madeAt),
  });
}
