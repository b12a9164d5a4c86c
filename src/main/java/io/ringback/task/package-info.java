/**
 * What processes have for people to do beside the calls: a back office claims a task, answers its form and completes it.
 * Uses account, callback, form, list and platform; begin at {@code TaskDesk}.
 */
@NullMarked
package io.ringback.task;

import org.jspecify.annotations.NullMarked;
