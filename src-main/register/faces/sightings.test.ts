import { describe, expect, it } from 'vitest';
import { createEnrolledClass, proposalOf } from '#tests/unit/support/test-class.ts';
import { NOT_YET, PHOTO } from '#tests/unit/support/test-faces.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';

const MINUTE_MS = 60_000;

/** A register in which somebody has marked the first student absent, a minute ago. */
async function withAbsent(code = 'A') {
  const register = await createTestRegister();
  const { client, platform } = register;
  const { classId, subjectId, students } = await createEnrolledClass(register);
  const { id: sessionId } = await client.register.start({ classId, subjectId });
  const cell = { sessionId, studentId: students[0]!.id };
  await client.register.mark({ ...cell, code });
  platform.clock.advance(MINUTE_MS);
  const propose = (change: Parameters<typeof proposalOf>[3] = {}) =>
    client.register.propose(proposalOf(register, sessionId, 1, change));
  const entry = async () => {
    const { roster } = await client.register.get({ sessionId });
    return roster.find(({ studentId }) => studentId === cell.studentId)!;
  };
  const feed = async () => {
    const entries = await client.activity.list({ sessionId });
    return entries.filter(({ kind }) => kind === 'seenThoughAway').length;
  };
  return { ...register, sessionId, cell, propose, entry, feed };
}

describe('a student marked away by hand whom the camera sees', () => {
  it.each(['A', 'E'])('keeps the mark %s, and is said to have been seen, once', async (code) => {
    const { platform, propose, entry, feed, cell } = await withAbsent(code);
    const at = platform.now();
    const flagged = { studentId: cell.studentId, seenAt: at, mark: { code, method: 'manual' } };
    expect(await propose()).toMatchObject({ kind: 'seenThoughAway', entry: flagged });
    platform.clock.advance(MINUTE_MS);
    expect(await propose({ trackId: 2 })).toMatchObject({ kind: 'alreadyMarked' });
    expect(await entry()).toMatchObject(flagged);
    expect(await feed()).toBe(1);
  });

  it('has to be alive: a photo of somebody absent is told of as a photo', async () => {
    const { propose, entry, feed } = await withAbsent();
    expect(await propose({ evidence: NOT_YET })).toMatchObject({ why: 'notLive' });
    expect(await propose({ evidence: PHOTO })).toMatchObject({ why: 'suspectedPhoto' });
    expect(await propose({ votes: 1 })).toMatchObject({ why: 'tooFewVotes' });
    expect((await entry()).seenAt).toBeNull();
    expect(await feed()).toBe(0);
  });

  it('is no news where the face was there before the mark', async () => {
    const { platform, propose, entry } = await withAbsent();
    const capturedAt = platform.now() - MINUTE_MS - 1;
    platform.clock.advance(-1000);
    expect(await propose({ capturedAt })).toMatchObject({ kind: 'alreadyMarked' });
    expect((await entry()).seenAt).toBeNull();
  });

  it('reaches whoever watches the session', async () => {
    const { client, sessionId, propose } = await withAbsent();
    const watching = await client.register.live({ sessionId });
    await propose();
    await client.register.end({ sessionId });
    const seen: unknown[] = [];
    for await (const update of watching) {
      if (update.kind === 'entry') seen.push(update.entry.seenAt !== null);
      else if (update.kind === 'activity') seen.push(update.activity.kind);
      if (seen.length === 2) break;
    }
    expect(seen).toEqual([true, 'seenThoughAway']);
  });
});

describe('what somebody says of it', () => {
  it('is taken as the late rule says of when the face was seen, however late that is said', async () => {
    const { client, platform, cell, propose, entry } = await withAbsent();
    const at = platform.now();
    await propose();
    platform.clock.advance(30 * MINUTE_MS);
    expect(await client.register.markSeen(cell)).toMatchObject({
      mark: { code: 'P', method: 'manual', at },
      seenAt: null,
    });
    const change = { studentId: cell.studentId, from: 'P', to: 'A' };
    await client.register.undo({ sessionId: cell.sessionId, changes: [change] });
    expect(await entry()).toMatchObject({ mark: { code: 'A' }, seenAt: at });
  });

  it('is late once the late rule says so', async () => {
    const { client, platform, cell, propose } = await withAbsent();
    platform.clock.advance(30 * MINUTE_MS);
    await propose();
    expect(await client.register.markSeen(cell)).toMatchObject({ mark: { code: 'L' } });
  });

  it('changes nothing where nobody was seen', async () => {
    const { client, cell } = await withAbsent();
    expect(await client.register.markSeen(cell)).toMatchObject({ mark: { code: 'A' } });
  });

  it('is that it was not so, which holds as long as the mark, and can be taken back', async () => {
    const { client, platform, cell, propose, entry, feed } = await withAbsent();
    await propose();
    const { sessionId, studentId } = cell;
    await client.register.dismissDoubt({ sessionId, studentIds: [studentId] });
    expect((await entry()).seenAt).toBeNull();
    expect(await propose({ trackId: 2 })).toMatchObject({ kind: 'alreadyMarked' });
    await client.register.askAgain({ sessionId, studentIds: [studentId] });
    expect((await entry()).seenAt).not.toBeNull();
    await client.register.dismissDoubt({ sessionId, studentIds: [studentId] });

    platform.clock.advance(MINUTE_MS);
    await client.register.mark({ ...cell, code: 'E' });
    platform.clock.advance(MINUTE_MS);
    expect(await propose({ trackId: 3 })).toMatchObject({ kind: 'seenThoughAway' });
    expect(await feed()).toBe(2);
  });

  it('may be another mark by hand', async () => {
    const { client, cell, propose, entry } = await withAbsent();
    await propose();
    await client.register.mark({ ...cell, code: 'P' });
    expect((await entry()).seenAt).toBeNull();
  });
});
