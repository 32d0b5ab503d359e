import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { findingSchema } from '#shared/contract/security.contract.ts';
import { writeFileAtomically } from '../app/atomic-write.ts';
import type { Keychain, Logger } from '../platform.ts';
import { chainHeadSchema } from './chain-heads.ts';

const MAC_KEY_BYTES = 32;

const noteSchema = z.object({
  at: z.number().int(),
  by: z.enum(['check', 'backup', 'export']),
  heads: z.array(chainHeadSchema),
});
/** Where the log ended at some moment, noted outside of the database. */
export type Note = z.infer<typeof noteSchema>;

const notesSchema = z.object({
  /** Since when there are notes. */
  startedAt: z.number().int(),
  /** The last check of each kind; null before the first. */
  checkedAt: z.number().int().nullable(),
  fullyCheckedAt: z.number().int().nullable(),
  /** How far the log was found intact by the last check. */
  verified: z.object({ events: z.number().int(), heads: z.array(chainHeadSchema) }).nullable(),
  notes: z.array(noteSchema),
  /** What the last check found; null: nothing. */
  finding: findingSchema.nullable(),
});
export type Notes = z.infer<typeof notesSchema>;

const fileSchema = z.object({
  version: z.literal(1),
  /** The key of the seal, wrapped by the system's keychain; null where there is none. */
  sealKey: z.base64().nullable(),
  notes: notesSchema,
  /** HMAC-SHA-256 of the notes under that key. */
  seal: z.base64().nullable(),
});

/**
 * The notes about the log beside the database, and the key they are sealed with. `kept`: as this
 * computer wrote them. `fresh`: there were none, or none that its keychain can vouch for.
 * `altered`: somebody changed them. `unsealed`: there is no keychain to vouch for any.
 */
export interface NotesFile {
  standing: 'kept' | 'fresh' | 'altered' | 'unsealed';
  notes: Notes;
  /** The key of the seal; null where there is no keychain. */
  key: Buffer | null;
}

function sealOf(notes: Notes, key: Buffer): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify(notesSchema.parse(notes)))
    .digest();
}

function isSealed(notes: Notes, seal: string | null, key: Buffer): boolean {
  const found = Buffer.from(seal ?? '', 'base64');
  const expected = sealOf(notes, key);
  return found.length === expected.length && timingSafeEqual(found, expected);
}

function noNotes(now: number): Notes {
  return {
    startedAt: now,
    checkedAt: null,
    fullyCheckedAt: null,
    verified: null,
    notes: [],
    finding: null,
  };
}

function unwrapped(sealKey: string | null, keychain: Keychain, log: Logger): Buffer | null {
  if (sealKey === null) return null;
  try {
    const key = keychain.unwrap(Buffer.from(sealKey, 'base64'));
    return key.length === MAC_KEY_BYTES ? key : null;
  } catch (error) {
    log.error('The keychain could not give the key of the seal back', error);
    return null;
  }
}

interface Place {
  path: string;
  keychain: Keychain;
  log: Logger;
  now: number;
}

function parsed(path: string) {
  const text = readFileSync(path, 'utf8');
  try {
    return fileSchema.parse(JSON.parse(text));
  } catch {
    // Told apart from a file that is not there: it counts as altered.
    return null;
  }
}

export function readNotes({ path, keychain, log, now }: Place): NotesFile {
  const hasKeychain = keychain.isAvailable();
  const fresh = { notes: noNotes(now), key: hasKeychain ? randomBytes(MAC_KEY_BYTES) : null };
  if (!existsSync(path)) return { standing: hasKeychain ? 'fresh' : 'unsealed', ...fresh };
  const file = parsed(path);
  if (file === null) return { standing: 'altered', ...fresh };
  if (!hasKeychain) return { standing: 'unsealed', notes: file.notes, key: null };
  const key = unwrapped(file.sealKey, keychain, log);
  if (key === null) return { standing: 'fresh', ...fresh };
  return isSealed(file.notes, file.seal, key)
    ? { standing: 'kept', notes: file.notes, key }
    : { standing: 'altered', notes: noNotes(now), key };
}

/** @throws storage errors */
export function writeNotes(
  path: string,
  { notes, key }: Pick<NotesFile, 'notes' | 'key'>,
  keychain: Keychain,
): void {
  const file = {
    version: 1,
    sealKey: key === null ? null : keychain.wrap(key).toString('base64'),
    notes: notesSchema.parse(notes),
    seal: key === null ? null : sealOf(notes, key).toString('base64'),
  };
  writeFileAtomically(path, `${JSON.stringify(file)}\n`);
}
