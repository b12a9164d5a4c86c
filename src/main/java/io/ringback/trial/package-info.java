/**
 * Plays cases on drafts of processes, as they would go for real, and takes everything back: for designers who try a change,
 * and for the check of whatever is deployed. Uses audit, callback, design, handling, intake, list, number, platform and reception;
 * begin at {@code Trials}.
 */
@NullMarked
package io.ringback.trial;

import org.jspecify.annotations.NullMarked;
