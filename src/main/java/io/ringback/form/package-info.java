/**
 * The forms that calls are classified by, as form-js draws them: which answers they allow. Uses platform; begin at
 * {@code FormAnswersCheck}.
 */
@NullMarked
package io.ringback.form;

import org.jspecify.annotations.NullMarked;
