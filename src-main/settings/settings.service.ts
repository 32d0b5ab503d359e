import type { Account } from '#shared/contract/accounts.contract.ts';
import type { SchoolSettings } from '#shared/contract/settings.contract.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { readSchool, updateSchool } from './settings.queries.ts';

export function readSchoolSettings(db: Db): SchoolSettings {
  const { name, livenessPolicy, correctionDays } = readSchool(db);
  return { schoolName: name, livenessPolicy, correctionDays };
}

/** Changes what is given and notes each change, with what it was before, in the activity log. */
export function changeSchoolSettings(
  db: Db,
  changes: Partial<SchoolSettings>,
  by: { actor: Account; now: number },
): SchoolSettings {
  return inTransaction(db, (tx) => {
    const before = readSchoolSettings(tx);
    const after = { ...before, ...changes };
    const { schoolName: name, livenessPolicy, correctionDays } = after;
    updateSchool(tx, { name, livenessPolicy, correctionDays });
    for (const setting of ['schoolName', 'livenessPolicy', 'correctionDays'] as const) {
      if (before[setting] === after[setting]) continue;
      recordActivity(tx, {
        at: by.now,
        kind: 'settingsChanged',
        actorId: by.actor.id,
        detail: { setting, from: before[setting], to: after[setting] },
      });
    }
    return after;
  });
}
