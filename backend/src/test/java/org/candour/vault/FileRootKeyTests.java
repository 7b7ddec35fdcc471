package org.candour.vault;

/** Root keys in a keystore file. */
class FileRootKeyTests extends RootKeyContract {
    @Override
    RootKeyProvider provider(String passphrase) {
        return new FileRootKey(directory, passphrase::toCharArray);
    }

    @Override
    String passphrase() {
        return TestVault.PASSPHRASE;
    }
}
