import type { RosterEntry } from '#shared/contract/register.contract.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { isSettled } from '#shared/register/is-settled.ts';
import type { Db } from '../../db/database.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import { seenAtOf } from '../faces/seen-at.ts';
import { isUnsure } from '../faces/session-memory.ts';
import type { Cell } from '../log/events.queries.ts';
import { rosterEntries, rosterEntry, type StoredEntry } from './roster.queries.ts';

function asShown(db: Db, sessionId: string, entry: StoredEntry): RosterEntry {
  const unsure = !isSettled(entry.mark) && isUnsure(db, sessionId, entry.studentId);
  return { ...entry, unsure, seenAt: seenAtOf(db, sessionId, entry) };
}

/** Everyone on the roster, by name. @param db the open register itself */
export function readRoster(db: Db, sessionId: string): RosterEntry[] {
  const entries = rosterEntries(db, sessionId, DESCRIPTOR_MODEL.id);
  return entries.map((entry) => asShown(db, sessionId, entry));
}

/** @throws DomainError NOT_ON_ROSTER */
export function readEntry(db: Db, cell: Cell): RosterEntry {
  const entry = rosterEntry(db, cell, DESCRIPTOR_MODEL.id);
  if (!entry) throw new DomainError('NOT_ON_ROSTER');
  return asShown(db, cell.sessionId, entry);
}
