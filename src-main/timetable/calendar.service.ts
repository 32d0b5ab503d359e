import type { NamedDays } from '#shared/contract/timetable.contract.ts';
import { overlaps } from '#shared/timetable/validity.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { holidays, terms } from '../db/schema/index.ts';
import type { Caller } from '../register/caller.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { deleteDays, findDays, putDays, readCalendar } from './calendar.queries.ts';

type Kind = 'term' | 'holiday';
type DaysInput = Omit<NamedDays, 'id'> & { id?: string | undefined };

const TABLES = { term: terms, holiday: holidays } as const;

function requireDays(db: Db, kind: Kind, id: string): NamedDays {
  const found = findDays(db, TABLES[kind], id);
  if (found === null) throw new DomainError('NOT_FOUND', { what: kind });
  return found;
}

function assertNoOverlap(db: Db, days: NamedDays): void {
  const other = readCalendar(db).terms.find((term) => term.id !== days.id && overlaps(term, days));
  if (!other) return;
  const { name, from, to } = other;
  throw new DomainError('OVERLAP', { name, from, to });
}

function note(tx: Db, { account, platform }: Caller, what: string, days: NamedDays): void {
  const { name, from, to } = days;
  recordActivity(tx, {
    at: platform.now(),
    kind: 'timetableChanged',
    actorId: account.id,
    detail: { what, name, from, to },
  });
}

function save(caller: Caller, kind: Kind, { id, name, from, to }: DaysInput): NamedDays {
  return inTransaction(caller.db, (tx) => {
    if (id !== undefined) requireDays(tx, kind, id);
    const days = { id: id ?? newId(), name, from, to };
    if (kind === 'term') assertNoOverlap(tx, days);
    putDays(tx, TABLES[kind], days);
    note(tx, caller, `${kind}Saved`, days);
    return days;
  });
}

function remove(caller: Caller, kind: Kind, id: string): void {
  inTransaction(caller.db, (tx) => {
    const days = requireDays(tx, kind, id);
    deleteDays(tx, TABLES[kind], id);
    note(tx, caller, `${kind}Removed`, days);
  });
}

/** @throws DomainError NOT_FOUND, or OVERLAP with another term */
export const saveTerm = (caller: Caller, days: DaysInput): NamedDays => save(caller, 'term', days);
/** @throws DomainError NOT_FOUND */
export const removeTerm = (caller: Caller, id: string): void => remove(caller, 'term', id);
/** @throws DomainError NOT_FOUND */
export const saveHoliday = (caller: Caller, days: DaysInput): NamedDays =>
  save(caller, 'holiday', days);
/** @throws DomainError NOT_FOUND */
export const removeHoliday = (caller: Caller, id: string): void => remove(caller, 'holiday', id);
