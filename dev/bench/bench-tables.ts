import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ensureBrowser } from '#dev/chromium/ensure-browser.ts';
import { launchApp } from '#tests/e2e/launch-app.ts';
import { goTo, setUpSchool } from '#tests/e2e/support/steps.ts';
import { buildApp } from '../build.ts';
import { percentile } from './percentile.ts';

/** Rows of the list of students: a small school's, the baseline, and a very large one's. */
const SIZES = { small: 500, large: 5_000 } as const;
const TURNS = 15;
const STUDENTS_TO_A_CLASS = 40;

interface Times {
  p50: number;
  p95: number;
}

/** Milliseconds from what somebody does to a screen that has come to rest. */
export interface TableFigures {
  rows: number;
  filter: Times;
  sort: Times;
  scroll: Times;
}

declare global {
  interface Window {
    /** Does something and answers how long the page needed until it had drawn all that followed. */
    timed: (act: () => void) => Promise<number>;
  }
}

/**
 * Two frames in a row without a change of the page: what was asked for is drawn. Their own time, some
 * 33 ms at 60 frames a second, is part of every figure.
 */
async function addStopwatch(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.timed = async (act) => {
      const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
      let changed = false;
      const observer = new MutationObserver(() => {
        changed = true;
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      const begin = performance.now();
      act();
      for (let still = 0; still < 2; ) {
        await frame();
        still = changed ? 0 : still + 1;
        changed = false;
      }
      observer.disconnect();
      return performance.now() - begin;
    };
  });
}

async function importStudents(page: Page, count: number, folder: string): Promise<void> {
  const rows = Array.from({ length: count }, (_none, at) => [
    String(100_001 + at),
    `Student ${(at * 7919) % count} Of ${count}`,
    `Class ${Math.floor(at / STUDENTS_TO_A_CLASS) + 1}`,
  ]);
  const path = join(folder, 'students.csv');
  writeFileSync(path, [['Student ID', 'Name', 'Class'], ...rows].join('\n'));
  await goTo(page, 'Students');
  await page.getByRole('link', { name: 'Import a list' }).first().click();
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('button', { name: /^Import [\d,]+ students$/ }).click();
  await page.getByText(/^[\d,]+ students imported/).waitFor({ timeout: 120_000 });
}

async function timesOf(turn: (at: number) => Promise<number>): Promise<Times> {
  const taken: number[] = [];
  for (let at = 0; at < TURNS; at += 1) taken.push(await turn(at));
  return { p50: percentile(taken, 0.5), p95: percentile(taken, 0.95) };
}

async function measure(page: Page, rows: number): Promise<TableFigures> {
  await goTo(page, 'Students');
  await page
    .locator(`table[aria-rowcount="${rows + 1}"] tbody tr[aria-rowindex]`)
    .first()
    .waitFor();
  await addStopwatch(page);
  const filter = await timesOf((at) =>
    page.evaluate(
      (letters) => {
        const field = document.querySelector<HTMLInputElement>('[role="search"] input');
        const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
        return window.timed(() => {
          setValue?.call(field, letters);
          field?.dispatchEvent(new Event('input', { bubbles: true }));
        });
      },
      `${(at % 9) + 1}`,
    ),
  );
  await page.getByLabel('Search by name or student ID').fill('');
  const sort = await timesOf((at) =>
    page.evaluate((column) => {
      const head = document.querySelectorAll<HTMLButtonElement>('thead th button')[column];
      return window.timed(() => head?.click());
    }, at % 3),
  );
  const scroll = await timesOf((at) =>
    page.evaluate(
      (share) => window.timed(() => scrollTo(0, share * document.body.scrollHeight)),
      ((at * 7) % TURNS) / TURNS,
    ),
  );
  return { rows, filter, sort, scroll };
}

async function benchSize(rows: number): Promise<TableFigures> {
  const place = mkdtempSync(join(tmpdir(), 'rollcall-bench-'));
  const app = await launchApp({ userData: join(place, 'data') });
  try {
    await setUpSchool(app.page);
    await importStudents(app.page, rows, place);
    return await measure(app.page, rows);
  } finally {
    await app.close();
    rmSync(place, { recursive: true, force: true });
  }
}

/** The list of students filtered, sorted and scrolled in the real window, at two sizes. */
export async function benchTables(): Promise<Record<keyof typeof SIZES, TableFigures>> {
  process.env.ROLLCALL_BROWSER = await ensureBrowser();
  await buildApp();
  const small = await benchSize(SIZES.small);
  const large = await benchSize(SIZES.large);
  const line = (what: 'filter' | 'sort' | 'scroll') => ({
    'small p50': small[what].p50,
    'small p95': small[what].p95,
    'large p50': large[what].p50,
    'large p95': large[what].p95,
    ratio: Math.round((100 * large[what].p50) / small[what].p50) / 100,
  });
  console.table({ filter: line('filter'), sort: line('sort'), scroll: line('scroll') });
  return { small, large };
}
