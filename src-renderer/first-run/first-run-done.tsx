import { Button, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DoorstepCard } from '#renderer/app/parts/doorstep-card.tsx';

/** The register exists; what to do first. */
export function FirstRunDone({ school, onOpen }: { school: string; onOpen: () => void }) {
  const { t } = useTranslation('firstRun');
  return (
    <DoorstepCard title={t('done.title', { school })} width={520}>
      <Text>{t('done.about')}</Text>
      <List type="ordered" spacing="xs">
        <List.Item>{t('done.first')}</List.Item>
        <List.Item>{t('done.second')}</List.Item>
        <List.Item>{t('done.third')}</List.Item>
      </List>
      <Button onClick={onOpen} autoFocus>
        {t('done.open')}
      </Button>
    </DoorstepCard>
  );
}
