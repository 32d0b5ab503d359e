export function UnreachableScreen(_props: { error: unknown }) {
  return null;
}
