import { setTimeout } from 'node:timers/promises';
import type { Db } from '../../db/database.ts';
import type { Platform } from '../../platform.ts';
import { unfinishedImports } from '../imports.queries.ts';
import { endTurn, type ImportTurn, takeTurn } from './import-turn.ts';
import { takeBack } from './take-back.ts';

/** The window comes first. */
const REST_MS = 200;

interface Register {
  db: Db;
  platform: Pick<Platform, 'now' | 'utcOffsetMinutes' | 'log'>;
}

/** Takes back what was being written or taken back when the app ended or the disk was full. */
async function takeBackUnfinished({ db, platform }: Register, signal?: AbortSignal): Promise<void> {
  for (const { id, by } of unfinishedImports(db)) {
    const steps = takeBack({ db, platform, actorId: by }, id);
    for await (const _step of steps) signal?.throwIfAborted();
    platform.log.info(`Import ${id} was not finished and has been taken back`);
  }
}

/**
 * Does `work` while nothing else is imported or taken back.
 * @throws DomainError CONFLICT `importRunning`
 */
export async function* inTurn<T>(
  register: Register,
  work: (turn: ImportTurn) => AsyncGenerator<T, void, void>,
): AsyncGenerator<T, void, void> {
  const { db } = register;
  const turn = takeTurn(db);
  try {
    await takeBackUnfinished(register);
    yield* work(turn);
  } finally {
    endTurn(db);
  }
}

/**
 * Takes back, between other work, the imports that the end of the app has cut off, until all are or
 * the function it returns is called.
 */
export function finishImports(register: Register): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const { db, platform } = register;
  const work = async () => {
    takeTurn(db);
    try {
      await setTimeout(REST_MS, undefined, { signal });
      await takeBackUnfinished(register, signal);
    } finally {
      endTurn(db);
    }
  };
  if (unfinishedImports(db).length > 0) {
    work().catch((error: unknown) => {
      if (!signal.aborted) platform.log.error('An import could not be taken back', error);
    });
  }
  return () => stop.abort();
}
