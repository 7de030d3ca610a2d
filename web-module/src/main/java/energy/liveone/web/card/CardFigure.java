package energy.liveone.web.card;

import energy.liveone.web.number.Quantity;

/**
 * One number of the day on a card.
 *
 * @param kind what scripts make it of: {@code sum} of an energy, {@code low} or {@code high} of a
 *     curve
 * @param key of its point, for scripts
 * @param unit of its point
 * @param name of what it is, for scripts and tests
 * @param dotClass style of its dot; empty for none
 */
public record CardFigure(
    String kind,
    String key,
    String unit,
    String name,
    String label,
    String dotClass,
    Quantity quantity) {}
