import 'dayjs/locale/hi';
import accounts from '#renderer/accounts/accounts.hi.json';
import activity from '#renderer/activity/activity.hi.json';
import backup from '#renderer/backup/backup.hi.json';
import camera from '#renderer/camera/camera.hi.json';
import clock from '#renderer/clock/clock.hi.json';
import enrolment from '#renderer/enrolment/enrolment.hi.json';
import exportsWords from '#renderer/exports/exports.hi.json';
import firstRun from '#renderer/first-run/first-run.hi.json';
import imports from '#renderer/imports/imports.hi.json';
import ownRecord from '#renderer/own-record/own-record.hi.json';
import palette from '#renderer/palette/palette.hi.json';
import people from '#renderer/people/people.hi.json';
import privacy from '#renderer/privacy/privacy.hi.json';
import absences from '#renderer/register/absences/absences.hi.json';
import guests from '#renderer/register/guests/guests.hi.json';
import history from '#renderer/register/history/history.hi.json';
import live from '#renderer/register/live/live.hi.json';
import register from '#renderer/register/register.hi.json';
import today from '#renderer/register/today/today.hi.json';
import reports from '#renderer/reports/reports.hi.json';
import security from '#renderer/security/security.hi.json';
import selfTest from '#renderer/self-test/self-test.hi.json';
import settings from '#renderer/settings/settings.hi.json';
import statuses from '#renderer/settings/statuses/statuses.hi.json';
import startUp from '#renderer/start-up/start-up.hi.json';
import timetable from '#renderer/timetable/timetable.hi.json';
import app from '../app.hi.json';
import errors from '../errors.hi.json';
import type { ScreenWords } from './english.ts';

/** The words of the screens in Hindi; a text that English has and this has not does not compile. */
export const hindi: ScreenWords = {
  app,
  errors,
  absences,
  accounts,
  activity,
  backup,
  camera,
  clock,
  enrolment,
  exports: exportsWords,
  firstRun,
  guests,
  history,
  imports,
  live,
  ownRecord,
  palette,
  people,
  privacy,
  register,
  reports,
  security,
  selfTest,
  settings,
  startUp,
  timetable,
  statuses,
  today,
};
