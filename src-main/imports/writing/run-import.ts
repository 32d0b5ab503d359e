import type {
  ImportDone,
  ImportProgress,
  ImportWorking,
} from '#shared/contract/imports.contract.ts';
import type { ImportKind } from '#shared/imports/import-field.ts';
import { type Db, inTransaction } from '../../db/database.ts';
import { newId } from '../../db/new-id.ts';
import type { Importer } from '../importer.ts';
import {
  findImport,
  forgetOlderChanges,
  type ImportChange,
  insertChanges,
  insertImport,
  setUnfinished,
  UNDOABLE,
} from '../imports.queries.ts';
import type { ImportTurn } from './import-turn.ts';
import { inParts, type PartedWork, told } from './in-parts.ts';
import { takeBack } from './take-back.ts';

/** An import that has been planned and can be written. */
export interface ImportWork<T> extends Pick<PartedWork<T>, 'items' | 'rowsOf'> {
  kind: ImportKind;
  /** Without the names of people in it. */
  fileName: string;
  created: number;
  changed: number;
  /** Writes some of the items. @throws DomainError CONFLICT `plan` where they do not fit any more */
  write: (tx: Db, importId: string, part: readonly T[]) => ImportChange[];
  /** Notes the whole. */
  finish: (tx: Db) => void;
}

/** Somebody has cancelled. */
class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

interface Stops {
  turn: ImportTurn;
  signal: AbortSignal;
}

function begin<T>({ db, account, platform }: Importer, work: ImportWork<T>): string {
  const { kind, fileName, created, changed } = work;
  const id = newId();
  const by = { actorId: account.id, unfinishedBy: account.id };
  insertImport(db, { id, at: platform.now(), ...by, kind, fileName, created, changed });
  return id;
}

async function* writeAll<T>(
  db: Db,
  importId: string,
  work: ImportWork<T>,
  { turn, signal }: Stops,
): AsyncGenerator<ImportWorking, void, void> {
  const { items, rowsOf } = work;
  const total = items.reduce((sum, item) => sum + rowsOf(item), 0);
  const write = (tx: Db, part: readonly T[]) => insertChanges(tx, work.write(tx, importId, part));
  const steps = inParts(db, { items, rowsOf, write });
  yield { kind: 'working', doing: 'writing', done: 0, total };
  for await (const step of told(steps, { doing: 'writing', total })) {
    yield step;
    signal.throwIfAborted();
    if (turn.isCancelled) throw new Cancelled();
  }
}

function finish<T>(db: Db, importId: string, work: ImportWork<T>): ImportDone {
  return inTransaction(db, (tx) => {
    work.finish(tx);
    setUnfinished(tx, importId, null);
    forgetOlderChanges(tx, UNDOABLE);
    const done = findImport(tx, importId);
    if (!done) throw new Error('The import just written is not there.');
    return done;
  });
}

/**
 * Writes an import part by part, so that others have their turn in between. Where it is cancelled,
 * fails or its reader leaves, all that was written is taken back before this returns; where the app
 * ends, at the next start.
 * @throws what `work` throws
 */
export async function* runImport<T>(
  importer: Importer,
  work: ImportWork<T>,
  stops: Stops,
): AsyncGenerator<ImportProgress, void, void> {
  const { db, account, platform } = importer;
  const importId = begin(importer, work);
  const takenBack = () => takeBack({ db, platform, actorId: account.id }, importId);
  let isSettled = false;
  try {
    yield* writeAll(db, importId, work, stops);
    const done = finish(db, importId, work);
    isSettled = true;
    yield { kind: 'imported', done };
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    yield* takenBack();
    isSettled = true;
    yield { kind: 'cancelled' };
  } finally {
    if (!isSettled) for await (const _step of takenBack());
  }
}
