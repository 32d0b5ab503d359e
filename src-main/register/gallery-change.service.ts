import type { Caller } from './caller.ts';
import { publishEntries } from './publish-change.ts';
import { isOnRoster } from './roster.queries.ts';
import { forgetGalleries } from './session-memory.ts';
import { openSessions } from './sessions.queries.ts';

/**
 * Call it once a student's templates or consent have changed: the next face is matched against
 * what is stored, and open registers with the student on their roster show who can be matched now
 * and fetch their gallery anew.
 */
export function galleryChanged({ db, live }: Pick<Caller, 'db' | 'live'>, studentId: string): void {
  forgetGalleries(db);
  for (const { id: sessionId } of openSessions(db)) {
    if (!isOnRoster(db, { sessionId, studentId })) continue;
    publishEntries({ db, live }, sessionId, [studentId]);
    live.publish(sessionId, { kind: 'gallery' });
  }
}
