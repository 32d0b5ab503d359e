import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeCameraClip } from '#tests/e2e/camera-clip.ts';
import { type LaunchedApp, launchApp } from '#tests/e2e/launch-app.ts';
import { cropJpeg } from '#tests/e2e/support/crop.ts';
import { packagedPhotos } from '#tests/e2e/support/faces.ts';
import {
  addClassAndSubject,
  addStudent,
  enrolFromFiles,
  feedLine,
  setUpSchool,
  startRegister,
} from '#tests/e2e/support/steps.ts';
import { buildApp } from '../build.ts';
import { ensureBrowser } from '../chromium/ensure-browser.ts';
import { listenToVision, type Sample, takeSample } from './sample.ts';

/**
 * `npm run soak -- --minutes N [--json F]`: leaves a register open before a camera in which people
 * come and go, marks by hand now and then, and looks at what the app holds at the start, after the
 * warm-up, and at the end. Fails when something that must not grow grew by 5 % since.
 *
 * The warm-up takes a fifth of the time and marks fast: what a session remembers of what happened,
 * and which steps can be undone, has an upper limit, and is full before anything is compared.
 */
const LESSON = { className: '8B', subject: 'Mathematics' };
const PICTURE = { width: 960, height: 540 };
/** Each picture stands for two seconds, so that tracks begin and end all the time. */
const SECONDS_A_PICTURE = 2;
/** One of the people in the last of the pictures. */
const FACE = { x: 1035, y: 280, width: 440, height: 480 };
const WARM_UP_SHARE = 0.2;
const LARGEST_GROWTH = 0.05;
const MARK_EVERY_MS = 15_000;
const WARM_UP_MARK_EVERY_MS = 250;
/** More than a session keeps in its feed (300) and among its steps back (100). */
const WARM_UP_MARKS = 400;
/**
 * The rest is told and not judged: marks belong into the database, and what the main process holds
 * goes up and down by tens of megabytes with the collector's turns.
 */
const JUDGED = ['heapBytes', 'tensors', 'tensorBytes', 'handles'] as const;

export interface SoakResult {
  minutes: number;
  start: Sample;
  warm: Sample;
  end: Sample;
  /** End against warm, as a share; null where the system does not tell. */
  growth: Record<keyof Sample, number | null>;
}

async function openRegister(place: string): Promise<LaunchedApp> {
  const camera = await makeCameraClip(
    packagedPhotos,
    1 / SECONDS_A_PICTURE,
    join(place, 'people.mjpeg'),
    PICTURE,
  );
  const app = await launchApp({ userData: join(place, 'data'), camera });
  const { page } = app;
  await listenToVision(page);
  await setUpSchool(page);
  await addClassAndSubject(page, LESSON);
  for (const number of ['1', '2', '3']) {
    await addStudent(page, { number, name: `Student ${number}`, className: LESSON.className });
  }
  const portrait = cropJpeg(packagedPhotos[5] ?? '', FACE, join(place, 'portrait.jpg'));
  await enrolFromFiles(page, 'Student 1', [portrait]);
  await startRegister(page, LESSON);
  await page.waitForFunction(() => window.soakMemory !== undefined, null, { timeout: 120_000 });
  return app;
}

/** Marks one student after another by keyboard, until the time is over and it has been often enough. */
async function mark(
  { page }: LaunchedApp,
  { forMs, everyMs, atLeast = 0 }: { forMs: number; everyMs: number; atLeast?: number },
): Promise<void> {
  const endAt = Date.now() + forMs;
  for (let turn = 0; turn < atLeast || Date.now() < endAt; turn += 1) {
    await page.getByRole('region', { name: 'Students' }).click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(turn % 2 === 0 ? 'p' : 'l');
    await feedLine(page, /Student \d/)
      .first()
      .waitFor();
    await page.waitForTimeout(everyMs);
  }
}

function growthOf(from: Sample, to: Sample): SoakResult['growth'] {
  const entries = Object.keys(from).map((key) => {
    const [before, after] = [from[key as keyof Sample], to[key as keyof Sample]];
    return [key, before === null || after === null ? null : after / before - 1] as const;
  });
  return Object.fromEntries(entries) as SoakResult['growth'];
}

export async function soak(minutes: number): Promise<SoakResult> {
  const place = mkdtempSync(join(tmpdir(), 'rollcall-soak-'));
  const app = await openRegister(place);
  try {
    const cdp = await app.page.context().newCDPSession(app.page);
    const start = await takeSample(app, cdp);
    await mark(app, {
      forMs: minutes * 60_000 * WARM_UP_SHARE,
      everyMs: WARM_UP_MARK_EVERY_MS,
      atLeast: WARM_UP_MARKS,
    });
    const warm = await takeSample(app, cdp);
    await mark(app, { forMs: minutes * 60_000 * (1 - WARM_UP_SHARE), everyMs: MARK_EVERY_MS });
    const end = await takeSample(app, cdp);
    return { minutes, start, warm, end, growth: growthOf(warm, end) };
  } finally {
    await app.close();
    rmSync(place, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { minutes: { type: 'string', default: '45' }, json: { type: 'string' } },
  });
  process.env.ROLLCALL_BROWSER = await ensureBrowser();
  await buildApp();
  const result = await soak(Number(values.minutes));
  const { start, warm, end, growth } = result;
  console.table({ start, warm, end, growth });
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ results: result }, null, 2)}\n`);
  const grown = JUDGED.filter((key) => (growth[key] ?? 0) > LARGEST_GROWTH);
  if (grown.length > 0) console.error(`Grew by more than 5 %: ${grown.join(', ')}`);
  process.exitCode = grown.length > 0 ? 1 : 0;
}

if (import.meta.main) await main();
