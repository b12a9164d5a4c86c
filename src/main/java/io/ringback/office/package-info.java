/**
 * The frame around every page of supervisors and administrators, and what several of them show; the pages are in the packages
 * below it. Nothing else imports them. Uses account, audit, callback, form, list, number, platform, recording and task; begin
 * at {@code OfficePage}.
 */
@NullMarked
package io.ringback.office;

import org.jspecify.annotations.NullMarked;
