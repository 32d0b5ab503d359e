import { ActionIcon, Box, Group, Loader, Paper, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheckFilled, IconPhoto, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatPercent } from '#renderer/app/format.ts';
import { assertNever } from '#shared/assert-never.ts';
import { BitmapView } from './bitmap-view.tsx';
import { removePhoto } from './capture-store.ts';
import type { Photo } from './photo.ts';

/** One picture file and what became of it. */
export function PhotoRow({ photo }: { photo: Photo }) {
  const { t } = useTranslation('enrolment');
  const { id, fileName: name, verdict } = photo;
  return (
    <Paper component="li" p="xs" data-verdict={verdict.kind}>
      <Group wrap="nowrap">
        <Box
          w={56}
          h={56}
          style={{
            flexShrink: 0,
            display: 'grid',
            placeItems: 'center',
            gridTemplate: '100% / 100%',
          }}
        >
          {verdict.kind === 'face' ? (
            <BitmapView picture={verdict.picture} label={name} />
          ) : (
            <IconPhoto size={32} stroke={1.2} aria-hidden />
          )}
        </Box>
        <Box flex={1} miw={0}>
          <Text truncate fw={550}>
            {name}
          </Text>
          <Group gap={6} wrap="nowrap">
            <VerdictIcon verdict={verdict} />
            <VerdictWords verdict={verdict} />
          </Group>
        </Box>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('files.remove', { name })}
          onClick={() => removePhoto(id)}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </Paper>
  );
}

function VerdictIcon({ verdict }: Pick<Photo, 'verdict'>) {
  switch (verdict.kind) {
    case 'waiting':
      return <Loader size={14} aria-hidden />;
    case 'face':
      return <IconCircleCheckFilled size={16} color="var(--status-present-text)" aria-hidden />;
    case 'refused':
    case 'cancelled':
      return <IconAlertTriangle size={16} color="var(--status-absent-text)" aria-hidden />;
    default:
      return assertNever(verdict);
  }
}

function VerdictWords({ verdict }: Pick<Photo, 'verdict'>) {
  const { t } = useTranslation('enrolment');
  switch (verdict.kind) {
    case 'waiting':
      return <Text size="sm">{t('files.waiting')}</Text>;
    case 'cancelled':
      return <Text size="sm">{t('files.cancelled')}</Text>;
    case 'refused':
      return <Text size="sm">{t(`files.refused.${verdict.why}`)}</Text>;
    case 'face':
      return (
        <Text size="sm">
          {t('files.face', {
            pose: t(`pose.${verdict.pose}`),
            quality: formatPercent(verdict.quality),
          })}
        </Text>
      );
    default:
      return assertNever(verdict);
  }
}
