import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { problemsOf } from './support/problems.ts';
import { addClassAndSubject, addStudent, goTo, school, setUpSchool } from './support/steps.ts';

const work = mkdtempSync(join(tmpdir(), 'rollcall-diagnostics-'));
/** Where pictures of the screen go when somebody wants to look at them. */
const pictures = process.env.ROLLCALL_PICTURES;
let app: LaunchedApp;

beforeAll(async () => {
  app = await launchApp({ size: { width: 1024, height: 640 } });
});
afterAll(() => app.close());

it('a diagnostics file is saved from the settings, and names nobody', async () => {
  const { page, dialogs, userData } = app;
  await setUpSchool(page);
  await addClassAndSubject(page, { className: '8B', subject: 'Mathematics' });
  await addStudent(page, { number: '1', name: 'Dev Rao', className: '8B' });
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'About', exact: true }).click();
  const save = page.getByRole('button', { name: 'Save a diagnostics file' });
  await save.waitFor();
  expect(await problemsOf(page)).toEqual([]);
  if (pictures) await page.screenshot({ path: join(pictures, 'about.png') });
  const file = join(work, 'diagnostics.json');
  await dialogs.answerSave(file);
  await save.click();
  await page.getByText(`Saved as ${file}`).waitFor();
  const text = readFileSync(file, 'utf8');
  const found = JSON.parse(text);
  expect(found).toMatchObject({
    window: { windowSize: { width: 1024, height: 640 } },
    chain: { kind: 'intact' },
    database: { rows: { students: 1 } },
  });
  expect(found.log.join('\n')).toContain('The window is open');
  for (const name of [school.name, 'Asha', 'Dev Rao', userData]) expect(text).not.toContain(name);
});
