import { dirname } from 'node:path';
import type { ImportKind } from '#shared/imports/import-field.ts';
import { draftOf } from '../exports/draft-file.ts';
import { commitError, draftError } from '../exports/export-errors.ts';
import { text } from '../exports/sheet.ts';
import { openXlsx } from '../exports/xlsx-writer.ts';
import type { Importer } from './importer.ts';

interface Template {
  fileName: string;
  rows: readonly (readonly string[])[];
  hints: readonly string[];
}

const TEMPLATES: Record<ImportKind, Template> = {
  students: {
    fileName: 'Rollcall students.xlsx',
    rows: [
      [
        ...['Student ID', 'First name', 'Surname', 'Class', 'Section', 'Email', 'Joined on'],
        ...['Guardian', 'Relation', 'Guardian phone', 'Guardian email'],
      ],
      [
        ...['0001', 'Example', 'One', '8', 'B', 'one@example.org', '2026-06-15'],
        ...['Mother of One', 'Mother', '+91 98765 43210', ''],
      ],
      [
        ...['0002', 'Example', 'Two', '8', 'B', '', ''],
        ...['Father of Two', 'Father', '+91 98765 43211', 'father@example.org'],
      ],
    ],
    hints: [
      'One row for each student. Replace the two examples.',
      'Needed: a student ID that nobody else has, a name, and a class.',
      'Student IDs are text: 0001 stays 0001.',
      'A class that does not exist yet is made.',
      'Joined on: a day such as 2026-06-15. Left empty, the student joins on the day of the import.',
      'Phone numbers are best with the country code, such as +91.',
      'More columns do no harm; you say what each one is before anything is imported.',
    ],
  },
  marks: {
    fileName: 'Rollcall marks.xlsx',
    rows: [
      ['Student ID', 'Date', 'Time', 'Class', 'Subject', 'Status', 'Reason'],
      ['0001', '2026-03-02', '09:00', '8B', 'Maths', 'Present', ''],
      ['0002', '2026-03-02', '09:00', '8B', 'Maths', 'Absent', 'Ill'],
    ],
    hints: [
      'One row for each student and register. Replace the two examples.',
      'Needed: the ID of a student in Rollcall, a date, and a status.',
      'Dates are best written as 2026-03-02, times as 09:00.',
      'Status: a code or a name of your school’s, such as P or Present; you say what others mean.',
      'Class may be left empty: it is the one that the student was in on that day.',
      'Time and subject may be left empty; you say once what holds for such rows.',
      'Marks go into the register of that class at that time. Where there is none, one is made.',
      'A mark that is there already, made by a face or by hand, stays unless you say otherwise.',
    ],
  },
};

const WIDTH = 18;
const HINT_WIDTH = 90;

function writeTemplate(path: string, { rows, hints }: Template): void {
  const book = openXlsx(path);
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, () => WIDTH);
  book.beginSheet({ name: 'List', widths, frozen: { rows: 1, columns: 0 }, filterRow: null });
  book.addRows(rows.map((row) => row.map(text)));
  const hintHead = { widths: [HINT_WIDTH], frozen: { rows: 0, columns: 0 }, filterRow: null };
  book.beginSheet({ ...hintHead, name: 'How to fill it in' });
  book.addRows(hints.map((hint) => [text(hint)]));
  book.finish();
}

/**
 * Asks where to save an empty list with headings, two examples and hints, and saves it.
 * @throws DomainError FOLDER_NOT_WRITABLE, FILE_IN_USE, INVALID for a path that cannot be a file
 */
export async function saveTemplate(
  { platform }: Importer,
  kind: ImportKind,
): Promise<{ path: string | null }> {
  const template = TEMPLATES[kind];
  const path = await platform.chooseSaveFile({ name: template.fileName, format: 'xlsx' });
  if (path === null) return { path };
  const draft = draftOf(path);
  try {
    writeTemplate(draft.path, template);
  } catch (error) {
    await draft.discard();
    throw draftError(error, dirname(path));
  }
  try {
    draft.commit();
  } catch (error) {
    await draft.discard();
    throw commitError(error, path);
  }
  return { path };
}
