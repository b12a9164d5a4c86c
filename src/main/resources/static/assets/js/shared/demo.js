// The start page of the demo: the rate of callers follows its slider.

const form = document.getElementById('demo-rate');

if (form) {
    const rate = form.elements.rate;
    const shown = form.querySelector('output');
    rate.addEventListener('input', () => { shown.textContent = rate.value; });
    // While callers come, moving the slider is enough.
    rate.addEventListener('change', () => form.dataset.busy === 'true' && form.requestSubmit());
}
