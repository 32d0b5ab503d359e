import { describe, expect, it } from 'vitest';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';

async function inSession() {
  const register = await createTestRegister();
  const { classId, subjectId, students } = await createTestClass(register.client);
  const { id: sessionId } = await register.client.register.start({ classId, subjectId });
  const studentId = students[0]!.id;
  const { client } = register;
  const cell = { sessionId, studentId };
  const mark = (code: string, reason?: string) => client.register.mark({ ...cell, code, reason });
  const unmark = (reason?: string) => client.register.unmark({ ...cell, reason });
  const history = async () => {
    const events = await client.register.history(cell);
    return events.map(({ kind, code, reason }) => `${kind} ${code} ${reason}`);
  };
  const feed = async () => {
    const entries = await client.activity.list({ sessionId });
    return entries.map(({ kind }) => kind).reverse();
  };
  return { ...register, ...cell, students, mark, unmark, history, feed };
}

describe('while the session is open', () => {
  it('marks, changes and takes back without a reason; nothing is overwritten', async () => {
    const { mark, unmark, history, feed, platform } = await inSession();
    expect((await mark('P')).mark).toMatchObject({ code: 'P', method: 'manual', score: null });
    platform.clock.advance(1_000);
    expect((await mark('L')).mark).toMatchObject({ code: 'L', at: platform.now() });
    expect((await unmark()).mark).toBeNull();
    expect((await mark('E')).mark?.code).toBe('E');
    expect(await history()).toEqual([
      'mark P null',
      'amend L null',
      'void null null',
      'mark E null',
    ]);
    expect(await feed()).toEqual(['sessionStarted', 'marked', 'marked', 'unmarked', 'marked']);
  });

  it('writes nothing where nothing changes', async () => {
    const { mark, unmark, history } = await inSession();
    await unmark();
    await mark('P');
    await mark('P');
    expect(await history()).toEqual(['mark P null']);
  });

  it('takes only codes in use', async () => {
    const { mark, history } = await inSession();
    await expect(mark('X')).rejects.toMatchObject({
      code: 'INVALID',
      data: { field: 'code', why: 'noSuchStatus' },
    });
    expect(await history()).toEqual([]);
  });

  it('knows nobody but its roster', async () => {
    const { client, sessionId } = await inSession();
    const other = await createTestClass(client, { name: '9A', students: 1 });
    const studentId = other.students[0]!.id;
    const foreign = { sessionId, studentId };
    await expect(client.register.mark({ ...foreign, code: 'P' })).rejects.toMatchObject({
      code: 'NOT_ON_ROSTER',
    });
    await expect(client.register.unmark(foreign)).rejects.toMatchObject({
      code: 'NOT_ON_ROSTER',
    });
    const nowhere = { sessionId: studentId, studentId, code: 'P' };
    await expect(client.register.mark(nowhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('once the session has ended', () => {
  it('asks for a reason, and keeps who corrected what and why', async () => {
    const { client, sessionId, mark, unmark, history, feed, studentId } = await inSession();
    await client.register.end({ sessionId });
    await expect(mark('E')).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
    await expect(unmark()).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
    expect((await mark('E', 'note from home')).mark?.code).toBe('E');
    expect((await unmark('wrong student')).mark).toBeNull();
    expect((await mark('P', 'was on a trip')).mark?.code).toBe('P');
    expect(await history()).toEqual([
      'mark A null',
      'amend E note from home',
      'void null wrong student',
      'amend P was on a trip',
    ]);
    expect((await feed()).slice(-3)).toEqual(['corrected', 'corrected', 'corrected']);
    const [entry] = await client.activity.list({ sessionId });
    expect(entry).toMatchObject({
      actor: 'Ada Admin',
      studentId,
      detail: { code: 'P', from: null, reason: 'was on a trip' },
    });
  });
});

describe('camera trouble', () => {
  it('is stored once while it lasts, and again when it is over', async () => {
    const { client, sessionId, feed } = await inSession();
    const observe = (observation: Parameters<typeof client.register.observe>[0]['observation']) =>
      client.register.observe({ sessionId, observation });
    await observe({ kind: 'cameraBack' });
    await observe({ kind: 'cameraTrouble', trouble: 'covered' });
    await observe({ kind: 'cameraTrouble', trouble: 'covered' });
    await observe({ kind: 'cameraTrouble', trouble: 'dark' });
    await observe({ kind: 'cameraBack' });
    expect(await feed()).toEqual([
      'sessionStarted',
      'cameraTrouble',
      'cameraTrouble',
      'cameraBack',
    ]);
    await client.register.end({ sessionId });
    await expect(observe({ kind: 'cameraBack' })).rejects.toMatchObject({ code: 'SESSION_ENDED' });
  });
});

it.each(['Not in the class on that day', 'Did not take place: a drill'])(
  'a mark taken back in the words of the app is a correction all the same: %s',
  async (reason) => {
    const { client, platform } = await createTestRegister();
    const made = await createTestClass(client, { students: 1 });
    const { id: sessionId } = await client.register.start(made);
    const cell = { sessionId, studentId: made.students[0]!.id };
    await client.register.mark({ ...cell, code: 'P' });
    platform.clock.advance(1_000);
    await client.register.end({ sessionId });
    platform.clock.advance(1_000);
    await client.register.unmark({ ...cell, reason });
    const range = { from: '2026-03-01', to: '2026-03-31' };
    expect((await client.register.list({ range }))[0]?.counts.corrected).toBe(1);
    await client.register.discard({ sessionId, reason: 'Wrong class' });
    const reinstated = await client.register.reinstate({ sessionId });
    expect(reinstated.roster.map(({ mark }) => mark)).toEqual([null]);
  },
);
