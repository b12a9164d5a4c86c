@NullMarked
package io.ringback.reception;

import org.jspecify.annotations.NullMarked;
