/**
 * Tables out and requests in, as files: CSV that spreadsheets and programs both read, and JSON. Uses account, audit,
 * callback, intake, list, number, platform, presence and stream; begin at {@code Imports}.
 */
@NullMarked
package io.ringback.exchange;

import org.jspecify.annotations.NullMarked;
