import { expect, test } from 'vitest';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { newId } from '../db/new-id.ts';
import { consents, templates } from '../db/schema/index.ts';

test('what is missing before a student can be recognised, and the count of the class', async () => {
  const { client, db, admin, platform } = await createTestRegister();
  const { id: classId } = await client.people.classes.create({
    name: '10B',
    lateAfterMinutes: null,
  });
  const { id } = await client.people.students.create({
    studentNumber: '1',
    fullName: 'Ana García',
    classId,
    email: null,
  });
  const now = platform.now();
  const addTemplate = (modelId: string) =>
    db
      .insert(templates)
      .values({
        id: newId(),
        studentId: id,
        modelId,
        pose: 'front',
        quality: 0.9,
        source: 'camera',
        capturedAt: now,
        createdAt: now,
        createdBy: admin.id,
        vector: new Float32Array([0.5, -0.25, 1e-7]),
      })
      .run();
  const state = async () => {
    const { enrolment } = await client.people.students.get({ id });
    const [only] = await client.people.classes.list({});
    return [enrolment, only?.enrolledCount, only?.studentCount];
  };

  expect(await state()).toEqual(['noConsent', 0, 1]);
  db.insert(consents)
    .values({
      id: newId(),
      studentId: id,
      givenBy: 'Luz García',
      relation: 'parent',
      method: 'paper',
      textVersion: '1',
      givenAt: now,
      recordedBy: admin.id,
    })
    .run();
  expect(await state()).toEqual(['notEnrolled', 0, 1]);
  addTemplate('another/1');
  expect(await state()).toEqual(['reEnrol', 0, 1]);
  addTemplate(DESCRIPTOR_MODEL.id);
  expect(await state()).toEqual(['enrolled', 1, 1]);
  expect(db.select({ vector: templates.vector }).from(templates).get()?.vector).toEqual(
    new Float32Array([0.5, -0.25, 1e-7]),
  );
  db.update(consents).set({ withdrawnAt: now, withdrawalRecordedBy: admin.id }).run();
  expect(await state()).toEqual(['noConsent', 0, 1]);
});
