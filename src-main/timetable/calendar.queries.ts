import { asc, eq } from 'drizzle-orm';
import type { Calendar, NamedDays } from '#shared/contract/timetable.contract.ts';
import type { Db } from '../db/database.ts';
import { holidays, terms } from '../db/schema/index.ts';

export type CalendarTable = typeof terms | typeof holidays;

function inOrder(db: Db, table: CalendarTable): NamedDays[] {
  return db.select().from(table).orderBy(asc(table.from), asc(table.id)).all();
}

export function readCalendar(db: Db): Calendar {
  return { terms: inOrder(db, terms), holidays: inOrder(db, holidays) };
}

export function putDays(db: Db, table: CalendarTable, row: NamedDays): void {
  db.insert(table).values(row).onConflictDoUpdate({ target: table.id, set: row }).run();
}

export function findDays(db: Db, table: CalendarTable, id: string): NamedDays | null {
  return db.select().from(table).where(eq(table.id, id)).get() ?? null;
}

export function deleteDays(db: Db, table: CalendarTable, id: string): void {
  db.delete(table).where(eq(table.id, id)).run();
}
