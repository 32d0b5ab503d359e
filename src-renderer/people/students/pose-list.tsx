import { Group, Stack, Text } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatPercent } from '#renderer/app/format.ts';
import { type Pose, poseSchema, type TemplateInfo } from '#shared/contract/enrolment.contract.ts';

/** Every pose, and what is stored of it; those not taken stay in sight. */
export function PoseList({ views }: { views: readonly TemplateInfo[] }) {
  return (
    <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {poseSchema.options.map((pose) => (
        <PoseRow key={pose} pose={pose} views={views.filter((view) => view.pose === pose)} />
      ))}
    </Stack>
  );
}

function PoseRow({ pose, views }: { pose: Pose; views: readonly TemplateInfo[] }) {
  const { t } = useTranslation('people');
  const missing = views.length === 0;
  return (
    <Group component="li" gap="sm" wrap="nowrap">
      {missing ? (
        <IconCircleDashed size={20} color="var(--mantine-color-dimmed)" aria-hidden />
      ) : (
        <IconCircleCheckFilled size={20} color="var(--status-present-text)" aria-hidden />
      )}
      <Text w={72} fw={550}>
        {t(`faces.pose.${pose}`)}
      </Text>
      {missing ? (
        <Text size="sm" c="dimmed">
          {t('faces.missing')}
        </Text>
      ) : (
        <PoseFacts views={views} />
      )}
    </Group>
  );
}

function PoseFacts({ views }: { views: readonly TemplateInfo[] }) {
  const { t } = useTranslation('people');
  const best = Math.max(...views.map((view) => view.quality));
  const newest = Math.max(...views.map((view) => view.createdAt));
  const facts = [
    t('faces.taken', { count: views.length }),
    t('faces.quality', { percent: formatPercent(best) }),
    formatDate(newest),
  ];
  if (views.some((view) => view.source === 'file')) facts.push(t('faces.fromFile'));
  return (
    <Text size="sm" c="dimmed">
      {facts.join(' · ')}
    </Text>
  );
}
