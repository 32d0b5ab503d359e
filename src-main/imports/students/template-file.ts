import { dirname } from 'node:path';
import type { ImportKind } from '#shared/imports/import-field.ts';
import { type Words, wordsIn } from '#shared/words/words.ts';
import { draftOf } from '../../exports/draft-file.ts';
import { commitError, draftError } from '../../exports/export-errors.ts';
import { text } from '../../exports/sheets/sheet.ts';
import { openXlsx } from '../../exports/writers/xlsx-writer.ts';
import type { Importer } from '../importer.ts';

interface Template {
  name: string;
  rows: readonly (readonly string[])[];
  hints: readonly string[];
}

type TemplateWords = Words['templates'];

function studentsTemplate({ students }: TemplateWords): Template {
  const { fileName, headings, examples, hints } = students;
  return {
    name: fileName,
    rows: [
      Object.values(headings),
      [
        ...['0001', examples.firstName, examples.one, '8', 'B', 'one@example.org', '2026-06-15'],
        ...[examples.motherOfOne, examples.mother, '+91 98765 43210', ''],
      ],
      [
        ...['0002', examples.firstName, examples.two, '8', 'B', '', ''],
        ...[examples.fatherOfTwo, examples.father, '+91 98765 43211', 'father@example.org'],
      ],
    ],
    hints,
  };
}

function marksTemplate({ marks }: TemplateWords): Template {
  const { fileName, headings, examples, hints } = marks;
  const lesson = ['2026-03-02', '09:00', '8B', examples.subject];
  return {
    name: fileName,
    rows: [
      Object.values(headings),
      ['0001', ...lesson, examples.present, ''],
      ['0002', ...lesson, examples.absent, examples.reason],
    ],
    hints,
  };
}

const TEMPLATES: Record<ImportKind, (words: TemplateWords) => Template> = {
  students: studentsTemplate,
  marks: marksTemplate,
};

const WIDTH = 18;
const HINT_WIDTH = 90;

function writeTemplate(
  path: string,
  { rows, hints }: Template,
  { list, help }: TemplateWords,
): void {
  const book = openXlsx(path);
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, () => WIDTH);
  book.beginSheet({ name: list, widths, frozen: { rows: 1, columns: 0 }, filterRow: null });
  book.addRows(rows.map((row) => row.map(text)));
  const hintHead = { widths: [HINT_WIDTH], frozen: { rows: 0, columns: 0 }, filterRow: null };
  book.beginSheet({ ...hintHead, name: help });
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
  const { templates } = wordsIn(platform.preferences.read().language);
  const template = TEMPLATES[kind](templates);
  const name = `${template.name}.xlsx`;
  const path = await platform.chooseSaveFile({ name, format: 'xlsx' });
  if (path === null) return { path };
  const draft = draftOf(path);
  try {
    writeTemplate(draft.path, template, templates);
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
