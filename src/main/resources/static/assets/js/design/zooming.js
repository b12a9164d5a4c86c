// Zooming in drawings.

const STEP = 1.25;

/** Zooms a canvas of diagram-js: `in`, `out`, or to `fit`. */
export function zoomCanvas(canvas, way) {
    if (way === 'fit') {
        canvas.resized();
        canvas.zoom('fit-viewport', 'auto');
    } else {
        canvas.zoom(canvas.zoom() * (way === 'in' ? STEP : 1 / STEP));
    }
}

/** Has the buttons of the page zoom what `zoom` zooms. */
export function wireZoom(zoom) {
    document.querySelectorAll('[data-zoom]').forEach((button) => button.addEventListener('click', () => zoom(button.dataset.zoom)));
}
