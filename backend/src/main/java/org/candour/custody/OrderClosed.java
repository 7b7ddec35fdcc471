package org.candour.custody;

/** An order is not, or no longer, where the act needs it to be. */
public final class OrderClosed extends RuntimeException {
    private final Stage stage;

    OrderClosed(OrderId id, Stage stage) {
        super("The order " + id + " is " + stage);
        this.stage = stage;
    }

    /** Where it is. */
    public Stage stage() {
        return stage;
    }
}
