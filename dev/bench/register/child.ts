import { writeSync } from 'node:fs';
import { closeDatabase } from '#main/app/open-register.ts';
import { buildSchool } from './build-school.ts';
import { measure } from './measure.ts';
import type { BenchMessage, BenchTask } from './messages.ts';
import { makeRegister, openBench, openFile } from './open-bench.ts';

function say(message: BenchMessage): void {
  writeSync(1, `${JSON.stringify(message)}\n`);
}

async function build(task: BenchTask): Promise<void> {
  await makeRegister(task);
  const sqlite = openFile(task);
  const events = buildSchool(sqlite, task.size);
  closeDatabase(sqlite);
  say({ kind: 'built', events });
}

async function openAndMeasure(task: BenchTask): Promise<void> {
  const bench = await openBench(task);
  await bench.client.register.open();
  say({ kind: 'usable' });
  say({ kind: 'measured', measured: await measure(bench) });
  bench.close();
}

const task = JSON.parse(process.env.BENCH_TASK ?? '{}') as BenchTask;
await (task.kind === 'build' ? build(task) : openAndMeasure(task));
