-- What was seen as a callback was given to an agent (docs/decisions/078, 087), told of with fewer looks: what the statement that
-- locks the callback knows is given to the function; eligible ones are counted only where the statement before has not shown
-- them all, which showed at least eight then; and those earlier in turn are looked through only where there are any.
DROP FUNCTION ringback.allocation_seen(uuid, text, timestamptz, uuid[]);

CREATE FUNCTION ringback.allocation_seen(
    given uuid, on_list text, attempts integer, released_by text, expedited_at timestamptz, priority integer, agreed boolean,
    turn_at timestamptz, created_at timestamptz, to_agent text, idle timestamptz, at timestamptz, shown uuid[],
    OUT lists text[], OUT joined bigint, OUT eligible bigint, OUT skipped text[], OUT earlier text[],
    OUT waiting bigint, OUT waiting_longer bigint, OUT called boolean)
    LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
DECLARE
    first_in_turn uuid;
    some_set_aside boolean;
BEGIN
    called := allocation_seen.released_by IS NULL
        AND (attempts > 0 OR EXISTS (SELECT FROM ringback.attempt made WHERE made.callback_id = given));

    SELECT array_agg(la.list_id ORDER BY la.list_id), count(*) INTO lists, joined
    FROM ringback.list_agent la WHERE la.agent_id = to_agent AND la.active;
    lists := lists[1:100];

    eligible := cardinality(shown);
    IF eligible >= 8 THEN
        SELECT count(*) INTO eligible FROM (
            SELECT FROM ringback.callback k
            WHERE k.kept_for = to_agent AND k.kept_until > at AND k.closed_at IS NULL AND k.status IN ('WAITING', 'SCHEDULED')
              AND k.eligible_at <= at AND k.set_aside_at IS NULL AND k.cancel_requested_at IS NULL AND k.offering <> 'NOT_YET'
                   AND (k.offer_until IS NULL OR k.offer_until > at) AND k.expires_at > at
              AND EXISTS (SELECT FROM ringback.list_agent access WHERE access.list_id = k.list_id AND access.agent_id = to_agent)
            UNION ALL
            SELECT FROM unnest(lists) AS l (id) CROSS JOIN LATERAL (
                (SELECT FROM ringback.callback k
                 WHERE k.list_id = l.id AND k.status = 'WAITING' AND k.set_aside_at IS NULL AND k.cancel_requested_at IS NULL AND k.offering <> 'NOT_YET'
                   AND (k.offer_until IS NULL OR k.offer_until > at) AND k.expires_at > at AND (k.kept_until IS NULL OR k.kept_until <= at)
                 LIMIT 51)
                UNION ALL
                (SELECT FROM ringback.callback k
                 WHERE k.list_id = l.id AND k.status = 'SCHEDULED' AND k.set_aside_at IS NULL AND k.eligible_at <= at
                   AND k.cancel_requested_at IS NULL AND k.offering <> 'NOT_YET'
                   AND (k.offer_until IS NULL OR k.offer_until > at) AND k.expires_at > at AND (k.kept_until IS NULL OR k.kept_until <= at)
                 LIMIT 51)) turn
            LIMIT 51) counted;
    END IF;

    SELECT count(*), count(*) FILTER (WHERE w.idle_since < coalesce(idle, 'infinity'))
    INTO waiting, waiting_longer
    FROM (SELECT a.idle_since FROM ringback.list_agent la JOIN ringback.agent a ON a.id = la.agent_id
          WHERE la.list_id = on_list AND la.active AND a.idle_since IS NOT NULL
          ORDER BY a.idle_since LIMIT 100) w;

    IF given <> shown[1] THEN
        SELECT array_agg(x.id || ' ' || CASE WHEN x.status NOT IN ('WAITING', 'SCHEDULED') THEN 'TAKEN'
                   WHEN x.set_aside_at IS NOT NULL THEN 'SET_ASIDE'
                   WHEN x.cancel_requested_at IS NOT NULL THEN 'TO_BE_CANCELLED'
                   WHEN x.offering = 'NOT_YET' THEN 'HELD_BACK'
                   WHEN x.expires_at <= at THEN 'EXPIRED'
                   WHEN x.offer_until <= at OR x.eligible_at > at THEN 'OUTSIDE_HOURS'
                   WHEN x.kept_until > at AND x.kept_for <> to_agent THEN 'KEPT_FOR_ANOTHER'
                   WHEN NOT EXISTS (
                       SELECT FROM ringback.list_agent la JOIN ringback.agent a ON a.id = la.agent_id
                       WHERE la.list_id = x.list_id AND la.active AND la.agent_id <> to_agent AND a.idle_since IS NOT NULL
                         AND CASE WHEN x.released_by IS NOT NULL THEN x.released_by = to_agent
                                  WHEN x.attempt_count > 0 OR EXISTS (
                                          SELECT FROM ringback.attempt made WHERE made.callback_id = x.id)
                                      THEN a.idle_since < coalesce(idle, 'infinity')
                                  ELSE false END) THEN 'LOCKED'
                   WHEN x.released_by IS NOT NULL THEN 'GIVEN_BACK' ELSE 'SECOND_TRY' END)
        INTO skipped FROM ringback.callback x WHERE x.id = ANY (shown[1:20]);
    END IF;

    SELECT (SELECT x.id FROM ringback.callback x
            WHERE x.list_id = on_list AND x.status = 'WAITING' AND x.set_aside_at IS NULL
            ORDER BY x.expedited_at DESC NULLS LAST, x.priority DESC, x.time_agreed DESC,
                     CASE WHEN x.time_agreed THEN x.eligible_at ELSE x.priority_at END, x.created_at, x.id
            LIMIT 1),
           EXISTS (SELECT FROM ringback.callback x
                   WHERE x.set_aside_at IS NOT NULL AND x.list_id = on_list AND x.status IN ('WAITING', 'SCHEDULED')
                     AND x.eligible_at <= at)
    INTO first_in_turn, some_set_aside;

    IF first_in_turn IS DISTINCT FROM given OR some_set_aside THEN
        SELECT array_agg(x.id || ' ' || x.why) INTO earlier FROM (
            SELECT t.*, CASE WHEN t.status NOT IN ('WAITING', 'SCHEDULED') THEN 'TAKEN'
                       WHEN t.set_aside_at IS NOT NULL THEN 'SET_ASIDE'
                       WHEN t.cancel_requested_at IS NOT NULL THEN 'TO_BE_CANCELLED'
                       WHEN t.offering = 'NOT_YET' THEN 'HELD_BACK'
                       WHEN t.expires_at <= at THEN 'EXPIRED'
                       WHEN t.offer_until <= at OR t.eligible_at > at THEN 'OUTSIDE_HOURS'
                       WHEN t.kept_until > at AND t.kept_for <> to_agent THEN 'KEPT_FOR_ANOTHER' END AS why FROM (
                (SELECT x.id, x.status, x.set_aside_at, x.cancel_requested_at, x.offering, x.expires_at, x.offer_until, x.eligible_at,
                        x.kept_until, x.kept_for, x.expedited_at, x.priority, x.time_agreed, x.priority_at, x.created_at
                 FROM ringback.callback x
                 WHERE x.list_id = on_list AND x.status = 'WAITING' AND x.set_aside_at IS NULL
                 ORDER BY x.expedited_at DESC NULLS LAST, x.priority DESC, x.time_agreed DESC,
                          CASE WHEN x.time_agreed THEN x.eligible_at ELSE x.priority_at END, x.created_at, x.id
                 LIMIT 8)
                UNION ALL
                (SELECT x.id, x.status, x.set_aside_at, x.cancel_requested_at, x.offering, x.expires_at, x.offer_until, x.eligible_at,
                        x.kept_until, x.kept_for, x.expedited_at, x.priority, x.time_agreed, x.priority_at, x.created_at
                 FROM ringback.callback x
                 WHERE x.set_aside_at IS NOT NULL AND x.list_id = on_list AND x.status IN ('WAITING', 'SCHEDULED')
                   AND x.eligible_at <= at
                 LIMIT 8)) t) x
        WHERE x.why IS NOT NULL
          AND (coalesce(allocation_seen.expedited_at, '-infinity'), allocation_seen.priority, agreed,
               CASE WHEN x.time_agreed THEN x.eligible_at ELSE x.priority_at END, x.created_at, x.id)
            < (coalesce(x.expedited_at, '-infinity'), x.priority, x.time_agreed,
               turn_at, allocation_seen.created_at, given);
    END IF;
END
$$;
