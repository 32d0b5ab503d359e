import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { importClass, THIRTY } from './support/class-list.ts';
import { problemsOf } from './support/problems.ts';
import { setUpSchool, startRegister } from './support/steps.ts';

const lesson = { className: '8B', subject: 'Mathematics' };

/** How long a change may take to be on the screen of a busy computer. */
const SOON = { timeout: 10_000 };

/** Where the pictures of the screens go when somebody wants to look at them. */
const pictures = process.env.ROLLCALL_PICTURES;

const SIZES = { light: { width: 1024, height: 640 }, dark: { width: 1440, height: 900 } } as const;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function overlap(a: Box, b: Box): boolean {
  const apart = a.x + a.width <= b.x || b.x + b.width <= a.x;
  return !apart && a.y + a.height > b.y && b.y + b.height > a.y;
}

describe.each(['light', 'dark'] as const)('the list of a session, in %s', (colorScheme) => {
  let app: LaunchedApp;

  beforeAll(async () => {
    app = await launchApp({ colorScheme, size: SIZES[colorScheme] });
    await setUpSchool(app.page);
    await importClass(app.page, lesson, THIRTY);
    await startRegister(app.page, lesson);
  });
  afterAll(() => app.close());

  async function look(name: string): Promise<void> {
    // A message that is still coming in is half transparent.
    await app.page.waitForTimeout(600);
    expect(await problemsOf(app.page), name).toEqual([]);
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    for (const size of Object.values(SIZES)) {
      await app.page.setViewportSize(size);
      await app.page.waitForTimeout(300);
      await app.page.screenshot({
        path: join(pictures, `${name}-${colorScheme}-${size.width}.png`),
      });
    }
    await app.page.setViewportSize(SIZES[colorScheme]);
  }

  const present = async () =>
    Number.parseInt(await app.page.locator('[data-count="present"]').innerText(), 10);

  it('marks one student, however often the same place is clicked', async () => {
    const { page } = app;
    const row = page.locator('[data-student]').nth(3);
    const button = row.getByRole('button', { name: /^Present: / });
    const box = await button.boundingBox();
    expect(box).not.toBeNull();
    const at = { x: (box?.x ?? 0) + 8, y: (box?.y ?? 0) + 8 };
    await page.mouse.dblclick(at.x, at.y);
    await expect.poll(present, SOON).toBe(1);
    await page.mouse.dblclick(at.x, at.y);
    await page.waitForTimeout(500);
    expect(await present()).toBe(1);
    expect(await button.boundingBox()).toEqual(box);
  });

  it('says what was done clear of the list and the button that closes', async () => {
    const { page } = app;
    await page
      .locator('[data-student]')
      .nth(4)
      .getByRole('button', { name: /^Late: / })
      .click();
    const message = page.getByRole('region', { name: 'Messages' }).getByText(/: Late$/);
    await message.waitFor();
    const said = await message.boundingBox();
    for (const used of [
      page.getByRole('region', { name: 'Students', exact: true }),
      page.getByRole('button', { name: 'Close the register' }),
      page.locator('[data-undo]'),
    ]) {
      const box = await used.boundingBox();
      expect(box && said && overlap(box, said)).toBe(false);
    }
    await page.keyboard.press('Control+z');
    await expect.poll(present, SOON).toBe(1);
  });

  it('keeps the row that the filter would take away while the pointer is in the list', async () => {
    const { page } = app;
    await page.locator('[data-count="unmarked"]').click();
    const rows = page.locator('[data-student]');
    await expect.poll(() => rows.count(), SOON).toBe(THIRTY.length - 1);
    const before = await rows.nth(2).getAttribute('data-student');
    const box = await rows
      .nth(2)
      .getByRole('button', { name: /^Late: / })
      .boundingBox();
    const at = { x: (box?.x ?? 0) + 8, y: (box?.y ?? 0) + 8 };
    await page.mouse.dblclick(at.x, at.y);
    await expect.poll(present, SOON).toBe(2);
    expect(await rows.nth(2).getAttribute('data-student')).toBe(before);
    await look('live-list');
    await page.locator('[data-count="unmarked"]').click();
    await page.locator('[data-count="unmarked"]').click();
    await expect.poll(() => rows.count(), SOON).toBe(THIRTY.length - 2);
    await page.locator('[data-count="unmarked"]').click();
  });

  it('undoes step by step: two marks, then all the rest at once', async () => {
    const { page } = app;
    const undo = page.locator('[data-undo]');
    await page.locator('[data-mark-rest]').click();
    await expect.poll(present, SOON).toBe(THIRTY.length);
    await look('rest-marked');
    await undo.click();
    await page.getByText(/^Undone: 28 students: Present/).waitFor();
    await expect.poll(present, SOON).toBe(2);
    await undo.click();
    await page.getByText('Undone: Aarav Krishnamurthy: Late').waitFor();
    await expect.poll(present, SOON).toBe(1);
    await undo.click();
    await expect.poll(present, SOON).toBe(0);
    expect(await undo.isDisabled()).toBe(true);
  });

  it('closes the register of the class with few keys', async () => {
    const { page } = app;
    let presses = 0;
    const press = async (...keys: string[]) => {
      for (const key of keys) {
        await page.keyboard.press(key);
        presses += 1;
      }
    };
    await press('Control+Enter');
    await page.getByRole('heading', { name: 'Close the register' }).waitFor();
    // Absent: Dev Rao. Late: Bela Mukherjee. Excused: Farhan Chatterjee. All others are here.
    await press('/', 'd', 'e', 'v', ' ', 'r', 'Enter', 'a');
    await press('/', 'b', 'e', 'l', 'a', ' ', 'm', 'Enter', 'l');
    await press('/', 'f', 'a', 'r', ' ', 'c', 'Enter', 'e');
    await look('closing');
    await press('Shift+P');
    await expect.poll(present, SOON).toBe(THIRTY.length - 2);
    await look('closing-decided');
    await press('Control+Enter');
    await page.getByRole('heading', { name: 'Register closed' }).waitFor();
    expect(presses).toBeLessThanOrEqual(30);
    const figures = (code: string) => page.locator(`[data-result="${code}"]`).innerText();
    expect(await figures('P')).toMatch(/^28\b/);
    expect(await figures('P')).toContain('1 late');
    expect(await figures('A')).toMatch(/^1\b/);
    expect(await figures('E')).toMatch(/^1\b/);
    await look('closed');
  });
});
