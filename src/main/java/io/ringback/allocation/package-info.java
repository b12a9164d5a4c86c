@NullMarked
package io.ringback.allocation;

import org.jspecify.annotations.NullMarked;
