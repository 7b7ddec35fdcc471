// Makes two database users for Candour: one for the ledger, who can insert and find and nothing else, and one for all else,
// who cannot touch the ledger. Run it once, as an administrator, and again after an update that adds collections:
//
//   mongosh "mongodb://admin@host/candour" mongodb-users.js
//
// It asks for both passwords. Then set candour.ledger.uri to the address with candour-ledger, and spring.mongodb.uri to that
// with candour. Candour asks the server at the start what its users may do, and appends nothing while either may change the
// ledger.

const LEDGER = ["ledger", "ledger_tiles", "ledger_checkpoints", "ledger_cosignatures"];
const OTHERS = [
  "case_access",
  "cases",
  "chronologies",
  "closed_keys",
  "custody_orders",
  "disclosures",
  "emergency_requests",
  "keys",
  "messages",
  "next_checks",
  "own_records",
  "proceedings",
  "read_receipts",
  "reports",
  "risk_assessments",
  "staff",
];

function role(name, collections, actions) {
  const privileges = collections.map((collection) => ({
    resource: { db: db.getName(), collection },
    actions,
  }));
  if (db.getRole(name)) {
    db.updateRole(name, { privileges, roles: [] });
  } else {
    db.createRole({ role: name, privileges, roles: [] });
  }
}

function user(name, role) {
  if (!db.getUser(name)) {
    db.createUser({ user: name, pwd: passwordPrompt(), roles: [role] });
  }
}

// What needs more rights than the ledger's user has is done here.
for (const name of LEDGER) {
  if (!db.getCollectionNames().includes(name)) {
    db.createCollection(name);
  }
}
db.ledger.createIndex({ caseId: 1, _id: -1 });
db.ledger.createIndex({ refusal: 1, _id: -1 }, { partialFilterExpression: { refusal: { $exists: true } } });

role("candourLedger", LEDGER, ["find", "insert"]);
role("candourCases", OTHERS, ["find", "insert", "update", "remove", "createCollection", "createIndex", "listIndexes"]);
user("candour-ledger", "candourLedger");
user("candour", "candourCases");
