@NullMarked
package io.ringback.supervision;

import org.jspecify.annotations.NullMarked;
