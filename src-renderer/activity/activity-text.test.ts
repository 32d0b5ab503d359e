import { beforeAll, expect, test } from 'vitest';
import { setUpI18n } from '#renderer/app/i18n.ts';
import type { Activity } from '#shared/contract/activity.contract.ts';
import { activityText } from './activity-text.ts';

beforeAll(setUpI18n);

function line(kind: Activity['kind'], detail: Activity['detail']): string {
  return activityText({
    id: '0192f0c4-0000-7000-8000-000000000000',
    at: Date.UTC(2026, 10, 21),
    kind,
    actor: 'Ada Admin',
    sessionId: null,
    studentId: null,
    studentName: null,
    detail,
  });
}

test('an account that was made is told apart from one that was changed', () => {
  const username = 'asha';
  expect(line('accountChanged', { username, change: 'created' })).toBe('Account asha created');
  expect(line('accountChanged', { username, change: 'password' })).toBe('Account asha changed');
});

test('a register is named where the entry names it', () => {
  const named = { className: '8B', subjectName: 'Maths' };
  expect(line('sessionStarted', named)).toBe('Register started: 8B, Maths');
  expect(line('sessionStarted', {})).toBe('Register started');
});

test('an export says of what, of which days and as what file', () => {
  const days = { from: '2026-11-01', to: '2026-11-21' };
  const ofClass = line('exported', { what: 'class', className: '8B', ...days, format: 'xlsx' });
  expect(ofClass).toMatch(/^Spreadsheet exported: 8B, .*1.* – .*21.*, Excel$/);
  const ofOne = line('exported', { what: 'session', className: '8B', day: '2026-11-21' });
  expect(ofOne).toMatch(/^Spreadsheet exported: register of 8B, .*2026$/);
});

test('a setting keeps what it was changed from', () => {
  expect(line('settingsChanged', { from: 'off', to: 'strict' })).toContain('off to strict');
});

test('a face that may be one of two names both where both are known', () => {
  const activity = {
    id: '0192f0c4-0000-7000-8000-000000000000',
    at: 0,
    kind: 'unsureFace',
    actor: null,
    sessionId: null,
    studentId: null,
    studentName: 'Asha Rao',
    detail: { other: 'b' },
  } as const;
  expect(activityText(activity)).toBe('A face that may be Asha Rao');
  expect(activityText(activity, 'Isha Rao')).toBe('A face that may be Asha Rao or Isha Rao');
});
