// Sounds made on the spot: no files to load, no licences to keep. Each is a list of notes: start (s), pitch (Hz), length
// (s), strength, wave. Browsers stay silent until the user has done something in the page; play() says so.

const SOUNDS = {
    chime: [note(0, 659, 0.9, 0.5), note(0.18, 880, 1.2, 0.5), note(0.18, 1760, 0.5, 0.1)],
    bell: [note(0, 830, 1.8, 0.45), note(0, 1992, 1.1, 0.2), note(0, 2739, 0.7, 0.12), note(0, 4399, 0.4, 0.06)],
    knock: [0, 0.16, 0.48, 0.64].flatMap((at) => [note(at, 180, 0.09, 0.9), note(at, 90, 0.12, 0.7, 'triangle')]),
    marimba: [523, 659, 784, 1047].flatMap((hertz, index) => {
        const at = index * 0.11;
        return [note(at, hertz, 0.45, 0.55), note(at, hertz * 4, 0.1, 0.15)];
    }),
    warning: [0, 0.3, 0.6].flatMap((at) => {
        return [note(at, 988, 0.14, 0.3, 'square'), note(at + 0.14, 740, 0.14, 0.3, 'square')];
    }),
};
const GESTURES = ['pointerdown', 'keydown', 'touchend'];
const PATIENCE = 300;

let context;

/** The names of the sounds that announce a case; `warning` is one apart. */
export const CASE_SOUNDS = ['chime', 'bell', 'knock', 'marimba'];

/** Plays it at a volume of 0 to 1. Resolves to "played", "blocked" (no gesture yet) or "none" (nothing to play). */
export async function play(name, volume = 1) {
    const notes = SOUNDS[name];
    if (!notes || volume <= 0 || !available()) {
        return 'none';
    }
    if (!(await running())) {
        return 'blocked';
    }
    const loudness = context.createGain();
    loudness.gain.value = Math.min(1, volume) ** 2; // as the ear hears it
    loudness.connect(context.destination);
    const start = context.currentTime + 0.02;
    const voices = notes.map((each) => sing(each, start, loudness));
    Promise.all(voices).then(() => loudness.disconnect());
    return 'played';
}

/** Whether the browser would not let a sound be heard now. */
export function soundBlocked() {
    return available() && context?.state !== 'running';
}

GESTURES.forEach((gesture) => addEventListener(gesture, unlock, {capture: true, passive: true}));

// The first gesture may come before the first sound: the context is made in it.
function unlock() {
    if (!available()) {
        return;
    }
    running().then((runs) => {
        if (runs) {
            GESTURES.forEach((gesture) => removeEventListener(gesture, unlock, {capture: true}));
        }
    });
}

function available() {
    return typeof AudioContext === 'function';
}

async function running() {
    context ??= new AudioContext();
    if (context.state !== 'running') {
        // Without a gesture resume() neither succeeds nor fails.
        await Promise.race([context.resume().catch(() => {}), new Promise((done) => setTimeout(done, PATIENCE))]);
    }
    return context.state === 'running';
}

function note(at, hertz, length, strength, wave = 'sine') {
    return {at, hertz, length, strength, wave};
}

function sing({at, hertz, length, strength, wave}, start, output) {
    const oscillator = new OscillatorNode(context, {type: wave, frequency: hertz});
    const envelope = new GainNode(context, {gain: 0});
    const begin = start + at;
    envelope.gain.setValueAtTime(0, begin);
    envelope.gain.linearRampToValueAtTime(strength, begin + 0.008);
    envelope.gain.exponentialRampToValueAtTime(0.0005, begin + length);
    oscillator.connect(envelope).connect(output);
    oscillator.start(begin);
    oscillator.stop(begin + length);
    return new Promise((done) => (oscillator.onended = done));
}
