import { describe, expect, it } from 'vitest';
import { COOL_DOWN_MS } from '#shared/register/cool-down.ts';
import { createEnrolledClass, proposalOf } from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';

async function inSession() {
  const register = await createTestRegister();
  const { classId, subjectId, students } = await createEnrolledClass(register);
  const { client } = register;
  const { id: sessionId } = await client.register.start({ classId, subjectId });
  const ids = students.map(({ id }) => id);
  const codes = async () => {
    const { roster } = await client.register.get({ sessionId });
    return roster.map(({ mark }) => mark?.code ?? null);
  };
  const history = async (at: number) => {
    const events = await client.register.history({ sessionId, studentId: ids[at]! });
    return events.map(({ kind, code, method, reason }) => [kind, code, method, reason].join(' '));
  };
  const mark = (at: number, code: string) =>
    client.register.mark({ sessionId, studentId: ids[at]!, code });
  const undo = (at: number, from: string | null, to: string | null) =>
    client.register.undo({ sessionId, changes: [{ studentId: ids[at]!, from, to }] });
  const propose = (person: number) =>
    client.register.propose(proposalOf(register, sessionId, person));
  const feed = async () => {
    const entries = await client.activity.list({ sessionId });
    return entries.map(({ kind }) => kind).reverse();
  };
  return { ...register, sessionId, ids, codes, history, mark, undo, propose, feed };
}

describe('marking the rest', () => {
  it('marks those without a mark, each with an event, and tells of it once', async () => {
    const { client, sessionId, mark, codes, history, feed } = await inSession();
    await mark(0, 'L');
    const entries = await client.register.markRest({ sessionId, code: 'P' });
    expect(entries.map((entry) => entry.mark?.code)).toEqual(['P', 'P']);
    expect(await codes()).toEqual(['L', 'P', 'P']);
    expect(await history(1)).toEqual(['mark P manual ']);
    expect(await feed()).toEqual(['sessionStarted', 'marked', 'restMarked']);
    expect(await client.register.markRest({ sessionId, code: 'A' })).toEqual([]);
    expect(await feed()).toHaveLength(3);
  });

  it('takes only codes in use, and only while the register is open', async () => {
    const { client, sessionId, codes } = await inSession();
    const rest = (code: string) => client.register.markRest({ sessionId, code });
    await expect(rest('X')).rejects.toMatchObject({ code: 'INVALID' });
    expect(await codes()).toEqual([null, null, null]);
    await client.register.end({ sessionId });
    await expect(rest('P')).rejects.toMatchObject({ code: 'SESSION_ENDED' });
  });

  it('is undone as a whole, apart from whom somebody has changed since', async () => {
    const { client, sessionId, ids, mark, codes, feed } = await inSession();
    await client.register.markRest({ sessionId, code: 'P' });
    await mark(2, 'A');
    const changes = ids.map((studentId) => ({ studentId, from: 'P', to: null }));
    const { entries, kept } = await client.register.undo({ sessionId, changes });
    expect(entries.map(({ studentId }) => studentId)).toEqual(ids.slice(0, 2));
    expect(kept).toEqual([ids[2]]);
    expect(await codes()).toEqual([null, null, 'A']);
    expect((await feed()).at(-1)).toBe('undone');
  });
});

describe('undoing', () => {
  it('goes several steps back, each an event of its own', async () => {
    const { mark, undo, history, codes, platform } = await inSession();
    const first = platform.now();
    await mark(0, 'P');
    platform.clock.advance(5_000);
    await mark(0, 'L');
    const { entries } = await undo(0, 'L', 'P');
    expect(entries[0]?.mark).toMatchObject({ code: 'P', at: first });
    await undo(0, 'P', null);
    expect(await history(0)).toEqual([
      'mark P manual ',
      'amend L manual ',
      'amend P manual Undone',
      'void  manual Undone',
    ]);
    expect(await codes()).toEqual([null, null, null]);
  });

  it('brings back a mark that was taken back', async () => {
    const { client, sessionId, ids, mark, undo, codes } = await inSession();
    await mark(0, 'P');
    await client.register.unmark({ sessionId, studentId: ids[0]! });
    await undo(0, null, 'P');
    expect(await codes()).toEqual(['P', null, null]);
  });

  it('sets nothing back to what it never was', async () => {
    const { mark, undo, codes } = await inSession();
    await mark(0, 'P');
    expect((await undo(0, 'P', 'E')).kept).toHaveLength(1);
    expect(await codes()).toEqual(['P', null, null]);
  });

  it('leaves a student to the camera again, unlike a mark that is taken back', async () => {
    const { client, sessionId, ids, mark, undo, propose, platform } = await inSession();
    await mark(0, 'A');
    await undo(0, 'A', null);
    platform.clock.advance(COOL_DOWN_MS);
    expect(await propose(1)).toMatchObject({ kind: 'marked' });
    await client.register.unmark({ sessionId, studentId: ids[0]! });
    await mark(0, 'L');
    await undo(0, 'L', null);
    platform.clock.advance(COOL_DOWN_MS);
    expect(await propose(1)).toMatchObject({ kind: 'refused', why: 'takenBack' });
  });
});

it('undoing a mark that set aside a reported absence reports it again', async () => {
  const { client, platform } = await createTestRegister();
  const { classId, subjectId, students } = await createEnrolledClass({ client });
  const studentId = students[0]!.id;
  const day = new Date(platform.now()).toISOString().slice(0, 10);
  await client.absences.create({
    studentId,
    days: { from: day, to: day },
    reason: 'dentist',
    reportedBy: 'mother',
  });
  const { id: sessionId } = await client.register.start({ classId, subjectId });
  await client.register.mark({ sessionId, studentId, code: 'P' });
  const undone = await client.register.undo({
    sessionId,
    changes: [{ studentId, from: 'P', to: 'E' }],
  });
  expect(undone.entries[0]?.mark).toMatchObject({ code: 'E', method: 'rule', reason: 'dentist' });
});
