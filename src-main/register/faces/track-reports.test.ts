import { describe, expect, it } from 'vitest';
import { TrackReports } from './track-reports.ts';

describe('TrackReports', () => {
  it('hears of each thing once a track', () => {
    const reports = new TrackReports();
    const track = { trackId: 3, beganAt: 1_000_000 };
    expect(reports.isNews('unknownFace', track)).toBe(true);
    expect(reports.isNews('unknownFace', { ...track, beganAt: 1_000_900 })).toBe(false);
    expect(reports.isNews('suspectedPhoto', track)).toBe(true);
    expect(reports.isNews('unknownFace', { ...track, trackId: 4 })).toBe(true);
  });

  it('takes a number that a restarted worker uses again for another face', () => {
    const reports = new TrackReports();
    expect(reports.isNews('unknownFace', { trackId: 1, beganAt: 1_000_000 })).toBe(true);
    expect(reports.isNews('unknownFace', { trackId: 1, beganAt: 1_060_000 })).toBe(true);
  });

  it('keeps a bounded number of tracks', () => {
    const reports = new TrackReports();
    for (let trackId = 0; trackId <= 2_000; trackId += 1) {
      reports.isNews('unknownFace', { trackId, beganAt: 0 });
    }
    expect(reports.isNews('unknownFace', { trackId: 0, beganAt: 0 })).toBe(true);
    expect(reports.isNews('unknownFace', { trackId: 2_000, beganAt: 0 })).toBe(false);
  });
});
