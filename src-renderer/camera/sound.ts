import { api, queryClient } from '#renderer/app/query-client.ts';

/** Two tones a fifth apart for a mark, one for a view taken: told apart without looking. */
const TONES_HZ = { marked: [659.3, 987.8], taken: [784] } as const;
const TONE_S = 0.09;
const FADE_S = 0.22;
const LOUDNESS = 0.16;

let context: AudioContext | null = null;

function playTone(audio: AudioContext, frequency: number, at: number): void {
  const tone = new OscillatorNode(audio, { type: 'sine', frequency });
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.01);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + FADE_S);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + FADE_S);
}

/** A short sound, unless the preferences say silence. */
export function playSound(sound: keyof typeof TONES_HZ): void {
  const preferences = queryClient.getQueryData(api.settings.device.queryKey());
  if (preferences?.sound === false) return;
  context ??= new AudioContext();
  const audio = context;
  TONES_HZ[sound].forEach((frequency, index) => {
    playTone(audio, frequency, audio.currentTime + index * TONE_S);
  });
}
