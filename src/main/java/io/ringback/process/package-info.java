/**
 * The only importer of the process engine: its configuration, the delegates, the deployment of checked models. Uses
 * allocation, audit, callback, design, form, handling, list, operations, platform, process.check, process.check.bpmn,
 * process.check.rule, process.check.xml, process.contract, reception, task, trace and trial; begin at {@code OperatonCaseProcess}.
 */
@NullMarked
package io.ringback.process;

import org.jspecify.annotations.NullMarked;
