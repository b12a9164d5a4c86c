/**
 * The pages of auditors. Uses account, audit, auditor, callback, design, evidence, figures, list, number, office, platform,
 * presence, reception and trace; begin at {@code SearchPageController}.
 */
@NullMarked
package io.ringback.office.auditor;

import org.jspecify.annotations.NullMarked;
