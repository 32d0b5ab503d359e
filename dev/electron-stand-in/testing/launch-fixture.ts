import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { vi } from 'vitest';
import type { Driver, LaunchOptions } from '#tests/e2e/launch-options.ts';
import { launchStandIn } from '#tests/e2e/launch-stand-in.ts';

/** A start takes half a second; a machine that runs everything at once may need far longer. */
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const LIMIT_MS = 30_000;
/** How long a fixture may take to quit after a test before it is ended. */
const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 20;

/** A fixture app that runs, with what it has reported. */
export interface Fixture extends Driver {
  userData: string;
  /** All values reported under this name so far. */
  reports(name: string): unknown[];
  /** The first value reported under this name; waits for it. */
  report(name: string): Promise<unknown>;
  /** Waits until the process has ended; its exit code. */
  ended(): Promise<number | null>;
  [Symbol.asyncDispose](): Promise<void>;
}

interface Reported {
  name: string;
  value: unknown;
}

function reported(output: string): Reported[] {
  const lines = output.split('\n').filter((line) => line.startsWith('@'));
  return lines.map((line) => JSON.parse(line.slice(1)) as Reported);
}

async function ended({ process: child }: Driver, limitMs = LIMIT_MS): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    await once(child, 'exit', { signal: AbortSignal.timeout(limitMs) });
  }
  return child.exitCode;
}

/** Starts a fixture app of this folder's neighbour on the stand-in. */
export async function launchFixture(name: string, options: LaunchOptions = {}): Promise<Fixture> {
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'stand-in-test-')));
  const bundle = join(import.meta.dirname, '..', 'fixtures', `${name}.ts`);
  const driver = await launchStandIn({ ...options, bundle, userData });
  const reports = (wanted: string): unknown[] =>
    reported(driver.output())
      .filter((each) => each.name === wanted)
      .map(({ value }) => value);
  return {
    ...driver,
    userData,
    reports,
    async report(wanted) {
      for (let waited = 0; waited < LIMIT_MS; waited += LOOK_EVERY_MS) {
        const found = reports(wanted);
        if (found.length > 0) return found[0];
        await wait(LOOK_EVERY_MS);
      }
      throw new Error(`'${wanted}' was not reported:\n${driver.output()}`);
    },
    ended: () => ended(driver),
    async [Symbol.asyncDispose]() {
      driver.process.kill('SIGTERM');
      await ended(driver, PATIENCE_MS).catch(() => driver.process.kill('SIGKILL'));
      await driver.disconnect();
      if (options.userData === undefined) await rm(userData, { recursive: true, force: true });
    },
  };
}
