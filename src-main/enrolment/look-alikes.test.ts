import { describe, expect, it } from 'vitest';
import { lookAlikeChecks, lookAlikes } from '#main/db/schema/index.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { pool } from '#shared/recognition/vector.ts';
import { consentTo, createTestClass, enrol, proposalOf } from '#tests/unit/support/test-class.ts';
import { faceOf, viewOf, viewsFor } from '#tests/unit/support/test-faces.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { catchUpLookAlikes } from './look-alikes.service.ts';

const { id: modelId, lookAlike, duplicate } = DESCRIPTOR_MODEL;

/** As near to person 1 as look-alikes are, and too far to be the same face. */
const ALIKE = viewOf(faceOf(1), (lookAlike.score + duplicate) / 2, 7);

/** Students 1 and 2 look alike, 3 like nobody. */
async function withPair() {
  const register = await createTestRegister();
  const { client } = register;
  const { students, classId, subjectId } = await createTestClass(client);
  const [one, two, three] = students.map(({ id }) => id) as [string, string, string];
  await enrol(client, one, 1);
  await consentTo(client, two);
  const saveAlike = () =>
    client.enrolment.save({ studentId: two, modelId, templates: viewsFor(ALIKE) });
  await saveAlike();
  await enrol(client, three, 3);
  const pairs = async (studentId?: string) => {
    const listed = await client.enrolment.lookAlikes({ studentId });
    return listed.pairs.map(({ first, second }) => new Set([first.studentId, second.studentId]));
  };
  return { ...register, classId, subjectId, one, two, three, saveAlike, pairs };
}

describe('students who look alike', () => {
  it('are found as the second one is enrolled, with names, classes and how alike', async () => {
    const { client, platform, one, two, three, pairs } = await withPair();
    expect(await pairs()).toEqual([new Set([one, two])]);
    expect(await pairs(one)).toHaveLength(1);
    expect(await pairs(three)).toEqual([]);
    const { pairs: listed, pending } = await client.enrolment.lookAlikes({});
    expect(pending).toBe(0);
    expect(listed[0]?.score).toBeGreaterThanOrEqual(lookAlike.score);
    expect(listed[0]).toMatchObject({
      foundAt: platform.now(),
      first: { fullName: 'Pupil 01', className: '8B', studentNumber: '8B-001' },
      second: { fullName: 'Pupil 02', className: '8B' },
    });
  });

  it.each([
    ['the faces of one are erased', 'erase'],
    ['one consent is withdrawn', 'withdrawConsent'],
  ] as const)('are a pair no more when %s', async (_when, how) => {
    const { client, db, one, pairs } = await withPair();
    await client.enrolment[how]({ studentId: one });
    expect(await pairs()).toEqual([]);
    expect(db.select().from(lookAlikes).all()).toEqual([]);
  });

  it('are a pair again or no more as one of them is enrolled anew', async () => {
    const { client, two, saveAlike, pairs } = await withPair();
    await client.enrolment.save({ studentId: two, modelId, templates: viewsFor(faceOf(20)) });
    expect(await pairs()).toEqual([]);
    await saveAlike();
    expect(await pairs()).toHaveLength(1);
  });

  it('are found, or refused as one face, also when both are saved at once', async () => {
    const { client, one, two, three } = await withPair();
    const save = (studentId: string, face: Float32Array<ArrayBuffer>) =>
      client.enrolment.save({ studentId, modelId, templates: viewsFor(face) });
    const results = await Promise.allSettled([save(two, faceOf(30)), save(three, faceOf(30))]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'DUPLICATE_FACE' },
    });
    await Promise.all([save(one, faceOf(40)), save(two, viewOf(faceOf(40), 0.83, 9))]);
    expect((await client.enrolment.lookAlikes({ studentId: one })).pairs).toHaveLength(1);
  });

  it('are for admins to see', async () => {
    const { signInAs } = await withPair();
    const { client } = await signInAs('teacher');
    await expect(client.enrolment.lookAlikes({})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('are looked for among faces stored before anybody looked', async () => {
    const { client, db, platform, one, two, pairs } = await withPair();
    db.delete(lookAlikes).run();
    db.delete(lookAlikeChecks).run();
    expect((await client.enrolment.lookAlikes({})).pending).toBe(3);
    const stop = catchUpLookAlikes(db, platform);
    await expect.poll(async () => (await client.enrolment.lookAlikes({})).pending).toBe(0);
    stop();
    expect(await pairs()).toEqual([new Set([one, two])]);
  });
});

describe('a face of one of two who look alike, in a session', () => {
  async function inSession() {
    const register = await withPair();
    const { classId, subjectId, client } = register;
    const { id: sessionId } = await client.register.start({ classId, subjectId });
    const propose = (probe: Float32Array<ArrayBuffer>, votes: number) =>
      client.register.propose({
        ...proposalOf(register, sessionId, 1, { probe, votes, described: votes }),
      });
    return { ...register, sessionId, propose };
  }
  const ownView = viewOf(faceOf(1), 0.97, 5);
  /** Student 1 leads, by less than a look-alike must. */
  const between = new Float32Array(pool([faceOf(1), ALIKE], [0.55, 0.45]));

  it('goes to the worker with the pair, to be decided by the same rule', async () => {
    const { client, sessionId, one, two } = await inSession();
    const gallery = await client.register.gallery({ sessionId });
    expect(gallery.lookAlikes.map((pair) => new Set(pair))).toEqual([new Set([one, two])]);
  });

  it('needs more votes than others, then it is marked', async () => {
    const { propose, one } = await inSession();
    expect(await propose(ownView, DESCRIPTOR_MODEL.minVotes)).toEqual({
      kind: 'refused',
      why: 'tooFewVotes',
      studentId: one,
    });
    expect(await propose(ownView, lookAlike.minVotes)).toMatchObject({
      kind: 'marked',
      studentId: one,
    });
  });

  it('goes to the teacher as one of the two when the lead is small', async () => {
    const { propose, one, two } = await inSession();
    const verdict = await propose(between, 12);
    expect(verdict).toEqual({ kind: 'unsure', candidates: [one, two] });
  });

  it('is matched as before once the other has no face any more', async () => {
    const { client, propose, two, one } = await inSession();
    await client.enrolment.erase({ studentId: two });
    expect(await propose(ownView, DESCRIPTOR_MODEL.minVotes)).toMatchObject({
      kind: 'marked',
      studentId: one,
    });
  });
});
