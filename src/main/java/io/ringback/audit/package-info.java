/**
 * The trail of everything that has happened, which is only ever added to. Uses platform; begin at {@code AuditTrail}.
 */
@NullMarked
package io.ringback.audit;

import org.jspecify.annotations.NullMarked;
