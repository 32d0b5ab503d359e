export function RegistersScreen() {
  return null;
}
