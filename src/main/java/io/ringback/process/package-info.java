@NullMarked
package io.ringback.process;

import org.jspecify.annotations.NullMarked;
