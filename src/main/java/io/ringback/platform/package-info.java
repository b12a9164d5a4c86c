/**
 * What every feature stands on, by meaning in the packages below; none of it knows callbacks. Uses no other package.
 */
@NullMarked
package io.ringback.platform;

import org.jspecify.annotations.NullMarked;
