import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FolderPlan } from './picture-folder.ts';

/** What was found in the folder, and what of it is not used, and why. */
export function FolderPlanList({ plan }: { plan: FolderPlan<File> }) {
  const { t } = useTranslation('selfTest');
  const { folder, pictures, students, loose, others } = plan;
  const said = (['strangers', 'notEnrolled', 'ambiguous'] as const).filter(
    (kind) => plan[kind].length > 0,
  );
  return (
    <Stack gap={4} role="status">
      <Text size="sm" fw={550}>
        {t('pictures.plan', { folder })}: {t('pictures.found', { count: pictures.length })},{' '}
        {t('pictures.students', { count: students })}
      </Text>
      {said.map((kind) => (
        <Text key={kind} size="sm">
          {t(`pictures.${kind}`, { folders: plan[kind].join(', ') })}
        </Text>
      ))}
      {loose > 0 && <Text size="sm">{t('pictures.loose', { count: loose })}</Text>}
      {others > 0 && <Text size="sm">{t('pictures.others', { count: others })}</Text>}
      {pictures.length === 0 && <Text size="sm">{t('pictures.nothing')}</Text>}
    </Stack>
  );
}
