import { join } from 'node:path';
import { backUpIfDue } from '#main/backup/backup-schedule.ts';
import { consentVersion } from '#shared/enrolment/consent-text.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { proposalOf } from '#tests/unit/support/test-class.ts';
import { faceOf, viewsFor } from '#tests/unit/support/test-faces.ts';
import { importStudents, openList, undoImport } from '#tests/unit/support/test-import.ts';
import type { Client } from '#tests/unit/support/test-register.ts';
import { fileOf, workbookOf } from '#tests/unit/support/test-workbook.ts';
import type { Day } from './day.ts';
import {
  CLASS_NAME,
  GUEST,
  IN_BAD_FILE,
  PEOPLE,
  type Person,
  REASONS,
  SCHOOL,
  SUBJECT_NAME,
  TAKEN_BACK,
} from './people.ts';

const modelId = DESCRIPTOR_MODEL.id;

function listOf(people: readonly Person[]): File {
  const rows = people.map(({ studentNumber, fullName, email, guardian, phone }) => [
    ...[studentNumber, fullName, CLASS_NAME, email],
    ...[guardian, 'Mother', phone],
  ]);
  const headings = ['Student ID', 'Name', 'Class', 'E-mail'];
  const parents = ['Guardian', 'Relation', 'Phone'];
  return fileOf(workbookOf({ Students: [[...headings, ...parents], ...rows] }), 'new people.xlsx');
}

/** Must be refused: the refusal is a part of the day. @throws Error when it was not */
export async function refused(call: Promise<unknown>): Promise<void> {
  const outcome = await call.then(
    () => 'done',
    () => 'refused',
  );
  if (outcome === 'done') throw new Error('Something was done that had to be refused.');
}

async function importLists(client: Client): Promise<void> {
  await importStudents(client, listOf(PEOPLE));
  const { done } = await importStudents(client, listOf([TAKEN_BACK]));
  await undoImport(client, done.id);
  await refused(
    openList(client, fileOf(`PK\u0003\u0004${IN_BAD_FILE}\u0000`, `${IN_BAD_FILE}.xlsx`)),
  );
  await refused(openList(client, fileOf(`%PDF-1.7 ${IN_BAD_FILE}`, `${IN_BAD_FILE}.pdf`)));
}

async function makeAccounts({ client, connect }: Day): Promise<void> {
  const { username } = SCHOOL.teacher;
  const issued = await client.accounts.create({ ...SCHOOL.teacher, role: 'teacher' });
  const teacher = connect();
  const current = issued.temporaryPassword;
  await teacher.accounts.signIn({ username, password: current });
  await teacher.accounts.changePassword({ current, next: SCHOOL.teacherPassword });
  await refused(connect().accounts.signIn({ username, password: SCHOOL.wrongPassword }));
  // As happens in the hurry: the password in the place of the name.
  await refused(connect().accounts.signIn({ username: SCHOOL.wrongPassword, password: 'x' }));
}

/** Everybody but the last two agrees and is enrolled, each with a face of their own. */
async function enrolAll(client: Client, studentIds: readonly string[]): Promise<void> {
  for (const [index, studentId] of studentIds.slice(0, -2).entries()) {
    await client.enrolment.recordConsent({
      studentId,
      givenBy: PEOPLE[index]?.guardian ?? '',
      relation: 'parent',
      method: 'paper',
      textVersion: consentVersion('en'),
    });
    await client.enrolment.save({ studentId, modelId, templates: viewsFor(faceOf(index + 1)) });
  }
  const without = studentIds.at(-1) ?? '';
  await refused(
    client.enrolment.save({ studentId: without, modelId, templates: viewsFor(faceOf(90)) }),
  );
}

async function takeRegister(day: Day, sessionId: string, studentIds: readonly string[]) {
  const { client } = day;
  for (let person = 1; person <= 8; person += 1) {
    await client.register.propose(proposalOf(day, sessionId, person));
  }
  const [first = '', second = '', third = ''] = studentIds.toReversed();
  await client.register.mark({ sessionId, studentId: first, code: 'L' });
  await client.register.mark({ sessionId, studentId: second, code: 'A' });
  await client.register.mark({
    sessionId,
    studentId: second,
    code: 'P',
    reason: REASONS.correction,
  });
  await client.guests.add({ sessionId, name: GUEST });
  const today = new Date(day.platform.now()).toISOString().slice(0, 10);
  await client.absences.create({
    studentId: third,
    days: { from: today, to: today },
    reason: REASONS.away,
    reportedBy: TAKEN_BACK.guardian,
  });
}

/** An export that somebody stops half way, and one to a folder that is not there. */
async function exportInVain({ client, platform, task }: Day, classId: string): Promise<void> {
  const range = { from: '2020-01-01', to: '2040-01-01' };
  const request = { what: 'class', classId, range, format: 'xlsx' } as const;
  platform.answer.save = join(task.exportFolder, 'stopped.xlsx');
  for await (const step of await client.exports.run(request)) if (step.kind === 'working') break;
  platform.answer.save = join(task.exportFolder, 'nowhere', 'a.xlsx');
  const run = async () => {
    for await (const _step of await client.exports.run(request));
  };
  await refused(run());
}

/** From the first run to the middle of a register, in which the machine goes dark. */
export async function untilCrash(day: Day): Promise<void> {
  const { client, host, platform } = day;
  const { schoolName, admin, passphrase } = SCHOOL;
  await client.app.setUp({ schoolName, admin, recoveryPassphrase: passphrase });
  await client.accounts.signIn(admin);
  const { id: subjectId } = await client.people.subjects.create({ name: SUBJECT_NAME });
  await importLists(client);
  await makeAccounts(day);
  const students = await client.people.students.list({ search: '' });
  const studentIds = PEOPLE.map(
    ({ studentNumber }) => students.find((one) => one.studentNumber === studentNumber)?.id ?? '',
  );
  await enrolAll(client, studentIds);
  const classId = students[0]?.classId ?? '';
  const { id: sessionId } = await client.register.start({ classId, subjectId });
  await takeRegister(day, sessionId, studentIds);
  await exportInVain(day, classId);
  await client.backup.make();
  await backUpIfDue(host, platform);
}
