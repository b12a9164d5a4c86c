/**
 * The pages of who may sign in, and what they may do. Uses account, list, office, platform and presence; begin at
 * {@code PeoplePageController}.
 */
@NullMarked
package io.ringback.office.people;

import org.jspecify.annotations.NullMarked;
