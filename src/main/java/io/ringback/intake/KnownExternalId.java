package io.ringback.intake;

import io.ringback.list.CallbackList;
import io.ringback.platform.problem.InvalidField;

/**
 * The request that came last with an external id.
 *
 * @param phoneNumber in E.164
 * @param open whether its callback is still open, or the one that was merged into
 */
public record KnownExternalId(String listId, String phoneNumber, boolean open) {

    /**
     * Whether another request with that id is this one sent again, rather than a new one.
     *
     * @param number in E.164
     * @throws InvalidField when the external id is that of another request, or has been used up
     */
    public boolean isSentAgain(CallbackList list, String number) {
        if (open && !listId.equals(list.id())) {
            throw new InvalidField(
                    "externalId",
                    "is that of an open callback on another list; use an id of its own for each request",
                    "EXTERNAL_ID_OF_ANOTHER_LIST");
        }
        if (open && !phoneNumber.equals(number)) {
            throw new InvalidField(
                    "externalId",
                    "is that of an open callback with another phoneNumber; use an id of its own for each request",
                    "EXTERNAL_ID_OF_ANOTHER_NUMBER");
        }
        if (!open && list.policy().externalIdOnce()) {
            throw new InvalidField(
                    "externalId",
                    "has been used before, and this list takes each external id only once",
                    "EXTERNAL_ID_USED");
        }
        return open;
    }

    /** Without the number, which belongs in no log. */
    @Override
    public String toString() {
        return "LastOfId[listId=%s, open=%s]".formatted(listId, open);
    }
}
