package org.candour.casework.chronology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/** The tags of a PDF (ISO 32000-1 section 14.7): what is a heading, what a paragraph, and where on which page it stands. */
final class StructureTree {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement document = new PDStructureElement("Document", root);
    private final List<COSArray> marksOfPages = new ArrayList<>();

    StructureTree(PDDocument pdf) {
        pdf.getDocumentCatalog().setStructureTreeRoot(root);
        root.appendKid(document);
    }

    /** Something that is read as one, on one page or on several. */
    final class Element {
        private final PDStructureElement element;

        private Element(PDStructureElement element) {
            this.element = element;
        }

        /** The number under which its content is marked on the page. */
        int markOn(PDPage page) {
            var marks = marksOfPages.get(marksOfPages.size() - 1);
            int number = marks.size();
            marks.add(element);
            var reference = new PDMarkedContentReference();
            reference.setPage(page);
            reference.setMCID(number);
            element.appendKid(reference);
            return number;
        }
    }

    Element element(String tag) {
        var element = new PDStructureElement(tag, document);
        document.appendKid(element);
        return new Element(element);
    }

    void begin(PDPage page) {
        page.setStructParents(marksOfPages.size());
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.getPDFName("S"));
        marksOfPages.add(new COSArray());
    }

    void finish() {
        Map<Integer, PDParentTreeValue> parents = new HashMap<>();
        for (int i = 0; i < marksOfPages.size(); i++) {
            parents.put(i, new PDParentTreeValue(marksOfPages.get(i)));
        }
        var tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(parents);
        root.setParentTree(tree);
        root.setParentTreeNextKey(marksOfPages.size());
    }
}
