import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { retainIfDue } from '#main/privacy/retention-schedule.ts';
import type { ExportRequest } from '#shared/contract/exports.contract.ts';
import { proposalOf } from '#tests/unit/support/test-class.ts';
import type { Day } from './day.ts';
import { PEOPLE, REASONS, SCHOOL } from './people.ts';
import { refused } from './until-crash.ts';

async function save({ client, platform, task }: Day, name: string, request: ExportRequest) {
  platform.answer.save = join(task.exportFolder, name);
  for await (const step of await client.exports.run(request)) {
    if (step.kind === 'saved') return;
  }
  throw new Error(`${name} was not saved.`);
}

async function exportAll(day: Day, classId: string, sessionId: string, studentId: string) {
  const range = { from: '2020-01-01', to: '2040-01-01' };
  for (const format of ['xlsx', 'ods', 'csv'] as const) {
    await save(day, `class.${format}`, { what: 'class', classId, range, format });
    await save(day, `session.${format}`, { what: 'session', sessionId, format });
    await save(day, `activity.${format}`, { what: 'activity', format });
  }
  await save(day, 'everything.xlsx', { what: 'everything', studentId, format: 'xlsx' });
}

async function goBack({ client, platform, task }: Day): Promise<void> {
  const [backup = ''] = readdirSync(task.backupFolder).filter((name) => name.endsWith('.rollcall'));
  platform.answer.open = join(task.backupFolder, backup);
  await client.backup.restore.choose();
  await refused(client.backup.restore.preview({ passphrase: SCHOOL.wrongPassword }));
  // Too soon after a wrong one is refused as well.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await client.backup.restore.preview({ passphrase: SCHOOL.passphrase });
  await client.backup.restore.apply();
}

/** The restart: the register is closed, corrected, exported, and gone back from; one student goes. */
export async function afterCrash(day: Day): Promise<void> {
  const { client, host, platform } = day;
  await client.accounts.signIn(SCHOOL.admin);
  const [open] = await client.register.open();
  if (!open) throw new Error('The register that was open at the crash is not there.');
  const { id: sessionId, classId } = open;
  await client.register.propose(proposalOf(day, sessionId, 9));
  await client.register.end({ sessionId });
  const students = await client.people.students.list({ search: '' });
  const studentId = students[0]?.id ?? '';
  await client.register.mark({ sessionId, studentId, code: 'E', reason: REASONS.correction });
  await client.enrolment.withdrawConsent({ studentId });
  await exportAll(day, classId, sessionId, students[1]?.id ?? '');
  await client.backup.make();
  await client.privacy.eraseStudent({
    studentId,
    studentNumber: students[0]?.studentNumber ?? '',
    reason: REASONS.erasure,
  });
  await retainIfDue(host.register(), platform);
  await goBack(day);
  const after = day.connect();
  await after.accounts.signIn(SCHOOL.admin);
  const names = await after.people.students.list({ search: PEOPLE[0]?.fullName ?? '' });
  if (names.length !== 1) throw new Error('The backup did not bring the students back.');
}
