import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { newId } from '#main/db/new-id.ts';
import { rebuildTotals } from '#main/register/log/totals.queries.ts';
import { LIVE } from '#tests/unit/support/test-faces.ts';
import { type SeededRandom, seededRandom } from '../../demo/seeded-random.ts';
import { EventWriter } from './event-writer.ts';
import { lessonStarts, type SchoolSize } from './school-plan.ts';

const SEED = 20_260_101;
const LESSON_MS = 45 * 60_000;
const EVIDENCE = JSON.stringify(LIVE);
/** Shares of a register: late, absent, excused; everybody else is present. */
const LATE = 0.03;
const ABSENT = 0.06;
const EXCUSED = 0.02;
/** Of those absent, how many are excused afterwards. */
const AMENDED = 0.15;

interface School {
  classes: { id: string; name: string; students: string[] }[];
  teachers: string[];
  subjects: string[];
}

function insertPeople(sqlite: Database.Database, size: SchoolSize): School {
  const at = Date.UTC(2023, 7, 1);
  const [hash] = sqlite.prepare('SELECT password_hash FROM accounts').pluck().all();
  const account = sqlite.prepare(
    `INSERT INTO accounts (id, username, display_name, role, password_hash, created_at)
     VALUES (?, ?, ?, 'teacher', ?, ?)`,
  );
  const subject = sqlite.prepare(
    'INSERT INTO subjects (id, name, name_key, created_at) VALUES (?, ?, ?, ?)',
  );
  const made = (count: number, insert: (id: string, number: number) => void) =>
    Array.from({ length: count }, (_, index) => {
      const id = newId();
      insert(id, index + 1);
      return id;
    });
  const teachers = made(size.teachers, (id, n) =>
    account.run(id, `teacher${n}`, `Teacher ${n}`, hash, at),
  );
  const subjects = made(size.subjects, (id, n) =>
    subject.run(id, `Subject ${n}`, `subject ${n}`, at),
  );
  return { teachers, subjects, classes: insertClasses(sqlite, size, at) };
}

function insertClasses(sqlite: Database.Database, size: SchoolSize, at: number) {
  const schoolClass = sqlite.prepare(
    'INSERT INTO classes (id, name, name_key, created_at) VALUES (?, ?, ?, ?)',
  );
  const student = sqlite.prepare(
    `INSERT INTO students (id, student_number, number_key, full_name, search_key, class_id, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const membership = sqlite.prepare(
    'INSERT INTO class_memberships (id, student_id, class_id, from_day) VALUES (?, ?, ?, ?)',
  );
  const classes = Array.from({ length: size.classes }, (_, index) => {
    const made = { id: newId(), name: `Class ${index + 1}`, students: [] as string[] };
    schoolClass.run(made.id, made.name, made.name.toLowerCase(), at);
    return made;
  });
  for (let number = 1; number <= size.students; number += 1) {
    const id = newId();
    const name = `Student ${String(number).padStart(4, '0')}`;
    const home = classes[number % classes.length];
    if (!home) throw new Error('A school needs a class.');
    student.run(id, `S${number}`, `s${number}`, name, name.toLowerCase(), home.id, at);
    membership.run(newId(), id, home.id, '2023-08-01');
    home.students.push(id);
  }
  return classes;
}

interface Lesson {
  sessionId: string;
  teacherId: string;
  startedAt: number;
}

/** One register: everyone on the roster is marked; some of those absent are excused next day. */
function takeRegister(
  writer: EventWriter,
  random: SeededRandom,
  { sessionId, teacherId, startedAt }: Lesson,
  students: readonly string[],
): void {
  for (const [index, studentId] of students.entries()) {
    const chance = random.next();
    const at = startedAt + index * 4_000;
    const about = { sessionId, studentId, actorId: teacherId, at, reason: null };
    if (chance < ABSENT) {
      const closed = startedAt + LESSON_MS;
      writer.write({ ...about, kind: 'mark', code: 'A', method: 'rule', at: closed });
      if (random.next() >= AMENDED) continue;
      const later = { at: closed + 86_400_000, reason: 'Note from home' };
      writer.write({ ...about, ...later, kind: 'amend', code: 'E', method: 'manual' });
    } else if (chance < ABSENT + EXCUSED) {
      writer.write({ ...about, kind: 'mark', code: 'E', method: 'manual' });
    } else {
      const code = chance < ABSENT + EXCUSED + LATE ? 'L' : 'P';
      writer.write({ ...about, kind: 'mark', code, method: 'face', evidence: EVIDENCE });
    }
  }
}

const FILLED = ['sessions', 'session_roster', 'attendance', 'attendance_events'] as const;

/** Lets `fill` write without indexes and triggers on the tables it fills, and puts them back. */
function withBareTables(sqlite: Database.Database, fill: () => void): void {
  const made = sqlite
    .prepare(
      `SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger')
         AND sql IS NOT NULL AND tbl_name IN (${FILLED.map(() => '?').join(', ')})`,
    )
    .all(...FILLED) as { type: string; name: string; sql: string }[];
  for (const { type, name } of made) sqlite.exec(`DROP ${type} ${name}`);
  fill();
  for (const { sql } of made) sqlite.exec(sql);
}

/**
 * Fills an empty register, all in one transaction a week, through SQL but with the app's own
 * hashes: the chain it leaves is as valid as one that marks have made.
 * @returns how many events were written
 */
export function buildSchool(sqlite: Database.Database, size: SchoolSize): number {
  // Nobody loses anything if the power fails now.
  sqlite.pragma('synchronous = OFF');
  sqlite.pragma('cache_size = -400000');
  sqlite.pragma('foreign_keys = OFF');
  const random = seededRandom(SEED);
  const school = sqlite.transaction(() => insertPeople(sqlite, size))();
  const writer = new EventWriter(sqlite);
  const lessonsAtOnce = sqlite.transaction((startedAt: number, round: number) => {
    for (const [index, { id: classId, name, students }] of school.classes.entries()) {
      const sessionId = newId();
      const teacherId = school.teachers[index % school.teachers.length] ?? '';
      const subjectId = school.subjects[(index + round) % school.subjects.length] ?? '';
      const endedAt = startedAt + LESSON_MS;
      writer.begin({ sessionId, classId, subjectId, teacherId, startedAt, endedAt });
      writer.putOnRoster(sessionId, name, students);
      takeRegister(writer, random, { sessionId, teacherId, startedAt }, students);
    }
    writer.putHead();
  });
  withBareTables(sqlite, () => {
    for (const [round, startedAt] of lessonStarts(size).entries()) lessonsAtOnce(startedAt, round);
  });
  rebuildTotals(drizzle(sqlite));
  return writer.written;
}
