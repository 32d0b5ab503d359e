import { writeSync } from 'node:fs';
import { assertNever } from '#shared/assert-never.ts';
import { afterCrash } from './after-crash.ts';
import { beginDay } from './day.ts';
import { type DayTask, REACHED } from './messages.ts';
import { untilCrash } from './until-crash.ts';

/** Longer than it takes to be killed. */
const FOR_EVER_MS = 600_000;

async function run(task: DayTask): Promise<void> {
  const day = await beginDay(task);
  switch (task.part) {
    case 'untilCrash':
      await untilCrash(day);
      writeSync(process.stdout.fd, REACHED);
      await new Promise((resolve) => setTimeout(resolve, FOR_EVER_MS));
      return;
    case 'afterCrash':
      await afterCrash(day);
      day.host.close();
      writeSync(process.stdout.fd, REACHED);
      return;
    default:
      assertNever(task.part);
  }
}

await run(JSON.parse(process.env.DAY_TASK ?? '') as DayTask);
