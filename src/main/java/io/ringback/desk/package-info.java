/**
 * The agent's desk: what it shows, the live stream to it, and how a lost desk is noticed. Uses account, audit,
 * callback, form, handling, list, number, platform, presence, reception, recording and stream; begin at {@code DeskController}.
 */
@NullMarked
package io.ringback.desk;

import org.jspecify.annotations.NullMarked;
