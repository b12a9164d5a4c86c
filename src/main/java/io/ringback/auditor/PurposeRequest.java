package io.ringback.auditor;

import jakarta.validation.constraints.NotNull;

/** @param askedOf who has to say what they look for before they see callers' data */
record PurposeRequest(@NotNull PurposeOf askedOf) {}
