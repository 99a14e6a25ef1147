import { LiveSettings, type Settings } from '../../lib/settings';

/** Settings of which some were chosen before. */
export async function chosen(settings: Partial<Settings> = {}): Promise<LiveSettings> {
  const live = new LiveSettings(new AbortController().signal);
  await live.change(settings);
  return live;
}
