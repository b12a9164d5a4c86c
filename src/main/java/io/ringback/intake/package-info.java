@NullMarked
package io.ringback.intake;

import org.jspecify.annotations.NullMarked;
