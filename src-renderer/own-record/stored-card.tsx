import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#renderer/app/format.ts';
import type { OwnRecord } from '#shared/contract/own-record.contract.ts';
import { Card } from './card.tsx';

/** What the register holds of the student, in plain words. */
export function StoredCard({ record }: { record: OwnRecord }) {
  const { t } = useTranslation('ownRecord');
  const { count, since } = record.faceTemplates;
  const { email } = record.student;
  return (
    <Card title={t('stored.title')}>
      <List size="sm" spacing="xs">
        <List.Item>{t('stored.attendance')}</List.Item>
        {email !== null && <List.Item>{t('stored.email', { email })}</List.Item>}
        <List.Item>
          {since === null
            ? t('stored.noFace')
            : t('stored.face', { count, date: formatDate(since) })}
        </List.Item>
      </List>
      <Text size="sm" c="dimmed">
        {t('stored.ask')}
      </Text>
    </Card>
  );
}
