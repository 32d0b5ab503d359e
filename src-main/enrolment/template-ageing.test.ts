import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { templates } from '#main/db/schema/index.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { createEnrolledClass, proposalOf } from '#tests/unit/support/test-class.ts';
import { faceOf, viewOf, viewsFor } from '#tests/unit/support/test-faces.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';

const { id: modelId, ageing, refresh, lookAlike, accept } = DESCRIPTOR_MODEL;
const DAY = 86_400_000;

/** A class whose first student is marked by face at a score, one register a day. */
async function withMarks() {
  const register = await createTestRegister();
  const { client, db, platform } = register;
  const { classId, subjectId, students } = await createEnrolledClass(register);
  const studentId = students[0]!.id;
  const markedAt = async (score: number) => {
    platform.clock.advance(DAY);
    const { id: sessionId } = await client.register.start({ classId, subjectId });
    const probe = viewOf(faceOf(1), score, 60);
    const many = { votes: lookAlike.minVotes, described: lookAlike.minVotes };
    const proposal = proposalOf(register, sessionId, 1, { probe, ...many });
    expect(await client.register.propose(proposal)).toMatchObject({ kind: 'marked', studentId });
    await client.register.end({ sessionId });
    return proposal;
  };
  const markedTimes = async (count: number, score: number) => {
    for (let mark = 0; mark < count; mark += 1) await markedAt(score);
  };
  const state = async () => (await client.people.students.get({ id: studentId })).enrolment;
  const stored = () => db.select().from(templates).where(eq(templates.studentId, studentId)).all();
  return { ...register, students, studentId, markedAt, markedTimes, state, stored };
}

describe('a face that does not fit any more', () => {
  const weak = (accept + ageing.weak) / 2;

  it('is to be renewed once its marks are weak, and is listed and counted', async () => {
    const { client, markedTimes, state } = await withMarks();
    await markedTimes(ageing.marks - 1, weak);
    expect(await state()).toBe('enrolled');
    await markedTimes(1, weak);
    expect(await state()).toBe('weak');
    expect(await client.people.students.facesDue()).toEqual({ outdated: 0, aged: 1 });
    const [schoolClass] = await client.people.classes.list({});
    expect(schoolClass?.enrolledCount).toBe(3);
  });

  it('is to be renewed once its marks have fallen far since the enrolment', async () => {
    const { markedTimes, state } = await withMarks();
    await markedTimes(ageing.marks, 0.96);
    await markedTimes(ageing.marks, 0.89);
    expect(await state()).toBe('sinking');
  });

  it('is renewed by enrolling again, and old marks are not held against it', async () => {
    const { client, studentId, markedTimes, state } = await withMarks();
    await markedTimes(ageing.marks, weak);
    await client.enrolment.save({ studentId, modelId, templates: viewsFor(faceOf(1)) });
    expect(await state()).toBe('enrolled');
    await markedTimes(1, weak);
    expect(await state()).toBe('enrolled');
  });

  it('recovers when its marks do', async () => {
    const { markedTimes, state } = await withMarks();
    await markedTimes(ageing.marks, weak);
    await markedTimes(ageing.marks, 0.95);
    expect(await state()).toBe('enrolled');
  });
});

describe('a sure match', () => {
  const sure = refresh + 0.02;

  it('leaves the templates alone unless the school allows it', async () => {
    const { platform, markedAt, stored } = await withMarks();
    const before = stored();
    platform.clock.advance(40 * DAY);
    await markedAt(sure);
    expect(stored()).toEqual(before);
  });

  it('takes the place of the oldest one, once in thirty days, and that is written down', async () => {
    const { client, platform, studentId, markedAt, stored } = await withMarks();
    await client.settings.updateSchool({ templateRefresh: true });
    await markedAt(sure);
    const before = stored();
    expect(await client.activity.list({ kinds: ['templateRefreshed'] })).toEqual([]);
    platform.clock.advance(30 * DAY);
    const { probe } = await markedAt(sure);
    const after = stored();
    expect(after).toHaveLength(before.length);
    expect(after.map(({ id }) => id)).not.toContain(before[0]!.id);
    expect(after.at(-1)).toMatchObject({ vector: probe, quality: 0.8, pose: 'front' });
    await markedAt(sure);
    expect(stored()).toEqual(after);
    const written = await client.activity.list({ kinds: ['templateRefreshed'] });
    expect(written).toHaveLength(1);
    expect(written[0]).toMatchObject({ studentId, actor: 'Ada Admin' });
    expect((await client.enrolment.lookAlikes({})).pending).toBe(0);
  });

  it.each([
    ['it was not that sure', 'score'],
    ['no proof of life was asked for', 'policy'],
    ['the student looks like another', 'alike'],
  ])('changes nothing when %s', async (_when, what) => {
    const { client, platform, students, markedAt, stored } = await withMarks();
    const livenessPolicy = what === 'policy' ? 'off' : 'standard';
    await client.settings.updateSchool({ templateRefresh: true, livenessPolicy });
    if (what === 'alike') {
      const alike = viewOf(faceOf(1), lookAlike.score + 0.01, 70);
      const other = students[1]!.id;
      await client.enrolment.save({ studentId: other, modelId, templates: viewsFor(alike) });
      expect((await client.enrolment.lookAlikes({})).pairs).toHaveLength(1);
    }
    platform.clock.advance(40 * DAY);
    const before = stored();
    await markedAt(what === 'score' ? refresh - 0.02 : sure);
    expect(stored()).toEqual(before);
  });
});

describe('templates of another model', () => {
  it('are never compared and asked for anew, until an enrolment replaces them', async () => {
    const register = await withMarks();
    const { client, db, students, studentId, state, stored } = register;
    db.update(templates)
      .set({ modelId: 'older/1' })
      .where(eq(templates.studentId, studentId))
      .run();
    expect(await state()).toBe('reEnrol');
    expect(await client.people.students.facesDue()).toEqual({ outdated: 1, aged: 0 });
    const { classId } = students[0]!;
    const [subject] = await client.people.subjects.list({});
    const subjectId = subject!.id;
    const { id: sessionId, roster } = await client.register.start({ classId, subjectId });
    expect(roster.find((entry) => entry.studentId === studentId)?.matchable).toBe(false);
    const { studentIds } = await client.register.gallery({ sessionId });
    expect(studentIds).not.toContain(studentId);
    const unknown = { kind: 'refused', why: 'unknownFace' };
    expect(await client.register.propose(proposalOf(register, sessionId, 1))).toMatchObject(
      unknown,
    );
    // Nor are they anybody's double: another student may well have this face in the new model.
    const vectors = viewsFor(faceOf(1)).map(({ vector }) => vector);
    const other = { studentId: students[1]!.id, modelId, vectors };
    expect(await client.enrolment.findDuplicate(other)).toBeNull();

    await client.enrolment.save({ studentId, modelId, templates: viewsFor(faceOf(1)) });
    expect(await state()).toBe('enrolled');
    expect(new Set(stored().map((template) => template.modelId))).toEqual(new Set([modelId]));
    expect(await client.people.students.facesDue()).toEqual({ outdated: 0, aged: 0 });
    expect(await client.register.propose(proposalOf(register, sessionId, 1))).toMatchObject({
      kind: 'marked',
    });
  });

  it('are counted for admins alone', async () => {
    const { signInAs } = await withMarks();
    const teacher = await signInAs('teacher');
    await expect(teacher.client.people.students.facesDue()).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
