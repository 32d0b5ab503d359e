import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ExportFormat,
  ExportProgress,
  ExportRequest,
} from '#shared/contract/exports.contract.ts';
import { createTestClass } from './test-class.ts';
import { type Client, createTestRegister } from './test-register.ts';

/** Names and numbers as somebody writes them who wishes the office ill. */
export const HOSTILE = [
  { studentNumber: '007', fullName: '=HYPERLINK("http://evil.example","click")' },
  { studentNumber: '=1+1', fullName: '@SUM(A1:A9)' },
  { studentNumber: '+44', fullName: '-2+3+cmd|" /C calc"!A0' },
  { studentNumber: '1e5', fullName: 'Zoë "Zed" O’Neill, junior' },
];

/** Two sessions of a class with hostile students: one ended and corrected, one still open. */
export async function withSessions() {
  const register = await createTestRegister();
  const { client, platform } = register;
  const { classId, subjectId } = await createTestClass(client, { name: '8B', students: 0 });
  const ids: string[] = [];
  for (const student of HOSTILE) {
    const { id } = await client.people.students.create({ ...student, classId, email: null });
    ids.push(id);
  }
  const [bond, sum, plus] = ids as [string, string, string, string];
  const first = await client.register.start({ classId, subjectId });
  platform.clock.advance(5 * 60_000);
  await client.register.mark({ sessionId: first.id, studentId: bond, code: 'P' });
  await client.register.mark({ sessionId: first.id, studentId: sum, code: 'L' });
  platform.clock.advance(40 * 60_000);
  await client.register.end({ sessionId: first.id });
  const excuse = { sessionId: first.id, studentId: plus, code: 'E', reason: 'note from home' };
  await client.register.mark(excuse);
  platform.clock.advance(86_400_000);
  const second = await client.register.start({ classId, subjectId });
  await client.register.mark({ sessionId: second.id, studentId: bond, code: 'A' });

  const folder = join(platform.dataFolder, 'exported');
  mkdirSync(folder);
  const exportTo = async (name: string, request: ExportRequest, by: Client = client) => {
    const path = join(folder, name);
    platform.saveFileAs(path);
    const progress: ExportProgress[] = [];
    for await (const step of await by.exports.run(request)) progress.push(step);
    return { path, progress };
  };
  const classRequest = (format: ExportFormat): ExportRequest => ({
    what: 'class',
    classId,
    range: { from: '2026-03-01', to: '2026-03-31' },
    format,
  });
  return {
    ...register,
    classId,
    subjectId,
    studentIds: ids,
    first,
    second,
    folder,
    exportTo,
    classRequest,
  };
}
