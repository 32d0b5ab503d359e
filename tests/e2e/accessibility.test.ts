import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { problemsOf } from './support/problems.ts';
import {
  addClassAndSubject,
  addStudent,
  goTo,
  setUpSchool,
  signIn,
  startRegister,
} from './support/steps.ts';

describe.each(['light', 'dark'] as const)('screens in %s', (colorScheme) => {
  let app: LaunchedApp;

  beforeAll(async () => {
    app = await launchApp({ colorScheme, size: { width: 1024, height: 640 } });
  });
  afterAll(() => app.close());

  it('first run and sign-in', async () => {
    expect(await problemsOf(app.page)).toEqual([]);
    await setUpSchool(app.page);
    app = await app.restart();
    await app.page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await problemsOf(app.page)).toEqual([]);
    await signIn(app.page);
  });

  it('every screen of the navigation', async () => {
    const { page } = app;
    await addClassAndSubject(page, { className: '8B', subject: 'Mathematics' });
    await addStudent(page, { number: '007', name: 'Dev Rao', className: '8B' });
    for (const name of [
      'Today',
      'Students',
      'Classes',
      'Timetable',
      'Registers',
      'Activity',
      'Settings',
    ]) {
      await goTo(page, name);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForTimeout(500);
      expect(await problemsOf(page), name).toEqual([]);
    }
  });

  it('a session', async () => {
    const { page } = app;
    await startRegister(page, { className: '8B', subject: 'Mathematics' });
    expect(await problemsOf(page)).toEqual([]);
  });
});
