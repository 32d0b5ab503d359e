import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConsentFacts } from '#renderer/people/students/consent-facts.tsx';
import type { Consent } from '#shared/contract/enrolment.contract.ts';
import { Card } from './card.tsx';

/** Who has agreed to the student's face being used, and whether that still holds. */
export function ConsentsCard({ consents }: { consents: readonly Consent[] }) {
  const { t } = useTranslation('ownRecord');
  return (
    <Card title={t('consent.title')}>
      {consents.length === 0 ? (
        <Text size="sm">{t('consent.none')}</Text>
      ) : (
        consents.map((consent) => <ConsentFacts key={consent.id} consent={consent} />)
      )}
    </Card>
  );
}
