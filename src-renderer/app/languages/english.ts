import accounts from '#renderer/accounts/accounts.en.json';
import activity from '#renderer/activity/activity.en.json';
import backup from '#renderer/backup/backup.en.json';
import camera from '#renderer/camera/camera.en.json';
import clock from '#renderer/clock/clock.en.json';
import enrolment from '#renderer/enrolment/enrolment.en.json';
import exportsWords from '#renderer/exports/exports.en.json';
import firstRun from '#renderer/first-run/first-run.en.json';
import imports from '#renderer/imports/imports.en.json';
import ownRecord from '#renderer/own-record/own-record.en.json';
import palette from '#renderer/palette/palette.en.json';
import people from '#renderer/people/people.en.json';
import privacy from '#renderer/privacy/privacy.en.json';
import absences from '#renderer/register/absences/absences.en.json';
import guests from '#renderer/register/guests/guests.en.json';
import history from '#renderer/register/history/history.en.json';
import live from '#renderer/register/live/live.en.json';
import register from '#renderer/register/register.en.json';
import today from '#renderer/register/today/today.en.json';
import reports from '#renderer/reports/reports.en.json';
import security from '#renderer/security/security.en.json';
import selfTest from '#renderer/self-test/self-test.en.json';
import settings from '#renderer/settings/settings.en.json';
import statuses from '#renderer/settings/statuses/statuses.en.json';
import startUp from '#renderer/start-up/start-up.en.json';
import timetable from '#renderer/timetable/timetable.en.json';
import app from '../app.en.json';
import errors from '../errors.en.json';

/** One namespace a feature: `useTranslation(['people', 'app'])`, and `t('app:save')` for what all share. */
export const english = {
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

/** The words of the screens in one language. */
export type ScreenWords = typeof english;
