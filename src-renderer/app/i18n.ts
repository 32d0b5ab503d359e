import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import accounts from '../accounts/accounts.en.json';
import activity from '../activity/activity.en.json';
import camera from '../camera/camera.en.json';
import enrolment from '../enrolment/enrolment.en.json';
import exportsWords from '../exports/exports.en.json';
import firstRun from '../first-run/first-run.en.json';
import people from '../people/people.en.json';
import history from '../register/history/history.en.json';
import live from '../register/live/live.en.json';
import register from '../register/register.en.json';
import today from '../register/today/today.en.json';
import settings from '../settings/settings.en.json';
import startUp from '../start-up/start-up.en.json';
import app from './app.en.json';
import errors from './errors.en.json';

/** One namespace a feature: `useTranslation('people')`, and `t('app:save')` for what all share. */
const english = {
  app,
  errors,
  accounts,
  activity,
  camera,
  enrolment,
  exports: exportsWords,
  firstRun,
  history,
  live,
  people,
  register,
  settings,
  startUp,
  today,
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof english;
  }
}

/** Makes the words available; they are in the bundle, so this is done when it returns. */
export function setUpI18n(): void {
  i18next.use(initReactI18next);
  void i18next.init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'app',
    resources: { en: english },
    initAsync: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
}
