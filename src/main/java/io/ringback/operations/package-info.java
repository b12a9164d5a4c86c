/** Is it well? Health, figures for monitoring, and what has failed and can be tried again. */
@NullMarked
package io.ringback.operations;

import org.jspecify.annotations.NullMarked;
