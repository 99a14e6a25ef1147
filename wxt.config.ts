import { defineConfig } from 'wxt';
import { matches } from './lib/sites';

const anyPage = ['https://*/*', 'http://*/*'];

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  // Every name shows where it comes from.
  imports: false,
  manifest: ({ browser, manifestVersion }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    // The entry in the context menu needs a permission of its own, of which the browser asks nobody.
    permissions: ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'contextMenus', 'alarms'],
    // The content scripts alone do not let us put the controls on pages that were open before an update.
    host_permissions: matches,
    // Sites are asked for one by one, by “Always on this site”; bookmarks, when they are to be imported; downloads, when
    // backups are to be among them.
    ...(manifestVersion === 3
      ? { optional_host_permissions: anyPage, optional_permissions: ['bookmarks', 'downloads'] }
      : { optional_permissions: [...anyPage, 'bookmarks', 'downloads'] }),
    omnibox: { keyword: 'pg' },
    commands: {
      'find-papers': { description: '__MSG_command_find__', suggested_key: { default: 'Alt+Shift+F' } },
      [manifestVersion === 3 ? '_execute_action' : '_execute_browser_action']: {
        suggested_key: { default: 'Alt+Shift+P' },
      },
      // Firefox opens its sidebar by itself.
      ...(browser === 'firefox'
        ? { _execute_sidebar_action: { suggested_key: { default: 'Alt+Shift+L' } } }
        : {
            'side-panel': {
              description: '__MSG_command_sidePanel__',
              suggested_key: { default: 'Alt+Shift+L' },
            },
          }),
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'papergloss@papergloss.org',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
  // `npm run dev` opens a browser, where there is a screen to open it on.
  webExt: { disabled: process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY },
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      // This script is loaded by every page of the sites: Preact does the same there in a tenth of the size.
      if (!entrypoints.some(({ type }) => type === 'content-script')) return;
      config.resolve ??= {};
      config.resolve.alias = {
        ...config.resolve.alias,
        react: 'preact/compat',
        'react-dom/client': 'preact/compat/client',
        'react/jsx-runtime': 'preact/jsx-runtime',
      };
    },
  },
});
