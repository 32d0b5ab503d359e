import type { Locator, Page } from 'playwright-core';

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
  await page.getByLabel('User name', { exact: true }).fill(school.admin.username);
  await page.getByLabel('Password', { exact: true }).fill(school.admin.password);
  await next(page);
  await page.getByLabel('Recovery passphrase').fill(school.passphrase);
  await page.getByLabel('Type it once more, from your paper').fill(school.passphrase);
  await page.getByLabel('I have it on paper, kept away from this computer').check();
  await page.getByRole('button', { name: 'Create the register' }).click();
  await page.getByRole('button', { name: 'Open Rollcall' }).click();
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
}

export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('User name', { exact: true }).fill(school.admin.username);
  await page.getByLabel('Password', { exact: true }).fill(school.admin.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
}

export const goTo = (page: Page, name: string) =>
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
  await page.getByRole('cell', { name: student.name, exact: true }).waitFor();
}

/**
 * Enrols a student who sits in front of the camera: consent, then a front view, then skipping the
 * poses that a recording cannot be asked for, then approval.
 */
export async function enrolByCamera(page: Page, name: string): Promise<void> {
  await openEnrolment(page, name);
  await page.getByRole('button', { name: /With the camera/ }).click();
  const approve = page.getByRole('button', { name: `Yes, enrol ${name}` });
  const skip = page.getByRole('button', { name: 'Skip this pose' });
  await page.getByText('Taken').first().waitFor({ timeout: CAPTURE_LIMIT_MS });
  const giveUpAt = Date.now() + CAPTURE_LIMIT_MS;
  while (!(await approve.isVisible())) {
    if (Date.now() > giveUpAt) throw new Error('The views of the face did not come.');
    if ((await skip.isVisible()) && (await skip.isEnabled())) await skip.click({ timeout: 2000 });
    await page.waitForTimeout(500);
  }
  await approve.click();
  await leaveEnrolment(page, name);
}

const CAPTURE_LIMIT_MS = 120_000;

/** Goes to the student's page, records a consent, and stops at the choice of camera or files. */
export async function openEnrolment(page: Page, name: string): Promise<void> {
  await goTo(page, 'Students');
  await page.getByRole('cell', { name, exact: true }).click();
  await page.getByRole('tab', { name: 'Faces and consent' }).click();
  await page.getByRole('link', { name: 'Record consent and enrol' }).click();
  await page.getByRole('radio', { name: 'a guardian' }).check();
  await page.getByLabel('Who agrees').fill('R. Guardian');
  await page.getByRole('radio', { name: 'a guardian' }).check();
  await page.getByRole('radio', { name: 'on paper, signed' }).check();
  await page.getByRole('radio', { name: 'on paper, signed' }).check();
  await page.getByLabel(/has read or heard this text and agrees/).check();
  await page.getByRole('button', { name: 'Record the consent' }).click();
}

/** Enrols a student from picture files; those that do not serve are refused one by one. */
export async function enrolFromFiles(page: Page, name: string, files: string[]): Promise<void> {
  await openEnrolment(page, name);
  await page.getByRole('button', { name: /From photo files/ }).click();
  await page.locator('input[type=file]').setInputFiles(files);
  const review = page.getByRole('button', { name: 'Go on to the approval' });
  await expectEnabled(review);
  await review.click();
  await page.getByRole('button', { name: `Yes, enrol ${name}` }).click();
  await leaveEnrolment(page, name);
}

async function leaveEnrolment(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name: `${name} is enrolled` }).waitFor();
  await page.getByRole('link', { name: `To ${name}’s page` }).click();
}

async function expectEnabled(button: Locator): Promise<void> {
  const giveUpAt = Date.now() + CAPTURE_LIMIT_MS;
  while (!((await button.isVisible()) && (await button.isEnabled()))) {
    if (Date.now() > giveUpAt) throw new Error('The pictures did not become usable.');
    await button.page().waitForTimeout(300);
  }
}

export async function startRegister(
  page: Page,
  { className, subject }: { className: string; subject: string },
): Promise<void> {
  await goTo(page, 'Today');
  await page.getByLabel('Class').first().click();
  await page.getByRole('option', { name: className, exact: true }).click();
  await page.getByLabel('Subject').first().click();
  await page.getByRole('option', { name: subject, exact: true }).click();
  await page.getByRole('button', { name: 'Start the register' }).click();
  const opened = page.getByRole('button', { name: 'Close the register' });
  // Where the same lesson's register was closed a short while ago, the app asks first.
  const another = page.getByRole('button', { name: 'Start another' });
  await opened.or(another).waitFor();
  if (await another.isVisible()) await another.click();
  await opened.waitFor();
}

/** The line in the activity feed of the session on screen. */
export function feedLine(page: Page, text: string | RegExp): Locator {
  return page.getByRole('region', { name: 'What happened' }).getByText(text);
}

/** Ends the session and confirms the closing; leaves the result on screen. */
export async function closeRegister(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close the register' }).click();
  // By its mark: a message on screen has a button to close it, too.
  await page.locator('[data-close-register]').click();
  await page.getByRole('heading', { name: 'Register closed' }).waitFor();
}

/** Types a clock time, given in minutes of the day, as it is written where the app runs. */
export async function fillTime(form: Locator, label: string, minutes: number): Promise<void> {
  const hour = Math.floor(minutes / 60);
  const half = form.getByLabel(`${label}: half of the day`);
  const hasHalves = (await half.count()) > 0;
  await form.getByLabel(`${label}: hour`).fill(String(hasHalves ? hour % 12 || 12 : hour));
  await form.getByLabel(`${label}: minutes`).fill(String(minutes % 60));
  if (hasHalves) await half.press(hour < 12 ? 'a' : 'p');
}
