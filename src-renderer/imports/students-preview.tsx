import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { getCountries } from 'libphonenumber-js';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatList } from '#renderer/app/format.ts';
import { countryName } from '#renderer/app/parts/country-select.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import type { StudentRowPreview, StudentsPlan } from '#shared/contract/imports.contract.ts';
import { PreviewFilter, type Shown } from './preview-filter.tsx';
import { type PreviewRow, PreviewTable } from './preview-table.tsx';
import { noteWords, verdictWords } from './verdict-words.ts';

interface StudentsPreviewProps {
  plan: StudentsPlan;
  /** Where phone numbers without a country code are taken to be. */
  country: string | null;
  busy: boolean;
  error: unknown;
  onBack: () => void;
  onApply: () => void;
}

function previewRow(row: StudentRowPreview): PreviewRow {
  const { line, studentNumber: number, fullName: name, className: where, verdict, notes } = row;
  const words = [verdictWords(verdict, row), noteWords(notes)];
  return {
    line: String(line),
    kind: verdict.kind,
    number,
    name,
    where,
    words: words.filter(Boolean).join(' · '),
  };
}

/** The third step: what the import would do, before it does anything. */
export function StudentsPreview({
  plan,
  country,
  busy,
  error,
  onBack,
  onApply,
}: StudentsPreviewProps) {
  const { t } = useTranslation('imports');
  const { counts, newClasses } = plan;
  const [shown, setShown] = useState<Shown>('all');
  const rows = useMemo(
    () => plan.rows.map(previewRow).filter(({ kind }) => shown === 'all' || kind === shown),
    [plan, shown],
  );
  const taken = counts.new + counts.changed;
  return (
    <Stack>
      <Group justify="space-between" align="flex-start">
        <Stack gap={2}>
          <Title order={2}>{t('preview.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('preview.about')}
          </Text>
        </Stack>
        <Group>
          <Button variant="default" disabled={busy} onClick={onBack}>
            {t('preview.back')}
          </Button>
          <Button disabled={taken === 0} loading={busy} onClick={onApply}>
            {t('preview.apply', { count: taken })}
          </Button>
        </Group>
      </Group>
      {error !== null && <Problem error={error} />}
      {taken === 0 && (
        <Alert color="gray" icon={<IconInfoCircle aria-hidden />} role="status">
          {t('preview.nothing')}
        </Alert>
      )}
      {newClasses.length > 0 && (
        <Text size="sm">
          {t('preview.newClasses', { count: newClasses.length, names: formatList(newClasses) })}
        </Text>
      )}
      {plan.rows.some(({ phones }) => phones.length > 0) && <PhoneNote country={country} />}
      {counts.problem > 0 && taken > 0 && (
        <Text size="sm">{t('preview.problems', { count: counts.problem })}</Text>
      )}
      <PreviewFilter counts={counts} value={shown} onChange={setShown} />
      <Paper p={0}>
        <PreviewTable key={shown} rows={rows} where={t('field.className')} />
      </Paper>
    </Stack>
  );
}

/** How phone numbers are read, said beside what comes of it. */
function PhoneNote({ country }: { country: string | null }) {
  const { t } = useTranslation('imports');
  const known = getCountries().find((code) => code === country);
  return (
    <Text size="sm">
      {known ? t('country.inPreview', { country: countryName(known) }) : t('country.inPreviewNone')}
    </Text>
  );
}
