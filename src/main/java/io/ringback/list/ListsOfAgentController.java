package io.ringback.list;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The lists from an agent's side; access is given and taken at the list. */
@RestController
class ListsOfAgentController {

    private final ListsOfAgents lists;

    ListsOfAgentController(ListsOfAgents lists) {
        this.lists = lists;
    }

    @GetMapping("/api/v1/accounts/{id}/lists")
    List<ListOfAgent> listsOf(@PathVariable String id) {
        return lists.of(id);
    }
}
