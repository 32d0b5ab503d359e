import type { UndoProgress } from '#shared/contract/imports.contract.ts';
import type { Db } from '../db/database.ts';
import { DomainError } from '../rpc/domain-error.ts';
import type { Importer } from './importer.ts';
import { changesPage, findImport, setUnfinished } from './imports.queries.ts';
import { inTurn } from './writing/finish-imports.ts';
import { takeBack } from './writing/take-back.ts';

function assertUndoable(db: Db, id: string): void {
  const found = findImport(db, id);
  if (!found) throw new DomainError('NOT_FOUND', { what: 'import' });
  if (found.undoneAt !== null) throw new DomainError('CONFLICT', { what: 'importUndone' });
  const [first] = changesPage(db, id, { after: null, limit: 1 });
  if (!first) throw new DomainError('CONFLICT', { what: 'importForgotten' });
}

async function* undo(
  { db, account, platform }: Importer,
  id: string,
): AsyncGenerator<UndoProgress, void, void> {
  setUnfinished(db, id, account.id);
  const steps = takeBack({ db, platform, actorId: account.id }, id);
  let isLeft = true;
  try {
    for (let step = await steps.next(); ; step = await steps.next()) {
      if (step.done) {
        yield { kind: 'undone', result: step.value };
        break;
      }
      yield step.value;
    }
    isLeft = false;
  } catch (error) {
    isLeft = false;
    throw error;
  } finally {
    // Nobody reads any more: what was begun is still brought to its end.
    if (isLeft) for await (const _step of steps);
  }
}

/**
 * Takes an import back, except for what was meanwhile used or changed. Once begun it goes on to its
 * end, whether or not somebody reads how far it is; where the app ends, at the next start.
 * @throws DomainError NOT_FOUND; CONFLICT `importUndone` when it was taken back already,
 *   `importForgotten` once what it did is no longer kept, `importRunning`
 */
export function undoImport(importer: Importer, id: string): AsyncGenerator<UndoProgress> {
  assertUndoable(importer.db, id);
  return inTurn(importer, () => undo(importer, id));
}
