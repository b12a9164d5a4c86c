/**
 * The only importer of the process engine: its configuration, the delegates, the deployment of checked models. Uses
 * allocation, callback, form, handling, list, operations, platform, process.check, process.check.rule, process.contract,
 * reception and task; begin at {@code OperatonCaseProcess}.
 */
@NullMarked
package io.ringback.process;

import org.jspecify.annotations.NullMarked;
