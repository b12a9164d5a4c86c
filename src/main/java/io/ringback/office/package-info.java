/**
 * The frame around every page of supervisors and administrators; the pages are in the packages below it. Nothing else
 * imports them. Uses account and platform; begin at {@code OfficePage}.
 */
@NullMarked
package io.ringback.office;

import org.jspecify.annotations.NullMarked;
