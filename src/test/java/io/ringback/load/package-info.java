/** Drives a running server over HTTP as fast as it goes, measures it and checks its rules. */
@NullMarked
package io.ringback.load;

import org.jspecify.annotations.NullMarked;
