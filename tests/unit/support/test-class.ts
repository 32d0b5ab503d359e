import type { Platform } from '#main/platform.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import type { FaceProposal } from '#shared/contract/register.contract.ts';
import { consentVersion } from '#shared/enrolment/consent-text.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { faceOf, LIVE, viewOf, viewsFor } from './test-faces.ts';
import type { Client } from './test-register.ts';

export interface TestClass {
  classId: string;
  subjectId: string;
  students: Student[];
}

const pupilName = (index: number) => `Pupil ${String(index + 1).padStart(2, '0')}`;

/** A class and a subject with students numbered 001, 002, ..., none of them enrolled. */
export async function createTestClass(
  client: Client,
  { name = '8B', students = 3, lateAfterMinutes = 10 as number | null } = {},
): Promise<TestClass> {
  const { id: classId } = await client.people.classes.create({ name, lateAfterMinutes });
  const { id: subjectId } = await client.people.subjects.create({ name: `Maths of ${name}` });
  const created: Student[] = [];
  for (let index = 0; index < students; index += 1) {
    created.push(
      await client.people.students.create({
        studentNumber: `${name}-${String(index + 1).padStart(3, '0')}`,
        fullName: pupilName(index),
        classId,
        email: null,
      }),
    );
  }
  return { classId, subjectId, students: created };
}

export async function consentTo(client: Client, studentId: string): Promise<void> {
  await client.enrolment.recordConsent({
    studentId,
    givenBy: 'Test Parent',
    relation: 'parent',
    method: 'paper',
    textVersion: consentVersion('en'),
  });
}

/** Records consent and enrols the student with the face of person number `person`. */
export async function enrol(client: Client, studentId: string, person: number): Promise<void> {
  await consentTo(client, studentId);
  await client.enrolment.save({
    studentId,
    modelId: DESCRIPTOR_MODEL.id,
    templates: viewsFor(faceOf(person)),
  });
}

/** A class whose students have the faces of persons 1, 2, ... */
export async function createEnrolledClass(
  { client }: { client: Client },
  options: Parameters<typeof createTestClass>[1] = {},
): Promise<TestClass> {
  const made = await createTestClass(client, options);
  for (const [index, { id }] of made.students.entries()) await enrol(client, id, index + 1);
  return made;
}

/** What the worker sends of person number `person`, seen alive and well just now. */
export function proposalOf(
  { platform }: { platform: Pick<Platform, 'now'> },
  sessionId: string,
  person: number,
  change: Partial<FaceProposal> = {},
): FaceProposal {
  return {
    sessionId,
    trackId: person,
    modelId: DESCRIPTOR_MODEL.id,
    probe: viewOf(faceOf(person), 0.9, 99),
    votes: 5,
    described: 5,
    quality: 0.8,
    evidence: LIVE,
    capturedAt: platform.now(),
    ...change,
  };
}
