/**
 * Who is there: whether an agent is at the desk, receiving, with a case or in a call, and what for agents are away. Uses
 * account, audit, platform and settings; begin at {@code Presence}.
 */
@NullMarked
package io.ringback.presence;

import org.jspecify.annotations.NullMarked;
