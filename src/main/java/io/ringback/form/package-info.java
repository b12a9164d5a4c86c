/**
 * The forms that calls are classified by, as form-js draws them: which answers they allow. Knows neither cases nor the
 * engine.
 */
@NullMarked
package io.ringback.form;

import org.jspecify.annotations.NullMarked;
