/**
 * The pages of designers. Uses account, design, office and platform; begin at {@code DraftPageController}.
 */
@NullMarked
package io.ringback.office.design;

import org.jspecify.annotations.NullMarked;
