import { readFileSync } from 'node:fs';
import { getRouter, isProcedure, safe } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { PERMISSION_FILE } from '#dev/permissions/permission-file.ts';
import {
  CALLERS,
  type CallerKind,
  PROCEDURES,
  permissionPage,
} from '#dev/permissions/permission-table.ts';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import {
  type Client,
  createEmptyHost,
  createTestRegister,
  type TestRegister,
} from '#tests/unit/support/test-register.ts';
import { router } from '../router.ts';

/** Calls with an input that no procedure accepts, so that whoever gets past the door gets no further. */
async function knock(client: Client, path: string[]): Promise<string> {
  let target: unknown = client;
  for (const key of path) target = Reflect.get(target as object, key);
  const call = target as (input: unknown) => Promise<unknown>;
  const { error } = await safe(call({ nonsense: true }));
  return error !== null && typeof error === 'object' && 'code' in error ? `${error.code}` : 'in';
}

async function knockEverywhere(connect: () => { client: Client }) {
  const answers: Record<string, string> = {};
  for (const { path } of PROCEDURES) {
    answers[path.join('.')] = await knock(connect().client, path);
  }
  return answers;
}

/** Windows of one account; a student's needs a student. */
async function windowsOf(register: TestRegister, caller: CallerKind) {
  const { connect, platform } = register;
  if (caller === 'signedOut') return connect;
  const { account } = await enterAs(register, caller);
  return () => {
    const { client, connection } = connect();
    connection.signIn(account.id, platform.now());
    return { client };
  };
}

async function enterAs(register: TestRegister, caller: Exclude<CallerKind, 'signedOut'>) {
  if (caller !== 'student') return register.signInAs(caller);
  const { students } = await createTestClass(register.client, { students: 1 });
  return register.signInAsStudent(students[0]!.id);
}

/** The table of docs/permissions.md: for each procedure, what each column says. */
function readTable(): Map<string, Record<string, string>> {
  const lines = readFileSync(PERMISSION_FILE, 'utf8').split('\n');
  const rows = lines
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(2, -2)
        .split(' | ')
        .map((cell) => cell.trim()),
    );
  const [headings = [], , ...body] = rows;
  return new Map(
    body.map((cells) => [
      (cells[0] ?? '').replaceAll('`', ''),
      Object.fromEntries(cells.map((cell, index) => [headings[index] ?? '', cell])),
    ]),
  );
}

/** What the page promises in this column: admitted, or this refusal. */
function promised(column: string, refusal: string): Record<string, string> {
  const verdict = (cells: Record<string, string>) =>
    cells[column] === 'yes' ? 'admitted' : refusal;
  return Object.fromEntries([...readTable()].map(([name, cells]) => [name, verdict(cells)]));
}

/** Only the procedures that the page gives to this role at all. */
function forRole(role: string, answers: Record<string, string>): Record<string, string> {
  const table = readTable();
  return Object.fromEntries(
    Object.entries(answers).filter(([name]) => table.get(name)?.[role] === 'yes'),
  );
}

const REFUSALS = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_READY', 'LOCKED', 'PASSWORD_DUE'];

function found(answers: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      REFUSALS.includes(answer) ? answer : 'admitted',
    ]),
  );
}

test('every procedure of the contract has a handler', () => {
  expect(PROCEDURES.length).toBeGreaterThan(40);
  const missing = PROCEDURES.filter(({ path }) => !isProcedure(getRouter(router, path)));
  expect(missing).toEqual([]);
});

test('docs/permissions.md is up to date; `npm run docs:permissions` makes it so', () => {
  expect(readFileSync(PERMISSION_FILE, 'utf8')).toBe(permissionPage());
});

describe('who is let in, before the input is read, is what docs/permissions.md says', () => {
  test.each(CALLERS)('%s', async (caller) => {
    const register = await createTestRegister();
    const answers = await knockEverywhere(await windowsOf(register, caller));
    const heading = caller === 'signedOut' ? 'signed out' : caller;
    const refusal = caller === 'signedOut' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    expect(found(answers)).toEqual(promised(heading, refusal));
    const refused = Object.values(answers).filter((answer) => answer === refusal).length;
    if (caller !== 'admin') expect(refused).toBeGreaterThan(10);
  });

  test('a window that is locked', async () => {
    const { connect, admin, platform } = await createTestRegister();
    const answers = await knockEverywhere(() => {
      const { client, connection } = connect();
      connection.signIn(admin.id, platform.now());
      connection.lock();
      return { client };
    });
    expect(forRole('admin', found(answers))).toEqual(
      forRole('admin', promised('locked', 'LOCKED')),
    );
  });

  test('a password that has to be changed', async () => {
    const { connect, client, platform } = await createTestRegister();
    const { account } = await client.accounts.create({
      username: 'b.admin',
      displayName: 'Bo Admin',
      role: 'admin',
    });
    const answers = await knockEverywhere(() => {
      const { client: other, connection } = connect();
      connection.signIn(account.id, platform.now());
      return { client: other };
    });
    expect(forRole('admin', found(answers))).toEqual(
      forRole('admin', promised('password due', 'PASSWORD_DUE')),
    );
  });

  test('before the first run: nobody, and an account id changes nothing', async () => {
    const { platform, client, connection } = await createEmptyHost();
    connection.signIn('0198c0de-0000-7000-8000-000000000000', platform.now());
    for (const { path } of PROCEDURES.filter(({ meta }) => meta.access !== 'anyone')) {
      expect([path, await knock(client, path)]).toEqual([path, 'NOT_READY']);
    }
    expect(platform.logged.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});

test('a role taken away counts from the next call on', async () => {
  const { client, signInAs } = await createTestRegister();
  const other = await signInAs('admin', 'second.admin');
  expect(await other.client.accounts.list()).toHaveLength(2);
  await client.accounts.update({ id: other.account.id, role: 'teacher' });
  await expect(other.client.accounts.list()).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
