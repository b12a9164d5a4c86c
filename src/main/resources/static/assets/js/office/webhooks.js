// The pages of webhooks: shows a new secret once, what came of a test, and how much is sent once more. What has a secret
// in its answer is marked data-secret.

import {at} from '../shared/address.js';
import {refreshLive} from './live.js';
import {text} from '../shared/texts.js';
import {toast} from '../shared/toasts.js';

document.addEventListener('api:done', (event) => {
    const {answer} = event.detail;
    const source = event.target;
    if (source.matches('[data-secret]')) {
        event.preventDefault();
        showSecret(source, answer);
    } else if (source.matches('[data-test]')) {
        event.preventDefault();
        showTest(answer);
    } else if (source.matches('[data-replay]')) {
        event.preventDefault();
        source.reset();
        toast({id: 'replayed', title: replayedWords(answer.replayed), kind: 'info'});
        refreshLive();
    }
});

document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy]');
    if (button) {
        await copy(document.getElementById(button.dataset.copy));
    }
});

function showSecret(source, webhook) {
    const home = document.getElementById('webhook-secret');
    home.querySelector('input').value = webhook.secret;
    home.querySelector('[data-after]').href = at(`/admin/webhooks/${encodeURIComponent(webhook.id)}`);
    home.hidden = false;
    if (source.matches('form')) {
        source.hidden = true;
    }
    const dialog = document.getElementById('ask');
    if (dialog.open) {
        dialog.addEventListener('close', () => home.focus(), {once: true}); // which gives the focus back first
    } else {
        home.focus();
    }
}

function showTest({delivered, status, error}) {
    const result = document.getElementById('webhook-test-result');
    result.className = `notice ${delivered ? 'ok' : 'danger'}`;
    result.textContent = delivered ? text('webhooks.tested', status) : text('webhooks.testFailed', error);
    result.hidden = false;
}

function replayedWords(count) {
    if (count === 0) {
        return text('webhooks.replayed.none');
    }
    return count === 1 ? text('webhooks.replayed.one') : text('webhooks.replayed', count);
}

// The clipboard is not there on pages that come by plain HTTP: then the text is marked, to be copied by hand.
async function copy(field) {
    field.select();
    try {
        await navigator.clipboard.writeText(field.value);
        toast({id: 'copied', title: text('webhooks.copied'), kind: 'success'});
    } catch {
        toast({id: 'copied', title: text('webhooks.copyByHand'), kind: 'warning'});
    }
}
