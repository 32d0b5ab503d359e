import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { bundleServices } from '#dev/services-bundle.ts';
import type { BenchMessage, BenchTask, Measured } from './register/messages.ts';
import { SIZES } from './register/school-plan.ts';

const root = join(import.meta.dirname, '..', '..');

interface Run {
  messages: BenchMessage[];
  /** From starting the process to its first message. */
  firstMs: number;
}

/** Lets a process of its own do one task, as a start of the app is one. */
async function runChild(program: string, task: BenchTask): Promise<Run> {
  const from = performance.now();
  const child = spawn(process.execPath, [program], {
    cwd: root,
    env: { ...process.env, BENCH_TASK: JSON.stringify(task) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const run: Run = { messages: [], firstMs: 0 };
  for await (const line of createInterface({ input: child.stdout })) {
    if (run.messages.length === 0) run.firstMs = performance.now() - from;
    run.messages.push(JSON.parse(line) as BenchMessage);
  }
  const [code] = await exited;
  if (code !== 0) throw new Error(`The process that was to ${task.kind} ended with ${code}.`);
  return run;
}

async function benchSize(program: string, size: BenchTask['size']) {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-bench-'));
  const task = { folder, secret: randomBytes(32).toString('hex'), size };
  try {
    const built = await runChild(program, { ...task, kind: 'build' });
    console.log(`Built ${size.students} students in ${Math.round(built.firstMs / 1000)} s.`);
    const run = await runChild(program, { ...task, kind: 'measure' });
    const measured = run.messages.find((message) => message.kind === 'measured');
    if (!measured) throw new Error('Nothing was measured.');
    return {
      startMs: Math.round(run.firstMs),
      ...measured.measured,
      buildMs: Math.round(built.firstMs),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export type RegisterFigures = Measured & { startMs: number; buildMs: number };

/**
 * Milliseconds on a synthetic register of three years, at full size and a tenth of it: process start
 * to an open register (`startMs`), screens through the contract, one class exported over all years,
 * and the fold of the whole log; the chain is verified.
 */
export async function benchRegister(
  names: readonly (keyof typeof SIZES)[] = ['tenth', 'full'],
): Promise<Partial<Record<keyof typeof SIZES, RegisterFigures>>> {
  const program = await bundleServices('dev/bench/register/child.ts');
  const results: Partial<Record<keyof typeof SIZES, RegisterFigures>> = {};
  for (const name of names) results[name] = await benchSize(program, SIZES[name]);
  console.table(results);
  return results;
}
