/**
 * The pages of designers. Uses account, design, list, office and platform; begin at {@code ModelPageController}.
 */
@NullMarked
package io.ringback.office.design;

import org.jspecify.annotations.NullMarked;
