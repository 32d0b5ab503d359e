import { z } from 'zod';
import { livenessPolicySchema } from '../liveness/evidence.ts';
import { countrySchema } from '../people/guardian.ts';
import { changesTo, nameSchema, procedure, STAFF } from './base.ts';
import { clockContract } from './clock.contract.ts';
import { securityContract } from './security.contract.ts';

/** Each has a file of words for screens, and one of words for what leaves the app: src-shared/words. */
export const languageSchema = z.enum(['en', 'hi']);
export type Language = z.infer<typeof languageSchema>;

/** The tables whose columns can be chosen. */
export const tableNameSchema = z.enum(['students', 'registers', 'accounts', 'studentFigures']);
export type TableName = z.infer<typeof tableNameSchema>;

/** What belongs to this laptop, not to the school; kept in electron-store, nothing secret. */
export const devicePreferencesSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  language: languageSchema,
  /** The camera chosen, by the browser's device id; null: the system's default. */
  cameraId: z.string().max(200).nullable(),
  sound: z.boolean(),
  /** Mirror the picture on screen, as people expect of themselves. */
  mirror: z.boolean(),
  /** The columns hidden in each table, by name; a table that is missing shows its usual ones. */
  hiddenColumns: z.partialRecord(tableNameSchema, z.array(z.string().max(40)).max(40)).optional(),
});
export type DevicePreferences = z.infer<typeof devicePreferencesSchema>;

export const compareWithSchema = z.enum(['roster', 'school']);
/**
 * Whose faces a session compares with: its roster alone, or everybody enrolled, so that somebody
 * of another class is named, and never marked.
 */
export type CompareWith = z.infer<typeof compareWithSchema>;

/** What the school has decided; in the database, changed by admins, noted in the activity log. */
export const schoolSettingsSchema = z.object({
  schoolName: nameSchema,
  livenessPolicy: livenessPolicySchema,
  /** For how many days after closing a teacher may correct a register; admins always may. */
  correctionDays: z.number().int().min(0).max(365),
  compareWith: compareWithSchema,
  /** Whether a sure, live match may take the place of a student's oldest template. */
  templateRefresh: z.boolean(),
  /** Minutes without input after which a window asks for the password again. */
  idleLockMinutes: z.number().int().min(1).max(120),
  /** Whether students see the points of their class, by first name and initial. */
  leaderboard: z.boolean(),
  /** Where telephone numbers without a country code are; null: nobody has said. */
  phoneCountry: countrySchema.nullable(),
});
export type SchoolSettings = z.infer<typeof schoolSettingsSchema>;

export const settingsContract = {
  security: securityContract,
  clock: clockContract,
  device: procedure.meta({ access: 'anyone' }).output(devicePreferencesSchema),
  updateDevice: procedure
    .meta({ access: 'anyone' })
    .input(changesTo(devicePreferencesSchema))
    .output(devicePreferencesSchema),
  school: procedure.meta({ access: STAFF }).output(schoolSettingsSchema),
  updateSchool: procedure.input(changesTo(schoolSettingsSchema)).output(schoolSettingsSchema),
};
