import { expect, test } from 'vitest';
import type { z } from 'zod';
import type { statusesContract } from '#shared/contract/statuses.contract.ts';
import {
  createEnrolledClass,
  createTestClass,
  proposalOf,
} from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';

type NewStatus = z.input<NonNullable<(typeof statusesContract.create)['~orpc']['inputSchema']>>;

const tardy: NewStatus = {
  code: 'T',
  label: 'Tardy',
  meaning: 'present',
  points: 0.5,
  colour: 'orange',
  shortcut: 't',
};

async function marked() {
  const register = await createTestRegister();
  const { client } = register;
  const { classId, subjectId, students } = await createTestClass(client, { students: 1 });
  const session = await client.register.start({ classId, subjectId });
  const studentId = students[0]!.id;
  await client.register.mark({ sessionId: session.id, studentId, code: 'P' });
  return { ...register, session, studentId };
}

test('a school begins with four statuses, each with a key and a role', async () => {
  const { client } = await createTestRegister();
  const statuses = await client.statuses.list();
  expect(statuses.map(({ code, shortcut, roles, used }) => [code, shortcut, roles, used])).toEqual([
    ['P', 'p', ['present'], false],
    ['L', 'l', ['late'], false],
    ['A', 'a', ['absent'], false],
    ['E', 'e', ['excused'], false],
  ]);
});

test('what marks have used keeps its meaning and cannot be deleted; its name may change', async () => {
  const { client } = await marked();
  await expect(client.statuses.update({ code: 'P', meaning: 'absent' })).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { what: 'statusUsed', name: 'P' },
  });
  await expect(client.statuses.remove({ code: 'P' })).rejects.toMatchObject({
    data: { what: 'statusUsed' },
  });
  const after = await client.statuses.update({ code: 'P', label: 'Here', points: 2 });
  expect(after[0]).toMatchObject({ code: 'P', label: 'Here', points: 2, meaning: 'present' });
});

test('what the app itself gives is neither archived nor given another meaning', async () => {
  const { client } = await createTestRegister();
  for (const change of [{ archived: true }, { meaning: 'absent' as const }]) {
    await expect(client.statuses.update({ code: 'L', ...change })).rejects.toMatchObject({
      data: { what: 'statusRole', name: 'L' },
    });
  }
  await client.statuses.giveRole({ role: 'late', code: 'P' });
  const after = await client.statuses.update({ code: 'L', archived: true });
  expect(after.find(({ code }) => code === 'L')?.archivedAt).not.toBeNull();
  await expect(client.statuses.giveRole({ role: 'late', code: 'L' })).rejects.toMatchObject({
    data: { what: 'archivedStatus' },
  });
});

test('a role goes only to a status that means the right thing', async () => {
  const { client } = await createTestRegister();
  await expect(client.statuses.giveRole({ role: 'absent', code: 'P' })).rejects.toMatchObject({
    code: 'INVALID',
    data: { why: 'roleMeaning' },
  });
});

test('codes and keys are each given once, whatever the case', async () => {
  const { client } = await createTestRegister();
  await client.statuses.create(tardy);
  await expect(client.statuses.create({ ...tardy, code: 't' })).rejects.toMatchObject({
    data: { what: 'statusCode', name: 'T' },
  });
  await expect(client.statuses.create({ ...tardy, code: 'X' })).rejects.toMatchObject({
    data: { what: 'statusShortcut', name: 'Tardy' },
  });
  await expect(
    client.statuses.create({ ...tardy, code: 'X', shortcut: 'U' }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('an archived status frees its key and is given no more', async () => {
  const { client, session, studentId } = await marked();
  await client.statuses.create(tardy);
  await client.statuses.update({ code: 'T', archived: true });
  await client.statuses.create({ ...tardy, code: 'X' });
  await expect(
    client.register.mark({ sessionId: session.id, studentId, code: 'T' }),
  ).rejects.toMatchObject({ code: 'INVALID' });
  await expect(client.statuses.update({ code: 'T', archived: false })).rejects.toMatchObject({
    data: { what: 'statusShortcut' },
  });
});

test('statuses move within those in use, and the register follows', async () => {
  const { client, session } = await marked();
  await client.statuses.move({ code: 'A', by: -1 });
  await client.statuses.move({ code: 'A', by: -1 });
  await client.statuses.move({ code: 'A', by: -1 });
  const { statuses } = await client.register.get({ sessionId: session.id });
  expect(statuses.map(({ code }) => code)).toEqual(['A', 'P', 'L', 'E']);
});

test('faces, the late rule and the closing give what the school has chosen', async () => {
  const register = await createTestRegister();
  const { client, platform } = register;
  await client.statuses.create(tardy);
  const rest = { points: 0, colour: 'pink', shortcut: null } as const;
  await client.statuses.create({ code: 'U', label: 'Unexcused', meaning: 'absent', ...rest });
  await client.statuses.create({ code: 'IN', label: 'In', meaning: 'present', ...rest });
  await client.statuses.giveRole({ role: 'present', code: 'IN' });
  await client.statuses.giveRole({ role: 'late', code: 'T' });
  await client.statuses.giveRole({ role: 'absent', code: 'U' });
  const { classId, subjectId } = await createEnrolledClass(register, { students: 3 });
  const { id } = await client.register.start({ classId, subjectId });
  await client.register.propose(proposalOf(register, id, 1));
  platform.clock.advance(11 * 60_000);
  await client.register.propose(proposalOf(register, id, 2));
  const { roster } = await client.register.end({ sessionId: id });
  expect(roster.map(({ mark }) => mark?.code)).toEqual(['IN', 'T', 'U']);
  const [summary] = await client.register.list({ range: { from: '2000-01-01', to: '2100-01-01' } });
  expect(summary?.counts).toEqual({
    present: 2,
    late: 1,
    absent: 1,
    ignored: 0,
    unmarked: 0,
    corrected: 0,
  });
});

test('teachers do not change statuses', async () => {
  const { signInAs } = await createTestRegister();
  const { client } = await signInAs('teacher');
  await expect(client.statuses.create(tardy)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(client.statuses.list()).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('every change is written down', async () => {
  const { client } = await createTestRegister();
  await client.statuses.create(tardy);
  await client.statuses.update({ code: 'T', points: 0.25 });
  await client.statuses.giveRole({ role: 'late', code: 'T' });
  const written = await client.activity.list({ kinds: ['settingsChanged'] });
  expect(written.map(({ detail }) => detail)).toEqual([
    { setting: 'status', from: 'late: L', to: 'late: T' },
    {
      setting: 'status',
      from: 'T Tardy (present, 0.5)',
      to: 'T Tardy (present, 0.25)',
    },
    { setting: 'status', from: null, to: 'T Tardy (present, 0.5)' },
  ]);
});
