import { expect, test } from 'vitest';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { countTotals, keptTotals } from '../log/totals.queries.ts';

/** An open session of 8B with a guest in it, and a class 9C beside. */
async function withGuest() {
  const register = await createTestRegister();
  const { client, platform } = register;
  const own = await createTestClass(client, { students: 2 });
  const other = await createTestClass(client, { name: '9C', students: 1 });
  const { id: sessionId } = await client.register.start(own);
  platform.clock.advance(11 * 60_000);
  const [guest] = await client.guests.add({ sessionId, name: 'the boy in the green coat' });
  platform.clock.advance(60_000);
  return { ...register, sessionId, guest: guest!, own, otherId: other.students[0]!.id };
}

test('a guest is noted as a face would have been, and counts nowhere', async () => {
  const { client, sessionId, guest, admin } = await withGuest();
  expect(guest).toMatchObject({
    name: 'the boy in the green coat',
    code: 'L',
    addedBy: admin.displayName,
    standing: { kind: 'open' },
  });
  const { roster } = await client.register.end({ sessionId });
  expect(roster).toHaveLength(2);
  expect(await client.guests.list({ sessionId })).toEqual([guest]);
  await expect(client.guests.add({ sessionId, name: 'late guest' })).rejects.toMatchObject({
    code: 'SESSION_ENDED',
  });
});

test('a guest who was a student of another class comes onto the roster with the mark', async () => {
  const { client, db, sessionId, guest, otherId } = await withGuest();
  const [merged] = await client.guests.merge({ id: guest.id, studentId: otherId });
  expect(merged?.standing).toMatchObject({ kind: 'merged', studentId: otherId });
  const { roster } = await client.register.get({ sessionId });
  expect(roster.find(({ studentId }) => studentId === otherId)?.mark).toMatchObject({
    code: 'L',
    method: 'manual',
    at: guest.at,
    reason: 'Was noted as a guest',
  });
  expect(keptTotals(db)).toEqual(countTotals(db));
  expect((await client.register.verify()).kind).toBe('intact');
  await expect(client.guests.merge({ id: guest.id, studentId: otherId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a guest who was a student left out by the dates is back on the roster', async () => {
  const { client, platform, db, sessionId, guest, own } = await withGuest();
  await client.register.end({ sessionId });
  platform.clock.advance(3 * 86_400_000);
  const studentId = own.students[0]!.id;
  await client.people.students.setClassFrom({ id: studentId, day: '2026-03-04' });
  const before = await client.register.get({ sessionId });
  expect(before.notInClass.map(({ studentId: id }) => id)).toEqual([studentId]);
  const [merged] = await client.guests.merge({ id: guest.id, studentId });
  expect(merged?.standing).toMatchObject({ kind: 'merged', studentId });
  const { roster, notInClass } = await client.register.get({ sessionId });
  expect(notInClass).toEqual([]);
  expect(roster.find((one) => one.studentId === studentId)?.mark).toMatchObject({ code: 'L' });
  const range = { from: '2026-01-01', to: '2026-12-31' };
  const { entries } = await client.register.studentHistory({ studentId, range });
  expect(entries).toMatchObject([{ sessionId, standing: 'counts', code: 'L' }]);
  expect(keptTotals(db)).toEqual(countTotals(db));
});

test('in a register that is closed the mark is amended, and what was before stays', async () => {
  const { client, sessionId, guest, own } = await withGuest();
  await client.register.end({ sessionId });
  const studentId = own.students[0]!.id;
  await client.guests.merge({ id: guest.id, studentId });
  const history = await client.register.history({ sessionId, studentId });
  expect(history.map(({ kind, code, method }) => [kind, code, method])).toEqual([
    ['mark', 'A', 'rule'],
    ['amend', 'L', 'manual'],
  ]);
});

test('a guest is dismissed, and brought back, and both are written down', async () => {
  const { client, guest } = await withGuest();
  const [dismissed] = await client.guests.dismiss({ id: guest.id });
  expect(dismissed?.standing).toEqual({ kind: 'dismissed' });
  const [restored] = await client.guests.restore({ id: guest.id });
  expect(restored?.standing).toEqual({ kind: 'open' });
  const written = await client.activity.list({ kinds: ['guestAdded', 'guestDismissed'] });
  expect(written.map(({ kind }) => kind)).toEqual(['guestAdded', 'guestDismissed', 'guestAdded']);
});

test('guests are for whoever may change the session', async () => {
  const { signInAs, sessionId, guest, otherId } = await withGuest();
  const { client } = await signInAs('teacher');
  for (const call of [
    client.guests.add({ sessionId, name: 'somebody' }),
    client.guests.merge({ id: guest.id, studentId: otherId }),
    client.guests.dismiss({ id: guest.id }),
    client.guests.restore({ id: guest.id }),
  ]) {
    await expect(call).rejects.toMatchObject({ code: 'NOT_OWN_REGISTER' });
  }
});

test('naming a guest corrects nobody, though the register is closed', async () => {
  const { client, db, sessionId, guest, own } = await withGuest();
  await client.register.end({ sessionId });
  const range = { from: '2026-01-01', to: '2026-12-31' };
  const corrected = async () => (await client.register.list({ range }))[0]?.counts.corrected;
  await client.guests.merge({ id: guest.id, studentId: own.students[0]!.id });
  expect(await corrected()).toBe(0);
  const cell = { sessionId, studentId: own.students[1]!.id };
  await client.register.mark({ ...cell, code: 'P', reason: 'Was noted as a guest' });
  expect(await corrected()).toBe(1);
  expect(keptTotals(db)).toEqual(countTotals(db));
});

test('who a guest was is taken back: the mark is as before, and the guest is open', async () => {
  const { client, db, sessionId, guest, own } = await withGuest();
  const studentId = own.students[0]!.id;
  await client.register.mark({ sessionId, studentId, code: 'A' });
  await client.guests.merge({ id: guest.id, studentId });
  const [open] = await client.guests.unmerge({ id: guest.id });
  expect(open?.standing).toEqual({ kind: 'open' });
  const history = await client.register.history({ sessionId, studentId });
  expect(history.map(({ kind, code, reason }) => [kind, code, reason])).toEqual([
    ['mark', 'A', null],
    ['amend', 'L', 'Was noted as a guest'],
    ['amend', 'A', 'Undone'],
  ]);
  expect(keptTotals(db)).toEqual(countTotals(db));
});

test('a student of another class leaves the roster again', async () => {
  const { client, db, sessionId, guest, otherId } = await withGuest();
  await client.guests.merge({ id: guest.id, studentId: otherId });
  await client.guests.unmerge({ id: guest.id });
  const { roster } = await client.register.end({ sessionId });
  expect(roster.map(({ studentId }) => studentId)).not.toContain(otherId);
  expect(keptTotals(db)).toEqual(countTotals(db));
  await expect(client.guests.unmerge({ id: guest.id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const [merged] = await client.guests.merge({ id: guest.id, studentId: otherId });
  expect(merged?.standing.kind).toBe('merged');
});

test('undoing puts no mark back for a student who has left the roster', async () => {
  const { client, db, sessionId, guest, otherId } = await withGuest();
  await client.guests.merge({ id: guest.id, studentId: otherId });
  await client.guests.unmerge({ id: guest.id });
  const changes = [{ studentId: otherId, from: null, to: guest.code }];
  expect(await client.register.undo({ sessionId, changes })).toEqual({
    entries: [],
    kept: [otherId],
  });
  expect(keptTotals(db)).toEqual(countTotals(db));
});
