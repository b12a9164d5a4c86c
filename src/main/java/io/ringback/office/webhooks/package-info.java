/**
 * The pages of webhooks and of what became of each delivery. Uses office and webhook; begin at {@code
 * WebhookPageController}.
 */
@NullMarked
package io.ringback.office.webhooks;

import org.jspecify.annotations.NullMarked;
