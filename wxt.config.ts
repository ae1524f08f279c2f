import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { defineConfig } from 'wxt';
import { chromiumHighlightRules } from './scripts/chromium-highlight-rules.ts';
import { glossaryPlugin } from './scripts/glossary-plugin.ts';

/** The same identity at every install, so that notes survive an update. */
const FIREFOX_ID = '{6d1a3c52-8f0e-4b7d-9a6c-2f6e0b1d4c89}';

/** Of the extension's own pages: its scripts alone, no frames around it, no images and forms of others. */
const PAGE_POLICY = [
  "script-src 'self'",
  "object-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "img-src 'self' data:",
].join('; ');

/** The sheet of the marks. */
const HIGHLIGHTS = 'highlights.css';

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  hooks: {
    // WXT puts its own modules under names that it takes for forgotten imports, with imports off too: `storage` alone
    // made every page carry five kilobytes.
    'config:resolved'({ config: { imports } }) {
      imports.imports = [];
      imports.presets = [];
    },
    'build:publicAssets'({ config: { browser } }, files) {
      const at = files.findIndex(({ relativeDest }) => relativeDest === HIGHLIGHTS);
      const file = files[at];
      if (browser === 'firefox' || !file || !('absoluteSrc' in file)) return;
      files[at] = {
        relativeDest: HIGHLIGHTS,
        contents: chromiumHighlightRules(readFileSync(file.absoluteSrc, 'utf8')),
      };
    },
  },
  vite: () => ({
    // The parser's table of names, in place of one for browsers that asks the DOM through a string of HTML.
    resolve: {
      alias: {
        'decode-named-character-reference': createRequire(import.meta.url).resolve(
          'decode-named-character-reference',
        ),
      },
    },
    plugins: [glossaryPlugin()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { target: ['chrome128', 'firefox142'] },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'contextMenus',
      'scripting',
      // So that the popup knows the address of its tab where the reader has taken our access to pages back.
      'activeTab',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: ['<all_urls>'],
    content_security_policy: { extension_pages: PAGE_POLICY },
    content_scripts: [
      {
        matches: ['<all_urls>'],
        js: ['page.js'],
        css: [HIGHLIGHTS],
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
        run_at: 'document_idle',
      },
    ],
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+G' },
        description: '__MSG_commandPopup__',
      },
      'next-term': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandNext__' },
      'previous-term': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandPrevious__' },
      'toggle-site': { description: '__MSG_commandSite__' },
      'pin-selection': { description: '__MSG_commandPin__' },
      'open-panel': { description: '__MSG_commandPanel__' },
      'open-card': { suggested_key: { default: 'Alt+Shift+O' }, description: '__MSG_commandOpen__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: FIREFOX_ID,
              strict_min_version: '142.0',
              // Asked for with sync alone, which is off until the reader names a server.
              data_collection_permissions: {
                required: ['none'],
                optional: ['websiteContent', 'browsingActivity'],
              },
            },
            // Firefox for Android: without menus, keys and sidebar, which the code does not take for granted.
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
});
