package io.ringback.list;

/** What a list asks of its open callbacks, which know their list but not the other way round. */
public interface OpenCallbacks {

    /**
     * Has the opening of every open callback of the list looked up again; until then none is offered. Joins the transaction
     * of its caller.
     *
     * @return how many
     */
    int lookUpHoursAgain(String listId);
}
