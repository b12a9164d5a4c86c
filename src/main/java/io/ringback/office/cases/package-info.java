/**
 * The pages on which callbacks are looked for and looked at. Uses account, audit, callback, form, list, number, office
 * and platform; begin at {@code CasePageController}.
 */
@NullMarked
package io.ringback.office.cases;

import org.jspecify.annotations.NullMarked;
