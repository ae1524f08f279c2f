/** Installs what the system needs: browsers, and fonts for Chinese; on Debian and Ubuntu, as root, by apt-get. */
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { run } from './run.mjs';
import { locateBrowser } from './browsers.mjs';

const PACKAGES = { chromium: 'chromium', firefox: 'firefox-esr', fonts: 'fonts-noto-cjk' };

const canInstall = () =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  existsSync('/etc/debian_version') &&
  existsSync('/usr/bin/apt-get');

function hasChineseFonts() {
  if (process.platform !== 'linux') return true;
  const listed = spawnSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

const isThere = (what) => (what === 'fonts' ? hasChineseFonts() : locateBrowser(what) !== null);

/**
 * @param {readonly ('chromium' | 'firefox' | 'fonts')[]} needed
 * @throws with what to install, where it cannot be done from here.
 */
export async function installSystem(needed) {
  const missing = needed.filter((what) => !isThere(what));
  if (missing.length === 0) return;
  const names = missing.map((what) => PACKAGES[what]);
  if (!canInstall()) {
    // Without the fonts all works, only the pictures show boxes.
    if (missing.every((what) => what === 'fonts')) return;
    throw new Error(howTo(missing, names));
  }
  console.error(`Installing ${names.join(', ')} (apt-get) …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [
    ['update', '-q'],
    ['install', '-q', '-y', '--no-install-recommends', ...names],
  ];
  for (const args of steps) {
    const { code, output } = await run('apt-get', args, { quiet: true, env });
    if (code === 0) continue;
    console.error(output);
    throw new Error(
      `apt-get ${args[0]} failed: see above. Install ${names.join(', ')} by hand, then try again.`,
    );
  }
  const still = missing.filter((what) => what !== 'fonts' && !isThere(what));
  if (still.length > 0) throw new Error(howTo(still, names));
}

function howTo(missing, names) {
  const wanted = missing.filter((what) => what !== 'fonts');
  const titles = { chromium: 'Chromium, Chrome or Edge', firefox: 'Firefox' };
  const lines = [`Needed, and not found: ${wanted.map((what) => titles[what]).join('; ')}.`];
  if (process.platform === 'linux') lines.push(`  On Debian: sudo apt-get install ${names.join(' ')}`);
  else lines.push('  Install it from its maker’s site, in the usual place.');
  lines.push('  A browser elsewhere is named by MANICULE_CHROMIUM or MANICULE_FIREFOX (its path).');
  return lines.join('\n');
}
