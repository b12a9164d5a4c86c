package io.ringback.operations;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The models and what is wrong with them. */
@RestController
@RequestMapping("/api/v1/models")
class ModelsController {

    private final ModelState models;

    ModelsController(ModelState models) {
        this.models = models;
    }

    /** The files each node has found when it started, and the versions of processes that have gone wrong. */
    @GetMapping
    Models models() {
        return new Models(models.files(IncidentController.SHOWN), models.faults(IncidentController.SHOWN));
    }

    record Models(List<ModelState.File> files, List<ModelState.Fault> faults) {}
}
