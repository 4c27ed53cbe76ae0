// Starts Chromium (headless), Firefox (on a display of its own) and Chromium on a desktop with a Hangul input method, each with a fresh
// profile, and makes sure that all go away again.
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { Desktop, engines, startDisplay, stopDesktops } from './engines.mjs';

const chromiumFlags = [
    '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-first-run', '--no-default-browser-check',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-extensions',
    '--disable-features=Translate,OptimizationHints,MediaRouter', '--hide-scrollbars', '--force-color-profile=srgb',
    '--window-size=1300,900',
    // Nothing outside of this machine can be reached, whoever asks.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

const firefoxPrefs = {
    'webgl.force-enabled': true,
    'browser.download.folderList': 2,
    'browser.download.useDownloadDir': true,
    'browser.download.alwaysOpenPanel': false,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.helperApps.deleteTempFileOnExit': true,
    'dom.events.testing.asyncClipboard': true,       // navigator.clipboard without a question
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'browser.sessionstore.resume_from_crash': false,
    'toolkit.startup.max_resumed_crashes': -1,
    'layout.css.devPixelsPerPx': '1.0',
};

/** A folder of this run alone, removed by closeAll(). */
export async function freshFolder(what) {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), `dajim-${what}-`));
    folders.add(folder);
    return folder;
}

const running = new Set();
const folders = new Set();
let display;

/** One Xvfb serves the whole run. */
function sharedDisplay() { return (display ??= startDisplay('2640x1640')); }

/**
 * Launches 'chromium' or 'firefox', or Chromium in a real window on the desktop of an engine. All options may be left out:
 * `profile` (folder, kept), `language` ('ko', 'en-US' …, as the browser's own), `dark` (true or false: the system's colours),
 * `args`, `prefs` (Firefox), `density` (device pixels per CSS pixel).
 * Answers { browser, kind, downloads, close(), kill() }; kill() is SIGKILL to all its processes at once. `desktop` is an engine's.
 */
export async function launch(kind, options = {}) {
    const downloads = await freshFolder('downloads');
    const profile = options.profile ?? await freshFolder('profile');
    const common = { userDataDir: profile, defaultViewport: null, timeout: 60000, protocolTimeout: 120000, handleSIGINT: false };
    let browser, desktop;
    if (engines.includes(kind)) {
        desktop = await Desktop.start(kind, await freshFolder(kind));
        const args = [...chromiumFlags.filter((flag) => !flag.startsWith('--window-size')), '--ozone-platform=x11', '--gtk-version=3',
                      '--window-position=0,0', '--window-size=1270,880'];
        browser = await puppeteer.launch({ ...common, executablePath: '/usr/bin/chromium', headless: false, args, env: desktop.env })
            .catch(async (error) => { await desktop.stop(); throw error; });
    } else if (kind === 'chromium') {
        const args = [...chromiumFlags, ...(options.args ?? [])];
        if (options.language) args.push(`--lang=${options.language}`, `--accept-lang=${options.language}`);
        if (options.density) args.push(`--force-device-scale-factor=${options.density}`);
        browser = await puppeteer.launch({ ...common, executablePath: '/usr/bin/chromium', headless: true, args });
    } else {
        const { name } = await sharedDisplay();
        const prefs = { ...firefoxPrefs, 'browser.download.dir': downloads, ...options.prefs };
        if (options.language) prefs['intl.accept_languages'] = options.language;
        if (options.dark !== undefined) prefs['layout.css.prefers-color-scheme.content-override'] = options.dark ? 0 : 1;
        if (options.density) prefs['layout.css.devPixelsPerPx'] = String(options.density);
        const whole = '/usr/lib/firefox-esr/firefox-esr';
        browser = await puppeteer.launch({
            ...common, browser: 'firefox', executablePath: existsSync(whole) ? whole : '/usr/bin/firefox-esr', headless: false,
            extraPrefsFirefox: prefs, args: ['--width=1400', '--height=1000', ...(options.args ?? [])],
            env: { ...process.env, DISPLAY: name, LIBGL_ALWAYS_SOFTWARE: '1', MOZ_CRASHREPORTER_DISABLE: '1', HOME: profile },
        });
    }
    const child = browser.process();
    const ended = new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) resolve();
        child.once('exit', resolve);
    });
    const kill = async () => {
        try {
            process.kill(-child.pid, 'SIGKILL');  // puppeteer gives every browser a process group of its own
        } catch {
            child.kill('SIGKILL');
        }
        await ended;
        await desktop?.stop();
        running.delete(one);
    };
    const close = async () => {
        if (!running.has(one)) return;
        let timer;
        const patience = new Promise((resolve) => { timer = setTimeout(resolve, 15000); });
        await Promise.race([browser.close().catch(() => {}).then(() => ended), patience]);
        clearTimeout(timer);
        await kill();
    };
    const one = { browser, kind: desktop ? 'chromium' : kind, downloads, profile, desktop, close, kill };
    running.add(one);
    return one;
}

/** Ends everything this module started and removes its folders. */
export async function closeAll() {
    await Promise.all([...running].map((one) => one.kill()));
    await stopDesktops();
    if (display) (await display.catch(() => null))?.process.kill();
    for (const folder of folders) await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => {});
}
