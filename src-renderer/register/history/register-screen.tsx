import { Alert, Button, Paper, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconFileExport, IconInfoCircle, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatTime } from '#renderer/app/format.ts';
import { BackLink } from '#renderer/app/parts/back-link.tsx';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import { LoadedPage } from '#renderer/app/parts/loaded-page.tsx';
import { Page } from '#renderer/app/parts/page.tsx';
import { api } from '#renderer/app/query-client.ts';
import { ClockNotice } from '#renderer/clock/clock-notice.tsx';
import { SessionExportDialog } from '#renderer/exports/session-export-dialog.tsx';
import { DiscardButton } from '#renderer/register/discard/discard-button.tsx';
import { DiscardedNotice } from '#renderer/register/discard/discarded-notice.tsx';
import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { GuestsSection } from '../guests/guests-section.tsx';
import { CellDrawer } from './cell-drawer.tsx';
import { ChangeRefused } from './change-refused.tsx';
import { NotInClass } from './not-in-class.tsx';
import { RegisterCounts } from './register-counts.tsx';
import { RegisterTable } from './register-table.tsx';
import { matching } from './roster-search.ts';

const nothing = () => {};

const route = getRouteApi('/registers/$sessionId');

/** One register: who stood how, a cell's history, changes with a reason, export. */
export function RegisterScreen() {
  const { t } = useTranslation('history');
  const { sessionId } = route.useParams();
  const query = useQuery(api.register.get.queryOptions({ input: { sessionId } }));
  return (
    <LoadedPage query={query} title={t('one.untitled')} back={<BackToRegisters />}>
      {(session) => <RegisterPage session={session} />}
    </LoadedPage>
  );
}

function BackToRegisters() {
  const { t } = useTranslation('history');
  return <BackLink to="/registers">{t('one.back')}</BackLink>;
}

function RegisterPage({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('history');
  const [exporting, dialog] = useDisclosure();
  return (
    <Page
      title={t('one.title', { class: session.className, subject: session.subjectName })}
      about={<About session={session} />}
      back={<BackToRegisters />}
      actions={<Actions session={session} onExport={dialog.open} />}
      maxWidth={1040}
    >
      <Notices session={session} />
      {!session.discarded && <RegisterCounts session={session} />}
      <GuestsSection session={session} />
      <Roster session={session} />
      <NotInClass students={session.notInClass} />
      <SessionExportDialog opened={exporting} onClose={dialog.close} sessionId={session.id} />
    </Page>
  );
}

function About({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('history');
  const facts = {
    day: formatDay(session.startedAt),
    from: formatTime(session.startedAt),
    teacher: session.teacherName,
  };
  return session.endedAt === null
    ? t('one.aboutOpen', facts)
    : t('one.about', { ...facts, to: formatTime(session.endedAt) });
}

function Actions({ session, onExport }: { session: SessionDetail; onExport: () => void }) {
  const { t } = useTranslation('history');
  return (
    <>
      {session.endedAt === null && session.change.kind === 'allowed' && (
        <LinkButton to="/sessions/$sessionId/live" params={{ sessionId: session.id }}>
          {t('one.resume')}
        </LinkButton>
      )}
      {session.change.kind === 'allowed' && (
        <DiscardButton session={session} onDiscarded={nothing} />
      )}
      <Button
        variant="default"
        leftSection={<IconFileExport size={18} aria-hidden />}
        onClick={onExport}
      >
        {t('one.export')}
      </Button>
    </>
  );
}

function Notices({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('history');
  return (
    <>
      {session.livenessPolicy === 'off' && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />}>
          {t('one.livenessOff')}
        </Alert>
      )}
      {session.discarded && (
        <DiscardedNotice sessionId={session.id} discarded={session.discarded} />
      )}
      <ClockNotice sessionId={session.id} />
      <ChangeRefused change={session.change} />
      {session.endedAt === null && (
        <Alert icon={<IconInfoCircle aria-hidden />}>{t('one.stillOpen')}</Alert>
      )}
    </>
  );
}

function Roster({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('history');
  const [search, setSearch] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const entries = matching(session.roster, search);
  const open = session.roster.find((entry) => entry.studentId === openId) ?? null;
  return (
    <Stack gap="sm">
      <TextInput
        w={320}
        maw="100%"
        aria-label={t('one.search')}
        placeholder={t('one.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <Paper p={0}>
        <RegisterTable session={session} entries={entries} onOpen={setOpenId} />
      </Paper>
      <CellDrawer session={session} entry={open} onClose={() => setOpenId(null)} />
    </Stack>
  );
}
