import type { Student } from '#shared/contract/people.contract.ts';
import type { DemoClient } from './demo-client.ts';
import { demoNames } from './demo-names.ts';
import type { SeededRandom } from './seeded-random.ts';

const CLASSES = [
  { name: '9A', lateAfterMinutes: 10 },
  { name: '9B', lateAfterMinutes: 10 },
  { name: '10A', lateAfterMinutes: 15 },
];
const SUBJECTS = ['Mathematics', 'English', 'Biology', 'History', 'Geography', 'Art'];
const TEACHERS = [
  { username: 'h.lindqvist', displayName: 'Hanna Lindqvist' },
  { username: 'd.osei', displayName: 'Daniel Osei' },
  { username: 'r.fontaine', displayName: 'Rosa Fontaine' },
];
const STUDENTS_PER_CLASS = 30;

export interface DemoClass {
  id: string;
  lateAfterMinutes: number;
}

export interface DemoPeople {
  classes: DemoClass[];
  subjectIds: string[];
  /** One client for each teacher; nobody is signed in yet. */
  teachers: Array<{
    client: DemoClient;
    accountId: string;
    credentials: { username: string; password: string };
  }>;
  students: Student[];
}

async function addStudents(admin: DemoClient, classes: DemoClass[], random: SeededRandom) {
  const names = demoNames(classes.length * STUDENTS_PER_CLASS, random);
  const students: Student[] = [];
  for (const [index, fullName] of names.entries()) {
    const number = 1_000 + index * 7 + random.between(0, 6);
    const classId = classes[index % classes.length]?.id ?? '';
    const email = random.chance(0.6) ? `student${number}@example.org` : null;
    const studentNumber = `00${number}`;
    students.push(await admin.people.students.create({ studentNumber, fullName, classId, email }));
  }
  return students;
}

/** Most have agreed on paper, some in person, a few not at all; nobody has a face enrolled. */
async function addConsents(admin: DemoClient, students: Student[], random: SeededRandom) {
  const { version: textVersion } = await admin.enrolment.consentText();
  for (const { id: studentId, fullName } of students) {
    if (random.chance(0.1)) continue;
    const family = fullName.split(' ').at(-1) ?? fullName;
    await admin.enrolment.recordConsent({
      studentId,
      givenBy: `${random.pick(['Mr', 'Ms'])} ${family}`,
      relation: random.chance(0.9) ? 'parent' : 'guardian',
      method: random.chance(0.7) ? 'paper' : 'inPerson',
      textVersion,
    });
  }
}

/** A teacher who has changed the temporary password already. */
async function addTeacher(
  admin: DemoClient,
  client: DemoClient,
  teacher: (typeof TEACHERS)[number],
  password: string,
): Promise<DemoPeople['teachers'][number]> {
  const { account, temporaryPassword } = await admin.accounts.create({
    ...teacher,
    role: 'teacher',
  });
  const { username } = teacher;
  await client.accounts.signIn({ username, password: temporaryPassword });
  await client.accounts.changePassword({ current: temporaryPassword, next: password });
  await client.accounts.signOut();
  return { client, accountId: account.id, credentials: { username, password } };
}

/** Classes, subjects, teachers, students and consents, as an admin enters them before the term. */
export async function addPeople(
  admin: DemoClient,
  connect: () => DemoClient,
  { password, random }: { password: string; random: SeededRandom },
): Promise<DemoPeople> {
  const classes: DemoClass[] = [];
  for (const { name, lateAfterMinutes } of CLASSES) {
    const { id } = await admin.people.classes.create({ name, lateAfterMinutes });
    classes.push({ id, lateAfterMinutes });
  }
  const subjectIds: string[] = [];
  for (const name of SUBJECTS) subjectIds.push((await admin.people.subjects.create({ name })).id);
  const teachers: DemoPeople['teachers'] = [];
  for (const teacher of TEACHERS) {
    teachers.push(await addTeacher(admin, connect(), teacher, password));
  }
  const students = await addStudents(admin, classes, random);
  await addConsents(admin, students, random);
  return { classes, subjectIds, teachers, students };
}
