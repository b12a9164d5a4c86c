/**
 * What designers work on: their drafts of processes, decisions and forms, and how these are deployed. Uses audit and
 * platform; begin at {@code Drafts}.
 * What designers work on: their drafts of processes, decisions and forms, and the words for what can be drawn. Uses
 * account, audit and platform; begin at {@code Drafts}.
 */
@NullMarked
package io.ringback.design;

import org.jspecify.annotations.NullMarked;
