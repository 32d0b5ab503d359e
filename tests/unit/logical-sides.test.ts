import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Where left and right are meant, whatever side lines begin on, and why. */
const MEANT: Record<string, string> = {
  'src-renderer/register/live/camera/face-overlay.module.css': 'lies on the picture of the camera',
  'src-renderer/register/live/camera/face-overlay.tsx': 'lies on the picture of the camera',
  'src-renderer/self-test/test-stage.tsx': 'lies on the picture of the camera',
  'src-renderer/enrolment/capture-guide.module.css': 'lies on the picture of the camera',
  'src-renderer/enrolment/pose-sign.module.css': 'the way to turn the head',
  'src-renderer/enrolment/pose-sign.tsx': 'the way to turn the head',
  'src-renderer/register/live/camera/challenge-card.tsx': 'the way to turn the head',
  'src-renderer/reports/share-chart.tsx': 'a drawing whose time runs to the right',
};

interface Rule {
  pattern: RegExp;
  instead: string;
}

const CSS_RULES: readonly Rule[] = [
  { pattern: /(^|[\s;{])(left|right)\s*:/, instead: 'inset-inline-start, inset-inline-end' },
  {
    pattern: /\b(margin|padding|border)-(left|right)\b/,
    instead: 'margin-inline-start and its like',
  },
  { pattern: /\bborder-(top|bottom)-(left|right)-radius\b/, instead: 'border-start-start-radius' },
  { pattern: /\b(text-align|float|clear)\s*:\s*(left|right)\b/, instead: 'start, end' },
  { pattern: /\btranslateX\(|(^|[\s;{])translate\s*:/, instead: 'a place that needs no push' },
];

const TSX_RULES: readonly Rule[] = [
  { pattern: /\s(ml|mr|pl|pr|left|right)=/, instead: 'ms, me, ps, pe' },
  { pattern: /\b(ta|align|justify)="(left|right)"/, instead: 'start, end' },
  { pattern: /\b(margin|padding|border)(Left|Right)\b/, instead: 'marginInlineStart' },
  { pattern: /\b(textAlign|float): '(left|right)'/, instead: 'start, end' },
  { pattern: /(^|[\s{,])(left|right): ?[`'\d]/, instead: 'insetInlineStart, insetInlineEnd' },
  { pattern: /<Icon\w*(Left|Right)\w*(?! data-flips)\b(?! data-flips)/, instead: 'data-flips' },
  { pattern: /:\s*Icon\w*(Left|Right)/, instead: 'an icon that can flip' },
];

/** What one line breaks, each with what to write instead. */
function faults(line: string, rules: readonly Rule[]): string[] {
  return rules.filter(({ pattern }) => pattern.test(line)).map(({ instead }) => instead);
}

function faultsOf(file: string, rules: readonly Rule[]): string[] {
  const lines = readFileSync(path.join(ROOT, file), 'utf8').split('\n');
  return lines.flatMap((line, index) =>
    faults(line, rules).map((instead) => `${file}:${index + 1}: use ${instead}: ${line.trim()}`),
  );
}

const filesOf = (pattern: string) =>
  globSync(`src-renderer/**/${pattern}`, { cwd: ROOT }).filter((file) => !file.includes('.test.'));

const everyFault = [
  ...filesOf('*.css').flatMap((file) => faultsOf(file, CSS_RULES)),
  ...filesOf('*.tsx').flatMap((file) => faultsOf(file, TSX_RULES)),
];

describe('layout for lines that begin on either side', () => {
  it('names no left and no right, but where they are meant', () => {
    const meant = (fault: string) => Object.keys(MEANT).some((file) => fault.startsWith(file));
    expect(everyFault.filter((fault) => !meant(fault))).toEqual([]);
  });

  it.each(Object.keys(MEANT))('%s still means it', (file) => {
    expect(everyFault.filter((fault) => fault.startsWith(file))).not.toEqual([]);
  });

  it.each([
    ['.a { margin-left: 1px }', CSS_RULES],
    ['  left: 8px;', CSS_RULES],
    ['  text-align: right;', CSS_RULES],
    ['  transform: translateX(4px);', CSS_RULES],
    ['<Text ml="sm">', TSX_RULES],
    ['<Table.Td ta="right">', TSX_RULES],
    ['<IconArrowLeft size={16} />', TSX_RULES],
    ['style={{ marginLeft: 4 }}', TSX_RULES],
  ] as const)('%s is found', (line, rules) => {
    expect(faults(line, rules)).not.toEqual([]);
  });

  it.each([
    ['.a { margin-inline-start: 1px; padding-block: 2px }', CSS_RULES],
    ['  inset-inline-end: 8px;', CSS_RULES],
    ['<Text ms="sm" ta="end">', TSX_RULES],
    ['<IconArrowLeft data-flips size={16} />', TSX_RULES],
    ['leftSection={<IconCheck />}', TSX_RULES],
  ] as const)('%s is good', (line, rules) => {
    expect(faults(line, rules)).toEqual([]);
  });
});
