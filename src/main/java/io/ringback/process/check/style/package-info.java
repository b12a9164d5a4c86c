/**
 * How models should be drawn for people to read them. Uses process.check.bpmn, process.check.rule and process.check.xml;
 * begin at {@code StyleCheck}.
 */
@NullMarked
package io.ringback.process.check.style;

import org.jspecify.annotations.NullMarked;
