import type { Found } from '#shared/contract/search.contract.ts';
import { searchKey, searchWords } from '#shared/people/search-key.ts';
import type { Db } from '../db/database.ts';
import {
  type Asker,
  isVisible,
  registersSeen,
  today,
  type VisibleClasses,
} from '../people/class-access.service.ts';
import { listSubjects } from '../people/subjects.queries.ts';
import { nameOrder } from '../people/text-keys.ts';
import { seenBy } from '../register/sessions/sessions.queries.ts';
import { readSearchDay } from './read-search-day.ts';
import {
  activeClasses,
  countStudents,
  findByPhone,
  findStudents,
  registersOn,
  type StudentWord,
} from './search.queries.ts';

/** As many of each as a person reads at a glance. */
const LIMIT = 8;
/** Fewer digits are in too many telephone numbers to say anything. */
const LEAST_DIGITS = 4;

interface Named {
  id: string;
  name: string;
}

/** Whether every folded word is in the text. */
function hasWords(text: string, words: readonly string[]): boolean {
  const key = searchKey(text);
  return words.every((word) => key.includes(word));
}

/** Those with every word in the name; those that begin with the first word before the others. */
function byName<T extends Named>(items: readonly T[], words: readonly string[]): T[] {
  const [first = ''] = words;
  if (first === '') return [];
  const late = ({ name }: T) => (searchKey(name).startsWith(first) ? 0 : 1);
  return items
    .filter(({ name }) => hasWords(name, words))
    .toSorted((a, b) => late(a) - late(b) || nameOrder.compare(a.name, b.name))
    .slice(0, LIMIT);
}

/** The digits of a telephone number as it is stored, without the zero dialled within a country. */
function phoneDigits(search: string): string | null {
  if (!/^[+\d\s()./-]+$/.test(search)) return null;
  const digits = search.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= LEAST_DIGITS ? digits : null;
}

function studentWords(search: string, classes: readonly Named[]): StudentWord[] {
  const typed = search.split(/\s+/).filter((word) => searchWords(word).length > 0);
  return typed.map((word) => {
    const key = searchWords(word).join('');
    const begun = classes.filter(({ name }) => searchKey(name).startsWith(key));
    return { key, typed: word, classIds: begun.map(({ id }) => id) };
  });
}

function studentsFor(
  db: Db,
  search: string,
  { visible, classes }: { visible: VisibleClasses; classes: readonly Named[] },
): Found['students'] {
  const limited = { visible, limit: LIMIT };
  const byWords = findStudents(db, studentWords(search, classes), limited);
  const digits = phoneDigits(search);
  const byPhone = digits === null ? [] : findByPhone(db, digits, limited);
  const known = new Set(byWords.map(({ id }) => id));
  return [...byWords, ...byPhone.filter(({ id }) => !known.has(id))].slice(0, LIMIT);
}

function registersFor(
  db: Db,
  asker: Asker,
  { day, words }: { day: string | null; words: readonly string[] },
): Found['registers'] {
  if (day === null) return [];
  const keys = words.flatMap(searchWords);
  return registersOn(db, day, seenBy(registersSeen(db, asker)))
    .filter((one) => hasWords(`${one.className} ${one.subjectName} ${one.teacherName}`, keys))
    .slice(0, LIMIT)
    .map(({ teacherName: _teacher, ...register }) => register);
}

/** What an account finds; nothing of classes that it does not see. */
export function find(asker: Asker & { db: Db }, search: string): Found {
  const { db, platform } = asker;
  const { classes: visible } = registersSeen(db, asker);
  const classes = activeClasses(db).filter(({ id }) => isVisible(visible, id));
  const words = searchWords(search);
  const reading = readSearchDay(search, today(platform));
  const registers = registersFor(db, asker, reading);
  const isUnmatched = reading.day !== null && reading.words.length > 0 && registers.length === 0;
  return {
    students: studentsFor(db, search, { visible, classes }),
    classes: byName(classes, words).map((one) => ({
      ...one,
      studentCount: countStudents(db, one.id),
    })),
    subjects: byName(listSubjects(db, { includeArchived: false }), words).map(({ id, name }) => ({
      id,
      name,
    })),
    day: reading.day,
    unmatched: isUnmatched ? reading.words.join(' ') : null,
    registers,
  };
}
