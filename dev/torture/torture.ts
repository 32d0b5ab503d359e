import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { bundleServices } from '#dev/services-bundle.ts';
import type { ChildMessage, ChildTask, Findings } from './messages.ts';

/**
 * `npm run torture -- --kills N [--keys] [--json F]`: kills the process that holds the register at
 * random moments while marks pour in, with `--keys` also while its key is being changed, and looks each time whether every mark that was acknowledged is
 * there, once. A kill is SIGKILL: what the process had handed to the system stays. Power cuts are
 * another matter; against them stands `synchronous=FULL`, which no kill can test.
 */
const root = join(import.meta.dirname, '..', '..');
/** The latest moment of a kill after the register is open, in milliseconds. */
const LATEST_KILL_MS = { mark: 600, rekey: 9_000 } as const;
type Torment = keyof typeof LATEST_KILL_MS;

export interface TortureResult extends Findings {
  kills: number;
  acknowledged: number;
  /** Changes of key that were said to be done. */
  rekeyed: number;
}

function startChild(program: string, task: ChildTask): ChildProcess {
  return spawn(process.execPath, [program], {
    cwd: root,
    env: { ...process.env, TORTURE_TASK: JSON.stringify(task) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function* messagesOf(child: ChildProcess): AsyncGenerator<ChildMessage> {
  if (!child.stdout) throw new Error('The child has no output.');
  for await (const line of createInterface({ input: child.stdout })) {
    // A line that the kill cut short was not said to the end, and counts as not said.
    if (line.endsWith('}')) yield JSON.parse(line) as ChildMessage;
  }
}

/** Runs a child to its end. */
async function runChild(program: string, task: ChildTask, tally: TortureResult): Promise<void> {
  const child = startChild(program, task);
  const exited = once(child, 'exit');
  for await (const message of messagesOf(child)) {
    if (message.kind === 'checked') note(tally, message.findings);
  }
  const [code] = await exited;
  if (code !== 0) throw new Error(`The child that was to ${task.kind} ended with ${code}.`);
}

async function killSoon(child: ChildProcess, latestMs: number): Promise<void> {
  await pause(Math.random() * latestMs);
  child.kill('SIGKILL');
}

/** Lets a child check the register and go on with it, and kills it at a random moment. */
async function workAndKill(
  program: string,
  task: ChildTask & { kind: Torment },
  tally: TortureResult,
): Promise<void> {
  const child = startChild(program, task);
  const exited = once(child, 'exit');
  let killed: Promise<void> | null = null;
  for await (const message of messagesOf(child)) {
    if (message.kind === 'checked') {
      note(tally, message.findings);
      killed = killSoon(child, LATEST_KILL_MS[task.kind]);
    } else if (message.kind === 'rekeyed') {
      tally.rekeyed += 1;
    } else {
      appendFileSync(task.acknowledged, `${JSON.stringify(message.mark)}\n`);
      tally.acknowledged += 1;
    }
  }
  await killed;
  const [, signal] = await exited;
  if (signal !== 'SIGKILL') throw new Error('The child ended before it was killed.');
  tally.kills += 1;
}

/** Each look sees the whole register, so that the worst of them is the truth. */
function note(tally: TortureResult, findings: Findings): void {
  for (const key of ['lost', 'duplicated', 'chainBroken', 'damaged', 'misfolded'] as const) {
    tally[key] = Math.max(tally[key], findings[key]);
  }
}

/** Kills as often as asked, with a look at the register after each. */
export async function torture(kills: number, kind: Torment = 'mark'): Promise<TortureResult> {
  const program = await bundleServices('dev/torture/child.ts');
  const place = mkdtempSync(join(tmpdir(), 'rollcall-torture-'));
  const folder = join(place, 'data');
  const acknowledged = join(place, 'acknowledged.jsonl');
  const task = { folder, acknowledged, secret: randomBytes(32).toString('hex') };
  const found = { lost: 0, duplicated: 0, chainBroken: 0, damaged: 0, misfolded: 0 };
  const tally: TortureResult = { kills: 0, acknowledged: 0, rekeyed: 0, ...found };
  mkdirSync(folder);
  writeFileSync(acknowledged, '');
  try {
    await runChild(program, { ...task, kind: 'prepare' }, tally);
    while (tally.kills < kills) await workAndKill(program, { ...task, kind }, tally);
    await runChild(program, { ...task, kind: 'check' }, tally);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return tally;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '20' },
      keys: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const result = await torture(Number(values.kills), values.keys ? 'rekey' : 'mark');
  console.log(result);
  if (values.json) writeFileSync(values.json, JSON.stringify(result));
  const { lost, duplicated, chainBroken, damaged, misfolded } = result;
  process.exitCode = lost + duplicated + chainBroken + damaged + misfolded > 0 ? 1 : 0;
}

if (import.meta.main) await main();
