/**
 * Events that are sent to other programs: the stream of all changes, webhooks, and what became of each delivery. Uses
 * audit, callback, list, platform and settings; begin at {@code OutgoingEvents}.
 */
@NullMarked
package io.ringback.webhook;

import org.jspecify.annotations.NullMarked;
