import type { z } from 'zod';
import type { Account } from '#shared/contract/accounts.contract.ts';
import { ROLE_MEANING, type Status, type StatusRole } from '#shared/contract/status.ts';
import type { ManagedStatus, statusesContract } from '#shared/contract/statuses.contract.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { comparisonKey } from '../people/text-keys.ts';
import { DomainError } from '../rpc/domain-error.ts';
import {
  deleteStatus,
  holderOfShortcut,
  insertStatus,
  putRole,
  type StatusRecord,
  statusRecords,
  updateStatus,
} from './statuses.queries.ts';

type InputOf<K extends keyof typeof statusesContract> = z.output<
  NonNullable<(typeof statusesContract)[K]['~orpc']['inputSchema']>
>;
type StatusChanges = InputOf<'update'>;

/** Who changes the statuses, and when. */
export interface StatusEditor {
  db: Db;
  actor: Account;
  now: number;
}

const asShown = ({ sortOrder: _order, ...shown }: StatusRecord): ManagedStatus => shown;

/** All of them, archived ones too, in the school's order. */
export function readStatuses(db: Db): ManagedStatus[] {
  return statusRecords(db).map(asShown);
}

function requireStatus(db: Db, code: string): StatusRecord {
  const found = statusRecords(db).find((status) => status.code === code);
  if (!found) throw new DomainError('NOT_FOUND', { what: 'status' });
  return found;
}

function assertFreeShortcut(db: Db, shortcut: string | null, except: string): void {
  const holder = shortcut === null ? null : holderOfShortcut(db, shortcut, except);
  if (holder !== null) throw new DomainError('CONFLICT', { what: 'statusShortcut', name: holder });
}

/** One change and its line in the activity log, both or neither. Answers with all statuses. */
function change(
  { db, actor, now }: StatusEditor,
  write: (tx: Db) => { from: string | null; to: string | null } | null,
): ManagedStatus[] {
  return inTransaction(db, (tx) => {
    const detail = write(tx);
    if (detail) {
      recordActivity(tx, {
        at: now,
        kind: 'settingsChanged',
        actorId: actor.id,
        detail: { setting: 'status', ...detail },
      });
    }
    return readStatuses(tx);
  });
}

/** A status in one line of the activity log. */
function inWords({ code, label, meaning, points, archivedAt }: Omit<ManagedStatus, 'used'>) {
  return `${code} ${label} (${meaning}, ${points}${archivedAt === null ? '' : ', archived'})`;
}

/** @throws DomainError CONFLICT for a code or a key that is taken; archived codes stay taken */
export function createStatus(editor: StatusEditor, input: InputOf<'create'>): ManagedStatus[] {
  return change(editor, (tx) => {
    const all = statusRecords(tx);
    const taken = all.find(({ code }) => comparisonKey(code) === comparisonKey(input.code));
    if (taken) throw new DomainError('CONFLICT', { what: 'statusCode', name: taken.code });
    assertFreeShortcut(tx, input.shortcut, input.code);
    const sortOrder = Math.max(0, ...all.map((status) => status.sortOrder)) + 1;
    insertStatus(tx, { ...input, sortOrder });
    return { from: null, to: inWords({ ...input, roles: [], archivedAt: null }) };
  });
}

/** What marks say is not changed after the fact, nor what the app itself gives made unfit. */
function assertChangeable(before: StatusRecord, changes: StatusChanges): void {
  const { code: name, roles } = before;
  const newMeaning = changes.meaning !== undefined && changes.meaning !== before.meaning;
  if (newMeaning && before.used) throw new DomainError('CONFLICT', { what: 'statusUsed', name });
  const goes = newMeaning || (changes.archived === true && before.archivedAt === null);
  if (goes && roles.length > 0) throw new DomainError('CONFLICT', { what: 'statusRole', name });
}

/**
 * Changes what is given. The meaning of a code that marks have used stands for ever.
 * @throws DomainError NOT_FOUND, or CONFLICT for a meaning that marks rely on, a key that is
 *   taken, or a status that the app itself gives
 */
export function changeStatus(editor: StatusEditor, input: StatusChanges): ManagedStatus[] {
  return change(editor, (tx) => {
    const before = requireStatus(tx, input.code);
    assertChangeable(before, input);
    const archived = input.archived ?? before.archivedAt !== null;
    const after = {
      label: input.label ?? before.label,
      meaning: input.meaning ?? before.meaning,
      points: input.points ?? before.points,
      colour: input.colour ?? before.colour,
      shortcut: input.shortcut === undefined ? before.shortcut : input.shortcut,
      archivedAt: archived ? (before.archivedAt ?? editor.now) : null,
    };
    if (!archived) assertFreeShortcut(tx, after.shortcut, before.code);
    updateStatus(tx, before.code, after);
    const from = inWords(before);
    const to = inWords({ ...before, ...after });
    return from === to ? null : { from, to };
  });
}

/** Up or down among those in use; at the ends nothing happens. @throws DomainError NOT_FOUND */
export function moveStatus(editor: StatusEditor, { code, by }: InputOf<'move'>): ManagedStatus[] {
  return change(editor, (tx) => {
    requireStatus(tx, code);
    const inUse = statusRecords(tx).filter(({ archivedAt }) => archivedAt === null);
    const at = inUse.findIndex((status) => status.code === code);
    const moved = inUse[at];
    const other = inUse[at + by];
    if (!moved || !other) return null;
    updateStatus(tx, moved.code, { sortOrder: other.sortOrder });
    updateStatus(tx, other.code, { sortOrder: moved.sortOrder });
    return null;
  });
}

/** @throws DomainError NOT_FOUND, or CONFLICT once a mark has used it or while it plays a role */
export function removeStatus(editor: StatusEditor, code: string): ManagedStatus[] {
  return change(editor, (tx) => {
    const status = requireStatus(tx, code);
    if (status.used) throw new DomainError('CONFLICT', { what: 'statusUsed', name: code });
    if (status.roles.length > 0)
      throw new DomainError('CONFLICT', { what: 'statusRole', name: code });
    deleteStatus(tx, code);
    return { from: inWords(status), to: null };
  });
}

function codeOfRole(all: readonly Status[], role: StatusRole): string {
  return all.find(({ roles }) => roles.includes(role))?.code ?? '';
}

/**
 * From now on the app gives this status in this case.
 * @throws DomainError NOT_FOUND, CONFLICT for an archived status, INVALID where its meaning does
 *   not fit
 */
export function giveRole(
  editor: StatusEditor,
  { code, role }: InputOf<'giveRole'>,
): ManagedStatus[] {
  return change(editor, (tx) => {
    const status = requireStatus(tx, code);
    if (status.archivedAt !== null) {
      throw new DomainError('CONFLICT', { what: 'archivedStatus', name: code });
    }
    if (status.meaning !== ROLE_MEANING[role]) {
      throw new DomainError('INVALID', { field: 'code', why: 'roleMeaning' });
    }
    const from = codeOfRole(statusRecords(tx), role);
    if (from === code) return null;
    putRole(tx, role, code);
    return { from: `${role}: ${from}`, to: `${role}: ${code}` };
  });
}
