/**
 * The pages on which a file of requests is sent, looked at and confirmed. Uses audit, callback, exchange, list and office;
 * begin at {@code ImportPageController}.
 */
@NullMarked
package io.ringback.office.imports;

import org.jspecify.annotations.NullMarked;
