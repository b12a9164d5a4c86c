/**
 * What auditors ask: they find callbacks, and see of each what happened, who had it and why. Every answer given is itself
 * recorded. Uses account, audit, callback, exchange, list, number, platform, settings and trace; begin at {@code AuditSearch}.
 */
@NullMarked
package io.ringback.auditor;

import org.jspecify.annotations.NullMarked;
