/**
 * Answers that stay open: how many there may be, and that none outlasts the right by which it was begun. Uses account
 * and platform; begin at {@code OpenAnswers}.
 */
@NullMarked
package io.ringback.stream;

import org.jspecify.annotations.NullMarked;
