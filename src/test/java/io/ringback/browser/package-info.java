/** What people do and see at the pages, in a real browser. */
@NullMarked
package io.ringback.browser;

import org.jspecify.annotations.NullMarked;
