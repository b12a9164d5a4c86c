-- What is left to do after a callback is for people of a group, or of the role that stands for the back office
-- (docs/decisions/069).

ALTER TABLE ringback.account
    DROP CONSTRAINT account_roles_check,
    ADD CONSTRAINT account_roles_check CHECK (
        roles <@ ARRAY ['INTEGRATOR', 'AGENT', 'BACK_OFFICE', 'SUPERVISOR', 'DESIGNER', 'AUDITOR', 'ADMIN']
        AND array_position(roles, NULL) IS NULL),
    ADD COLUMN groups text[] NOT NULL DEFAULT '{}' CHECK (
        cardinality(groups) <= 50 AND array_position(groups, NULL) IS NULL);
