import type { CameraTrouble } from '#shared/recognition/camera-trouble.ts';
import type { Gallery } from '#shared/recognition/gallery.ts';
import type { Db } from '../../db/database.ts';
import type { Cell } from '../log/events.queries.ts';
import { Doubts } from './doubts.ts';
import { Sightings } from './sightings.ts';
import { TrackReports } from './track-reports.ts';

/** What is known of a session while the app runs and need not outlive it. */
export interface SessionMemory {
  /** The faces compared with; null until needed, and again when they have changed. */
  gallery: Promise<Gallery> | null;
  readonly doubts: Doubts;
  readonly sightings: Sightings;
  readonly reports: TrackReports;
  /** What the camera suffers from, as last reported. */
  trouble: CameraTrouble | null;
}

const memories = new WeakMap<Db, Map<string, SessionMemory>>();

function memoriesOf(db: Db): Map<string, SessionMemory> {
  const known = memories.get(db);
  if (known) return known;
  const fresh = new Map<string, SessionMemory>();
  memories.set(db, fresh);
  return fresh;
}

/** @param db the open register itself, not a transaction on it */
export function memoryOf(db: Db, sessionId: string): SessionMemory {
  const sessions = memoriesOf(db);
  const known = sessions.get(sessionId);
  if (known) return known;
  const fresh: SessionMemory = {
    gallery: null,
    doubts: new Doubts(),
    sightings: new Sightings(),
    reports: new TrackReports(),
    trouble: null,
  };
  sessions.set(sessionId, fresh);
  return fresh;
}

export function isUnsure(db: Db, sessionId: string, studentId: string): boolean {
  return memoriesOf(db).get(sessionId)?.doubts.isUnsure(studentId) ?? false;
}

/** When a student was seen since the mark in force, see `Sightings`. */
export function sightingSince(
  db: Db,
  { sessionId, studentId }: Cell,
  markedAt: number,
): number | null {
  return memoriesOf(db).get(sessionId)?.sightings.seenAt(studentId, markedAt) ?? null;
}

/** Call it when a session has ended. */
export function forgetSession(db: Db, sessionId: string): void {
  memoriesOf(db).delete(sessionId);
}

/** Call it once templates or consents have changed: the next face is matched against what is stored. */
export function forgetGalleries(db: Db): void {
  for (const memory of memoriesOf(db).values()) memory.gallery = null;
}
