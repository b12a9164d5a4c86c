/**
 * The page on which callers are forgotten, and what is kept of them is taken out. Uses account, audit, erasure, list,
 * office and platform; begin at {@code ErasurePageController}.
 */
@NullMarked
package io.ringback.office.erasure;

import org.jspecify.annotations.NullMarked;
