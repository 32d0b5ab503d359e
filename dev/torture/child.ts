import { writeSync } from 'node:fs';
import { checkRegister } from './check-register.ts';
import { type MainProcess, makeSchool, openMainProcess, SECRETS } from './main-process.ts';
import type { Acknowledged, ChildMessage, ChildTask } from './messages.ts';
import { pourMarks, takeRegister } from './pour-marks.ts';

/** Written at once and by this thread: what the parent has read was said before the kill. */
function say(message: ChildMessage): void {
  writeSync(process.stdout.fd, `${JSON.stringify(message)}\n`);
}

/** Puts the register under one key after another, each time with marks that it did not have before. */
async function changeKeys(
  main: MainProcess,
  acknowledge: (mark: Acknowledged) => void,
): Promise<never> {
  for (;;) {
    await takeRegister(main, acknowledge);
    await main.client.settings.security.changeKey(SECRETS);
    say({ kind: 'rekeyed' });
  }
}

async function run({ kind, folder, secret, acknowledged }: ChildTask): Promise<void> {
  if (kind === 'prepare') return makeSchool(folder, secret);
  const main = await openMainProcess(folder, secret);
  say({ kind: 'checked', findings: await checkRegister(main, acknowledged) });
  const acknowledge = (mark: Acknowledged) => say({ kind: 'acknowledged', mark });
  if (kind === 'mark') await pourMarks(main, acknowledge);
  if (kind === 'rekey') await changeKeys(main, acknowledge);
  main.close();
}

await run(JSON.parse(process.env.TORTURE_TASK ?? '') as ChildTask);
