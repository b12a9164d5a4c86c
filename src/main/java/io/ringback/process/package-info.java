/**
 * The only importer of the process engine: its configuration, the delegates, the checked deployment of models. Uses
 * allocation, callback, form, handling, operations, platform and reception; begin at {@code OperatonCaseProcess}.
 */
@NullMarked
package io.ringback.process;

import org.jspecify.annotations.NullMarked;
