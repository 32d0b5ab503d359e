import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { templates } from '#main/db/schema/index.ts';
import { consentVersion } from '#shared/enrolment/consent-text.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { consentTo, createTestClass, enrol } from '#tests/unit/support/test-class.ts';
import { faceOf, viewOf, viewsFor } from '#tests/unit/support/test-faces.ts';
import { createTestRegister, TEST_SCHOOL } from '#tests/unit/support/test-register.ts';

const modelId = DESCRIPTOR_MODEL.id;

async function withStudents() {
  const register = await createTestRegister();
  const { students } = await createTestClass(register.client, { students: 2 });
  const [one, two] = students.map(({ id }) => id) as [string, string];
  const stored = (studentId: string) =>
    register.db.select().from(templates).where(eq(templates.studentId, studentId)).all();
  const save = (studentId: string, views = viewsFor(faceOf(1)), reason?: string) =>
    register.client.enrolment.save({
      studentId,
      modelId,
      templates: views,
      duplicateOverride: reason === undefined ? undefined : { reason },
    });
  const feed = async () => {
    const entries = await register.client.activity.list({});
    return entries.map(({ kind }) => kind).reverse();
  };
  return { ...register, students, one, two, stored, save, feed };
}

describe('consent', () => {
  it('is given to the text in force, in the name of the school', async () => {
    const { client, one, platform } = await withStudents();
    const { version, text } = await client.enrolment.consentText();
    expect(text).toContain(TEST_SCHOOL);
    const consent = await client.enrolment.recordConsent({
      studentId: one,
      givenBy: 'Rosa Parent',
      relation: 'parent',
      method: 'inPerson',
      textVersion: version,
    });
    expect(consent).toMatchObject({
      givenBy: 'Rosa Parent',
      recordedBy: 'Ada Admin',
      givenAt: platform.now(),
      withdrawnAt: null,
    });
    expect(await client.enrolment.consents({ studentId: one })).toEqual([consent]);
  });

  it('is refused to an old text, a second time, and for somebody who has left', async () => {
    const { client, one, two } = await withStudents();
    const consent = {
      givenBy: 'P',
      relation: 'parent' as const,
      method: 'paper' as const,
      textVersion: consentVersion('en'),
    };
    await expect(
      client.enrolment.recordConsent({ ...consent, studentId: one, textVersion: '1999' }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { field: 'textVersion' } });
    await client.enrolment.recordConsent({ ...consent, studentId: one });
    await expect(
      client.enrolment.recordConsent({ ...consent, studentId: one }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { what: 'consent' } });
    await client.people.students.update({ id: two, archived: true });
    await expect(
      client.enrolment.recordConsent({ ...consent, studentId: two }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('erases every template when it is withdrawn, and leaves its record', async () => {
    const { client, db, one, two, stored, platform, feed } = await withStudents();
    await enrol(client, one, 1);
    await enrol(client, two, 2);
    db.update(templates).set({ modelId: 'older/1' }).where(eq(templates.pose, 'left')).run();
    expect(await client.enrolment.withdrawConsent({ studentId: one })).toEqual({
      templatesErased: 5,
    });
    expect(stored(one)).toEqual([]);
    expect(stored(two)).toHaveLength(5);
    const [tombstone] = await client.enrolment.consents({ studentId: one });
    expect(tombstone).toMatchObject({ givenBy: 'Test Parent', withdrawnAt: platform.now() });
    expect((await feed()).at(-1)).toBe('consentWithdrawn');
    await expect(client.enrolment.withdrawConsent({ studentId: one })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const { enrolment } = await client.people.students.get({ id: one });
    expect(enrolment).toBe('noConsent');
  });
});

describe('saving templates', () => {
  it('keeps each vector to the bit, and nothing of the picture', async () => {
    const { client, one, stored, save } = await withStudents();
    await consentTo(client, one);
    const saved = await save(one);
    expect(saved.map(({ pose }) => pose)).toEqual(['front', 'front', 'left', 'right', 'smile']);
    expect(saved[0]).not.toHaveProperty('vector');
    const [first] = stored(one);
    expect(first?.vector).toEqual(faceOf(1));
    expect(first).toMatchObject({ modelId, source: 'camera', quality: 0.8 });
    expect(await client.enrolment.templates({ studentId: one })).toEqual(saved);
  });

  it('stores little-endian float32 values', async () => {
    const { client, db, one, save } = await withStudents();
    await consentTo(client, one);
    await save(one);
    const { blob } = db.get<{ blob: Buffer }>('SELECT vector AS blob FROM templates ORDER BY id');
    expect(blob).toHaveLength(DESCRIPTOR_MODEL.dimension * 4);
    expect(blob.readFloatLE(40)).toBe(faceOf(1)[10]);
  });

  it('replaces what there was', async () => {
    const { one, stored, save, client } = await withStudents();
    await consentTo(client, one);
    await save(one, viewsFor(faceOf(1)));
    await save(one, viewsFor(faceOf(7)));
    expect(stored(one)).toHaveLength(5);
    expect(stored(one)[0]?.vector).toEqual(faceOf(7));
  });

  it('is refused without consent', async () => {
    const { one, save, stored } = await withStudents();
    await expect(save(one)).rejects.toMatchObject({ code: 'NO_CONSENT' });
    expect(stored(one)).toEqual([]);
  });

  it('is refused for vectors of another model, or that are none of this one', async () => {
    const { client, one, save } = await withStudents();
    await consentTo(client, one);
    await expect(
      client.enrolment.save({ studentId: one, modelId: 'x/1', templates: viewsFor(faceOf(1)) }),
    ).rejects.toMatchObject({ code: 'OTHER_MODEL' });
    const broken = {
      dimension: faceOf(1).slice(1),
      notFinite: faceOf(1).with(0, Number.POSITIVE_INFINITY),
      notUnitLength: faceOf(1).map((value) => value / 2),
    };
    for (const [why, vector] of Object.entries(broken)) {
      const views = viewsFor(faceOf(1)).with(2, { ...viewsFor(faceOf(1))[2]!, vector });
      await expect(save(one, views)).rejects.toMatchObject({
        code: 'INVALID',
        data: { field: 'templates', why },
      });
    }
  });

  it('is refused for a set that is not enough, and says what is missing', async () => {
    const { client, one, save } = await withStudents();
    await consentTo(client, one);
    const views = viewsFor(faceOf(1));
    await expect(save(one, views.slice(0, 4))).rejects.toMatchObject({
      data: { why: 'tooFewMoments' },
    });
    await expect(
      save(
        one,
        views.map((view) => ({ ...view, pose: 'up' })),
      ),
    ).rejects.toMatchObject({ data: { why: 'frontRequired' } });
  });

  it('takes one good picture from a file', async () => {
    const { client, one, save } = await withStudents();
    await consentTo(client, one);
    const [front] = viewsFor(faceOf(1));
    expect(await save(one, [{ ...front!, source: 'file' }])).toMatchObject([{ source: 'file' }]);
  });

  it('is for admins alone', async () => {
    const { signInAs, one } = await withStudents();
    const { client } = await signInAs('teacher');
    await expect(
      client.enrolment.save({ studentId: one, modelId, templates: viewsFor(faceOf(1)) }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await client.enrolment.templates({ studentId: one })).toEqual([]);
  });
});

describe('the same face twice', () => {
  const twin = viewsFor(viewOf(faceOf(1), (1 + DESCRIPTOR_MODEL.duplicate) / 2, 5));

  it('is found, with the name of the other student', async () => {
    const { client, one, two, students } = await withStudents();
    await enrol(client, one, 1);
    const found = await client.enrolment.findDuplicate({
      studentId: two,
      modelId,
      vectors: twin.map(({ vector }) => vector),
    });
    expect(found).toMatchObject({
      studentId: one,
      fullName: students[0]!.fullName,
      studentNumber: students[0]!.studentNumber,
      className: '8B',
    });
    expect(found?.score).toBeGreaterThan(DESCRIPTOR_MODEL.duplicate);
    const own = { studentId: one, modelId, vectors: [faceOf(1)] };
    expect(await client.enrolment.findDuplicate(own)).toBeNull();
    const stranger = { studentId: two, modelId, vectors: [faceOf(9)] };
    expect(await client.enrolment.findDuplicate(stranger)).toBeNull();
  });

  it('is refused until the other student has left, which erases that face', async () => {
    const { client, one, two, save, stored, students } = await withStudents();
    await enrol(client, one, 1);
    await consentTo(client, two);
    await expect(save(two, twin)).rejects.toMatchObject({
      code: 'DUPLICATE_FACE',
      data: { studentId: one, fullName: students[0]!.fullName },
    });
    expect(stored(two)).toEqual([]);
    await client.people.students.update({ id: one, archived: true });
    expect(stored(one)).toEqual([]);
    expect(await save(two, twin)).toHaveLength(5);
  });

  it('is taken when an admin says why, which is kept', async () => {
    const { client, one, two, save, stored } = await withStudents();
    await enrol(client, one, 1);
    await consentTo(client, two);
    await save(two, twin, 'they are twins');
    expect(stored(two)).toHaveLength(5);
    const [entry] = await client.activity.list({ kinds: ['duplicateOverridden'] });
    expect(entry).toMatchObject({
      studentId: two,
      detail: { other: one, reason: 'they are twins' },
    });
  });

  it('needs no override where nobody is alike', async () => {
    const { client, one, save } = await withStudents();
    await consentTo(client, one);
    await save(one, viewsFor(faceOf(1)), 'just in case');
    expect(await client.activity.list({ kinds: ['duplicateOverridden'] })).toEqual([]);
  });
});

describe('erasing templates', () => {
  it('leaves the consent, and says how many there were', async () => {
    const { client, one, stored, feed } = await withStudents();
    await enrol(client, one, 1);
    expect(await client.enrolment.erase({ studentId: one })).toEqual({ templatesErased: 5 });
    expect(stored(one)).toEqual([]);
    expect((await client.people.students.get({ id: one })).enrolment).toBe('notEnrolled');
    const before = await feed();
    expect(await client.enrolment.erase({ studentId: one })).toEqual({ templatesErased: 0 });
    expect(await feed()).toEqual(before);
  });
});
