import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { attendanceEvents, consents } from '#main/db/schema/index.ts';
import { appendEvent } from '#main/register/log/event-log.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import {
  createEnrolledClass,
  createTestClass,
  enrol,
  proposalOf,
} from '#tests/unit/support/test-class.ts';
import {
  faceOf,
  LIVE,
  NOT_YET,
  PHOTO,
  unit,
  viewOf,
  viewsFor,
} from '#tests/unit/support/test-faces.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';

async function inSession(options: Parameters<typeof createEnrolledClass>[1] = {}) {
  const register = await createTestRegister();
  const { classId, subjectId, students } = await createEnrolledClass(register, options);
  const session = await register.client.register.start({ classId, subjectId });
  const propose = (person: number, change: Parameters<typeof proposalOf>[3] = {}) =>
    register.client.register.propose(proposalOf(register, session.id, person, change));
  const feed = async () => {
    const entries = await register.client.activity.list({ sessionId: session.id });
    return entries.map(({ kind }) => kind).reverse();
  };
  const events = () => register.db.select().from(attendanceEvents).all();
  const entryOf = async (studentId: string) => {
    const { roster } = await register.client.register.get({ sessionId: session.id });
    return roster.find((entry) => entry.studentId === studentId);
  };
  return { ...register, classId, students, session, propose, feed, events, entryOf };
}

describe('a face that every rule agrees on', () => {
  it('is marked present: event, roster and feed tell of it', async () => {
    const { students, session, propose, feed, events, entryOf } = await inSession();
    const student = students[1]!;
    const verdict = await propose(2);
    expect(verdict).toMatchObject({
      kind: 'marked',
      studentId: student.id,
      entry: { mark: { code: 'P', method: 'face' }, unsure: false },
    });
    expect((await entryOf(student.id))?.mark?.score).toBeCloseTo(0.9, 2);
    const [event, ...others] = events();
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      seq: 1,
      kind: 'mark',
      sessionId: session.id,
      studentId: student.id,
      evidence: LIVE,
      policy: 'standard',
      reason: null,
    });
    expect(await feed()).toEqual(['sessionStarted', 'marked']);
  });

  it('is late from the minute the class says on', async () => {
    const { platform, propose } = await inSession({ lateAfterMinutes: 10 });
    platform.clock.advance(10 * 60_000 - 1);
    expect(await propose(1)).toMatchObject({ entry: { mark: { code: 'P' } } });
    platform.clock.advance(1);
    expect(await propose(2)).toMatchObject({ entry: { mark: { code: 'L' } } });
  });

  it('is late by the time it was seen, yet no clock of the worker goes far back', async () => {
    const { platform, propose } = await inSession({ lateAfterMinutes: 10 });
    platform.clock.advance(10 * 60_000 + 30_000);
    const now = platform.now();
    expect(await propose(1, { capturedAt: now - 31_000 })).toMatchObject({
      entry: { mark: { code: 'P', at: now - 31_000 } },
    });
    platform.clock.advance(60_000);
    expect(await propose(2, { capturedAt: now - 31_000 })).toMatchObject({
      entry: { mark: { code: 'L', at: now } },
    });
    expect(await propose(3, { capturedAt: now + 3_600_000 })).toMatchObject({
      entry: { mark: { at: platform.now() } },
    });
  });

  it('is marked once', async () => {
    const { students, propose, feed, events } = await inSession();
    await propose(1);
    const again = await propose(1, { trackId: 77, evidence: PHOTO });
    expect(again).toEqual({ kind: 'alreadyMarked', studentId: students[0]!.id });
    expect(events()).toHaveLength(1);
    expect(await feed()).toEqual(['sessionStarted', 'marked']);
  });

  it('reaches whoever watches the session, in the order it was committed', async () => {
    const { client, session, students, propose } = await inSession();
    const watching = await client.register.live({ sessionId: session.id });
    await propose(1);
    await client.register.end({ sessionId: session.id });
    const seen: string[] = [];
    for await (const update of watching) {
      seen.push(update.kind === 'entry' ? `${update.entry.mark?.code}` : update.kind);
      if (update.kind === 'ended') break;
    }
    expect(seen).toEqual(['P', 'activity', 'P', 'A', 'A', 'activity', 'ended']);
    expect(students).toHaveLength(3);
  });
});

describe('after a mark was taken back', () => {
  it('a person is not overruled: the same face is refused until somebody marks by hand', async () => {
    const { client, platform, students, session, propose, events } = await inSession();
    const cell = { sessionId: session.id, studentId: students[0]!.id };
    await propose(1);
    platform.clock.advance(5_000);
    await client.register.unmark(cell);
    const takenBack = { kind: 'refused', why: 'takenBack', studentId: cell.studentId };
    for (const wait of [1_000, 60_000, 3_600_000]) {
      platform.clock.advance(wait);
      expect(await propose(1)).toEqual(takenBack);
    }
    expect(events().map(({ kind }) => kind)).toEqual(['mark', 'void']);
    expect(await propose(2)).toMatchObject({ kind: 'marked', studentId: students[1]!.id });

    await client.register.mark({ ...cell, code: 'P' });
    expect(await propose(1)).toEqual({ kind: 'alreadyMarked', studentId: cell.studentId });
    await client.register.unmark(cell);
    platform.clock.advance(60_000);
    expect(await propose(1)).toEqual(takenBack);
  });

  it('by an import, the face is left alone for a minute', async () => {
    const { db, admin, platform, students, session, propose } = await inSession();
    const studentId = students[0]!.id;
    await propose(1);
    const now = platform.now();
    appendEvent(db, {
      kind: 'void',
      sessionId: session.id,
      studentId,
      code: null,
      method: 'import',
      score: null,
      evidence: null,
      policy: null,
      capturedAt: now,
      utcOffsetMinutes: 0,
      recordedAt: now,
      actorId: admin.id,
      reason: null,
    });
    platform.clock.advance(59_999);
    expect(await propose(1)).toEqual({ kind: 'refused', why: 'coolDown', studentId });
    platform.clock.advance(1);
    expect(await propose(1)).toMatchObject({ kind: 'marked', studentId });
  });
});

describe('a face that is refused', () => {
  it('is unknown when it belongs to another class, however well that class knows it', async () => {
    const { client, propose, feed, events } = await inSession();
    const other = await createTestClass(client, { name: '9A', students: 1 });
    await enrol(client, other.students[0]!.id, 50);
    expect(await propose(50)).toEqual({ kind: 'refused', why: 'unknownFace', studentId: null });
    expect(events()).toEqual([]);
    expect(await feed()).toEqual(['sessionStarted', 'unknownFace']);
  });

  it('is noted as unknown once a track, and only after as many frames as a match needs', async () => {
    const { platform, propose, feed } = await inSession();
    await propose(50, { described: DESCRIPTOR_MODEL.minVotes - 1, votes: 2 });
    expect(await feed()).toEqual(['sessionStarted']);
    for (let second = 2; second < 6; second += 1) {
      platform.clock.advance(1_000);
      await propose(50, { evidence: { ...LIVE, durationMs: second * 1_000 } });
    }
    expect(await feed()).toEqual(['sessionStarted', 'unknownFace']);
    await propose(51);
    expect(await feed()).toEqual(['sessionStarted', 'unknownFace', 'unknownFace']);
  });

  it('is refused when it comes from another model, or is no unit vector', async () => {
    const { propose } = await inSession();
    await expect(propose(1, { modelId: 'other/1' })).rejects.toMatchObject({
      code: 'OTHER_MODEL',
    });
    const short = unit(faceOf(1).slice(1));
    const long = faceOf(1).map((value) => value * 2);
    const broken = faceOf(1).with(3, Number.NaN);
    for (const [probe, why] of [
      [short, 'dimension'],
      [long, 'notUnitLength'],
      [broken, 'notFinite'],
    ] as const) {
      await expect(propose(1, { probe })).rejects.toMatchObject({
        code: 'INVALID',
        data: { field: 'probe', why },
      });
    }
  });

  it('is not live yet, then a suspected photo, noted once a track with the name', async () => {
    const { propose, feed, client, session, students, events } = await inSession();
    const studentId = students[0]!.id;
    expect(await propose(1, { evidence: NOT_YET })).toEqual({
      kind: 'refused',
      why: 'notLive',
      studentId,
    });
    expect(await feed()).toEqual(['sessionStarted']);
    for (let time = 0; time < 3; time += 1) {
      expect(await propose(1, { evidence: PHOTO })).toEqual({
        kind: 'refused',
        why: 'suspectedPhoto',
        studentId,
      });
    }
    expect(await feed()).toEqual(['sessionStarted', 'suspectedPhoto']);
    const [entry] = await client.activity.list({ sessionId: session.id });
    expect(entry).toMatchObject({ studentId, detail: { why: 'noSignOfLife' } });
    expect(events()).toEqual([]);
  });

  it('is judged by the policy the session was started with', async () => {
    const { client, classId, propose, session, events } = await inSession();
    await client.settings.updateSchool({ livenessPolicy: 'off' });
    expect(await propose(1, { evidence: PHOTO })).toMatchObject({ why: 'suspectedPhoto' });
    await client.register.end({ sessionId: session.id });
    const { subjectId } = session;
    const next = await client.register.start({ classId, subjectId });
    expect(await propose(1, { sessionId: next.id, evidence: PHOTO })).toMatchObject({
      kind: 'marked',
    });
    expect(events().at(-1)).toMatchObject({ policy: 'off', evidence: PHOTO });
  });

  it('has too few votes when the single frames disagreed', async () => {
    const { propose, students, events } = await inSession();
    expect(await propose(1, { votes: DESCRIPTOR_MODEL.minVotes - 1 })).toEqual({
      kind: 'refused',
      why: 'tooFewVotes',
      studentId: students[0]!.id,
    });
    expect(events()).toEqual([]);
  });

  it('has lost its consent since the gallery was read', async () => {
    const { db, propose, students, events } = await inSession();
    await propose(2);
    const studentId = students[0]!.id;
    db.update(consents)
      .set({ withdrawnAt: 1, withdrawalRecordedBy: events()[0]!.actorId })
      .where(eq(consents.studentId, studentId))
      .run();
    expect(await propose(1)).toEqual({ kind: 'refused', why: 'noConsent', studentId });
  });

  it('is nobody any more once consent was withdrawn through the app', async () => {
    const { client, propose, students, session } = await inSession();
    await propose(2);
    const studentId = students[0]!.id;
    expect(await client.enrolment.withdrawConsent({ studentId })).toEqual({ templatesErased: 5 });
    expect(await propose(1)).toMatchObject({ kind: 'refused', why: 'unknownFace' });
    const { studentIds } = await client.register.gallery({ sessionId: session.id });
    expect(new Set(studentIds)).toEqual(new Set([students[1]!.id, students[2]!.id]));
  });

  it('comes too late for a session that has ended', async () => {
    const { client, propose, session } = await inSession();
    await client.register.end({ sessionId: session.id });
    await expect(propose(1)).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    await expect(client.register.gallery({ sessionId: session.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a face that may be one of two', () => {
  /** Students 1 and 2 look alike, and the face in view is exactly between them. */
  async function unsure() {
    const register = await inSession();
    const alike = viewOf(faceOf(1), 0.7, 50);
    await register.client.enrolment.save({
      studentId: register.students[1]!.id,
      modelId: DESCRIPTOR_MODEL.id,
      templates: viewsFor(alike),
    });
    const between = unit(faceOf(1).map((value, i) => value + (alike[i] as number)));
    return { ...register, alike, between };
  }

  it('is asked about: both are flagged until one is marked by hand, and the feed says so once', async () => {
    const { client, session, students, propose, feed, entryOf, between, alike } = await unsure();
    const [first, second] = students.map(({ id }) => id) as [string, string, string];
    for (let time = 0; time < 2; time += 1) {
      const verdict = await propose(1, { probe: between });
      expect(verdict.kind).toBe('unsure');
      expect(verdict.kind === 'unsure' && new Set(verdict.candidates)).toEqual(
        new Set([first, second]),
      );
    }
    expect((await entryOf(first))?.unsure).toBe(true);
    expect((await entryOf(second))?.unsure).toBe(true);
    expect(await feed()).toEqual(['sessionStarted', 'unsureFace']);

    const watching = await client.register.live({ sessionId: session.id });
    await client.register.mark({ sessionId: session.id, studentId: first, code: 'P' });
    expect((await entryOf(first))?.unsure).toBe(false);
    expect((await entryOf(second))?.unsure).toBe(false);
    expect((await watching.next()).value).toMatchObject({
      entry: { studentId: second, unsure: false, mark: null },
    });
    expect((await propose(1, { probe: between })).kind).toBe('unsure');
    expect((await entryOf(second))?.unsure).toBe(false);
    await propose(2, { probe: alike });
    expect(await propose(1, { probe: between })).toMatchObject({ kind: 'alreadyMarked' });
  });

  it('is that of the other one when a student is marked absent', async () => {
    const { client, session, students, propose, entryOf, between } = await unsure();
    const [first, second] = students.map(({ id }) => id) as [string, string, string];
    await propose(1, { probe: between });
    await client.register.mark({ sessionId: session.id, studentId: first, code: 'A' });
    expect((await entryOf(second))?.unsure).toBe(true);
  });

  it('is asked about no more once somebody says that it was neither, but a new face is', async () => {
    const { client, platform, session, students, propose, entryOf, between } = await unsure();
    const [first, second] = students.map(({ id }) => id) as [string, string, string];
    const studentIds = [first, second];
    await propose(1, { probe: between });
    await client.register.dismissDoubt({ sessionId: session.id, studentIds });
    const flags = async () => [(await entryOf(first))?.unsure, (await entryOf(second))?.unsure];
    expect(await flags()).toEqual([false, false]);
    await propose(1, { probe: between });
    expect(await flags()).toEqual([false, false]);
    platform.clock.advance(60_000);
    await propose(1, { probe: between, trackId: 8 });
    expect(await flags()).toEqual([true, true]);
    await client.register.end({ sessionId: session.id });
    await expect(
      client.register.dismissDoubt({ sessionId: session.id, studentIds }),
    ).rejects.toMatchObject({ code: 'SESSION_ENDED' });
  });

  it('is asked about when it is only somewhat like one', async () => {
    const { students, propose, events } = await unsure();
    const similarity = (DESCRIPTOR_MODEL.grey + DESCRIPTOR_MODEL.accept) / 2;
    expect(await propose(3, { probe: viewOf(faceOf(3), similarity, 9) })).toEqual({
      kind: 'unsure',
      candidates: [students[2]!.id],
    });
    expect(events()).toEqual([]);
  });
});
