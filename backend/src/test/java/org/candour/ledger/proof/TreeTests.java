package org.candour.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TreeTests {
    /** The reference inputs and roots of the certificate-transparency project for RFC 6962 trees. */
    private static final List<String> INPUTS =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final Tiles NONE = (level, number) -> {
        throw new AssertionError("No tile is full yet");
    };

    private static Hash hex(String hex) {
        return Hash.of(HexFormat.of().parseHex(hex));
    }

    private static List<Hash> referenceLeaves() {
        return INPUTS.stream()
                .map(input -> Hash.ofLeaf(HexFormat.of().parseHex(input)))
                .toList();
    }

    @Test
    void emptyTreeHasTheHashOfNothing() {
        assertThat(Tree.empty().root())
                .isEqualTo(hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    @Test
    void rootsAreThoseOfTheReferenceTree() {
        var tree = Tree.empty();
        for (int i = 0; i < ROOTS.size(); i++) {
            tree = tree.plus(List.of(referenceLeaves().get(i)));

            assertThat(tree.root()).isEqualTo(hex(ROOTS.get(i)));
        }
    }

    @Test
    void inclusionProofIsThatOfTheReferenceTree() {
        var tree = Tree.empty().plus(referenceLeaves());

        assertThat(tree.inclusion(0, NONE))
                .containsExactly(
                        hex("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"),
                        hex("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
                        hex("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
    }

    @Test
    void consistencyProofFromSixToEightIsThatOfTheReferenceTree() {
        var tree = Tree.empty().plus(referenceLeaves());

        assertThat(tree.consistency(6, NONE))
                .containsExactly(
                        hex("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"),
                        hex("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
                        hex("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
    }

    @Property(tries = 60)
    void grownInAnyStepsTheRootIsThatOfTheDefinition(
            @ForAll @IntRange(max = 1_500) int first, @ForAll @IntRange(max = 1_500) int more) {
        var leaves = Trees.leaves(first + more);
        var shelf = new Trees.Shelf();
        var tree = shelf.store(Tree.empty().plus(leaves.subList(0, first)));
        tree = shelf.store(tree.plus(leaves.subList(first, first + more)));

        assertThat(tree.root()).isEqualTo(Trees.naiveRoot(leaves));
        assertThat(tree.rootAt(first, shelf)).isEqualTo(Trees.naiveRoot(leaves.subList(0, first)));
    }

    @Property(tries = 60)
    void inclusionProofsOfAnyLeafHold(@ForAll @IntRange(min = 1, max = 1_500) int size, @ForAll int seed)
            throws ProofRejected {
        var leaves = Trees.leaves(size);
        var shelf = new Trees.Shelf();
        var tree = shelf.store(Tree.empty().plus(leaves));
        int index = Math.floorMod(seed, size);

        ProofCheck.inclusion(leaves.get(index), index, size, tree.inclusion(index, shelf), tree.root());
        assertThat(tree.size()).isEqualTo(size);
    }

    @Property(tries = 60)
    void consistencyProofsFromAnySizeHold(@ForAll @IntRange(min = 1, max = 1_500) int size, @ForAll int seed)
            throws ProofRejected {
        var leaves = Trees.leaves(size);
        var shelf = new Trees.Shelf();
        var tree = shelf.store(Tree.empty().plus(leaves));
        int first = 1 + Math.floorMod(seed, size);

        var proof = tree.consistency(first, shelf);

        ProofCheck.consistency(first, Trees.naiveRoot(leaves.subList(0, first)), size, tree.root(), proof);
        assertThat(proof.isEmpty()).isEqualTo(first == size);
    }

    @Test
    void proofsAcrossThreeLevelsOfTilesHold() throws ProofRejected {
        int size = 256 * 256 + 300;
        var leaves = Trees.leaves(size);
        var shelf = new Trees.Shelf();
        var tree = shelf.store(Tree.empty().plus(leaves));

        assertThat(tree.root()).isEqualTo(Trees.naiveRoot(leaves));
        for (int index : new int[] {0, 255, 256, 65_535, 65_536, size - 1}) {
            ProofCheck.inclusion(leaves.get(index), index, size, tree.inclusion(index, shelf), tree.root());
        }
    }

    @Test
    void inclusionRefusesEveryOtherIndexSizeLeafAndPath() throws ProofRejected {
        var tree = Tree.empty().plus(referenceLeaves());
        var leaf = referenceLeaves().get(5);
        var path = tree.inclusion(5, NONE);
        ProofCheck.inclusion(leaf, 5, 8, path, tree.root());

        for (long other : new long[] {-1, 0, 1, 2, 3, 4, 6, 7, 8, 1L << 40}) {
            refusesInclusion(leaf, other, 8, path, tree.root());
        }
        for (long other : new long[] {0, 3, 4, 9, 16, 1L << 40}) {
            refusesInclusion(leaf, 5, other, path, tree.root());
        }
        refusesInclusion(referenceLeaves().get(4), 5, 8, path, tree.root());
        refusesInclusion(leaf, 5, 8, path.subList(0, 2), tree.root());
        refusesInclusion(leaf, 5, 8, path.subList(1, 3), tree.root());
        refusesInclusion(leaf, 5, 8, with(path, tree.root()), tree.root());
        everyFlip(path).forEach(flipped -> refusesInclusion(leaf, 5, 8, flipped, tree.root()));
        everyFlip(tree.root()).forEach(flipped -> refusesInclusion(leaf, 5, 8, path, flipped));
    }

    @Test
    void consistencyRefusesEveryOtherSizeRootAndPath() throws ProofRejected {
        var tree = Tree.empty().plus(referenceLeaves());
        var six = hex(ROOTS.get(5));
        var path = tree.consistency(6, NONE);
        ProofCheck.consistency(6, six, 8, tree.root(), path);

        for (long other : new long[] {-1, 0, 1, 2, 3, 4, 5, 7, 8, 9}) {
            refusesConsistency(other, six, 8, tree.root(), path);
        }
        for (long other : new long[] {5, 6, 9, 16}) {
            refusesConsistency(6, six, other, tree.root(), path);
        }
        refusesConsistency(6, six, 8, tree.root(), List.of());
        refusesConsistency(6, six, 8, tree.root(), path.subList(0, 2));
        refusesConsistency(6, six, 8, tree.root(), with(path, six));
        everyFlip(path).forEach(flipped -> refusesConsistency(6, six, 8, tree.root(), flipped));
        everyFlip(six).forEach(flipped -> refusesConsistency(6, flipped, 8, tree.root(), path));
        everyFlip(tree.root()).forEach(flipped -> refusesConsistency(6, six, 8, flipped, path));
    }

    @Test
    void consistencyOfOneSizeNeedsOneRootAndNoPath() throws ProofRejected {
        var root = hex(ROOTS.get(3));
        ProofCheck.consistency(4, root, 4, root, List.of());

        refusesConsistency(4, root, 4, hex(ROOTS.get(4)), List.of());
        refusesConsistency(4, root, 4, root, List.of(root));
    }

    @Test
    void leafAndNodeOfTheSameBytesDiffer() {
        var left = Trees.leaves(1).get(0);
        var joined = new byte[64];
        System.arraycopy(left.bytes(), 0, joined, 0, 32);
        System.arraycopy(left.bytes(), 0, joined, 32, 32);

        assertThat(Hash.ofNode(left, left)).isNotEqualTo(Hash.ofLeaf(joined));
    }

    @Test
    void proofsOutsideTheTreeAreNotMade() {
        var tree = Tree.empty().plus(referenceLeaves());

        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(8, NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(-1, NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(0, NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(9, NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.rootAt(9, NONE));
    }

    private static void refusesInclusion(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        assertThatThrownBy(() -> ProofCheck.inclusion(leaf, index, size, path, root))
                .isInstanceOf(ProofRejected.class);
    }

    private static void refusesConsistency(long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> path) {
        assertThatThrownBy(() -> ProofCheck.consistency(first, firstRoot, second, secondRoot, path))
                .isInstanceOf(ProofRejected.class);
    }

    private static List<Hash> with(List<Hash> path, Hash more) {
        return Stream.concat(path.stream(), Stream.of(more)).toList();
    }

    private static List<List<Hash>> everyFlip(List<Hash> path) {
        var all = new ArrayList<List<Hash>>();
        for (int i = 0; i < path.size(); i++) {
            for (var flipped : everyFlip(path.get(i))) {
                var copy = new ArrayList<>(path);
                copy.set(i, flipped);
                all.add(copy);
            }
        }
        return all;
    }

    private static List<Hash> everyFlip(Hash hash) {
        var all = new ArrayList<Hash>();
        for (int bit = 0; bit < 8 * Hash.SIZE_BYTES; bit++) {
            var bytes = hash.bytes();
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
            all.add(Hash.of(bytes));
        }
        return all;
    }
}
