import { Group, ScrollArea, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDayTime, formatNumber } from '#renderer/app/format.ts';
import type { Accuracy } from '#shared/self-test/accuracy.ts';
import {
  accuracyText,
  adviceLines,
  figureLines,
  mistakesOf,
  type NameOf,
  pictureLine,
  scoreRange,
  unreadLine,
} from './accuracy-words.ts';
import { CopyResults } from './copy-results.tsx';
import { Figures } from './figures.tsx';
import type { PictureTestResult } from './run-picture-test.ts';
import { nameFinder, useClass } from './use-class.ts';

interface AccuracyResultProps {
  result: PictureTestResult;
  /** When it was found. */
  at: number;
  classId: string | null;
}

/** What the test pictures came to. */
export function AccuracyResult({ result, at, classId }: AccuracyResultProps) {
  const { t } = useTranslation('selfTest');
  const { className, students } = useClass(classId);
  const nameOf = nameFinder(students);
  const { accuracy, unread, done, total } = result;
  const text = accuracyText(t, result, { className, when: formatDayTime(at), nameOf });
  return (
    <Stack component="section" aria-labelledby="accuracy-title">
      <Group justify="space-between">
        <Title order={3} id="accuracy-title">
          {t('result.overall')}
        </Title>
        <CopyResults text={text} />
      </Group>
      {done < total && <Text size="sm">{t('pictures.cancelled', { done, total })}</Text>}
      <Overall result={result} />
      <Lines heading={t('advice.heading')} lines={adviceLines(t, accuracy, nameOf)} />
      <FiguresOfTest lines={figureLines(t, accuracy)} />
      <StudentTable accuracy={accuracy} nameOf={nameOf} />
      <Lines
        heading={t('result.mistakes')}
        lines={mistakesOf(accuracy).map((one) => pictureLine(t, one, nameOf))}
      />
      <Lines
        heading={t('result.namedStrangers')}
        lines={accuracy.strangers.named.map((one) => pictureLine(t, one, nameOf))}
      />
      <Lines heading={t('result.unreadList')} lines={unread.map((one) => unreadLine(t, one))} />
    </Stack>
  );
}

function Overall({ result: { accuracy, unread } }: { result: PictureTestResult }) {
  const { t } = useTranslation('selfTest');
  const { total, strangers } = accuracy;
  const pictures = total.right + total.wrong + total.missed;
  const of = (count: number, all: number) => t('result.ofPictures', { count, of: all });
  const named = strangers.named.length;
  return (
    <Figures
      figures={[
        { name: t('result.tally.right'), value: of(total.right, pictures) },
        { name: t('result.tally.missed'), value: of(total.missed, pictures) },
        {
          name: t('result.tally.wrong'),
          value: of(total.wrong, pictures),
          bad: total.wrong > 0,
        },
        {
          name: t('result.tally.strangers'),
          value: of(named, strangers.pictures),
          bad: named > 0,
        },
        { name: t('result.tally.unread'), value: formatNumber(unread.length) },
      ]}
    />
  );
}

interface StudentTableProps {
  accuracy: Accuracy;
  nameOf: NameOf;
}

function StudentTable({ accuracy: { students }, nameOf }: StudentTableProps) {
  const { t } = useTranslation('selfTest');
  if (students.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={4} fz="sm" id="by-student">
        {t('result.students')}
      </Title>
      <Table aria-labelledby="by-student" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('result.student')}</Table.Th>
            <Table.Th ta="end">{t('result.pictures')}</Table.Th>
            <Table.Th ta="end">{t('result.tally.right')}</Table.Th>
            <Table.Th ta="end">{t('result.tally.wrong')}</Table.Th>
            <Table.Th ta="end">{t('result.tally.missed')}</Table.Th>
            <Table.Th ta="end">{t('result.scores')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {students.map(({ studentId, tally, pictures }) => (
            <Table.Tr key={studentId}>
              <Table.Td>{nameOf(studentId)}</Table.Td>
              <Table.Td ta="end">{formatNumber(pictures.length)}</Table.Td>
              <Table.Td ta="end">{formatNumber(tally.right)}</Table.Td>
              <Table.Td ta="end">{formatNumber(tally.wrong)}</Table.Td>
              <Table.Td ta="end">{formatNumber(tally.missed)}</Table.Td>
              <Table.Td ta="end">{scoreRange(pictures)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

/** Folded away: for whoever knows what a threshold is. */
function FiguresOfTest({ lines }: { lines: readonly string[] }) {
  const { t } = useTranslation('selfTest');
  return (
    <Text component="details" size="sm">
      <summary>{t('advice.figures')}</summary>
      {lines.map((line) => (
        <Text key={line} size="sm" mt={4}>
          {line}
        </Text>
      ))}
    </Text>
  );
}

/** Lines under a heading; nothing where there are none. */
function Lines({ heading, lines }: { heading: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Stack gap={4}>
      <Title order={4} fz="sm">
        {heading}
      </Title>
      <ScrollArea.Autosize
        mah={280}
        type="auto"
        viewportProps={{ tabIndex: 0, 'aria-label': heading, role: 'region' }}
      >
        <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
          {lines.map((line) => (
            <Text key={line} component="li" size="sm">
              {line}
            </Text>
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Stack>
  );
}
