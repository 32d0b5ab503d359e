/** What the recognition engine runs on, what it costs, and the camera it looks through. */
export function EnginePanel() {
  return null;
}
