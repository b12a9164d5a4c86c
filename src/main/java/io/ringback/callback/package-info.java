@NullMarked
package io.ringback.callback;

import org.jspecify.annotations.NullMarked;
