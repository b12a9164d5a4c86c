/** Reads XML that nobody vouches for, and walks it. Uses no other package; begin at {@code SafeXml}. */
@NullMarked
package io.ringback.process.check.xml;

import org.jspecify.annotations.NullMarked;
