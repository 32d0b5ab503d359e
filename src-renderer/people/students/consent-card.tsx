import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '#renderer/app/parts/confirm-dialog.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { api } from '#renderer/app/query-client.ts';
import { useIsAdmin } from '#renderer/app/standing.ts';
import type { Consent } from '#shared/contract/enrolment.contract.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import { ConsentFacts } from './consent-facts.tsx';
import { useWithdrawConsent } from './use-faces.ts';

/** Who agreed to the face being stored, when, and the way to take it back. */
export function ConsentCard({ student }: { student: Student }) {
  const { t } = useTranslation('people');
  const admin = useIsAdmin();
  const query = useQuery(api.enrolment.consents.queryOptions({ input: { studentId: student.id } }));
  const inForce = query.data?.some((consent) => consent.withdrawnAt === null) ?? false;
  return (
    <Paper component="section" aria-labelledby="consent-title" p="lg">
      <Stack>
        <Title order={2} id="consent-title">
          {t('consent.title')}
        </Title>
        <Loaded query={query}>{(consents) => <ConsentList consents={consents} />}</Loaded>
        {admin && inForce && <WithdrawButton student={student} />}
      </Stack>
    </Paper>
  );
}

function ConsentList({ consents }: { consents: readonly Consent[] }) {
  const { t } = useTranslation('people');
  if (consents.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('consent.none')}
      </Text>
    );
  }
  return consents.map((consent) => <ConsentFacts key={consent.id} consent={consent} />);
}

function WithdrawButton({ student }: { student: Student }) {
  const { t } = useTranslation('people');
  const [asking, dialog] = useDisclosure();
  const withdraw = useWithdrawConsent(dialog.close);
  const name = student.fullName;
  return (
    <Group>
      <Button variant="light" color="red" onClick={dialog.open}>
        {t('consent.withdraw')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        title={t('consent.withdrawAsk', { name })}
        confirm={t('consent.withdraw')}
        danger
        busy={withdraw.isPending}
        onConfirm={() => withdraw.mutate({ studentId: student.id })}
      >
        {t('consent.withdrawAbout', { name })}
      </ConfirmDialog>
    </Group>
  );
}
