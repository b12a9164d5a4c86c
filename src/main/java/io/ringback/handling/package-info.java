/**
 * What an agent does with the case in hand: calls it, hears of its calls from the telephone system, saves its outcome.
 * Uses callback, form, list, platform and reception; begin at {@code CaseInHand}.
 */
@NullMarked
package io.ringback.handling;

import org.jspecify.annotations.NullMarked;
