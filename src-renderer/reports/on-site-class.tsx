import { Table, Text } from '@mantine/core';
import i18next from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatTime } from '#renderer/app/format.ts';
import type { Sorting } from '#renderer/app/parts/data-table/column.ts';
import { useSorted } from '#renderer/app/parts/data-table/use-sorted.ts';
import { LookBadge } from '#renderer/register/status-badge.tsx';
import type { StatusLook } from '#renderer/register/status-look.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { OnSite, StandingOnSite } from '#shared/contract/reports.contract.ts';
import classes from './on-site.module.css';
import { countOnSite, inSearchOrder, lastSeen, type OnSiteStudent } from './on-site-groups.ts';
import { AS_LOOKED_FOR, OnSiteHead } from './on-site-head.tsx';
import { ReportPanel } from './report-panel.tsx';

type SchoolClass = OnSite['classes'][number];

const LOOKS: Record<StandingOnSite['kind'], StatusLook> = {
  present: 'present',
  presentEarlier: 'unsure',
  absent: 'absent',
  excused: 'excused',
  notMarked: 'unmarked',
};

/** What the students of a class are sorted by. */
function useColumns(className: string): Sorting<OnSiteStudent>[] {
  const { t } = useTranslation('reports');
  return useMemo(
    () => [
      { name: 'student', label: t('onSite.student'), by: ({ fullName }) => fullName },
      {
        name: 'where',
        label: t('onSite.where'),
        by: ({ standing }) => whereabouts(standing, className).where,
      },
      { name: 'when', label: t('onSite.when'), by: ({ standing }) => lastSeen(standing) },
    ],
    [t, className],
  );
}

/** One class: those on site first, each with a box to tick on paper. */
export function OnSiteClass({ schoolClass }: { schoolClass: SchoolClass }) {
  const { t } = useTranslation('reports');
  const { className, students } = schoolClass;
  const counts = countOnSite(students);
  const columns = useColumns(className);
  const inOrder = useMemo(() => inSearchOrder(students), [students]);
  const { rows, ...heads } = useSorted(inOrder, columns, AS_LOOKED_FOR);
  return (
    <ReportPanel
      title={className}
      about={t('onSite.counts', {
        present: formatNumber(counts.onSite),
        earlier: formatNumber(counts.presentEarlier),
        unmarked: formatNumber(counts.notMarked),
        away: formatNumber(counts.away),
      })}
    >
      <Table aria-label={className} className={classes.list} verticalSpacing={6}>
        <OnSiteHead columns={columns} {...heads} />
        <Table.Tbody>
          {rows.map((student) => (
            <StudentRow key={student.studentId} student={student} className={className} />
          ))}
        </Table.Tbody>
      </Table>
    </ReportPanel>
  );
}

function StudentRow({ student, className }: { student: OnSiteStudent; className: string }) {
  const { fullName, studentNumber, standing } = student;
  const { where, when } = whereabouts(standing, className);
  return (
    <Table.Tr data-standing={standing.kind}>
      <Table.Th scope="row">
        <span className={classes.name}>
          <LookBadge look={LOOKS[standing.kind]} label={`${when} ${where}`} />
          {fullName}
        </span>
        <Text span size="sm" c="dimmed" ms="xs">
          {studentNumber}
        </Text>
      </Table.Th>
      <Table.Td>{where}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{when}</Table.Td>
      <Table.Td className={classes.tick}>
        <span className={classes.box} />
      </Table.Td>
    </Table.Tr>
  );
}

interface Whereabouts {
  where: string;
  when: string;
}

/** Where a student was last seen and when, in words. */
export function whereabouts(standing: StandingOnSite, ownClass: string): Whereabouts {
  switch (standing.kind) {
    case 'present':
    case 'presentEarlier': {
      const { at, className, room, subjectName: subject, teacherName: teacher } = standing.place;
      const lesson =
        className === ownClass
          ? i18next.t('reports:onSite.place', { subject, teacher })
          : i18next.t('reports:onSite.placeOfClass', { subject, teacher, class: className });
      const where = room === null ? lesson : `${room} · ${lesson}`;
      if (standing.kind === 'present') return { where, when: formatTime(at) };
      const time = formatTime(standing.missedAt);
      const missed = i18next.t('reports:onSite.missed', { time });
      return { where, when: `${formatTime(at)}, ${missed}` };
    }
    case 'absent':
      return {
        where: i18next.t('reports:onSite.absent', { time: formatTime(standing.at) }),
        when: '',
      };
    case 'excused':
      return { where: i18next.t('reports:onSite.excused'), when: '' };
    case 'notMarked':
      return { where: i18next.t('reports:onSite.unmarked'), when: '' };
    default:
      return assertNever(standing);
  }
}
