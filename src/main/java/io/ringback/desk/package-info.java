@NullMarked
package io.ringback.desk;

import org.jspecify.annotations.NullMarked;
