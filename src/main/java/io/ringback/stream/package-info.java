/**
 * Answers that stay open: how many there may be, and that none outlasts the right by which it was begun. Everything that
 * is sent for longer than a moment (events, files, recordings) is registered here.
 */
@NullMarked
package io.ringback.stream;

import org.jspecify.annotations.NullMarked;
