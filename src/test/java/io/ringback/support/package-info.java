/** Devices that tests of every feature share. */
@NullMarked
package io.ringback.support;

import org.jspecify.annotations.NullMarked;
