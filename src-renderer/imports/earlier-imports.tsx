import { Button, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDayTime } from '#renderer/app/format.ts';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { api } from '#renderer/app/query-client.ts';
import type { ImportDone } from '#shared/contract/imports.contract.ts';
import type { ImportKind } from '#shared/imports/import-field.ts';
import { ImportProgress } from './import-progress.tsx';
import { UndoResult } from './undo-result.tsx';
import { useUndoImport } from './use-undo-import.ts';

/** What was imported before, each with its way back. Nothing where there was none. */
export function EarlierImports({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation('imports');
  const query = useQuery(api.imports.list.queryOptions());
  const { undo, progress } = useUndoImport();
  const earlier = query.data?.filter((one) => one.kind === kind) ?? [];
  if (earlier.length === 0) return null;
  return (
    <Paper component="section" aria-labelledby="earlier-imports" p="md">
      <Stack>
        <Title order={2} id="earlier-imports">
          {t('earlier.title')}
        </Title>
        {undo.isError && <Problem error={undo.error} />}
        {progress && <ImportProgress progress={progress} />}
        {undo.data && <UndoResult result={undo.data} />}
        <Table verticalSpacing={6}>
          <Table.Tbody>
            {earlier.map((one) => (
              <EarlierRow
                key={one.id}
                done={one}
                busy={undo.isPending}
                onUndo={() => undo.mutate(one.id)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </Paper>
  );
}

interface EarlierRowProps {
  done: ImportDone;
  busy: boolean;
  onUndo: () => void;
}

function EarlierRow({ done, busy, onUndo }: EarlierRowProps) {
  const { t } = useTranslation(['imports', 'app']);
  const { fileName, at, by, created, changed, undoneAt } = done;
  return (
    <Table.Tr>
      <Table.Td maw={0} w="40%">
        <Text size="sm" fw={550} truncate title={fileName}>
          {fileName}
        </Text>
      </Table.Td>
      <Table.Td>{t('earlier.counts', { created, changed })}</Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {formatDayTime(at)} · {by}
        </Text>
      </Table.Td>
      <Table.Td ta="end">
        {undoneAt === null ? (
          <Button
            size="compact-sm"
            variant="light"
            disabled={busy}
            aria-label={t('earlier.undo', { name: fileName })}
            onClick={onUndo}
          >
            {t('app:undo')}
          </Button>
        ) : (
          <Text size="sm" c="dimmed">
            {t('earlier.undone')}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
