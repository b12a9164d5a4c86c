/**
 * What designers see and work on: deployed processes, decisions and forms, their drafts, the words for what can be drawn,
 * and how drafts are deployed. Uses account, audit, platform and settings; begin at {@code Drafts}.
 */
@NullMarked
package io.ringback.design;

import org.jspecify.annotations.NullMarked;
