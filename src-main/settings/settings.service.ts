import type { SchoolSettings } from '#shared/contract/settings.contract.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import type { Caller } from '../register/caller.ts';
import { everyGalleryChanged } from '../register/faces/gallery-change.service.ts';
import { readSchool, updateSchool } from './settings.queries.ts';

export function readSchoolSettings(db: Db): SchoolSettings {
  const { name: schoolName, livenessPolicy, correctionDays, ...school } = readSchool(db);
  const { compareWith, templateRefresh, idleLockMinutes, leaderboard, phoneCountry } = school;
  return {
    schoolName,
    livenessPolicy,
    correctionDays,
    compareWith,
    templateRefresh,
    idleLockMinutes,
    leaderboard,
    phoneCountry,
  };
}

const SETTINGS = [
  'schoolName',
  'livenessPolicy',
  'correctionDays',
  'compareWith',
  'templateRefresh',
  'idleLockMinutes',
  'leaderboard',
  'phoneCountry',
] as const;

function noteChanges(
  tx: Db,
  { account, platform }: Pick<Caller, 'account' | 'platform'>,
  before: SchoolSettings,
  after: SchoolSettings,
): void {
  for (const setting of SETTINGS) {
    if (before[setting] === after[setting]) continue;
    recordActivity(tx, {
      at: platform.now(),
      kind: 'settingsChanged',
      actorId: account.id,
      detail: { setting, from: before[setting], to: after[setting] },
    });
  }
}

/** Says where the school's telephone numbers are, unless somebody has said so before. */
export function settlePhoneCountry(
  tx: Db,
  by: Pick<Caller, 'account' | 'platform'>,
  phoneCountry: string,
): void {
  const before = readSchoolSettings(tx);
  if (before.phoneCountry !== null) return;
  updateSchool(tx, { phoneCountry });
  noteChanges(tx, by, before, { ...before, phoneCountry });
}

/**
 * Changes what is given and notes each change, with what it was before, in the activity log. Open
 * registers fetch their faces anew where others are to be compared with.
 */
export function changeSchoolSettings(
  caller: Caller,
  changes: Partial<SchoolSettings>,
): SchoolSettings {
  const { before, after } = inTransaction(caller.db, (tx) => {
    const before = readSchoolSettings(tx);
    const after = { ...before, ...changes };
    const { schoolName: name, ...others } = after;
    updateSchool(tx, { name, ...others });
    noteChanges(tx, caller, before, after);
    return { before, after };
  });
  if (before.compareWith !== after.compareWith) everyGalleryChanged(caller);
  return after;
}
