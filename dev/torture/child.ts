import { writeSync } from 'node:fs';
import { checkRegister } from './check-register.ts';
import { makeSchool, openMainProcess } from './main-process.ts';
import type { ChildMessage, ChildTask } from './messages.ts';
import { pourMarks } from './pour-marks.ts';

/** Written at once and by this thread: what the parent has read was said before the kill. */
function say(message: ChildMessage): void {
  writeSync(process.stdout.fd, `${JSON.stringify(message)}\n`);
}

async function run({ kind, folder, secret, acknowledged }: ChildTask): Promise<void> {
  if (kind === 'prepare') return makeSchool(folder, secret);
  const main = await openMainProcess(folder, secret);
  say({ kind: 'checked', findings: await checkRegister(main, acknowledged) });
  if (kind === 'mark') await pourMarks(main, (mark) => say({ kind: 'acknowledged', mark }));
  main.close();
}

await run(JSON.parse(process.env.TORTURE_TASK ?? '') as ChildTask);
