import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleServices } from '#dev/services-bundle.ts';
import { assertNever } from '#shared/assert-never.ts';
import { writableFolders } from './fuzz-platform.ts';
import type { FuzzMessage, FuzzResult, FuzzTask } from './messages.ts';

/**
 * `npm run fuzz [-- --calls N] [--files N] [--seed N] [--json F]`: calls the contract as every role with inputs
 * that are derived from its schemas, right, nearly right and wrong, and hands over spoiled files. The services run in a process
 * of their own whose writes outside the data folder are refused and counted.
 */
const root = join(import.meta.dirname, '..', '..');
const CALLS = 100_000;
const FILES = 2_000;
const SHOWN_FAULTS = 20;

function startChild(program: string, task: FuzzTask): ChildProcess {
  const guard = join(import.meta.dirname, 'write-guard.ts');
  return spawn(process.execPath, ['--import', pathToFileURL(guard).href, program], {
    cwd: root,
    env: {
      ...process.env,
      FUZZ_TASK: JSON.stringify(task),
      FUZZ_WRITABLE: JSON.stringify(writableFolders(task.place)),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Counts what the child reports, and shows the first faults with what caused them. */
class Tally {
  readonly result: FuzzResult = {
    calls: 0,
    files: 0,
    crashes: 0,
    unauthorised: 0,
    unhandled: 0,
    escapes: 0,
  };
  #shown = 0;
  #cause = '';

  take(message: FuzzMessage): void {
    switch (message.kind) {
      case 'cause':
        this.#cause = message.what;
        return;
      case 'fault':
        this.result[message.of] += 1;
        this.#show(message.of, `${message.where}: ${message.what}`);
        return;
      case 'progress':
        this.result.calls = message.calls;
        return;
      case 'files':
        this.result.files = message.files;
        return;
      case 'done':
        Object.assign(this.result, { calls: message.calls, files: message.files });
        return;
      default:
        assertNever(message);
    }
  }

  #show(of: string, what: string): void {
    this.#shown += 1;
    if (this.#shown <= SHOWN_FAULTS) console.log(`${of}: ${what.slice(0, 2_000)}\n${this.#cause}`);
    this.#cause = '';
  }
}

/** Calls and hands over files as often as asked, and counts what went wrong. */
export async function fuzz(amount: Omit<FuzzTask, 'place'>): Promise<FuzzResult> {
  const program = await bundleServices('dev/fuzz/child.ts');
  const place = mkdtempSync(join(realpathSync(tmpdir()), 'rollcall-fuzz-'));
  for (const folder of writableFolders(place)) mkdirSync(folder);
  const tally = new Tally();
  try {
    const child = startChild(program, { place, ...amount });
    const exited = once(child, 'exit');
    if (!child.stdout) throw new Error('The child has no output.');
    for await (const line of createInterface({ input: child.stdout })) {
      tally.take(JSON.parse(line) as FuzzMessage);
    }
    const [code] = await exited;
    if (code !== 0) {
      tally.take({
        kind: 'fault',
        of: 'crashes',
        where: 'the process',
        what: `ended with ${code}`,
      });
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return tally.result;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      calls: { type: 'string', default: String(CALLS) },
      files: { type: 'string', default: String(FILES) },
      seed: { type: 'string', default: '1' },
      json: { type: 'string' },
    },
  });
  const result = await fuzz({
    calls: Number(values.calls),
    files: Number(values.files),
    seed: Number(values.seed),
  });
  console.table(result);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ results: result }, null, 2)}\n`);
  const { crashes, unauthorised, unhandled, escapes } = result;
  process.exitCode = crashes + unauthorised + unhandled + escapes > 0 ? 1 : 0;
}

if (import.meta.main) await main();
