/**
 * What designers work on: their drafts of processes, decisions and forms, the words for what can be drawn, and how drafts are
 * deployed. Uses account, audit and platform; begin at {@code Drafts}.
 * What designers see and work on: deployed processes, decisions and forms, and their drafts. Uses platform; begin at {@code Drafts}.
 * What designers work on: their drafts of processes, decisions and forms, the words for what can be drawn, and how drafts
 * are deployed. Uses account, audit, platform and settings; begin at {@code Drafts}.
 */
@NullMarked
package io.ringback.design;

import org.jspecify.annotations.NullMarked;
