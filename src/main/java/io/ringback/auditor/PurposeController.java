package io.ringback.auditor;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The setting that says who has to say what they look for. */
@RestController
@RequestMapping("/api/v1/audit/purpose")
class PurposeController {

    private final AskedPurpose asked;

    PurposeController(AskedPurpose asked) {
        this.asked = asked;
    }

    @GetMapping
    PurposeRequest setting() {
        return new PurposeRequest(asked.of());
    }

    @PutMapping
    PurposeRequest change(@RequestBody @Valid PurposeRequest wanted) {
        asked.of(wanted.askedOf());
        return wanted;
    }
}
