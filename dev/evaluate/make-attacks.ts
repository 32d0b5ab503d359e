import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
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

async function write(order: AttackOrder, number: number, out: string, opened: EvaluationPage) {
  const folder = join(out, 'attack', `${order.kind}-${number}`);
  const asked = {
    ...order,
    still: order.still && opened.urlOf(order.still),
    live: order.live.map(opened.urlOf),
  };
  const frames = await opened.page.evaluate((o) => rollcallEvaluation.makeAttack(o), asked);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'fps.txt'), `${order.fps}\n`);
  for (const [i, frame] of frames.entries()) {
    const name = `${String(i + 1).padStart(3, '0')}.jpg`;
    await writeFile(join(folder, name), Buffer.from(frame, 'base64'));
  }
  console.log(`${order.kind}-${number}: ${frames.length} frames`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { kinds: { type: 'string' } },
    allowPositionals: true,
  });
  const [folder, target] = positionals;
  if (!folder || !target) {
    throw new Error(
      'Usage: npm run make-attacks -- DIR OUT [--kinds waved,bent] (stills and live clips below DIR)',
    );
  }
  const wanted = (order: AttackOrder) => values.kinds?.split(',').includes(order.kind) ?? true;
  const { clips, people } = await findMaterial(resolve(folder));
  console.log(`${people.length} people, ${clips.length} live clips`);
  const opened = await openEvaluationPage(folder);
  try {
    const numbers = new Map<string, number>();
    for (const order of orders(clips, people).filter(wanted)) {
      const number = (numbers.get(order.kind) ?? 0) + 1;
      numbers.set(order.kind, number);
      await write(order, number, resolve(target), opened);
    }
  } finally {
    await opened.close();
  }
  for (const clip of clips) {
    await cp(clip.folder, join(resolve(target), 'live', clip.name), { recursive: true });
  }
}

await main();
