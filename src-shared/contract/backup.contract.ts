import { z } from 'zod';
import { appStatusSchema, wrongPassphrase } from './app.contract.ts';
import { type Access, instantSchema, procedure } from './base.ts';

/** A backup as it lies in its folder; what is in it is known only with the passphrase. */
export const backupInfoSchema = z.object({
  name: z.string(),
  madeAt: instantSchema,
  bytes: z.number().int(),
  appVersion: z.string(),
});
export type BackupInfo = z.infer<typeof backupInfoSchema>;

/** A backup of this register, and whether today's recovery passphrase opens it. */
export const ownBackupSchema = backupInfoSchema.extend({
  opensWith: z.enum(['present', 'earlier']),
});
export type OwnBackup = z.infer<typeof ownBackupSchema>;

export const backupFailureSchema = z.enum(['folderGone', 'folderNotWritable', 'full', 'other']);
export type BackupFailure = z.infer<typeof backupFailureSchema>;

export const backupStatusSchema = z.object({
  folder: z.string(),
  /** In the data folder: lost with the disk. */
  isBesideRegister: z.boolean(),
  /** Newest first. */
  backups: z.array(ownBackupSchema),
  /** Why the last automatic backup was not made; null when it was. */
  failure: backupFailureSchema.nullable(),
});
export type BackupStatus = z.infer<typeof backupStatusSchema>;

/** What a backup holds, for somebody who decides whether to go back to it. */
export const backupFactsSchema = z.object({
  madeAt: instantSchema,
  schoolName: z.string(),
  students: z.number().int(),
  sessions: z.number().int(),
  events: z.number().int(),
  lastEventAt: instantSchema.nullable(),
});
export type BackupFacts = z.infer<typeof backupFactsSchema>;

/**
 * Where the register stands after a restore, and what had been erased or withdrawn since the backup
 * and came back with it: it is erased again. `known` says how: `register`, by the register that was
 * replaced; `file`, by what this computer had noted, since that register could not be read;
 * `nothing`, this computer knows of none.
 */
export const restoredSchema = z.object({
  status: appStatusSchema,
  again: z.object({
    known: z.enum(['register', 'file', 'nothing']),
    erased: z.number().int(),
    withdrawn: z.number().int(),
    /** Students whose faces, erased since, had come back. */
    faces: z.number().int(),
  }),
});
export type Restored = z.infer<typeof restoredSchema>;

const backupErrors = {
  BACKUP_FOLDER_GONE: {
    message: 'The folder for backups is not there.',
    data: z.object({ folder: z.string() }),
  },
  BACKUP_FOLDER_NOT_WRITABLE: {
    message: 'The folder for backups cannot be written to.',
    data: z.object({ folder: z.string() }),
  },
};

const unusable = {
  BACKUP_UNUSABLE: {
    message: 'The file cannot be used as a backup.',
    data: z.object({
      why: z.enum([
        'notABackup',
        'newerFormat',
        'newerVersion',
        'truncated',
        'damaged',
        'unreadable',
      ]),
    }),
  },
};

/** Going back to a backup, one step after another; the file stays with the main process. */
const restoreSteps = (access: Access) => ({
  /** Asks for a file; null: cancelled. */
  choose: procedure.meta({ access }).output(backupInfoSchema.nullable()).errors(unusable),
  /** Opens the chosen backup with the passphrase of when it was made, and looks what is in it. */
  preview: procedure
    .meta({ access })
    .input(z.object({ passphrase: z.string().max(200) }))
    .output(backupFactsSchema)
    .errors({
      ...wrongPassphrase,
      ...unusable,
    }),
  /** Puts the backup that was looked into in the place of the register; everybody is signed out. */
  apply: procedure.meta({ access }).output(restoredSchema).errors(backupErrors),
});

export const backupContract = {
  status: procedure.output(backupStatusSchema),
  make: procedure.output(backupInfoSchema).errors(backupErrors),
  /** Asks for the folder that backups go to from now on; null: cancelled. */
  chooseFolder: procedure.output(backupStatusSchema.nullable()).errors(backupErrors),
  restore: restoreSteps(['admin']),
  /** The same before anybody can sign in; refused once the register is open. */
  recover: restoreSteps('anyone'),
};
