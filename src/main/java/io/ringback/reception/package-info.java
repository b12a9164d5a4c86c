/**
 * Whether an agent receives callbacks just now, and why that has ended. Uses account, audit, callback, list,
 * platform and presence; begin at {@code Receptions}.
 */
@NullMarked
package io.ringback.reception;

import org.jspecify.annotations.NullMarked;
