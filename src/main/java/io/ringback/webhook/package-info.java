/** Events that are sent to other programs: the stream of all changes, webhooks, and what became of each delivery. */
@NullMarked
package io.ringback.webhook;

import org.jspecify.annotations.NullMarked;
