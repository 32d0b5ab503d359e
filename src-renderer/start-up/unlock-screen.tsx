export function UnlockScreen() {
  return null;
}
