import type { ToWorkbookWorker } from '../writers/workbook-message.ts';
import type { RegisterBook } from './register-book.ts';
import { totalNames, totalWidths } from './register-sheet.ts';
import { type Cell, count, text } from './sheet.ts';
import { shareColours } from './sheet-colours.ts';
import { type Tally, totalCells } from './tally.ts';

function columnNames(book: RegisterBook): Cell[] {
  const { studentNumber, name, onRoster, present, absent, ignored, unmarked } = book.words.columns;
  const counts = [onRoster, present, absent, ignored, unmarked];
  return [studentNumber, name, ...counts, ...totalNames(book)].map(text);
}

/** What each student's sessions came to, without the sessions; the share present in colours. */
export async function* summarySheet(
  book: RegisterBook,
  tallies: readonly Tally[],
): AsyncGenerator<ToWorkbookWorker> {
  const widths = [16, 32, 16, 12, 15, 16, 12, ...totalWidths(book)];
  yield {
    kind: 'sheet',
    head: {
      name: book.words.names.summary,
      widths,
      frozen: { rows: 1, columns: 2 },
      filterRow: 0,
      colours: shareColours(widths.length - 1),
    },
  };
  const rows = tallies.map((tally, index): Cell[] => {
    const student = book.students[index];
    if (!student) throw new Error('More tallies than students.');
    const { present, absent, ignored, unmarked } = tally.counts;
    const counts = [tally.taken + unmarked, present, absent, ignored, unmarked];
    return [
      text(student.studentNumber),
      text(student.fullName),
      ...counts.map(count),
      ...totalCells(tally, book.statuses),
    ];
  });
  yield { kind: 'head', rows: [columnNames(book), ...rows] };
}
