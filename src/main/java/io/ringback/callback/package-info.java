/**
 * A callback from request to close: its row, the changes it can go through, its deadlines and its calls. Uses audit,
 * form, hours, list, number and platform; begin at {@code Callback}.
 */
@NullMarked
package io.ringback.callback;

import org.jspecify.annotations.NullMarked;
