import { accountsRouter } from './accounts/accounts.router.ts';
import { activityRouter } from './activity/activity.router.ts';
import { appRouter } from './app/app.router.ts';
import { backupRouter } from './backup/backup.router.ts';
import { enrolmentRouter } from './enrolment/enrolment.router.ts';
import { exportsRouter } from './exports/exports.router.ts';
import { importsRouter } from './imports/imports.router.ts';
import { ownRecordRouter } from './own-record/own-record.router.ts';
import { peopleRouter } from './people/people.router.ts';
import { privacyRouter } from './privacy/privacy.router.ts';
import { absencesRouter } from './register/absences/absences.router.ts';
import { registerRouter } from './register/register.router.ts';
import { guestsRouter } from './register/roster/guests.router.ts';
import { reportsRouter } from './reports/reports.router.ts';
import { openRpc } from './rpc/base.ts';
import { selfTestRouter } from './self-test/self-test.router.ts';
import { settingsRouter } from './settings/settings.router.ts';
import { statusesRouter } from './settings/statuses.router.ts';
import { timetableRouter } from './timetable/timetable.router.ts';

/** Everything the window may call, domain by domain; the compiler holds it against the contract. */
export const router = openRpc.router({
  app: appRouter,
  accounts: accountsRouter,
  people: peopleRouter,
  enrolment: enrolmentRouter,
  register: registerRouter,
  ownRecord: ownRecordRouter,
  absences: absencesRouter,
  guests: guestsRouter,
  activity: activityRouter,
  exports: exportsRouter,
  imports: importsRouter,
  reports: reportsRouter,
  settings: settingsRouter,
  backup: backupRouter,
  privacy: privacyRouter,
  selfTest: selfTestRouter,
  statuses: statusesRouter,
  timetable: timetableRouter,
});
