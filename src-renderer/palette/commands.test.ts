import { expect, it } from 'vitest';
import { admits } from '#shared/contract/base.ts';
import { contract } from '#shared/contract/index.ts';
import { commandsFor } from './commands.ts';

const named = (role: Parameters<typeof commandsFor>[0]) =>
  commandsFor(role).map(({ name }) => name);
const accessOf = (procedure: { '~orpc': { meta: { access: Parameters<typeof admits>[0] } } }) =>
  procedure['~orpc'].meta.access;

it('offers nobody what main would refuse', () => {
  for (const role of ['admin', 'teacher', 'office', 'student'] as const) {
    const offered = new Set<string>(named(role));
    const may = {
      start: accessOf(contract.register.start),
      addStudent: accessOf(contract.people.students.create),
      enrol: accessOf(contract.enrolment.save),
      backUp: accessOf(contract.backup.make),
      export: accessOf(contract.exports.run),
      lock: accessOf(contract.accounts.lock),
    };
    for (const [name, access] of Object.entries(may)) {
      expect(offered.has(name), `${name} for ${role}`).toBe(admits(access, role));
    }
  }
});

it('leaves a student what belongs to the own account and the computer', () => {
  expect(named('student')).toEqual([
    'lock',
    'signOut',
    'light',
    'dark',
    'system',
    'english',
    'hindi',
    'shortcuts',
  ]);
});
