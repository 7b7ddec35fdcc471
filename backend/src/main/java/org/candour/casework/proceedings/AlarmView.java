package org.candour.casework.proceedings;

import java.util.List;

/**
 * An alarm, with the reasons it was ever closed for.
 *
 * @param reasons the last one counts while the alarm is closed
 */
public record AlarmView(Alarm alarm, List<String> reasons) {
    @Override
    public String toString() {
        return "AlarmView[hidden]";
    }
}
