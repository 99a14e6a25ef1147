import { use } from 'react';
import type { Library } from '../lib/library/contract';
import type { LiveSettings } from '../lib/settings';
import { t } from '../lib/text';
import { HabitOptions } from './HabitOptions';
import { KeyOptions } from './KeyOptions';
import { RuleOptions } from './RuleOptions';
import { SeenOptions } from './SeenOptions';
import { ServiceOptions } from './ServiceOptions';
import { SiteOptions } from './SiteOptions';
import { BackupOptions } from './safety/BackupOptions';
import { CheckOptions } from './safety/CheckOptions';
import { RoomOptions } from './safety/RoomOptions';

interface Props {
  settings: LiveSettings;
  library: Library;
}

const onLists = ['keys', 'seen', 'bar', 'highlights', 'near'] as const;

/** What the user can choose. Every change is saved at once. */
export function Options({ settings, library }: Props) {
  // Until then it would show what is usual, and not what was chosen.
  use(settings.ready);
  return (
    <main className="options">
      <h1>{t('options.title')}</h1>
      <HabitOptions title={t('options.onLists')} habits={onLists} settings={settings} />
      <KeyOptions settings={settings} />
      <RuleOptions settings={settings} />
      <HabitOptions title={t('options.inLibrary')} habits={['resurface']} settings={settings} />
      <SeenOptions settings={settings} library={library} />
      <ServiceOptions settings={settings} />
      <SiteOptions />
      <BackupOptions settings={settings} />
      <RoomOptions />
      <CheckOptions library={library} />
    </main>
  );
}
