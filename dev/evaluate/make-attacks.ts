import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ChallengeStep } from '#shared/liveness/evidence.ts';
import { type Clip, findMaterial, type Person } from './find-material.ts';
import { type EvaluationPage, openEvaluationPage } from './open-page.ts';
import type { AttackOrder, PrintKind, ReplayKind } from './page/attacks/make.ts';
import { seeded, seedOf } from './page/attacks/random.ts';

const PRINTS: readonly PrintKind[] = ['still', 'waved', 'tilted', 'bent', 'eyeholes'];
const REPLAYS: readonly ReplayKind[] = ['phone', 'tablet'];
const PRINT_SECONDS = 5;
const FPS = 15;

/** Every person once per kind of print, every live clip once per kind of replay. */
function orders(clips: readonly Clip[], people: readonly Person[]): AttackOrder[] {
  const printed = [...people.map(stillOf), ...clips.map((clip) => clip.frames[0] ?? null)];
  const eyes = clips[0]?.frames ?? [];
  const prints = PRINTS.filter((kind) => kind !== 'eyeholes' || eyes.length > 0).flatMap((kind) =>
    printed.map((still, i) => ({
      kind,
      still,
      live: kind === 'eyeholes' ? eyes : [],
      fps: FPS,
      seconds: PRINT_SECONDS,
      seed: `${kind} ${i}`,
    })),
  );
  const replays = REPLAYS.flatMap((kind) =>
    clips.map(({ frames, fps }, i) => ({
      kind,
      still: null,
      live: frames,
      fps,
      seconds: frames.length / fps,
      seed: `${kind} ${i}`,
    })),
  );
  return [...prints, ...replays];
}

function stillOf(person: Person): string | null {
  const random = seeded(seedOf(person.name));
  return person.pictures[Math.floor(random() * person.pictures.length)] ?? null;
}

async function writeClip(
  folder: string,
  fps: number,
  frames: readonly string[],
  steps: readonly ChallengeStep[] = [],
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'fps.txt'), `${fps}\n`);
  if (steps.length > 0) await writeFile(join(folder, 'steps.txt'), `${steps.join(' ')}\n`);
  for (const [i, frame] of frames.entries()) {
    const name = `${String(i + 1).padStart(3, '0')}.jpg`;
    await writeFile(join(folder, name), Buffer.from(frame, 'base64'));
  }
  console.log(`${basename(folder)}: ${frames.length} frames`);
}

async function makeOne(order: AttackOrder, { page, urlOf }: EvaluationPage): Promise<string[]> {
  const asked = {
    ...order,
    still: order.still && urlOf(order.still),
    live: order.live.map(urlOf),
  };
  return page.evaluate((o) => rollcallEvaluation.makeAttack(o), asked);
}

/** Each living person as recorded, and as one who follows a challenge. */
async function writeLiving(clips: readonly Clip[], out: string, opened: EvaluationPage) {
  for (const clip of clips) {
    await cp(clip.folder, join(out, 'live', clip.name), { recursive: true });
    const frames = await opened.page.evaluate(
      ([urls, fps]) => rollcallEvaluation.makeFollower(urls, fps),
      [clip.frames.map(opened.urlOf), clip.fps] as const,
    );
    const folder = join(out, 'live', `${clip.name}-follows`);
    await writeClip(folder, clip.fps, frames, ['comeCloser', 'blinkTwice']);
  }
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string' } },
  });
  const [folder, target] = positionals;
  if (!folder || !target) {
    throw new Error(
      'Usage: npm run make-attacks -- DIR OUT [--only KIND] (stills and live clips below DIR)',
    );
  }
  const out = resolve(target);
  const { clips, people } = await findMaterial(resolve(folder));
  console.log(`${people.length} people, ${clips.length} live clips`);
  const opened = await openEvaluationPage(folder);
  try {
    const numbers = new Map<string, number>();
    for (const order of orders(clips, people)) {
      const number = (numbers.get(order.kind) ?? 0) + 1;
      numbers.set(order.kind, number);
      if (values.only && values.only !== order.kind) continue;
      const frames = await makeOne(order, opened);
      await writeClip(join(out, 'attack', `${order.kind}-${number}`), order.fps, frames);
    }
    if (!values.only || values.only === 'live') await writeLiving(clips, out, opened);
  } finally {
    await opened.close();
  }
}

await main();
