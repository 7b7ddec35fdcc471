package org.candour.casework.ownrecord;

import java.util.List;

/** How the victim may be reached, as it is sealed: one of each version. */
record SafeChannels(List<SafeChannel> channels) {
    @Override
    public String toString() {
        return "SafeChannels[hidden]";
    }
}
