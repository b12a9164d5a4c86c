@NullMarked
package io.ringback.list;

import org.jspecify.annotations.NullMarked;
