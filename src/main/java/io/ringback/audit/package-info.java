@NullMarked
package io.ringback.audit;

import org.jspecify.annotations.NullMarked;
