/**
 * Callback lists: their settings and hours, who works on them, and their live numbers. Uses account, audit, hours,
 * platform, presence and settings; begin at {@code Lists}.
 */
@NullMarked
package io.ringback.list;

import org.jspecify.annotations.NullMarked;
