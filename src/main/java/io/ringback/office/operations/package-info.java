/**
 * The page that tells how the server is and what has failed. Uses callback, design, office, operations and webhook; begin
 * at {@code OperationsPageController}.
 */
@NullMarked
package io.ringback.office.operations;

import org.jspecify.annotations.NullMarked;
