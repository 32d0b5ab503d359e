import { z } from 'zod';
import { nameSchema, procedure, STAFF } from './base.ts';
import { fileErrors } from './exports.contract.ts';

/** Why the register could not be opened. Each has its own words and way out on the start-up screen. */
export const startFailureSchema = z.discriminatedUnion('reason', [
  z.object({ reason: z.literal('newerVersion'), found: z.number(), supported: z.number() }),
  z.object({ reason: z.literal('wrongKey') }),
  z.object({ reason: z.literal('folderNotWritable'), folder: z.string() }),
  z.object({ reason: z.literal('folderGone'), folder: z.string() }),
  z.object({ reason: z.literal('storageFull'), folder: z.string() }),
  z.object({ reason: z.literal('databaseBusy') }),
  z.object({ reason: z.literal('damaged'), detail: z.string() }),
  z.object({
    reason: z.literal('modelFile'),
    file: z.string(),
    problem: z.enum(['missing', 'changed']),
  }),
]);
export type StartFailure = z.infer<typeof startFailureSchema>;

/**
 * Where the app stands: `setup` before the first run is finished, `locked` while the
 * keychain cannot give the key and the recovery passphrase is needed, `ready`, or `failed`.
 */
export const appStatusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('setup') }),
  z.object({ state: z.literal('locked') }),
  z.object({ state: z.literal('ready'), schoolName: z.string() }),
  z.object({ state: z.literal('failed'), failure: startFailureSchema }),
]);
export type AppStatus = z.infer<typeof appStatusSchema>;

/** Long rather than intricate (NIST SP 800-63B, 5.1.1.2); the upper bound caps the hashing cost. */
export const passwordSchema = z.string().min(10).max(128);
export const passphraseSchema = z.string().min(12).max(200);
export const usernameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9._-]{3,40}$/, 'Use 3 to 40 letters, digits, dots, dashes or underscores.');

export const wrongPassphrase = {
  WRONG_PASSPHRASE: {
    message: 'That is not the recovery passphrase.',
    data: z.object({ retryAfterMs: z.number() }),
  },
};

const milliseconds = z.number().nonnegative().max(1e6).optional();
const pixels = z.number().nonnegative().max(100_000);

/** What the window alone knows of this computer. Numbers and choices: there is no room for a name. */
export const windowFactsSchema = z.object({
  /** What recognition runs on; null where it has not been started, or does not run. */
  engine: z
    .object({
      backend: z.enum(['webgl', 'wasm']),
      measuredMs: z.object({ webgl: milliseconds, wasm: milliseconds }),
      fallback: z.enum(['software', 'none', 'slow', 'failed']).nullable(),
    })
    .nullable(),
  /** The cameras attached, without their labels, which people can change. */
  cameras: z.array(z.object({ chosen: z.boolean() })).max(64),
  screen: z.object({ width: pixels, height: pixels, pixelRatio: z.number().positive().max(100) }),
  windowSize: z.object({ width: pixels, height: pixels }),
});
export type WindowFacts = z.infer<typeof windowFactsSchema>;

const savedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), path: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
]);

export const appContract = {
  status: procedure.meta({ access: 'anyone' }).output(appStatusSchema),
  /** Try once more to open the register after a failure. */
  retry: procedure.meta({ access: 'anyone' }).output(appStatusSchema),
  /** Show the folder that holds the register in the system's file manager. */
  openDataFolder: procedure.meta({ access: 'anyone' }),
  unlock: procedure
    .meta({ access: 'anyone' })
    .input(z.object({ passphrase: z.string().max(200) }))
    .output(appStatusSchema)
    .errors(wrongPassphrase),
  /** First run: makes the key, the database, the school and its first admin, or nothing at all. */
  setUp: procedure
    .meta({ access: 'anyone' })
    .input(
      z.object({
        schoolName: nameSchema,
        admin: z.object({
          displayName: nameSchema,
          username: usernameSchema,
          password: passwordSchema,
        }),
        recoveryPassphrase: passphraseSchema,
      }),
    )
    .output(appStatusSchema),
  about: procedure.meta({ access: STAFF }).output(
    z.object({
      version: z.string(),
      electron: z.string(),
      chromium: z.string(),
      dataFolder: z.string(),
      databaseBytes: z.number(),
      modelId: z.string(),
    }),
  ),
  /** Asks where to, and saves what somebody needs who looks into a fault, without names. */
  saveDiagnostics: procedure
    .meta({ access: STAFF })
    .input(windowFactsSchema)
    .output(savedSchema)
    .errors(fileErrors),
};
