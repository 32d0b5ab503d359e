import { absencesContract } from './absences.contract.ts';
import { accountsContract } from './accounts.contract.ts';
import { activityContract } from './activity.contract.ts';
import { appContract } from './app.contract.ts';
import { backupContract } from './backup.contract.ts';
import { enrolmentContract } from './enrolment.contract.ts';
import { exportsContract } from './exports.contract.ts';
import { guestsContract } from './guests.contract.ts';
import { importsContract } from './imports.contract.ts';
import { ownRecordContract } from './own-record.contract.ts';
import { peopleContract } from './people.contract.ts';
import { privacyContract } from './privacy.contract.ts';
import { registerContract } from './register.contract.ts';
import { reportsContract } from './reports.contract.ts';
import { selfTestContract } from './self-test.contract.ts';
import { settingsContract } from './settings.contract.ts';
import { statusesContract } from './statuses.contract.ts';
import { timetableContract } from './timetable.contract.ts';

/** Every call that crosses from the window to the main process. There is no other way across. */
export const contract = {
  app: appContract,
  accounts: accountsContract,
  people: peopleContract,
  enrolment: enrolmentContract,
  register: registerContract,
  ownRecord: ownRecordContract,
  absences: absencesContract,
  guests: guestsContract,
  activity: activityContract,
  exports: exportsContract,
  imports: importsContract,
  reports: reportsContract,
  settings: settingsContract,
  backup: backupContract,
  privacy: privacyContract,
  selfTest: selfTestContract,
  statuses: statusesContract,
  timetable: timetableContract,
};
export type Contract = typeof contract;
