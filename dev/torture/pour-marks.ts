import type { RosterEntry, SessionDetail } from '#shared/contract/register.contract.ts';
import { proposalOf } from '#tests/unit/support/test-class.ts';
import type { MainProcess } from './main-process.ts';
import type { Acknowledged } from './messages.ts';

type Acknowledge = (mark: Acknowledged) => void;

/** Every so many marks by face, one is changed by hand. */
const CHANGE_EVERY = 5;

async function openSession({ client }: MainProcess): Promise<SessionDetail> {
  const [open] = await client.register.open();
  if (open) return client.register.get({ sessionId: open.id });
  const [schoolClass] = await client.people.classes.list({});
  const [subject] = await client.people.subjects.list({});
  if (!schoolClass || !subject) throw new Error('The school was not prepared.');
  return client.register.start({ classId: schoolClass.id, subjectId: subject.id });
}

function acknowledged(sessionId: string, { studentId, mark }: RosterEntry): Acknowledged {
  if (!mark) throw new Error('A mark that was made is not there.');
  return { eventId: mark.eventId, sessionId, studentId, code: mark.code };
}

/** Persons have the numbers of the students' order by number, from 1, as they were enrolled. */
async function markByFace(
  main: MainProcess,
  sessionId: string,
  person: number,
): Promise<RosterEntry | null> {
  const proposal = proposalOf({ platform: { now: main.platform.now } }, sessionId, person);
  const verdict = await main.client.register.propose(proposal);
  if (verdict.kind === 'marked') return verdict.entry;
  if (verdict.kind === 'alreadyMarked' || verdict.kind === 'seenThoughAway') return null;
  throw new Error(`A face that is known was answered ${JSON.stringify(verdict)}`);
}

/** Takes one register from its start to its end. */
export async function takeRegister(main: MainProcess, acknowledge: Acknowledge): Promise<void> {
  const { id: sessionId, roster } = await openSession(main);
  const byNumber = roster.toSorted((a, b) => (a.studentNumber < b.studentNumber ? -1 : 1));
  // The last third is not seen, so that the end of the session has marks to make.
  const seen = byNumber.slice(0, Math.ceil((byNumber.length * 2) / 3));
  for (const [index, { studentId }] of seen.entries()) {
    const entry = await markByFace(main, sessionId, index + 1);
    if (entry) acknowledge(acknowledged(sessionId, entry));
    if (index % CHANGE_EVERY !== 0) continue;
    const changed = await main.client.register.mark({ sessionId, studentId, code: 'E' });
    acknowledge(acknowledged(sessionId, changed));
  }
  const ended = await main.client.register.end({ sessionId });
  for (const entry of ended.roster) acknowledge(acknowledged(sessionId, entry));
}

/** Takes one register after another, as fast as it goes, until somebody kills the process. */
export async function pourMarks(main: MainProcess, acknowledge: Acknowledge): Promise<never> {
  for (;;) await takeRegister(main, acknowledge);
}
