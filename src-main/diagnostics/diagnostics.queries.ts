import { sql } from 'drizzle-orm';
import type { Db } from '../db/database.ts';

/** Rows of each table, by its name. */
export function rowsByTable(db: Db): Record<string, number> {
  const tables = db.all<{ name: string }>(
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
  const rowsOf = (name: string) =>
    db.get<{ rows: number }>(sql`SELECT count(*) AS rows FROM ${sql.identifier(name)}`)?.rows ?? 0;
  return Object.fromEntries(tables.map(({ name }) => [name, rowsOf(name)]));
}

/** What SQLite itself says of the file. */
export function fileFacts(db: Db) {
  const pragma = (name: string) =>
    Number(Object.values(db.get<Record<string, number>>(sql.raw(`PRAGMA ${name}`)) ?? {})[0]);
  return {
    schemaVersion: pragma('user_version'),
    pages: pragma('page_count'),
    pageBytes: pragma('page_size'),
    freePages: pragma('freelist_count'),
  };
}

/** Every name, number and address that the register holds of people, and the school's own name. */
export function everyName(db: Db): string[] {
  const rows = db.all<{ name: string | null }>(sql`
    SELECT name FROM school
    UNION SELECT full_name FROM students
    UNION SELECT student_number FROM students
    UNION SELECT email FROM students
    UNION SELECT name FROM guardians
    UNION SELECT phone FROM guardians
    UNION SELECT email FROM guardians
    UNION SELECT username FROM accounts
    UNION SELECT display_name FROM accounts
    UNION SELECT given_by FROM consents
    UNION SELECT name FROM session_guests`);
  return rows.flatMap(({ name }) => name ?? []);
}
