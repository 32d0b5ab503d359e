/** Takes one session's register by face. */
export function LiveSessionScreen() {
  return null;
}
