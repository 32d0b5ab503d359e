import { expect, test } from 'vitest';
import type { LiveUpdate } from '#shared/contract/register.contract.ts';
import {
  consentTo,
  createEnrolledClass,
  createTestClass,
  enrol,
  proposalOf,
} from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';

type Entry = Extract<LiveUpdate, { kind: 'entry' }>['entry'];

/** A register of three students, the last of them without a face, and the updates as they come. */
async function inSession() {
  const register = await createTestRegister();
  const { classId, subjectId, students } = await createEnrolledClass(register);
  const { client } = register;
  const ids = students.map(({ id }) => id) as [string, string, string];
  await client.enrolment.erase({ studentId: ids[2] });
  const { id: sessionId } = await client.register.start({ classId, subjectId });
  const updates = await client.register.live({ sessionId });
  const galleryOf = async () => {
    const { studentIds } = await client.register.gallery({ sessionId });
    return new Set(studentIds);
  };
  const propose = (person: number) =>
    client.register.propose(proposalOf(register, sessionId, person));
  /** The next row, which must be followed by the word that the gallery has changed. */
  const changedRow = async (): Promise<Entry> => {
    const next = async () => (await updates.next()).value as LiveUpdate;
    let update = await next();
    while (update.kind === 'activity') update = await next();
    expect(await next()).toEqual({ kind: 'gallery' });
    return (update as Extract<LiveUpdate, { kind: 'entry' }>).entry;
  };
  return { ...register, ids, sessionId, updates, galleryOf, propose, changedRow };
}

test('a face enrolled while the register is open is told of and matched from then on', async () => {
  const { client, ids, galleryOf, propose, changedRow } = await inSession();
  const [one, two, three] = ids;
  expect(await galleryOf()).toEqual(new Set([one, two]));
  expect(await propose(3)).toMatchObject({ kind: 'refused', why: 'unknownFace' });
  await client.enrolment.withdrawConsent({ studentId: three });
  await enrol(client, three, 3);
  // Withdrawing what had no templates is news as well: consent went.
  expect(await changedRow()).toMatchObject({ studentId: three, matchable: false });
  expect(await changedRow()).toMatchObject({ studentId: three, matchable: true });
  expect(await galleryOf()).toEqual(new Set(ids));
  expect(await propose(3)).toMatchObject({ kind: 'marked', studentId: three });
});

test.each([
  ['consent is withdrawn', 'withdrawConsent'],
  ['the faces are erased', 'erase'],
] as const)('when %s the register is told, and the face is nobody’s', async (_what, how) => {
  const { client, ids, galleryOf, propose, changedRow } = await inSession();
  await client.enrolment[how]({ studentId: ids[0] });
  expect(await changedRow()).toMatchObject({ studentId: ids[0], matchable: false });
  expect(await galleryOf()).toEqual(new Set([ids[1]]));
  expect(await propose(1)).toMatchObject({ kind: 'refused', why: 'unknownFace' });
});

test('a student who is archived is told of too', async () => {
  const { client, ids, changedRow } = await inSession();
  await client.people.students.update({ id: ids[1], archived: true });
  expect(await changedRow()).toMatchObject({ studentId: ids[1], matchable: false });
});

test('a register that does not have the student hears nothing', async () => {
  const { client, sessionId, updates } = await inSession();
  const other = await createTestClass(client, { name: '9A', students: 1 });
  await consentTo(client, other.students[0]!.id);
  await client.enrolment.withdrawConsent({ studentId: other.students[0]!.id });
  await client.register.end({ sessionId });
  const kinds: string[] = [];
  for await (const update of updates) {
    kinds.push(update.kind);
    if (update.kind === 'ended') break;
  }
  expect(kinds).not.toContain('gallery');
});
