import { expect, it } from 'vitest';
import { attendanceEvents, students } from '#main/db/schema/index.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { joinGallery } from '#shared/recognition/gallery.ts';
import {
  createEnrolledClass,
  createTestClass,
  enrol,
  proposalOf,
} from '#tests/unit/support/test-class.ts';
import { faceOf, PHOTO, viewOf } from '#tests/unit/support/test-faces.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { forgetGalleries } from './session-memory.ts';

/** A register of 8B with the faces 1 to 3, while somebody of 9A has face 50. */
async function inSession(compareWith: 'roster' | 'school' = 'school') {
  const register = await createTestRegister();
  const { client } = register;
  await client.settings.updateSchool({ compareWith });
  const ours = await createEnrolledClass(register);
  const theirs = await createTestClass(client, { name: '9A', students: 1 });
  const outsider = theirs.students[0]!.id;
  await enrol(client, outsider, 50);
  const { classId, subjectId } = ours;
  const { id: sessionId } = await client.register.start({ classId, subjectId });
  const propose = (person: number, change: Parameters<typeof proposalOf>[3] = {}) =>
    client.register.propose(proposalOf(register, sessionId, person, change));
  const galleryOf = async () => new Set((await client.register.gallery({ sessionId })).studentIds);
  return { ...register, ours, outsider, sessionId, propose, galleryOf };
}

it('names somebody of another class once, with the class, and never marks', async () => {
  const { client, db, sessionId, outsider, propose } = await inSession();
  for (let time = 0; time < 2; time += 1) {
    expect(await propose(50)).toEqual({
      kind: 'otherClass',
      studentId: outsider,
      fullName: 'Pupil 01',
      className: '9A',
    });
  }
  const feed = await client.activity.list({ sessionId });
  expect(feed.map(({ kind }) => kind)).toEqual(['otherClassFace', 'sessionStarted']);
  expect(feed[0]).toMatchObject({ studentId: outsider, detail: { className: '9A' } });
  expect(db.select().from(attendanceEvents).all()).toEqual([]);
});

it('hands out the faces of a large school in parts that make the whole', async () => {
  const { client, sessionId, outsider } = await inSession();
  const many = await createTestClass(client, { name: '10C', students: 60 });
  for (const [index, { id }] of many.students.entries()) await enrol(client, id, 100 + index);
  const parts = [await client.register.gallery({ sessionId })];
  for (let next = parts[0]?.next; next; next = parts.at(-1)?.next) {
    parts.push(await client.register.gallery({ sessionId, from: next }));
  }
  expect(parts.map(({ studentIds }) => new Set(studentIds).size)).toEqual([50, 14]);
  const { studentIds, vectors } = joinGallery(parts);
  expect(new Set(studentIds).size).toBe(64);
  const row = studentIds.indexOf(outsider) * DESCRIPTOR_MODEL.dimension;
  const first = vectors.subarray(row, row + DESCRIPTOR_MODEL.dimension);
  expect(first).toEqual(faceOf(50));
});

it('asks for proof of life before it names anybody', async () => {
  const { client, sessionId, propose } = await inSession();
  expect(await propose(50, { evidence: PHOTO })).toMatchObject({ why: 'suspectedPhoto' });
  const feed = await client.activity.list({ sessionId });
  expect(feed.map(({ kind }) => kind)).toEqual(['suspectedPhoto', 'sessionStarted']);
});

it('marks those on the roster as before, and strangers are unknown', async () => {
  const { ours, propose } = await inSession();
  expect(await propose(1)).toMatchObject({ kind: 'marked', studentId: ours.students[0]!.id });
  expect(await propose(99)).toMatchObject({ kind: 'refused', why: 'unknownFace' });
});

it('asks the teacher about students of the register only', async () => {
  const { propose } = await inSession();
  const somewhat = (DESCRIPTOR_MODEL.grey + DESCRIPTOR_MODEL.accept) / 2;
  expect(await propose(50, { probe: viewOf(faceOf(50), somewhat, 9) })).toMatchObject({
    kind: 'refused',
    why: 'unknownFace',
  });
});

it('compares with the roster alone unless an admin says otherwise, also while it is open', async () => {
  const { client, sessionId, outsider, galleryOf, propose, signInAs } = await inSession('roster');
  expect((await galleryOf()).has(outsider)).toBe(false);
  expect(await propose(50)).toMatchObject({ why: 'unknownFace' });
  const updates = await client.register.live({ sessionId });
  await client.settings.updateSchool({ compareWith: 'school' });
  expect((await updates.next()).value).toEqual({ kind: 'gallery' });
  expect((await galleryOf()).has(outsider)).toBe(true);
  expect(await propose(50)).toMatchObject({ kind: 'otherClass' });
  const teacher = await signInAs('teacher');
  await expect(
    teacher.client.settings.updateSchool({ compareWith: 'roster' }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('knows nobody who has left or whose consent was withdrawn, and says so to every register', async () => {
  const { client, db, sessionId, outsider, galleryOf } = await inSession();
  const updates = await client.register.live({ sessionId });
  await client.enrolment.withdrawConsent({ studentId: outsider });
  expect((await updates.next()).value).toEqual({ kind: 'gallery' });
  expect((await galleryOf()).has(outsider)).toBe(false);
  expect((await galleryOf()).size).toBe(3);
  db.update(students).set({ archivedAt: 1 }).run();
  forgetGalleries(db);
  expect((await galleryOf()).size).toBe(0);
});
