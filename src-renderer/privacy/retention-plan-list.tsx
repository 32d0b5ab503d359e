import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCalendarDay } from '#renderer/app/format.ts';
import type {
  DueStudent,
  RetentionPlan,
  RetentionStatus,
} from '#shared/contract/privacy.contract.ts';
import { DueGroup } from './due-group.tsx';
import { groupsOf } from './due-groups.ts';
import { useKeepStudent } from './use-retention.ts';

const RECORDS = ['activity', 'importCopies', 'absenceReasons'] as const;

interface RetentionPlanListProps {
  plan: RetentionPlan;
  /** Of rules in force, whose students can be kept; left out: the rules are only thought of. */
  inForce?: RetentionStatus;
}

/** Who and what goes in the months ahead, day by day. */
export function RetentionPlanList({ plan, inForce }: RetentionPlanListProps) {
  const { t } = useTranslation('privacy');
  const keep = useKeepStudent();
  const records = RECORDS.filter((what) => plan[what] > 0);
  const groups = groupsOf(plan.students);
  if (groups.length === 0 && records.length === 0) {
    return <Text size="sm">{t('retention.nothingAhead')}</Text>;
  }
  const onKeep = (student: DueStudent) =>
    keep.mutate({ studentId: student.studentId, rule: student.rule, keep: !student.kept });
  return (
    <Stack gap="sm">
      {inForce && <Waiting status={inForce} />}
      {records.length > 0 && (
        <List size="sm">
          {records.map((what) => (
            <List.Item key={what}>
              {t(`retention.records.${what}`, { count: plan[what] })}
            </List.Item>
          ))}
        </List>
      )}
      {groups.map((group) => (
        <DueGroup
          key={group.key}
          group={group}
          busy={keep.isPending}
          onKeep={inForce ? onKeep : undefined}
        />
      ))}
    </Stack>
  );
}

/** Why nothing goes although it is due. */
function Waiting({ status: { holdUntil, waitsForRegister } }: { status: RetentionStatus }) {
  const { t } = useTranslation('privacy');
  return (
    <>
      {holdUntil && (
        <Text size="sm">{t('retention.hold', { day: formatCalendarDay(holdUntil) })}</Text>
      )}
      {waitsForRegister && <Text size="sm">{t('retention.waits')}</Text>}
    </>
  );
}
