import type { Db } from '../../db/database.ts';
import { DomainError } from '../../rpc/domain-error.ts';

/** The right to write an import or to take one back: one at a time in a register. */
export interface ImportTurn {
  /** Somebody has asked for the end of it. */
  isCancelled: boolean;
}

const turns = new WeakMap<Db, ImportTurn>();

/** @throws DomainError CONFLICT `importRunning` while another is written or taken back */
export function takeTurn(db: Db): ImportTurn {
  if (turns.has(db)) throw new DomainError('CONFLICT', { what: 'importRunning' });
  const turn = { isCancelled: false };
  turns.set(db, turn);
  return turn;
}

export function endTurn(db: Db): void {
  turns.delete(db);
}

/** Asks for the end of what is going on, if anything is. */
export function cancelTurn(db: Db): void {
  const turn = turns.get(db);
  if (turn) turn.isCancelled = true;
}
