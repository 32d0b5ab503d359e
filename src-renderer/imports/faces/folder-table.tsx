import { Badge, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FolderResult } from './enrol-folder.ts';
import { type FaceFolder, skipReason } from './face-folders.ts';
import { folderWords } from './folder-words.ts';
import type { FolderResults } from './use-faces-import.ts';

const COLOURS = { skipped: 'gray', enrolled: 'green', failed: 'red', refused: 'red' } as const;

interface FolderTableProps {
  folders: readonly FaceFolder[];
  results: FolderResults;
  replace: boolean;
}

/** Each folder: whose it is, and what became or will become of it. */
export function FolderTable({ folders, results, replace }: FolderTableProps) {
  const { t } = useTranslation('imports');
  return (
    <Table verticalSpacing={8} horizontalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('faces.folder')}</Table.Th>
          <Table.Th>{t('preview.name')}</Table.Th>
          <Table.Th>{t('faces.pictures')}</Table.Th>
          <Table.Th>{t('faces.state')}</Table.Th>
          <Table.Th w="40%">{t('preview.what')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {folders.map((folder) => {
          const why = skipReason(folder, replace);
          const skipped = why === null ? null : ({ kind: 'skipped', why } as const);
          const result = results.get(folder.name) ?? skipped;
          return <FolderRow key={folder.name} folder={folder} result={result} />;
        })}
      </Table.Tbody>
    </Table>
  );
}

function FolderRow({ folder, result }: { folder: FaceFolder; result: FolderResult | null }) {
  const { t } = useTranslation('imports');
  const { name, student, pictures } = folder;
  const kind = result?.kind ?? 'waiting';
  return (
    <Table.Tr data-folder={kind}>
      <Table.Td maw={200}>
        <Text size="sm" truncate title={name}>
          {name}
        </Text>
      </Table.Td>
      <Table.Td maw={200}>
        <Text size="sm" fw={550} truncate>
          {student?.fullName ?? '–'}
        </Text>
      </Table.Td>
      <Table.Td data-figures>{pictures.length}</Table.Td>
      <Table.Td>
        <Badge variant="light" color={result ? COLOURS[result.kind] : 'blue'}>
          {t(`faces.kind.${kind}`)}
        </Badge>
      </Table.Td>
      <Table.Td>
        <Text size="sm" lh={1.25}>
          {result ? folderWords(result) : ''}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
