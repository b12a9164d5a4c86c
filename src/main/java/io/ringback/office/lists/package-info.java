/**
 * The pages of the callback lists: settings with a preview, calling hours, history. Uses account, audit, form,
 * hours, intake, list, office, platform and presence; begin at {@code ListPageController}.
 */
@NullMarked
package io.ringback.office.lists;

import org.jspecify.annotations.NullMarked;
