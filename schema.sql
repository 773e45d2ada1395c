-- The schema of a sanctions graph, version 3.
--
-- Nodes are posts, entities, events and list entries; edges are mentions, participations, aliases, relations and
-- evidence. What a post says (claim) and what all posts agree on (event) are kept apart.
--
-- Spans ("start", "end") count Unicode code points from 0 into the document of the post, the end exclusive. The
-- document is title, blank line, text; the text alone where the title is empty. So it is, in SQL,
-- substr(document, start + 1, end - start), with document from the view post_document.
--
-- Dates are EDTF texts; the columns ..._from and ..._to hold the first and the last day as YYYY-MM-DD, NULL where
-- an end is open.
--
-- The words of a mention are compared with the post where that is quick: in posts of up to 65536 code points, and
-- where the words hold no NUL, at which the text functions of SQLite stop. `sanctions verify` compares all.
--
-- Foreign keys and triggers say the same. The triggers hold also where a tool leaves foreign keys off, as sqlite3
-- does by default. What a trigger cannot know, such as a changed text, `sanctions verify` finds.

-- "SNCT" in ASCII: a sanctions graph.
PRAGMA application_id = 1397637972;
-- The version of this schema.
PRAGMA user_version = 3;

-- Vocabularies ------------------------------------------------------------------------------------------------------

-- What an entity is.
CREATE TABLE entity_kind (
  kind TEXT PRIMARY KEY -- The kind.
) STRICT;
INSERT INTO entity_kind VALUES
  ('person'), ('bank'), ('airline'), ('company'), ('vessel'), ('organization'), ('country'), ('place'),
  ('resolution'), ('law'), ('agreement'), ('aircraft'), ('party');

-- What happens in an event.
CREATE TABLE event_kind (
  kind TEXT PRIMARY KEY -- The kind.
) STRICT;
INSERT INTO event_kind VALUES
  ('designation'), ('delisting'), ('restriction'), ('relief'), ('adoption'), ('enforcement'), ('violation'),
  ('weapons-test');

-- The part that an entity plays in an event.
CREATE TABLE role (
  role TEXT PRIMARY KEY, -- The role.
  meaning TEXT NOT NULL -- Who has it.
) STRICT;
INSERT INTO role VALUES
  ('authority', 'Who acts.'),
  ('target', 'Who is hit.'),
  ('instrument', 'Under what it is done, or what is adopted or violated.'),
  ('actor', 'Who breaks a rule or tests a weapon.');

-- Whether an event is told as done, coming, conceivable or not done.
CREATE TABLE status (
  status TEXT PRIMARY KEY, -- The status.
  settledness INTEGER NOT NULL -- Of the claims on one event the most settled status decides.
) STRICT;
INSERT INTO status VALUES ('actual', 3), ('planned', 1), ('possible', 0), ('negated', 2);

-- What a date rests on.
CREATE TABLE basis (
  basis TEXT PRIMARY KEY, -- The basis.
  rank INTEGER NOT NULL UNIQUE, -- 0 for the firmest; an event takes the firmest date of its claims.
  meaning TEXT NOT NULL -- Whose date it is.
) STRICT;
INSERT INTO basis VALUES
  ('list', 0, 'An official list''s own date.'),
  ('knowledge', 1, 'A known fact, such as the day a resolution was adopted.'),
  ('text', 2, 'Words of the post.'),
  ('post', 3, 'Only the publication of the post bounds it.'),
  ('snapshot', 4, 'It happened between two snapshots of a list.');

-- How one entity belongs to another.
CREATE TABLE relation_kind (
  kind TEXT PRIMARY KEY, -- The kind of relation.
  meaning TEXT NOT NULL -- What it says of the two.
) STRICT;
INSERT INTO relation_kind VALUES
  ('part-of', 'The entity is a part of the other: OFAC of the Treasury.'),
  ('country', 'The entity belongs to the country.');

-- Where a name of an entity comes from.
CREATE TABLE alias_source (
  source TEXT PRIMARY KEY, -- The source.
  meaning TEXT NOT NULL -- What the name is.
) STRICT;
INSERT INTO alias_source VALUES
  ('data', 'A name that data/ knows.'),
  ('post', 'A name as a post writes it.'),
  ('former id', 'An identifier that the name has, or had while a better one was not known.');

-- The roles that events of a kind have.
CREATE TABLE event_kind_role (
  kind TEXT NOT NULL REFERENCES event_kind (kind), -- The kind of event.
  role TEXT NOT NULL REFERENCES role (role), -- A role it has.
  is_key INTEGER NOT NULL CHECK (is_key IN (0, 1)), -- Whether the holder of the role tells which event is meant.
  PRIMARY KEY (kind, role)
) STRICT;
INSERT INTO event_kind_role VALUES

  ('designation', 'target', 1),
  ('designation', 'authority', 0),
  ('designation', 'instrument', 0),
  ('delisting', 'target', 1),
  ('delisting', 'authority', 0),
  ('delisting', 'instrument', 0),
  ('restriction', 'target', 1),
  ('restriction', 'authority', 0),
  ('restriction', 'instrument', 0),
  ('relief', 'target', 1),
  ('relief', 'authority', 0),
  ('relief', 'instrument', 0),
  ('adoption', 'instrument', 1),
  ('adoption', 'authority', 0),
  ('enforcement', 'target', 1),
  ('enforcement', 'authority', 0),
  ('enforcement', 'instrument', 0),
  ('violation', 'instrument', 1),
  ('violation', 'actor', 0),
  ('weapons-test', 'actor', 1);

-- The kinds of entity that can play a role.
CREATE TABLE role_kind (
  role TEXT NOT NULL REFERENCES role (role), -- The role.
  kind TEXT NOT NULL REFERENCES entity_kind (kind), -- A kind that can play it.
  PRIMARY KEY (role, kind)
) STRICT;
INSERT INTO role_kind VALUES

  ('authority', 'person'), ('authority', 'bank'), ('authority', 'airline'), ('authority', 'company'),
  ('authority', 'vessel'), ('authority', 'organization'), ('authority', 'country'), ('authority', 'party'),
  ('actor', 'person'), ('actor', 'bank'), ('actor', 'airline'), ('actor', 'company'), ('actor', 'vessel'),
  ('actor', 'organization'), ('actor', 'country'), ('actor', 'party'),
  ('instrument', 'resolution'), ('instrument', 'law'), ('instrument', 'agreement'),
  ('target', 'person'), ('target', 'bank'), ('target', 'airline'), ('target', 'company'),
  ('target', 'vessel'), ('target', 'organization'), ('target', 'country'), ('target', 'place'),
  ('target', 'aircraft'), ('target', 'party');

-- Posts -------------------------------------------------------------------------------------------------------------

-- What was published, unaltered.
CREATE TABLE post (
  number INTEGER PRIMARY KEY, -- The row, for full text; it depends on the order of reading and is not exported.
  id TEXT NOT NULL UNIQUE, -- What the post is known by: its own id, else its address, else a slug of date and title.
  source TEXT NOT NULL, -- Where it came from, such as a collection or file.
  url TEXT, -- The web address.
  published TEXT, -- The day of publication.
  published_from TEXT, -- Its first day.
  published_to TEXT, -- Its last day.
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64), -- The digest of title, text, address, day of publication and author.
  reader TEXT NOT NULL, -- The version of the rules and knowledge that read it.
  length INTEGER NOT NULL CHECK (length >= 0), -- The code points of the document.
  -- The long columns come last, so that the others are read without them.
  title TEXT NOT NULL, -- The headline; empty where there is none.
  text TEXT NOT NULL, -- The body as it was read; it may hold NUL.
  -- The document with U+2400 for NUL, where it holds NUL, at which the text functions of SQLite stop; else NULL.
  readable TEXT,
  author TEXT, -- Who wrote it, as its source tells it; version 2 added it.
  CHECK (published IS NOT NULL OR (published_from IS NULL AND published_to IS NULL))
) STRICT;
CREATE INDEX post_published ON post (published_from);

-- The string into which the spans of a post count.
CREATE VIEW post_document AS
SELECT
  id AS post, -- The post.
  coalesce(readable, CASE title WHEN '' THEN text ELSE title || char(10, 10) || text END) AS document -- The string.
FROM post;

-- Full text over posts: SELECT * FROM post_text WHERE post_text MATCH 'koryo'. Case and diacritics do not count.
CREATE VIRTUAL TABLE post_text USING fts5 (
  title, text, content = 'post', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER post_text_insert AFTER INSERT ON post BEGIN
  INSERT INTO post_text (rowid, title, text) VALUES (NEW.number, NEW.title, NEW.text);
END;
CREATE TRIGGER post_text_delete AFTER DELETE ON post BEGIN
  INSERT INTO post_text (post_text, rowid, title, text) VALUES ('delete', OLD.number, OLD.title, OLD.text);
END;
CREATE TRIGGER post_text_update AFTER UPDATE OF number, title, text ON post BEGIN
  INSERT INTO post_text (post_text, rowid, title, text) VALUES ('delete', OLD.number, OLD.title, OLD.text);
  INSERT INTO post_text (rowid, title, text) VALUES (NEW.number, NEW.title, NEW.text);
END;

-- Entities ----------------------------------------------------------------------------------------------------------

-- Who and what posts and data name: one row an entity, however it is spelled.
CREATE TABLE entity (
  id TEXT PRIMARY KEY NOT NULL, -- A readable identifier, airline/air-koryo.
  kind TEXT NOT NULL REFERENCES entity_kind (kind), -- What it is.
  name TEXT NOT NULL, -- The shown name: that of data/ where it is known, else the fullest one in posts.
  key TEXT NOT NULL, -- What is the same for every spelling of its name; one entity a kind and key.
  base TEXT NOT NULL, -- The identifier before a suffix tells it from another of the same name.
  known INTEGER NOT NULL CHECK (known IN (0, 1)), -- Whether data/ knows it.
  UNIQUE (kind, key)
) STRICT;
CREATE INDEX entity_base ON entity (base);

-- The name under which a post has an entity: the fullest form there, or that of data/.
CREATE TABLE spelling (
  post TEXT NOT NULL REFERENCES post (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The post.
  entity TEXT NOT NULL REFERENCES entity (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The entity.
  name TEXT NOT NULL, -- The name.
  known INTEGER NOT NULL CHECK (known IN (0, 1)), -- Whether it is the name of data/.
  PRIMARY KEY (post, entity, name)
) STRICT;
CREATE INDEX spelling_entity ON spelling (entity, name, known);

-- The names by which an entity is found.
CREATE TABLE alias (
  entity TEXT NOT NULL REFERENCES entity (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The entity.
  alias TEXT NOT NULL, -- A name or identifier.
  source TEXT NOT NULL REFERENCES alias_source (source), -- Where it comes from.
  folded TEXT NOT NULL, -- The alias in lower case, without marks and punctuation; an identifier as it is.
  PRIMARY KEY (entity, source, alias)
) STRICT;
CREATE INDEX alias_folded ON alias (folded);

-- What an entity belongs to.
CREATE TABLE relation (
  entity TEXT NOT NULL REFERENCES entity (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The part, or who belongs.
  kind TEXT NOT NULL REFERENCES relation_kind (kind), -- How it belongs.
  whole TEXT NOT NULL REFERENCES entity (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The whole, or the country.
  PRIMARY KEY (entity, kind, whole)
) STRICT;
CREATE INDEX relation_whole ON relation (whole, kind);

-- What was read in posts --------------------------------------------------------------------------------------------

-- The places where posts name or describe an entity.
CREATE TABLE mention (
  post TEXT NOT NULL REFERENCES post (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The post.
  start INTEGER NOT NULL CHECK (start >= 0), -- The first code point.
  "end" INTEGER NOT NULL CHECK ("end" > start), -- The code point after the last.
  entity TEXT NOT NULL REFERENCES entity (id) ON UPDATE CASCADE, -- Who or what is meant.
  nominal INTEGER NOT NULL CHECK (nominal IN (0, 1)), -- Whether it describes without naming: "that resolution".
  text TEXT NOT NULL, -- The words.
  rule TEXT NOT NULL, -- How it was found, and how it was told who is meant.
  PRIMARY KEY (post, start, "end")
) STRICT;
CREATE INDEX mention_entity ON mention (entity, nominal, text);

-- The expressions of posts that fix a date.
CREATE TABLE time_expression (
  post TEXT NOT NULL REFERENCES post (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The post.
  start INTEGER NOT NULL CHECK (start >= 0), -- The first code point.
  "end" INTEGER NOT NULL CHECK ("end" > start), -- The code point after the last.
  value TEXT NOT NULL, -- The date, EDTF.
  value_from TEXT, -- Its first day.
  value_to TEXT, -- Its last day.
  text TEXT NOT NULL, -- The words.
  rule TEXT NOT NULL, -- How it was found and resolved.
  PRIMARY KEY (post, start, "end")
) STRICT;

-- What one post says about one event.
CREATE TABLE claim (
  id TEXT PRIMARY KEY NOT NULL, -- The post, the kind and the place of the first trigger: POST#designation-123.
  post TEXT NOT NULL REFERENCES post (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The post that says so.
  kind TEXT NOT NULL REFERENCES event_kind (kind), -- What happens.
  status TEXT NOT NULL REFERENCES status (status), -- Whether it is told as done.
  date TEXT, -- The day of the act as text or knowledge gives it, EDTF.
  date_from TEXT, -- Its first day.
  date_to TEXT, -- Its last day.
  basis TEXT REFERENCES basis (basis), -- What the date rests on.
  source TEXT REFERENCES entity (id) ON UPDATE CASCADE, -- Who is cited for it; NULL where the post itself says so.
  position INTEGER NOT NULL, -- The first code point of the first trigger.
  quote_start INTEGER NOT NULL CHECK (quote_start >= 0), -- The first code point of the sentence that tells it.
  quote_end INTEGER NOT NULL CHECK (quote_end > quote_start), -- The code point after its last.
  quote TEXT NOT NULL, -- The sentence.
  rule TEXT NOT NULL, -- The rule that found it.
  CHECK ((date IS NULL) = (basis IS NULL)),
  CHECK (date IS NOT NULL OR (date_from IS NULL AND date_to IS NULL))
) STRICT;
CREATE INDEX claim_post ON claim (post, position);
CREATE INDEX claim_source ON claim (source) WHERE source IS NOT NULL;

-- Who takes part in what a claim tells.
CREATE TABLE claim_participant (
  claim TEXT NOT NULL REFERENCES claim (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The claim.
  role TEXT NOT NULL REFERENCES role (role), -- The part it plays.
  entity TEXT NOT NULL REFERENCES entity (id) ON UPDATE CASCADE, -- The entity.
  position INTEGER NOT NULL, -- Its place in the order of role and text.
  PRIMARY KEY (claim, role, entity)
) STRICT;
CREATE INDEX claim_participant_entity ON claim_participant (entity);

-- The words that name the event of a claim.
CREATE TABLE claim_trigger (
  claim TEXT NOT NULL REFERENCES claim (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The claim.
  start INTEGER NOT NULL CHECK (start >= 0), -- The first code point.
  "end" INTEGER NOT NULL CHECK ("end" > start), -- The code point after the last.
  text TEXT NOT NULL, -- The words.
  PRIMARY KEY (claim, start, "end")
) STRICT;

-- Why a claim says what it says, step by step.
CREATE TABLE evidence (
  claim TEXT NOT NULL REFERENCES claim (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The claim.
  position INTEGER NOT NULL, -- The place of the step, from 0.
  -- What part of the claim the step is for.
  part TEXT NOT NULL CHECK (
    part IN ('trigger', 'authority', 'target', 'instrument', 'actor', 'status', 'date', 'source')
  ),
  start INTEGER, -- The first code point of the words it rests on; NULL where it is not in the text.
  "end" INTEGER, -- The code point after their last.
  text TEXT, -- The words.
  note TEXT NOT NULL, -- Why, in a few words.
  PRIMARY KEY (claim, position),
  CHECK ((start IS NULL) = ("end" IS NULL) AND (start IS NULL) = (text IS NULL)),
  CHECK (start IS NULL OR (start >= 0 AND "end" > start))
) STRICT;

-- What ties claims to others: those without a common key are never one event.
CREATE TABLE claim_key (
  claim TEXT NOT NULL REFERENCES claim (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The claim.
  key TEXT NOT NULL, -- The kind and a key participant.
  PRIMARY KEY (claim, key)
) STRICT;
CREATE INDEX claim_key_key ON claim_key (key);

-- Events ------------------------------------------------------------------------------------------------------------

-- What claims agree on: one act, with everyone who takes part in it.
CREATE TABLE event (
  id TEXT PRIMARY KEY NOT NULL, -- A readable identifier: kind, key participant, who does it, date.
  kind TEXT NOT NULL REFERENCES event_kind (kind), -- What happens.
  status TEXT NOT NULL REFERENCES status (status), -- The most settled status of its claims.
  date TEXT, -- When it happened, EDTF.
  date_from TEXT, -- Its first day.
  date_to TEXT, -- Its last day.
  basis TEXT REFERENCES basis (basis), -- What the date rests on.
  CHECK ((date IS NULL) = (basis IS NULL)),
  CHECK (date IS NOT NULL OR (date_from IS NULL AND date_to IS NULL))
) STRICT;
CREATE INDEX event_kind_date ON event (kind, date_from);
CREATE INDEX event_date ON event (date_from, date_to);

-- Who takes part in an event by any of its claims.
CREATE TABLE participant (
  event TEXT NOT NULL REFERENCES event (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The event.
  role TEXT NOT NULL REFERENCES role (role), -- The part it plays.
  entity TEXT NOT NULL REFERENCES entity (id) ON UPDATE CASCADE, -- The entity.
  PRIMARY KEY (event, role, entity)
) STRICT;
CREATE INDEX participant_entity ON participant (entity, role, event);

-- The claims that an event rests on.
CREATE TABLE event_claim (
  claim TEXT PRIMARY KEY NOT NULL REFERENCES claim (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The claim.
  event TEXT NOT NULL REFERENCES event (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The event; each claim has one.
  position INTEGER NOT NULL, -- Its place in order of publication, post and place in the post, from 0.
  UNIQUE (event, position)
) STRICT;

-- Official lists ----------------------------------------------------------------------------------------------------

-- The states of official lists that were read.
CREATE TABLE snapshot (
  id TEXT PRIMARY KEY NOT NULL, -- The list and the day: ofac-sdn/2016-12-02.
  list TEXT NOT NULL, -- The list.
  date TEXT NOT NULL, -- The day of its state, YYYY-MM-DD.
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64), -- The digest of the digests of its files.
  UNIQUE (list, date)
) STRICT;

-- The parties that official lists hold or held.
CREATE TABLE list_entry (
  id TEXT PRIMARY KEY NOT NULL, -- The list and its own number: ofac-sdn/20520.
  list TEXT NOT NULL, -- The list.
  name TEXT NOT NULL, -- The name as the list writes it.
  kind TEXT NOT NULL REFERENCES entity_kind (kind), -- What the list says it is; party where it does not.
  -- The entity of posts or data/ that it is; NULL where that is not known.
  entity TEXT REFERENCES entity (id) ON UPDATE CASCADE ON DELETE SET NULL,
  -- The first, in order of identifiers, of the entries of all lists that are one party; the entry itself where it is alone.
  party TEXT NOT NULL
) STRICT;
CREATE INDEX list_entry_entity ON list_entry (entity) WHERE entity IS NOT NULL;
CREATE INDEX list_entry_party ON list_entry (party);

-- The files of a snapshot.
CREATE TABLE snapshot_file (
  snapshot TEXT NOT NULL REFERENCES snapshot (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The snapshot.
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64), -- The digest of the file.
  name TEXT NOT NULL, -- The name of the file, without its folder.
  format TEXT NOT NULL, -- How it is written: ofac-csv, un-xml.
  PRIMARY KEY (snapshot, sha256)
) STRICT;

-- What lists say of their parties; several values of a field are separated by the unit separator (U+001F).
CREATE TABLE list_content (
  id INTEGER PRIMARY KEY, -- The first 63 bits of the SHA-256 digest of all fields.
  kind TEXT NOT NULL, -- What the list says it is.
  names TEXT NOT NULL, -- The names, each with its use and a record separator (U+001E) before it.
  programmes TEXT NOT NULL, -- The programmes or regimes.
  identifiers TEXT NOT NULL, -- Numbers of documents, ships and accounts.
  births TEXT NOT NULL, -- Days or years of birth.
  nationalities TEXT NOT NULL, -- Nationalities, flags and citizenships.
  addresses TEXT NOT NULL, -- Addresses, each in one line.
  links TEXT NOT NULL, -- Owners and those it is linked to, each with how.
  listed TEXT NOT NULL, -- The day of listing, EDTF; empty where the list tells none.
  bases TEXT NOT NULL, -- The laws and decisions that it rests on.
  remarks TEXT NOT NULL -- Whatever else the list says.
) STRICT;

-- What each snapshot holds.
CREATE TABLE list_state (
  snapshot TEXT NOT NULL REFERENCES snapshot (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The snapshot.
  entry TEXT NOT NULL REFERENCES list_entry (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The entry.
  content INTEGER NOT NULL REFERENCES list_content (id), -- What the list says of it.
  PRIMARY KEY (snapshot, entry)
) STRICT;
CREATE INDEX list_state_content ON list_state (content);
CREATE INDEX list_state_entry ON list_state (entry);

-- The names of the entries, as the newest snapshot that has each of them tells.
CREATE TABLE list_name (
  id INTEGER PRIMARY KEY, -- A number without meaning.
  entry TEXT NOT NULL REFERENCES list_entry (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The entry.
  name TEXT NOT NULL, -- The name as the list writes it.
  use TEXT NOT NULL CHECK (use IN ('primary', 'aka', 'fka', 'weak')), -- How the list uses it.
  key TEXT NOT NULL, -- What is the same for every spelling of the name.
  current INTEGER NOT NULL CHECK (current IN (0, 1)) -- Whether the newest snapshot of the list has the entry.
) STRICT;
CREATE INDEX list_name_entry ON list_name (entry);
CREATE INDEX list_name_key ON list_name (key);

-- Who belongs to whom by what lists say of their entries, as the newest snapshot that has each of them tells.
CREATE TABLE list_link (
  entry TEXT NOT NULL REFERENCES list_entry (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The entry of which it is said.
  position INTEGER NOT NULL, -- Its place among the links of the entry, from 0.
  how TEXT NOT NULL, -- How they belong together, in the list's words: owner, linked to.
  name TEXT NOT NULL, -- The other as the list names it.
  other TEXT REFERENCES list_entry (id) ON UPDATE CASCADE ON DELETE SET NULL, -- The one entry of the list that is meant; NULL where none or several may be.
  PRIMARY KEY (entry, position)
) STRICT;
CREATE INDEX list_link_other ON list_link (other);

-- By what the current names of a list can be found.
CREATE TABLE screen_key (
  list TEXT NOT NULL, -- The list.
  key INTEGER NOT NULL, -- A hash of the sound of a word, or of its beginning or end.
  names BLOB NOT NULL, -- The names that have it, see list_name: their numbers in order, four bytes each, the lowest first.
  PRIMARY KEY (list, key)
) STRICT, WITHOUT ROWID;

-- When parties came onto a list and went off it: by the list's own date, else between two of its snapshots.
CREATE TABLE list_event (
  entry TEXT NOT NULL REFERENCES list_entry (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The entry.
  kind TEXT NOT NULL CHECK (kind IN ('designation', 'delisting')), -- Whether it came or went.
  snapshot TEXT NOT NULL REFERENCES snapshot (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The first state that shows it.
  date TEXT NOT NULL, -- When, EDTF.
  date_from TEXT, -- The first day; NULL where the first state of the list has it and tells no date.
  date_to TEXT NOT NULL, -- The last day.
  basis TEXT NOT NULL CHECK (basis IN ('list', 'snapshot')), -- Whose date it is, see basis.
  authority TEXT REFERENCES entity (id) ON UPDATE CASCADE, -- Who keeps the list, or this part of it.
  PRIMARY KEY (entry, kind, snapshot)
) STRICT;
CREATE INDEX list_event_authority ON list_event (authority, date_from);
CREATE INDEX list_event_snapshot ON list_event (snapshot);

-- What changed in a list from one of its snapshots to the next.
CREATE TABLE list_change (
  entry TEXT NOT NULL REFERENCES list_entry (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The entry.
  snapshot TEXT NOT NULL REFERENCES snapshot (id) ON UPDATE CASCADE ON DELETE CASCADE, -- The first state that has it.
  change TEXT NOT NULL CHECK (change IN ('added', 'changed', 'removed')), -- What changed.
  field TEXT NOT NULL, -- The field that changed; empty where the entry came or went.
  was TEXT, -- What it was, several values joined by '; '.
  now TEXT, -- What it is, several values joined by '; '.
  PRIMARY KEY (entry, snapshot, field)
) STRICT;
CREATE INDEX list_change_snapshot ON list_change (snapshot);

-- What people decided, as the file of corrections has it; it is applied whenever posts are read and lists are joined.
CREATE TABLE verdict (
  position INTEGER PRIMARY KEY, -- Its place in the file, from 0.
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'retype', 'rename', 'redate', 'reject')), -- What.
  subject TEXT NOT NULL, -- The entity, list entry or claim that it is about.
  object TEXT NOT NULL, -- The other identifier, kind, name or date; empty for a rejection.
  author TEXT NOT NULL, -- Who decided.
  date TEXT NOT NULL, -- When, YYYY-MM-DD.
  reason TEXT NOT NULL -- Why.
) STRICT;

-- Triggers: what is refused whatever the settings -------------------------------------------------------------------

CREATE TRIGGER event_kind_role_insert BEFORE INSERT ON event_kind_role BEGIN
  SELECT RAISE(ABORT, 'event_kind_role.kind: no such event kind')
    WHERE NOT EXISTS (SELECT 1 FROM event_kind WHERE kind = NEW.kind);
  SELECT RAISE(ABORT, 'event_kind_role.role: no such role')
    WHERE NOT EXISTS (SELECT 1 FROM role WHERE role = NEW.role);
END;

CREATE TRIGGER event_kind_role_update BEFORE UPDATE ON event_kind_role BEGIN
  SELECT RAISE(ABORT, 'event_kind_role.kind: no such event kind')
    WHERE NOT EXISTS (SELECT 1 FROM event_kind WHERE kind = NEW.kind);
  SELECT RAISE(ABORT, 'event_kind_role.role: no such role')
    WHERE NOT EXISTS (SELECT 1 FROM role WHERE role = NEW.role);
END;

CREATE TRIGGER role_kind_insert BEFORE INSERT ON role_kind BEGIN
  SELECT RAISE(ABORT, 'role_kind.role: no such role')
    WHERE NOT EXISTS (SELECT 1 FROM role WHERE role = NEW.role);
  SELECT RAISE(ABORT, 'role_kind.kind: no such entity kind')
    WHERE NOT EXISTS (SELECT 1 FROM entity_kind WHERE kind = NEW.kind);
END;

CREATE TRIGGER role_kind_update BEFORE UPDATE ON role_kind BEGIN
  SELECT RAISE(ABORT, 'role_kind.role: no such role')
    WHERE NOT EXISTS (SELECT 1 FROM role WHERE role = NEW.role);
  SELECT RAISE(ABORT, 'role_kind.kind: no such entity kind')
    WHERE NOT EXISTS (SELECT 1 FROM entity_kind WHERE kind = NEW.kind);
END;

CREATE TRIGGER entity_insert BEFORE INSERT ON entity BEGIN
  SELECT RAISE(ABORT, 'entity.kind: no such entity kind')
    WHERE NOT EXISTS (SELECT 1 FROM entity_kind WHERE kind = NEW.kind);
END;

CREATE TRIGGER entity_update BEFORE UPDATE ON entity BEGIN
  SELECT RAISE(ABORT, 'entity.kind: no such entity kind')
    WHERE NOT EXISTS (SELECT 1 FROM entity_kind WHERE kind = NEW.kind);
  SELECT RAISE(ABORT, 'entity.kind: it plays a role in an event that this kind cannot play')
    WHERE NEW.kind <> OLD.kind AND EXISTS (
      SELECT 1 FROM participant WHERE participant.entity = OLD.id
      AND NOT EXISTS (SELECT 1 FROM role_kind WHERE role = participant.role AND kind = NEW.kind)
    );
  SELECT RAISE(ABORT, 'entity.kind: it plays a role in a claim that this kind cannot play')
    WHERE NEW.kind <> OLD.kind AND EXISTS (
      SELECT 1 FROM claim_participant WHERE claim_participant.entity = OLD.id
      AND NOT EXISTS (SELECT 1 FROM role_kind WHERE role = claim_participant.role AND kind = NEW.kind)
    );
END;

CREATE TRIGGER spelling_insert BEFORE INSERT ON spelling BEGIN
  SELECT RAISE(ABORT, 'spelling.post: no such post')
    WHERE NOT EXISTS (SELECT 1 FROM post WHERE id = NEW.post);
  SELECT RAISE(ABORT, 'spelling.entity: no such entity')
    WHERE NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.entity);
END;

CREATE TRIGGER spelling_update BEFORE UPDATE ON spelling BEGIN
  SELECT RAISE(ABORT, 'spelling.post: no such post')
    WHERE NOT EXISTS (SELECT 1 FROM post WHERE id = NEW.post);
  SELECT RAISE(ABORT, 'spelling.entity: no such entity')
    WHERE NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.entity);
END;

CREATE TRIGGER alias_insert BEFORE INSERT ON alias BEGIN
  SELECT RAISE(ABORT, 'alias.entity: no such entity')
    WHERE NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.entity);
  SELECT RAISE(ABORT, 'alias.source: no such alias source')
    WHERE NOT EXISTS (SELECT 1 FROM alias_source WHERE source = NEW.source);
END;

CREATE TRIGGER alias_update BEFORE UPDATE ON alias BEGIN
  SELECT RAISE(ABORT, 'alias.entity: no such entity')
    WHERE NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.entity);
  SELECT RAISE(ABORT, 'alias.source: no such alias source')
    WHERE NOT EXISTS (SELECT 1 FROM alias_source WHERE source = NEW.source);
END;

CREATE TRIGGER relation_insert BEFORE INSERT ON relation BEGIN
  SELECT RAISE(ABORT, 'relation.entity: no such entity')
    WHERE NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.entity);
  SELECT RAISE(ABORT, 'relation.kind: no such relation kind')
    WHERE NOT EXISTS (SELECT 1 FROM relation_kind WHERE kind = NEW.kind);
  SELECT RAISE(ABORT, 'relation.whole: no such entity')
    WHERE NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.whole);
END;

CREATE TRIGGER relation_update BEFORE UPDATE ON relation BEGIN
  SELECT RAISE(ABORT, 'relation.entity: no such entity')
    WHERE NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.entity);
  SELECT RAISE(ABORT, 'relation.kind: no such relation kind')
    WHERE NOT EXISTS (SELECT 1 FROM relation_kind WHERE kind = NEW.kind);
  SELECT RAISE(ABORT, 'relation.whole: no such entity')
    WHERE NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.whole);
END;

CREATE TRIGGER mention_insert BEFORE INSERT ON mention BEGIN
  SELECT RAISE(ABORT, 'mention.post: no such post')
    WHERE NOT EXISTS (SELECT 1 FROM post WHERE id = NEW.post);
  SELECT RAISE(ABORT, 'mention.entity: no such entity')
    WHERE NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.entity);
  SELECT RAISE(ABORT, 'mention: the span lies outside the document of its post')
    WHERE NEW."end" > (SELECT length FROM post WHERE id = NEW.post);
  SELECT RAISE(ABORT, 'mention.text: the document of its post has other words there')
    WHERE CASE WHEN (SELECT length FROM post WHERE id = NEW.post) <= 65536
      AND instr(CAST(NEW.text AS BLOB), x'00') = 0
      THEN NEW.text <> (
        SELECT substr(document, NEW.start + 1, NEW."end" - NEW.start) FROM post_document WHERE post = NEW.post
      ) END;
END;

CREATE TRIGGER mention_update BEFORE UPDATE ON mention BEGIN
  SELECT RAISE(ABORT, 'mention.post: no such post')
    WHERE NOT EXISTS (SELECT 1 FROM post WHERE id = NEW.post);
  SELECT RAISE(ABORT, 'mention.entity: no such entity')
    WHERE NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.entity);
  SELECT RAISE(ABORT, 'mention: the span lies outside the document of its post')
    WHERE NEW."end" > (SELECT length FROM post WHERE id = NEW.post);
  SELECT RAISE(ABORT, 'mention.text: the document of its post has other words there')
    WHERE CASE WHEN (SELECT length FROM post WHERE id = NEW.post) <= 65536
      AND instr(CAST(NEW.text AS BLOB), x'00') = 0
      THEN NEW.text <> (
        SELECT substr(document, NEW.start + 1, NEW."end" - NEW.start) FROM post_document WHERE post = NEW.post
      ) END;
END;

CREATE TRIGGER time_expression_insert BEFORE INSERT ON time_expression BEGIN
  SELECT RAISE(ABORT, 'time_expression.post: no such post')
    WHERE NOT EXISTS (SELECT 1 FROM post WHERE id = NEW.post);
  SELECT RAISE(ABORT, 'time_expression: the span lies outside the document of its post')
    WHERE NEW."end" > (SELECT length FROM post WHERE id = NEW.post);
END;

CREATE TRIGGER time_expression_update BEFORE UPDATE ON time_expression BEGIN
  SELECT RAISE(ABORT, 'time_expression.post: no such post')
    WHERE NOT EXISTS (SELECT 1 FROM post WHERE id = NEW.post);
  SELECT RAISE(ABORT, 'time_expression: the span lies outside the document of its post')
    WHERE NEW."end" > (SELECT length FROM post WHERE id = NEW.post);
END;

CREATE TRIGGER claim_insert BEFORE INSERT ON claim BEGIN
  SELECT RAISE(ABORT, 'claim.post: no such post')
    WHERE NOT EXISTS (SELECT 1 FROM post WHERE id = NEW.post);
  SELECT RAISE(ABORT, 'claim.kind: no such event kind')
    WHERE NOT EXISTS (SELECT 1 FROM event_kind WHERE kind = NEW.kind);
  SELECT RAISE(ABORT, 'claim.status: no such status')
    WHERE NOT EXISTS (SELECT 1 FROM status WHERE status = NEW.status);
  SELECT RAISE(ABORT, 'claim.basis: no such basis')
    WHERE NEW.basis IS NOT NULL AND NOT EXISTS (SELECT 1 FROM basis WHERE basis = NEW.basis);
  SELECT RAISE(ABORT, 'claim.source: no such entity')
    WHERE NEW.source IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.source);
  SELECT RAISE(ABORT, 'claim: the span lies outside the document of its post')
    WHERE NEW.quote_end > (SELECT length FROM post WHERE id = NEW.post);
END;

CREATE TRIGGER claim_update BEFORE UPDATE ON claim BEGIN
  SELECT RAISE(ABORT, 'claim.post: no such post')
    WHERE NOT EXISTS (SELECT 1 FROM post WHERE id = NEW.post);
  SELECT RAISE(ABORT, 'claim.kind: no such event kind')
    WHERE NOT EXISTS (SELECT 1 FROM event_kind WHERE kind = NEW.kind);
  SELECT RAISE(ABORT, 'claim.status: no such status')
    WHERE NOT EXISTS (SELECT 1 FROM status WHERE status = NEW.status);
  SELECT RAISE(ABORT, 'claim.basis: no such basis')
    WHERE NEW.basis IS NOT NULL AND NOT EXISTS (SELECT 1 FROM basis WHERE basis = NEW.basis);
  SELECT RAISE(ABORT, 'claim.source: no such entity')
    WHERE NEW.source IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.source);
  SELECT RAISE(ABORT, 'claim: the span lies outside the document of its post')
    WHERE NEW.quote_end > (SELECT length FROM post WHERE id = NEW.post);
  SELECT RAISE(ABORT, 'claim.kind: its participants have roles that this kind lacks')
    WHERE NEW.kind <> OLD.kind AND EXISTS (
      SELECT 1 FROM claim_participant WHERE claim_participant.claim = OLD.id AND NOT EXISTS (
        SELECT 1 FROM event_kind_role
        WHERE event_kind_role.kind = NEW.kind AND event_kind_role.role = claim_participant.role
      )
    );
END;

CREATE TRIGGER claim_participant_insert BEFORE INSERT ON claim_participant BEGIN
  SELECT RAISE(ABORT, 'claim_participant.claim: no such claim')
    WHERE NOT EXISTS (SELECT 1 FROM claim WHERE id = NEW.claim);
  SELECT RAISE(ABORT, 'claim_participant.role: no such role')
    WHERE NOT EXISTS (SELECT 1 FROM role WHERE role = NEW.role);
  SELECT RAISE(ABORT, 'claim_participant.entity: no such entity')
    WHERE NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.entity);
  SELECT RAISE(ABORT, 'claim_participant.role: this kind of event has no such role')
    WHERE NOT EXISTS (
      SELECT 1 FROM claim JOIN event_kind_role ON event_kind_role.kind = claim.kind
      WHERE claim.id = NEW.claim AND event_kind_role.role = NEW.role
    );
  SELECT RAISE(ABORT, 'claim_participant.entity: an entity of this kind cannot play this role')
    WHERE NOT EXISTS (
      SELECT 1 FROM entity JOIN role_kind ON role_kind.kind = entity.kind
      WHERE entity.id = NEW.entity AND role_kind.role = NEW.role
    );
END;

CREATE TRIGGER claim_participant_update BEFORE UPDATE ON claim_participant BEGIN
  SELECT RAISE(ABORT, 'claim_participant.claim: no such claim')
    WHERE NOT EXISTS (SELECT 1 FROM claim WHERE id = NEW.claim);
  SELECT RAISE(ABORT, 'claim_participant.role: no such role')
    WHERE NOT EXISTS (SELECT 1 FROM role WHERE role = NEW.role);
  SELECT RAISE(ABORT, 'claim_participant.entity: no such entity')
    WHERE NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.entity);
  SELECT RAISE(ABORT, 'claim_participant.role: this kind of event has no such role')
    WHERE NOT EXISTS (
      SELECT 1 FROM claim JOIN event_kind_role ON event_kind_role.kind = claim.kind
      WHERE claim.id = NEW.claim AND event_kind_role.role = NEW.role
    );
  SELECT RAISE(ABORT, 'claim_participant.entity: an entity of this kind cannot play this role')
    WHERE NOT EXISTS (
      SELECT 1 FROM entity JOIN role_kind ON role_kind.kind = entity.kind
      WHERE entity.id = NEW.entity AND role_kind.role = NEW.role
    );
END;

CREATE TRIGGER claim_trigger_insert BEFORE INSERT ON claim_trigger BEGIN
  SELECT RAISE(ABORT, 'claim_trigger.claim: no such claim')
    WHERE NOT EXISTS (SELECT 1 FROM claim WHERE id = NEW.claim);
  SELECT RAISE(ABORT, 'claim_trigger: the span lies outside the document of its post')
    WHERE NEW."end" > (SELECT length FROM post WHERE id = (SELECT post FROM claim WHERE id = NEW.claim));
END;

CREATE TRIGGER claim_trigger_update BEFORE UPDATE ON claim_trigger BEGIN
  SELECT RAISE(ABORT, 'claim_trigger.claim: no such claim')
    WHERE NOT EXISTS (SELECT 1 FROM claim WHERE id = NEW.claim);
  SELECT RAISE(ABORT, 'claim_trigger: the span lies outside the document of its post')
    WHERE NEW."end" > (SELECT length FROM post WHERE id = (SELECT post FROM claim WHERE id = NEW.claim));
END;

CREATE TRIGGER evidence_insert BEFORE INSERT ON evidence BEGIN
  SELECT RAISE(ABORT, 'evidence.claim: no such claim')
    WHERE NOT EXISTS (SELECT 1 FROM claim WHERE id = NEW.claim);
  SELECT RAISE(ABORT, 'evidence: the span lies outside the document of its post')
    WHERE NEW."end" > (SELECT length FROM post WHERE id = (SELECT post FROM claim WHERE id = NEW.claim));
END;

CREATE TRIGGER evidence_update BEFORE UPDATE ON evidence BEGIN
  SELECT RAISE(ABORT, 'evidence.claim: no such claim')
    WHERE NOT EXISTS (SELECT 1 FROM claim WHERE id = NEW.claim);
  SELECT RAISE(ABORT, 'evidence: the span lies outside the document of its post')
    WHERE NEW."end" > (SELECT length FROM post WHERE id = (SELECT post FROM claim WHERE id = NEW.claim));
END;

CREATE TRIGGER claim_key_insert BEFORE INSERT ON claim_key BEGIN
  SELECT RAISE(ABORT, 'claim_key.claim: no such claim')
    WHERE NOT EXISTS (SELECT 1 FROM claim WHERE id = NEW.claim);
END;

CREATE TRIGGER claim_key_update BEFORE UPDATE ON claim_key BEGIN
  SELECT RAISE(ABORT, 'claim_key.claim: no such claim')
    WHERE NOT EXISTS (SELECT 1 FROM claim WHERE id = NEW.claim);
END;

CREATE TRIGGER event_insert BEFORE INSERT ON event BEGIN
  SELECT RAISE(ABORT, 'event.kind: no such event kind')
    WHERE NOT EXISTS (SELECT 1 FROM event_kind WHERE kind = NEW.kind);
  SELECT RAISE(ABORT, 'event.status: no such status')
    WHERE NOT EXISTS (SELECT 1 FROM status WHERE status = NEW.status);
  SELECT RAISE(ABORT, 'event.basis: no such basis')
    WHERE NEW.basis IS NOT NULL AND NOT EXISTS (SELECT 1 FROM basis WHERE basis = NEW.basis);
END;

CREATE TRIGGER event_update BEFORE UPDATE ON event BEGIN
  SELECT RAISE(ABORT, 'event.kind: no such event kind')
    WHERE NOT EXISTS (SELECT 1 FROM event_kind WHERE kind = NEW.kind);
  SELECT RAISE(ABORT, 'event.status: no such status')
    WHERE NOT EXISTS (SELECT 1 FROM status WHERE status = NEW.status);
  SELECT RAISE(ABORT, 'event.basis: no such basis')
    WHERE NEW.basis IS NOT NULL AND NOT EXISTS (SELECT 1 FROM basis WHERE basis = NEW.basis);
  SELECT RAISE(ABORT, 'event.kind: its participants have roles that this kind lacks')
    WHERE NEW.kind <> OLD.kind AND EXISTS (
      SELECT 1 FROM participant WHERE participant.event = OLD.id AND NOT EXISTS (
        SELECT 1 FROM event_kind_role
        WHERE event_kind_role.kind = NEW.kind AND event_kind_role.role = participant.role
      )
    );
END;

CREATE TRIGGER participant_insert BEFORE INSERT ON participant BEGIN
  SELECT RAISE(ABORT, 'participant.event: no such event')
    WHERE NOT EXISTS (SELECT 1 FROM event WHERE id = NEW.event);
  SELECT RAISE(ABORT, 'participant.role: no such role')
    WHERE NOT EXISTS (SELECT 1 FROM role WHERE role = NEW.role);
  SELECT RAISE(ABORT, 'participant.entity: no such entity')
    WHERE NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.entity);
  SELECT RAISE(ABORT, 'participant.role: this kind of event has no such role')
    WHERE NOT EXISTS (
      SELECT 1 FROM event JOIN event_kind_role ON event_kind_role.kind = event.kind
      WHERE event.id = NEW.event AND event_kind_role.role = NEW.role
    );
  SELECT RAISE(ABORT, 'participant.entity: an entity of this kind cannot play this role')
    WHERE NOT EXISTS (
      SELECT 1 FROM entity JOIN role_kind ON role_kind.kind = entity.kind
      WHERE entity.id = NEW.entity AND role_kind.role = NEW.role
    );
END;

CREATE TRIGGER participant_update BEFORE UPDATE ON participant BEGIN
  SELECT RAISE(ABORT, 'participant.event: no such event')
    WHERE NOT EXISTS (SELECT 1 FROM event WHERE id = NEW.event);
  SELECT RAISE(ABORT, 'participant.role: no such role')
    WHERE NOT EXISTS (SELECT 1 FROM role WHERE role = NEW.role);
  SELECT RAISE(ABORT, 'participant.entity: no such entity')
    WHERE NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.entity);
  SELECT RAISE(ABORT, 'participant.role: this kind of event has no such role')
    WHERE NOT EXISTS (
      SELECT 1 FROM event JOIN event_kind_role ON event_kind_role.kind = event.kind
      WHERE event.id = NEW.event AND event_kind_role.role = NEW.role
    );
  SELECT RAISE(ABORT, 'participant.entity: an entity of this kind cannot play this role')
    WHERE NOT EXISTS (
      SELECT 1 FROM entity JOIN role_kind ON role_kind.kind = entity.kind
      WHERE entity.id = NEW.entity AND role_kind.role = NEW.role
    );
END;

CREATE TRIGGER event_claim_insert BEFORE INSERT ON event_claim BEGIN
  SELECT RAISE(ABORT, 'event_claim.event: no such event')
    WHERE NOT EXISTS (SELECT 1 FROM event WHERE id = NEW.event);
  SELECT RAISE(ABORT, 'event_claim.claim: no such claim')
    WHERE NOT EXISTS (SELECT 1 FROM claim WHERE id = NEW.claim);
  SELECT RAISE(ABORT, 'event_claim: the claim is about another kind of event')
    WHERE (SELECT kind FROM claim WHERE id = NEW.claim) <> (SELECT kind FROM event WHERE id = NEW.event);
END;

CREATE TRIGGER event_claim_update BEFORE UPDATE ON event_claim BEGIN
  SELECT RAISE(ABORT, 'event_claim.event: no such event')
    WHERE NOT EXISTS (SELECT 1 FROM event WHERE id = NEW.event);
  SELECT RAISE(ABORT, 'event_claim.claim: no such claim')
    WHERE NOT EXISTS (SELECT 1 FROM claim WHERE id = NEW.claim);
  SELECT RAISE(ABORT, 'event_claim: the claim is about another kind of event')
    WHERE (SELECT kind FROM claim WHERE id = NEW.claim) <> (SELECT kind FROM event WHERE id = NEW.event);
END;

CREATE TRIGGER list_entry_insert BEFORE INSERT ON list_entry BEGIN
  SELECT RAISE(ABORT, 'list_entry.kind: no such entity kind')
    WHERE NOT EXISTS (SELECT 1 FROM entity_kind WHERE kind = NEW.kind);
  SELECT RAISE(ABORT, 'list_entry.entity: no such entity')
    WHERE NEW.entity IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.entity);
END;

CREATE TRIGGER list_entry_update BEFORE UPDATE ON list_entry BEGIN
  SELECT RAISE(ABORT, 'list_entry.kind: no such entity kind')
    WHERE NOT EXISTS (SELECT 1 FROM entity_kind WHERE kind = NEW.kind);
  SELECT RAISE(ABORT, 'list_entry.entity: no such entity')
    WHERE NEW.entity IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.entity);
END;

CREATE TRIGGER list_change_insert BEFORE INSERT ON list_change BEGIN
  SELECT RAISE(ABORT, 'list_change.entry: no such list entry')
    WHERE NOT EXISTS (SELECT 1 FROM list_entry WHERE id = NEW.entry);
  SELECT RAISE(ABORT, 'list_change.snapshot: no such snapshot')
    WHERE NOT EXISTS (SELECT 1 FROM snapshot WHERE id = NEW.snapshot);
END;

CREATE TRIGGER list_change_update BEFORE UPDATE ON list_change BEGIN
  SELECT RAISE(ABORT, 'list_change.entry: no such list entry')
    WHERE NOT EXISTS (SELECT 1 FROM list_entry WHERE id = NEW.entry);
  SELECT RAISE(ABORT, 'list_change.snapshot: no such snapshot')
    WHERE NOT EXISTS (SELECT 1 FROM snapshot WHERE id = NEW.snapshot);
END;

CREATE TRIGGER snapshot_file_insert BEFORE INSERT ON snapshot_file BEGIN
  SELECT RAISE(ABORT, 'snapshot_file.snapshot: no such snapshot')
    WHERE NOT EXISTS (SELECT 1 FROM snapshot WHERE id = NEW.snapshot);
END;

CREATE TRIGGER list_state_insert BEFORE INSERT ON list_state BEGIN
  SELECT RAISE(ABORT, 'list_state.snapshot: no such snapshot')
    WHERE NOT EXISTS (SELECT 1 FROM snapshot WHERE id = NEW.snapshot);
  SELECT RAISE(ABORT, 'list_state.entry: no such list entry')
    WHERE NOT EXISTS (SELECT 1 FROM list_entry WHERE id = NEW.entry);
  SELECT RAISE(ABORT, 'list_state.content: no such content')
    WHERE NOT EXISTS (SELECT 1 FROM list_content WHERE id = NEW.content);
END;

CREATE TRIGGER list_state_update BEFORE UPDATE ON list_state BEGIN
  SELECT RAISE(ABORT, 'list_state.content: no such content')
    WHERE NOT EXISTS (SELECT 1 FROM list_content WHERE id = NEW.content);
END;

CREATE TRIGGER list_event_insert BEFORE INSERT ON list_event BEGIN
  SELECT RAISE(ABORT, 'list_event.entry: no such list entry')
    WHERE NOT EXISTS (SELECT 1 FROM list_entry WHERE id = NEW.entry);
  SELECT RAISE(ABORT, 'list_event.snapshot: no such snapshot')
    WHERE NOT EXISTS (SELECT 1 FROM snapshot WHERE id = NEW.snapshot);
  SELECT RAISE(ABORT, 'list_event.authority: no such entity')
    WHERE NEW.authority IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.authority);
END;

CREATE TRIGGER list_event_update BEFORE UPDATE ON list_event BEGIN
  SELECT RAISE(ABORT, 'list_event.authority: no such entity')
    WHERE NEW.authority IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entity WHERE id = NEW.authority);
END;

CREATE TRIGGER list_link_insert BEFORE INSERT ON list_link BEGIN
  SELECT RAISE(ABORT, 'list_link.entry: no such list entry')
    WHERE NOT EXISTS (SELECT 1 FROM list_entry WHERE id = NEW.entry);
  SELECT RAISE(ABORT, 'list_link.other: no such list entry')
    WHERE NEW.other IS NOT NULL AND NOT EXISTS (SELECT 1 FROM list_entry WHERE id = NEW.other);
END;

CREATE TRIGGER list_name_insert BEFORE INSERT ON list_name BEGIN
  SELECT RAISE(ABORT, 'list_name.entry: no such list entry')
    WHERE NOT EXISTS (SELECT 1 FROM list_entry WHERE id = NEW.entry);
END;

-- Views for reading -------------------------------------------------------------------------------------------------

-- Events with the names of who takes part, and the words of the first claim.
CREATE VIEW readable_event AS
SELECT
  event.kind AS event, -- What happens.
  event.status AS status, -- Whether it is told as done.
  event.date AS date, -- When it happened, EDTF.
  event.basis AS basis, -- What the date rests on.
  (
    SELECT group_concat(name, '; ') FROM (
      SELECT entity.name FROM participant JOIN entity ON entity.id = participant.entity
      WHERE participant.event = event.id AND participant.role = 'authority' ORDER BY entity.id
    )
  ) AS authority, -- Who acts.
  (
    SELECT group_concat(name, '; ') FROM (
      SELECT entity.name FROM participant JOIN entity ON entity.id = participant.entity
      WHERE participant.event = event.id AND participant.role = 'target' ORDER BY entity.id
    )
  ) AS target, -- Who is hit.
  (
    SELECT group_concat(name, '; ') FROM (
      SELECT entity.name FROM participant JOIN entity ON entity.id = participant.entity
      WHERE participant.event = event.id AND participant.role = 'instrument' ORDER BY entity.id
    )
  ) AS instrument, -- Under what.
  (
    SELECT group_concat(name, '; ') FROM (
      SELECT entity.name FROM participant JOIN entity ON entity.id = participant.entity
      WHERE participant.event = event.id AND participant.role = 'actor' ORDER BY entity.id
    )
  ) AS actor, -- Who does it.
  (SELECT count(DISTINCT claim.post) FROM event_claim JOIN claim ON claim.id = event_claim.claim
    WHERE event_claim.event = event.id) AS posts, -- How many posts tell it.
  claim.post AS post, -- The first post that tells it.
  claim.quote AS quote, -- Its words.
  event.id AS id -- The identifier.
FROM event
LEFT JOIN event_claim ON event_claim.event = event.id AND event_claim.position = 0
LEFT JOIN claim ON claim.id = event_claim.claim;

-- Parties put under sanctions.
CREATE VIEW designations AS SELECT * FROM readable_event WHERE event = 'designation'
  ORDER BY date IS NULL, date, id;

-- Parties taken off.
CREATE VIEW delistings AS SELECT * FROM readable_event WHERE event = 'delisting'
  ORDER BY date IS NULL, date, id;

-- Restrictions of trade, finance, travel or arms.
CREATE VIEW restrictions AS SELECT * FROM readable_event WHERE event = 'restriction'
  ORDER BY date IS NULL, date, id;

-- Restrictions lifted, waived or eased.
CREATE VIEW reliefs AS SELECT * FROM readable_event WHERE event = 'relief'
  ORDER BY date IS NULL, date, id;

-- Instruments voted, passed, signed or issued.
CREATE VIEW adoptions AS SELECT * FROM readable_event WHERE event = 'adoption'
  ORDER BY date IS NULL, date, id;

-- Cases against those who broke a law.
CREATE VIEW enforcements AS SELECT * FROM readable_event WHERE event = 'enforcement'
  ORDER BY date IS NULL, date, id;

-- Breaches of sanctions, resolutions and agreements.
CREATE VIEW violations AS SELECT * FROM readable_event WHERE event = 'violation'
  ORDER BY date IS NULL, date, id;

-- Nuclear and missile tests.
CREATE VIEW weapons_tests AS SELECT * FROM readable_event WHERE event = 'weapons-test'
  ORDER BY date IS NULL, date, id;

-- What official lists tell of coming and going, with the names of the parties.
CREATE VIEW listings AS
SELECT
  list_event.kind AS event, -- Whether the party came or went.
  list_event.date AS date, -- When, EDTF.
  list_event.basis AS basis, -- Whose date it is.
  authority.name AS authority, -- Who keeps the list.
  list_entry.name AS target, -- The name as the list writes it.
  coalesce(entity.kind, list_entry.kind) AS kind, -- What the party is.
  entity.name AS entity, -- The entity of posts that it is; NULL where that is not known.
  list_event.snapshot AS snapshot, -- The first state that shows it.
  list_entry.id AS entry -- The entry.
FROM list_event
JOIN list_entry ON list_entry.id = list_event.entry
LEFT JOIN entity ON entity.id = list_entry.entity
LEFT JOIN entity AS authority ON authority.id = list_event.authority
ORDER BY list_event.date_to, list_entry.id, list_event.kind;

-- Who belongs to whom by official lists, with the names of both.
CREATE VIEW list_links AS
SELECT
  list_entry.name AS party, -- The name of the entry.
  list_link.how AS how, -- How it belongs to the other, in the list's words.
  coalesce(other.name, list_link.name) AS other, -- The name of the other.
  coalesce(list_entry.entity, list_entry.party) AS party_id, -- The entity that the entry is, or its party.
  coalesce(other.entity, other.party) AS other_id, -- The same of the other; NULL where it is not listed.
  list_link.entry AS entry, -- The entry.
  list_link.other AS other_entry -- The entry of the other; NULL where it is not listed.
FROM list_link
JOIN list_entry ON list_entry.id = list_link.entry
LEFT JOIN list_entry AS other ON other.id = list_link.other;

-- What each post says, in its order.
CREATE VIEW claims AS
SELECT
  claim.post AS post, -- The post.
  post.published AS published, -- When it came out.
  claim.kind AS event, -- What happens.
  claim.status AS status, -- Whether it is told as done.
  claim.date AS date, -- When, as the post tells it.
  claim.basis AS basis, -- What the date rests on.
  (
    SELECT group_concat(part, '; ') FROM (
      SELECT claim_participant.role || ': ' || entity.name AS part
      FROM claim_participant JOIN entity ON entity.id = claim_participant.entity
      WHERE claim_participant.claim = claim.id ORDER BY claim_participant.position
    )
  ) AS participants, -- Who takes part, each with the role.
  claim.quote AS quote, -- The words.
  claim.rule AS rule, -- The rule that found it.
  claim.id AS id, -- The claim.
  event_claim.event AS event_id -- The event that it is about.
FROM claim
JOIN post ON post.id = claim.post
LEFT JOIN event_claim ON event_claim.claim = claim.id
ORDER BY claim.post, claim.position, claim.id;
