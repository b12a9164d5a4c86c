/** Tables out and requests in, as files: CSV that spreadsheets and programs both read, and JSON. */
@NullMarked
package io.ringback.exchange;

import org.jspecify.annotations.NullMarked;
