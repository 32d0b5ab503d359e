import { readSchool } from '../../settings/settings.queries.ts';
import type { Caller } from '../caller.ts';
import { isOnRoster } from '../roster/roster.queries.ts';
import { publishEntries } from '../sessions/publish-change.ts';
import { openSessions } from '../sessions/sessions.queries.ts';
import { forgetGalleries } from './session-memory.ts';

type Teller = Pick<Caller, 'db' | 'live'>;

/**
 * Call it once a student's templates or consent have changed: the next face is matched against
 * what is stored, and open registers that compare with the student show who can be matched now and
 * fetch their gallery anew.
 */
export function galleryChanged({ db, live }: Teller, studentId: string): void {
  forgetGalleries(db);
  const isComparedEverywhere = readSchool(db).compareWith === 'school';
  for (const { id: sessionId } of openSessions(db)) {
    const isTheirs = isOnRoster(db, { sessionId, studentId });
    if (isTheirs) publishEntries({ db, live }, sessionId, [studentId]);
    if (isTheirs || isComparedEverywhere) live.publish(sessionId, { kind: 'gallery' });
  }
}

/** Call it once open registers are to compare with other students than before. */
export function everyGalleryChanged({ db, live }: Teller): void {
  forgetGalleries(db);
  for (const { id } of openSessions(db)) live.publish(id, { kind: 'gallery' });
}
