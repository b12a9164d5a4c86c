// How fast a recording is played; the browser's own controls say the rest.

/** Listens for what is chosen; once per window. */
export function startSpeeds() {
    document.addEventListener('change', ({target}) => {
        if (target.matches('[data-speed]')) {
            const audio = target.closest('.player').querySelector('audio');
            audio.playbackRate = Number(target.value);
            audio.defaultPlaybackRate = audio.playbackRate;
        }
    });
}
