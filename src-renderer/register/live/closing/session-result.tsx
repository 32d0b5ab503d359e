import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconTableExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDayTime } from '#renderer/app/format.ts';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import { Page } from '#renderer/app/parts/page.tsx';
import { SessionExportDialog } from '#renderer/exports/session-export-dialog.tsx';
import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { StatusBadge } from '../../status-badge.tsx';
import { countResult, statusOf } from '../list/roster.ts';
import { useReopenSession } from './use-reopen-session.ts';

/** What a session came to, and where it goes from here. */
export function SessionResult({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('live');
  return (
    <Page
      title={t('result.title')}
      about={t('result.about', {
        className: session.className,
        subjectName: session.subjectName,
        time: formatDayTime(session.startedAt),
      })}
      maxWidth={960}
      actions={<Actions sessionId={session.id} />}
    >
      <Stack>
        <Counts session={session} />
        <Missing session={session} />
      </Stack>
    </Page>
  );
}

/** Takes the closing back, for whoever pressed the button too early. */
function OpenAgain({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation('live');
  const { reopen, reopening } = useReopenSession(sessionId);
  return (
    <Button
      variant="subtle"
      leftSection={<IconArrowBackUp size={18} aria-hidden />}
      loading={reopening}
      onClick={reopen}
    >
      {t('result.undo')}
    </Button>
  );
}

function Actions({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation('live');
  const [exporting, dialog] = useDisclosure();
  return (
    <>
      <OpenAgain sessionId={sessionId} />
      <LinkButton to="/registers/$sessionId" params={{ sessionId }} variant="default">
        {t('result.open')}
      </LinkButton>
      <Button
        variant="default"
        leftSection={<IconTableExport size={18} aria-hidden />}
        onClick={dialog.open}
      >
        {t('result.export')}
      </Button>
      <LinkButton to="/">{t('result.today')}</LinkButton>
      <SessionExportDialog opened={exporting} sessionId={sessionId} onClose={dialog.close} />
    </>
  );
}

function Counts({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('live');
  const counts = countResult(session.roster, session.statuses);
  return (
    <SimpleGrid
      component="section"
      aria-label={t('result.counts')}
      cols={Math.min(counts.length, 4)}
      spacing="sm"
    >
      {counts.map(({ status, count, late }) => (
        <Paper key={status.code} data-result={status.code}>
          <Text fz={36} fw={680} lh={1.1} data-figures>
            {count}
          </Text>
          <StatusBadge status={status} withLabel />
          {late > 0 && (
            <Text size="sm" c="dimmed">
              {t('ofWhichLate', { count: late })}
            </Text>
          )}
        </Paper>
      ))}
    </SimpleGrid>
  );
}

function Missing({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('live');
  const missing = session.roster.filter(
    (entry) => statusOf(entry, session.statuses)?.meaning !== 'present',
  );
  return (
    <Paper component="section">
      <Title order={2} mb="xs">
        {t('result.missing')}
      </Title>
      {missing.length === 0 ? (
        <Text size="sm">{t('result.nobodyMissing')}</Text>
      ) : (
        <SimpleGrid cols={2} spacing="lg" verticalSpacing={6}>
          {missing.map((entry) => (
            <Group key={entry.studentId} gap="sm" wrap="nowrap">
              <StatusBadge status={statusOf(entry, session.statuses)} size="sm" />
              <Text size="sm" truncate>
                {entry.fullName}
              </Text>
              <Text size="xs" c="dimmed" flex="none">
                {entry.studentNumber}
              </Text>
            </Group>
          ))}
        </SimpleGrid>
      )}
    </Paper>
  );
}
