import type { Page } from 'playwright-core';

/** What the tests' school is made with. The passphrase also reads the register back. */
export const school = {
  name: 'Riverbend School',
  admin: { displayName: 'Asha Verma', username: 'asha', password: 'seven quiet rivers' },
  passphrase: 'copper lantern over the northern bridge',
} as const;

const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click();

/** The first run from the first screen to Today. */
export async function setUpSchool(page: Page): Promise<void> {
  await page.getByLabel('Name of the school').fill(school.name);
  await next(page);
  await page.getByLabel('Your name').fill(school.admin.displayName);
  await page.getByLabel('User name').fill(school.admin.username);
  await page.getByLabel('Password', { exact: true }).fill(school.admin.password);
  await next(page);
  await page.getByLabel('Recovery passphrase').fill(school.passphrase);
  await page.getByLabel('Type it once more, from your paper').fill(school.passphrase);
  await page.getByLabel('I have it on paper, kept away from this computer').check();
  await page.getByRole('button', { name: 'Create the register' }).click();
  await page.getByRole('button', { name: 'Open Rollcall' }).click();
  await page.getByRole('heading', { name: 'Today' }).waitFor();
}

export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('User name').fill(school.admin.username);
  await page.getByLabel('Password').fill(school.admin.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Today' }).waitFor();
}

const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();

/** Fills the dialog that `opener` opens and adds what it is about. */
async function addInDialog(
  page: Page,
  opener: string,
  fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: opener }).first().click();
  const dialog = page.getByRole('dialog');
  await fill(dialog);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

export async function addClassAndSubject(
  page: Page,
  { className, subject }: { className: string; subject: string },
): Promise<void> {
  await goTo(page, 'Classes');
  await addInDialog(page, 'Add class', async (dialog) => {
    await dialog.getByLabel('Name').fill(className);
  });
  await page.getByRole('tab', { name: 'Subjects' }).click();
  await addInDialog(page, 'Add subject', async (dialog) => {
    await dialog.getByLabel('Name').fill(subject);
  });
}

export interface NewStudent {
  number: string;
  name: string;
  className: string;
}

export async function addStudent(page: Page, student: NewStudent): Promise<void> {
  await goTo(page, 'Students');
  await addInDialog(page, 'Add student', async (dialog) => {
    await dialog.getByLabel('Student ID').fill(student.number);
    await dialog.getByLabel('Full name').fill(student.name);
    await dialog.getByLabel('Class').first().click();
    await page.getByRole('option', { name: student.className, exact: true }).click();
  });
  await page.getByRole('cell', { name: student.name }).waitFor();
}
