import type { Db } from '../../db/database.ts';
import { type ClassSpell, classSpells } from '../exports.queries.ts';
import type { ToWorkbookWorker } from '../writers/workbook-message.ts';
import { localDay } from './local-time.ts';
import type { RegisterBook } from './register-book.ts';
import { blank, type Cell, text } from './sheet.ts';

const dayOrBlank = (day: string | null): Cell => (day === null ? blank : { kind: 'day', day });

function spellRow({ student, className, from, to, archivedAt }: ClassSpell, offset: number) {
  return [
    text(student.studentNumber),
    text(student.fullName),
    text(className),
    dayOrBlank(from),
    dayOrBlank(to),
    dayOrBlank(archivedAt === null ? null : localDay(archivedAt, offset)),
  ];
}

/** Who was in which class from when to when, as far as it touches these days; a row a time in a class. */
export async function* studentsSheet(db: Db, book: RegisterBook): AsyncGenerator<ToWorkbookWorker> {
  const { columns, names } = book.words;
  yield {
    kind: 'sheet',
    head: {
      name: names.students,
      widths: [16, 32, 16, 18, 18, 16],
      frozen: { rows: 1, columns: 2 },
      filterRow: 0,
    },
  };
  const { studentNumber, name, from, to, left } = columns;
  const offset = book.sessions.at(-1)?.utcOffsetMinutes ?? 0;
  const spells = classSpells(db, book.students, book.scope.range);
  const head = [studentNumber, name, columns.class, from, to, left].map(text);
  yield { kind: 'head', rows: [head, ...spells.map((spell) => spellRow(spell, offset))] };
}
