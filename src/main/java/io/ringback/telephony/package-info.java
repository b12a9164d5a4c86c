@NullMarked
package io.ringback.telephony;

import org.jspecify.annotations.NullMarked;
