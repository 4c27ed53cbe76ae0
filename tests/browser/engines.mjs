// A desktop with a real Hangul input method: an X display, a bus, a window manager, ibus-hangul or fcitx5-hangul, and fingers on its
// keyboard and mouse. Everything lies in a home folder of its own and ends with it.
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { until } from './desk.mjs';

export const engines = ['ibus', 'fcitx5'];

/** Starts an X server; answers { name, process }. `-displayfd` finds a number that nobody else has. */
export function startDisplay(screen) {
    return new Promise((resolve, reject) => {
        const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${screen}x24`, '-nolisten', 'tcp'],
                             { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
        server.once('error', reject);
        server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
        server.stdio[3].once('data', (number) => resolve({ name: ':' + String(number).trim(), process: server }));
    });
}

/**
 * What the settings of each are, and how it is started; `ready` says its engine's name once it is. `told` are the calls by which a text
 * says where its caret is, on the bus that `bus` names.
 */
const recipes = {
    ibus: {
        module: 'ibus',
        files: { '.config/glib-2.0/settings/keyfile': [
            '[org/freedesktop/ibus/general]', "preload-engines=['hangul']", 'use-system-keyboard-layout=true', '',
            '[org/freedesktop/ibus/engine/hangul]', "hangul-keyboard='2'", "initial-input-mode='hangul'", ''] },
        start: ['ibus-daemon', '--replace', '--panel=disable', '--emoji-extension=disable'],
        ready: ['sh', '-c', 'ibus engine hangul; ibus engine'],
        bus: ['ibus', 'address'],
        told: ["interface='org.freedesktop.IBus.InputContext',member='SetCursorLocation'"],
    },
    fcitx5: {
        module: 'fcitx',
        files: {
            '.config/fcitx5/profile': [
                '[Groups/0]', 'Name=Default', 'Default Layout=us', 'DefaultIM=hangul', '', '[Groups/0/Items/0]', 'Name=keyboard-us',
                'Layout=', '', '[Groups/0/Items/1]', 'Name=hangul', 'Layout=', '', '[GroupOrder]', '0=Default', ''],
            '.config/fcitx5/config': ['[Behavior]', 'ActiveByDefault=True', 'ShareInputState=All', ''],
            '.config/fcitx5/conf/hangul.conf': ['Keyboard=Dubeolsik', 'WordCommit=False', 'AutoReorder=True', ''],
        },
        start: ['fcitx5', '--disable=wayland,waylandim,notificationitem,kimpanel,classicui', '--replace'],
        ready: ['sh', '-c', 'fcitx5-remote -s hangul; fcitx5-remote -o; fcitx5-remote -n'],
        bus: ['sh', '-c', 'echo "$DBUS_SESSION_BUS_ADDRESS"'],
        told: ['SetCursorRect', 'SetCursorRectV2'].map((call) => `interface='org.fcitx.Fcitx.InputContext1',member='${call}'`),
    },
};

const begun = new Set();

/** One such desktop. */
export class Desktop {
    static async start(engine, home) {
        const desktop = new Desktop();
        Object.assign(desktop, { engine, home, running: [], caret: null });
        begun.add(desktop);
        try {
            await desktop.begin();
        } catch (error) {
            await desktop.stop();
            throw error;
        }
        return desktop;
    }

    async begin() {
        const { module, files, start, ready, bus: where, told } = recipes[this.engine];
        for (const [name, lines] of Object.entries(files)) {
            await fs.mkdir(path.dirname(path.join(this.home, name)), { recursive: true });
            await fs.writeFile(path.join(this.home, name), lines.join('\n'));
        }
        const runtime = path.join(this.home, 'runtime');
        await fs.mkdir(runtime, { mode: 0o700 });
        const display = await startDisplay('1280x900');
        this.running.push(display.process);
        // Whatever the bus starts for them finds the same home and the same settings: plain files.
        this.env = {
            PATH: process.env.PATH, HOME: this.home, XDG_RUNTIME_DIR: runtime, LANG: 'C.UTF-8', DISPLAY: display.name, NO_AT_BRIDGE: '1',
            GSETTINGS_BACKEND: 'keyfile', GTK_IM_MODULE: module, QT_IM_MODULE: module, XMODIFIERS: `@im=${module}`,
        };
        const bus = this.spawn(['dbus-daemon', '--session', '--nofork', '--print-address=1']);
        this.env.DBUS_SESSION_BUS_ADDRESS = await new Promise((resolve, reject) => {
            bus.stdout.once('data', (address) => resolve(String(address).trim()));
            bus.once('error', reject);
            bus.once('exit', (code) => reject(new Error(`the bus ended with ${code}`)));
        });
        this.spawn(['openbox']);
        // Chromium asks at its start whether windows are managed, and never again.
        await until(async () => /^\d/.test(await this.ask(['xdotool', 'get_num_desktops'])), 'windows are managed', 30000);
        this.spawn(start);
        await until(async () => /^hangul$/m.test(await this.ask(ready)), `${this.engine} composes Hangul`, 30000);
        this.listen(this.spawn(['dbus-monitor', '--address', (await this.ask(where)).trim(), ...told]).stdout);
    }
    /** Keeps where the engine was last told the caret is, { x, y, height } on the screen; there it opens its lists. */
    listen(calls) {
        let said = '';
        calls.on('data', (more) => {
            said = (said + more).slice(-4000);
            const last = [...said.matchAll(/member=SetCursor\w+\n((?:\s+int32 -?\d+\n){4})/g)].at(-1);
            if (!last) return;
            const [x, y, , height] = last[1].match(/-?\d+(?=\n)/g).map(Number);
            this.caret = { x, y, height };
        });
    }

    spawn([command, ...words]) {
        const child = spawn(command, words, { env: this.env, stdio: ['pipe', 'pipe', 'ignore'], detached: true });
        child.once('error', () => {});
        this.running.push(child);
        return child;
    }
    /** What a command says when it is done. */
    ask([command, ...words]) {
        return new Promise((resolve) => {
            const child = spawn(command, words, { env: this.env, stdio: ['ignore', 'pipe', 'ignore'] });
            let said = '';
            child.stdout.on('data', (more) => { said += more; });
            child.once('error', () => resolve(said));
            child.once('close', () => resolve(said));
        });
    }

    /** Fingers: one command of xdotool, done when the display has it. */
    async finger(...words) { await this.ask(['xdotool', ...words.map(String)]); }

    async stop() {
        for (const child of this.running.reverse()) {
            try {
                process.kill(child.spawnargs[0] === 'Xvfb' ? child.pid : -child.pid, 'SIGKILL');
            } catch {
                // Gone already.
            }
        }
        this.running = [];
        begun.delete(this);
    }
}

/** Ends them all, also one that is just being started. */
export async function stopDesktops() { await Promise.all([...begun].map((desktop) => desktop.stop())); }
