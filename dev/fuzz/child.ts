import { writeSync } from 'node:fs';
import fc from 'fast-check';
import { callContract } from './call-contract.ts';
import { feedFiles } from './feed-files.ts';
import { chosenFile, fuzzPlatform } from './fuzz-platform.ts';
import type { FuzzMessage, FuzzTask } from './messages.ts';
import { makeFuzzedSchool } from './school.ts';

function report(message: FuzzMessage): void {
  writeSync(process.stdout.fd, `${JSON.stringify(message)}\n`);
}

const stackOf = (cause: unknown) =>
  cause instanceof Error ? (cause.stack ?? cause.message) : fc.stringify(cause);

for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
  process.on(event, (cause: unknown) =>
    report({ kind: 'fault', of: 'unhandled', where: event, what: stackOf(cause) }),
  );
}

const task = JSON.parse(process.env.FUZZ_TASK ?? '') as FuzzTask;
const platform = fuzzPlatform(task.place, (cause) =>
  report({ kind: 'cause', what: stackOf(cause) }),
);
const school = await makeFuzzedSchool(platform);
const calls = await callContract(school, task, report);
const files = await feedFiles(school, { ...task, chosenFile: chosenFile(task.place) }, report);
school.close();
report({ kind: 'done', calls, files });
