import { registerFiles } from '../app/register-files.ts';
import type { Db } from '../db/database.ts';
import type { Platform } from '../platform.ts';
import { chainHeads } from '../register/log/events.queries.ts';
import { type Note, type Notes, type NotesFile, readNotes, writeNotes } from './notes-file.ts';

/** Enough to go back years where every day has one, and a small file. */
const NOTES_KEPT = 400;

export function readNotesHere({ dataFolder, keychain, log, now }: Platform): NotesFile {
  const path = registerFiles(dataFolder).logNotes;
  return readNotes({ path, keychain, log, now: now() });
}

export function writeNotesHere(
  { dataFolder, keychain }: Platform,
  file: Pick<NotesFile, 'notes' | 'key'>,
): void {
  writeNotes(registerFiles(dataFolder).logNotes, file, keychain);
}

/** The notes with one more; nothing is noted of an empty log. */
export function withNote(notes: Notes, note: Note): Notes {
  if (note.heads.length === 0) return notes;
  return { ...notes, notes: [...notes.notes, note].slice(-NOTES_KEPT) };
}

/**
 * Notes where the log ends just now, since somebody takes a copy of it away. Notes that were
 * altered are left alone: the next check tells of them. What cannot be noted is no reason to fail.
 */
export function noteLogEnd(platform: Platform, db: Db, by: 'backup' | 'export'): void {
  try {
    const file = readNotesHere(platform);
    if (file.standing === 'altered') return;
    const note = { at: platform.now(), by, heads: chainHeads(db) };
    writeNotesHere(platform, { ...file, notes: withNote(file.notes, note) });
  } catch (error) {
    platform.log.error('The end of the log could not be noted', error);
  }
}
