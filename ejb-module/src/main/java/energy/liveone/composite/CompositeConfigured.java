package energy.liveone.composite;

/**
 * Members, roles or days of a composite are others than before; all that was computed of it is
 * void. Fired within the transaction that changed them.
 */
public record CompositeConfigured(CompositeId composite) {}
